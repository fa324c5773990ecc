import { asc, eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Circle } from '../src/core/circle.ts';
import { evolveCircle } from '../src/core/circle-history.ts';
import type { CircleId, RoundId } from '../src/core/ids.ts';
import type { Round } from '../src/core/round.ts';
import { evolveRound } from '../src/core/round-history.ts';
import { CIRCLE_PARTS, circleRow } from './circle-rows.ts';
import { circleEvents, roundEvents } from './history-queries.ts';
import { keyOf, type AnyRow, type Part, type ProjectedName } from './projection.ts';
import { ROUND_PARTS, roundRow } from './round-rows.ts';
import { one, rows, type Context, type Driver, type Unit, type Work } from './unit.ts';

/** Where a table and the history disagree. Tells which columns, never what stands in them. */
export type Difference = {
  readonly table: ProjectedName | 'rounds' | 'circles' | 'round_events' | 'circle_events';
  /** The row, by its key. */
  readonly key: string;
  /** `missing` where only the history has it, `surplus` where only the table has it. */
  readonly problem: 'missing' | 'surplus' | 'different';
  readonly columns: readonly string[];
};

/**
 * Replays the history of every circle and round, and compares what it tells with every table drawn
 * from it. An empty list says that all agree. For a database that nobody writes to meanwhile.
 *
 * Source: docs/process.md §D14.
 */
export async function verifyStore({ read }: Driver): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const id of await read(circleIds())) differences.push(...(await read(checkCircle(id))));
  for (const id of await read(roundIds())) differences.push(...(await read(checkRound(id))));
  return differences;
}

function circleIds(): Unit<readonly CircleId[]> {
  return function* ({ db, tables: { circles } }) {
    const found = yield* rows(db.select({ id: circles.id }).from(circles).orderBy(asc(circles.id)));
    return found.map(({ id }) => id);
  };
}

function roundIds(): Unit<readonly RoundId[]> {
  return function* ({ db, tables: { rounds } }) {
    const found = yield* rows(db.select({ id: rounds.id }).from(rounds).orderBy(asc(rounds.id)));
    return found.map(({ id }) => id);
  };
}

function checkCircle(id: CircleId): Unit<Difference[]> {
  return function* (context) {
    const { circles, circle_events, memberships } = context.tables;
    const gap = yield* findGap(context, 'circle_events', id, circle_events.circle_id);
    if (gap) return [gap];
    const events = yield* circleEvents(id)(context);
    const circle = events.reduce<Circle | null>(evolveCircle, null);
    const stored = yield* one(context.db.select().from(circles).where(eq(circles.id, id)));
    if (!circle || !stored) return [missing('circle_events', id)];

    const found = { memberships: yield* rowsOf(context, memberships, memberships.circle_id, id) };
    return [
      ...compareRow('circles', id, circleRow(circle), stored),
      ...CIRCLE_PARTS.flatMap((part) => comparePart(part, circle, found)),
    ];
  };
}

function checkRound(id: RoundId): Unit<Difference[]> {
  return function* (context) {
    const { rounds, round_events } = context.tables;
    const gap = yield* findGap(context, 'round_events', id, round_events.round_id);
    if (gap) return [gap];
    const events = yield* roundEvents(id)(context);
    const round = events.reduce<Round | null>(evolveRound, null);
    const stored = yield* one(context.db.select().from(rounds).where(eq(rounds.id, id)));
    if (!round || !stored) return [missing('round_events', id)];

    // When the clock has something to do hangs on the circle too, and on when it was last asked.
    const nextDueAt = stored.next_due_at;
    const found = yield* rowsOfRound(context, id);
    return [
      ...compareRow('rounds', id, roundRow(round, nextDueAt), stored),
      ...ROUND_PARTS.flatMap((part) => comparePart(part, round, found)),
    ];
  };
}

type Found = { readonly [Name in ProjectedName]?: readonly AnyRow[] };

function* rowsOfRound(context: Context, id: RoundId): Work<Found> {
  const { tables } = context;
  const found: { [Name in ProjectedName]?: readonly AnyRow[] } = {};
  for (const { table } of ROUND_PARTS) {
    if (table === 'memberships') continue;
    found[table] = yield* rowsOf(context, tables[table], tables[table].round_id, id);
  }
  return found;
}

function* rowsOf(
  { db }: Context,
  table: SQLiteTable,
  column: SQLiteColumn,
  id: string,
): Work<readonly AnyRow[]> {
  return yield* rows<AnyRow>(db.select().from(table).where(eq(column, id)));
}

function* findGap(
  { db, tables }: Context,
  name: 'round_events' | 'circle_events',
  id: string,
  column: SQLiteColumn,
): Work<Difference | null> {
  const table = tables[name];
  const found = yield* rows(
    db.select({ seq: table.seq }).from(table).where(eq(column, id)).orderBy(asc(table.seq)),
  );
  const at = found.findIndex(({ seq }, index) => seq !== index + 1);
  return at < 0 ? null : missing(name, `${id} event ${at + 1}`);
}

function missing(table: Difference['table'], key: string): Difference {
  return { table, key, problem: 'missing', columns: [] };
}

function comparePart<State>(part: Part<State>, state: State, found: Found): Difference[] {
  const { table } = part;
  const stored = new Map((found[table] ?? []).map((row) => [keyOf(table, row), row]));
  const differences: Difference[] = [];
  for (const expected of part.rowsOf(state)) {
    const key = keyOf(table, expected);
    const row = stored.get(key);
    stored.delete(key);
    differences.push(...(row ? compareRow(table, key, expected, row) : [missing(table, key)]));
  }
  for (const key of stored.keys()) {
    differences.push({ table, key, problem: 'surplus', columns: [] });
  }
  return differences;
}

function compareRow(
  table: Difference['table'],
  key: string,
  expected: AnyRow,
  stored: AnyRow,
): Difference[] {
  const columns = Object.keys(expected).filter(
    (column) => canonical(expected[column]) !== canonical(stored[column]),
  );
  return columns.length > 0 ? [{ table, key, problem: 'different', columns }] : [];
}

/** A value as text, the same however its properties are ordered. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : inner,
  );
}
