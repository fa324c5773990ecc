import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headOfDiff, replacementsIn, shortenedDiff, textDiff } from '../../src/core/text-diff.ts';

const textOf = (parts: ReturnType<typeof textDiff>, ...kinds: readonly string[]) =>
  parts
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

describe('a difference of two texts', () => {
  test('is told word by word', () => {
    expect(textDiff('two people each, in turns', 'three people each, in turns')).toEqual([
      { kind: 'old', text: 'two' },
      { kind: 'new', text: 'three' },
      { kind: 'same', text: ' people each, in turns' },
    ]);
  });

  test('joins words that changed side by side, so that a phrase reads as one change', () => {
    const parts = textDiff('open on every Sunday now', 'open on some dark mornings now');
    expect(replacementsIn(parts)).toEqual([{ was: 'every Sunday', now: 'some dark mornings' }]);
  });

  test('tells what was added and what is gone', () => {
    expect(replacementsIn(textDiff('a b', 'a b c'))).toEqual([{ was: '', now: 'c' }]);
    expect(replacementsIn(textDiff('a b c', 'a b'))).toEqual([{ was: 'c', now: '' }]);
  });

  test('of equal texts has no change', () => {
    expect(replacementsIn(textDiff('same', 'same'))).toEqual([]);
    expect(textDiff('', '')).toEqual([]);
  });

  test('keeps both texts whole, whatever they are', () => {
    const word = fc.constantFrom('bread', 'Sunday', 'ä', '👩‍🍳', '8:00', '*', '<@U1>', '\n', ' ', '');
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    const typed = fc.oneof(text, fc.string());
    fc.assert(
      fc.property(typed, typed, (before, after) => {
        const parts = textDiff(before, after);
        expect(textOf(parts, 'same', 'old')).toBe(before);
        expect(textOf(parts, 'same', 'new')).toBe(after);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });

  test('of long texts that share nothing is both of them, one after the other', () => {
    const words = (name: string) =>
      Array.from({ length: 2000 }, (_, index) => `${name}${index}`).join(' ');
    const parts = textDiff(words('a'), words('b'));
    expect(parts.map(({ kind }) => kind)).toEqual(['old', 'new']);
  });
});

describe('a shortened difference', () => {
  const long = 'word '.repeat(60);
  const parts = textDiff(`${long}two${long} end`, `${long}three${long} end`);

  test('keeps what stands beside a change', () => {
    const shown = shortenedDiff(parts, 20);
    expect(textOf(shown, 'same').length).toBeLessThan(60);
    expect(replacementsIn(shown)).toEqual(replacementsIn(parts));
    expect(shown[0]?.text.startsWith('…')).toBe(true);
    expect(shown.at(-1)?.text.endsWith('…')).toBe(true);
  });

  test('leaves a short text as it is', () => {
    const short = textDiff('two people', 'three people');
    expect(shortenedDiff(short, 20)).toEqual(short);
  });

  test('has a beginning of any length, and none where all of it fits', () => {
    const head = headOfDiff(parts, 100) ?? [];
    expect(textOf(head, 'same', 'old', 'new').length).toBeLessThanOrEqual(101);
    expect(headOfDiff(parts, 10_000)).toBeNull();
  });
});

test('a time changes as one word', () => {
  expect(replacementsIn(textDiff('From 13:00 on.', 'From 13:45 on.'))).toEqual([
    { was: '13:00', now: '13:45' },
  ]);
});
