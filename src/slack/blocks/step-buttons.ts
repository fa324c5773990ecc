import type { Button, KnownBlock } from '@slack/types';
import { waitsForOpening } from '../../core/opening.ts';
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
    of(seen, actionIds.askQuestion, words.question.ask()),
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
  return [
    context([step.forProposer({ proposer: member(round.proposedBy) })]),
    actions([
      of(seen, actionIds.answerQuestion, step.answer()),
      of(seen, actionIds.editDraft, step.edit()),
      ...(waitsForOpening(round) ? [] : [ready]),
    ]),
  ];
}

function of({ round }: Asking, actionId: string, label: Saying): Button {
  return button({ actionId, label, value: round.id });
}
