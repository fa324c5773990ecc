import type { Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import { checkDraft, draftOf, tidyDraft, type Draft } from './draft.ts';
import type { MemberId } from './ids.ts';
import { ownerConcerned } from './proposal-terms.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import type { RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';

/** The draft of a proposal in its question step, edited (docs/process.md §2.1). */
export type DraftEdit = {
  readonly draft: Draft;
  /** How many edits its editor had before them; left out by forms that were opened earlier. */
  readonly basedOn?: number | null;
};

/**
 * Decides whether the draft is edited. What somebody else changed while this was written is not
 * written over: the first one wins, as with versions. Source: docs/process.md §2.1, §2.6.
 */
export function editDraft(
  round: Round,
  command: DraftEdit & { readonly at: Instant; readonly by: MemberId },
  circle: Circle,
): Ruling<RoundEvent, RoundRefusal> {
  const { at, by } = command;
  const problems = checkDraft(circle, command.draft, at);
  problems.push(...ownerConcerned(round.terms.concerns ?? null, command.draft.owner));
  if (problems.length > 0) return { refused: { code: 'version_incomplete', problems } };
  const draft = tidyDraft(command.draft);
  if (JSON.stringify(draft) === JSON.stringify(tidyDraft(draftOf(round)))) return { events: [] };
  const { editedBy } = round.step;
  const last = editedBy.at(-1);
  const isBehind = command.basedOn != null && command.basedOn < editedBy.length;
  if (isBehind && last) return { refused: { code: 'draft_edited', by: last } };
  return { events: [{ type: 'draft_changed', ...draft, at, by }] };
}
