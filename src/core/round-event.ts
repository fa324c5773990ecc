import type { Day, Instant } from './calendar.ts';
import type { Document } from './document.ts';
import type { CircleId, MemberId, ObjectionId, RoundId, TeamId } from './ids.ts';
import type { ObjectionText } from './objection.ts';
import type { ExcuseReason, ExtensionCause, RoundTerms } from './round.ts';

/** Why people are written to while a round is open (docs/process.md §2.2, nudges). */
export type ReminderOccasion = 'half_time' | 'day_before';

/** What can happen in a round, as it happened. `by` is null where the clock did it. */
export type RoundEvent = { readonly at: Instant; readonly by: MemberId | null } & (
  OpeningEvent | AnswerEvent | ObjectionEvent | ClockEvent | WayOnEvent
);

/** The names of everything that can happen in a round. */
export type RoundEventType = RoundEvent['type'];

type OpeningEvent = {
  readonly type: 'round_opened';
  readonly id: RoundId;
  readonly teamId: TeamId;
  readonly circleId: CircleId;
  readonly number: number;
  readonly title: string;
  readonly need: string;
  readonly document: Document;
  readonly owner: MemberId;
  readonly reviewOn: Day;
  readonly replaces: string | null;
  readonly terms: RoundTerms;
  readonly asked: readonly MemberId[];
  /** Members who are away: shown, not waited for, and back in as soon as they answer. */
  readonly away: readonly { readonly member: MemberId; readonly reason: ExcuseReason }[];
  readonly deadlineAt: Instant;
};

type AnswerEvent =
  | { readonly type: 'consented'; readonly note: string | null }
  | { readonly type: 'more_time_asked'; readonly needs: string | null; readonly untilAt: Instant }
  | { readonly type: 'answer_taken_back' }
  | { readonly type: 'question_asked'; readonly text: string };

type ObjectionEvent =
  | ({ readonly type: 'objection_raised'; readonly objectionId: ObjectionId } & ObjectionText)
  | ({ readonly type: 'objection_reworded'; readonly objectionId: ObjectionId } & ObjectionText)
  | { readonly type: 'objection_settled'; readonly objectionId: ObjectionId }
  | { readonly type: 'objection_taken_back'; readonly objectionId: ObjectionId };

type ClockEvent =
  | {
      readonly type: 'member_excused';
      readonly member: MemberId;
      readonly reason: ExcuseReason;
    }
  | { readonly type: 'member_returned'; readonly member: MemberId }
  | { readonly type: 'hold_ended'; readonly member: MemberId }
  | {
      readonly type: 'members_reminded';
      readonly members: readonly MemberId[];
      readonly occasion: ReminderOccasion;
    }
  | {
      readonly type: 'deadline_extended';
      readonly deadlineAt: Instant;
      readonly cause: ExtensionCause;
      readonly reason: string | null;
    }
  | { readonly type: 'deadline_passed' }
  | { readonly type: 'became_ready' }
  /** The service was away; a round that closes by itself gives its grace period anew. */
  | { readonly type: 'grace_restarted' }
  | { readonly type: 'closing_opened_to_members' };

type WayOnEvent =
  | { readonly type: 'round_decided'; readonly decisionNumber: number }
  | { readonly type: 'round_withdrawn'; readonly reason: string | null }
  | { readonly type: 'taken_to_meeting'; readonly note: string | null }
  | {
      readonly type: 'round_parked';
      readonly nextStep: string;
      readonly who: MemberId;
      readonly untilOn: Day;
    }
  | { readonly type: 'round_resumed'; readonly deadlineAt: Instant };
