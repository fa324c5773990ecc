import type { Instant } from './calendar.ts';
import type { MemberId } from './ids.ts';
import { isOpen, type Objection } from './objection.ts';
import type { Answer, Round } from './round.ts';

const HOUR = 3_600_000;
/** Hours a round stays open even where everyone has answered (docs/process.md §2.2). */
export const EARLY_CLOSE_HOURS = 24;

/**
 * Where an open round stands.
 *
 * - `objected`: an objection is open. No number of consents outweighs it.
 * - `held`: nobody objects, but somebody asked for more time.
 * - `too_few`: fewer than two people are able to answer.
 * - `waiting`: somebody has not answered. Silence is never consent.
 * - `consented`: every person asked has consented.
 *
 * Source: docs/process.md §0 invariants 1, 2 and 6; §2.4; §10 case 22.
 */
export type Standing = 'objected' | 'held' | 'too_few' | 'waiting' | 'consented';

/**
 * Where an open round stands, by what was answered alone: the clock plays no part.
 *
 * Source: docs/process.md §0 invariants 1, 2 and 6; §2.4.
 */
export function standingOf(round: Round): Standing {
  if (openObjections(round).length > 0) return 'objected';
  if (openHolds(round).length > 0) return 'held';
  if (requiredMembers(round).length < 2) return 'too_few';
  return silentMembers(round).length > 0 ? 'waiting' : 'consented';
}

/** The state that members see, as docs/process.md §2.1 names it. */
export type RoundState =
  | 'consent_open'
  | 'objections_open'
  | 'integrating'
  | 'waiting'
  | 'ready_to_close'
  | 'to_meeting'
  | 'parked'
  | 'decided'
  | 'withdrawn';

/** The round's state at `now`, from the clock and never from whether a timer ran (§D9). */
export function stateOf(round: Round, now: Instant): RoundState {
  if (round.ending) return round.ending.kind;
  if (round.pause) return round.pause.kind;
  const standing = standingOf(round);
  const past = now >= round.deadlineAt;
  if (standing === 'objected') {
    const allHeard = silentMembers(round).length === 0;
    return past || allHeard ? 'integrating' : 'objections_open';
  }
  if (isReady(round, now)) return 'ready_to_close';
  return past ? 'waiting' : 'consent_open';
}

/** True while the round takes answers: until it has ended (docs/process.md §2.4). */
export function takesAnswers(round: Round): boolean {
  return !round.ending && round.pause?.kind !== 'parked';
}

/** True where nothing but closing is left to do (docs/process.md §2.4, first row). */
export function isReady(round: Round, now: Instant): boolean {
  return standingOf(round) === 'consented' && now >= closableFrom(round);
}

/**
 * The earliest instant at which a round with every consent may close: its deadline, or when it
 * has been open for 24 hours, whichever comes first (docs/process.md §2.2).
 */
export function closableFrom(round: Round): Instant {
  const openedAt = round.versions.at(-1)?.openedAt ?? round.openedAt;
  return Math.min(round.deadlineAt, openedAt + EARLY_CLOSE_HOURS * HOUR);
}

/** Since when the round has been ready; meaningful only while `isReady` holds. */
export function readySince(round: Round): Instant {
  return Math.max(round.lastChangeAt, closableFrom(round));
}

/** What stands in the way of a decision, whoever raised it (docs/process.md §0, invariant 1). */
export function openObjections(round: Round): Objection[] {
  return round.objections.filter(isOpen);
}

/** The objection that a member has open in this round, if any. */
export function openObjectionOf(round: Round, member: MemberId): Objection | null {
  return openObjections(round).find((one) => one.by === member) ?? null;
}

/** Holds of people who are required: "I need more time" of somebody who left holds nothing. */
export function openHolds(round: Round): (Answer & { kind: 'more_time' })[] {
  const required = new Set(requiredMembers(round));
  return [...round.answers.values()]
    .filter((answer) => answer.kind === 'more_time')
    .filter(({ member }) => required.has(member));
}

/** The people asked who have to answer: those asked, less those excused (docs/process.md §2.7). */
export function requiredMembers(round: Round): MemberId[] {
  return [...round.asked.values()].filter(({ excused }) => !excused).map(({ member }) => member);
}

/** The people asked who need not answer, for the reason the card shows. */
export function excusedMembers(round: Round): MemberId[] {
  return [...round.asked.values()].filter(({ excused }) => excused).map(({ member }) => member);
}

/** Required people who have not answered. A hold is an answer; an ended hold is not. */
export function silentMembers(round: Round): MemberId[] {
  return requiredMembers(round).filter((member) => !round.answers.has(member));
}

/** Heard from `heard` of `asked`: a report of listening, never a score (docs/process.md §D2). */
export function heardFrom(round: Round): { heard: number; asked: number } {
  const asked = requiredMembers(round).length;
  return { heard: asked - silentMembers(round).length, asked };
}

/** True where the one automatic extension has been used (docs/process.md §2.4). */
export function wasExtendedForSilence(round: Round): boolean {
  return round.extensions.some(({ cause }) => cause === 'silence');
}
