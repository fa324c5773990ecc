import { isMember, type Circle } from './circle.ts';
import type { MemberId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundRefusal } from './round-refusal.ts';

/** The person whom a proposal names, and whether it is about their leaving (§2.7, §10 case 25). */
export type Concern = { readonly member: MemberId; readonly isRemoval: boolean };

/** Nobody decides about their own place in the circle (docs/process.md §2.7). */
export type ConcernRefusal = {
  readonly code: 'member_concerned';
  readonly facilitators: readonly MemberId[];
};

/** Why a proposal cannot name this person (docs/process.md §2.7, §10 cases 22 and 25). */
export type ConcernProblem =
  | { readonly code: 'concerned_not_in_circle' }
  | { readonly code: 'own_departure' }
  | { readonly code: 'owner_concerned' }
  | { readonly code: 'too_few_beside' };

type Termed = Pick<Round, 'terms'>;

/** Whose place in the circle is in question; null in every other round (docs/process.md §2.7). */
export function removedMember({ terms }: Termed): MemberId | null {
  return terms.concerns?.isRemoval ? terms.concerns.member : null;
}

/**
 * The circle as this round knows it: the person whose place is in question has a guest's rights in
 * it, whatever they are elsewhere. They ask and comment; no version asks them, and they neither
 * facilitate, stand in nor keep records there. Every rule about people is told this circle, so
 * that none of them needs an exception.
 *
 * Source: docs/process.md §2.7.
 */
export function circleFor(round: Termed, circle: Circle): Circle {
  const removed = removedMember(round);
  return removed === null ? circle : withGuest(circle, removed);
}

/** The same before there is a round (docs/process.md §2.7). */
export function withGuest(circle: Circle, id: MemberId): Circle {
  const member = circle.members.get(id);
  if (!member) return circle;
  const { settings } = circle;
  const isOther = (one: MemberId) => one !== id;
  return {
    ...circle,
    members: new Map(circle.members).set(id, { ...member, status: 'guest' }),
    facilitators: circle.facilitators.filter(isOther),
    secretaries: circle.secretaries.filter(isOther),
    settings: settings.standIn === id ? { ...settings, standIn: null } : settings,
  };
}

/** What the rules say of a guest's rights: to the person concerned it is told by its reason. */
const OF_RIGHTS: ReadonlySet<RoundRefusal['code']> = new Set<RoundRefusal['code']>([
  'not_in_circle',
  'member_not_asked',
  'member_does_not_decide',
  'not_facilitator',
  'not_proposer',
  'not_publisher',
  'not_preparer',
  'not_recorder',
  'not_record_keeper',
  'not_owner',
  'adopters_decide',
]);

/**
 * A refusal as the person concerned hears it: not that they are no part of it, but that nobody
 * decides about their own place. `circle` is the one of `circleFor`.
 *
 * Source: docs/process.md §2.7, §D12.
 */
export function asConcerned(
  round: Termed,
  by: MemberId,
  circle: Circle,
  refused: RoundRefusal,
): RoundRefusal {
  if (removedMember(round) !== by || !isMember(circle, by)) return refused;
  if (!OF_RIGHTS.has(refused.code)) return refused;
  return { code: 'member_concerned', facilitators: circle.facilitators };
}
