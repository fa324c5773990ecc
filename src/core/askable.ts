import type { Instant } from './calendar.ts';
import { absenceOf, isFullMember } from './circle.ts';
import type { Circle, CircleSettings, MemberStatus } from './circle.ts';
import type { MemberId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundRefusal } from './round-refusal.ts';
import type { Asking } from './version-event.ts';

/** Whether learning members are asked too; circles that never chose do not (docs/process.md §2.7). */
export function asksLearning(settings: CircleSettings): boolean {
  return settings.asksLearning ?? false;
}

/**
 * Whom a version asks that opens now, and who of them is away: the deciding members, and the
 * learning members where the circle agreed to ask them. Being asked is all that a learning member
 * gains by it: who proposes, closes or stands in is `isFullMember`'s to say.
 *
 * Source: docs/process.md §2.7.
 */
export function peopleToAsk(circle: Circle, at: Instant): Omit<Asking, 'deadlineAt'> {
  const withLearning = asksLearning(circle.settings);
  const people = [...circle.members.values()].filter(({ status }) => asks(status, withLearning));
  const all = people.map(({ id: member }) => {
    return { member, reason: absenceOf(circle, member, at) };
  });
  return {
    asked: all.filter(({ reason }) => !reason).map(({ member }) => member),
    away: all.flatMap(({ member, reason }) => (reason ? [{ member, reason }] : [])),
    ...(withLearning && { asksLearning: true }),
  };
}

/**
 * True where this person is of those whom the round's current version asks, whether or not it asks
 * them. The version keeps what the circle agreed when it opened: what the circle changes since
 * neither adds learning members to it nor takes them out. Source: docs/process.md §2.7.
 */
export function isAskable(round: Round, circle: Circle, id: MemberId): boolean {
  const status = circle.members.get(id)?.status;
  return status !== undefined && asks(status, round.asksLearning);
}

/** True where the current version asks this person, here or away, and they still belong to it. */
export function isAskedIn({ asked }: Round, id: MemberId): boolean {
  const one = asked.get(id);
  return one !== undefined && one.excused?.reason !== 'left';
}

/** Who may see the ways on: whoever decides, and whoever is asked (docs/process.md §D5, §2.7). */
export function hasWaysOn(round: Round, circle: Circle, by: MemberId): boolean {
  return isFullMember(circle, by) || isAskedIn(round, by);
}

/** Why somebody who does not decide may not do what only deciding members do (§2.7, §3). */
export function decidersOnly(round: Round, circle: Circle, by: MemberId): RoundRefusal {
  const { facilitators } = circle;
  return {
    code: isAskable(round, circle, by) ? 'only_deciders' : 'member_not_asked',
    facilitators,
  };
}

function asks(status: MemberStatus, withLearning: boolean): boolean {
  return status === 'full' || (status === 'learning' && withLearning);
}
