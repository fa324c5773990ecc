/**
 * Formatted text as plain data: what a proposal says. It is stored, compared and recorded in this
 * form, and turned into a surface's own form only when it is shown. One paragraph is one line: the
 * lines of a quotation or of code are paragraphs of that kind.
 */
import { cleanedText } from './text.ts';

/** What a line is. */
export type ParagraphKind = 'paragraph' | 'bullet' | 'numbered' | 'quote' | 'code';
/** How deep a list item is, from the left. */
export type Indent = 0 | 1 | 2 | 3;

/** A stretch of text in one style. A member's or channel's span keeps the id beside the text. */
export type Span = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
  readonly link?: string;
  readonly member?: string;
  readonly channel?: string;
};

/**
 * A line of text. Only bullets and numbered lines are indented. `number` says where a numbering
 * begins or jumps; without it a line follows the one before.
 */
export type Paragraph = {
  readonly kind: ParagraphKind;
  readonly indent: Indent;
  readonly spans: readonly Span[];
  readonly number?: number;
};
/** A formatted text, line by line. */
export type Document = { readonly paragraphs: readonly Paragraph[] };

/** A text in which nothing is written. */
export const EMPTY_DOCUMENT: Document = { paragraphs: [] };

/**
 * The document in its one normal form: equal neighbouring spans merged, empty ones gone, text
 * cleaned, blank list items and blank ends gone, numbers only where they say something new.
 */
export function normalised(document: Document): Document {
  const paragraphs = document.paragraphs
    .map(normalParagraph)
    .filter((paragraph) => !isListItem(paragraph) || !isBlankParagraph(paragraph));
  const first = paragraphs.findIndex((paragraph) => !isBlankParagraph(paragraph));
  const last = paragraphs.findLastIndex((paragraph) => !isBlankParagraph(paragraph));
  return withoutIdleNumbers({ paragraphs: first < 0 ? [] : paragraphs.slice(first, last + 1) });
}

/** True where there is nothing to read. */
export function isBlank(document: Document): boolean {
  return document.paragraphs.every(isBlankParagraph);
}

/** The number shown before each paragraph, null where it has none. */
export function numbersOf(document: Document): readonly (number | null)[] {
  return numberingOf(document).map(({ shown }) => shown);
}

/** The document as plain text: `• `, `1. ` and `> ` kept, links with their address behind. */
export function plainTextOf(document: Document): string {
  const numbers = numbersOf(document);
  return document.paragraphs
    .map((paragraph, index) => markerOf(paragraph, numbers[index] ?? 1) + textOf(paragraph))
    .join('\n');
}

/** How long the document is when read as plain text, in characters. */
export function lengthOf(document: Document): number {
  return plainTextOf(document).length;
}

/** A paragraph as plain text, without its marker. */
function textOf({ spans }: Paragraph): string {
  return spans.map(textOfSpan).join('');
}

/** A span as plain text: a link that has a label says its address too. */
export function textOfSpan({ text, link }: Span): string {
  return link === undefined || link === text ? text : `${text} (${link})`;
}

function markerOf({ kind, indent }: Paragraph, number: number): string {
  if (kind === 'bullet') return `${'  '.repeat(indent)}• `;
  if (kind === 'numbered') return `${'  '.repeat(indent)}${number}. `;
  return kind === 'quote' ? '> ' : '';
}

/** The depth nearest to a number of levels: the deepest we keep is 3. */
export function indentOf(levels: number): Indent {
  const depths: readonly Indent[] = [0, 1, 2, 3];
  return depths[Math.min(3, Math.max(0, Math.trunc(levels) || 0))] ?? 0;
}

function isListItem({ kind }: Paragraph): boolean {
  return kind === 'bullet' || kind === 'numbered';
}

/** Spaces, control characters and joiners: nothing that can be seen. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}]*$/u;

function isBlankParagraph({ spans }: Paragraph): boolean {
  return spans.every(({ text }) => INVISIBLE.test(text));
}

/** Whole numbers from 1 to 9999, the ones a line may begin with. */
const NUMBERS = /^[1-9]\d{0,3}$/u;

function normalParagraph(paragraph: Paragraph): Paragraph {
  const { kind, number } = paragraph;
  const spans: Span[] = [];
  for (const span of paragraph.spans.map(normalSpan)) {
    const before = spans.at(-1);
    if (before && isSameStyle(before, span)) {
      spans[spans.length - 1] = { ...before, text: before.text + span.text };
    } else if (span.text !== '') spans.push(span);
  }
  const indent = isListItem(paragraph) ? paragraph.indent : 0;
  const isNumbered = kind === 'numbered' && number !== undefined && NUMBERS.test(String(number));
  return { kind, indent, spans, ...(isNumbered && { number }) };
}

function normalSpan(span: Span): Span {
  const said = Object.entries(span).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), text: cleanedText(span.text).replaceAll('\n', ' ') };
}

const STYLES = ['bold', 'italic', 'strike', 'code', 'link', 'member', 'channel'] as const;

function isSameStyle(one: Span, other: Span): boolean {
  // Two mentions side by side are two, even of the same member.
  if (one.member !== undefined || one.channel !== undefined) return false;
  return STYLES.every((style) => one[style] === other[style]);
}

function withoutIdleNumbers(document: Document): Document {
  const numbering = numberingOf(document);
  const paragraphs = document.paragraphs.map(({ number, ...paragraph }, index) => {
    const isIdle = number === undefined || number === numbering[index]?.expected;
    return isIdle ? paragraph : { ...paragraph, number };
  });
  return { paragraphs };
}

type Numbering = { readonly shown: number | null; readonly expected: number | null };

function numberingOf({ paragraphs }: Document): readonly Numbering[] {
  const last: number[] = [0, 0, 0, 0];
  return paragraphs.map(({ kind, indent, number }) => {
    // A line ends the numbering of all that is deeper, and of its own depth unless it is numbered.
    last.fill(0, kind === 'numbered' ? indent + 1 : indent);
    if (kind !== 'numbered') return { shown: null, expected: null };
    const expected = (last[indent] ?? 0) + 1;
    last[indent] = number ?? expected;
    return { shown: number ?? expected, expected };
  });
}
