import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrationsFolder } from '../../db/migrations.ts';
import { openDriver } from '../../db/open.ts';
import { migrateSqlite } from '../../db/sqlite-migration.ts';
import { filledDatabase, sqliteDatabase } from './support/harness.ts';
import { addMigration, copyOfMigrations, journalOf, rebuildOf } from './support/migrations.ts';
import {
  copiesOf,
  countRows,
  looseTables,
  openRaw,
  referencesOf,
} from './support/sqlite-tables.ts';

const KINDS = ['sqlite', 'postgres'] as const;

describe.each(KINDS)('the migrations for %s', (kind) => {
  test('say all that the tables say: nothing is left to generate', async () => {
    const folder = await copyOfMigrations(kind);
    const { stdout } = await promisify(execFile)(process.execPath, [
      'node_modules/drizzle-kit/bin.cjs',
      'generate',
      `--dialect=${kind === 'sqlite' ? 'sqlite' : 'postgresql'}`,
      `--schema=./db/schema.${kind}.ts`,
      `--out=${relative(process.cwd(), folder)}`,
    ]);
    expect(stdout).toContain('No schema changes');
    expect(readdirSync(folder)).toEqual(readdirSync(migrationsFolder(kind)));
  }, 60_000);

  test('are in the order in which they are applied, each with its file', () => {
    const journal = journalOf(migrationsFolder(kind));
    const times = journal.entries.map(({ when }) => when);
    expect(times.length).toBeGreaterThan(0);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(new Set(times).size).toBe(times.length);
    const files = readdirSync(migrationsFolder(kind)).filter((name) => name.endsWith('.sql'));
    expect(files).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`));
  });

  test('never delete as a side effect', () => {
    const folder = migrationsFolder(kind);
    const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    for (const file of files) expect(cascadesIn(readFileSync(join(folder, file), 'utf8'))).toBe(0);
    const planted = 'FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON DELETE  cascade';
    expect(cascadesIn(`ok ON DELETE no action ${planted} "x" on delete set null`)).toBe(2);
  });
});

describe('the tables in SQLite', () => {
  test('are all strict about types', async () => {
    const raw = await openRaw(await filledDatabase());
    expect(looseTables(raw)).toEqual([]);
    raw.exec('CREATE TABLE planted (id integer)');
    expect(looseTables(raw)).toEqual(['planted']);
    const wrong = raw.prepare("UPDATE rounds SET number = 'eleven'");
    expect(() => wrong.run()).toThrow(/cannot store TEXT value in INTEGER column/);
  });

  test('hold their references, none of which deletes', async () => {
    const raw = await openRaw(await filledDatabase());
    expect(referencesOf(raw)).toEqual([
      'answers.round_id → rounds (NO ACTION)',
      'asked.round_id → rounds (NO ACTION)',
      'cards.round_id → rounds (NO ACTION)',
      'circle_events.circle_id → circles (NO ACTION)',
      'decisions.circle_id → circles (NO ACTION)',
      'decisions.round_id → rounds (NO ACTION)',
      'drafters.draft_id → drafts (NO ACTION)',
      'drafts.circle_id → circles (NO ACTION)',
      'extensions.round_id → rounds (NO ACTION)',
      'memberships.circle_id → circles (NO ACTION)',
      'objection_messages.round_id → rounds (NO ACTION)',
      'objections.round_id → rounds (NO ACTION)',
      'questions.round_id → rounds (NO ACTION)',
      'round_events.round_id → rounds (NO ACTION)',
      'round_messages.round_id → rounds (NO ACTION)',
      'rounds.circle_id → circles (NO ACTION)',
      'versions.round_id → rounds (NO ACTION)',
    ]);
    expect(() => raw.exec('DELETE FROM rounds')).toThrow(/FOREIGN KEY/);
  });
});

describe('migrating a filled SQLite database', () => {
  test('keeps every row where a table is rebuilt, and leaves a copy from before', async () => {
    const database = await filledDatabase();
    const folder = await copyOfMigrations('sqlite');
    addMigration(folder, rebuildOf('rounds'));
    const raw = await openRaw(database);
    const before = countRows(raw);
    expect(before['answers']).toBeGreaterThan(0);

    await migrateSqlite(raw, folder);
    expect(countRows(raw)).toEqual(before);
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(looseTables(raw)).toEqual([]);

    const [copy, ...others] = copiesOf(database);
    expect(others).toEqual([]);
    const old = new BetterSqlite3(copy ?? '', { fileMustExist: true });
    onTestFinished(() => void old.close());
    expect(countRows(old)).toEqual(before);
  });

  test('keeps even what a planted cascade would delete; without the guard it is in danger', async () => {
    const raw = await openRaw(await filledDatabase());
    raw.exec('CREATE TABLE child (id text REFERENCES rounds (id) ON DELETE CASCADE) STRICT');
    raw.exec('INSERT INTO child SELECT id FROM rounds');
    raw.pragma('foreign_keys = ON');
    const before = countRows(raw)['child'];
    expect(before).toBeGreaterThan(0);
    expect(() =>
      raw.transaction(() => {
        raw.pragma('foreign_keys = OFF');
        for (const statement of rebuildOf('rounds')) raw.exec(statement);
      })(),
    ).toThrow(/FOREIGN KEY/);

    const folder = await copyOfMigrations('sqlite');
    addMigration(folder, rebuildOf('rounds'));
    await migrateSqlite(raw, folder);
    expect(countRows(raw)['child']).toBe(before);
  });

  test('knows what the cards and objections tell of that were up before', async () => {
    const raw = await openRaw(await filledDatabase());
    raw.exec('DROP TABLE round_messages');
    raw.exec('DELETE FROM __drizzle_migrations WHERE id = 7');
    raw.exec("REPLACE INTO cards SELECT id, team_id, 'C0', '1.' || number, 5 FROM rounds");
    const place = "'o' || number, team_id, 'C0', '2.' || number, 6";
    raw.exec(`INSERT INTO objection_messages SELECT id, ${place} FROM rounds`);

    await migrateSqlite(raw);
    const columns = 'round_id, team_id, channel_id, ts, saved_at';
    const rowsOf = (table: string) =>
      raw.prepare(`SELECT ${columns} FROM ${table} ORDER BY ts`).all();
    const told = rowsOf('round_messages');
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...rowsOf('cards'), ...rowsOf('objection_messages')]);
  });

  test('changes nothing where a reference would be broken', async () => {
    const raw = await openRaw(await filledDatabase());
    const before = countRows(raw);
    const folder = await copyOfMigrations('sqlite');
    addMigration(folder, ['DELETE FROM rounds']);
    await expect(migrateSqlite(raw, folder)).rejects.toThrow(/would break references.*nothing/);
    expect(countRows(raw)).toEqual(before);
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('changes nothing where a later step of it cannot be done', async () => {
    const raw = await openRaw(await filledDatabase());
    const before = countRows(raw);
    const folder = await copyOfMigrations('sqlite');
    addMigration(folder, ['CREATE TABLE extra (id integer) STRICT', 'SELECT * FROM nowhere']);
    await expect(migrateSqlite(raw, folder)).rejects.toThrow('nowhere');
    expect(countRows(raw)).toEqual(before);
  });

  test('does nothing, and copies nothing, where all is up to date', async () => {
    const database = await filledDatabase();
    await (await openDriver(database.url)).close();
    expect(copiesOf(database)).toEqual([]);
  });

  test('copies nothing of a database without rows', async () => {
    const database = await sqliteDatabase();
    await (await openDriver(database.url)).close();
    const folder = await copyOfMigrations('sqlite');
    addMigration(folder, ['CREATE TABLE extra (id integer) STRICT']);
    await migrateSqlite(await openRaw(database), folder);
    expect(copiesOf(database)).toEqual([]);
  });
});

function cascadesIn(sql: string): number {
  return [...sql.matchAll(/on\s+delete\s+(?!no action)/gi)].length;
}
