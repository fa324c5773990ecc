import type { Instant } from './calendar.ts';
import type { Correction } from './correcting.ts';
import type { MemberId, ObjectionId } from './ids.ts';
import type { ObjectionText } from './objection.ts';
import type { Superseding } from './replacing.ts';
import type { Round } from './round.ts';

/** Minutes after the closing in which an objection opens the round again (§10 case 8). */
export const REOPENING_MINUTES = 15;
/** Days in which the owner or a facilitator answers what was raised later (§10 case 9). */
export const LATE_ANSWER_DAYS = 7;
/** Working days after that until the whole circle is told that nobody has answered. */
export const LATE_CIRCLE_WORKING_DAYS = 3;
/** Characters of an answer to what was raised later, and of the reason for a pause. */
export const AFTERMATH_TEXT_MAX = 1500;

/**
 * Something raised about a decision that has been made: new information, always welcome. The
 * decision stays in force meanwhile. Source: docs/process.md §10 case 9.
 */
export type LateObjection = ObjectionText & {
  readonly id: ObjectionId;
  readonly by: MemberId;
  readonly raisedAt: Instant;
  /** By when the owner or a facilitator answers it. */
  readonly dueAt: Instant;
  readonly remindedAt: Instant | null;
  readonly circleToldAt: Instant | null;
  readonly answered: {
    readonly at: Instant;
    readonly by: MemberId;
    readonly text: string;
  } | null;
};

/** A decision that is not acted on, because carrying on would be dangerous (§10 case 10). */
type DecisionPause = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly reason: string;
};

/** What came after a round was closed (docs/process.md §10 cases 8 to 10). */
export type Aftermath = {
  readonly lateObjections: readonly LateObjection[];
  readonly paused: DecisionPause | null;
  /** The decision's number, kept for it while the round is open again; null for none. */
  readonly keptNumber: number | null;
  /** What took its place, in order; empty while it is in force (case 16). */
  readonly superseded: readonly Superseding[];
  /** What was put right in its record, in order. */
  readonly corrections: readonly Correction[];
};

/** Nothing has come after the closing yet. */
export const NO_AFTERMATH: Aftermath = {
  lateObjections: [],
  paused: null,
  keptNumber: null,
  superseded: [],
  corrections: [],
};

/** What was raised later and waits for an answer (docs/process.md §10 case 9). */
export function unansweredLate({ aftermath, ending }: Round): LateObjection[] {
  if (ending?.kind === 'withdrawn' || ending?.kind === 'void') return [];
  return aftermath.lateObjections.filter(({ answered }) => answered === null);
}

/** The number that a decision gets: its own where it was opened again (§10 case 8). */
export function numberFor({ aftermath }: Round, fresh: number): number {
  return aftermath.keptNumber ?? fresh;
}
