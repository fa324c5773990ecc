import { isOpen, type Objection, type ObjectionStep } from '../../core/objection.ts';
import { shownThoughts } from '../../core/question-step.ts';
import type { Round } from '../../core/round.ts';
import { cutText } from '../../core/text.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member } from '../../words/terms.ts';
import { memberOr } from './thread-post.ts';

/** Ideas of each kind that an agenda shows, the latest ones; "Read all" has every one. */
const EACH_MAX = 10;
/** Characters of each: a first thought is whole. */
const SAID_MAX = 500;

/**
 * The questions and ideas so far, each with who said it: what was suggested for open objections,
 * questions with their answers, and first thoughts once they are shown.
 *
 * Source: docs/process.md §2.1 (`to_meeting`).
 */
export function agendaIdeas(round: Round, words: Words): Saying[] {
  const ideas = [suggestions(round, words), questions(round, words), thoughts(round, words)];
  return ideas.flatMap((each) => each.slice(-EACH_MAX));
}

function suggestions({ objections }: Round, words: Words): Saying[] {
  return objections
    .filter(isOpen)
    .flatMap((one) => one.steps.flatMap((step) => suggestion(step, one, words)));
}

/** Words that its owner took since are the objection itself, and no suggestion any more. */
function suggestion(step: ObjectionStep, objection: Objection, words: Words): Saying[] {
  const { agenda } = words.pausing;
  const about = { member: memberOr(step.by, words), owner: member(objection.by) };
  if (step.type === 'wording_suggested') {
    const { harm, effect, remedy } = step;
    const isTaken = harm === objection.harm && effect === objection.effect;
    if (isTaken && remedy === objection.remedy) return [];
    const lines = [
      agenda.wording({ ...about, harm: cut(harm) }),
      agenda.effect({ said: cut(effect) }),
      ...(remedy === null ? [] : [agenda.remedy({ said: cut(remedy) })]),
    ];
    return [joined(lines, '\n')];
  }
  if (step.type !== 'way_suggested') return [];
  const way = words.objectionHelp.ways[step.way]();
  if (step.text === null) return [agenda.way({ ...about, way })];
  return [agenda.wayWith({ ...about, way, said: cut(step.text) })];
}

function questions(round: Round, words: Words): Saying[] {
  const { agenda } = words.pausing;
  return round.questions.map(({ by, text, reply }) => {
    const asked = agenda.question({ member: member(by), said: cut(text) });
    if (!reply) return asked;
    const answer = agenda.answer({ member: member(reply.by), said: cut(reply.text) });
    return joined([asked, answer], '\n');
  });
}

function thoughts(round: Round, { pausing }: Words): Saying[] {
  return shownThoughts(round).map(({ by, text }) =>
    pausing.agenda.thought({ member: member(by), said: cut(text) }),
  );
}

function cut(said: string): string {
  return cutText(said, SAID_MAX);
}
