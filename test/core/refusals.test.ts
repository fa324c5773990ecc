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
const tests = sourcesIn(TESTS)
  .filter(({ name }) => name !== 'refusals.test.ts')
  .map(({ text }) => text)
  .join('\n');

describe('every refusal', () => {
  test('is found in the source', () => {
    expect(codes.size).toBeGreaterThan(40);
    for (const code of ['objection_open', 'field_missing', 'leave_backwards', 'deadline_past']) {
      expect(codes).toContain(code);
    }
  });

  test.each([...codes])('%s has a test that provokes it', (code) => {
    expect(tests.includes(`'${code}'`)).toBe(true);
  });
});
