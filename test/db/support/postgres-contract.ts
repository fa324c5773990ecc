import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDriver, openStore } from '../../../db/open.ts';
import { migratePostgres } from '../../../db/postgres-migration.ts';
import { nextNumber } from '../../../db/upkeep-queries.ts';
import { MONDAY, team } from './bakery.ts';
import { openTestDriver, openTestStore, type OpenDatabase } from './harness.ts';
import { addMigration, copyOfMigrations } from './migrations.ts';

const TERMINATE_OTHERS =
  'select pg_terminate_backend(pid) from pg_stat_activity ' +
  'where datname = current_database() and pid <> pg_backend_pid()';

/** What only a server can do to us. */
export function postgresContract(openDatabase: OpenDatabase): void {
  describe('opening a PostgreSQL database', () => {
    test('works for several programs at the same moment', async () => {
      const { url } = await openDatabase({ anew: true });
      const stores = await Promise.all([1, 2, 3, 4].map(() => openStore(url)));
      for (const [index, store] of stores.entries()) {
        expect(await store.nextNumber(team, 'proposal')).toBe(index + 1);
        expect(store.exclusive).toBe(false);
        await store.close();
      }
    });

    test('is refused with a clear word where it is newer than the program', async () => {
      const database = await openDatabase({ anew: true });
      await (await openDriver(database.url)).close();
      await database.raw(
        `insert into __drizzle_migrations (hash, created_at) values ('future', 9999999999999)`,
      );
      await expect(openDriver(database.url)).rejects.toThrow('newer version of this program');
    });

    test('leaves it as it was where a migration cannot be done', async () => {
      const database = await openDatabase({ anew: true });
      const folder = await copyOfMigrations('postgres');
      addMigration(folder, ['CREATE TABLE extra (id integer)', 'SELECT * FROM nowhere']);
      await expect(migratePostgres(database.url, folder)).rejects.toThrow('nowhere');
      const tables = await database.raw(
        `select tablename from pg_tables where schemaname = 'public'`,
      );
      expect(tables).toEqual([]);
    });

    test('throws where nobody listens', async () => {
      await expect(openStore('postgres://postgres@127.0.0.1:1/none')).rejects.toThrow(
        /ECONNREFUSED/,
      );
    });
  });

  describe('a server', () => {
    test('that hangs up is called again, and the program lives on', async () => {
      const database = await openDatabase();
      const store = await openTestStore(database);
      await store.saveTimerRun('before', MONDAY);
      await database.raw(TERMINATE_OTHERS);
      const during = store.saveTimerRun('during', MONDAY);
      await during.catch(() => undefined);
      await store.saveTimerRun('after', MONDAY);
      expect(await store.lastTimerRun('before')).toBe(MONDAY);
      expect(await store.lastTimerRun('after')).toBe(MONDAY);
    });

    test('that undoes a unit in favour of another program has it done again', async () => {
      const database = await openDatabase();
      const driver = await openTestDriver(database);
      const count = (kind: string) => driver.transact(nextNumber(team, kind));
      await Promise.all([count('first'), count('second')]);

      const other = new Client({ connectionString: database.url });
      await other.connect();
      onTestFinished(() => other.end());
      const counted = 'update counters set value = value + 10 where kind = ';
      await other.query("set deadlock_timeout = '60s'");
      await other.query('begin');
      await other.query(`${counted} 'second'`);
      const batch = Promise.all([count('first'), count('second')]);
      await expect
        .poll(() => database.raw('select 1 from pg_locks where not granted'))
        .not.toEqual([]);
      await other.query(`${counted} 'first'`);
      await other.query('commit');

      expect(await batch).toEqual([2, 12]);
      expect(await count('first')).toBe(13);
    });
  });
}
