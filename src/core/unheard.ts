import { dayOf, windowDeadline, type Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import { whoLooks } from './proposer-clock.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent, RoundEventType } from './round-event.ts';
import { standingOf, wasExtendedForSilence } from './standing.ts';

/** By these somebody shows that they saw the round, whatever they think of it. */
const SHOWS_IT_WAS_SEEN: ReadonlySet<RoundEventType> = new Set<RoundEventType>([
  'consented',
  'more_time_asked',
  'objection_raised',
  'question_asked',
  'answer_relayed',
  'meeting_recorded',
]);

/** The round with when somebody beside its proposer was last heard from (docs/process.md §2.4). */
export function heardAt(round: Round, { type, by, at }: RoundEvent): Round {
  const isHeard = by !== null && by !== round.proposedBy && SHOWS_IT_WAS_SEEN.has(type);
  return isHeard ? { ...round, lastHeardAt: at } : round;
}

/**
 * True where nobody beside its proposer has said anything since people were asked about this text:
 * perhaps nobody saw it. Source: docs/process.md §2.4 ("Nobody answered at all").
 */
export function isUnseen(round: Round): boolean {
  const { askedAt } = currentVersion(round);
  const since = Math.max(askedAt, round.askedAgainAt ?? askedAt);
  return round.lastHeardAt === null || round.lastHeardAt < since;
}

/**
 * What a round comes to that was extended for silence, whose deadline is over, and which too few
 * have answered: parked where nobody did, to a meeting where the circle agreed on a floor that was
 * not reached. Null where it goes on: then facilitators choose.
 *
 * Source: docs/process.md §2.4, §2.5.
 */
export function unheardEnd(round: Round): 'parked' | 'to_meeting' | null {
  if (round.marks.deadlinePassedAt === null || !wasExtendedForSilence(round)) return null;
  if (standingOf(round) !== 'waiting') return null;
  if (isUnseen(round)) return 'parked';
  return round.terms.silencePolicy === 'floor' ? 'to_meeting' : null;
}

/** The same as a rule of the clock: it happens in the name of whoever looks after it (§2.4). */
export function endUnheard(
  round: Round,
  { circle, now }: { readonly circle: Circle; readonly now: Instant },
): RoundEvent | null {
  const end = unheardEnd(round);
  if (end === null) return null;
  const who = whoLooks(round, { circle, now });
  if (end === 'to_meeting') return { type: 'floor_missed', who, at: now, by: null };
  const { calendar, windowDays } = circle.settings;
  const untilOn = dayOf(windowDeadline(now, windowDays, calendar), calendar.timeZone);
  return { type: 'nobody_answered', who, untilOn, at: now, by: null };
}
