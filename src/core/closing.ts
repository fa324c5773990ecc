import { addWorkingDays, type Instant } from './calendar.ts';
import { isFacilitator, isFullMember, type Circle } from './circle.ts';
import type { MemberId } from './ids.ts';
import { waitsForOpening } from './opening.ts';
import type { Round } from './round.ts';
import type { ClosingRefusal, RoundRefusal } from './round-refusal.ts';
import { closableByAge, closableFrom, openHolds, openObjections, readySince } from './standing.ts';
import { silentMembers, standingOf } from './standing.ts';
import { facilitatorsFor, isAnybody, keepersOf, standInsOf, standsIn } from './standing-in.ts';

/** Working days after which any member may close a ready round (docs/process.md §2.4). */
export const STAND_IN_WORKING_DAYS = 2;

type Actor = { readonly by: MemberId; readonly at: Instant; readonly circle: Circle };

/**
 * What stands in the way of this person closing the round as decided, or null.
 *
 * First the round itself, because what everyone must still do matters more than who may press the
 * button; then the person. No role and no number of consents gets past an open objection.
 *
 * Source: docs/process.md §0 invariants 1, 2, 6; §2.2 (early close); §2.4; §3.
 */
export function whyNotClosable(round: Round, actor: Actor): RoundRefusal | null {
  return whyNotReady(round, actor.at) ?? whyNotCloser(round, actor);
}

/** What the round itself still lacks; no role changes it. Source: docs/process.md §2.4. */
export function whyNotReady(round: Round, at: Instant): ClosingRefusal | null {
  const { kind, untilAt } = round.step;
  if (waitsForOpening(round)) return { code: 'round_waits_for_opening' };
  if (kind === 'questions' && untilAt !== null) return { code: 'round_in_questions', untilAt };
  switch (standingOf(round)) {
    case 'objected':
      return { code: 'objection_open', members: openObjections(round).map(({ by }) => by) };
    case 'held':
      return { code: 'hold_open', members: openHolds(round).map(({ member }) => member) };
    case 'too_few':
      return { code: 'too_few_able' };
    case 'waiting':
      return { code: 'members_silent', members: silentMembers(round) };
    case 'enough':
    case 'consented': {
      const { proposerGone: gone } = round;
      if (gone) return { code: 'proposer_missing', untilAt: gone.untilAt };
      const fromAt = closableFrom(round);
      const isForWording = fromAt > closableByAge(round);
      return at < fromAt ? { code: 'too_early', fromAt, isForWording } : null;
    }
  }
}

/**
 * From when any deciding member but the proposer may close a ready round in the facilitator's
 * place: two working days after it became ready, or at once while no facilitator is here and no
 * one is before them in the order of stand-ins.
 *
 * Source: docs/process.md §2.4 ("Who closes").
 */
export function standInFrom(round: Round, circle: Circle, at: Instant): Instant {
  const standIns = standInsOf(round, circle, at);
  const isOpenToAll = standIns !== null && isAnybody(round, standIns);
  return isOpenToAll ? readySince(round) : standInLatest(round, circle);
}

/** The same where a facilitator is here all the time: the latest it can be (§2.4). */
export function standInLatest(round: Round, circle: Circle): Instant {
  return addWorkingDays(readySince(round), STAND_IN_WORKING_DAYS, circle.settings.calendar);
}

/** Who may close a ready round (docs/process.md §2.4). */
export type Closers = {
  /** Facilitators who are here, or who stands in for them; empty where anybody may. */
  readonly closers: readonly MemberId[];
  /** From when any other deciding member but the proposer may; null where they may now. */
  readonly anyoneFromAt: Instant | null;
};

/** Who may close a round that is ready, by name and by the clock (docs/process.md §2.4). */
export function closersOf(round: Round, circle: Circle, at: Instant): Closers {
  const here = facilitatorsFor(round, circle, at);
  const fromAt = standInFrom(round, circle, at);
  return {
    closers: here.length > 0 ? here : keepersOf(round, circle, at),
    anyoneFromAt: fromAt <= at ? null : fromAt,
  };
}

/** A contested round is one in which an objection was ever raised (docs/process.md §2.4). */
export function isContested(round: Round): boolean {
  return round.objections.length > 0;
}

function whyNotCloser(round: Round, { by, at, circle }: Actor): RoundRefusal | null {
  const isProposer = by === round.proposedBy;
  if (isFacilitator(circle, by)) {
    if (!isProposer || !isContested(round)) return null;
    return { code: 'own_contested_round', ...closersOf(round, circle, at) };
  }
  const mayStandIn = isFullMember(circle, by) && !isProposer;
  if (standsIn(round, { by, at, circle })) return null;
  if (mayStandIn && at >= standInFrom(round, circle, at)) return null;
  const keepers = keepersOf(round, circle, at);
  const facilitators = keepers.length > 0 ? keepers : circle.facilitators;
  return { code: 'not_facilitator', facilitators };
}
