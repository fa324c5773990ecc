import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { DraftId, MemberId, TeamId } from '../src/core/ids.ts';
import type { KeptDraft } from '../src/core/kept-draft.ts';
import { StaleState, type DraftCommit } from '../src/shell/store.ts';
import { askForAll } from './commit.ts';
import { takeDraft } from './draft-taking.ts';
import type { Row } from './tables.ts';
import { one, rows, run, type Context, type Unit, type Work } from './unit.ts';

/** Drafts that a list holds at most; nobody has more than twenty of their own. */
const LISTED_MAX = 50;

/** A draft by its id, or null. Who may know of it is for the rules to say. */
export function draftOf(id: DraftId): Unit<KeptDraft | null> {
  return function* (context) {
    const { db, tables } = context;
    const row = yield* one(db.select().from(tables.drafts).where(eq(tables.drafts.id, id)));
    if (!row) return null;
    const [draft] = yield* withDrafters(context, [row]);
    return draft ?? null;
  };
}

/** A person's own drafts, and those that they were invited to, newest first. */
export function draftsOf(teamId: TeamId, member: MemberId): Unit<KeptDraft[]> {
  return function* (context) {
    const { db, tables } = context;
    const { drafts, drafters } = tables;
    const own = yield* rows(
      db
        .select()
        .from(drafts)
        .where(and(eq(drafts.team_id, teamId), eq(drafts.author, member)))
        .orderBy(desc(drafts.saved_at), asc(drafts.id))
        .limit(LISTED_MAX),
    );
    const invited = yield* rows(
      db
        .select({ id: drafters.draft_id })
        .from(drafters)
        .where(and(eq(drafters.team_id, teamId), eq(drafters.member_id, member)))
        .limit(LISTED_MAX),
    );
    const ids = invited.map(({ id }) => id);
    const others =
      ids.length === 0 ? [] : yield* rows(db.select().from(drafts).where(inArray(drafts.id, ids)));
    const found = yield* withDrafters(context, [...own, ...others]);
    return found.toSorted((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1));
  };
}

/**
 * Keeps a draft, where nobody saved it since; throws `StaleState` where somebody did, or where it
 * is gone.
 */
export function saveDraft({ draft, notices }: DraftCommit): Unit<void> {
  return function* (context) {
    const { db, tables } = context;
    const { drafts, drafters } = tables;
    const row = rowOf(draft);
    const changed =
      draft.revision === 1
        ? yield* run(db.insert(drafts).values(row).onConflictDoNothing())
        : yield* run(
            db
              .update(drafts)
              .set(row)
              .where(and(eq(drafts.id, draft.id), eq(drafts.revision, draft.revision - 1))),
          );
    if (changed === 0) throw new StaleState(`Draft ${draft.id} is not at ${draft.revision - 1}`);
    yield* run(db.delete(drafters).where(eq(drafters.draft_id, draft.id)));
    const invited = draft.drafters.map((member_id, position) => ({
      draft_id: draft.id,
      member_id,
      team_id: draft.teamId,
      position,
    }));
    if (invited.length > 0) yield* run(db.insert(drafters).values(invited));
    yield* askForAll(context, notices);
  };
}

/** Really deletes a draft; one that is gone already is no fault. */
export function discardDraft(id: DraftId): Unit<void> {
  return function* (context) {
    yield* takeDraft(context, id, null);
  };
}

function* withDrafters(
  { db, tables: { drafters } }: Context,
  found: readonly Row<'drafts'>[],
): Work<KeptDraft[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const invited = yield* rows(
    db
      .select()
      .from(drafters)
      .where(inArray(drafters.draft_id, ids))
      .orderBy(asc(drafters.position)),
  );
  return found.map((row) => ({
    id: row.id,
    teamId: row.team_id,
    circleId: row.circle_id,
    author: row.author,
    drafters: invited.filter((one) => one.draft_id === row.id).map((one) => one.member_id),
    revision: row.revision,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    text: row.content,
  }));
}

function rowOf(draft: KeptDraft): Row<'drafts'> {
  return {
    id: draft.id,
    team_id: draft.teamId,
    circle_id: draft.circleId,
    author: draft.author,
    revision: draft.revision,
    saved_at: draft.savedAt,
    saved_by: draft.savedBy,
    content: draft.text,
  };
}
