import { Client } from 'pg';
import { migrationsFolder, pendingMigrations, readMigrations } from './migrations.ts';

/** Any number will do, as long as it is always the same one. */
const MIGRATION_LOCK = 7_265_746_113;

/**
 * Brings a PostgreSQL database up to date, whole or not at all. Programs that start at the same
 * moment take turns. Throws where the database is newer than the program.
 *
 * @param folder the migrations; the program's own unless a test brings others
 */
export async function migratePostgres(
  databaseUrl: string,
  folder = migrationsFolder('postgres'),
): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  // A broken connection is told by the statement under way, and must not end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await applyPending(client, folder);
    await client.query('COMMIT');
  } finally {
    // A transaction that was not committed is undone by this.
    await client.end();
  }
}

async function applyPending(client: Client, folder: string): Promise<void> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations ' +
      '(id serial PRIMARY KEY, hash text NOT NULL, created_at bigint NOT NULL)',
  );
  const { rows } = await client.query<{ created_at: string }>(
    'SELECT created_at FROM __drizzle_migrations ORDER BY created_at',
  );
  const applied = rows.map(({ created_at }) => Number(created_at));
  const pending = pendingMigrations(readMigrations(folder), applied, 'The PostgreSQL database');
  for (const { statements, hash, createdAt } of pending) {
    for (const statement of statements) await client.query(statement);
    await client.query('INSERT INTO __drizzle_migrations (hash, created_at) VALUES ($1, $2)', [
      hash,
      createdAt,
    ]);
  }
}
