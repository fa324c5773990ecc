import type { Circle } from '../core/circle.ts';
import { decideKeeping, type DraftRefusal } from '../core/kept-draft.ts';
import type { KeepCommand, KeptDraft } from '../core/kept-draft.ts';
import { outgoing } from './outgoing.ts';
import { StaleState, type Store } from './store.ts';

type Keeping = { readonly refused: DraftRefusal } | { readonly kept: KeptDraft };

/**
 * Keeps what stands in a form: load, decide, store. Whoever is invited is told by the outbox. The
 * same form sent twice is kept once. Source: docs/process.md §2.1.
 */
export async function keepDraft(
  command: KeepCommand,
  circle: Circle,
  store: Store,
): Promise<Keeping> {
  const ruling = await attempt(command, circle, store);
  // Somebody saved between the looking and the storing: looked at anew, the rule says who.
  return (
    ruling ?? (await attempt(command, circle, store)) ?? { refused: { code: 'draft_unknown' } }
  );
}

async function attempt(
  command: KeepCommand,
  circle: Circle,
  store: Store,
): Promise<Keeping | null> {
  const { id, by, at } = command;
  const draft = await store.draftOf(id);
  if (draft && isKeptAlready(draft, command)) return { kept: draft };
  const all = await store.draftsOf(circle.teamId, by);
  const others = all.filter((one) => one.author === by && one.id !== id).length;
  const ruling = decideKeeping(draft, command, { circle, others });
  if ('refused' in ruling) return ruling;
  const { kept, invited } = ruling;
  const notices = invited.map((to) =>
    outgoing(circle.teamId, { kind: 'draft_invited', draftId: id, to }, at),
  );
  try {
    await store.saveDraft({ draft: kept, notices });
    return { kept };
  } catch (error) {
    if (error instanceof StaleState) return null;
    throw error;
  }
}

function isKeptAlready(draft: KeptDraft, { by, basedOn, text, drafters }: KeepCommand): boolean {
  const isNext = draft.revision === basedOn + 1 && draft.savedBy === by;
  const isSame = JSON.stringify(draft.text) === JSON.stringify(text);
  const invited = draft.author !== by || drafters.every((one) => draft.drafters.includes(one));
  return isNext && isSame && invited;
}
