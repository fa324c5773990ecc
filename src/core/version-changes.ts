import { plainTextOf } from './document.ts';
import type { Objection } from './objection.ts';
import type { Round } from './round.ts';
import type { Version, Wording } from './version.ts';
import { textDiff, type DiffPart } from './text-diff.ts';

/** Something of a proposal that a version changed. */
export type FieldChange =
  | { readonly field: 'title' | 'need' | 'proposal'; readonly parts: readonly DiffPart[] }
  | {
      readonly field: 'owner' | 'reviewOn' | 'link';
      readonly was: string | null;
      readonly now: string | null;
    };

/**
 * What differs between two wordings of a proposal, in the order in which it is read: the text
 * first, because that is what people are asked about. Source: docs/process.md §2.6.
 */
export function changesBetween(before: Wording, after: Wording): readonly FieldChange[] {
  const texts = (['proposal', 'title', 'need'] as const).flatMap((field): FieldChange[] => {
    const [was, now] = [textOf(before, field), textOf(after, field)];
    return was === now ? [] : [{ field, parts: textDiff(was, now) }];
  });
  const others = (['owner', 'reviewOn', 'link'] as const).flatMap((field): FieldChange[] =>
    before[field] === after[field] ? [] : [{ field, was: before[field], now: after[field] }],
  );
  return [...texts, ...others];
}

function textOf(wording: Wording, field: 'title' | 'need' | 'proposal'): string {
  return field === 'proposal' ? plainTextOf(wording.document) : wording[field];
}

/** A version and the one before it; null for the first, which changed nothing. */
export function versionWithBefore(
  round: Pick<Round, 'versions'>,
  number: number,
): { readonly before: Version; readonly after: Version } | null {
  const before = round.versions.find((version) => version.number === number - 1);
  const after = round.versions.find((version) => version.number === number);
  return before && after ? { before, after } : null;
}

/**
 * The version that answered an objection, as its owner confirmed: the last one that meant to, up
 * to the version on which they said that it is settled. Null where no later version did.
 *
 * Source: docs/process.md §2.6, §4.1.
 */
export function answeringVersion(
  { versions }: Pick<Round, 'versions'>,
  { id, settled, versionNumber }: Objection,
): Version | null {
  if (!settled || settled.versionNumber <= versionNumber) return null;
  const later = versions.filter(
    ({ number }) => number > versionNumber && number <= settled.versionNumber,
  );
  const meaning = later.findLast(({ answersObjections }) => answersObjections.includes(id));
  return meaning ?? later.at(-1) ?? null;
}
