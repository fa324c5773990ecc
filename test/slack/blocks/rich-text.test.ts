import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../../src/core/document-of-text.ts';
import { EMPTY_DOCUMENT, normalised, numbersOf, plainTextOf } from '../../../src/core/document.ts';
import type { Paragraph } from '../../../src/core/document.ts';
import { documentOfRichText } from '../../../src/slack/blocks/document-of-rich-text.ts';
import { richTextOf, richTextValueOf } from '../../../src/slack/blocks/rich-text.ts';
import { anyDocument, fieldDocument, linesDocument } from '../../support/documents.ts';
import { problemsOfBlocks } from '../../support/slack-limits.ts';

function richText(...elements: readonly unknown[]) {
  return { type: 'rich_text', block_id: 'x', elements };
}
function section(...elements: readonly unknown[]) {
  return { type: 'rich_text_section', elements };
}
function said(text: string, style?: Record<string, boolean>) {
  return { type: 'text', text, ...(style && { style }) };
}

describe('reading a rich text field', () => {
  test('knows paragraphs, lists, quotations and code', () => {
    const document = documentOfRichText(
      richText(
        section(said('We '), said('open', { bold: true, underline: true }), said(':\n')),
        { type: 'rich_text_list', style: 'ordered', indent: 0, elements: [section(said('Ask'))] },
        { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(said('kindly'))] },
        {
          type: 'rich_text_list',
          style: 'ordered',
          indent: 0,
          offset: 1,
          elements: [section(said('Bake')), section()],
        },
        { type: 'rich_text_quote', elements: [said('Fresh\nbread')] },
        { type: 'rich_text_preformatted', border: 0, elements: [said('a = 1\n  b = 2')] },
        section(said('\nEnd\n\n')),
      ),
    );
    expect(plainTextOf(document)).toBe(
      [
        'We open:',
        '1. Ask',
        '  • kindly',
        '2. Bake',
        '> Fresh',
        '> bread',
        'a = 1',
        '  b = 2',
        '',
        'End',
      ].join('\n'),
    );
    expect(document.paragraphs[0]?.spans).toEqual([
      { text: 'We ' },
      { text: 'open', bold: true },
      { text: ':' },
    ]);
  });

  test.each([
    [
      { type: 'link', url: 'https://a.example', text: 'rota' },
      { text: 'rota', link: 'https://a.example' },
    ],
    [
      { type: 'link', url: 'https://a.example' },
      { text: 'https://a.example', link: 'https://a.example' },
    ],
    [
      { type: 'link', url: 'javascript:alert(1)', text: 'rota' },
      { text: 'rota (javascript:alert(1))' },
    ],
    [{ type: 'emoji', name: 'tada', unicode: '1f389' }, { text: '🎉' }],
    [{ type: 'emoji', name: '+1', unicode: '1f44d-1f3fd' }, { text: '👍🏽' }],
    [{ type: 'emoji', name: 'party-parrot' }, { text: ':party-parrot:' }],
    [{ type: 'emoji', name: 'odd', unicode: 'zz' }, { text: ':odd:' }],
    [
      { type: 'user', user_id: 'U024BE7LH' },
      { text: '@U024BE7LH', member: 'U024BE7LH' },
    ],
    [
      { type: 'channel', channel_id: 'C024BE7LR' },
      { text: '#C024BE7LR', channel: 'C024BE7LR' },
    ],
    [{ type: 'usergroup', usergroup_id: 'S024BE7LH' }, { text: '@S024BE7LH' }],
    [{ type: 'broadcast', range: 'here' }, { text: '@here' }],
    [
      { type: 'date', timestamp: 0, format: '{date}', fallback: 'the first day' },
      { text: 'the first day' },
    ],
    [{ type: 'date', timestamp: 0, format: '{date}' }, { text: '1970-01-01T00:00Z' }],
    [{ type: 'color', value: '#FF0000' }, { text: '#FF0000' }],
    [{ type: 'team', team_id: 'T024BE7LD' }, { text: 'T024BE7LD' }],
    [{ type: 'citation', text: 'as said' }, { text: 'as said' }],
    [{ type: 'canvas', elements: [said('inner')] }, { text: 'inner' }],
    [
      said('all', { bold: true, italic: true, strike: true, code: true }),
      {
        text: 'all',
        bold: true,
        italic: true,
        strike: true,
        code: true,
      },
    ],
  ])('%j is kept as %j', (inline, span) => {
    expect(documentOfRichText(richText(section(inline))).paragraphs).toEqual([
      { kind: 'paragraph', indent: 0, spans: [span] },
    ]);
  });

  test('says names where they are known', () => {
    const names = { member: () => '@baker', channel: () => '#bread', usergroup: () => '@ovens' };
    const block = richText(
      section(
        { type: 'user', user_id: 'U1' },
        { type: 'channel', channel_id: 'C1' },
        { type: 'usergroup', usergroup_id: 'S1' },
      ),
    );
    expect(plainTextOf(documentOfRichText(block, names))).toBe('@baker#bread@ovens');
  });

  test('keeps the text of a block that is not known', () => {
    const block = richText({ type: 'rich_text_poem', elements: [said('Roses')] }, said('loose'));
    expect(plainTextOf(documentOfRichText(block))).toBe('Roses\nloose');
  });

  test.each([null, undefined, 'text', 7, [[]], {}, { elements: 'x' }, { elements: [null, 7, {}] }])(
    'finds nothing in %j',
    (block) => {
      expect(documentOfRichText(block)).toEqual(EMPTY_DOCUMENT);
    },
  );

  test('never throws, whatever comes', () => {
    const elementTypes = fc.constantFrom(
      'rich_text_list',
      'rich_text_section',
      'emoji',
      'date',
      'x',
    );
    const odd = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: fc.oneof(elementTypes, fc.anything()),
          elements: fc.oneof(fc.array(tie('node'), { maxLength: 3 }), fc.anything()),
          style: fc.anything(),
          indent: fc.oneof(fc.integer(), fc.anything()),
          offset: fc.oneof(fc.integer(), fc.anything()),
          text: fc.anything(),
          unicode: fc.oneof(fc.string(), fc.anything()),
          timestamp: fc.oneof(fc.double(), fc.anything()),
        },
        { requiredKeys: [] },
      ),
    })).node;
    fc.assert(
      fc.property(odd, (block) => {
        const document = documentOfRichText(block);
        expect(normalised(document)).toEqual(document);
      }),
    );
  });
});

describe('writing rich text', () => {
  test('comes back as the document it was', () => {
    fc.assert(
      fc.property(fieldDocument, (document) => {
        expect(documentOfRichText(richTextValueOf(document))).toEqual(document);
      }),
    );
  });

  test('in several blocks says all that the document says', () => {
    fc.assert(
      fc.property(fieldDocument, (document) => {
        const blocks = richTextOf(document, { mentions: 'live' });
        const read = blocks.flatMap((block) => documentOfRichText(block).paragraphs);
        // A block of nothing but invisible characters reads as blank.
        const everything = (text: string) => text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, '');
        const texts = (paragraphs: readonly Paragraph[]) =>
          paragraphs.flatMap(({ spans }) => spans.map(({ text }) => text)).join('');
        expect(everything(texts(read))).toBe(everything(texts(document.paragraphs)));
      }),
    );
  });

  test('meets the limits and calls nobody, whatever the document', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const blocks = richTextOf(document);
        expect(problemsOfBlocks(blocks)).toEqual([]);
        expect(JSON.stringify(blocks)).not.toMatch(
          /"type":"(?:user|usergroup|channel|broadcast)"/u,
        );
        for (const block of blocks) expect(charactersOf(block)).toBeLessThanOrEqual(3000);
      }),
    );
  });

  test('parts a long document between paragraphs, and goes on counting', () => {
    const text = Array.from({ length: 12 }, (_, index) => `${index + 1}. ${'bread '.repeat(166)}`);
    const document = documentOfText(text.join('\n'));
    const blocks = richTextOf(document);
    expect(blocks).toHaveLength(4);
    expect(JSON.stringify(blocks[3])).toContain('"offset":9');
    const read = { paragraphs: blocks.flatMap((block) => documentOfRichText(block).paragraphs) };
    expect(numbersOf(read)).toEqual(numbersOf(document));
  });

  test('parts a paragraph of 12,000 characters between words', () => {
    const blocks = richTextOf(linesDocument('bread '.repeat(2000)));
    expect(blocks.length).toBeGreaterThanOrEqual(4);
    for (const block of blocks) {
      expect(plainTextOf(documentOfRichText(block)).trim()).toMatch(/^bread .* bread$/u);
    }
  });

  test('writes mentions as text, or alive where nobody is called by them', () => {
    const document = documentOfRichText(
      richText(
        section({ type: 'user', user_id: 'U024BE7LH' }, said(' bakes in '), {
          type: 'channel',
          channel_id: 'C024BE7LR',
        }),
      ),
    );
    expect(richTextOf(document)).toEqual([
      {
        type: 'rich_text',
        elements: [section(said('@U024BE7LH'), said(' bakes in '), said('#C024BE7LR'))],
      },
    ]);
    expect(richTextValueOf(document).elements).toEqual([
      section({ type: 'user', user_id: 'U024BE7LH' }, said(' bakes in '), {
        type: 'channel',
        channel_id: 'C024BE7LR',
      }),
    ]);
  });

  test('writes no block for a blank document', () => {
    expect(richTextOf(linesDocument('', ' '))).toEqual([]);
  });

  test('writes an address that may be no link behind its text', () => {
    const spans = [{ text: 'rota', link: 'javascript:alert(1)' }];
    expect(richTextOf({ paragraphs: [{ kind: 'paragraph', indent: 0, spans }] })).toEqual([
      { type: 'rich_text', elements: [section(said('rota (javascript:alert(1))'))] },
    ]);
  });
});

function charactersOf(content: unknown): number {
  if (typeof content !== 'object' || content === null) return 0;
  return Object.entries(content).reduce((sum, [name, value]) => {
    if (typeof value !== 'string') return sum + charactersOf(value);
    return ['text', 'url'].includes(name) ? sum + value.length : sum;
  }, 0);
}
