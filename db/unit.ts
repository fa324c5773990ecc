import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Statements } from './statements.ts';
import type { Tables } from './tables.ts';

/** Either database, typed as SQLite: see `kit.postgres.ts`. */
export type Database = BaseSQLiteDatabase<'sync', unknown>;

/** What a unit of work may use. */
export type Context = {
  readonly db: Database;
  readonly tables: Tables;
  /** What the click path needs, prepared once for each connection. */
  readonly statements: Statements;
  /** Passes over rows that another process has locked; SQLite has one writer and none such. */
  readonly skipLocked: <Query>(query: Query) => Query;
};

/** A query, or a prepared statement with its values; the driver runs it. */
type Step = {
  /** Whether its rows are wanted, or how many it changed. */
  readonly wants: 'rows' | 'count';
} & (
  | { readonly query: Runnable; readonly values: null }
  | { readonly query: Prepared; readonly values: Values }
);

export type Values = Readonly<Record<string, unknown>>;

export type Runnable = {
  all(values?: Record<string, unknown>): unknown;
  run(values?: Record<string, unknown>): unknown;
};

/** A statement that was prepared: its text, and what it is run with. */
export type Prepared = Runnable & { getQuery(): { sql: string; params: unknown[] } };

type Rows<Row> = { all(): Row[]; run(): unknown };

export type Work<Result> = Generator<Step, Result, unknown>;

/**
 * A unit of work: queries, and what is made of their rows, written once for both databases. SQLite
 * runs each step on the spot, PostgreSQL awaits it. A throw undoes the whole unit.
 */
export type Unit<Result> = (context: Context) => Work<Result>;

/** A database that is open. `transact` is on disk when it resolves; `read` sees what is. */
export type Driver = {
  readonly kind: 'sqlite' | 'postgres';
  readonly exclusive: boolean;
  readonly transact: <Result>(unit: Unit<Result>) => Promise<Result>;
  readonly read: <Result>(unit: Unit<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
};

/** The rows of a query. */
export function* rows<Row>(query: Rows<Row>): Work<readonly Row[]> {
  const found = yield { query, values: null, wants: 'rows' };
  return found as readonly Row[];
}

/** The first row of a query, or null. */
export function* one<Row>(query: Rows<Row>): Work<Row | null> {
  const [row] = yield* rows(query);
  return row ?? null;
}

/** Runs a query that changes rows, and says how many. */
export function* run(query: Runnable): Work<number> {
  const count = yield { query, values: null, wants: 'count' };
  return Number(count);
}

/** The rows of a prepared statement. */
export function* rowsWith<Row>(query: Rows<Row> & Prepared, values: Values): Work<readonly Row[]> {
  const found = yield { query, values, wants: 'rows' };
  return found as readonly Row[];
}

/** Runs a prepared statement that changes rows, and says how many. */
export function* runWith(query: Prepared, values: Values): Work<number> {
  const count = yield { query, values, wants: 'count' };
  return Number(count);
}
