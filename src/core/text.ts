/**
 * What people type, before anything else is done with it: cleaned, counted and cut.
 * Lengths are UTF-16 units (`.length`), the largest way of counting that any reader may use.
 */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Stands where something was cut off. */
export const ELLIPSIS = '…';

/**
 * The text with what could harm its surroundings taken out: control characters, and the marks that
 * re-order other people's words (bidirectional embeddings, overrides and isolates). Halves of
 * surrogate pairs become U+FFFD, every kind of line end becomes `\n`. Joiners inside emoji stay.
 */
export function cleanedText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '');
}

/** The cleaned text on one line: line ends become spaces, and the ends are trimmed. */
export function oneLine(text: string): string {
  return cleanedText(text)
    .replaceAll(/\s*[\n\t]\s*/gu, ' ')
    .trim();
}

/**
 * The text, or as much of its beginning as fits into `max` together with an ellipsis. The cut falls
 * between graphemes, and between words where that costs less than a fifth of the room.
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < ELLIPSIS.length) return '';

  return `${headAtWord(text, max - ELLIPSIS.length).trimEnd()}${ELLIPSIS}`;
}

/**
 * The longest beginning of the text that is at most `max` long and ends between graphemes. Only a
 * first grapheme that is longer than all the room is cut itself, and then between code points.
 */
export function headOf(text: string, max: number): string {
  if (text.length <= max) return text;
  // To know whether a grapheme ends at `max` it is enough to look a little further.
  const looked = text.slice(0, max + GRAPHEME_LOOK_AHEAD);
  let end = 0;
  for (const { index, segment } of graphemes.segment(looked)) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return end > 0 ? text.slice(0, end) : text.slice(0, max).replace(/[\uD800-\uDBFF]$/u, '');
}

/** The same, going back to the space before where the cut would fall late inside a word. */
export function headAtWord(text: string, max: number): string {
  const head = headOf(text, max);
  if (head.length === text.length || /^\s/u.test(text.slice(head.length))) return head;
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'));
  return space > head.length * WORD_SEARCH_SHARE ? head.slice(0, space) : head;
}

const GRAPHEME_LOOK_AHEAD = 64;
const WORD_SEARCH_SHARE = 0.8;
