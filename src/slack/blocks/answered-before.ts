import type { Round } from '../../core/round.ts';
import type { ToConfirm } from '../../core/to-confirm.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member } from '../../words/terms.ts';
import { changesSaid } from './version-diff.ts';

/** Places of a change that a reminder says; the card and the comparison have all of them. */
const CHANGES_MAX = 4;

/** “You had no objection to version 1.”, and why they are asked again (docs/process.md §2.6). */
export function answeredBefore(before: ToConfirm, round: Round, words: Words): Saying {
  return joined([hadSaid(before, words), askedAgainSaid(before, round, words)]);
}

/** The same with what changed; where the text is the same, nothing did (docs/process.md §2.6). */
export function changedSince(before: ToConfirm, round: Round, words: Words): Saying[] {
  if (before.why !== 'new_text') return [answeredBefore(before, round, words)];
  const had = joined([hadSaid(before, words), words.version.nudge.whatChanged()]);
  return [had, ...changesSaid(before, words, CHANGES_MAX)];
}

/** Why they are asked again: a new text, or the same one anew (docs/process.md §2.1, §2.6). */
function askedAgainSaid({ why }: ToConfirm, round: Round, { version: { nudge } }: Words): Saying {
  switch (why) {
    case 'new_text':
      return nudge.newSince();
    case 'taken_over':
      return nudge.takenOver({ proposer: member(round.proposedBy) });
    case 'left_behind':
      return nudge.leftBehind();
  }
}

function hadSaid({ answer }: ToConfirm, { version: { nudge } }: Words): Saying {
  return nudge.had({ answer: answer.kind, n: answer.versionNumber });
}
