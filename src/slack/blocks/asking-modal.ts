import type { ModalView } from '@slack/types';
import { WHY_MAX } from '../../core/asking.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { button } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { actions, section } from './kit.ts';
import { message, type MessageContent } from './message.ts';
import { roundMetadata } from './round-metadata.ts';
import { modal } from './view.ts';

/** Why somebody wishes to be left out of a round, in their own words (docs/process.md §2.7). */
export function leaveOutForm(round: Round, { asking, everyday }: Words): ModalView {
  return modal({
    callbackId: callbackIds.leaveOutForm,
    title: asking.form.title(),
    close: everyday.cancel(),
    submit: everyday.send(),
    metadata: roundMetadata.seal({ round: round.id }),
    blocks: [
      section(asking.form.intro()),
      input({
        field: 'why',
        label: asking.form.why(),
        hint: asking.form.whyHint(),
        element: plainTextInput({ multiline: true, max: WHY_MAX }),
      }),
    ],
  });
}

/** Why a person is not asked, with a way to wish for it (docs/process.md §2.7). */
export function notAskedWithWish(said: Saying, round: Round, { asking }: Words): MessageContent {
  const wish = button({
    actionId: actionIds.wishToBeAsked,
    label: asking.wish(),
    value: round.id,
  });
  return message({ text: said, blocks: [section(said), actions([wish])] });
}
