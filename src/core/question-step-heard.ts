import type { MemberId } from './ids.ts';
import { waitsForOpening } from './opening.ts';
import { inQuestions, openQuestions } from './question-step.ts';
import type { Round } from './round.ts';
import { requiredMembers } from './standing.ts';

/**
 * The people whom the step waits for: those asked who are here, without the proposer, who answers
 * instead of asking. Source: docs/process.md §2.1, §2.7.
 */
export function stepPeople(round: Round): MemberId[] {
  return requiredMembers(round).filter((member) => member !== round.proposedBy);
}

/** Those of them who have given a first thought or have nothing further (docs/process.md §2.1). */
export function heardInStep(round: Round): MemberId[] {
  const { thoughts, nothingFurther } = round.step;
  const heard = new Set([...nothingFurther, ...thoughts.map(({ by }) => by)]);
  return stepPeople(round).filter((member) => heard.has(member));
}

/** True where each of them gave a first thought or has nothing further: thoughts are shown. */
export function allHeardInStep(round: Round): boolean {
  const people = stepPeople(round);
  return people.length > 0 && heardInStep(round).length === people.length;
}

/** True where each of them said "I have nothing further": the step ends early (§2.1). */
export function nobodyHasMore(round: Round): boolean {
  const people = stepPeople(round);
  const { nothingFurther } = round.step;
  return people.length > 0 && people.every((member) => nothingFurther.includes(member));
}

/**
 * True where the step waits for this person: for a first thought, or to say that they have nothing
 * further; and for its proposer while a question is open, or when the step is over and its text is
 * not said to be ready. Source: docs/process.md §2.1.
 */
export function stepWaitsFor(round: Round, member: MemberId): boolean {
  const { endedAt } = round.step;
  if (!inQuestions(round) || round.ending || round.pause) return false;
  if (member === round.proposedBy) {
    const isReadyDue = endedAt !== null && !waitsForOpening(round);
    return isReadyDue || openQuestions(round).length > 0;
  }
  if (endedAt !== null) return false;
  return stepPeople(round).includes(member) && !heardInStep(round).includes(member);
}
