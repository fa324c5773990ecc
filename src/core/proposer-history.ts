import { by, changedAt } from './answer-history.ts';
import type { ProposerEvent } from './proposer-event.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

/**
 * The round after its proposer left or came back, or after its proposal was adopted or was not.
 * Text and answers stay as they are (docs/process.md §2.4).
 */
export function withProposer(
  round: Round,
  event: RoundEvent & { readonly type: ProposerEvent['type'] },
): Round {
  const { at } = event;
  switch (event.type) {
    case 'proposer_left':
      return { ...round, proposerGone: { at, untilAt: event.untilAt } };
    case 'proposer_returned':
      return changedAt(event, { ...round, proposerGone: null });
    case 'proposal_adopted':
      return adopted(round, event);
    case 'proposal_unadopted': {
      const { who, untilOn } = event;
      const parking = { nextStep: null, cause: 'unadopted' as const, who, untilOn, wokenAt: null };
      return { ...round, pause: { kind: 'parked', ...parking, at, by: who } };
    }
  }
}

/** Where the round was parked for want of them, the next step is theirs too (§2.4). */
function adopted(round: Round, event: RoundEvent): Round {
  const proposedBy = by(event);
  const { pause } = round;
  const isTheirs = pause?.kind === 'parked' && pause.cause === 'unadopted';
  const resting = isTheirs ? { ...pause, who: proposedBy } : pause;
  return changedAt(event, { ...round, proposerGone: null, proposedBy, pause: resting });
}

/** A round that rests waits for no proposer; when it goes on, their time begins anew (§2.4). */
export function restingWithout(round: Round): Round {
  const isResting = round.pause !== null || round.ending !== null;
  return isResting && round.proposerGone ? { ...round, proposerGone: null } : round;
}
