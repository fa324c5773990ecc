import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const CORE = new URL('../../src/core/', import.meta.url);
const TESTS = new URL('./', import.meta.url);

const sourcesIn = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

/** Every code that a type in the core's source declares. */
const codes = new Set(
  sourcesIn(CORE).flatMap(({ text }) =>
    [...text.matchAll(/readonly code: '(\w+)'/gu)].flatMap(([, code]) => (code ? [code] : [])),
  ),
);
/** Words that are also an event's or a command's: an event of that name provokes no refusal. */
const types = new Set(
  sourcesIn(CORE).flatMap(({ text }) =>
    [...text.matchAll(/\btype: '(\w+)'/gu)].flatMap(([, type]) => (type ? [type] : [])),
  ),
);
const tests = sourcesIn(TESTS)
  .filter(({ name }) => name !== 'refusals.test.ts')
  .map(({ text }) => text)
  .join('\n');

/** Where a code stands as a refusal's; any place will do for a word that says nothing else. */
function isProvoked(code: string): boolean {
  if (!types.has(code)) return tests.includes(`'${code}'`);
  const asRefusal = String.raw`(?:\brefused\(|\brefusedAfter\([^;]*?|\bcode(?::|\)\.toBe\()) ?`;
  return new RegExp(`${asRefusal}'${code}'`, 'u').test(tests);
}

describe('every refusal', () => {
  test('is found in the source', () => {
    expect(codes.size).toBeGreaterThan(40);
    for (const code of ['objection_open', 'field_missing', 'leave_backwards', 'deadline_past']) {
      expect(codes).toContain(code);
    }
  });

  test('is not an event of the same name', () => {
    for (const word of ['round_parked', 'round_handed_on', 'decision_paused']) {
      expect(types.has(word) && codes.has(word)).toBe(true);
    }
  });

  test.each([...codes])('%s has a test that provokes it', (code) => {
    expect(isProvoked(code)).toBe(true);
  });
});
