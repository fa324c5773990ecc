import { and, eq } from 'drizzle-orm';
import type { DraftId } from '../src/core/ids.ts';
import { StaleState } from '../src/shell/store.ts';
import { run, type Context, type Work } from './unit.ts';

/**
 * Deletes a draft within another unit. Where it is not at `revision`, `StaleState` is thrown and
 * the whole unit undone: what somebody saved in between is not lost.
 */
export function* takeDraft(
  { db, tables: { drafts, drafters } }: Context,
  id: DraftId,
  revision: number | null,
): Work<void> {
  yield* run(db.delete(drafters).where(eq(drafters.draft_id, id)));
  const isSame = revision === null ? undefined : eq(drafts.revision, revision);
  const gone = yield* run(db.delete(drafts).where(and(eq(drafts.id, id), isSame)));
  if (gone === 0 && revision !== null) throw new StaleState(`Draft ${id} is not at ${revision}`);
}
