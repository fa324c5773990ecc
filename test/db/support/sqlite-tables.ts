import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { TestDatabase } from './harness.ts';

/** A SQLite database file without the store, closed after the test. */
export async function openRaw({ url }: TestDatabase): Promise<BetterSqlite3.Database> {
  const raw = new BetterSqlite3(url.replace('file:', ''), { fileMustExist: true });
  onTestFinished(() => void raw.close());
  return raw;
}

function tablesOf(raw: BetterSqlite3.Database): readonly { name: string; strict: number }[] {
  return raw
    .prepare<[], { name: string; strict: number }>(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
    )
    .all()
    .filter(({ name }) => !name.startsWith('sqlite_'));
}

/** Tables that do not hold values to their columns' types. */
export function looseTables(raw: BetterSqlite3.Database): readonly string[] {
  return tablesOf(raw)
    .filter(({ strict }) => strict === 0)
    .map(({ name }) => name);
}

export function countRows(raw: BetterSqlite3.Database): Readonly<Record<string, number>> {
  const counts = tablesOf(raw)
    .filter(({ name }) => name !== '__drizzle_migrations')
    .map(({ name }) => {
      const count = raw.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM "${name}"`);
      return [name, count.get()?.rows ?? 0];
    });
  return Object.fromEntries(counts) as Readonly<Record<string, number>>;
}

type Reference = { from: string; table: string; on_delete: string };

export function referencesOf(raw: BetterSqlite3.Database): readonly string[] {
  return tablesOf(raw)
    .flatMap(({ name }) =>
      raw
        .prepare<[], Reference>(`SELECT * FROM pragma_foreign_key_list('${name}')`)
        .all()
        .map(({ from, table, on_delete }) => `${name}.${from} → ${table} (${on_delete})`),
    )
    .toSorted();
}

/** The copies that were made beside a database before it was migrated. */
export function copiesOf({ url }: TestDatabase): readonly string[] {
  const file = url.replace('file:', '');
  const folder = join(file, '..');
  return readdirSync(folder)
    .filter((name) => name.startsWith('test.db.before-'))
    .map((name) => join(folder, name));
}
