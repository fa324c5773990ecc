import type { ModalView } from '@slack/types';
import { NOTE_MAX } from '../../core/answer.ts';
import { inQuestions } from '../../core/question-step.ts';
import { cutText } from '../../core/text.ts';
import type { Words } from '../../words/index.ts';
import { callbackIds } from '../ids.ts';
import { input, plainTextInput } from './input.ts';
import { section } from './kit.ts';
import { objectionMetadata, type ObjectionSeen } from './objection-seen.ts';
import { modal } from './view.ts';

/**
 * The form in which an owner turns their objection into something to watch. What it does to their
 * answer is said before they send it. Source: docs/process.md §2.6.
 */
export function objectionNoteForm({ round, objection }: ObjectionSeen, words: Words): ModalView {
  const { watch } = words.objectionHelp;
  const { intro } = inQuestions(round) ? words.stepObjection.watch : watch;
  const initial = cutText(objection.harm, NOTE_MAX);
  return modal({
    callbackId: callbackIds.objectionNote,
    title: watch.title(),
    close: words.everyday.cancel(),
    submit: words.everyday.send(),
    metadata: objectionMetadata.seal({ round: round.id, objection: objection.id }),
    blocks: [
      section(intro()),
      input({
        field: 'note',
        label: watch.note(),
        hint: watch.hint(),
        element: plainTextInput({ multiline: true, max: NOTE_MAX, initial }),
      }),
    ],
  });
}
