import type { AftermathEvent } from './aftermath-event.ts';
import type { AskingEvent } from './asking-event.ts';
import type { Day, Instant } from './calendar.ts';
import type { Document } from './document.ts';
import type { CircleId, MemberId, ObjectionId, RoundId, TeamId } from './ids.ts';
import type { ObjectionText } from './objection.ts';
import type { ObjectionWorkEvent } from './objection-event.ts';
import type { QuestionStepEvent } from './question-step-event.ts';
import type { ProposerEvent } from './proposer-event.ts';
import type { PauseEvent } from './pause-event.ts';
import type { ByRelay, RelayEvent } from './relay-event.ts';
import type { ShorteningEvent } from './shortening-event.ts';
import type { ReplacedDecision } from './replacing.ts';
import type { StandInEvent } from './standing-in.ts';
import type { ExcuseReason, ExtensionCause, RoundTerms } from './round.ts';
import type { VersionEvent } from './version-event.ts';
import type { VoidEvent } from './void-event.ts';
import type { WasAwayEvent } from './was-away.ts';

/** Why people are written to while a round is open (docs/process.md §2.2, nudges). */
export type ReminderOccasion = 'half_time' | 'day_before';

/** What can happen in a round, as it happened. `by` is null where the clock did it. */
export type RoundEvent = { readonly at: Instant; readonly by: MemberId | null } & (
  | OpeningEvent
  | AnswerEvent
  | RelayEvent
  | StandInEvent
  | AskingEvent
  | ObjectionEvent
  | VersionEvent
  | QuestionStepEvent
  | WasAwayEvent
  | ClockEvent
  | ShorteningEvent
  | WayOnEvent
  | VoidEvent
  | PauseEvent
  | ProposerEvent
  | AftermathEvent
  | ObjectionWorkEvent
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
  /** Rounds that are about no decision, or opened before there were links, have none. */
  readonly replacesDecision?: ReplacedDecision;
  /** Rounds that opened before links were asked for have none. */
  readonly link?: string | null;
  readonly terms: RoundTerms;
  /** Rounds that opened before there was a question step have none (docs/process.md §2.1). */
  readonly step?: {
    readonly questionsUntilAt: Instant | null;
    readonly isSkipped: boolean;
    readonly opensBy?: 'facilitator';
  };
  readonly asked: readonly MemberId[];
  /** Members who are away: shown, not waited for, and back in as soon as they answer. */
  readonly away: readonly { readonly member: MemberId; readonly reason: ExcuseReason }[];
  /** True where the circle asks its learning members; not told where it does not (§2.7). */
  readonly asksLearning?: boolean;
  readonly deadlineAt: Instant;
};

type AnswerEvent =
  | ({ readonly type: 'consented'; readonly note: string | null } & ByRelay)
  | ({
      readonly type: 'more_time_asked';
      readonly needs: string | null;
      readonly untilAt: Instant;
    } & ByRelay)
  | { readonly type: 'answer_taken_back' }
  | { readonly type: 'question_asked'; readonly text: string };

type ObjectionEvent =
  | ({
      readonly type: 'objection_raised';
      readonly objectionId: ObjectionId;
      /** Told where it was written about an earlier version than the one that is asked about. */
      readonly versionNumber?: number;
    } & ObjectionText &
      ByRelay)
  | ({ readonly type: 'objection_reworded'; readonly objectionId: ObjectionId } & ObjectionText)
  | { readonly type: 'objection_settled'; readonly objectionId: ObjectionId }
  | { readonly type: 'objection_taken_back'; readonly objectionId: ObjectionId };

type ClockEvent =
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
  | {
      readonly type: 'round_withdrawn';
      readonly reason: string | null;
      /** Who took it back, where a facilitator wrote it down after a meeting. */
      readonly saidBy?: MemberId;
    };
