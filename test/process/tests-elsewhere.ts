import { readFileSync } from 'node:fs';

/** A test by its file below test/, and by its name or that of the group it stands in. */
export type Elsewhere = readonly [file: string, name: string];

const root = new URL('../', import.meta.url);

/** True where that file has a test, or a group of tests, with exactly this name. */
export function isThere([file, name]: Elsewhere): boolean {
  const source = readFileSync(new URL(file, root), 'utf8');
  return source.includes(`('${name}', `);
}

/** The numbers that the names of a file's tests begin with: `S` finds "S7: a click …". */
export function numbersNamedIn(file: string, letter: string): readonly number[] {
  const source = readFileSync(new URL(file, root), 'utf8');
  const names = source.matchAll(new RegExp(`\\('${letter}(\\d+): `, 'gu'));
  return [...names].map(([, number]) => Number(number));
}
