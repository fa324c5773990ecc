import type { InputBlock } from '@slack/types';
import { asksLearning } from '../../core/askable.ts';
import type { CircleSettings } from '../../core/circle.ts';
import { questionStepRule } from '../../core/proposal-terms.ts';
import { agreementOf } from '../../core/silence.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, dayAndMonth } from '../../words/terms.ts';
import { ASKS_LEARNING, circleFields } from './circle-fields.ts';
import { checkboxes, option, radioButtons } from './elements.ts';
import { input, plainTextInput } from './input.ts';

/** Whether proposals begin with questions and first thoughts (docs/process.md §2.1). */
export function questionStepField(settings: CircleSettings, words: Words): InputBlock {
  const { circle } = words.step;
  return input({
    field: circleFields.questionStep,
    label: circle.label(),
    element: radioButtons({
      initial: questionStepRule(settings),
      options: [
        option({ value: 'ask', label: circle.ask(), description: circle.askHelp() }),
        option({ value: 'always', label: circle.always(), description: circle.alwaysHelp() }),
        option({ value: 'never', label: circle.never(), description: circle.neverHelp() }),
      ],
    }),
  });
}

/** Whether learning members are asked too, and what that means (docs/process.md §2.7). */
export function asksLearningField(settings: CircleSettings, { circle: { form } }: Words) {
  const label = form.asksLearningToo();
  const description = form.asksLearningHelp();
  return input({
    field: circleFields.asksLearning,
    label: form.asksLearning(),
    optional: true,
    element: checkboxes({
      options: [option({ value: ASKS_LEARNING, label, description })],
      initial: asksLearning(settings) ? [ASKS_LEARNING] : [],
    }),
  });
}

/**
 * What silence means, and the decision by which the circle agreed to it. A new circle has decided
 * nothing yet, so its form does not ask. Source: docs/process.md §2.5.
 */
export function silenceFields(settings: CircleSettings, words: Words): InputBlock[] {
  const { form } = words.silence;
  const agreement = agreementOf(settings);
  const number = agreement.policy === 'explicit' ? null : String(agreement.decisionNumber);
  const initial = number === null ? undefined : words.system.decisionNumber({ number }).plain;
  return [
    input({
      field: circleFields.silence,
      label: form.label(),
      element: radioButtons({
        initial: agreement.policy,
        options: [
          option({ value: 'explicit', label: form.explicit(), description: form.explicitHelp() }),
          option({ value: 'floor', label: form.floor(), description: form.floorHelp() }),
          option({ value: 'lazy', label: form.lazy(), description: form.lazyHelp() }),
        ],
      }),
    }),
    input({
      field: circleFields.silenceDecision,
      label: form.decision(),
      hint: form.decisionHint(),
      optional: true,
      element: plainTextInput({ initial, max: 12 }),
    }),
  ];
}

/** What the circle agreed on silence, for its members (docs/process.md §2.5, §6). */
export function silenceShown(settings: CircleSettings, words: Words): Saying {
  const agreement = agreementOf(settings);
  if (agreement.policy === 'explicit') return words.circle.show.silence();
  const { decisionNumber, adoptedOn, reviewOn, policy } = agreement;
  return words.silence.circle[policy]({
    decision: words.system.decisionNumber({ number: String(decisionNumber) }),
    on: dayAndMonth(adoptedOn),
    review: day(reviewOn),
  });
}

/** The same for the channel, which hears of each change (docs/process.md §6). */
export function silenceInNews(settings: CircleSettings, words: Words): Saying {
  const agreement = agreementOf(settings);
  const { circle } = words.silence;
  if (agreement.policy === 'explicit') return circle.explicit();
  const { decisionNumber, adoptedOn, policy } = agreement;
  const decision = words.system.decisionNumber({ number: String(decisionNumber) });
  return circle.news({ policy, decision, on: dayAndMonth(adoptedOn) });
}
