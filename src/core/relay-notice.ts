import type { MemberId } from './ids.ts';
import { relayWith } from './relayed-answer.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

const quiet = { card: true, thread: false } as const;

/**
 * Who hears of a relayed answer: whoever can say that it is right, and then its recorder. The
 * thread hears of a relayed objection by the objection itself (docs/process.md §10 case 18).
 */
export const RELAY_HEARINGS = {
  answer_relayed: { ...quiet, direct: 'confirmers' },
  relay_confirmed: { ...quiet, direct: 'recorder' },
  relay_denied: { ...quiet, direct: 'recorder' },
  stand_in_declared: { card: true, thread: true, direct: 'nobody' },
  asking_wished: { card: false, thread: false, direct: 'facilitators' },
  member_added_to_round: { ...quiet, direct: 'added' },
} as const;

/** The person whose answer was relayed, and the witness (docs/process.md §10 case 18). */
export function confirmersIn(event: RoundEvent): MemberId[] {
  if (event.type !== 'answer_relayed') return [];
  return event.witness ? [event.member, event.witness] : [event.member];
}

/** Who wrote down the answer that somebody spoke to (docs/process.md §10 case 18). */
export function recorderIn(event: RoundEvent, round: Round): MemberId[] {
  const relay = 'relayId' in event ? relayWith(round, event.relayId) : null;
  return relay ? [relay.relayedBy] : [];
}
