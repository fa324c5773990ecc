import { isFullMember, type Circle } from '../core/circle.ts';
import { plainTextOf } from '../core/document.ts';
import { circleId, draftId, memberId, type MemberId } from '../core/ids.ts';
import { mayWriteDraft, type DraftRefusal, type DraftText } from '../core/kept-draft.ts';
import { keepDraft } from '../shell/keep-draft.ts';
import { explainDraft } from '../words/explain-draft.ts';
import { draftersField, type DraftInForm } from './blocks/draft-part.ts';
import { notRecordedModal } from './blocks/not-recorded.ts';
import { proposalFormMetadata } from './blocks/proposal-modal.ts';
import { fieldsOf, type Fields } from './form-state.ts';
import { showHome } from './home.ts';
import type { Click, OpenView } from './interaction.ts';
import { againIn, draftOfFields, proposalFormOf, type InForm } from './proposal-draft.ts';
import type { ClickReply } from './reply-to-person.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';

type About = NonNullable<ReturnType<typeof proposalFormMetadata.open>>;
type Held = {
  readonly about: About;
  readonly view: OpenView;
  readonly circle: Circle;
  readonly by: MemberId;
};

/**
 * [Keep as a draft]: everything typed so far is stored before Slack gets its ack, and the form
 * stays open. Whatever stands in the way is said in it, with all that was typed.
 *
 * Source: docs/process.md §2.1.
 */
export async function onKeepDraft(
  { view, by }: Click,
  reply: ClickReply,
  services: Services,
): Promise<void> {
  const { performer, store, words, now } = services;
  const about = view && proposalFormMetadata.open(view.metadata);
  const circle = about && (await performer.circle(circleId(about.circle)));
  if (!view || !about || !circle) {
    await reply.ack();
    return reply.say(sentence(words.draft.refusal.unknown()));
  }
  const fields = fieldsOf(view.values);
  const ref = about.draft ?? { id: draftId(`d_${view.id}`), revision: 0, author: by };
  const drafters = draftersIn(fields);
  const text = draftTextIn(fields, about);
  const command = { id: ref.id, basedOn: ref.revision, drafters, text, by, at: now() };
  const result = await keepDraft(command, circle, store);
  await reply.ack();
  const held = { about, view, circle, by };
  if ('refused' in result) return sayRefused(held, ref, result.refused, reply, services);
  const { kept } = result;
  services.wakeOutbox();
  const newRef = { id: kept.id, revision: kept.revision, author: kept.author };
  const inForm = { ref: newRef, author: kept.author, note: words.draft.kept() };
  const isShown = await redraw(held, inForm, reply, services);
  if (!isShown) await reply.say(sentence(words.draft.keptPlain()));
  await showHome(by, services);
}

/** Whom the author invites, as the form has it now. */
export function draftersIn(fields: Fields): MemberId[] {
  return fields.users(draftersField).map(memberId);
}

/** What a form says of its draft when it is drawn anew; null for who may not write on it. */
export async function keptIn(
  { draft: ref }: About,
  { by, circle }: { readonly by: MemberId; readonly circle: Circle },
  { store }: Services,
): Promise<InForm | null> {
  if (!ref || ref.revision === 0) return isFullMember(circle, by) ? { ref: ref ?? null } : null;
  const draft = await store.draftOf(ref.id);
  const mayWrite = draft ? mayWriteDraft(draft, by, circle) : isFullMember(circle, by);
  return mayWrite ? { ref, author: ref.author } : null;
}

/** All that was typed and chosen, as it is stored. */
export function draftTextIn(fields: Fields, about: Pick<About, 'again'>): DraftText {
  const typed = draftOfFields(fields);
  return {
    title: typed.title ?? '',
    need: typed.need ?? '',
    document: fields.document('proposal'),
    owner: typed.owner ?? null,
    reviewOn: typed.reviewOn ?? null,
    deadlineAt: typed.deadlineAt ?? null,
    replaces: typed.replaces ?? '',
    link: typed.link ?? '',
    isQuick: typed.isQuick ?? false,
    topic: typed.topic ?? null,
    beginsWith: typed.beginsWith ?? null,
    concerns: typed.concerns ?? null,
    isRemoval: typed.isRemoval ?? false,
    ...(typed.isConfidential !== undefined && { isConfidential: typed.isConfidential }),
    ...(typed.confidentialReason && { confidentialReason: typed.confidentialReason }),
    again: againIn(about, fields).again ?? null,
  };
}

/** The form once more with all that is typed in it; false where it was closed meanwhile. */
async function redraw(
  { about, view, circle, by }: Held,
  inForm: InForm,
  reply: ClickReply,
  services: Services,
): Promise<boolean> {
  const fields = fieldsOf(view.values);
  const kept = { drafters: draftersIn(fields), ...inForm };
  const again = againIn(about, fields);
  const typed = { ...draftOfFields(fields), ...again, revision: about.revision, kept };
  return reply.update(view.id, await proposalFormOf(circle, by, typed, services));
}

async function sayRefused(
  held: Held,
  ref: NonNullable<DraftInForm['ref']>,
  refused: DraftRefusal,
  reply: ClickReply,
  services: Services,
): Promise<void> {
  const { circle, by, view, about } = held;
  const { words } = services;
  const zone = circle.settings.calendar.timeZone;
  const why = explainDraft(refused, zone, words);
  const isOut = refused.code === 'draft_not_decider' || !isFullMember(circle, by);
  if (isOut && (refused.code === 'draft_not_decider' || refused.code === 'draft_unknown')) {
    const { title, need, document, replaces, link } = draftTextIn(fieldsOf(view.values), about);
    const wrote = [title, need, plainTextOf(document), replaces, link].filter((one) => one !== '');
    const isShown = await reply.update(view.id, notRecordedModal({ why, wrote }, words));
    if (!isShown) await reply.say(sentence(why));
    return;
  }
  const inForm = await afterRefusal(refused, ref, held, services);
  const isShown = await redraw(held, inForm, reply, services);
  if (!isShown) await reply.say(sentence(why));
}

/** What the form says then: the next click knowingly takes the place of what was saved since. */
async function afterRefusal(
  refused: DraftRefusal,
  ref: NonNullable<DraftInForm['ref']>,
  { circle, by }: Pick<Held, 'circle' | 'by'>,
  services: Services,
): Promise<InForm> {
  const { words, newId } = services;
  if (refused.code === 'draft_saved_since') return conflictIn(refused, ref, circle, services);
  if (refused.code === 'draft_unknown') {
    const fresh = { id: draftId(`d_${newId()}`), revision: 0, author: by };
    return { ref: fresh, author: by, note: words.draft.refusal.goneInForm() };
  }
  const note = explainDraft(refused, circle.settings.calendar.timeZone, words);
  return { ref, author: ref.author, note };
}

/** Somebody saved since: who and when, and a way to read theirs beside what is typed here. */
export async function conflictIn(
  refused: DraftRefusal & { readonly code: 'draft_saved_since' },
  ref: NonNullable<DraftInForm['ref']>,
  circle: Circle,
  { store, words }: Services,
): Promise<InForm> {
  const note = explainDraft(refused, circle.settings.calendar.timeZone, words);
  const stored = await store.draftOf(ref.id);
  const revision = stored?.revision ?? ref.revision;
  return { ref: { ...ref, revision }, author: ref.author, note, theirs: ref.id };
}
