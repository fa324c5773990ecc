import { addWorkingDays, type Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import type { ClockContext } from './clock.ts';
import { addBackOutage } from './deadline.ts';
import { waitsForOpening } from './opening.ts';
import { inQuestions, QUESTION_STEP_IDLE_WORKING_DAYS } from './question-step.ts';
import { allHeardInStep, nobodyHasMore } from './question-step-heard.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

/**
 * First thoughts are shown all together: when everyone has given one or has nothing further, or
 * when the step's time is over. Where nobody gave one there is nothing to show.
 *
 * Source: docs/process.md §2.1.
 */
export function showThoughts(round: Round, { now }: ClockContext): RoundEvent | null {
  const { shownAt, thoughts, untilAt } = round.step;
  if (!inQuestions(round) || shownAt !== null || thoughts.length === 0) return null;
  if (allHeardInStep(round)) return { type: 'thoughts_shown', at: now, by: null };
  if (untilAt === null || now < untilAt) return null;
  return { type: 'thoughts_shown', at: untilAt, by: null };
}

/** The step's time is over, or everyone has nothing further: the proposer is asked "Ready?". */
export function endQuestions(round: Round, { now }: ClockContext): RoundEvent | null {
  const { endedAt, untilAt } = round.step;
  if (!inQuestions(round) || endedAt !== null) return null;
  if (nobodyHasMore(round)) return { type: 'question_step_ended', at: now, by: null };
  if (untilAt === null || now < untilAt) return null;
  return { type: 'question_step_ended', at: untilAt, by: null };
}

/** The step is over and its text is still not ready: facilitators hear of it, once (§2.2). */
export function tellIdle(round: Round, { now, circle }: ClockContext): RoundEvent | null {
  const idleAt = idleFrom(round, circle);
  if (idleAt === null || now < idleAt) return null;
  return { type: 'question_step_idle', at: now, by: null };
}

/** The instants at which a rule of the step has something to do (docs/process.md §D9). */
export function questionInstants(round: Round, circle: Circle): Instant[] {
  const { endedAt, untilAt } = round.step;
  const idleAt = idleFrom(round, circle);
  return [...(endedAt === null && untilAt !== null ? [untilAt] : []), ...(idleAt ? [idleAt] : [])];
}

/** A step whose end fell into an outage gets its time back (docs/process.md §10 case 24). */
export function questionsAfterOutage(
  round: Round,
  outage: { readonly at: Instant; readonly outageFrom: Instant; readonly outageTo: Instant },
  { settings: { calendar } }: Circle,
): RoundEvent[] {
  const { untilAt: before, endedAt } = round.step;
  if (!inQuestions(round) || before === null || endedAt !== null) return [];
  const { outageFrom, outageTo, at } = outage;
  const untilAt = addBackOutage({ deadlineAt: before, outageFrom, outageTo, calendar });
  return untilAt === before ? [] : [{ type: 'question_step_moved', untilAt, at, by: null }];
}

function idleFrom(round: Round, { settings: { calendar } }: Circle): Instant | null {
  const { endedAt, idleToldAt } = round.step;
  if (!inQuestions(round) || waitsForOpening(round) || endedAt === null || idleToldAt !== null)
    return null;
  return addWorkingDays(endedAt, QUESTION_STEP_IDLE_WORKING_DAYS, calendar);
}
