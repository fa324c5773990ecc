import type { Instant } from './calendar.ts';
import { absenceOf, activeFacilitators, decidersOf } from './circle.ts';
import { isFullMember, isSecretary, type Circle } from './circle.ts';
import type { MemberId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundEvent, RoundEventType } from './round-event.ts';

/** By what right somebody stands in for a missing facilitator (docs/process.md §2.4). */
export type StandInPlace = 'named' | 'secretary' | 'member';

/** Somebody who has stood in, since when and by what right. */
export type StandIn = {
  readonly member: MemberId;
  readonly place: StandInPlace;
  readonly at: Instant;
};

/** Who stands in, logged with the first thing they do in a facilitator's place (§2.4). */
export type StandInEvent = { readonly type: 'stand_in_declared'; readonly place: StandInPlace };

/** Who wants to do something, when, and in which circle. */
export type Actor = { readonly by: MemberId; readonly at: Instant; readonly circle: Circle };

/**
 * The facilitators who are here and may look after this round to its end. Who proposed it does
 * not, once somebody objected: then another person has to (docs/process.md §2.4).
 */
export function facilitatorsFor(round: Round, circle: Circle, at: Instant): MemberId[] {
  const isBarred = (id: MemberId) => id === round.proposedBy && round.objections.length > 0;
  return activeFacilitators(circle, at).filter((id) => !isBarred(id));
}

/**
 * Who may stand in while no facilitator is here for the round, in this order: the named stand-in,
 * the secretaries, the first member who does something in a facilitator's place. Null while a
 * facilitator is here. Who proposed the round never stands in for it.
 *
 * Source: docs/process.md §2.4.
 */
export function standInsOf(
  round: Round,
  circle: Circle,
  at: Instant,
): { readonly place: StandInPlace; readonly members: readonly MemberId[] } | null {
  if (facilitatorsFor(round, circle, at).length > 0) return null;
  const isHere = (id: MemberId) =>
    id !== round.proposedBy && isFullMember(circle, id) && !absenceOf(circle, id, at);
  const { standIn } = circle.settings;
  if (standIn && isHere(standIn)) return { place: 'named', members: [standIn] };
  const secretaries = circle.secretaries.filter(isHere);
  if (secretaries.length > 0) return { place: 'secretary', members: secretaries };
  const declared = round.standIns.find(({ member, place }) => place === 'member' && isHere(member));
  if (declared) return { place: 'member', members: [declared.member] };
  return { place: 'member', members: decidersOf(circle, at).here.filter(isHere) };
}

/** True where this person may act in a missing facilitator's place (docs/process.md §2.4). */
export function standsIn(round: Round, { by, at, circle }: Actor): boolean {
  return standInsOf(round, circle, at)?.members.includes(by) ?? false;
}

/**
 * The people who look after the round just now: facilitators who are here, or whoever stands in
 * for them; nobody in particular while any member may (docs/process.md §2.4).
 */
export function keepersOf(round: Round, circle: Circle, at: Instant): readonly MemberId[] {
  const standIns = standInsOf(round, circle, at);
  if (!standIns) return activeFacilitators(circle, at);
  return isAnybody(round, standIns) ? [] : standIns.members;
}

/** True where any deciding member may, and none of them has begun to (docs/process.md §2.4). */
export function isAnybody(
  { standIns }: Round,
  { place, members }: { readonly place: StandInPlace; readonly members: readonly MemberId[] },
): boolean {
  const hasBegun = standIns.some((one) => one.place === 'member' && members.includes(one.member));
  return place === 'member' && !hasBegun;
}

/** What only a facilitator does, or who stands in for one (docs/process.md §3). */
const FACILITATING: ReadonlySet<RoundEventType> = new Set([
  'round_decided',
  'round_parked',
  'void_asked',
  'round_voided',
  'meeting_recorded',
  'round_handed_on',
  'round_resumed',
  'deadline_shortened',
  'answers_begun',
  'answer_relayed',
  'member_added_to_round',
]);

/** The events of a stand-in, with the one that says so before the first of them (§2.4). */
export function withDeclaration(
  round: Round,
  actor: Actor,
  events: readonly RoundEvent[],
): readonly RoundEvent[] {
  const { by, at, circle } = actor;
  const standIns = standInsOf(round, circle, at);
  if (!standIns?.members.includes(by)) return events;
  if (round.standIns.some(({ member }) => member === by)) return events;
  const isOwnRight =
    isSecretary(circle, by) && events.some(({ type }) => type === 'answer_relayed');
  if (isOwnRight || !events.some(isFacilitating)) return events;
  return [{ type: 'stand_in_declared', place: standIns.place, at, by }, ...events];
}

function isFacilitating(event: RoundEvent): boolean {
  if (event.type === 'deadline_extended') return event.cause === 'facilitator';
  return FACILITATING.has(event.type);
}

/** The round after somebody stood in (docs/process.md §2.4). */
export function stoodIn(round: Round, event: RoundEvent & StandInEvent): Round {
  const { by: member, place, at } = event;
  if (!member) throw new Error('A stand-in is a person');
  return { ...round, standIns: [...round.standIns, { member, place, at }] };
}
