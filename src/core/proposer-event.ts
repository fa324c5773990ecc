import type { Day, Instant } from './calendar.ts';
import type { MemberId } from './ids.ts';

/** What happens when a proposer is not there any more (docs/process.md §2.4). */
export type ProposerEvent =
  /** They left the circle, decide no longer in it, or have no account: nothing closes. */
  | { readonly type: 'proposer_left'; readonly untilAt: Instant }
  | { readonly type: 'proposer_returned' }
  /** A member looks after the proposal from now on, as its proposer. */
  | { readonly type: 'proposal_adopted' }
  /** Nobody did in time: the round is parked. */
  | { readonly type: 'proposal_unadopted'; readonly who: MemberId; readonly untilOn: Day };

const NAMES: Readonly<Record<ProposerEvent['type'], true>> = {
  proposer_left: true,
  proposer_returned: true,
  proposal_adopted: true,
  proposal_unadopted: true,
};

/** True of what happens when a proposer is not there any more (docs/process.md §2.4). */
export function isAboutProposer<Event extends { readonly type: string }>(
  event: Event,
): event is Event & ProposerEvent {
  return Object.hasOwn(NAMES, event.type);
}
