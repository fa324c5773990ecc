import { existsSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDriver } from '../../db/open.ts';
import { makeStore } from '../../db/store.ts';
import { rows } from '../../db/unit.ts';
import { verifyStore } from '../../db/verify.ts';
import { playEverything, worldOf } from './support/bakery.ts';
import { filledDatabase, openTestDriver, sqliteDatabase } from './support/harness.ts';

describe('opening a SQLite database', () => {
  test('is refused with a clear word where it is newer than the program', async () => {
    const database = await filledDatabase();
    await database.raw(
      `insert into __drizzle_migrations (hash, created_at) values ('future', 9999999999999)`,
    );
    await expect(openDriver(database.url)).rejects.toThrow(
      /test\.db was last opened by a newer version of this program/,
    );
  });

  test('makes its folder, and keeps all that was recorded in agreement', async () => {
    const { url } = await sqliteDatabase();
    const deeper = url.replace('test.db', 'some/where/else.db');
    const driver = await openTestDriver({ kind: 'sqlite', url: deeper, raw: async () => [] });
    await playEverything(worldOf(makeStore(driver)));
    expect(existsSync(deeper.replace('file:', ''))).toBe(true);
    expect(await verifyStore(driver)).toEqual([]);
  });

  test.each([
    ['flushes each commit to the disk', 'synchronous', { synchronous: 2 }],
    ['lets others read while it writes', 'journal_mode', { journal_mode: 'wal' }],
    ['holds to references', 'foreign_keys', { foreign_keys: 1 }],
    ['waits for another program', 'busy_timeout', { timeout: 5_000 }],
    ['keeps much in memory', 'cache_size', { cache_size: -65_536 }],
  ])('%s', async (_, pragma, expected) => {
    const driver = await openTestDriver(await sqliteDatabase());
    const found = await driver.read(function* ({ db }) {
      const asked = sql.raw(`pragma ${pragma}`);
      return yield* rows({ all: () => db.all(asked), run: () => db.run(asked) });
    });
    expect(found).toEqual([expected]);
  });

  test('takes a file: URL, a path after file:, and memory', async () => {
    const { url } = await sqliteDatabase();
    const file = url.replace('file:', '');
    for (const address of [`file://${file}`, url, 'file::memory:', ':memory:']) {
      const driver = await openDriver(address);
      expect(driver.kind).toBe('sqlite');
      await driver.close();
    }
    expect(existsSync(file)).toBe(true);
    expect(existsSync(':memory:')).toBe(false);
  });
});
