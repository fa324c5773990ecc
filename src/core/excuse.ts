import { addDays, instantOf, type Instant } from './calendar.ts';
import { isAskable } from './askable.ts';
import { absenceOf, type Circle } from './circle.ts';
import type { MemberId } from './ids.ts';
import { currentVersion, type Asked, type ExcuseReason, type Round } from './round.ts';
import { countedAnswer, openObjections } from './standing.ts';

/**
 * Why a person who was asked need not answer at `at`, or null where they must. Who answered before
 * their leave began is not excused: that answer stands.
 *
 * Source: docs/process.md §2.7, §10 cases 3 and 5.
 */
export function excuseOf(
  round: Round,
  circle: Circle,
  member: MemberId,
  at: Instant,
): ExcuseReason | null {
  if (!isAskable(round, circle, member)) return 'left';
  if (round.asked.get(member)?.excused?.reason === 'own_wish') return 'own_wish';
  const absence = absenceOf(circle, member, at);
  return absence === 'on_leave' && countedAnswer(round, member) ? null : absence;
}

/**
 * True where the person was away when the version opened, and has not answered since: they may
 * answer, and nobody waits for them (docs/process.md §2.7).
 */
export function wasAwayAtOpening(round: Round, { excused }: Asked): boolean {
  return excused !== null && excused.at <= currentVersion(round).askedAt;
}

/**
 * The instants at which a leave of somebody asked, of a facilitator, or of an objection's owner begins or ends: what may
 * change who has to answer and who may close (docs/process.md §2.4, §2.7).
 */
export function leaveBoundaries(round: Round, circle: Circle): Instant[] {
  const { timeZone } = circle.settings.calendar;
  const startOf = (day: string) => instantOf(day, 0, 0, timeZone);
  const owners = openObjections(round).map(({ by }) => by);
  const { facilitators, secretaries, settings } = circle;
  const standIns = settings.standIn ? [settings.standIn, ...secretaries] : secretaries;
  const people = [...round.asked.keys(), ...owners, ...facilitators, ...standIns];
  return people.flatMap((member) => {
    const leave = circle.members.get(member)?.leave;
    if (!leave) return [];
    const back = leave.untilOn === null ? [] : [startOf(addDays(leave.untilOn, 1))];
    return [startOf(leave.fromOn), ...back];
  });
}
