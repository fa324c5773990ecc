/**
 * What a person typed, made safe to stand inside the bot's own words.
 *
 * - `& < >` become entities: nothing typed can mention, ping or link (Slack's three, no others).
 * - Marks that Slack would read as formatting become look-alikes (`*` ∗, `_` ˍ, `~` ∼, back-tick ˋ,
 *   a `>` that begins a line ›). Slack has no escape for them, and an invisible character beside
 *   them is not sure to work on every client; a look-alike is. A mark inside a word (`snake_case`,
 *   `2*3`) formats nothing and stays, so that names can be searched for and copied.
 * - Text with letters written from right to left stands in an isolate (FSI … PDI), line by line,
 *   so that it cannot re-order the sentence around it.
 *
 * What people wrote at length is shown as rich text (blocks/rich-text.ts), where none of this is
 * needed; the stored text is never changed.
 */
import { cleanedText, oneLine } from '../core/text.ts';
import type { Saying } from './message.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Letters of right-to-left scripts, and the marks that act like one. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\u061C\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '*': '\u2217',
  '＊': '\u2217',
  _: '\u02CD',
  '＿': '\u02CD',
  '~': '\u223C',
  '～': '\u223C',
  '`': '\u02CB',
  '｀': '\u02CB',
};

/** A user's words on one line, as a saying: escaped in mrkdwn, cleaned in plain. */
export function sayingOfLine(text: string): Saying {
  return sayingOfClean(oneLine(text));
}

/** A user's words with their line ends kept, as a saying. */
export function sayingOfLines(text: string): Saying {
  return sayingOfClean(cleanedText(text).trim());
}

/** Slack's three entities, and no other: for any text that is not markup. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function sayingOfClean(text: string): Saying {
  return { mrkdwn: isolated(escaped(withoutMarks(text))), plain: isolated(text) };
}

function withoutMarks(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}\p{N}])[*＊_＿~～]|[*＊_＿~～](?![\p{L}\p{N}])|[`｀]/gu, lookAlike)
    .replaceAll(/^(\s*)[>＞]/gmu, '$1\u203A');
}

function lookAlike(mark: string): string {
  return LOOK_ALIKES[mark] ?? mark;
}

function isolated(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  return text
    .split('\n')
    .map((line) => `${FIRST_STRONG_ISOLATE}${line}${POP_ISOLATE}`)
    .join('\n');
}
