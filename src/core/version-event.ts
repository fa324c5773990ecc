import type { Instant } from './calendar.ts';
import type { MemberId, ObjectionId } from './ids.ts';
import type { ExcuseReason } from './round.ts';
import type { OnBehalf, VersionChange, Wording } from './version.ts';

/** Whom a version asks, and until when (docs/process.md §2.2, §2.7). */
export type Asking = {
  readonly asked: readonly MemberId[];
  /** Members who are away: shown, not waited for, and back in as soon as they answer. */
  readonly away: readonly { readonly member: MemberId; readonly reason: ExcuseReason }[];
  /** True where the circle asks its learning members; not told where it does not (§2.7). */
  readonly asksLearning?: boolean;
  readonly deadlineAt: Instant;
};

/** What can happen to the text of a round, and to an objection through it (§2.6). */
export type VersionEvent =
  | ({
      readonly type: 'version_published';
      readonly number: number;
      readonly change: VersionChange;
      readonly answersObjections: readonly ObjectionId[];
      readonly onBehalf: OnBehalf | null;
      readonly linkedDocumentChanged: boolean;
      /** Null for a change of wording: whom it asks, and until when, stays as it was. */
      readonly asking: Asking | null;
    } & Wording)
  /** Somebody who answered said that a change of wording changes it for them. */
  | { readonly type: 'wording_challenged'; readonly number: number; readonly asking: Asking }
  /** Nobody said so in time: the change of wording stands. */
  | { readonly type: 'wording_stood'; readonly number: number }
  /** Its owner looked at a version and said "not yet", or says again that it still stands. */
  | {
      readonly type: 'objection_stands';
      readonly objectionId: ObjectionId;
      readonly versionNumber: number;
    };
