import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { citedSections, rulesIn } from '../../src/sandbox/rule.ts';

const rules = rulesIn(readFileSync(new URL('../../docs/process.md', import.meta.url), 'utf8'));

test.each(citedSections())('docs/process.md has %s, with a title and a beginning', (section) => {
  const rule = rules.get(section);
  expect(rule?.title).toMatch(/\w/);
  expect(rule?.text.length).toBeGreaterThan(40);
  expect(rule?.text).not.toMatch(/\*\*|^\||^#/m);
});
