import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Packages that only the database's own folder may know. */
const DATABASE_PACKAGES = /\bfrom '(?:drizzle-orm|drizzle-kit|better-sqlite3|pg)(?:\/[^']*)?'/;
/** What runs a query at once: only SQLite's own files may, all others hand it to the driver. */
const RUN_AT_ONCE = /\.(?:get|all|run)\(\)/;
const SQLITE_FILES = ['sqlite.ts', 'sqlite-migration.ts', 'unit.ts'];

describe('the layers', () => {
  test('only db knows which database it is', () => {
    const files = ['src', 'bench'].flatMap((folder) => sourcesIn(folder));
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter(({ text }) => DATABASE_PACKAGES.test(text)).map(nameOf)).toEqual([]);
    expect(sourcesIn('db').filter(({ text }) => DATABASE_PACKAGES.test(text))).not.toEqual([]);
  });

  test('db knows the rules and the shell, and nothing else of the program', () => {
    const imported = sourcesIn('db').flatMap(({ text }) =>
      [...text.matchAll(/from '\.\.\/src\/([a-z]+)\//g)].map(([, layer]) => layer),
    );
    expect(new Set(imported)).toEqual(new Set(['core', 'shell']));
  });

  test('a query is run by the driver of its database, so that it is written once', () => {
    const others = sourcesIn('db').filter(({ name }) => !SQLITE_FILES.includes(name.slice(3)));
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter(({ text }) => RUN_AT_ONCE.test(text)).map(nameOf)).toEqual([]);
    expect(RUN_AT_ONCE.test('const row = db.select().from(rounds).get();')).toBe(true);
  });
});

type Source = { readonly name: string; readonly text: string };

function nameOf({ name }: Source): string {
  return name;
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      name: join(folder, name),
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}
