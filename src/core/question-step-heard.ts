import type { MemberId } from './ids.ts';
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

/** True where this person may still give a thought or say that they have nothing further. */
export function stepWaitsFor(round: Round, member: MemberId): boolean {
  if (round.step.kind !== 'questions' || round.step.endedAt !== null || round.ending) return false;
  const isAsked = stepPeople(round).includes(member);
  return isAsked && round.pause === null && !heardInStep(round).includes(member);
}
