import { describe, expect, test } from 'vitest';
import { richTextWritten, writtenOf } from '../../../src/sandbox/page/rich-text-field.ts';
import { ana } from './reader.ts';

const people = new Map([['ana', 'UANA']]);
const written = (text: string) => richTextWritten(text, people);
const text = (text: string, style?: string) =>
  style === undefined ? { type: 'text', text } : { type: 'text', text, style: { [style]: true } };
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });

describe('the field for formatted text', () => {
  test('nothing written is nothing', () => {
    expect(written(' \n ')).toBeNull();
  });

  test('styles, mentions and addresses are read', () => {
    const leaves = written('*b* _i_ ~s~ `c` @ana @nobody https://example.org.')?.['elements'];
    expect(leaves).toEqual([
      section(
        ...[text('b', 'bold'), text(' '), text('i', 'italic'), text(' '), text('s', 'strike')],
        ...[text(' '), text('c', 'code'), text(' '), { type: 'user', user_id: 'UANA' }],
        ...[text(' @nobody '), { type: 'link', url: 'https://example.org' }, text('.')],
      ),
    ]);
  });

  test('lists, quotes and code make elements of their own', () => {
    const parts = written('before\n- one\n- two\n  - deeper\n3. third\n> said\n```\nx\n```\nafter');
    expect(parts?.['elements']).toEqual([
      section(text('before')),
      {
        type: 'rich_text_list',
        style: 'bullet',
        indent: 0,
        elements: [section(text('one')), section(text('two'))],
      },
      { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(text('deeper'))] },
      {
        type: 'rich_text_list',
        style: 'ordered',
        indent: 0,
        offset: 2,
        elements: [section(text('third'))],
      },
      { type: 'rich_text_quote', elements: [text('said')] },
      { type: 'rich_text_preformatted', elements: [text('x')] },
      section(text('after')),
    ]);
  });

  test.each([
    'plain words',
    'two\nlines',
    '- one\n- two\n  - deeper',
    '1. one\n2. two',
    '> said\n> again',
    '```\nx = 1\n```',
    'with *bold*, _slanted_ and `code` by @ana',
  ])('what was written is written the same way when it is opened again: %j', (words) => {
    expect(writtenOf(written(words) ?? undefined, ana)).toBe(words);
  });
});
