import type { InputBlock } from '@slack/types';
import type { CircleSettings } from '../../core/circle.ts';
import { questionStepRule, usualBeginning } from '../../core/proposal-terms.ts';
import type { Beginning } from '../../core/question-step.ts';
import { agreementOf } from '../../core/silence.ts';
import type { Words } from '../../words/index.ts';
import { checkboxes, option, radioButtons } from './elements.ts';
import { input } from './input.ts';
import { topicInputs, type AboutWhat } from './proposal-topic-fields.ts';

/**
 * How the round is to go; each is asked only where the circle's agreements make it matter. A change
 * is sent, so that the form says at once what it brings.
 */
export const choiceFields = { quick: 'quick', begins: 'begins_with' } as const;
/** The one option of the field `quick`. */
export const IS_QUICK = 'is_quick';

export type Choices = AboutWhat & {
  readonly isQuick: boolean;
  /** Null where the person has not chosen: then what is usual in the circle. */
  readonly beginsWith: Beginning | null;
};

/**
 * What it is about, whether it is a quick round, and with what it begins: of the last two only what
 * the circle's agreements ask for. Source: docs/process.md §2.1, §2.5, §2.7.
 */
export function choiceInputs(
  settings: CircleSettings,
  choices: Choices,
  words: Words,
): InputBlock[] {
  const rule = questionStepRule(settings);
  const { policy } = agreementOf(settings);
  return [
    ...topicInputs(settings, choices, words),
    ...(rule === 'always' || policy === 'lazy' ? [quickInput(settings, choices, words)] : []),
    ...(rule === 'never' ? [] : [beginsInput(settings, choices, words)]),
  ];
}

function quickInput(settings: CircleSettings, { isQuick }: Choices, words: Words): InputBlock {
  const { choose } = words.step;
  const isForQuestions = questionStepRule(settings) === 'always';
  return input({
    field: choiceFields.quick,
    label: choose.quick(),
    hint: isForQuestions ? choose.quickHint() : words.silence.form.quickHint(),
    optional: true,
    dispatch: true,
    element: checkboxes({
      options: [option({ value: IS_QUICK, label: choose.isQuick() })],
      initial: isQuick ? [IS_QUICK] : [],
    }),
  });
}

function beginsInput(
  settings: CircleSettings,
  { beginsWith }: Choices,
  { step: { choose } }: Words,
): InputBlock {
  const answers = option({
    value: 'answers',
    label: choose.answers(),
    description: choose.answersHelp(),
  });
  const questions = option({
    value: 'questions',
    label: choose.questions(),
    description: choose.questionsHelp(),
  });
  return input({
    field: choiceFields.begins,
    label: choose.begins(),
    hint: choose.beginsHint(),
    dispatch: true,
    element: radioButtons({
      options: [answers, questions],
      initial: beginsWith ?? usualBeginning(settings),
    }),
  });
}
