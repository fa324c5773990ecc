import type { KnownBlock } from '@slack/types';
import { plainTextOf, type Document, type Paragraph, type Span } from '../../core/document.ts';
import type { Version } from '../../core/version.ts';
import { replacementsIn, type DiffPart, type Replacement } from '../../core/text-diff.ts';
import { changesBetween, type FieldChange } from '../../core/version-changes.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, link, member, shortened, verbatim } from '../../words/terms.ts';
import { section } from './kit.ts';
import { labelled } from './labelled-document.ts';
import { richTextOf } from './rich-text.ts';

/** A version and the one before it. */
export type VersionPair = { readonly before: Version; readonly after: Version };

/** Characters of each side of a replacement, as a sentence says it. */
const SAID_MAX = 300;

/**
 * A difference as formatted text: old words struck through, new words bold. It is never read as
 * markup, whatever people wrote (docs/process.md §2.6).
 */
export function diffDocument(parts: readonly DiffPart[]): Document {
  const paragraphs: Paragraph[] = [];
  let spans: Span[] = [];
  const flush = () => {
    paragraphs.push({ kind: 'paragraph', indent: 0, spans });
    spans = [];
  };
  for (const part of spaced(parts)) {
    const [first = '', ...others] = part.text.split('\n');
    spans.push(spanOf(part.kind, first));
    for (const line of others) {
      flush();
      spans.push(spanOf(part.kind, line));
    }
  }
  flush();
  return { paragraphs };
}

/** What stands between an old word and the new one that took its place. */
const ARROW = ' → ';

function spaced(parts: readonly DiffPart[]): DiffPart[] {
  return parts.flatMap((part, index): DiffPart[] => {
    const isReplaced = part.kind === 'new' && parts[index - 1]?.kind === 'old';
    return isReplaced ? [{ kind: 'same', text: ARROW }, part] : [part];
  });
}

function spanOf(kind: DiffPart['kind'], text: string): Span {
  if (kind === 'old') return { text, strike: true };
  return kind === 'new' ? { text, bold: true } : { text };
}

/** One change under its own name. */
export function changeBlocks(change: FieldChange, words: Words): KnownBlock[] {
  const field = words.version.inField[change.field]();
  if ('parts' in change) return richTextOf(labelled(field, diffDocument(change.parts)));
  return [section(movedSaying(change, words))];
}

/**
 * Every place where a version differs from the one before, as sentences: “What we would do, was:
 * “two people” now: “three people””. For plain text, where nothing is struck through or bold.
 *
 * @param most how many places are said; the rest are counted
 */
export function changesSaid({ before, after }: VersionPair, words: Words, most: number): Saying[] {
  const said = [
    ...changesBetween(before, after).flatMap((change) => saidOf(change, words)),
    ...documentSaid(after, words),
  ];
  if (said.length === 0) return [nothingSaid(after, words)];
  const rest = said.length - most;
  return rest > 0 ? [...said.slice(0, most), words.version.morePlaces({ n: rest })] : said;
}

/** Where no word differs, only formatting did; or no word is shown, as in a channel (§4.4). */
export function nothingSaid({ document }: Version, { version, confidential }: Words): Saying {
  const isHidden = plainTextOf(document) === confidential.text().plain;
  return isHidden ? confidential.changed() : version.formatted();
}

/** “The linked document changed”, where the version says so (docs/process.md §10 case 12). */
export function documentSaid(
  { linkedDocumentChanged, link: url }: Version,
  words: Words,
): Saying[] {
  if (!linkedDocumentChanged || url === null) return [];
  return [words.version.documentChanged({ link: link(url, verbatim(url)) })];
}

function saidOf(change: FieldChange, words: Words): Saying[] {
  if (!('parts' in change)) return [movedSaying(change, words)];
  const field = words.version.inField[change.field]();
  return replacementsIn(change.parts).map((replacement) =>
    words.version.inPlace({ field, change: replacementSaid(replacement, words) }),
  );
}

function replacementSaid(replacement: Replacement, { version }: Words): Saying {
  const was = shortened(replacement.was, SAID_MAX).plain;
  const now = shortened(replacement.now, SAID_MAX).plain;
  if (was === '') return version.added({ now });
  return now === '' ? version.removed({ was }) : version.replaced({ was, now });
}

function movedSaying(
  { field, was, now }: Exclude<FieldChange, { readonly parts: unknown }>,
  words: Words,
): Saying {
  const value = (said: string | null): Saying => {
    if (said === null) return words.version.nothing();
    if (field === 'owner') return member(said);
    return field === 'reviewOn' ? day(said) : link(said, verbatim(said));
  };
  const name = words.version.inField[field]();
  return words.version.moved({ field: name, was: value(was), now: value(now) });
}
