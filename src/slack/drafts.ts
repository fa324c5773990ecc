import { draftId, type MemberId } from '../core/ids.ts';
import { mayOpenDraft } from '../core/kept-draft.ts';
import type { DraftSeen } from './blocks/draft-list.ts';
import type { Services } from './services.ts';

/**
 * A draft for somebody who may know of it; null for everybody else, and alike for one that does
 * not exist. Source: docs/process.md §2.1, §3.
 */
export async function draftFor(
  by: MemberId,
  id: string,
  { store, performer, teamId }: Services,
): Promise<DraftSeen | null> {
  const draft = await store.draftOf(draftId(id));
  if (draft?.teamId !== teamId) return null;
  const circle = await performer.circle(draft.circleId);
  return circle && mayOpenDraft(draft, by, circle) ? { draft, circle } : null;
}

/** A person's drafts and those that they are invited to, newest first. */
export async function draftsFor(
  by: MemberId,
  { store, performer, teamId }: Services,
): Promise<DraftSeen[]> {
  const drafts = await store.draftsOf(teamId, by);
  const seen = await Promise.all(
    drafts.map(async (draft) => {
      const circle = await performer.circle(draft.circleId);
      return circle && mayOpenDraft(draft, by, circle) ? { draft, circle } : null;
    }),
  );
  return seen.filter((one) => one !== null);
}
