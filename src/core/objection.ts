import type { Instant } from './calendar.ts';
import type { MemberId, ObjectionId } from './ids.ts';

/**
 * A reasoned objection: open from the moment it is sent, and settled by its owner alone. Nobody
 * approves it first, and nobody else can take it away.
 *
 * Source: docs/process.md §0 invariants 3 and 4, §2.6.
 */
export type Objection = {
  readonly id: ObjectionId;
  readonly by: MemberId;
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
};

/** What the objector writes (docs/process.md §2.6). */
export type ObjectionText = Pick<Objection, 'harm' | 'effect' | 'remedy'>;

/** True while the objection stands in the way of a decision. */
export function isOpen(objection: Objection): boolean {
  return objection.settled === null && objection.takenBackAt === null;
}
