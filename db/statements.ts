import { and, asc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { askForNotice } from './notice-statement.ts';
import { PROJECTED_KEYS, type ProjectedName } from './projection.ts';
import type { Tables } from './tables.ts';
import type { Database, Prepared } from './unit.ts';

export type Statements = ReturnType<typeof prepareStatements>;

/**
 * The statements of the click path, built once for a connection: reading and adding to a history,
 * moving a round or circle on, and writing the rows drawn from it. Each takes a value for every
 * column by its name.
 */
export function prepareStatements(db: Database, tables: Tables) {
  return {
    ...historyStatements(db, tables),
    ...movingStatements(db, tables),
    askForNotice: prepared('ask_for_notice', askForNotice(db, tables)),
    keep: forEachProjected((name) => prepared(`keep_${name}`, upsertInto(db, tables[name], name))),
    drop: forEachProjected((name) => prepared(`drop_${name}`, deleteFrom(db, tables[name], name))),
  };
}

function historyStatements(db: Database, { round_events, circle_events }: Tables) {
  const ofRound = eq(round_events.round_id, sql.placeholder('id'));
  const ofCircle = eq(circle_events.circle_id, sql.placeholder('id'));
  return {
    roundEvents: prepared(
      'round_events_of',
      db.select().from(round_events).where(ofRound).orderBy(asc(round_events.seq)),
    ),
    circleEvents: prepared(
      'circle_events_of',
      db.select().from(circle_events).where(ofCircle).orderBy(asc(circle_events.seq)),
    ),
    appendRoundEvent: prepared('append_round_event', insertInto(db, round_events)),
    appendCircleEvent: prepared('append_circle_event', insertInto(db, circle_events)),
  };
}

/** Each changes one row, or none where somebody else was first. */
function movingStatements(db: Database, { rounds, circles }: Tables) {
  return {
    openRound: prepared(
      'open_round',
      insertInto(db, rounds).onConflictDoNothing({ target: rounds.id }),
    ),
    moveRound: prepared(
      'move_round',
      db.update(rounds).set(givenColumns(rounds, ROUND_FIXED)).where(stillAt(rounds)),
    ),
    openCircle: prepared('open_circle', insertInto(db, circles).onConflictDoNothing()),
    moveCircle: prepared(
      'move_circle',
      db.update(circles).set(givenColumns(circles, CIRCLE_FIXED)).where(stillAt(circles)),
    ),
  };
}

/** Never changed once opened: left out of updates, so that their indexes are not written either. */
const ROUND_FIXED = ['id', 'team_id', 'circle_id', 'number', 'opened_at'];
const CIRCLE_FIXED = ['id', 'team_id', 'created_at', 'created_by'];

type Preparable<Statement> = { prepare(): Statement };

/** PostgreSQL's builders take a name, by which a connection knows the statement again. */
function prepared<Statement>(name: string, query: Preparable<Statement>): Statement {
  const named = query as { prepare(name: string): Statement };
  return named.prepare(name);
}

function forEachProjected(make: (name: ProjectedName) => Prepared) {
  const names = Object.keys(PROJECTED_KEYS) as ProjectedName[];
  const made = names.map((name) => [name, make(name)]);
  return Object.fromEntries(made) as Record<ProjectedName, Prepared>;
}

function insertInto<Table extends SQLiteTable>(db: Database, table: Table) {
  const names = Object.keys(getTableColumns(table));
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  return db.insert(table).values(values as Table['$inferInsert']);
}

function upsertInto(db: Database, table: SQLiteTable, name: ProjectedName) {
  const keys: readonly string[] = PROJECTED_KEYS[name];
  const others = Object.keys(getTableColumns(table)).filter((column) => !keys.includes(column));
  return insertInto(db, table).onConflictDoUpdate({
    target: keys.map((column) => columnOf(table, column)),
    set: Object.fromEntries(others.map((column) => [column, sql.raw(`excluded."${column}"`)])),
  });
}

function deleteFrom(db: Database, table: SQLiteTable, name: ProjectedName) {
  const keys: readonly string[] = PROJECTED_KEYS[name];
  const same = keys.map((column) => eq(columnOf(table, column), sql.placeholder(column)));
  return db.delete(table).where(and(...same));
}

/** A placeholder for each column but the fixed ones, written as its column is. */
function givenColumns(table: SQLiteTable, fixed: readonly string[]): Record<string, SQL> {
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => !fixed.includes(name));
  return Object.fromEntries(
    columns.map(([name, column]) => [name, sql`${sql.param(sql.placeholder(name), column)}`]),
  );
}

/** True of the row that nobody has moved on meanwhile. */
function stillAt(table: Tables['rounds'] | Tables['circles']): SQL | undefined {
  return and(eq(table.id, sql.placeholder('id')), eq(table.seq, sql.placeholder('expected_seq')));
}

function columnOf(table: SQLiteTable, name: string): SQLiteColumn {
  const columns: Readonly<Record<string, SQLiteColumn>> = getTableColumns(table);
  const column = columns[name];
  if (!column) throw new Error(`There is no column ${name}`);
  return column;
}
