import { Pool, type PoolClient, type QueryResult } from 'pg';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { drizzle } from 'drizzle-orm/node-postgres';
import { postgresKit } from './kit.postgres.ts';
import { migratePostgres } from './postgres-migration.ts';
import { prepareStatements } from './statements.ts';
import { makeTables } from './tables.ts';
import { UnitQueue, type Queued } from './unit-queue.ts';
import type { Context, Database, Driver, Runnable, Unit, Values } from './unit.ts';

const CONNECTIONS_MAX = 10;
const CONNECT_TIMEOUT_MILLISECONDS = 10_000;
/** Longer than this no statement of ours takes, unless something is very wrong. */
const STATEMENT_TIMEOUT_MILLISECONDS = 30_000;
/** Tries of a unit that the database undid in favour of another program's. */
const TRIES_MAX = 5;

/** Opens a PostgreSQL database, which several programs may share, and brings it up to date. */
export async function openPostgres(databaseUrl: string): Promise<Driver> {
  await migratePostgres(databaseUrl);
  const pool = new Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MILLISECONDS,
    statement_timeout: STATEMENT_TIMEOUT_MILLISECONDS,
  });
  // A resting connection that breaks is replaced by the pool; unheard, it would end the process.
  pool.on('error', () => undefined);

  const reading = contextOf(pool);
  const writing = new WeakMap<PoolClient, Context>();
  const queue = new UnitQueue(async (batch) => {
    const client = await pool.connect();
    const known = writing.get(client);
    // A connection may break between two statements; the next statement tells.
    if (!known) client.on('error', () => undefined);
    const context = known ?? contextOf(client);
    writing.set(client, context);
    return commitBatch(client, context, batch);
  });

  return {
    kind: 'postgres',
    exclusive: false,
    transact: (unit) => queue.add(unit),
    read: (unit) => finish(unit, reading),
    close: async () => {
      await queue.close();
      if (!pool.ending) await pool.end();
    },
  };
}

function contextOf(client: Pool | PoolClient): Context {
  const db = drizzle(client) as unknown as Database;
  const tables = makeTables(postgresKit);
  const statements = prepareStatements(db, tables);
  return { db, tables, statements, skipLocked };
}

type Lockable<Query> = { for(strength: 'update', config: { skipLocked: true }): Query };

function skipLocked<Query>(query: Query): Query {
  return (query as Lockable<Query>).for('update', { skipLocked: true });
}

/** One transaction for the batch, a savepoint for each unit; settled when all is on the disk. */
async function commitBatch(
  client: PoolClient,
  context: Context,
  batch: readonly Queued[],
): Promise<readonly Queued[]> {
  const settled: (() => void)[] = [];
  const again: Queued[] = [];
  try {
    await client.query('BEGIN');
    for (const queued of batch) {
      await client.query('SAVEPOINT unit');
      try {
        const result = await finish(queued.unit, context);
        settled.push(() => queued.resolve(result));
      } catch (error) {
        await client.query('ROLLBACK TO SAVEPOINT unit');
        if (isDeadlock(error) && queued.tries < TRIES_MAX) {
          again.push({ ...queued, tries: queued.tries + 1 });
        } else {
          settled.push(() => queued.reject(error));
        }
      }
      await client.query('RELEASE SAVEPOINT unit');
    }
    await client.query('COMMIT');
  } catch (error) {
    // The connection is not used again: what it still holds is undone with it.
    client.release(true);
    throw error;
  }
  client.release();
  for (const settle of settled) settle();
  return again;
}

/** Two programs each waited for what the other had; the database chose this one to try again. */
function isDeadlock(error: unknown): boolean {
  return error instanceof DatabaseFault && ['40P01', '40001'].includes(error.code);
}

async function finish<Result>(unit: Unit<Result>, context: Context): Promise<Result> {
  const work = unit(context);
  let outcome: unknown = null;
  for (;;) {
    const step = work.next(outcome);
    if (step.done) return step.value;
    const { query, values, wants } = step.value;
    const result = await execute(query, values ?? {});
    outcome = wants === 'rows' ? result : (result as QueryResult).rowCount;
  }
}

async function execute(query: Runnable, values: Values): Promise<unknown> {
  try {
    return await (query as unknown as Executable).execute(values);
  } catch (error) {
    throw faultOf(error);
  }
}

/** What went wrong in the database, in its own words and with its code. */
class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The fault without the statement's values and the row's contents, which the errors of both
 * libraries carry: what people wrote must not get into the log.
 */
function faultOf(error: unknown): DatabaseFault {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (!(cause instanceof Error)) return new DatabaseFault('An unknown fault', 'unknown');
  const code = 'code' in cause ? String(cause.code) : 'unknown';
  return new DatabaseFault(`${cause.message} (${code})`, code);
}

type Executable = { execute(values: Values): Promise<unknown> };
