import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutMrkdwn, splitMrkdwn } from '../../../src/slack/blocks/cut.ts';
import type { Saying } from '../../../src/words/message.ts';
import { joined, link, member, moment, verbatim } from '../../../src/words/terms.ts';
import { sayingOfLines } from '../../../src/words/user-text.ts';
import { extremeText } from '../../support/extreme-text.ts';

/** Users' words between terms of ours, as a message would make it. */
const saying: fc.Arbitrary<Saying> = fc
  .array(
    fc.oneof(
      extremeText.map(sayingOfLines),
      fc.constantFrom(
        member('U024BE7LH'),
        moment(0, 'UTC'),
        link('https://a.example/?b=1&c=2', verbatim('R&D')),
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((sayings) => joined(sayings));

function expectWhole(mrkdwn: string): void {
  expect(mrkdwn).not.toMatch(/&(?!amp;|lt;|gt;)/u);
  expect(mrkdwn.replaceAll(/<[^<>]*>/gu, '')).not.toMatch(/[<>]/u);
  expect(mrkdwn.isWellFormed()).toBe(true);
}

describe('cutting mrkdwn', () => {
  test.each([
    ['a &amp; b', 6, 'a…'],
    ['a &amp; b', 8, 'a &amp;…'],
    ['hi <@U024BE7LH> there', 10, 'hi…'],
    ['hi <@U024BE7LH> there', 16, 'hi <@U024BE7LH>…'],
    ['👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 20, '👩‍👩‍👧‍👧…'],
    ['short', 5, 'short'],
  ])('%j to %i is %j', (mrkdwn, max, cut) => {
    expect(cutMrkdwn(mrkdwn, max)).toBe(cut);
  });

  test('never parts an entity, markup or a surrogate pair, and fits', () => {
    fc.assert(
      fc.property(saying, fc.integer({ min: 30, max: 4000 }), ({ mrkdwn }, max) => {
        const cut = cutMrkdwn(mrkdwn, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expectWhole(cut);
      }),
    );
  });
});

describe('splitting mrkdwn', () => {
  test('parts at line ends, then at spaces', () => {
    expect(splitMrkdwn('one two three\nfour five', 18)).toEqual(['one two three', 'four five']);
    expect(splitMrkdwn('one two three', 9)).toEqual(['one two', 'three']);
    expect(splitMrkdwn('x <https://a.example|a b> y', 26)).toEqual([
      'x <https://a.example|a b>',
      'y',
    ]);
  });

  test('shows markup that is longer than a whole piece as text', () => {
    const pieces = splitMrkdwn(`<https://a.example/${'x'.repeat(50)}>`, 40);
    expect(pieces.join('')).toBe(`&lt;https://a.example/${'x'.repeat(50)}&gt;`);
  });

  test('loses nothing but blanks between the pieces', () => {
    fc.assert(
      fc.property(saying, fc.integer({ min: 80, max: 3000 }), ({ mrkdwn }, max) => {
        const pieces = splitMrkdwn(mrkdwn, max);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(max);
          expectWhole(piece);
        }
        const solid = (text: string) => text.replaceAll(/\s/gu, '');
        expect(solid(pieces.join(''))).toBe(solid(mrkdwn));
      }),
    );
  });

  test('makes no piece of a blank text', () => {
    expect(splitMrkdwn(' \n ', 10)).toEqual([]);
  });
});
