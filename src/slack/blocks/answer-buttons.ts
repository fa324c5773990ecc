import type { ActionsBlock, Button } from '@slack/types';
import { ANSWER_KINDS, type AnswerKind } from '../../core/answer.ts';
import type { Round } from '../../core/round.ts';
import { textNow } from '../../core/text-answered.ts';
import type { Words } from '../../words/index.ts';
import { answerValue } from './answer-values.ts';
import { actionIds } from '../ids.ts';
import { button } from './elements.ts';
import { actions, someOf } from './kit.ts';

/** What a row of answers needs to know of its round. */
type Answerable = Pick<Round, 'id' | 'title' | 'step' | 'versions'>;

/**
 * The three answers as buttons that look alike, always in the same order. Each carries the round and
 * the text that it stands under, so that nobody answers another one with it. A screen reader hears
 * the round's title too, because a message may hold several rounds. `more` are other buttons, behind
 * them in the same row.
 *
 * Source: docs/process.md §D1.
 */
export function answerButtons(
  round: Answerable,
  words: Words,
  ...more: readonly Button[]
): ActionsBlock {
  const row = someOf([...ANSWERS.map((kind) => answerButton(kind, round, words)), ...more]);
  if (!row) throw new Error('There are no answers to choose from');
  return actions(row);
}

const isAnswerKind = (kind: string): kind is AnswerKind => Object.hasOwn(ANSWER_KINDS, kind);
const ANSWERS = Object.keys(ANSWER_KINDS).filter(isAnswerKind);

const ACTION_OF: Readonly<Record<AnswerKind, string>> = {
  consent: actionIds.consent,
  objection: actionIds.object,
  more_time: actionIds.moreTime,
};

function answerButton(kind: AnswerKind, round: Answerable, words: Words): Button {
  const { id, title } = round;
  const label = words.answer.labels[kind]();
  const value = answerValue.seal(id, textNow(round));
  const spokenLabel = words.answer.spokenLabel({ answer: label, title });
  return button({ actionId: ACTION_OF[kind], label, spokenLabel, value });
}
