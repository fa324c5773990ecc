import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import {
  EMPTY_DOCUMENT,
  indentOf,
  isBlank,
  lengthOf,
  normalised,
  numbersOf,
  plainTextOf,
} from '../../src/core/document.ts';
import type { Document, Indent, Paragraph, ParagraphKind } from '../../src/core/document.ts';
import { shortenedDocument } from '../../src/core/shortened-document.ts';
import { anyDocument, linesDocument } from '../support/documents.ts';

function line(kind: ParagraphKind, text: string, indent: Indent = 0): Paragraph {
  return { kind, indent, spans: [{ text }] };
}

const rota: Document = {
  paragraphs: [
    { kind: 'paragraph', indent: 0, spans: [{ text: 'We ' }, { text: 'open', bold: true }] },
    line('numbered', 'Ask the landlord'),
    line('bullet', 'by letter', 1),
    line('numbered', 'Bake'),
    line('quote', 'Fresh bread'),
    line('code', '  rota = 3'),
    {
      kind: 'paragraph',
      indent: 0,
      spans: [
        { text: 'See ' },
        { text: 'the rota', link: 'https://a.example' },
        { text: ' or https://b.example', link: ' or https://b.example' },
      ],
    },
  ],
};

describe('plain text', () => {
  test('keeps markers, numbers and addresses', () => {
    expect(plainTextOf(rota)).toBe(
      [
        'We open',
        '1. Ask the landlord',
        '  • by letter',
        '2. Bake',
        '> Fresh bread',
        '  rota = 3',
        'See the rota (https://a.example) or https://b.example',
      ].join('\n'),
    );
    expect(lengthOf(rota)).toBe(plainTextOf(rota).length);
  });

  test('is read back as the same lines', () => {
    const read = documentOfText(plainTextOf(rota));
    expect(read.paragraphs.slice(1, 5)).toEqual(rota.paragraphs.slice(1, 5));
    expect(plainTextOf(read)).toBe(plainTextOf(rota));
  });

  test.each([
    ['- a\n* b\n• c', ['bullet', 'bullet', 'bullet']],
    ['1. a\n2) b', ['numbered', 'numbered']],
    ['> a', ['quote']],
    [
      '-5 degrees\n1.5 litres\n*bold*\n0. none',
      ['paragraph', 'paragraph', 'paragraph', 'paragraph'],
    ],
    ['a\n\nb', ['paragraph', 'paragraph', 'paragraph']],
  ])('%j reads as %j', (plain, kinds) => {
    expect(documentOfText(plain).paragraphs.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('numbers', () => {
  test('go on after deeper lines, and begin again after others', () => {
    const document = {
      paragraphs: [
        line('numbered', 'a'),
        line('numbered', 'a', 1),
        line('bullet', 'b', 2),
        line('numbered', 'b', 1),
        line('numbered', 'b'),
        line('numbered', 'a', 1),
        line('paragraph', 'then'),
        line('numbered', 'a'),
      ],
    };
    expect(numbersOf(document)).toEqual([1, 1, null, 2, 2, 1, null, 1]);
  });

  test('are kept where they jump, and dropped where they say nothing or are none', () => {
    const numbered = (number: number): Paragraph => ({ ...line('numbered', 'x'), number });
    const document = normalised({
      paragraphs: [numbered(1), numbered(5), numbered(6), numbered(-2), numbered(10_000)],
    });
    expect(document.paragraphs.map(({ number }) => number)).toEqual([
      undefined,
      5,
      undefined,
      undefined,
      undefined,
    ]);
    expect(numbersOf(document)).toEqual([1, 5, 6, 7, 8]);
  });
});

describe('the normal form', () => {
  test('merges equal neighbours, cleans text, and drops blank ends and list items', () => {
    const blank: Paragraph = { kind: 'paragraph', indent: 2, spans: [{ text: ' ' }] };
    const document = normalised({
      paragraphs: [
        blank,
        {
          kind: 'paragraph',
          indent: 3,
          spans: [
            { text: 'a\u0000' },
            { text: '' },
            { text: '\u202Eb\nc' },
            { text: 'd', bold: true },
          ],
        },
        line('bullet', ' '),
        blank,
        line('quote', 'end'),
        blank,
      ],
    });
    expect(document.paragraphs).toEqual([
      { kind: 'paragraph', indent: 0, spans: [{ text: 'ab c' }, { text: 'd', bold: true }] },
      { kind: 'paragraph', indent: 0, spans: [{ text: ' ' }] },
      line('quote', 'end'),
    ]);
  });

  test('keeps two mentions side by side apart', () => {
    const mention = { text: '@U1', member: 'U1' };
    const paragraphs: Paragraph[] = [{ kind: 'paragraph', indent: 0, spans: [mention, mention] }];
    expect(normalised({ paragraphs })).toEqual({ paragraphs });
  });

  test('is its own normal form, and says the same', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const once = normalised(document);
        expect(normalised(once)).toEqual(once);
        expect(isBlank(once)).toBe(isBlank(document));
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
    );
  });

  test('knows four depths', () => {
    expect([-1, 0, 1.9, 3, 9, Number.NaN].map(indentOf)).toEqual([0, 0, 1, 3, 3, 0]);
  });
});

test('a document is blank where there is nothing to read', () => {
  expect(isBlank(EMPTY_DOCUMENT)).toBe(true);
  expect(isBlank(linesDocument('', ' \u00A0', '\u200B\u2060\u202E'))).toBe(true);
  expect(isBlank(linesDocument('', 'a'))).toBe(false);
});

describe('a shortened document', () => {
  test('is itself where it fits', () => {
    expect(shortenedDocument(rota, lengthOf(rota))).toEqual({ document: rota, cut: false });
  });

  test('ends after a paragraph where that leaves enough', () => {
    const { document, cut } = shortenedDocument(rota, 60);
    expect(cut).toBe(true);
    expect(plainTextOf(document)).toBe('We open\n1. Ask the landlord\n  • by letter\n2. Bake\n…');
  });

  test('ends after a word where the first paragraph is long', () => {
    const long = linesDocument('Thirty people a week find us closed on Sunday', 'and more');
    expect(plainTextOf(shortenedDocument(long, 40).document)).toBe('Thirty people a week find…');
  });

  test('leaves a link whole or out', () => {
    const link = { text: 'here', link: `https://a.example/${'x'.repeat(50)}` };
    const paragraphs: Paragraph[] = [
      { kind: 'paragraph', indent: 0, spans: [{ text: 'Look ' }, link] },
    ];
    expect(plainTextOf(shortenedDocument({ paragraphs }, 40).document)).toBe('Look …');
  });

  test('reads in as many characters as it may, whatever it holds', () => {
    fc.assert(
      fc.property(anyDocument, fc.integer({ min: 0, max: 4000 }), (document, max) => {
        const normal = normalised(document);
        const short = shortenedDocument(normal, max);
        expect(lengthOf(short.document)).toBeLessThanOrEqual(max);
        expect(short.cut).toBe(lengthOf(normal) > max);
        expect(plainTextOf(short.document).isWellFormed()).toBe(true);
      }),
    );
  });
});
