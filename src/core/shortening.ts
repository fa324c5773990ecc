import { decidersOnly } from './askable.ts';
import type { Instant } from './calendar.ts';
import { isFullMember, isMember, type Circle } from './circle.ts';
import { checkDeadline, earliestDeadline } from './deadline.ts';
import { handedOnAlready } from './handing-on.ts';
import type { MemberId } from './ids.ts';
import { onlyKeepers, parkedAlready, WAY_TEXT_MAX } from './pausing.ts';
import type { Round, SilencePolicy } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { openHolds } from './standing.ts';
import type { Actor } from './standing-in.ts';

/** Hours that a shortened deadline leaves at least, from now (docs/process.md §2.2). */
export const URGENT_WINDOW_HOURS = 24;

/** A facilitator shortens the deadline for a stated urgency (docs/process.md §2.2). */
export type ShortenCommand = {
  readonly type: 'shorten';
  readonly deadlineAt: Instant;
  readonly reason: string;
};
/** An asked member puts it back: "Give it the time back" (docs/process.md §2.2). */
export type GiveTimeBackCommand = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly type: 'give_time_back';
};

/** Why a deadline is not shortened, or its time not given back (docs/process.md §2.2). */
export type ShorteningRefusal =
  /** Sooner would make silence enough sooner. */
  | { readonly code: 'silence_needs_its_time'; readonly policy: SilencePolicy }
  | { readonly code: 'shortened_before'; readonly givenBackBy: MemberId | null }
  /** Nothing earlier is possible any more. */
  | { readonly code: 'too_late_to_shorten'; readonly deadlineAt: Instant }
  | { readonly code: 'deadline_not_earlier'; readonly deadlineAt: Instant }
  /** Somebody asked for more time, and has it. */
  | { readonly code: 'deadline_before_hold'; readonly untilAt: Instant }
  | { readonly code: 'no_time_to_give_back'; readonly givenBackBy: MemberId | null };

const LIMITS = { minimumHours: URGENT_WINDOW_HOURS };

/**
 * What stands in the way of this person shortening the deadline, or null. Once for each text that
 * is asked about, and never where silence may be enough: it would be enough sooner.
 *
 * Source: docs/process.md §2.2, §2.5, §3.
 */
export function whyNotShorten(round: Round, actor: Actor): RoundRefusal | null {
  const elsewhere = standsStill(round) ?? onlyKeepers(round, actor);
  if (elsewhere) return elsewhere;
  const { shortened, deadlineAt } = round;
  const { silencePolicy: policy } = round.terms;
  if (policy !== 'explicit') return { code: 'silence_needs_its_time', policy };
  if (shortened) return { code: 'shortened_before', givenBackBy: shortened.givenBackBy };
  const { calendar } = actor.circle.settings;
  const earliestAt = earliestDeadline(actor.at, calendar, LIMITS);
  return earliestAt < deadlineAt ? null : { code: 'too_late_to_shorten', deadlineAt };
}

/**
 * Decides a shorter deadline: at least 24 hours from now, at a moment that is possible, earlier
 * than the one that stands, not before the end of a hold, and with a reason.
 *
 * Refusals beside `whyNotShorten`: not earlier; before a hold ends; too soon; on a day off or at
 * night; without a reason. Source: docs/process.md §2.2, §10 case 15.
 */
export function decideShortening(
  round: Round,
  { deadlineAt, reason, at, by }: ShortenCommand & Omit<Actor, 'circle'>,
  circle: Circle,
): Ruling<RoundEvent, RoundRefusal> {
  if (deadlineAt >= round.deadlineAt) {
    return { refused: { code: 'deadline_not_earlier', deadlineAt: round.deadlineAt } };
  }
  const refused =
    checkDeadline(deadlineAt, at, circle.settings.calendar, LIMITS) ??
    beforeHold(round, deadlineAt) ??
    checkText('reason', reason, { least: 1, max: WAY_TEXT_MAX });
  if (refused) return { refused };
  return { events: [{ type: 'deadline_shortened', deadlineAt, reason: reason.trim(), at, by }] };
}

/**
 * Decides that the time is given back: one tap of any deciding member who is asked, at once. It
 * takes nobody's own extension, and the deadline is not shortened a second time for this text.
 *
 * Source: docs/process.md §2.2.
 */
export function decideGiveTimeBack(
  round: Round,
  { at, by }: GiveTimeBackCommand,
  circle: Circle,
): Ruling<RoundEvent, RoundRefusal> {
  const refused = whyNotGiver(round, by, circle) ?? standsStill(round);
  if (refused) return { refused };
  const { shortened } = round;
  if (!shortened || !hasTimeToGiveBack(round, at)) {
    const givenBackBy = shortened?.givenBackBy ?? null;
    return { refused: { code: 'no_time_to_give_back', givenBackBy } };
  }
  return { events: [{ type: 'deadline_given_back', deadlineAt: shortened.insteadOf, at, by }] };
}

/** True while the deadline that stood before is later than the present one, and still ahead. */
export function hasTimeToGiveBack(round: Round, at: Instant): boolean {
  const { shortened, deadlineAt, ending } = round;
  if (ending || !shortened || shortened.givenBackBy !== null) return false;
  return shortened.insteadOf > deadlineAt && shortened.insteadOf > at;
}

function whyNotGiver(round: Round, by: MemberId, circle: Circle): RoundRefusal | null {
  if (!isMember(circle, by)) return { code: 'not_in_circle' };
  if (!round.asked.has(by)) {
    return { code: 'member_not_asked', facilitators: circle.facilitators };
  }
  // A learning member who is asked hears that it is for those who decide (docs/process.md §2.7).
  return isFullMember(circle, by) ? null : decidersOnly(round, circle, by);
}

/** Where the clock does not run there is no deadline to move. */
function standsStill(round: Round): RoundRefusal | null {
  if (round.ending) return { code: 'round_ended', ending: round.ending };
  const elsewhere = parkedAlready(round) ?? handedOnAlready(round);
  return elsewhere ?? (round.pause ? { code: 'round_at_meeting' } : null);
}

function beforeHold(round: Round, deadlineAt: Instant): RoundRefusal | null {
  const untilAt = Math.max(...openHolds(round).map((hold) => hold.untilAt));
  return untilAt > deadlineAt ? { code: 'deadline_before_hold', untilAt } : null;
}
