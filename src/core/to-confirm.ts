import type { MemberId } from './ids.ts';
import { currentVersion, type Answer, type Round } from './round.ts';
import { answersCount } from './standing.ts';
import type { Version } from './version.ts';

/**
 * Why an earlier answer is to confirm.
 *
 * - `new_text`: the text changed since.
 * - `taken_over`: the text is the same, and somebody else brings it now.
 * - `left_behind`: the text is the same, and an objection that nobody took on is watched now.
 */
export type AskedAgainFor = 'new_text' | 'taken_over' | 'left_behind';

/** An answer to an earlier text or an earlier asking, which is to confirm (§D6, §2.6). */
export type ToConfirm = {
  readonly answer: Answer;
  /** The text that it was given to. */
  readonly before: Version;
  /** The text that is asked about now. */
  readonly after: Version;
  readonly why: AskedAgainFor;
};

/**
 * What this person answered before, where it is to confirm; null where they have not answered, or
 * their answer counts. Source: docs/process.md §D6, §2.1 (`withdrawn`), §2.6.
 */
export function answerToConfirm(round: Round, member: MemberId): ToConfirm | null {
  const answer = round.answers.get(member);
  const before = round.versions.find(({ number }) => number === answer?.versionNumber);
  if (!answer || !before || answersCount(round, answer)) return null;
  const after = currentVersion(round);
  const why = before.number === after.number ? askedAgainFor(round) : 'new_text';
  return { answer, before, after, why };
}

function askedAgainFor({ objections, askedAgainAt }: Round): AskedAgainFor {
  const isLeft = objections.some(({ noted }) => noted?.by === null && noted.at === askedAgainAt);
  return isLeft ? 'left_behind' : 'taken_over';
}
