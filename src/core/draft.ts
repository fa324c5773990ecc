import type { Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import { checkWording, REPLACES_MAX, type FieldProblem } from './proposal.ts';
import { currentVersion, type Round } from './round.ts';
import type { Wording } from './version.ts';

/** All that the proposer edits before the text is frozen as version 1 (docs/process.md §2.1). */
export type Draft = Wording & { readonly replaces: string | null };

/** What the draft still lacks, field by field (docs/process.md §2.1, guard). */
export function checkDraft(circle: Circle, draft: Draft, at: Instant): FieldProblem[] {
  const { replaces } = draft;
  const isTooLong = (replaces?.trim().length ?? 0) > REPLACES_MAX;
  const tooLong: FieldProblem = { field: 'replaces', code: 'field_too_long', max: REPLACES_MAX };
  return [...checkWording(circle, draft, at), ...(isTooLong ? [tooLong] : [])];
}

/** The text as it stands while questions are asked (docs/process.md §2.1). */
export function draftOf(round: Round): Draft {
  const { title, need, owner, reviewOn, replaces, link } = round;
  const { document } = currentVersion(round);
  return { title, need, document, owner, reviewOn, replaces, link };
}

/** The same without what is only blank; always in one order, so that two can be compared. */
export function tidyDraft({ title, need, document, owner, reviewOn, ...rest }: Draft): Draft {
  const replaces = rest.replaces?.trim() || null;
  const link = rest.link?.trim() || null;
  return { title: title.trim(), need: need.trim(), document, owner, reviewOn, replaces, link };
}
