import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanedText, cutText, headAtWord, headOf, oneLine } from '../../src/core/text.ts';
import { extremeText } from '../support/extreme-text.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

describe('cleaned text', () => {
  test.each([
    ['a\u0000\u0007b\u007F', 'ab'],
    ['a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['a\tb', 'a\tb'],
    ['\u202Ea\u2066b\u2069\uFEFF', 'ab'],
    ['\uD83D!', '\uFFFD!'],
    ['👩‍👩‍👧‍👧 e\u0301 \u200F', '👩‍👩‍👧‍👧 e\u0301 \u200F'],
  ])('%j becomes %j', (typed, cleaned) => {
    expect(cleanedText(typed)).toBe(cleaned);
  });

  test('on one line has no line ends and no blank ends', () => {
    expect(oneLine('  a \n\n b\tc\n')).toBe('a b c');
  });
});

describe('a cut', () => {
  test('falls between graphemes and never makes text longer than it may be', () => {
    fc.assert(
      fc.property(extremeText, fc.integer({ min: 1, max: 200 }), (text, max) => {
        const cut = cutText(text.toWellFormed(), max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });

  test('of a head is a beginning, made of whole graphemes', () => {
    fc.assert(
      fc.property(extremeText, fc.integer({ min: 16, max: 300 }), (text, max) => {
        const whole = text.toWellFormed();
        const graphemes = [...segmenter.segment(whole.slice(0, 1000))].map((each) => each.segment);
        fc.pre(graphemes.every((each) => each.length <= 16));
        const head = headOf(whole, max);
        expect(whole.startsWith(head)).toBe(true);
        const ends = graphemes.map((_, count) => graphemes.slice(0, count + 1).join('').length);
        expect([0, ...ends]).toContain(head.length);
      }),
      { numRuns: 60 },
    );
  });

  test('makes progress even inside one endless grapheme', () => {
    const endless = `e${'\u0301'.repeat(5000)}`;
    expect(headOf(endless, 900)).toHaveLength(900);
    expect(headAtWord(`😀${'\u0301'.repeat(5000)}`, 2)).toBe('😀');
  });

  test('goes back to the space where a word would be cut late', () => {
    expect(headAtWord('one two three four', 16)).toBe('one two three');
    expect(headAtWord('one two', 7)).toBe('one two');
    expect(cutText('one two three', 8)).toBe('one two…');
    expect(cutText('anything', 0)).toBe('');
  });
});
