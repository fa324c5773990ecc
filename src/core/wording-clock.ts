import type { Instant } from './calendar.ts';
import type { ClockContext } from './clock.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { CHALLENGE_HOURS } from './standing.ts';

const HOUR = 3_600_000;

/** When the wording stands if nobody says that it is more; null where that is past (§2.6). */
function standsFrom(round: Round): Instant | null {
  const { change, openedAt, stoodAt } = currentVersion(round);
  return change === 'wording' && stoodAt === null ? openedAt + CHALLENGE_HOURS * HOUR : null;
}

/**
 * The hours are over in which whoever answered may say “This changes it for me”: the wording
 * stands, and the card offers it no more. Source: docs/process.md §2.6, §D6.
 */
export function letStand(round: Round, { now }: ClockContext): RoundEvent | null {
  const untilAt = standsFrom(round);
  if (untilAt === null || now < untilAt) return null;
  return { type: 'wording_stood', number: currentVersion(round).number, at: now, by: null };
}

/** When that is (docs/process.md §D9). */
export function challengeInstants(round: Round): Instant[] {
  const untilAt = standsFrom(round);
  return untilAt === null ? [] : [untilAt];
}
