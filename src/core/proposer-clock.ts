import { dayOf, workingDaysAfter, type Instant } from './calendar.ts';
import { absenceOf, activeFacilitators, decidersOf, isFullMember, type Circle } from './circle.ts';
import type { MemberId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

/** Working days in which a member may adopt a proposal, and for which it is parked after that. */
export const PROPOSAL_ADOPTION_WORKING_DAYS = 5;

type Look = { readonly circle: Circle; readonly now: Instant };

/**
 * True where whoever proposed decides in the circle no longer, or has no account. Leave is not
 * being gone. Source: docs/process.md §2.4.
 */
export function proposerIsGone({ proposedBy }: Round, circle: Circle, at: Instant): boolean {
  if (!isFullMember(circle, proposedBy)) return true;
  return absenceOf(circle, proposedBy, at) === 'deactivated';
}

/**
 * A proposer who went or came back, and a proposal that nobody adopted in five working days: it is
 * parked then, and a facilitator looks for somebody. Source: docs/process.md §2.4.
 */
export function watchProposer(round: Round, { circle, now }: Look): RoundEvent | null {
  const isGone = proposerIsGone(round, circle, now);
  const { proposerGone: gone } = round;
  if (!gone) return isGone ? leftAt(now, circle) : null;
  if (!isGone) return { type: 'proposer_returned', at: now, by: null };
  if (now < gone.untilAt) return null;
  const { calendar } = circle.settings;
  const untilAt = workingDaysAfter(now, PROPOSAL_ADOPTION_WORKING_DAYS, calendar);
  const untilOn = dayOf(untilAt, calendar.timeZone);
  const who = whoLooks(round, { circle, now });
  return { type: 'proposal_unadopted', who, untilOn, at: now, by: null };
}

/** The instants at which a missing proposer gives the clock something to do (§2.4). */
export function proposerInstants({ proposerGone }: Round): Instant[] {
  return proposerGone ? [proposerGone.untilAt] : [];
}

/**
 * The time to adopt begins anew where it ran out while the service was down, because nobody could
 * adopt anything then. Source: docs/process.md §10 case 24.
 */
export function proposerTimeGivenBack(
  round: Round,
  circle: Circle,
  outage: { readonly from: Instant; readonly to: Instant },
): RoundEvent[] {
  const { proposerGone: gone } = round;
  if (!gone || gone.untilAt < outage.from || gone.untilAt > outage.to) return [];
  return proposerIsGone(round, circle, outage.to) ? [leftAt(outage.to, circle)] : [];
}

function leftAt(at: Instant, { settings }: Circle): RoundEvent {
  const untilAt = workingDaysAfter(at, PROPOSAL_ADOPTION_WORKING_DAYS, settings.calendar);
  return { type: 'proposer_left', untilAt, at, by: null };
}

/** In whose name the clock acts: a facilitator who is here, or else any member who decides. */
export function whoLooks({ proposedBy }: Round, { circle, now }: Look): MemberId {
  const [facilitator] = activeFacilitators(circle, now);
  const [member] = decidersOf(circle, now).here;
  return facilitator ?? member ?? proposedBy;
}
