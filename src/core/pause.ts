import type { Day, Instant } from './calendar.ts';
import type { ChannelId, MemberId } from './ids.ts';
import type { HandedOnKind } from './pause-event.ts';

/** Who or what parked a round: people, or the clock for want of a proposer, or of any answer. */
export type ParkingCause = 'people' | 'unadopted' | 'unanswered';

/** Why the clock of a round stands still; it can be taken up again. */
export type Pause = { readonly at: Instant; readonly by: MemberId } & (
  | {
      readonly kind: 'to_meeting';
      readonly note: string | null;
      /** True where the clock took it there, because too few answered (docs/process.md §2.4). */
      readonly isForFloor?: boolean;
    }
  | {
      readonly kind: 'parked';
      /** What a person wrote; null where the clock parked it, and its cause says what to do. */
      readonly nextStep: string | null;
      readonly cause: ParkingCause;
      readonly who: MemberId;
      readonly untilOn: Day;
      /** When its day came and people were asked; null while it sleeps. */
      readonly wokenAt: Instant | null;
    }
  | {
      readonly kind: HandedOnKind;
      readonly to: string;
      readonly channelId: ChannelId | null;
      readonly reason: string;
      readonly summary: string;
    }
);
