import type { ModalView } from '@slack/types';
import { isFullMember, type Circle } from '../core/circle.ts';
import { circleId, type MemberId } from '../core/ids.ts';
import { whyNotPropose, type ProposalRefusal } from '../core/proposal.ts';
import { explainProposal } from '../words/explain-proposal.ts';
import type { Saying } from '../words/message.ts';
import type { Begun } from './blocks/begun-fields.ts';
import { someOf } from './blocks/kit.ts';
import { circleChoiceField, proposalCircleModal } from './blocks/proposal-circle-modal.ts';
import { noticeModal } from './blocks/skeleton.ts';
import { fieldsOf } from './form-state.ts';
import type { Interaction, Submission } from './interaction.ts';
import { openOrSay, type OpeningReply } from './opening.ts';
import { circlesOf } from './open-rounds.ts';
import { begunIn, draftOf, proposalFormOf } from './proposal-draft.ts';
import type { SubmissionReply } from './reply-to-person.ts';
import type { Services } from './services.ts';

/**
 * Opens the form from where there is no circle to be seen: in the person's only circle, or in the
 * one that they choose.
 */
export async function proposeSomewhere(
  { by }: Interaction,
  begun: Begun,
  reply: OpeningReply,
  services: Services,
): Promise<void> {
  const all = await circlesOf(by, services);
  const circles = someOf(all.filter((circle) => isFullMember(circle, by)));
  await openOrSay(await viewFor(circles, { by, begun }, services), reply, services);
}

async function viewFor(
  circles: readonly [Circle, ...Circle[]] | null,
  { by, begun }: { readonly by: MemberId; readonly begun: Begun },
  services: Services,
): Promise<ModalView> {
  const { words } = services;
  if (!circles) return proposalNotice(words.propose.refused.noCircle(), services);
  const [only, ...others] = circles;
  if (others.length > 0) return proposalCircleModal({ circles, begun }, words);
  const instead = whyNot(only, by, services);
  if (instead) return proposalNotice(instead, services);
  return proposalFormOf(only, by, draftOf(begun, only, services.now()), services);
}

/** The circle is chosen: its form takes the place of the question. */
export async function onProposalCircle(
  { view, by }: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { performer, words } = services;
  const fields = fieldsOf(view.values);
  const chosen = fields.chosen(circleChoiceField);
  const circle = chosen ? await performer.circle(circleId(chosen)) : null;
  const refuse = (saying: Saying) => reply.errors({ [circleChoiceField]: saying.plain });
  if (!circle || !isFullMember(circle, by)) return refuse(words.propose.refused.noCircle());
  const refused = whyNotPropose(circle, by, services.now());
  if (refused?.code === 'too_few_to_ask') return refuse(words.propose.refused.tooFewToAsk());
  const draft = draftOf(begunIn(fields), circle, services.now());
  await reply.show(await proposalFormOf(circle, by, draft, services));
}

/** Why this person cannot propose in the circle just now, or null where they can. */
export function whyNot(circle: Circle, by: MemberId, services: Services): Saying | null {
  const refused: ProposalRefusal | null = whyNotPropose(circle, by, services.now());
  if (!refused || refused.code === 'proposal_incomplete') return null;
  return explainProposal(refused, services.words);
}

function proposalNotice(saying: Saying, { words }: Services): ModalView {
  return noticeModal({ title: words.propose.title(), sayings: [saying] }, words);
}
