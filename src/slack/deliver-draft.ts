import { mayOpenDraft } from '../core/kept-draft.ts';
import type { Notice } from '../core/notice.ts';
import type { Delivery } from '../shell/outbox.ts';
import { draftInvitation } from './blocks/draft-list.ts';
import { toPerson, type DeliverParts } from './delivering.ts';

/**
 * Tells a person that they may write on a draft; nobody where it is gone, or is theirs no more.
 *
 * Source: docs/process.md §2.1, §D13.
 */
export async function deliverInvitation(
  { draftId, to }: Notice & { kind: 'draft_invited' },
  { store, performer, sender, words }: DeliverParts,
): Promise<Delivery> {
  const draft = await store.draftOf(draftId);
  const circle = draft && (await performer.circle(draft.circleId));
  if (!draft || !circle || !mayOpenDraft(draft, to, circle)) return { outcome: 'needless' };
  return toPerson(await sender.post(to, draftInvitation({ draft, circle }, words)));
}
