import type { Instant } from './calendar.ts';
import type { MemberId, ObjectionId, RelayId } from './ids.ts';
import type { RoundEvent } from './round-event.ts';

/** Hours in which the same wish about an objection, said again, is one (docs/process.md §2.6). */
export const SAME_WISH_HOURS = 24;

/**
 * A reasoned objection: open from the moment it is sent, and settled by its owner alone. Nobody
 * approves it first, and nobody else can take it away.
 *
 * Source: docs/process.md §0 invariants 3 and 4, §2.6.
 */
export type Objection = {
  readonly id: ObjectionId;
  /** Its owner: who raised it, or the member who adopted it since. */
  readonly by: MemberId;
  /** How it was relayed; absent where its owner raised it in Slack (§10 case 18). */
  readonly relayId?: RelayId;
  /** Who raised it; stays when somebody else adopts it. */
  readonly raisedBy: MemberId;
  readonly versionNumber: number;
  /** What could go wrong, or what is missed. */
  readonly harm: string;
  /** How it would affect the circle's aim, work or people. */
  readonly effect: string;
  /** What would make it OK; its owner need not know. */
  readonly remedy: string | null;
  readonly raisedAt: Instant;
  readonly rewordedAt: Instant | null;
  /** When its owner said "this settles it for me", and in which version. */
  readonly settled: { readonly at: Instant; readonly versionNumber: number } | null;
  /** When its owner took it back. */
  readonly takenBackAt: Instant | null;
  /** When it became something to watch: `by` its owner, or null where nobody adopted it. */
  readonly noted: {
    readonly at: Instant;
    readonly note: string;
    readonly by: MemberId | null;
  } | null;
  readonly adoptedAt: Instant | null;
  /** Since when its owner has been away; null while they are here. */
  readonly ownerAwayAt: Instant | null;
  /** Since when its owner is waited for: contacts and the time to adopt count from here. */
  readonly quietSinceAt: Instant;
  /** When its owner was written to since then. */
  readonly contactedAt: readonly Instant[];
  /** The latest version of which its owner said that it stands; null where they said nothing. */
  readonly standsOnVersion: number | null;
  /** Everything that happened to it, in order (docs/process.md §4.1). */
  readonly steps: readonly ObjectionStep[];
};

/** One thing that happened to an objection: who did it, when and what they said. */
export type ObjectionStep = Extract<RoundEvent, { readonly objectionId: ObjectionId }>;

/** What the objector writes (docs/process.md §2.6). */
export type ObjectionText = Pick<Objection, 'harm' | 'effect' | 'remedy'>;

/** True while the objection stands in the way of a decision. */
export function isOpen({ settled, takenBackAt, noted }: Objection): boolean {
  return settled === null && takenBackAt === null && noted === null;
}
