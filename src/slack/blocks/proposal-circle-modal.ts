import type { ModalView } from '@slack/types';
import type { Circle } from '../../core/circle.ts';
import type { Words } from '../../words/index.ts';
import { shortened } from '../../words/terms.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { begunFields, type Begun } from './begun-fields.ts';
import { option, staticSelect } from './elements.ts';
import { input } from './input.ts';
import type { Some } from './kit.ts';
import { LIMITS } from './limits.ts';
import { modal } from './view.ts';

/** The field of the form that asks for the circle. */
export const circleChoiceField = actionIds.proposeCircle;

type ProposalCircleState = { readonly circles: Some<Circle>; readonly begun: Begun };

/** Asks for which of a person's circles they propose, and keeps what they wrote already. */
export function proposalCircleModal(state: ProposalCircleState, words: Words): ModalView {
  const { propose } = words;
  const [first, ...rest] = state.circles;
  const circleOption = ({ id, settings }: Circle) =>
    option({ value: id, label: shortened(settings.name, LIMITS.optionText) });
  return modal({
    callbackId: callbackIds.proposalCircle,
    title: propose.title(),
    submit: words.everyday.continue(),
    close: words.everyday.cancel(),
    blocks: [
      input({
        field: circleChoiceField,
        label: propose.whichCircle(),
        element: staticSelect({ options: [circleOption(first), ...rest.map(circleOption)] }),
      }),
      ...begunFields(state.begun, words),
    ],
  });
}
