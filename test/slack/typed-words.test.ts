import { expect, test } from 'vitest';
import { decisionNamed, idsIn, typedIn, wordsIn } from '../../src/slack/typed-words.ts';

test.each([
  ['P-31', 31],
  ['p31', 31],
  ['p – 31', 31],
  ['P—31', 31],
  ['#31', 31],
  [' 31 ', 31],
])('%s is proposal 31', (text, number) => {
  expect(idsIn(text).proposal).toBe(number);
});

test.each(['D-31', 'P-', 'P-31 now', 'sundays', '', '-31', '1234567890'])(
  '“%s” is no number of a proposal',
  (text) => {
    expect(idsIn(text).proposal).toBeNull();
  },
);

test('a decision has its own letter', () => {
  expect(idsIn('d-12')).toEqual({ proposal: null, decision: 12 });
  expect(idsIn('P-12').decision).toBeNull();
});

test('words are read as they were typed, whatever Slack or a keyboard made of them', () => {
  expect(typedIn(' bread &amp; butter &lt;3 &amp;lt; ')).toBe('bread & butter <3 &lt;');
  expect(wordsIn('“Open  SUNDAYS”')).toEqual(['open', 'sundays']);
  expect(wordsIn('  ')).toEqual([]);
  expect(wordsIn('a b c d e f g h i j')).toHaveLength(8);
});

test.each([
  ['D-12', ''],
  ['d12 Open later', 'Open later'],
  ['D–12: Open later', 'Open later'],
  ['from D-12', ''],
  ['from #12 until Friday', 'until Friday'],
  ['Open later from D-12', 'Open later'],
])('“%s” names decision 12, to look at it again', (text, rest) => {
  expect(decisionNamed(text)).toEqual({ number: 12, rest });
});

test.each(['D 12 lamps', '12', '#12 rota', 'Open from 12', 'A3 from D-12 and back', 'D-12a', ''])(
  '“%s” is a title',
  (text) => {
    expect(decisionNamed(text)).toBeNull();
  },
);
