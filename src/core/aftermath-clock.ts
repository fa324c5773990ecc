import { LATE_CIRCLE_WORKING_DAYS, unansweredLate, type LateObjection } from './aftermath.ts';
import { workingDaysAfter, type Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

type Now = { readonly circle: Circle; readonly now: Instant };

/**
 * What time brings to a decision: who should have answered what was raised later is reminded once,
 * and then the circle hears of it. Null where it brings nothing.
 *
 * Source: docs/process.md §10 case 9.
 */
export function overdueAnswer(round: Round, { circle, now }: Now): RoundEvent | null {
  for (const late of unansweredLate(round)) {
    const { id: lateId, remindedAt, circleToldAt, dueAt } = late;
    if (remindedAt === null && now >= dueAt) {
      return { type: 'late_objection_reminded', lateId, at: now, by: null };
    }
    if (remindedAt !== null && circleToldAt === null && now >= circleHearsAt(late, circle)) {
      return { type: 'late_objection_unanswered', lateId, at: now, by: null };
    }
  }
  return null;
}

/** The instants at which `overdueAnswer` has something to say (docs/process.md §D9). */
export function overdueInstants(round: Round, circle: Circle): Instant[] {
  return unansweredLate(round).flatMap((late) => {
    if (late.remindedAt === null) return [late.dueAt];
    return late.circleToldAt === null ? [circleHearsAt(late, circle)] : [];
  });
}

/** The reminder comes first, however late it is, and has its days. */
function circleHearsAt({ dueAt, remindedAt }: LateObjection, { settings }: Circle): Instant {
  const { calendar } = settings;
  return workingDaysAfter(Math.max(dueAt, remindedAt ?? dueAt), LATE_CIRCLE_WORKING_DAYS, calendar);
}
