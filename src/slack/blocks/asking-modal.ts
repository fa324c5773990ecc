import type { ModalView } from '@slack/types';
import { WHY_MAX } from '../../core/asking.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { callbackIds } from '../ids.ts';
import { input, plainTextInput } from './input.ts';
import { section } from './kit.ts';
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
