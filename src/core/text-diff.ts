import { diffArrays } from 'diff';
import { ELLIPSIS, headAtWord } from './text.ts';

/** A stretch of two texts read as one: in both, only in the earlier, or only in the later. */
export type DiffPart = { readonly kind: 'same' | 'old' | 'new'; readonly text: string };

/** Words changed beyond this number: both texts are then shown whole, one after the other. */
const EDITS_MAX = 1_500;

/**
 * What became of a text, word by word, in reading order; where words were replaced the old ones
 * come first. Put together, `same` and `old` give the earlier text, `same` and `new` the later.
 *
 * Source: docs/process.md §2.6.
 */
export function textDiff(before: string, after: string): readonly DiffPart[] {
  if (before === after) return partsOf([{ kind: 'same', text: before }]);
  const [old, now] = [wordsIn(before), wordsIn(after)];
  const changes = diffArrays(old, now, { maxEditLength: EDITS_MAX });
  if (!changes) {
    return partsOf([
      { kind: 'old', text: before },
      { kind: 'new', text: after },
    ]);
  }
  const parts = changes.map(({ value, added, removed }): DiffPart => {
    const text = value.join('');
    if (added) return { kind: 'new', text };
    return { kind: removed ? 'old' : 'same', text };
  });
  return joinedOverSpaces(parts);
}

/** Words, spaces and marks; a time or a date (13:45, 5/6, 2.50) is one word and changes whole. */
function wordsIn(text: string): string[] {
  return text.match(WORD) ?? [];
}

const WORD = /\s+|[\p{L}\p{M}\p{N}]+(?:[:.,/’'-][\p{L}\p{M}\p{N}]+)*|[^]/gu;

/** One place where the text changed: what was there, and what is there now. */
export type Replacement = { readonly was: string; readonly now: string };

/** Every place where the text changed, in reading order; the plain form of the same difference. */
export function replacementsIn(parts: readonly DiffPart[]): readonly Replacement[] {
  return changedStretches(parts).map(({ was, now }) => ({ was: was.trim(), now: now.trim() }));
}

/**
 * The difference with long unchanged stretches shortened to what stands beside a change.
 * `around` is how many characters of them stay on each side.
 */
export function shortenedDiff(parts: readonly DiffPart[], around: number): readonly DiffPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part;
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    const before = isFirst ? '' : headAtWord(part.text, around);
    const after = isLast ? '' : tailAtWord(part.text, around);
    const kept = before.length + after.length;
    if (kept + ELLIPSIS.length >= part.text.length) return part;
    return { kind: 'same', text: `${before}${ELLIPSIS}${after}` };
  });
}

/** As much of the beginning of a difference as `max` characters hold; null where all of it does. */
export function headOfDiff(parts: readonly DiffPart[], max: number): readonly DiffPart[] | null {
  const shown: DiffPart[] = [];
  let room = max;
  for (const part of parts) {
    if (part.text.length > room) {
      return [...shown, { ...part, text: `${headAtWord(part.text, room)}${ELLIPSIS}` }];
    }
    shown.push(part);
    room -= part.text.length;
  }
  return null;
}

function tailAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const tail = text.slice(-max).replace(/^[\uDC00-\uDFFF]/u, '');
  const space = tail.search(/\s/u);
  return space < 0 ? tail : tail.slice(space);
}

type Stretch = { readonly was: string; readonly now: string };

function changedStretches(parts: readonly DiffPart[]): Stretch[] {
  const stretches: Stretch[] = [];
  let was = '';
  let now = '';
  for (const { kind, text } of [...parts, { kind: 'same', text: '' } as const]) {
    if (kind === 'old') was += text;
    else if (kind === 'new') now += text;
    else if (was !== '' || now !== '') {
      stretches.push({ was, now });
      was = '';
      now = '';
    }
  }
  return stretches;
}

/** Words that changed side by side are one change: the single space between them reads badly. */
function joinedOverSpaces(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  let was = '';
  let now = '';
  const flush = () => {
    joined.push({ kind: 'old', text: was }, { kind: 'new', text: now });
    was = '';
    now = '';
  };
  parts.forEach(({ kind, text }, index) => {
    const isBetween = kind === 'same' && /^[^\S\n]+$/u.test(text) && index < parts.length - 1;
    const isChanging = was !== '' || now !== '';
    if (kind === 'old' || (isBetween && isChanging)) was += text;
    if (kind === 'new' || (isBetween && isChanging)) now += text;
    if (kind !== 'same' || (isBetween && isChanging)) return;
    flush();
    joined.push({ kind, text });
  });
  flush();
  return partsOf(joined);
}

function partsOf(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.filter(({ text }) => text !== '');
}
