import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { CircleId, RoundId, TeamId } from '../src/core/ids.ts';
import type { DecisionLine } from '../src/shell/store.ts';
import { patternFor } from './search-text.ts';
import { one, rows, type Unit } from './unit.ts';

/** What to look for, and where; every one of `words` must stand somewhere in the decision. */
export type DecisionSearch = {
  readonly teamId: TeamId;
  readonly circleIds: readonly CircleId[];
  readonly words: readonly string[];
  readonly limit: number;
};

/** The round that was decided with this number, or null. */
export function decisionNumbered(teamId: TeamId, number: number): Unit<RoundId | null> {
  return function* ({ db, tables: { decisions } }) {
    const found = yield* one(
      db
        .select({ id: decisions.round_id })
        .from(decisions)
        .where(and(eq(decisions.team_id, teamId), eq(decisions.number, number))),
    );
    return found?.id ?? null;
  };
}

/**
 * Decisions of some circles, newest first. Words are found anywhere, parts of words too, whatever
 * their case: a circle decides hundreds of things and not millions, so they are simply looked
 * through.
 */
export function findDecisions(search: DecisionSearch): Unit<DecisionLine[]> {
  const { teamId, circleIds, words, limit } = search;
  return function* ({ db, tables: { decisions } }) {
    const wanted = words.map(
      (word) => sql`${decisions.search_text} like ${patternFor(word)} escape '\\'`,
    );
    const found = yield* rows(
      db
        .select({
          number: decisions.number,
          roundId: decisions.round_id,
          circleId: decisions.circle_id,
          title: decisions.title,
          owner: decisions.owner_member_id,
          decidedAt: decisions.decided_at,
          reviewOn: decisions.review_on,
          pausedAt: decisions.paused_at,
        })
        .from(decisions)
        .where(
          and(
            eq(decisions.team_id, teamId),
            inArray(decisions.circle_id, [...circleIds]),
            ...wanted,
          ),
        )
        .orderBy(desc(decisions.decided_at), desc(decisions.number))
        .limit(limit),
    );
    return [...found];
  };
}
