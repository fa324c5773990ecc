import type { Instant } from './calendar.ts';
import { dayBeforeOf, halfTimeOf } from './deadline.ts';
import type { ClockMarks, Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

/** The clock has said nothing yet, but for nudges whose time has already gone by (§2.2). */
export function clearedMarks(askedAt: Instant, deadlineAt: Instant, at: Instant): ClockMarks {
  return {
    deadlinePassedAt: null,
    readyAt: null,
    standInAt: null,
    ...nudgesLetGo(askedAt, deadlineAt, at),
  };
}

/**
 * With a new deadline, a nudge whose time has already gone by is let go.
 * Source: docs/process.md §2.2.
 */
export function nudgesLetGo(askedAt: Instant, deadlineAt: Instant, at: Instant) {
  const markOf = (dueAt: Instant) => (dueAt <= at ? at : null);
  return {
    halfTimeAt: markOf(halfTimeOf(askedAt, deadlineAt)),
    dayBeforeAt: markOf(dayBeforeOf(deadlineAt)),
  };
}

/** The round after the clock said what it says once for a deadline (docs/process.md §2.2). */
export function marked(round: Round, event: RoundEvent): Round {
  return { ...round, marks: { ...round.marks, ...markOf(event) } };
}

function markOf(event: RoundEvent): Partial<ClockMarks> {
  const { at } = event;
  if (event.type === 'deadline_passed') return { deadlinePassedAt: at };
  if (event.type === 'became_ready') return { readyAt: at };
  if (event.type === 'closing_opened_to_members') return { standInAt: at };
  if (event.type !== 'members_reminded') return {};
  if (event.occasion === 'half_time') return { halfTimeAt: at };
  return event.occasion === 'day_before' ? { dayBeforeAt: at } : {};
}
