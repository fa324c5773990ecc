import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Day, Instant } from '../../core/calendar.ts';
import type { Circle } from '../../core/circle.ts';
import type { Document } from '../../core/document.ts';
import type { MemberId } from '../../core/ids.ts';
import { LINK_MAX, NEED_MAX, REPLACES_MAX, TITLE_MAX } from '../../core/proposal.ts';
import type { Words } from '../../words/index.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { datepicker, usersSelect } from './elements.ts';
import { input, plainTextInput, richTextInput } from './input.ts';
import { lookAgainBlocks, type LookAgain } from './look-again-part.ts';
import { metadata } from './metadata.ts';
import { draftFields, draftHead, draftRef, type DraftInForm } from './draft-part.ts';
import { deadlineFields } from './proposal-deadline-fields.ts';
import { choiceInputs, type Choices } from './proposal-choice-fields.ts';
import { previewBlocks } from './proposal-preview.ts';
import { modal } from './view.ts';

/** The form's fields. Each change of the deadline is sent, so its name is that of an action. */
export const proposalFields = {
  title: 'title',
  need: 'need',
  proposal: 'proposal',
  owner: 'owner',
  reviewOn: 'review_on',
  deadline: actionIds.proposeDeadline,
  replaces: 'replaces',
  link: 'link',
  how: actionIds.proposeHow,
} as const;

/** For which circle, how often a button filled in a field, and about which decision it is. */
export const proposalFormMetadata = metadata(
  z.object({
    circle: z.string(),
    revision: z.number().int().min(0),
    again: z.number().int().min(1).optional(),
    draft: draftRef.optional(),
  }),
);

export type ProposalFormState = Choices & {
  readonly circle: Circle;
  readonly by: MemberId;
  readonly now: Instant;
  /** Other rounds of this circle that have not ended. */
  readonly openRounds: number;
  readonly title: string;
  readonly need: string;
  readonly document: Document;
  readonly owner: MemberId;
  readonly reviewOn: Day;
  readonly deadlineAt: Instant;
  readonly replaces: string;
  readonly link: string;
  /** Grows when a button sets the deadline: a new block makes Slack take the new value. */
  readonly revision: number;
  /** The decision that it looks at again; null or absent for none. */
  readonly again?: LookAgain | null;
  /** What keeps it as a draft; a form without it offers none. */
  readonly kept?: DraftInForm;
};

/**
 * The form of a proposal. Drawn anew it keeps what was typed: its fields keep their names, and
 * carry what they hold as their first value.
 */
export function proposalModal(state: ProposalFormState, words: Words): ModalView {
  const { circle, revision, again, kept } = state;
  const { ending } = again?.old ?? {};
  const number = ending?.kind === 'decided' ? { again: ending.decisionNumber } : {};
  const ref = kept?.ref ? { draft: kept.ref } : {};
  return modal({
    callbackId: callbackIds.proposalForm,
    title: words.propose.title(),
    submit: words.propose.submit(),
    close: words.everyday.cancel(),
    metadata: proposalFormMetadata.seal({ circle: circle.id, revision, ...number, ...ref }),
    blocks: [
      ...(kept ? draftHead(kept, words) : []),
      ...(again ? lookAgainBlocks(again, words) : []),
      ...textFields(state, words),
      ...careFields(state, words),
      ...deadlineFields(state, words),
      ...(again ? [] : [replacesField(state, words)]),
      linkField(state, words),
      ...choiceInputs(circle.settings, state, words),
      ...previewBlocks(state, words),
      ...(kept ? draftFields(kept, words) : []),
    ],
  });
}

/** Where choosing fills them in, a new block makes Slack take the new value. */
function textFields(state: ProposalFormState, { propose: { field } }: Words) {
  const { title, need, document, again, revision } = state;
  const blockOf = (name: string) => (again ? { blockId: `${name}_${revision}` } : {});
  return [
    input({
      field: proposalFields.title,
      ...blockOf(proposalFields.title),
      label: field.title(),
      element: plainTextInput({
        initial: title,
        max: TITLE_MAX,
        placeholder: field.titlePlaceholder(),
      }),
    }),
    input({
      field: proposalFields.need,
      label: field.need(),
      hint: field.needHint(),
      element: plainTextInput({ initial: need, max: NEED_MAX, multiline: true }),
    }),
    input({
      field: proposalFields.proposal,
      ...blockOf(proposalFields.proposal),
      label: field.proposal(),
      hint: field.proposalHint(),
      element: richTextInput({ initial: document }),
    }),
  ];
}

function careFields({ owner, reviewOn }: ProposalFormState, { propose: { field } }: Words) {
  return [
    input({
      field: proposalFields.owner,
      label: field.owner(),
      hint: field.ownerHint(),
      element: usersSelect({ initial: owner }),
    }),
    input({
      field: proposalFields.reviewOn,
      label: field.reviewOn(),
      hint: field.reviewOnHint(),
      element: datepicker(reviewOn),
    }),
  ];
}

function linkField({ link }: ProposalFormState, { propose: { field } }: Words) {
  return input({
    field: proposalFields.link,
    label: field.link(),
    hint: field.linkHint(),
    optional: true,
    element: plainTextInput({ initial: link, max: LINK_MAX }),
  });
}

function replacesField({ replaces }: ProposalFormState, { propose: { field } }: Words) {
  return input({
    field: proposalFields.replaces,
    label: field.replaces(),
    hint: field.replacesHint(),
    optional: true,
    element: plainTextInput({ initial: replaces, max: REPLACES_MAX }),
  });
}
