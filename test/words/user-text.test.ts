import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanedText } from '../../src/core/text.ts';
import { sayingOfLine, sayingOfLines } from '../../src/words/user-text.ts';
import { extremeText } from '../support/extreme-text.ts';

describe('users’ words inside ours', () => {
  test.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U024BE7LH>', '&lt;@U024BE7LH&gt;'],
    ['<https://a.example|b>', '&lt;https://a.example|b&gt;'],
    ['AT&amp;T', 'AT&amp;amp;T'],
    ['*bold* _it_ ~gone~', '∗bold∗ ˍitˍ ∼gone∼'],
    ['`code` a`b', 'ˋcodeˋ aˋb'],
    ['2*3 snake_case a~b', '2*3 snake_case a~b'],
    ['> quoted', '› quoted'],
    ['＊wide＊ ＞ x', '∗wide∗ ＞ x'],
    ['a\u202Eevil\u202C\u2066x\u2069', 'aevilx'],
    ['שלום', '\u2068שלום\u2069'],
    ['\uD83D half', '\uFFFD half'],
    ['👩‍👩‍👧‍👧 🏳️‍🌈', '👩‍👩‍👧‍👧 🏳️‍🌈'],
  ])('%j reads %j in mrkdwn', (typed, mrkdwn) => {
    expect(sayingOfLine(typed).mrkdwn).toBe(mrkdwn);
  });

  test('a quotation mark in front of any line is a look-alike', () => {
    expect(sayingOfLines('a\n> b\n  > c').mrkdwn).toBe('a\n› b\n  › c');
  });

  test('each line of right-to-left text is isolated by itself', () => {
    expect(sayingOfLines('a\nשלום\nעולם').plain).toBe(
      '\u2068a\u2069\n\u2068שלום\u2069\n\u2068עולם\u2069',
    );
  });

  test('nothing typed can be read as markup or formatting, whatever it is', () => {
    fc.assert(
      fc.property(extremeText, (typed) => {
        const { mrkdwn } = sayingOfLine(typed);
        expect(mrkdwn).not.toMatch(/[<>\n`]|&(?!amp;|lt;|gt;)|[\u202A-\u202E]|\p{Surrogate}/u);
        expect(mrkdwn).not.toMatch(/(?<![\p{L}\p{N}])[*_~]|[*_~](?![\p{L}\p{N}])/u);
        expect(mrkdwn.match(/\u2068/gu)?.length).toBe(mrkdwn.match(/\u2069/gu)?.length);
      }),
    );
  });

  test('plain text keeps every character that is not harmful', () => {
    fc.assert(
      fc.property(extremeText, (typed) => {
        const plain = sayingOfLines(typed).plain.replaceAll(/[\u2068\u2069]/gu, '');
        expect(plain).toBe(cleanedText(typed).trim());
      }),
    );
  });
});
