import type { Button, KnownBlock } from '@slack/types';
import type { MemberId } from '../../core/ids.ts';
import { inQuestions } from '../../core/question-step.ts';
import { answerToConfirm, type ToConfirm } from '../../core/to-confirm.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, shortened } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { answerButtons } from './answer-buttons.ts';
import { answeredBefore } from './answered-before.ts';
import { compareButton } from './card-version.ts';
import { button } from './elements.ts';
import { section } from './kit.ts';
import { proposalNumber, roundName, roundStanding, type RoundSeen } from './round-line.ts';
import { stepRowFor } from './step-buttons.ts';

const NEED_MAX = 300;

/**
 * A round that waits for this person in their Home, answerable on the spot. Whoever answered
 * before reads what they said, and why they are asked again. Source: docs/process.md §D2, §2.6.
 */
export function toAnswer(seen: RoundSeen, by: MemberId, words: Words): KnownBlock[] {
  const { round } = seen;
  const need = words.home.need({ need: shortened(round.need, NEED_MAX) });
  const readAll = readAllButton(seen, words);
  const standing = roundStanding(seen, words);
  if (inQuestions(round)) {
    const said = joined([roundName(seen, words), need, standing], '\n');
    return [section(said), stepRowFor(by, seen, words, readAll)];
  }
  const before = answerToConfirm(round, by);
  const asked = before ? confirmSaid(before, seen, words) : [];
  return [
    section(joined([roundName(seen, words), need, ...asked, standing], '\n')),
    answerButtons(round, words, readAll, ...(before ? compared(before, seen, words) : [])),
  ];
}

function confirmSaid(before: ToConfirm, { round }: RoundSeen, words: Words): Saying[] {
  return [joined([answeredBefore(before, round, words), words.version.nudge.confirm()])];
}

/** Of an unchanged text there is nothing to compare (docs/process.md §2.1, `withdrawn`). */
function compared({ why, after }: ToConfirm, { round }: RoundSeen, words: Words): Button[] {
  return why === 'new_text' ? [compareButton(round, after.number, words)] : [];
}

/** Opens all that is said of a round. */
export function readAllButton({ round }: RoundSeen, words: Words) {
  return button({
    actionId: actionIds.readAll,
    label: words.home.readAll(),
    spokenLabel: words.home.readRound({ number: proposalNumber(round, words) }),
    value: round.id,
  });
}
