import type BetterSqlite3 from 'better-sqlite3';
import { migrationsFolder, pendingMigrations, readMigrations } from './migrations.ts';
import type { Migration } from './migrations.ts';

/**
 * Brings a SQLite database up to date, whole or not at all.
 *
 * A change of a table rebuilds it: the old one is dropped, and with foreign keys on, every row that
 * refers to it would be touched. They can only be switched off outside of a transaction, hence
 * here; that all references still hold is checked before the commit. A database that holds
 * anything is copied to a file beside it first.
 *
 * @param folder the migrations; the program's own unless a test brings others
 * Throws where the database is newer than the program, or a reference would be broken.
 */
export async function migrateSqlite(
  raw: BetterSqlite3.Database,
  folder = migrationsFolder('sqlite'),
): Promise<void> {
  const name = raw.memory ? 'The database' : `The database ${raw.name}`;
  const pending = pendingMigrations(readMigrations(folder), appliedIn(raw), name);
  if (pending.length === 0) return;
  if (!raw.memory && holdsRows(raw)) await raw.backup(backupName(raw.name, pending));

  raw.pragma('foreign_keys = OFF');
  try {
    raw.transaction(() => applyAll(raw, pending)).immediate();
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}

function applyAll(raw: BetterSqlite3.Database, pending: readonly Migration[]): void {
  // Another process may have applied them while this one waited for the lock.
  const applied = appliedIn(raw);
  const left = pending.filter(({ createdAt }) => !applied.includes(createdAt));
  raw.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations ' +
      '(id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT',
  );
  const remember = raw.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { statements, hash, createdAt } of left) {
    for (const statement of statements) raw.exec(statement);
    remember.run(hash, createdAt);
  }
  const broken = raw.prepare<[], BrokenReference>('PRAGMA foreign_key_check').all();
  if (broken.length > 0) {
    const names = [...new Set(broken.map(({ table, parent }) => `${table} → ${parent}`))];
    throw new Error(`The migration would break references (${names.join(', ')}); nothing changed`);
  }
}

type BrokenReference = { readonly table: string; readonly parent: string };

function appliedIn(raw: BetterSqlite3.Database): readonly number[] {
  const table = raw
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '__drizzle_migrations'")
    .get();
  if (!table) return [];
  const applied = raw.prepare<[], { created_at: number }>(
    'SELECT created_at FROM __drizzle_migrations ORDER BY created_at',
  );
  return applied.all().map((row) => row.created_at);
}

function holdsRows(raw: BetterSqlite3.Database): boolean {
  const tables = raw
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .filter(({ name }) => !name.startsWith('sqlite_') && name !== '__drizzle_migrations');
  return tables.some(({ name }) => raw.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get());
}

/** Named by the first migration to come, so that a second start writes the same copy again. */
function backupName(file: string, [first]: readonly Migration[]): string {
  const day = new Date(first?.createdAt ?? 0).toISOString().replaceAll(/[:.]/g, '-');
  return `${file}.before-${day}`;
}
