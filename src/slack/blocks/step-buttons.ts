import type { Button, KnownBlock } from '@slack/types';
import { waitsForOpening } from '../../core/opening.ts';
import type { MemberId } from '../../core/ids.ts';
import { stepStage } from '../../core/question-step.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { member } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { button } from './elements.ts';
import { actions, context } from './kit.ts';
import { openButton } from './opening-part.ts';
import type { RoundSeen } from './round-line.ts';

type Asking = Pick<RoundSeen, 'round'>;

/**
 * What everybody can do in the question step just now: a first thought only while they are sealed,
 * and nothing but asking and objecting once it is over. Source: docs/process.md §2.1.
 */
export function stepButtons(seen: Asking, words: Words, ...more: readonly Button[]): KnownBlock {
  const stage = stepStage(seen.round);
  const thought = of(seen, actionIds.giveThought, words.step.thought());
  return actions([
    askButton(seen.round, words),
    ...(stage === 'sealed' ? [thought] : []),
    ...(stage === 'over' ? [] : [nothingFurtherButton(seen, words)]),
    of(seen, actionIds.object, words.answer.labels.objection()),
    ...openButton(seen.round, words),
    ...more,
  ]);
}

/** "I have nothing further": when everyone says so, the step ends (docs/process.md §2.1). */
export function nothingFurtherButton(seen: Asking, words: Words): Button {
  return of(seen, actionIds.nothingFurther, words.step.nothingFurther());
}

/** What is the proposer's: named, because everybody sees the same card. Source: §2.1, §3. */
export function proposerButtons(seen: Asking, words: Words): KnownBlock[] {
  const proposer = member(seen.round.proposedBy);
  return [context([words.step.forProposer({ proposer })]), proposerRow(seen, words)];
}

/** The same row for the proposer alone; to everybody else what everybody can do (§2.1). */
export function stepRowFor(
  by: MemberId,
  seen: Asking,
  words: Words,
  ...more: readonly Button[]
): KnownBlock {
  const isTheirs = by === seen.round.proposedBy;
  return (isTheirs ? proposerRow : stepButtons)(seen, words, ...more);
}

/** “Answer a question”, for the proposer in the step (docs/process.md §2.1). */
export function answerQuestionButton(seen: Asking, words: Words): Button {
  return of(seen, actionIds.answerQuestion, words.step.answer());
}

/** “Ask a question”, which is possible at any time in the step (docs/process.md §2.1). */
export function askButton(round: Asking['round'], words: Words): Button {
  return of({ round }, actionIds.askQuestion, words.question.ask());
}

function proposerRow(seen: Asking, words: Words, ...more: readonly Button[]): KnownBlock {
  const { step } = words;
  const { round } = seen;
  const ready = button({
    actionId: actionIds.beginAnswers,
    label: step.ready(),
    spokenLabel: step.readySpoken(),
    value: round.id,
    confirm: {
      title: step.readyTitle(),
      text: step.readyText(),
      confirm: step.readyYes(),
      deny: step.readyNo(),
    },
  });
  return actions([
    answerQuestionButton(seen, words),
    of(seen, actionIds.editDraft, step.edit()),
    ...(waitsForOpening(round) ? [] : [ready]),
    ...more,
  ]);
}

function of({ round }: Asking, actionId: string, label: Saying): Button {
  return button({ actionId, label, value: round.id });
}
