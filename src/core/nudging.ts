import { proposerTold } from './audience.ts';
import type { MemberId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { openObjections, silentMembers } from './standing.ts';

/**
 * Who is asked for their answer by a message of their own after this event; `isAlways` where such
 * an event always brings one. `round` is the round after it. Source: docs/process.md §2.2, §D13.
 */
export function nudgedBy(event: RoundEvent, round: Round, isAlways: boolean): readonly MemberId[] {
  return isAlways || asksAgain(event) ? nudged(event, round) : [];
}

function asksAgain(event: RoundEvent): boolean {
  if (event.type === 'version_published') return event.asking !== null;
  if (event.type === 'meeting_recorded') return event.outcome === 'consented';
  const isForSilence = event.type === 'deadline_extended' && event.cause === 'silence';
  return isForSilence || event.type === 'wording_challenged' || event.type === 'round_taken_over';
}

function nudged(event: RoundEvent, round: Round): readonly MemberId[] {
  if (event.type === 'members_reminded') return event.members;
  if (event.type === 'hold_ended') return [event.member];
  if (event.type !== 'version_published') return silentMembers(round);
  // Whoever objects has a message of their own: they are asked first whether this settles it.
  const objectors = openObjections(round).map(({ by }) => by);
  const told = new Set([event.by, ...objectors, ...proposerTold(event, round)]);
  return silentMembers(round).filter((one) => !told.has(one));
}
