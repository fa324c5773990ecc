import { decidersOnly } from './askable.ts';
import type { Instant } from './calendar.ts';
import { isFullMember, isMember, type Circle } from './circle.ts';
import type { MemberId } from './ids.ts';
import { proposerIsGone } from './proposer-clock.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import type { RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { openObjectionOf } from './standing.ts';

/** A member looks after a proposal whose proposer has left (docs/process.md §2.4). */
export type AdoptProposalCommand = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly type: 'adopt_proposal';
};

/** Why the proposer is there, or not to be replaced by this person (docs/process.md §2.4). */
export type AdoptProposalRefusal =
  | { readonly code: 'proposer_is_here'; readonly proposer: MemberId }
  | { readonly code: 'adopted_objection_open' };

/**
 * Decides whether a member becomes the proposer of what its proposer left behind. The text is
 * unchanged and answers stand; a paused round stays paused.
 *
 * Source: docs/process.md §2.4.
 */
export function decideAdoptProposal(
  round: Round,
  { at, by }: AdoptProposalCommand,
  circle: Circle,
): Ruling<RoundEvent, RoundRefusal> {
  const refused = whyNotAdoptProposal(round, { at, by, circle });
  return refused ? { refused } : { events: [{ type: 'proposal_adopted', at, by }] };
}

/** What stands in the way of this person adopting the proposal, or null (docs/process.md §2.4). */
export function whyNotAdoptProposal(
  round: Round,
  { at, by, circle }: { readonly at: Instant; readonly by: MemberId; readonly circle: Circle },
): RoundRefusal | null {
  if (!isMember(circle, by)) return { code: 'not_in_circle' };
  if (!isFullMember(circle, by)) return decidersOnly(round, circle, by);
  if (round.ending) return { code: 'round_ended', ending: round.ending };
  if (!proposerIsGone(round, circle, at)) {
    return { code: 'proposer_is_here', proposer: round.proposedBy };
  }
  // Who proposes would settle what somebody else saw in their own text (docs/process.md §2.6).
  const own = openObjectionOf(round, by);
  return own && own.adoptedAt !== null ? { code: 'adopted_objection_open' } : null;
}
