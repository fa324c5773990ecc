import type { InputBlock } from '@slack/types';
import type { CircleSettings } from '../../core/circle.ts';
import {
  CONFIDENTIAL_REASON_MAX,
  isUsuallyConfidential,
  mayBeConfidential,
} from '../../core/confidential.ts';
import type { MemberId } from '../../core/ids.ts';
import { isAboutOne } from '../../core/proposal-terms.ts';
import { agreementOf, PROPOSAL_TOPICS, type ProposalTopic } from '../../core/silence.ts';
import type { Words } from '../../words/index.ts';
import { actionIds } from '../ids.ts';
import { checkboxes, option, staticSelect, usersSelect } from './elements.ts';
import { input, plainTextInput } from './input.ts';
import { someOf } from './kit.ts';

/** What it is about, and whom. A change of the topic is sent, so its name is that of an action. */
export const topicFields = {
  topic: actionIds.proposeTopic,
  concerns: 'concerns',
  removal: 'removal',
  confidential: 'confidential',
  confidentialReason: 'confidential_reason',
} as const;
/** The one option of the field `removal`. */
export const IS_REMOVAL = 'is_removal';
/** The one option of the field `confidential`. */
export const IS_CONFIDENTIAL = 'is_confidential';

/** What a proposal is about, as the form has it. */
export type AboutWhat = {
  readonly topic: ProposalTopic;
  /** The person whom it names; null while nobody is chosen. */
  readonly concerns: MemberId | null;
  readonly isRemoval: boolean;
  /** Ticked or not; absent before the form has asked: then what is usual for the topic. */
  readonly isConfidential?: boolean;
  readonly confidentialReason?: string;
};

/**
 * What it is about, asked in every circle; and whom, where it is about one person: only then is
 * there more to fill in. Source: docs/process.md §2.5, §2.7, §10 case 25.
 */
export function topicInputs(
  settings: CircleSettings,
  about: AboutWhat,
  words: Words,
): InputBlock[] {
  const { topic } = about;
  return [
    topicInput(settings, about, words),
    ...(isAboutOne(topic) ? [personInput(about, words)] : []),
    ...(topic === 'membership' ? [removalInput(about, words)] : []),
    ...(mayBeConfidential(topic) ? confidentialInputs(about, words) : []),
  ];
}

function topicInput(settings: CircleSettings, { topic }: AboutWhat, words: Words): InputBlock {
  const { form } = words.silence;
  const options = someOf(
    PROPOSAL_TOPICS.map((value) => option({ value, label: form.topics[value]() })),
  );
  if (!options) throw new Error('There is nothing that a proposal can be about');
  const isAgreed = agreementOf(settings).policy !== 'explicit';
  return input({
    field: topicFields.topic,
    label: form.topic(),
    ...(isAgreed && { hint: form.topicHint() }),
    dispatch: true,
    element: staticSelect({ options, initial: topic }),
  });
}

function personInput({ topic, concerns }: AboutWhat, { concern: { form } }: Words): InputBlock {
  const isAboutMembership = topic === 'membership';
  return input({
    field: topicFields.concerns,
    label: form.who(),
    hint: isAboutMembership ? form.whoMembershipHint() : form.whoHint(),
    optional: isAboutMembership,
    dispatch: isAboutMembership,
    element: usersSelect({ initial: concerns ?? undefined }),
  });
}

function removalInput({ isRemoval }: AboutWhat, { concern: { form } }: Words): InputBlock {
  return input({
    field: topicFields.removal,
    label: form.removal(),
    hint: form.removalHint(),
    optional: true,
    dispatch: true,
    element: checkboxes({
      options: [option({ value: IS_REMOVAL, label: form.isRemoval() })],
      initial: isRemoval ? [IS_REMOVAL] : [],
    }),
  });
}

/**
 * A confidential mark with its reason, only where it is about one person. Each topic has a block of
 * its own, so that Slack takes what is usual for it. Source: docs/process.md §4.4.
 */
function confidentialInputs(
  { topic, isConfidential, confidentialReason }: AboutWhat,
  { confidential: { form } }: Words,
): InputBlock[] {
  const isTicked = isConfidential ?? isUsuallyConfidential(topic);
  return [
    input({
      field: topicFields.confidential,
      blockId: `${topicFields.confidential}_${topic}`,
      label: form.mark(),
      hint: form.markHint(),
      optional: true,
      element: checkboxes({
        options: [option({ value: IS_CONFIDENTIAL, label: form.isConfidential() })],
        initial: isTicked ? [IS_CONFIDENTIAL] : [],
      }),
    }),
    input({
      field: topicFields.confidentialReason,
      label: form.reason(),
      hint: form.reasonHint(),
      optional: true,
      element: plainTextInput({
        initial: confidentialReason ?? '',
        max: CONFIDENTIAL_REASON_MAX,
      }),
    }),
  ];
}
