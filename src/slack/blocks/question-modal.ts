import type { ModalView } from '@slack/types';
import { QUESTION_MAX } from '../../core/answering.ts';
import { inQuestions } from '../../core/question-step.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { callbackIds } from '../ids.ts';
import { input, plainTextInput } from './input.ts';
import { context, section } from './kit.ts';
import { roundMetadata } from './round-metadata.ts';
import { noticeModal } from './skeleton.ts';
import { modal } from './view.ts';

/** A question about a proposal: it is not an answer. Source: docs/process.md §2.3. */
export function questionForm(round: Round, words: Words): ModalView {
  const { form } = words.question;
  return modal({
    callbackId: callbackIds.questionForm,
    title: form.title(),
    close: words.everyday.cancel(),
    submit: words.everyday.send(),
    metadata: roundMetadata.seal({ round: round.id }),
    blocks: [
      section(form.intro({ title: round.title })),
      input({
        field: 'question',
        label: form.label(),
        hint: form.hint(),
        element: plainTextInput({ multiline: true, max: QUESTION_MAX }),
      }),
      ...(inQuestions(round) ? [] : [context([form.notAnAnswer()])]),
    ],
  });
}

export function questionThanks({ title }: Round, words: Words): ModalView {
  const { thanks } = words.question;
  return noticeModal({ title: thanks.title(), sayings: [thanks.asked({ title })] }, words);
}
