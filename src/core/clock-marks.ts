import type { Instant } from './calendar.ts';
import { dayBeforeOf, halfTimeOf } from './deadline.ts';
import type { ClockMarks } from './round.ts';

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
