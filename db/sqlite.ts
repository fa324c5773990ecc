import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteKit } from './kit.sqlite.ts';
import { BoundStatements } from './sqlite-statements.ts';
import { migrateSqlite } from './sqlite-migration.ts';
import { prepareStatements } from './statements.ts';
import { makeTables } from './tables.ts';
import { UnitQueue, type Queued } from './unit-queue.ts';
import type { Context, Driver, Unit } from './unit.ts';

/** How long another process may hold the file before a commit is given up. */
const BUSY_TIMEOUT_MILLISECONDS = 5_000;
/** Kibibytes of pages kept in memory. */
const CACHE_KIBIBYTES = 65_536;

/**
 * Opens a SQLite database, `file:<path>` or `file::memory:`; makes its folder, and brings its
 * tables up to date. What is committed is flushed to the disk before anybody hears of it.
 */
export async function openSqlite(databaseUrl: string): Promise<Driver> {
  const file = fileOf(databaseUrl);
  if (file !== MEMORY) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const raw = new BetterSqlite3(file, { timeout: BUSY_TIMEOUT_MILLISECONDS });
  try {
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('foreign_keys = ON');
    raw.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
    // No ANALYZE or optimize anywhere: statistics of a young database, in which reading all of a
    // small table is cheapest, would have it read all of the large table that it becomes.
    await migrateSqlite(raw);
  } catch (error) {
    raw.close();
    throw error;
  }
  return sqliteDriver(raw);
}

const MEMORY = ':memory:';

function fileOf(databaseUrl: string): string {
  if (databaseUrl.startsWith('file://')) return fileURLToPath(databaseUrl);
  const file = databaseUrl.replace(/^file:/, '');
  return file === MEMORY ? MEMORY : resolve(file);
}

function sqliteDriver(raw: BetterSqlite3.Database): Driver {
  const db = drizzle(raw);
  const tables = makeTables(sqliteKit);
  const statements = prepareStatements(db, tables);
  const context: Context = { db, tables, statements, skipLocked: (query) => query };
  const bound = new BoundStatements(raw);
  const finish = <Result>(unit: Unit<Result>) => finishUnit(unit, context, bound);
  const commands = commandsOf(raw);
  const queue = new UnitQueue(async (batch) => commitBatch(raw, commands, finish, batch));

  return {
    kind: 'sqlite',
    exclusive: true,
    transact: (unit) => queue.add(unit),
    // Between batches no transaction is open, so a read sees what has been committed.
    read: async (unit) => finish(unit),
    close: async () => {
      await queue.close();
      raw.close();
    },
  };
}

type Commands = ReturnType<typeof commandsOf>;

function commandsOf(raw: BetterSqlite3.Database) {
  return {
    begin: raw.prepare('BEGIN IMMEDIATE'),
    save: raw.prepare('SAVEPOINT unit'),
    undo: raw.prepare('ROLLBACK TO unit'),
    release: raw.prepare('RELEASE unit'),
    commit: raw.prepare('COMMIT'),
    rollback: raw.prepare('ROLLBACK'),
  };
}

/** One transaction for the batch, a savepoint for each unit; settled when all is on the disk. */
function commitBatch(
  raw: BetterSqlite3.Database,
  { begin, save, undo, release, commit, rollback }: Commands,
  finish: (unit: Unit<unknown>) => unknown,
  batch: readonly Queued[],
): readonly Queued[] {
  const settled: (() => void)[] = [];
  begin.run();
  try {
    for (const { unit, resolve, reject } of batch) {
      save.run();
      try {
        const result = finish(unit);
        settled.push(() => resolve(result));
      } catch (error) {
        // Some faults, a full disk among them, end the whole transaction.
        if (!raw.inTransaction) throw error;
        undo.run();
        settled.push(() => reject(error));
      }
      release.run();
    }
    commit.run();
  } catch (error) {
    if (raw.inTransaction) rollback.run();
    throw error;
  }
  for (const settle of settled) settle();
  return [];
}

function finishUnit<Result>(unit: Unit<Result>, context: Context, bound: BoundStatements): Result {
  const work = unit(context);
  let outcome: unknown = null;
  for (;;) {
    const step = work.next(outcome);
    if (step.done) return step.value;
    const { query, values, wants } = step.value;
    if (wants === 'rows') outcome = query.all(values ?? {});
    else if (values !== null) outcome = bound.run(query, values);
    else outcome = (query.run() as BetterSqlite3.RunResult).changes;
  }
}
