import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';

/** One step in the life of the tables; `createdAt` tells it from all others and orders them. */
export type Migration = {
  readonly createdAt: number;
  readonly hash: string;
  readonly statements: readonly string[];
};

/** Where the migrations of a database are, wherever the program was started. */
export function migrationsFolder(kind: 'sqlite' | 'postgres'): string {
  return fileURLToPath(new URL(`./migrations/${kind}`, import.meta.url));
}

/** All migrations in a folder, oldest first. */
export function readMigrations(folder: string): readonly Migration[] {
  return readMigrationFiles({ migrationsFolder: folder }).map(({ sql, folderMillis, hash }) => ({
    createdAt: folderMillis,
    hash,
    statements: sql.map((statement) => statement.trim()).filter((statement) => statement !== ''),
  }));
}

/** The migrations still to be applied. Throws where the database knows one that we do not. */
export function pendingMigrations(
  all: readonly Migration[],
  appliedAt: readonly number[],
  database: string,
): readonly Migration[] {
  const known = new Set(all.map(({ createdAt }) => createdAt));
  if (appliedAt.some((createdAt) => !known.has(createdAt))) {
    throw new Error(
      `${database} was last opened by a newer version of this program. ` +
        'Start that version again, or restore a backup from before the update.',
    );
  }
  return all.filter(({ createdAt }) => !appliedAt.includes(createdAt));
}
