import { dayOf, workingDaysAfter, type Day, type Instant } from './calendar.ts';
import { activeFacilitators, isFacilitator, isFullMember, isMember } from './circle.ts';
import type { Circle } from './circle.ts';
import { whyNotClosable } from './closing.ts';
import { checkDeadline } from './deadline.ts';
import type { MemberId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, textOrNull, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';

/** Working days by which a member who does not facilitate may extend, once (§2.2). */
export const MEMBER_EXTENSION_WORKING_DAYS = 3;
/** Characters of a next step, and of the reason or note that goes with a way on. */
export const WAY_TEXT_MAX = 500;

/** The ways on that /resolve shows, in this order (docs/process.md §D5). */
export const WAYS_ON = ['decide', 'extend', 'to_meeting', 'park', 'resume', 'withdraw'] as const;
/** One of the ways on (docs/process.md §D5). */
export type WayOn = (typeof WAYS_ON)[number];

/** A person takes a way on (docs/process.md §D5). */
export type WayOnCommand = { readonly at: Instant; readonly by: MemberId } & (
  | { readonly type: 'decide'; readonly decisionNumber: number }
  | { readonly type: 'extend'; readonly deadlineAt: Instant; readonly reason: string | null }
  | { readonly type: 'to_meeting'; readonly note: string | null }
  | {
      readonly type: 'park';
      readonly nextStep: string;
      readonly who: MemberId;
      readonly untilOn: Day;
    }
  | { readonly type: 'resume'; readonly deadlineAt: Instant }
  | { readonly type: 'withdraw'; readonly reason: string | null }
);

type RoundRuling = Ruling<RoundEvent, RoundRefusal>;
type CommandOf<Type extends WayOn> = WayOnCommand & { type: Type };

/** Who wants to go on, when, and in which circle. */
export type Actor = { readonly by: MemberId; readonly at: Instant; readonly circle: Circle };

/**
 * Every way on for this person, each with what stands in its way, or null where it is possible.
 * Source: docs/process.md §D5, §3.
 */
export function waysOn(round: Round, actor: Actor): { way: WayOn; refused: RoundRefusal | null }[] {
  return WAYS_ON.map((way) => ({ way, refused: whyNot(way, round, actor) }));
}

/** What stands in the way of one way on, or null. Source: docs/process.md §3, §2.4. */
export function whyNot(way: WayOn, round: Round, actor: Actor): RoundRefusal | null {
  if (round.ending) return { code: 'round_ended', ending: round.ending };
  const { by, circle } = actor;
  if (!isMember(circle, by)) return { code: 'not_in_circle' };
  if (!isFullMember(circle, by)) {
    return { code: 'member_not_asked', facilitators: circle.facilitators };
  }
  switch (way) {
    case 'decide':
      return parkedAlready(round) ?? whyNotClosable(round, actor);
    case 'extend':
      return whyNotExtendable(round, actor);
    case 'to_meeting':
      return round.pause?.kind === 'to_meeting' ? { code: 'round_at_meeting' } : null;
    case 'park':
      return parkedAlready(round) ?? onlyFacilitators(round, actor);
    case 'resume':
      return round.pause ? onlyFacilitators(round, actor) : { code: 'round_not_paused' };
    case 'withdraw':
      if (by === round.proposedBy) return null;
      return { code: 'not_proposer', proposer: round.proposedBy };
  }
}

/** Decides a way on. Source: docs/process.md §2.1, §D5. */
export function decideWayOn(round: Round, command: WayOnCommand, circle: Circle): RoundRuling {
  const { at, by } = command;
  const refused = whyNot(command.type, round, { by, at, circle });
  if (refused) return { refused };
  switch (command.type) {
    case 'decide':
      return {
        events: [{ type: 'round_decided', decisionNumber: command.decisionNumber, at, by }],
      };
    case 'extend':
      return extend(round, command, circle);
    case 'to_meeting':
      return toMeeting(command);
    case 'park':
      return park(command, circle);
    case 'resume':
      return resume(command, circle);
    case 'withdraw':
      return withdraw(command);
  }
}

function whyNotExtendable(round: Round, { by, circle, at }: Actor): RoundRefusal | null {
  const parked = parkedAlready(round);
  if (parked) return parked;
  if (round.pause) return { code: 'round_at_meeting' };
  if (isFacilitator(circle, by) || standsIn(circle, by, at)) return null;
  return round.extensions.some((one) => one.cause === 'member' && one.by === by)
    ? { code: 'already_extended' }
    : null;
}

function parkedAlready({ pause }: Round): RoundRefusal | null {
  if (pause?.kind !== 'parked') return null;
  return { code: 'round_parked', untilOn: pause.untilOn, nextStep: pause.nextStep };
}

/** Parking and resuming are the facilitator's, or a member's while none is here (§3). */
function onlyFacilitators(round: Round, { by, at, circle }: Actor): RoundRefusal | null {
  const proposerParks = by === round.proposedBy;
  if (isFacilitator(circle, by) || standsIn(circle, by, at) || proposerParks) return null;
  return { code: 'not_facilitator', facilitators: circle.facilitators };
}

/** A member stands in for the facilitator while none of them is here (§2.4, "missing"). */
function standsIn(circle: Circle, by: MemberId, at: Instant): boolean {
  return activeFacilitators(circle, at).length === 0 && isFullMember(circle, by);
}

function extend(
  round: Round,
  { deadlineAt, reason, at, by }: CommandOf<'extend'>,
  circle: Circle,
): RoundRuling {
  const { calendar } = circle.settings;
  if (deadlineAt <= round.deadlineAt) {
    return { refused: { code: 'deadline_not_later', deadlineAt: round.deadlineAt } };
  }
  const refused =
    checkDeadline(deadlineAt, at, calendar, { minimumHours: 0 }) ??
    checkText('reason', reason, { max: WAY_TEXT_MAX });
  if (refused) return { refused };
  const freely = isFacilitator(circle, by) || standsIn(circle, by, at);
  const from = Math.max(round.deadlineAt, at);
  const latestAt = workingDaysAfter(from, MEMBER_EXTENSION_WORKING_DAYS, calendar);
  if (!freely && deadlineAt > latestAt) {
    return { refused: { code: 'extension_too_long', latestAt } };
  }
  const cause = freely ? 'facilitator' : 'member';
  const said = textOrNull(reason);
  return { events: [{ type: 'deadline_extended', deadlineAt, cause, reason: said, at, by }] };
}

function park(command: CommandOf<'park'>, circle: Circle): RoundRuling {
  const { nextStep, who, untilOn, at, by } = command;
  const refused = checkText('next_step', nextStep, { least: 1, max: WAY_TEXT_MAX });
  if (refused) return { refused };
  if (!isMember(circle, who)) return { refused: { code: 'park_who_not_in_circle' } };
  if (untilOn <= dayOf(at, circle.settings.calendar.timeZone)) {
    return { refused: { code: 'park_date_not_ahead' } };
  }
  return { events: [{ type: 'round_parked', nextStep: nextStep.trim(), who, untilOn, at, by }] };
}

function resume({ deadlineAt, at, by }: CommandOf<'resume'>, circle: Circle): RoundRuling {
  const refused = checkDeadline(deadlineAt, at, circle.settings.calendar, { minimumHours: 24 });
  if (refused) return { refused };
  return { events: [{ type: 'round_resumed', deadlineAt, at, by }] };
}

function toMeeting({ note, at, by }: CommandOf<'to_meeting'>): RoundRuling {
  const refused = checkText('note', note, { max: WAY_TEXT_MAX });
  if (refused) return { refused };
  return { events: [{ type: 'taken_to_meeting', note: textOrNull(note), at, by }] };
}

function withdraw({ reason, at, by }: CommandOf<'withdraw'>): RoundRuling {
  const refused = checkText('reason', reason, { max: WAY_TEXT_MAX });
  if (refused) return { refused };
  return { events: [{ type: 'round_withdrawn', reason: textOrNull(reason), at, by }] };
}
