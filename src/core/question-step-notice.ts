import type { Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import type { MemberId } from './ids.ts';
import { mayPrepare } from './preparing.ts';
import { inQuestions } from './question-step.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

const card = { card: true, thread: false, direct: 'nobody' } as const;
const said = { card: true, thread: true, direct: 'nobody' } as const;

/** Who hears of the question step, and of who opens the consent step (§2.1, §3, §D13). */
export const QUESTION_STEP_HEARINGS = {
  question_answered: { ...said, direct: 'asker' },
  thought_given: card,
  nothing_further_said: card,
  draft_changed: card,
  thoughts_shown: said,
  question_step_ended: { ...card, direct: 'proposer' },
  question_step_idle: { ...card, direct: 'facilitators' },
  question_step_moved: said,
  opening_asked: { ...said, direct: 'facilitators' },
  opening_idle: { ...said, direct: 'facilitators' },
  answers_begun: said,
} as const;

/**
 * Who hears of a question in person, because it waits for them: in the question step its proposer,
 * and while they are away the facilitators who may answer too. Afterwards it is for everybody in
 * the thread. Source: docs/process.md §2.1, §D13.
 */
export function answerersOf(
  round: Round,
  { circle, at }: { readonly circle: Circle; readonly at: Instant },
  facilitators: readonly MemberId[],
): MemberId[] {
  if (!inQuestions(round)) return [];
  const near = [round.proposedBy, ...facilitators];
  return near.filter((one) => mayPrepare(round, circle, one, at));
}

/** Who asked what was answered (docs/process.md §2.1, §D13). */
export function askerIn(event: RoundEvent, { questions }: Round): MemberId[] {
  const asked = event.type === 'question_answered' ? questions[event.question] : undefined;
  return asked ? [asked.by] : [];
}
