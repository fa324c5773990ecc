import { whyNotOpen } from './answering.ts';
import type { Instant } from './calendar.ts';
import { isFacilitator, isMember, type Circle } from './circle.ts';
import { checkDeadline, defaultDeadline } from './deadline.ts';
import { checkDraft, draftOf } from './draft.ts';
import { editDraft, type DraftEdit } from './draft-editing.ts';
import type { MemberId } from './ids.ts';
import { askingAnew, isProposerAway } from './next-version.ts';
import { waitsForOpening } from './opening.ts';
import { inQuestions, openQuestions, REPLY_MAX, THOUGHT_MAX } from './question-step.ts';
import { nobodyHasMore } from './question-step-heard.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';

/** The commands of the step "Questions and first thoughts" (docs/process.md §2.1). */
export const PREPARING = [
  'give_thought',
  'say_nothing_further',
  'answer_question',
  'change_draft',
  'begin_answers',
] as const;

/** What a person does while a round is in its question step (docs/process.md §2.1). */
export type PreparingCommand = { readonly at: Instant; readonly by: MemberId } & (
  | { readonly type: 'give_thought'; readonly text: string }
  | { readonly type: 'say_nothing_further' }
  /** `question` is its place among the round's questions, from 0. */
  | { readonly type: 'answer_question'; readonly question: number; readonly text: string }
  | ({ readonly type: 'change_draft' } & DraftEdit)
  /** "Ready": the text becomes version 1, and everybody is asked. */
  | { readonly type: 'begin_answers' }
);

type RoundRuling = Ruling<RoundEvent, RoundRefusal>;
type CommandOf<Type extends PreparingCommand['type']> = PreparingCommand & { type: Type };

/**
 * Decides what a person does in the question step. Anyone in the circle asks and gives a first
 * thought; the proposer answers, edits and says "Ready", and a facilitator does so only while the
 * proposer is away or gone, so that no round is left lying.
 *
 * Source: docs/process.md §2.1, §3.
 */
export function decidePreparing(
  round: Round,
  command: PreparingCommand,
  circle: Circle,
): RoundRuling {
  const refused = whyNotOpen(round) ?? whyNotPreparing(round, command, circle);
  if (refused) return { refused };
  switch (command.type) {
    case 'give_thought':
      return giveThought(round, command);
    case 'say_nothing_further':
      return sayNothingFurther(round, command);
    case 'answer_question':
      return answerQuestion(round, command);
    case 'change_draft':
      return editDraft(round, command, circle);
    case 'begin_answers':
      return beginAnswers(round, command, circle);
  }
}

/** Who edits the text and says that it is ready (docs/process.md §2.1, §3). */
export function mayPrepare(round: Round, circle: Circle, by: MemberId, at: Instant): boolean {
  if (by === round.proposedBy) return isMember(circle, by);
  return isProposerAway(round, circle, at) && isFacilitator(circle, by);
}

function whyNotPreparing(
  round: Round,
  { type, by, at }: PreparingCommand,
  circle: Circle,
): RoundRefusal | null {
  if (!isMember(circle, by)) return { code: 'not_in_circle' };
  if (!inQuestions(round)) return { code: 'answers_have_begun' };
  if (type === 'give_thought' || type === 'say_nothing_further') {
    if (by === round.proposedBy) return { code: 'proposer_answers_questions' };
    return whyNotSaid(round, type);
  }
  if (mayPrepare(round, circle, by, at)) return null;
  return { code: 'not_preparer', proposer: round.proposedBy };
}

/** Whoever has read the others' thoughts may still have nothing further (docs/process.md §2.1). */
function whyNotSaid({ step }: Round, type: PreparingCommand['type']): RoundRefusal | null {
  if (step.endedAt !== null) return { code: 'step_is_over' };
  const isTooLate = type === 'give_thought' && step.shownAt !== null;
  return isTooLate ? { code: 'thoughts_are_over' } : null;
}

/** Until all are shown, a person may write their own anew (docs/process.md §2.1). */
function giveThought(round: Round, { text, at, by }: CommandOf<'give_thought'>): RoundRuling {
  const refused = checkText('thought', text, { least: 1, max: THOUGHT_MAX });
  if (refused) return { refused };
  const said = text.trim();
  const before = round.step.thoughts.find((thought) => thought.by === by);
  if (before?.text === said) return { events: [] };
  return { events: [{ type: 'thought_given', text: said, at, by }] };
}

function sayNothingFurther(round: Round, { at, by }: PreparingCommand): RoundRuling {
  if (round.step.nothingFurther.includes(by)) return { events: [] };
  return { events: [{ type: 'nothing_further_said', at, by }] };
}

function answerQuestion(
  round: Round,
  { question, text, at, by }: CommandOf<'answer_question'>,
): RoundRuling {
  const asked = round.questions[question];
  if (!asked) return { refused: { code: 'question_unknown' } };
  const refused = checkText('reply', text, { least: 1, max: REPLY_MAX });
  if (refused) return { refused };
  const said = text.trim();
  if (asked.reply?.text === said) return { events: [] };
  return { events: [{ type: 'question_answered', question, text: said, at, by }] };
}

/**
 * "Ready". It waits for the step's time, or until all have nothing further: whoever answers later
 * is heard too. The chosen deadline stays where it still leaves the least time that a round needs;
 * else the circle's window begins now. Where facilitators open the consent step, one is asked to.
 * Source: docs/process.md §2.1, §2.2, §3.
 */
function beginAnswers(round: Round, { at, by }: PreparingCommand, circle: Circle): RoundRuling {
  const refused = whyNotReadyYet(round, at, circle);
  if (refused) return { refused };
  if (round.step.opensBy === 'proposer' || isFacilitator(circle, by)) {
    return { events: [answersBegun(round, { at, by }, circle)] };
  }
  return { events: waitsForOpening(round) ? [] : [{ type: 'opening_asked', at, by }] };
}

/** Version 1 is asked about, from now until its deadline (docs/process.md §2.1, §2.2). */
export function answersBegun(
  round: Round,
  { at, by }: { readonly at: Instant; readonly by: MemberId },
  circle: Circle,
): RoundEvent {
  const { calendar, windowDays, minimumHours } = circle.settings;
  const isKept = checkDeadline(round.deadlineAt, at, calendar, { minimumHours }) === null;
  const deadlineAt = isKept
    ? round.deadlineAt
    : defaultDeadline(at, calendar, windowDays, { minimumHours });
  return { type: 'answers_begun', ...askingAnew(circle, at), deadlineAt, at, by };
}

function whyNotReadyYet(round: Round, at: Instant, circle: Circle): RoundRefusal | null {
  const { untilAt, endedAt } = round.step;
  if (round.pause) return { code: 'round_at_meeting' };
  if (endedAt === null && untilAt !== null) return { code: 'questions_not_over', untilAt };
  const open = openQuestions(round).length;
  if (open > 0 && !nobodyHasMore(round)) return { code: 'questions_open', n: open };
  if (askingAnew(circle, at).asked.length < 2) return { code: 'too_few_able' };
  const problems = checkDraft(circle, draftOf(round), at);
  return problems.length > 0 ? { code: 'version_incomplete', problems } : null;
}

/** What is not possible before the text is ready: there is nothing yet to be asked about. */
const NOT_IN_QUESTIONS: ReadonlySet<string> = new Set([
  'consent',
  'ask_more_time',
  'decide',
  'extend',
  'shorten',
  'give_time_back',
  'publish_next_version',
]);

/**
 * Why a command has to wait until the question step is over, or null. Objections do not wait: they
 * are open at once, and carried forward. Source: docs/process.md §2.1, §0 invariant 3.
 */
export function whyNotInQuestions(round: Round, type: string): RoundRefusal | null {
  const { untilAt } = round.step;
  if (!inQuestions(round) || round.ending || !NOT_IN_QUESTIONS.has(type)) return null;
  if (waitsForOpening(round)) return { code: 'round_waits_for_opening' };
  return untilAt === null ? null : { code: 'round_in_questions', untilAt };
}
