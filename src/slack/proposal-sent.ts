import { waitsForOpening } from '../core/opening.ts';
import type { Circle } from '../core/circle.ts';
import { isConfidential } from '../core/confidential.ts';
import { lengthOf } from '../core/document.ts';
import { circleId, memberId } from '../core/ids.ts';
import type { FieldProblem, ProposalField, ProposalForm } from '../core/proposal.ts';
import type { Round } from '../core/round.ts';
import { StaleState } from '../shell/store.ts';
import { explainFieldProblem, explainProposal } from '../words/explain-proposal.ts';
import { channel, member, moment } from '../words/terms.ts';
import { choiceFields } from './blocks/proposal-choice-fields.ts';
import { topicFields } from './blocks/proposal-topic-fields.ts';
import { againIn, choicesIn } from './proposal-draft.ts';
import { proposalFields, proposalFormMetadata } from './blocks/proposal-modal.ts';
import { meetFirstButton } from './blocks/concern-part.ts';
import { actions } from './blocks/kit.ts';
import { noticeModal } from './blocks/skeleton.ts';
import { sendingOf } from './draft-sent.ts';
import { fieldsOf, type Fields } from './form-state.ts';
import { showHome } from './home.ts';
import type { FormState, Submission } from './interaction.ts';
import type { SubmissionListener } from './listener.ts';
import type { SubmissionReply } from './reply-to-person.ts';
import type { Services } from './services.ts';

/** The form is sent: the round is stored before anything is posted (docs/process.md §2.1). */
export const onProposalForm: SubmissionListener = async (submission, reply, services) => {
  try {
    await sendForm(submission, reply, services);
  } catch (error) {
    if (!(error instanceof StaleState)) throw error;
    // Somebody saved the draft in this very moment, or the form came twice: looked at anew.
    await sendForm(submission, reply, services);
  }
};

async function sendForm(
  submission: Submission,
  reply: SubmissionReply,
  services: Services,
): Promise<void> {
  const { by, view } = submission;
  const { words, performer } = services;
  const about = proposalFormMetadata.open(view.metadata);
  const circle = about && (await performer.circle(circleId(about.circle)));
  if (!circle) {
    return reply.errors({ [proposalFields.title]: words.circle.where.oldForm().plain });
  }
  const fields = fieldsOf(view.values);
  const form = formOf(fields);
  const replacing = againIn(about, fields).again ?? null;
  const { draft: ref = null, revision } = about;
  const sent = { view, by, circle, ref, revision, again: replacing };
  const sending = await sendingOf(sent, form, services);
  if ('errors' in sending) return reply.errors(sending.errors);
  if ('show' in sending) return reply.show(sending.show);
  const { id, sentFrom } = sending;
  const command = { at: services.now(), by, id, form, replacing };
  const result = await performer.propose(circle.id, command, sentFrom);
  if ('round' in result) {
    await reply.show(stored(result.round, circle, services));
    return sentFrom && showHome(by, services);
  }

  const { refused } = result;
  if (refused.code === 'proposal_incomplete') {
    return reply.errors(
      errorsOf(refused.problems, { form, circle, values: view.values }, services),
    );
  }
  // Under a field Slack shows plain text, in which a facilitator would be a bare id.
  const nameless = 'facilitators' in refused ? { ...refused, facilitators: [] } : refused;
  await reply.errors({ [proposalFields.title]: explainProposal(nameless, words).plain });
}

/** What was filled in. What is missing reads as empty, for the rules to say so. */
function formOf(fields: Fields): ProposalForm {
  const choices = choicesIn(fields);
  return {
    title: fields.text(proposalFields.title) ?? '',
    need: fields.text(proposalFields.need) ?? '',
    document: fields.document(proposalFields.proposal),
    owner: memberId(fields.user(proposalFields.owner) ?? ''),
    reviewOn: fields.day(proposalFields.reviewOn) ?? '',
    deadlineAt: fields.instant(proposalFields.deadline) ?? 0,
    replaces: fields.text(proposalFields.replaces),
    link: fields.text(proposalFields.link),
    isQuick: choices.isQuick ?? false,
    ...(choices.topic && { topic: choices.topic }),
    ...(choices.concerns && { concerns: choices.concerns }),
    isRemoval: choices.isRemoval ?? false,
    ...(choices.isConfidential && { confidential: choices.confidentialReason ?? '' }),
    ...(choices.beginsWith && { beginsWith: choices.beginsWith }),
  };
}

const FIELDS = {
  title: proposalFields.title,
  need: proposalFields.need,
  proposal: proposalFields.proposal,
  owner: proposalFields.owner,
  review_on: proposalFields.reviewOn,
  deadline: proposalFields.deadline,
  replaces: proposalFields.replaces,
  link: proposalFields.link,
  quick: choiceFields.quick,
  begins_with: choiceFields.begins,
  concerns: topicFields.concerns,
  confidential: topicFields.confidentialReason,
  replaces_decision: proposalFields.how,
} as const satisfies Record<ProposalField, string>;

type Sent = { readonly form: ProposalForm; readonly circle: Circle; readonly values: FormState };

/** All that the form lacks at once, each under its field. */
function errorsOf(
  problems: readonly FieldProblem[],
  { form, circle, values }: Sent,
  { words }: Services,
): Record<string, string> {
  const zone = circle.settings.calendar.timeZone;
  const length = lengthOf(form.document);
  const entries = problems.map((problem) => {
    const { plain } = explainFieldProblem(problem, { zone, length, words });
    return [blockOf(FIELDS[problem.field], values), plain] as const;
  });
  return Object.fromEntries(entries);
}

/** The block that a field stands in: the deadline's is renamed whenever a button sets it. */
function blockOf(field: string, values: FormState): string {
  const blocks = Object.entries(values);
  return blocks.find(([, elements]) => field in elements)?.[0] ?? field;
}

/** A round that begins with questions says so at once (docs/process.md §2.1). */
function stepStored(
  { step }: Round,
  circle: Circle,
  { opening, step: { choose } }: Services['words'],
) {
  const { untilAt } = step;
  if (waitsForOpening({ step })) return [opening.stored()];
  const zone = circle.settings.calendar.timeZone;
  return untilAt === null ? [] : [choose.stored({ until: moment(untilAt, zone) })];
}

function stored(round: Round, circle: Circle, { words }: Services) {
  const { done } = words.propose;
  const { concerns } = round.terms;
  const number = words.system.proposalNumber({ number: String(round.number) });
  return noticeModal(
    {
      title: done.title(),
      sayings: [
        done.stored({ title: round.title, number }),
        done.card({ channel: channel(circle.channelId) }),
        ...stepStored(round, circle, words),
        done.next(),
        ...(isConfidential(round) ? [words.confidential.stored()] : []),
        ...(concerns ? [words.concern.done({ member: member(concerns.member) })] : []),
      ],
      below: concerns ? [actions([meetFirstButton(round, words)])] : [],
    },
    words,
  );
}
