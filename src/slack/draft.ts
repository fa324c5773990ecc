import { mayWriteDraft, whyNotDiscard, type KeptDraft } from '../core/kept-draft.ts';
import { explainDraft } from '../words/explain-draft.ts';
import type { Saying } from '../words/message.ts';
import { draftListModal, draftReadModal, savedLine, titleOf } from './blocks/draft-list.ts';
import type { DraftSeen } from './blocks/draft-list.ts';
import { draftFor, draftsFor } from './drafts.ts';
import { onKeepDraft } from './draft-keep.ts';
import { actionIds, callbackIds } from './ids.ts';
import type { Click } from './interaction.ts';
import type { ClickListener, Listeners } from './listener.ts';
import { openOrSay } from './opening.ts';
import { proposalFormOf, type Draft } from './proposal-draft.ts';
import type { ClickReply } from './reply-to-person.ts';
import { sentence } from './sentence.ts';
import type { Services } from './services.ts';

/**
 * Drafts: kept from the form of a proposal, found again on Home, opened, read and discarded.
 * Source: docs/process.md §2.1, §3.
 */
export const draftListeners: Listeners = {
  clicks: {
    [actionIds.keepDraft]: onKeepDraft,
    [actionIds.openDraft]: aboutDraft(goOnWriting),
    [actionIds.readDraft]: aboutDraft(read),
    [actionIds.discardDraft]: aboutDraft(discard),
    [actionIds.listDrafts]: list,
  },
};

type DraftClick = { readonly click: Click; readonly reply: ClickReply; readonly seen: DraftSeen };

/** Whoever may not know of a draft gets the same answer as for one that does not exist. */
function aboutDraft(
  listen: (about: DraftClick, services: Services) => Promise<void>,
): ClickListener {
  return async (click, reply, services) => {
    const seen = await draftFor(click.by, click.value, services);
    if (seen) await listen({ click, reply, seen }, services);
    await reply.ack();
    if (seen) return;
    await sayIn(click, services.words.draft.refusal.unknown(), reply, services);
  };
}

/** The form with all that is kept; an author who no longer decides there gets it to copy. */
async function goOnWriting({ click, reply, seen }: DraftClick, services: Services): Promise<void> {
  const { by } = click;
  const { draft, circle } = seen;
  const { words } = services;
  const view = mayWriteDraft(draft, by, circle)
    ? await proposalFormOf(circle, by, formOf(draft), services)
    : draftReadModal(seen, words.draft.copy(), words);
  await openOrSay(view, reply, services);
}

/** What somebody else kept, beside the form in which one is writing. */
async function read({ reply, seen }: DraftClick, services: Services): Promise<void> {
  const { words } = services;
  const view = draftReadModal(seen, savedLine(seen, words), words);
  await openOrSay(view, reply, services);
}

/** Really deleted; only its author does that. */
async function discard({ click, reply, seen }: DraftClick, services: Services): Promise<void> {
  const { draft, circle } = seen;
  const { store, words } = services;
  const refused = whyNotDiscard(draft, click.by, circle);
  if (refused) {
    await reply.ack();
    const zone = circle.settings.calendar.timeZone;
    return sayIn(click, explainDraft(refused, zone, words), reply, services);
  }
  await store.discardDraft(draft.id);
  await reply.ack();
  // On Home and in the list it is seen to be gone; anywhere else it is said.
  if (click.isHome || (await redrawList(click, reply, services))) return;
  await reply.say(sentence(words.draft.gone({ title: titleOf(draft, words).plain })));
}

/** All of a person's drafts. */
async function list(click: Click, reply: ClickReply, services: Services): Promise<void> {
  const drafts = await draftsFor(click.by, services);
  const view = draftListModal(drafts, click.by, services.words);
  await openOrSay(view, reply, services);
  await reply.ack();
}

async function redrawList({ view, by }: Click, reply: ClickReply, services: Services) {
  if (view?.callbackId !== callbackIds.draftList) return false;
  const drafts = await draftsFor(by, services);
  return reply.update(view.id, draftListModal(drafts, by, services.words));
}

async function sayIn(
  click: Click,
  saying: Saying,
  reply: ClickReply,
  services: Services,
): Promise<void> {
  await reply.say(sentence(saying));
  await redrawList(click, reply, services);
}

/** A draft as its form takes it: what was left empty is filled in with what is usual. */
function formOf({ id, revision, author, drafters, text }: KeptDraft): Draft {
  const { owner, reviewOn, deadlineAt, topic, beginsWith, again, ...written } = text;
  return {
    ...written,
    beginsWith,
    owner: owner ?? author,
    ...(reviewOn !== null && { reviewOn }),
    ...(deadlineAt !== null && { deadlineAt }),
    ...(topic !== null && { topic }),
    ...(again && { again }),
    kept: { ref: { id, revision, author }, author, drafters },
  };
}
