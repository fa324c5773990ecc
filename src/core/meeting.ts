import type { Day, Instant } from './calendar.ts';
import { isMember, type Circle } from './circle.ts';
import { checkDeadline } from './deadline.ts';
import type { MemberId } from './ids.ts';
import { checkParking, onlyKeepers, WAY_TEXT_MAX } from './pausing.ts';
import { questionsAnew } from './question-step-time.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, textOrNull, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import type { Actor } from './standing-in.ts';

/** What came of a meeting. A decision is closed afterwards, once the absent were asked (§2.1). */
export const MEETING_OUTCOMES = ['consented', 'new_text', 'parked', 'withdrawn'] as const;
/** One of them (docs/process.md §2.1). */
export type MeetingOutcome = (typeof MEETING_OUTCOMES)[number];

/** What a meeting about a round came to, as a facilitator wrote it down (docs/process.md §2.1). */
export type Meeting = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly present: readonly MemberId[];
  readonly outcome: MeetingOutcome;
  readonly note: string | null;
};

/** A facilitator writes down what the meeting came to (docs/process.md §2.1). */
export type RecordMeetingCommand = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly type: 'record_meeting';
  readonly present: readonly MemberId[];
  readonly note: string | null;
} & (
  | { readonly outcome: 'consented' | 'new_text'; readonly deadlineAt: Instant }
  | {
      readonly outcome: 'parked';
      readonly nextStep: string;
      readonly who: MemberId;
      readonly untilOn: Day;
    }
  | { readonly outcome: 'withdrawn' }
);

/** Why nothing can be written down just now, or by this person (docs/process.md §2.1, §3). */
export function whyNotRecord(round: Round, actor: Actor): RoundRefusal | null {
  if (round.pause?.kind !== 'to_meeting') return { code: 'round_not_at_meeting' };
  return onlyKeepers(round, actor);
}

/**
 * The meeting that wants a new text, until a version is published after it; null where none does.
 * Its note is what whoever writes the text has before them. Source: docs/process.md §2.1.
 */
export function textWanted(round: Round): Meeting | null {
  const last = round.meetings.at(-1);
  if (last?.outcome !== 'new_text' || round.ending) return null;
  return currentVersion(round).openedAt > last.at ? null : last;
}

/** Whether these people can have been there; null where they can (docs/process.md §2.1). */
export function checkPresent(present: readonly MemberId[], circle: Circle): RoundRefusal | null {
  if (present.length === 0) return { code: 'meeting_without_people' };
  const stranger = present.find((member) => !isMember(circle, member));
  return stranger ? { code: 'meeting_with_stranger', member: stranger } : null;
}

/**
 * Decides what a meeting's record brings. Who was there and consented is recorded as consenting at
 * the meeting; the absent are still asked, until a new deadline. An open objection stays open: its
 * owner alone says that it is settled, also where they were there.
 *
 * Source: docs/process.md §2.1, §0 invariants 4 and 6.
 */
export function decideMeeting(
  round: Round,
  command: RecordMeetingCommand,
  circle: Circle,
): Ruling<RoundEvent, RoundRefusal> {
  const { at, by, outcome, note } = command;
  const present = [...new Set(command.present)];
  const refused =
    whyNotRecord(round, { by, at, circle }) ??
    checkPresent(present, circle) ??
    checkText('note', note, { max: WAY_TEXT_MAX }) ??
    checkOutcome(round, command, circle);
  if (refused) return { refused };
  const said = textOrNull(note);
  const recorded = { type: 'meeting_recorded', present, outcome, note: said, at, by } as const;
  const next = whatFollows(round, command, said);
  const anew = next.type === 'round_resumed' ? questionsAnew(round, at, circle) : [];
  return { events: [recorded, next, ...anew] };
}

function checkOutcome(
  round: Round,
  command: RecordMeetingCommand,
  circle: Circle,
): RoundRefusal | null {
  switch (command.outcome) {
    case 'consented':
    case 'new_text':
      return checkDeadline(command.deadlineAt, command.at, circle.settings.calendar, {
        minimumHours: 24,
      });
    case 'parked':
      return checkParking(command, command.at, circle);
    case 'withdrawn': {
      const { proposedBy: proposer } = round;
      return command.present.includes(proposer) ? null : { code: 'proposer_not_there', proposer };
    }
  }
}

function whatFollows(
  { proposedBy }: Round,
  command: RecordMeetingCommand,
  reason: string | null,
): RoundEvent {
  const { at, by } = command;
  switch (command.outcome) {
    case 'consented':
    case 'new_text':
      return { type: 'round_resumed', deadlineAt: command.deadlineAt, at, by };
    case 'parked': {
      const { nextStep, who, untilOn } = command;
      return { type: 'round_parked', nextStep: nextStep.trim(), who, untilOn, at, by };
    }
    case 'withdrawn':
      return { type: 'round_withdrawn', reason, saidBy: proposedBy, at, by };
  }
}
