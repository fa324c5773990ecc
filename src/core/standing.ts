import type { Instant } from './calendar.ts';
import type { MemberId } from './ids.ts';
import { isOpen, type Objection } from './objection.ts';
import { inQuestions } from './question-step.ts';
import type { RoundState } from './round-states.ts';
import { currentVersion, type Answer, type Round } from './round.ts';
import type { Version } from './version.ts';

const HOUR = 3_600_000;
/** Hours a round stays open even where everyone has answered (docs/process.md §2.2). */
export const EARLY_CLOSE_HOURS = 24;
/** Hours in which a change of wording can be said to be more than that (docs/process.md §2.6). */
export const CHALLENGE_HOURS = 48;

/**
 * Where an open round stands.
 *
 * - `objected`: an objection is open. No number of consents outweighs it.
 * - `held`: nobody objects, but somebody asked for more time.
 * - `too_few`: fewer than two people are able to answer.
 * - `waiting`: somebody has not answered. Silence is never consent.
 * - `enough`: somebody has not answered, and what the circle agreed on silence lets the round close
 *   from its deadline on. The silent are still silent: nothing of it is a consent.
 * - `consented`: every person asked has consented.
 *
 * Source: docs/process.md §0 invariants 1, 2 and 6; §2.4; §10 case 22.
 */
export type Standing = 'objected' | 'held' | 'too_few' | 'waiting' | 'enough' | 'consented';

/**
 * Where an open round stands, by what was answered alone: the clock plays no part.
 *
 * Source: docs/process.md §0 invariants 1, 2 and 6; §2.4.
 */
export function standingOf(round: Round): Standing {
  if (openObjections(round).length > 0) return 'objected';
  if (openHolds(round).length > 0) return 'held';
  if (requiredMembers(round).length < 2) return 'too_few';
  if (silentMembers(round).length === 0) return 'consented';
  return silenceIsEnough(round) ? 'enough' : 'waiting';
}

/** True where nobody objects or holds, and enough was heard: only time may still be missing. */
export function mayClose(standing: Standing): boolean {
  return standing === 'consented' || standing === 'enough';
}

/** At most this many may be silent under `floor` (docs/process.md §2.5). */
export const FLOOR_SILENT_MAX = 2;

/**
 * True where the silent need not be waited for any longer, by the policy that the round froze when
 * it opened. `floor`: after the extension, more than half have answered and at most two have not.
 * `lazy`: somebody beside the proposer has answered, so that it was seen at all.
 *
 * Source: docs/process.md §2.5, §10 case 22.
 */
function silenceIsEnough(round: Round): boolean {
  if (round.terms.silencePolicy === 'lazy') {
    const others = requiredMembers(round).filter((member) => member !== round.proposedBy);
    return others.some((member) => countedAnswer(round, member) !== null);
  }
  if (round.terms.silencePolicy !== 'floor' || !wasExtendedForSilence(round)) return false;
  const { heard, asked } = heardFrom(round);
  return heard * 2 > asked && asked - heard <= FLOOR_SILENT_MAX;
}

/** The round's state at `now`, from the clock and never from whether a timer ran (§D9). */
export function stateOf(round: Round, now: Instant): RoundState {
  if (round.ending) return round.ending.kind;
  if (round.pause) return round.pause.kind;
  if (inQuestions(round)) return 'questions';
  const standing = standingOf(round);
  const past = now >= round.deadlineAt;
  if (standing === 'objected') {
    const allHeard = silentMembers(round).length === 0;
    return past || allHeard ? 'integrating' : 'objections_open';
  }
  if (isReady(round, now)) return 'ready_to_close';
  return past ? 'waiting' : 'consent_open';
}

/** The latest version of substance: what people are asked about (docs/process.md §D6). */
export function askedVersion(round: Round): Version {
  const version = round.versions.findLast(({ change }) => change === 'substance');
  if (!version) throw new Error(`Round ${round.id} asks about no version`);
  return version;
}

/**
 * True where the answer is valid for the current text. An earlier one is "to confirm": kept, shown
 * and not counted (docs/process.md §D6, §2.6).
 */
export function answersCount(round: Round, answer: Answer): boolean {
  const isOfText = answer.versionNumber >= askedVersion(round).number;
  return isOfText && answer.at >= (round.askedAgainAt ?? answer.at);
}

/** The answer of this member that is valid for the current text, if any (docs/process.md §D6). */
export function countedAnswer(round: Round, member: MemberId): Answer | null {
  const answer = round.answers.get(member);
  return answer && answersCount(round, answer) ? answer : null;
}

/** Required people who answered an earlier text and are asked to look again (§D6, §2.6). */
export function membersToConfirm(round: Round): MemberId[] {
  return silentMembers(round).filter((member) => round.answers.has(member));
}

/** True while the round takes answers: until it has ended (docs/process.md §2.4). */
export function takesAnswers(round: Round): boolean {
  return !round.ending && round.pause?.kind !== 'parked';
}

/** True where nothing but closing is left to do (docs/process.md §2.4, first row). */
export function isReady(round: Round, now: Instant): boolean {
  if (inQuestions(round) || round.proposerGone) return false;
  return mayClose(standingOf(round)) && now >= closableFrom(round);
}

/**
 * The earliest instant at which a round with every consent may close: its deadline, or when it
 * has been open for 24 hours, whichever comes first; its deadline where somebody is silent; never
 * within the 48 hours in which people may say that a change of wording changes it for them
 * (docs/process.md §2.2, §2.6).
 */
export function closableFrom(round: Round): Instant {
  const { openedAt, change } = currentVersion(round);
  const from = closableByAge(round);
  return change === 'wording' ? Math.max(from, openedAt + CHALLENGE_HOURS * HOUR) : from;
}

/** The same for its age alone (docs/process.md §2.2, early close). */
export function closableByAge(round: Round): Instant {
  const { askedAt } = currentVersion(round);
  const isEarlyPossible = standingOf(round) !== 'enough';
  const earlyAt = isEarlyPossible ? askedAt + EARLY_CLOSE_HOURS * HOUR : round.deadlineAt;
  return Math.min(round.deadlineAt, earlyAt);
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
    .filter((answer) => answersCount(round, answer))
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

/**
 * Required people who have not answered the current text. A hold is an answer; an ended hold is
 * not, and neither is the answer to an earlier version (docs/process.md §D6).
 */
export function silentMembers(round: Round): MemberId[] {
  return requiredMembers(round).filter((member) => !countedAnswer(round, member));
}

/** Heard from `heard` of `asked`: a report of listening, never a score (docs/process.md §D2). */
export function heardFrom(round: Round): { heard: number; asked: number } {
  const asked = requiredMembers(round).length;
  return { heard: asked - silentMembers(round).length, asked };
}

/**
 * True where this version's one automatic extension has been used. Whoever gives the time back
 * gives that back too: it came at a shortened deadline (docs/process.md §2.2, §2.4).
 */
export function wasExtendedForSilence(round: Round): boolean {
  const { extensions } = round;
  const { askedAt } = currentVersion(round);
  const givenBack = extensions.findLastIndex(({ cause }) => cause === 'given_back');
  const since = extensions.slice(givenBack + 1);
  return since.some(({ cause, at }) => cause === 'silence' && at >= askedAt);
}
