import type { Day, Instant } from './calendar.ts';
import type { ChannelId, MemberId } from './ids.ts';
import type { MeetingOutcome } from './meeting.ts';
import type { Asking } from './version-event.ts';

/** Why the clock of a round stops, what is done meanwhile, and how it goes on (§2.1). */
export type PauseEvent =
  | { readonly type: 'taken_to_meeting'; readonly note: string | null }
  | {
      readonly type: 'meeting_recorded';
      readonly present: readonly MemberId[];
      readonly outcome: MeetingOutcome;
      readonly note: string | null;
    }
  | {
      readonly type: 'round_parked';
      readonly nextStep: string;
      readonly who: MemberId;
      readonly untilOn: Day;
    }
  /** Nobody answered, also after it was announced anew: parked, and `who` asks why (§2.4). */
  | { readonly type: 'nobody_answered'; readonly who: MemberId; readonly untilOn: Day }
  /** Too few answered for what the circle agreed on silence: people talk about it (§2.4, §2.5). */
  | { readonly type: 'floor_missed'; readonly who: MemberId }
  /** The day has come until which it was parked. */
  | { readonly type: 'round_woke' }
  | {
      readonly type: 'round_handed_on';
      readonly kind: HandedOnKind;
      /** The circle or place it went to, in people's words. */
      readonly to: string;
      /** The channel that gets the summary; null where none was chosen. */
      readonly channelId: ChannelId | null;
      readonly reason: string;
      /** All that is told elsewhere; whoever handed it on has agreed to each word of it. */
      readonly summary: string;
    }
  | {
      readonly type: 'round_resumed';
      readonly deadlineAt: Instant;
      /** What came back from where it was handed on to. */
      readonly answer?: string | null;
    }
  /** Taken back, and picked up by somebody who is its proposer from now on. */
  | { readonly type: 'round_taken_over'; readonly asking: Asking };

/** To the circle whose matter it is, or to the broader circle (docs/process.md §2.1). */
export type HandedOnKind = 'passed_on' | 'escalated';
