import { numberFor } from './aftermath.ts';
import { decidersOnly, isAskedIn } from './askable.ts';
import { workingDaysAfter, type Instant } from './calendar.ts';
import { asConcerned, circleFor } from './concern.ts';
import { isFacilitator, isFullMember, isMember } from './circle.ts';
import type { Circle } from './circle.ts';
import { whyNotClosable } from './closing.ts';
import { checkDeadline } from './deadline.ts';
import type { MemberId } from './ids.ts';
import { decideHandOn, handedOnAlready, whyNotHandOn, type HandOnCommand } from './handing-on.ts';
import { decideMeeting, whyNotRecord, type RecordMeetingCommand } from './meeting.ts';
import { decideNextVersion, whyNotPublish, type PublishCommand } from './next-version.ts';
import { whyNotInQuestions } from './preparing.ts';
import { decidePausing, keepersOrProposer, parkedAlready, WAY_TEXT_MAX } from './pausing.ts';
import type { PausingCommand } from './pausing.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, textOrNull, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { decideShortening, whyNotShorten, type ShortenCommand } from './shortening.ts';
import { decideVoid, whyNotVoid, type VoidCommand } from './voiding.ts';
import { keepersOf, standsIn } from './standing-in.ts';

/** Working days by which a member who does not facilitate may extend, once (§2.2). */
export const MEMBER_EXTENSION_WORKING_DAYS = 3;

/** The ways on that /resolve shows, in this order (docs/process.md §D5). */
export const WAYS_ON = [
  'decide',
  'publish_next_version',
  'extend',
  'shorten',
  'to_meeting',
  'record_meeting',
  'park',
  'resume',
  'pass_on',
  'escalate',
  'withdraw',
  'void',
] as const;
/** One of the ways on (docs/process.md §D5). */
export type WayOn = (typeof WAYS_ON)[number];

/** A person takes a way on (docs/process.md §D5). */
export type WayOnCommand = { readonly at: Instant; readonly by: MemberId } & (
  | PublishCommand
  | { readonly type: 'decide'; readonly decisionNumber: number }
  | { readonly type: 'extend'; readonly deadlineAt: Instant; readonly reason: string | null }
  | ShortenCommand
  | PausingCommand
  | RecordMeetingCommand
  | HandOnCommand
  | VoidCommand
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
  const circle = circleFor(round, actor.circle);
  const refused = whyNotIn(way, round, { ...actor, circle });
  return refused && asConcerned(round, actor.by, circle, refused);
}

function whyNotIn(way: WayOn, round: Round, actor: Actor): RoundRefusal | null {
  if (round.ending) return { code: 'round_ended', ending: round.ending };
  const { by, circle } = actor;
  if (!isMember(circle, by)) return { code: 'not_in_circle' };
  // Whoever is asked may take it to a meeting, deciding member or not (§0, invariant 7).
  const isTheirs = way === 'to_meeting' && isAskedIn(round, by);
  if (!isFullMember(circle, by) && !isTheirs) return decidersOnly(round, circle, by);
  const tooSoon = whyNotInQuestions(round, way);
  if (tooSoon) return tooSoon;
  switch (way) {
    case 'decide':
      return parkedAlready(round) ?? handedOnAlready(round) ?? whyNotClosable(round, actor);
    case 'publish_next_version':
      return whyNotPublish(round, actor);
    case 'extend':
      return whyNotExtendable(round, actor);
    case 'shorten':
      return whyNotShorten(round, actor);
    case 'to_meeting':
      return round.pause?.kind === 'to_meeting' ? { code: 'round_at_meeting' } : null;
    case 'record_meeting':
      return whyNotRecord(round, actor);
    case 'pass_on':
    case 'escalate':
      return whyNotHandOn(round, actor);
    case 'park':
      return parkedAlready(round) ?? keepersOrProposer(round, actor);
    case 'resume':
      return round.pause ? keepersOrProposer(round, actor) : { code: 'round_not_paused' };
    case 'void':
      return whyNotVoid(round, actor);
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
      return { events: [decided(round, command)] };
    case 'publish_next_version':
      return decideNextVersion(round, command, circle);
    case 'extend':
      return extend(round, command, circle);
    case 'shorten':
      return decideShortening(round, command, circle);
    case 'to_meeting':
    case 'park':
    case 'resume':
      return decidePausing(round, command, circle);
    case 'record_meeting':
      return decideMeeting(round, command, circle);
    case 'pass_on':
    case 'escalate':
      return decideHandOn(command);
    case 'void':
      return decideVoid(round, command);
    case 'withdraw':
      return withdraw(command);
  }
}

function decided(round: Round, { decisionNumber, at, by }: CommandOf<'decide'>): RoundEvent {
  return { type: 'round_decided', decisionNumber: numberFor(round, decisionNumber), at, by };
}

function whyNotExtendable(round: Round, { by, circle, at }: Actor): RoundRefusal | null {
  const parked = parkedAlready(round);
  if (parked) return parked;
  const handedOn = handedOnAlready(round);
  if (handedOn) return handedOn;
  if (round.pause) return { code: 'round_at_meeting' };
  if (isFacilitator(circle, by) || standsIn(round, { by, at, circle })) return null;
  const isUsed = round.extensions.some((one) => one.cause === 'member' && one.by === by);
  return isUsed ? { code: 'already_extended', facilitators: movers(round, circle, at) } : null;
}

/** Who may move a deadline again: whoever looks after the round just now (docs/process.md §2.2). */
function movers(round: Round, circle: Circle, at: Instant): readonly MemberId[] {
  const keepers = keepersOf(round, circle, at);
  return keepers.length > 0 ? keepers : circle.facilitators;
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
  const freely = isFacilitator(circle, by) || standsIn(round, { by, at, circle });
  const from = Math.max(round.deadlineAt, at);
  const latestAt = workingDaysAfter(from, MEMBER_EXTENSION_WORKING_DAYS, calendar);
  if (!freely && deadlineAt > latestAt) {
    return { refused: { code: 'extension_too_long', latestAt } };
  }
  const cause = freely ? 'facilitator' : 'member';
  const said = textOrNull(reason);
  return { events: [{ type: 'deadline_extended', deadlineAt, cause, reason: said, at, by }] };
}

function withdraw({ reason, at, by }: CommandOf<'withdraw'>): RoundRuling {
  const refused = checkText('reason', reason, { max: WAY_TEXT_MAX });
  if (refused) return { refused };
  return { events: [{ type: 'round_withdrawn', reason: textOrNull(reason), at, by }] };
}
