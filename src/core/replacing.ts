import type { Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import type { RoundId } from './ids.ts';
import type { FieldProblem } from './proposal.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

/** What a proposal wants with a decision that is looked at again (docs/process.md §10 case 16). */
export const REPLACING = ['keep', 'change', 'end'] as const;
/** One of them. */
export type ReplacingHow = (typeof REPLACING)[number];

/** The decision that a proposal would take the place of; it stays in force until then. */
export type ReplacedDecision = {
  readonly number: number;
  readonly roundId: RoundId;
  readonly how: ReplacingHow;
};

/** The decision that took the place of another one, or ended it, and since when. */
export type Superseding = ReplacedDecision & { readonly at: Instant };

/** The decision that a proposal looks at again, by its number, and what it wants with it. */
export type LookingAgain = { readonly number: number; readonly how: ReplacingHow };

/** What a proposal says of the decision that it looks at again; nothing where it is about none. */
export type AboutDecision = {
  readonly replacing?: LookingAgain | null;
  /** The round that was decided with that number; null or absent where there is none. */
  readonly replaced?: Round | null;
};

/** A newer decision is in force instead of this one (docs/process.md §10 case 16). */
export type SupersededRefusal = {
  readonly code: 'decision_superseded';
  readonly number: number;
  readonly by: number;
};

/** Why a decision cannot be looked at again by this proposal (docs/process.md §10 case 16). */
export type ReplacingRefusal = { readonly code: 'decision_unknown' } | SupersededRefusal;

/** What happens to a decision when a newer one is made about it, or is opened again. */
export type ReplacingEvent =
  | ({ readonly type: 'decision_superseded' } & ReplacedDecision)
  | { readonly type: 'decision_restored'; readonly number: number; readonly roundId: RoundId };

/** What took the place of a decision; null while it is in force (docs/process.md §10 case 16). */
export function supersededBy({ aftermath, ending }: Round): Superseding | null {
  return ending?.kind === 'decided' ? (aftermath.superseded.at(-1) ?? null) : null;
}

/**
 * What stands in the way of a proposal in this circle about a decision, or null. Another circle's
 * decision is refused like one that there is not; one that was replaced names the newer one.
 *
 * Source: docs/process.md §2.1 (`superseded`), §10 case 16.
 */
export function whyNotReplace(circle: Circle, old: Round | null): ReplacingRefusal | null {
  if (old?.ending?.kind !== 'decided' || old.circleId !== circle.id) {
    return { code: 'decision_unknown' };
  }
  return whyNotInForce(old);
}

/** What is in force instead of this decision; null of one that is (docs/process.md §10 case 16). */
export function whyNotInForce(old: Round): SupersededRefusal | null {
  const newer = supersededBy(old);
  if (!newer || old.ending?.kind !== 'decided') return null;
  return { code: 'decision_superseded', number: old.ending.decisionNumber, by: newer.number };
}

/** The same as a problem of the form; none where it is about no decision (§10 case 16). */
export function checkReplaced(
  circle: Circle,
  { replacing, replaced = null }: AboutDecision,
): FieldProblem[] {
  const refused = replacing ? whyNotReplace(circle, replaced) : null;
  return refused ? [{ field: 'replaces_decision', ...refused }] : [];
}

/** The link that the round keeps; none where the proposal is about no decision (§10 case 16). */
export function replacedOf({ replacing, replaced }: AboutDecision): {
  readonly replacesDecision?: ReplacedDecision;
} {
  return replacing && replaced ? { replacesDecision: { ...replacing, roundId: replaced.id } } : {};
}

/**
 * What events of a newer round bring to the decision that it is about, in the history of that
 * decision: it is superseded when the newer one is decided, and in force again when that one is
 * opened again. Of two that were decided about the same, both are kept, and the later one counts.
 *
 * Source: docs/process.md §2.1 (`superseded`), §10 cases 8 and 16.
 */
export function broughtTo(old: Round, newer: Round, events: readonly RoundEvent[]): RoundEvent[] {
  const how = newer.replacesDecision?.how;
  if (old.ending?.kind !== 'decided' || !how) return [];
  const { id: roundId } = newer;
  return events.flatMap(({ at, by, ...event }): RoundEvent[] => {
    if (event.type === 'round_reopened') {
      return [{ type: 'decision_restored', number: event.decisionNumber, roundId, at, by }];
    }
    if (event.type !== 'round_decided') return [];
    return [{ type: 'decision_superseded', number: event.decisionNumber, roundId, how, at, by }];
  });
}
