import { by } from './answer-history.ts';
import { clearedMarks } from './clock-marks.ts';
import type { QuestionStep } from './question-step.ts';
import { WITHOUT_QUESTIONS } from './question-step.ts';
import type { QuestionStepEvent } from './question-step-event.ts';
import type { Question, Round } from './round.ts';
import type { Version } from './version.ts';
import type { RoundEvent } from './round-event.ts';
import { askedOf } from './version-history.ts';

type EventOf<Type extends RoundEvent['type']> = RoundEvent & { type: Type };

/** The step with which a round opens; rounds of the first release tell of none (§2.1). */
export function stepAtOpening({ step }: EventOf<'round_opened'>): QuestionStep {
  if (!step) return WITHOUT_QUESTIONS;
  const { questionsUntilAt: untilAt, isSkipped, opensBy = 'proposer' } = step;
  const isAsking = untilAt === null && opensBy === 'proposer';
  const kind = isAsking ? 'answers' : 'questions';
  return { ...WITHOUT_QUESTIONS, kind, isSkipped, untilAt, opensBy };
}

/**
 * The round after something happened in its question step. While it lasts, the proposer's text is
 * a draft: it is no version yet, and nobody was asked about it.
 *
 * Source: docs/process.md §2.1.
 */
export function prepared(round: Round, event: EventOf<QuestionStepEvent['type']>): Round {
  switch (event.type) {
    case 'question_answered':
      return { ...round, questions: withReply(round.questions, event) };
    case 'thought_given': {
      const author = by(event);
      const others = round.step.thoughts.filter((thought) => thought.by !== author);
      const thought = { by: author, at: event.at, text: event.text };
      return stepped(round, { thoughts: [...others, thought] });
    }
    case 'nothing_further_said': {
      const said = new Set([...round.step.nothingFurther, by(event)]);
      return stepped(round, { nothingFurther: [...said] });
    }
    case 'draft_changed':
      return redrafted(round, event);
    case 'thoughts_shown':
      return stepped(round, { shownAt: event.at });
    case 'question_step_ended':
      return stepped(round, { endedAt: event.at });
    case 'question_step_idle':
      return stepped(round, { idleToldAt: event.at });
    case 'question_step_moved':
      return stepped(round, { untilAt: event.untilAt });
    case 'opening_asked': {
      const endedAt = round.step.endedAt ?? event.at;
      return stepped(round, { openingAskedAt: event.at, endedAt });
    }
    case 'opening_idle':
      return stepped(round, { openingIdleAt: event.at });
    case 'answers_begun':
      return begun(round, event);
  }
}

/** A question is open until it is answered; whoever asks has something further (§2.1). */
export function questioned(round: Round, event: EventOf<'question_asked'>): Round {
  const asker = by(event);
  const question = { by: asker, at: event.at, text: event.text, reply: null };
  const nothingFurther = round.step.nothingFurther.filter((member) => member !== asker);
  return stepped({ ...round, questions: [...round.questions, question] }, { nothingFurther });
}

function stepped(round: Round, changes: Partial<QuestionStep>): Round {
  return { ...round, step: { ...round.step, ...changes } };
}

function withReply(
  questions: readonly Question[],
  { question: number, text, at, by: author }: EventOf<'question_answered'>,
): Question[] {
  return questions.map((question, position) =>
    position === number && author ? { ...question, reply: { by: author, at, text } } : question,
  );
}

function redrafted(round: Round, event: EventOf<'draft_changed'>): Round {
  const { type: _type, at: _at, by: _by, ...said } = event;
  const editedBy = [...round.step.editedBy, by(event)];
  const { title, need, owner, reviewOn, replaces, link } = said;
  const versions = withDraft(round, {
    title,
    need,
    document: said.document,
    owner,
    reviewOn,
    link,
  });
  const texts = { title, need, owner, reviewOn, replaces, link, versions };
  return stepped({ ...round, ...texts }, { editedBy });
}

/** The text is frozen as version 1, and whoever is in the circle now is asked (§2.1, §2.7). */
function begun(round: Round, event: EventOf<'answers_begun'>): Round {
  const { at, deadlineAt } = event;
  // Whoever opens it has read it; the text is still its proposer's.
  const publishedBy = round.step.openingAskedAt === null ? by(event) : round.proposedBy;
  const objections = [...round.answers].filter(([, { kind }]) => kind === 'objection');
  return {
    ...stepped(round, { kind: 'answers' }),
    versions: withDraft(round, { openedAt: at, askedAt: at, publishedBy }),
    asked: askedOf(event, at),
    asksLearning: event.asksLearning ?? false,
    answers: new Map(objections),
    deadlineAt,
    marks: clearedMarks(at, deadlineAt, at),
    lastChangeAt: at,
  };
}

function withDraft({ versions }: Round, changes: Partial<Version>): Version[] {
  return versions.map((version) => ({ ...version, ...changes }));
}
