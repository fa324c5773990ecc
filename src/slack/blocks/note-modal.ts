import type { ModalView } from '@slack/types';
import { NOTE_MAX } from '../../core/answer.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { callbackIds } from '../ids.ts';
import { input, plainTextInput } from './input.ts';
import { context, section } from './kit.ts';
import { roundMetadata } from './round-metadata.ts';
import { modal } from './view.ts';

/** Something to watch, beside a consent; an empty note takes the old one away (§2.6). */
export function noteForm(round: Round, note: string | null, words: Words): ModalView {
  const { note: say } = words.answer;
  return modal({
    callbackId: callbackIds.noteForm,
    title: say.title(),
    close: words.everyday.cancel(),
    submit: words.everyday.save(),
    metadata: roundMetadata.seal({ round: round.id }),
    blocks: [
      section(say.intro()),
      context([say.objectInstead()]),
      input({
        field: 'note',
        label: say.label(),
        hint: say.hint(),
        optional: true,
        element: plainTextInput({ multiline: true, max: NOTE_MAX, initial: note ?? undefined }),
      }),
    ],
  });
}

/** What somebody needs who asked for more time (docs/process.md §2.3). */
export function needsForm(round: Round, needs: string | null, words: Words): ModalView {
  const { needs: say } = words.answer;
  return modal({
    callbackId: callbackIds.needsForm,
    title: say.title(),
    close: words.everyday.cancel(),
    submit: words.everyday.send(),
    metadata: roundMetadata.seal({ round: round.id }),
    blocks: [
      section(say.intro()),
      input({
        field: 'needs',
        label: say.label(),
        hint: say.hint(),
        element: plainTextInput({ multiline: true, max: NOTE_MAX, initial: needs ?? undefined }),
      }),
    ],
  });
}
