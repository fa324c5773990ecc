import type { Instant } from './calendar.ts';
import { inQuestions } from './question-step.ts';
import type { Round } from './round.ts';
import { mayClose, readySince, standingOf } from './standing.ts';

const HOUR = 3_600_000;

/**
 * When the round closes by itself as things stand, or null where it does not: at its deadline or a
 * grace period after it became ready, whichever comes first, and never before it is ready.
 *
 * Source: docs/process.md §D4, §2.2.
 */
export function closesAloneAt(round: Round): Instant | null {
  if (inQuestions(round) || round.proposerGone) return null;
  if (round.terms.closing !== 'automatic' || !mayClose(standingOf(round))) return null;
  const readyAt = readySince(round);
  const grace = readyAt + round.terms.graceHours * HOUR;
  return Math.max(readyAt, Math.min(round.deadlineAt, grace));
}

/**
 * True where the round would have closed by itself by the end of an outage. It gets its grace
 * period anew, because nothing closes while the program catches up.
 *
 * Source: docs/process.md §2.2, §10 case 24.
 */
export function wouldHaveClosedBy(round: Round, outageTo: Instant): boolean {
  if (round.ending || round.pause) return false;
  const at = closesAloneAt(round);
  return at !== null && at <= outageTo;
}
