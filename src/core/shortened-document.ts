import { lengthOf, plainTextOf, textOfSpan } from './document.ts';
import type { Document, Paragraph, Span } from './document.ts';
import { ELLIPSIS, cutText } from './text.ts';

/**
 * The document, or as much of its beginning as reads in `maxCharacters` of plain text. It is cut
 * after a paragraph, or after a word where that would leave less than half.
 */
export function shortenedDocument(
  document: Document,
  maxCharacters: number,
): { readonly document: Document; readonly cut: boolean } {
  if (lengthOf(document) <= maxCharacters) return { document, cut: false };

  const whole = wholeParagraphs(document, maxCharacters - ELLIPSIS.length - 1);
  const kept = { paragraphs: document.paragraphs.slice(0, whole) };
  const next = document.paragraphs[whole];
  const room = maxCharacters - lengthOf(kept) - (whole > 0 ? 1 : 0);
  if (next && lengthOf(kept) < maxCharacters / 2) {
    const part = cutParagraph(next, room - MARKER_CHARACTERS_MAX);
    if (part) return { document: { paragraphs: [...kept.paragraphs, part] }, cut: true };
  }
  const end: Paragraph = { kind: 'paragraph', indent: 0, spans: [{ text: ELLIPSIS }] };
  return { document: { paragraphs: room > 0 ? [...kept.paragraphs, end] : [] }, cut: true };
}

/** Two spaces for each of three indents, a number of four digits, a point and a space. */
const MARKER_CHARACTERS_MAX = 12;

function wholeParagraphs(document: Document, room: number): number {
  let fitting = 0;
  let length = -1;
  const lines = plainTextOf(document).split('\n');
  for (const line of lines) {
    length += line.length + 1;
    if (length > room) break;
    fitting += 1;
  }
  return fitting;
}

/** The beginning of a paragraph: whole spans, then a part of the one that no longer fits. */
function cutParagraph(paragraph: Paragraph, room: number): Paragraph | null {
  const spans: Span[] = [];
  let left = room;
  for (const span of paragraph.spans) {
    const length = textOfSpan(span).length;
    if (length > left - ELLIPSIS.length) {
      if (left <= ELLIPSIS.length) return null;
      const part = isWhole(span) ? { text: ELLIPSIS } : { ...span, text: cutText(span.text, left) };
      return { ...paragraph, spans: [...spans, part] };
    }
    spans.push(span);
    left -= length;
  }
  return null;
}

/** A link or a mention means something only when it is whole. */
function isWhole({ link, member, channel }: Span): boolean {
  return link !== undefined || member !== undefined || channel !== undefined;
}
