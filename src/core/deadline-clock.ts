import type { Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import { automaticExtension, dayBeforeOf, halfTimeOf } from './deadline.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { silentMembers, standingOf, wasExtendedForSilence } from './standing.ts';

/** What the clock brings as a deadline comes nearer and goes by: docs/process.md §2.2, §2.4. */
type Now = { readonly circle: Circle; readonly now: Instant };

/** Half time and the day before, to those who have not answered; late ones are let go (§2.2). */
export function remind(round: Round, { now }: Now): RoundEvent | null {
  const { marks, deadlineAt } = round;
  const members = silentMembers(round);
  const reminder = { type: 'members_reminded' as const, members, at: now, by: null };
  if (now >= deadlineAt) return null;
  if (marks.dayBeforeAt === null && now >= dayBeforeOf(deadlineAt)) {
    return { ...reminder, occasion: 'day_before' };
  }
  const half = halfTimeAt(round);
  if (marks.halfTimeAt === null && marks.dayBeforeAt === null && now >= half) {
    return { ...reminder, occasion: 'half_time' };
  }
  return null;
}

/** The deadline has come: from now on nobody is waited for without being asked (§2.4). */
export function passDeadline(round: Round, { now }: Now): RoundEvent | null {
  if (now < round.deadlineAt || round.marks.deadlinePassedAt !== null) return null;
  return { type: 'deadline_passed', at: round.deadlineAt, by: null };
}

/** Nobody objects and somebody is silent: the round waits three working days more, once (§2.4). */
export function extendForSilence(round: Round, { now, circle }: Now): RoundEvent | null {
  if (round.marks.deadlinePassedAt === null || wasExtendedForSilence(round)) return null;
  if (standingOf(round) !== 'waiting') return null;
  const deadlineAt = automaticExtension(round.deadlineAt, now, circle.settings.calendar);
  const extension = { type: 'deadline_extended' as const, cause: 'silence' as const };
  return { ...extension, deadlineAt, reason: null, at: now, by: null };
}

/** The middle of the window that now stands (§2.2). */
export function halfTimeAt(round: Round): Instant {
  return halfTimeOf(currentVersion(round).askedAt, round.deadlineAt);
}
