import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrationsFolder } from '../../../db/migrations.ts';

/** A copy of the program's migrations, to be added to; gone after the test. */
export async function copyOfMigrations(kind: 'sqlite' | 'postgres'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'consent-rounds-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  cpSync(migrationsFolder(kind), folder, { recursive: true });
  return folder;
}

type Journal = { entries: { idx: number; when: number; tag: string; breakpoints: boolean }[] };

export function journalOf(folder: string): Journal {
  return JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal;
}

/** Adds a migration after those in a folder. */
export function addMigration(folder: string, statements: readonly string[]): void {
  const journal = journalOf(folder);
  const idx = journal.entries.length;
  const tag = `${String(idx).padStart(4, '0')}_test`;
  const when = (journal.entries.at(-1)?.when ?? 0) + 1_000;
  journal.entries.push({ idx, when, tag, breakpoints: true });
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
  writeFileSync(join(folder, `${tag}.sql`), statements.join('\n--> statement-breakpoint\n'));
}

/** How drizzle-kit changes a table that SQLite cannot alter, foreign keys "off" included. */
export function rebuildOf(table: string): readonly string[] {
  const created = statementsSoFar();
  const create = created.find((one) => one.includes(`CREATE TABLE \`${table}\``)) ?? '';
  const added = created.filter((one) => one.includes(`ALTER TABLE \`${table}\` ADD`));
  const indexes = indexesOf(created, table);
  return [
    'PRAGMA foreign_keys=OFF;',
    create.replace(`\`${table}\``, `\`__new_${table}\``),
    ...added.map((one) => one.replace(`\`${table}\``, `\`__new_${table}\``)),
    `INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\`;`,
    `DROP TABLE \`${table}\`;`,
    `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\`;`,
    'PRAGMA foreign_keys=ON;',
    ...indexes,
  ];
}

/** Every statement of every migration, in order. */
function statementsSoFar(): readonly string[] {
  const folder = migrationsFolder('sqlite');
  return journalOf(folder).entries.flatMap(({ tag }) =>
    readFileSync(join(folder, `${tag}.sql`), 'utf8').split('--> statement-breakpoint'),
  );
}

/** The indexes that a table has in the end: of one made anew, the last. */
function indexesOf(statements: readonly string[], table: string): readonly string[] {
  const made = statements.filter((one) => one.includes(`ON \`${table}\` (`));
  return [...new Map(made.map((one) => [/INDEX `(\w+)`/u.exec(one)?.[1], one])).values()];
}
