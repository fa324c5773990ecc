import type { ModalView } from '@slack/types';
import { isMember, type Circle } from '../core/circle.ts';
import { roundId, type MemberId, type RoundId } from '../core/ids.ts';
import { whyNotSend, type DraftRefusal } from '../core/kept-draft.ts';
import type { ProposalForm } from '../core/proposal.ts';
import type { Round } from '../core/round.ts';
import { changesBetween } from '../core/version-changes.ts';
import type { RoundCommit } from '../shell/store.ts';
import { explainDraft } from '../words/explain-draft.ts';
import type { DraftInForm } from './blocks/draft-part.ts';
import { proposalFields } from './blocks/proposal-modal.ts';
import { conflictIn, draftersIn } from './draft-keep.ts';
import { fieldsOf } from './form-state.ts';
import type { OpenView } from './interaction.ts';
import { draftOfFields, proposalFormOf, type Draft } from './proposal-draft.ts';
import type { Services } from './services.ts';

type Ref = NonNullable<DraftInForm['ref']>;
type Sent = {
  readonly view: OpenView;
  readonly by: MemberId;
  readonly circle: Circle;
  readonly ref: Ref | null;
  /** How often a button filled in a field. */
  readonly revision: number;
  /** The decision that it looks at again. */
  readonly again: Draft['again'] | null;
};

/** How a sent form goes on: as this round, or not, with what the person is shown instead. */
type Sending =
  | { readonly id: RoundId; readonly sentFrom?: RoundCommit['sentFrom'] }
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly show: ModalView };

/**
 * Looks at the draft that a sent form holds, if any. Only its author sends it, and only once: the
 * round's id is that of the draft, and the draft goes in the transaction that opens the round.
 *
 * Source: docs/process.md §2.1, §3.
 */
export async function sendingOf(
  sent: Sent,
  form: ProposalForm,
  services: Services,
): Promise<Sending> {
  const { view, by, circle, ref } = sent;
  if (!ref) return { id: roundId(`r_${view.id}`) };
  const { performer, store, words } = services;
  const { refusal } = words.draft;
  const id = roundId(`r_${ref.id}`);
  const known = await performer.round(id);
  if (known) {
    if (isSameDeed(known.round, by, form)) return { id };
    // A draft of another circle is as unknown as any, and what became of it is told to nobody here.
    const isHere = known.round.circleId === circle.id && isMember(circle, by);
    if (!isHere) return refused(refusal.unknown().plain);
    const number = words.system.proposalNumber({ number: String(known.round.number) });
    return refused(refusal.became({ number }).plain);
  }
  const draft = await store.draftOf(ref.id);
  if (!draft && ref.revision === 0) return { id };
  if (!draft) return refused(refusal.goneInForm().plain);
  const why = whyNotSend(draft, { by, basedOn: ref.revision }, circle);
  if (!why) return { id, sentFrom: { id: draft.id, revision: draft.revision } };
  return whyNot(why, { ...sent, ref }, services);
}

async function whyNot(
  why: DraftRefusal,
  { view, by, circle, ref, revision, again }: Sent & { readonly ref: Ref },
  services: Services,
): Promise<Sending> {
  const { words } = services;
  if (why.code === 'draft_saved_since') {
    const fields = fieldsOf(view.values);
    const inForm = await conflictIn(why, ref, circle, services);
    const kept = { drafters: draftersIn(fields), ...inForm };
    const typed = { ...draftOfFields(fields), ...(again && { again }), revision, kept };
    return { show: await proposalFormOf(circle, by, typed, services) };
  }
  // Under a field Slack shows plain text, in which a person would be a bare id.
  if (why.code === 'draft_of_author') return refused(words.draft.refusal.ofAuthor().plain);
  return refused(explainDraft(why, circle.settings.calendar.timeZone, words).plain);
}

function refused(saying: string): Sending {
  return { errors: { [proposalFields.title]: saying } };
}

/** True where this person sent this very text a moment ago: a form that Slack sent twice. */
function isSameDeed({ proposedBy, versions }: Round, by: MemberId, form: ProposalForm): boolean {
  const first = versions[0];
  if (!first || proposedBy !== by) return false;
  return changesBetween(first, { ...form, link: form.link ?? null }).length === 0;
}
