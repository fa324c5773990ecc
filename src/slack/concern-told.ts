import type { Round } from '../core/round.ts';
import { outgoing } from '../shell/outgoing.ts';
import type { DeliverParts } from './delivering.ts';

/** A first card waits so long for the message to the person whom it names. */
const CONCERNED_WAIT_MS = 60_000;

/**
 * True while the person whom a proposal names is still to be told: nobody learns of a proposal
 * about themselves from its card. Where they cannot be written to, the card goes up all the same.
 *
 * Source: docs/process.md §2.7, §10 case 25.
 */
export async function waitsForConcerned(
  { id: roundId, teamId, terms, proposedBy, openedAt }: Round,
  { store, now }: Pick<DeliverParts, 'store' | 'now'>,
): Promise<boolean> {
  const to = terms.concerns?.member;
  if (!to || to === proposedBy || now() - openedAt >= CONCERNED_WAIT_MS) return false;
  const notice = { kind: 'direct', roundId, seq: 1, to } as const;
  return (await store.lastDeliveredAt(outgoing(teamId, notice, now()).key)) === null;
}
