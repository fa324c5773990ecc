import * as fc from 'fast-check';
import { indentOf, normalised } from '../../src/core/document.ts';
import type { Document, Paragraph, Span } from '../../src/core/document.ts';
import { extremeText } from './extreme-text.ts';

const yes = fc.constant<true>(true);

const id = fc.stringMatching(/^[UC][A-Z0-9]{8}$/u);

const span: fc.Arbitrary<Span> = fc
  .tuple(
    extremeText,
    fc.record({ bold: yes, italic: yes, strike: yes, code: yes }, { requiredKeys: [] }),
    fc.oneof(
      { arbitrary: fc.constant({}), weight: 4 },
      fc.record({ link: fc.webUrl({ withQueryParameters: true }) }),
      fc.record({ member: id }),
      fc.record({ channel: id }),
    ),
  )
  .map(([text, style, reference]) => ({ text, ...style, ...reference }));

const paragraph: fc.Arbitrary<Paragraph> = fc
  .record({
    kind: fc.constantFrom('paragraph', 'bullet', 'numbered', 'quote', 'code'),
    indent: fc.integer({ min: 0, max: 3 }).map(indentOf),
    spans: fc.array(span, { maxLength: 5 }),
    number: fc.option(fc.integer({ min: -1, max: 12_000 }), { nil: undefined }),
  })
  .map(({ number, ...rest }) => (number === undefined ? rest : { ...rest, number }));

/** Any document at all, not in its normal form. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .array(paragraph, { maxLength: 8 })
  .map((paragraphs) => ({ paragraphs }));

/** Documents in normal form as a rich text field can hold them: code has no style of its own. */
export const fieldDocument: fc.Arbitrary<Document> = anyDocument.map(({ paragraphs }) =>
  normalised({
    paragraphs: paragraphs.map((each) => ({ ...each, spans: each.spans.map(asInField(each)) })),
  }),
);

function asInField({ kind }: Paragraph): (span: Span) => Span {
  return ({ text, link, ...style }) => {
    if (kind === 'code') return link === undefined ? { text } : { text, link };
    // Slack shows a mention's own name, and our text for it is made anew from the id.
    if (style.member !== undefined) return { ...style, text: `@${style.member}` };
    if (style.channel !== undefined) return { ...style, text: `#${style.channel}` };
    return link === undefined ? { text, ...style } : { text, link, ...style };
  };
}

/** A document of one plain paragraph for each line. */
export function linesDocument(...lines: readonly string[]): Document {
  return {
    paragraphs: lines.map((text) => ({
      kind: 'paragraph',
      indent: 0,
      spans: text === '' ? [] : [{ text }],
    })),
  };
}
