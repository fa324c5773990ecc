import { workingDaysAfter, type Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import { inQuestions, QUESTION_STEP_WORKING_DAYS, type QuestionStep } from './question-step.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

/**
 * The time of a step whose clock stood still, in a meeting or while the proposal was taken back:
 * from `at` on it lasts as long as one that begins, where less is left of it. Nothing where the
 * step has ended, or the round has none.
 *
 * Source: docs/process.md §2.1, §2.2.
 */
export function questionsAnew(
  round: Round,
  at: Instant,
  { settings: { calendar } }: Circle,
): RoundEvent[] {
  const { untilAt: before, endedAt } = round.step;
  if (!inQuestions(round) || before === null || endedAt !== null) return [];
  const untilAt = workingDaysAfter(at, QUESTION_STEP_WORKING_DAYS, calendar);
  if (untilAt <= before) return [];
  return [{ type: 'question_step_moved', untilAt, isAnew: true, at, by: null }];
}

/**
 * The step as its clock goes on at `at`: who is waited for since it ended, or for its opening, is
 * waited for from then on. Source: docs/process.md §2.1, §2.2.
 */
export function stepGoingOn(step: QuestionStep, at: Instant): QuestionStep {
  if (step.kind !== 'questions') return step;
  const from = (before: Instant | null) => (before === null ? null : at);
  return {
    ...step,
    endedAt: from(step.endedAt),
    openingAskedAt: from(step.openingAskedAt),
    idleToldAt: null,
    openingIdleAt: null,
  };
}
