import type { KnownBlock, ModalView } from '@slack/types';
import { LINK_MAX, NEED_MAX, REPLACES_MAX, TITLE_MAX } from '../../core/proposal.ts';
import { draftOf } from '../../core/draft.ts';
import { openQuestions, REPLY_MAX, THOUGHT_MAX } from '../../core/question-step.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { shortened } from '../../words/terms.ts';
import { callbackIds } from '../ids.ts';
import { datepicker, option, staticSelect, usersSelect } from './elements.ts';
import { input, plainTextInput, richTextInput } from './input.ts';
import { actions, context, section, someOf } from './kit.ts';
import { roundMetadata } from './round-metadata.ts';
import { noticeModal } from './skeleton.ts';
import { nothingFurtherButton } from './step-buttons.ts';
import { modal } from './view.ts';

/** The fields of the edited text; an error stands under the field of its name. */
export const draftFields = {
  title: 'draft.title',
  need: 'draft.need',
  proposal: 'draft.proposal',
  owner: 'draft.owner',
  reviewOn: 'draft.review_on',
  replaces: 'draft.replaces',
  link: 'draft.link',
} as const;

/** Which question is answered: its place in the round. */
export const WHICH_QUESTION = 'which';
const OPTION_MAX = 70;

/** A first thought, with what the person wrote before. Source: docs/process.md §2.1. */
export function thoughtForm(round: Round, by: MemberId, words: Words): ModalView {
  const { form } = words.step;
  const own = round.step.thoughts.find((thought) => thought.by === by);
  return formOf({ callbackId: callbackIds.thoughtForm, title: form.thoughtTitle(), round }, words, [
    section(form.thoughtIntro({ title: round.title })),
    input({
      field: 'thought',
      label: form.thoughtLabel(),
      hint: form.thoughtHint(),
      element: plainTextInput({ multiline: true, max: THOUGHT_MAX, initial: own?.text }),
    }),
    context([form.thoughtSealed()]),
  ]);
}

/** After a first thought: whoever has no more questions can say so with one tap (§2.1). */
export function thoughtThanks(round: Round, words: Words): ModalView {
  const { thanks } = words.step;
  return noticeModal(
    {
      title: thanks.title(),
      sayings: [thanks.thought(), thanks.thoughtNext()],
      below: [actions([nothingFurtherButton({ round }, words)])],
    },
    words,
  );
}

/** The answer to an open question; where several are open, which one. */
export function replyForm(round: Round, words: Words): ModalView {
  const { form, thanks } = words.step;
  const options = someOf(
    openQuestions(round).map(({ number, text }) =>
      option({ value: String(number), label: shortened(text, OPTION_MAX) }),
    ),
  );
  if (!options) {
    return noticeModal({ title: thanks.title(), sayings: [form.answerNone()] }, words);
  }
  const [first] = options;
  return formOf({ callbackId: callbackIds.replyForm, title: form.answerTitle(), round }, words, [
    input({
      field: WHICH_QUESTION,
      label: form.answerWhich(),
      element: staticSelect({ options, initial: first.value }),
    }),
    input({
      field: 'reply',
      label: form.answerLabel(),
      hint: form.answerHint(),
      element: plainTextInput({ multiline: true, max: REPLY_MAX }),
    }),
  ]);
}

/** The proposer's text, filled in with what stands. Source: docs/process.md §2.1. */
export function draftForm(round: Round, words: Words): ModalView {
  const { title, need, document, owner, reviewOn, replaces, link } = draftOf(round);
  const { field } = words.propose;
  const { form } = words.step;
  const edits = round.step.editedBy.length;
  const blocks = [
    section(form.editIntro()),
    textField(draftFields.title, field.title(), TITLE_MAX, title),
    input({
      field: draftFields.need,
      label: field.need(),
      element: plainTextInput({ initial: need, max: NEED_MAX, multiline: true }),
    }),
    input({
      field: draftFields.proposal,
      label: field.proposal(),
      element: richTextInput({ initial: document }),
    }),
    input({
      field: draftFields.owner,
      label: field.owner(),
      element: usersSelect({ initial: owner }),
    }),
    input({
      field: draftFields.reviewOn,
      label: field.reviewOn(),
      element: datepicker(reviewOn),
    }),
    textField(draftFields.replaces, field.replaces(), REPLACES_MAX, replaces),
    textField(draftFields.link, field.link(), LINK_MAX, link),
  ];
  return formOf(
    { callbackId: callbackIds.draftForm, title: form.editTitle(), round, edits },
    words,
    blocks,
  );
}

/** A short thanks, in place of the form. */
export function stepThanks(said: readonly Saying[], words: Words): ModalView {
  return noticeModal({ title: words.step.thanks.title(), sayings: said }, words);
}

function textField(name: string, label: Saying, max: number, initial: string | null) {
  const optional = name !== draftFields.title;
  const element = plainTextInput({ initial: initial ?? undefined, max });
  return input({ field: name, label, optional, element });
}

/** What a form is, and what it remembers of the round. */
type Form = {
  readonly callbackId: string;
  readonly title: Saying;
  readonly round: Round;
  readonly edits?: number;
};

function formOf(
  { callbackId, title, round: { id: round }, edits }: Form,
  { everyday }: Words,
  blocks: readonly KnownBlock[],
): ModalView {
  return modal({
    callbackId,
    title,
    close: everyday.cancel(),
    submit: everyday.send(),
    metadata: roundMetadata.seal({ round, ...(edits !== undefined && { edits }) }),
    blocks,
  });
}
