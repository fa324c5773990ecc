import type { Instant } from '../src/core/calendar.ts';
import type { CircleId, DraftId, MemberId, TeamId } from '../src/core/ids.ts';
import type { DraftText } from '../src/core/kept-draft.ts';
import type { CircleTables } from './circle-tables.ts';
import type { Kit } from './kit.sqlite.ts';

/**
 * Proposals that people are still writing. They are no part of any history: no event tells of them,
 * and what is discarded is really gone. Source: docs/process.md §2.1.
 */
export function draftTables(kit: Kit, { circles }: CircleTables) {
  const drafts = draftsTable(kit, circles);
  return { drafts, drafters: draftersTable(kit, drafts) };
}

function draftsTable(kit: Kit, circles: CircleTables['circles']) {
  const { table, text, integer, instant, json, index } = kit;
  return table(
    'drafts',
    {
      id: text().$type<DraftId>().primaryKey(),
      team_id: text().$type<TeamId>().notNull(),
      circle_id: text()
        .$type<CircleId>()
        .notNull()
        .references(() => circles.id),
      author: text().$type<MemberId>().notNull(),
      /** Counts how often it was saved: whoever comes second is told so. */
      revision: integer().notNull(),
      saved_at: instant().$type<Instant>().notNull(),
      saved_by: text().$type<MemberId>().notNull(),
      /** All that was typed and chosen so far. */
      content: json().$type<DraftText>().notNull(),
    },
    (t) => [index('drafts_by_author').on(t.team_id, t.author)],
  );
}

/** Whom an author invited to write on a draft too. */
function draftersTable(kit: Kit, drafts: ReturnType<typeof draftsTable>) {
  const { table, text, integer, index, primaryKey } = kit;
  return table(
    'drafters',
    {
      draft_id: text()
        .$type<DraftId>()
        .notNull()
        .references(() => drafts.id),
      member_id: text().$type<MemberId>().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      position: integer().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.draft_id, t.member_id] }),
      index('drafters_by_member').on(t.team_id, t.member_id),
    ],
  );
}
