import type {
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextLink,
  RichTextList,
  RichTextText,
} from '@slack/types';
import { isBlank, normalised, numbersOf } from '../../core/document.ts';
import type { Document, Paragraph, Span } from '../../core/document.ts';
import { headAtWord } from '../../core/text.ts';
import { isLinkable } from '../../words/terms.ts';
import type { Some } from './kit.ts';
import { RICH_TEXT_CHARACTERS_BUDGET } from './limits.ts';

/**
 * Members and channels are written as their text, which calls nobody; `live` writes them as Slack's
 * own mentions, for forms and modals, where a mention shows a name and calls nobody either.
 */
export type Mentions = 'text' | 'live';

/**
 * A document as rich text: one block for every 3,000 characters, none for a blank document. Nothing
 * that people typed is parsed again: broadcasts and markup stay the characters they are.
 */
export function richTextOf(
  document: Document,
  { mentions = 'text' }: { readonly mentions?: Mentions } = {},
): RichTextBlock[] {
  if (isBlank(document)) return [];
  return packed(numberedParagraphs(document)).map((paragraphs) => blockOf(paragraphs, mentions));
}

/** A document as the value of a rich text field: one block of any length, mentions alive. */
export function richTextValueOf(document: Document): RichTextBlock {
  return blockOf(numberedParagraphs(document), 'live');
}

/** In normal form, and with every number written down: blocks may part a numbering. */
function numberedParagraphs(document: Document): readonly Paragraph[] {
  const normal = normalised(document);
  const numbers = numbersOf(normal);
  return normal.paragraphs.map((paragraph, index) => {
    const number = numbers[index] ?? null;
    const spans = paragraph.spans.map(withSafeLink);
    return number === null ? { ...paragraph, spans } : { ...paragraph, spans, number };
  });
}

/** An address that may not be a link, or is too long for one, is written behind the text. */
function withSafeLink({ link, ...span }: Span): Span {
  if (link === undefined || isLinkable(link)) return link === undefined ? span : { ...span, link };
  return { ...span, text: `${span.text} (${link})` };
}

/** Stretches of one style, and line ends, in a block: a thousand are known to be taken. */
const ELEMENTS_MAX = 900;

/** Paragraphs in groups that fit into a block; one that is too long alone is parted. */
function packed(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const groups: Paragraph[][] = [];
  let room = 0;
  let elements = 0;
  for (const paragraph of paragraphs.flatMap(parted)) {
    const size = sizeOf(paragraph.spans) + 1;
    const count = paragraph.spans.length + 1;
    const group = groups.at(-1);
    if (group && size <= room && elements + count <= ELEMENTS_MAX) {
      group.push(paragraph);
      room -= size;
      elements += count;
    } else {
      groups.push([paragraph]);
      room = RICH_TEXT_CHARACTERS_BUDGET - size;
      elements = count;
    }
  }
  return groups;
}

function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((size, { text, link = '' }) => size + text.length + link.length, 0);
}

/** A paragraph that fits, or the pieces of one that does not: later pieces have no marker. */
function parted(paragraph: Paragraph): Paragraph[] {
  const pieces: Span[][] = [];
  let room = 0;
  for (const span of paragraph.spans.flatMap(partedSpan)) {
    const size = sizeOf([span]);
    if (size > room || (pieces.at(-1)?.length ?? 0) >= ELEMENTS_MAX - 1) {
      pieces.push([]);
      room = RICH_TEXT_CHARACTERS_BUDGET - 1;
    }
    pieces.at(-1)?.push(span);
    room -= size;
  }
  const [first = [], ...rest] = pieces;
  const { kind } = paragraph;
  const continuedAs = kind === 'quote' || kind === 'code' ? kind : 'paragraph';
  return [
    { ...paragraph, spans: first },
    ...rest.map((spans): Paragraph => ({ kind: continuedAs, indent: 0, spans })),
  ];
}

const SPAN_CHARACTERS_MAX = 900;

function partedSpan(span: Span): Span[] {
  const spans: Span[] = [];
  let rest = span.text;
  while (rest.length > SPAN_CHARACTERS_MAX) {
    const text = headAtWord(rest, SPAN_CHARACTERS_MAX);
    spans.push({ ...span, text });
    rest = rest.slice(text.length);
  }
  return [...spans, { ...span, text: rest }];
}

function blockOf(paragraphs: readonly Paragraph[], mentions: Mentions): RichTextBlock {
  const runs = runsOf(paragraphs);
  return { type: 'rich_text', elements: runs.map((run) => elementOf(run, mentions)) };
}

/** Neighbouring paragraphs that make one element of Slack's. */
function runsOf(paragraphs: readonly Paragraph[]): Some<Paragraph>[] {
  const runs: [Paragraph, ...Paragraph[]][] = [];
  for (const paragraph of paragraphs) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && isContinued(before, paragraph)) run.push(paragraph);
    else runs.push([paragraph]);
  }
  return runs;
}

function isContinued(before: Paragraph, { kind, indent, number }: Paragraph): boolean {
  if (before.kind !== kind || before.indent !== indent) return false;
  return number === undefined || number === (before.number ?? 0) + 1;
}

/** Slack's types lack `offset`, its reference has it: the numbers before the list's first. */
type NumberedList = RichTextList & { offset?: number };

function elementOf(run: Some<Paragraph>, mentions: Mentions): RichTextBlockElement {
  const [{ kind, indent, number = 1 }] = run;
  const lines = run.map(({ spans }) => spans.map((span) => inlineOf(span, mentions)));
  if (kind === 'paragraph') return { type: 'rich_text_section', elements: linesJoined(lines) };
  if (kind === 'quote') return { type: 'rich_text_quote', elements: linesJoined(lines) };
  if (kind === 'code') {
    const code = run.map(({ spans }) => spans.map(codeOf));
    return { type: 'rich_text_preformatted', elements: linesJoined(code) };
  }
  const list: NumberedList = {
    type: 'rich_text_list',
    style: kind === 'numbered' ? 'ordered' : 'bullet',
    indent,
    ...(kind === 'numbered' && number > 1 && { offset: number - 1 }),
    elements: lines.map((elements) => ({ type: 'rich_text_section', elements })),
  };
  return list;
}

/** Lines as one row of elements. A blank last line needs a line end of its own to be seen. */
function linesJoined<Inline>(lines: readonly Inline[][]): (Inline | RichTextText)[] {
  const end: RichTextText = { type: 'text', text: '\n' };
  const joined = lines.flatMap((line, index) => (index > 0 ? [end, ...line] : line));
  return lines.at(-1)?.length === 0 ? [...joined, end] : joined;
}

function inlineOf(span: Span, mentions: Mentions): RichTextElement {
  const style = styleOf(span);
  if (mentions === 'live' && isSlackId(span.member)) {
    return { type: 'user', user_id: span.member, ...style };
  }
  if (mentions === 'live' && isSlackId(span.channel)) {
    return { type: 'channel', channel_id: span.channel, ...style };
  }
  return { ...codeOf(span), ...style };
}

function codeOf({ text, link }: Span): RichTextText | RichTextLink {
  return link === undefined ? { type: 'text', text } : { type: 'link', url: link, text };
}

function isSlackId(id: string | undefined): id is string {
  return id !== undefined && /^[A-Z][A-Z0-9]+$/u.test(id);
}

function styleOf({ bold, italic, strike, code }: Span): Pick<RichTextText, 'style'> {
  const style = {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(strike && { strike }),
    ...(code && { code }),
  };
  return Object.keys(style).length > 0 ? { style } : {};
}
