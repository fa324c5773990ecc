import type { ClockContext } from './clock.ts';
import { excuseOf, wasAwayAtOpening } from './excuse.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

/** Who left the circle, is on leave without an answer, or has no account any more (§2.7). */
export function excuse(round: Round, { circle, now }: ClockContext): RoundEvent | null {
  for (const { member, excused } of round.asked.values()) {
    const reason = excuseOf(round, circle, member, now);
    if (reason && reason !== excused?.reason) {
      return { type: 'member_excused', member, reason, at: now, by: null };
    }
  }
  return null;
}

/** Who was asked, was away and comes back is asked again (§2.7). */
export function welcomeBack(round: Round, { circle, now }: ClockContext): RoundEvent | null {
  for (const asked of round.asked.values()) {
    const { member, excused } = asked;
    if (!excused || wasAwayAtOpening(round, asked)) continue;
    if (!excuseOf(round, circle, member, now)) {
      return { type: 'member_returned', member, at: now, by: null };
    }
  }
  return null;
}
