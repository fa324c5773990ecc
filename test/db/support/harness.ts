import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import { openDriver } from '../../../db/open.ts';
import { makeStore } from '../../../db/store.ts';
import type { Driver } from '../../../db/unit.ts';
import type { Store } from '../../../src/shell/store.ts';
import { playEverything, worldOf, type World } from './bakery.ts';

/** A new, empty database for one test, with a way past the store into its tables. */
export type TestDatabase = {
  readonly kind: 'sqlite' | 'postgres';
  readonly url: string;
  /** Runs SQL on a connection of its own, and gives the rows of the last statement. */
  readonly raw: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
};

/** Opens an empty database: `anew` for a test that changes the tables themselves. */
export type OpenDatabase = (how?: { readonly anew: true }) => Promise<TestDatabase>;

/** A database file in a folder that is gone after the test. */
export async function sqliteDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'consent-rounds-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'test.db');
  return { kind: 'sqlite', url: `file:${file}`, raw: async (sql) => rawSqlite(file, sql) };
}

/**
 * Databases in a PostgreSQL server. It takes long to make one, so tests that do not change the
 * tables share one that is emptied for each of them.
 */
export function postgresDatabases(createDatabase: () => Promise<string>): OpenDatabase {
  let shared: TestDatabase | null = null;
  return async (how) => {
    if (how?.anew) return postgresDatabase(await createDatabase());
    shared ??= postgresDatabase(await createDatabase());
    await emptyTables(shared);
    return shared;
  };
}

function postgresDatabase(url: string): TestDatabase {
  return { kind: 'postgres', url, raw: (sql) => rawPostgres(url, sql) };
}

/** A database opened for a test, and closed after it. */
export async function openTestDriver({ url }: TestDatabase): Promise<Driver> {
  const driver = await openDriver(url);
  onTestFinished(() => driver.close());
  return driver;
}

export async function openTestStore(database: TestDatabase): Promise<Store> {
  return makeStore(await openTestDriver(database));
}

export async function openWorld(database: TestDatabase): Promise<World> {
  return worldOf(await openTestStore(database));
}

/** Those that refer to others come first. */
const TABLES =
  'drafters drafts notices cards objection_messages round_messages timer_runs counters answers asked objections questions extensions decisions ' +
  'versions round_events rounds memberships circle_events circles';

async function emptyTables({ raw }: TestDatabase): Promise<void> {
  const [made] = await raw("select 1 from pg_tables where tablename = 'circles'");
  const deletions = TABLES.split(' ').map((table) => `delete from ${table}`);
  if (made) await raw(deletions.join(';'));
}

/** A SQLite database in which everything has happened, closed again. */
export async function filledDatabase(): Promise<TestDatabase> {
  const database = await sqliteDatabase();
  const driver = await openDriver(database.url);
  await playEverything(worldOf(makeStore(driver)));
  await driver.close();
  return database;
}

function rawSqlite(file: string, sql: string) {
  const raw = new BetterSqlite3(file);
  try {
    if (!/^\s*(select|pragma)/i.test(sql)) {
      raw.exec(sql);
      return [];
    }
    return raw.prepare<[], Record<string, unknown>>(sql).all();
  } finally {
    raw.close();
  }
}

async function rawPostgres(url: string, sql: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows ?? [];
  } finally {
    await client.end();
  }
}
