import type { Day, Instant } from './calendar.ts';
import { isFullMember, isMember, type Circle } from './circle.ts';
import { lengthOf, type Document } from './document.ts';
import type { CircleId, DraftId, MemberId, TeamId } from './ids.ts';
import { LINK_MAX, NEED_MAX, REPLACES_MAX, TITLE_MAX, type ProposalField } from './proposal.ts';
import type { LookingAgain } from './replacing.ts';
import type { Beginning } from './question-step.ts';
import type { ProposalTopic } from './silence.ts';

/** Drafts that one person may have (choice). */
export const DRAFTS_MAX = 20;
/** People whom an author may invite to one draft (choice). */
export const DRAFTERS_MAX = 5;
/**
 * Characters of a draft's text (choice): more than a proposal may have, because writing often
 * begins with too much. What is longer no form could show again.
 */
export const DRAFT_TEXT_MAX = 30_000;
/** The same with all its formatting, as stored: what no form could show again is not taken. */
const DRAFT_WEIGHT_MAX = 80_000;

/** All that was typed and chosen so far. Nothing of it has to be there, or to be right. */
export type DraftText = {
  readonly title: string;
  readonly need: string;
  readonly document: Document;
  readonly owner: MemberId | null;
  readonly reviewOn: Day | null;
  readonly deadlineAt: Instant | null;
  readonly replaces: string;
  readonly link: string;
  readonly isQuick: boolean;
  readonly topic: ProposalTopic | null;
  readonly beginsWith: Beginning | null;
  readonly concerns: MemberId | null;
  readonly isRemoval: boolean;
  readonly isConfidential?: boolean;
  readonly confidentialReason?: string;
  /** The decision that it looks at again. */
  readonly again: LookingAgain | null;
};

/** A proposal that is still being written: of its author and of nobody's history. */
export type KeptDraft = {
  readonly id: DraftId;
  readonly teamId: TeamId;
  readonly circleId: CircleId;
  readonly author: MemberId;
  readonly drafters: readonly MemberId[];
  /** Counts how often it was saved, from 1. */
  readonly revision: number;
  readonly savedAt: Instant;
  readonly savedBy: MemberId;
  readonly text: DraftText;
};

/** Somebody keeps what stands in their form. */
export type KeepCommand = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly id: DraftId;
  /** The revision that their form was opened on; 0 for a form of which nothing was kept. */
  readonly basedOn: number;
  /** Whom the author invites; what anybody else says here changes nothing. */
  readonly drafters: readonly MemberId[];
  readonly text: DraftText;
};

/** Why a draft cannot be kept, opened, sent or discarded (docs/process.md §2.1, §3). */
export type DraftRefusal =
  /** There is none, or none that this person may know of. */
  | { readonly code: 'draft_unknown' }
  | { readonly code: 'draft_saved_since'; readonly by: MemberId; readonly at: Instant }
  | { readonly code: 'draft_of_author'; readonly author: MemberId }
  | { readonly code: 'draft_not_decider' }
  | { readonly code: 'too_many_drafts'; readonly max: number }
  | { readonly code: 'too_many_drafters'; readonly max: number }
  | { readonly code: 'drafter_not_in_circle'; readonly members: readonly MemberId[] }
  | { readonly code: 'draft_too_long'; readonly field: ProposalField; readonly max: number };

type Kept = { readonly kept: KeptDraft; readonly invited: readonly MemberId[] };

/**
 * Whether this person may know of a draft: its author, wherever they are now, and whom the author
 * invited, while they belong to the circle. No role and no facilitating opens it to anybody else.
 *
 * Source: docs/process.md §2.1, §3, §D11.
 */
export function mayOpenDraft(draft: KeptDraft, by: MemberId, circle: Circle): boolean {
  const { circleId, author, drafters } = draft;
  if (circleId !== circle.id) return false;
  return by === author || (drafters.includes(by) && isMember(circle, by));
}

/** Whether they may write on it: an author who no longer decides in the circle only reads it. */
export function mayWriteDraft(draft: KeptDraft, by: MemberId, circle: Circle): boolean {
  if (!mayOpenDraft(draft, by, circle)) return false;
  return by === draft.author ? isFullMember(circle, by) : true;
}

/**
 * Decides what becomes of a form that is kept as a draft. Incomplete is fine. Whoever comes second
 * is told who saved in between, and their own words stay with them.
 *
 * @param draft as it is stored; null where it is not
 * @param others how many drafts of their own this person has beside it
 *
 * Source: docs/process.md §2.1, §3.
 */
export function decideKeeping(
  draft: KeptDraft | null,
  command: KeepCommand,
  { circle, others }: { readonly circle: Circle; readonly others: number },
): Kept | { readonly refused: DraftRefusal } {
  const { id, by, at, basedOn, text } = command;
  const refused = draft
    ? whyNotSave(draft, command, circle)
    : whyNotBegin(command, { circle, others });
  if (refused) return { refused };
  const author = draft?.author ?? by;
  const before = draft?.drafters ?? [];
  const drafters = by === author ? tidied(command.drafters, author) : before;
  const late = whyNotInvite(drafters, before, circle) ?? whyTooLong(text);
  if (late) return { refused: late };
  const { teamId, id: circleId } = circle;
  const revision = basedOn + 1;
  return {
    kept: { id, teamId, circleId, author, drafters, revision, savedAt: at, savedBy: by, text },
    invited: drafters.filter((one) => !before.includes(one)),
  };
}

/** Only its author discards a draft; who may not know of it learns nothing (§2.1, §3). */
export function whyNotDiscard(draft: KeptDraft, by: MemberId, circle: Circle): DraftRefusal | null {
  if (!mayOpenDraft(draft, by, circle)) return { code: 'draft_unknown' };
  return by === draft.author ? null : { code: 'draft_of_author', author: draft.author };
}

/** Only its author sends it, and only what they have seen. Source: docs/process.md §2.1, §3. */
export function whyNotSend(
  draft: KeptDraft,
  { by, basedOn }: Pick<KeepCommand, 'by' | 'basedOn'>,
  circle: Circle,
): DraftRefusal | null {
  return whyNotDiscard(draft, by, circle) ?? whyNotLatest(draft, basedOn);
}

function whyNotBegin(
  { by, basedOn }: KeepCommand,
  { circle, others }: { readonly circle: Circle; readonly others: number },
): DraftRefusal | null {
  if (basedOn > 0) return { code: 'draft_unknown' };
  if (!isFullMember(circle, by)) return { code: 'draft_not_decider' };
  return others >= DRAFTS_MAX ? { code: 'too_many_drafts', max: DRAFTS_MAX } : null;
}

function whyNotSave(
  draft: KeptDraft,
  { by, basedOn }: KeepCommand,
  circle: Circle,
): DraftRefusal | null {
  if (!mayOpenDraft(draft, by, circle)) return { code: 'draft_unknown' };
  if (!mayWriteDraft(draft, by, circle)) return { code: 'draft_not_decider' };
  return whyNotLatest(draft, basedOn);
}

function whyNotLatest({ revision, savedBy, savedAt }: KeptDraft, basedOn: number) {
  if (revision === basedOn) return null;
  return { code: 'draft_saved_since', by: savedBy, at: savedAt } as const;
}

/** Who is invited already may have left the circle since: they see nothing, and are in no way. */
function whyNotInvite(
  drafters: readonly MemberId[],
  before: readonly MemberId[],
  circle: Circle,
): DraftRefusal | null {
  if (drafters.length > DRAFTERS_MAX) return { code: 'too_many_drafters', max: DRAFTERS_MAX };
  const members = drafters.filter((one) => !before.includes(one) && !isMember(circle, one));
  return members.length > 0 ? { code: 'drafter_not_in_circle', members } : null;
}

function whyTooLong({ title, need, document, replaces, link }: DraftText): DraftRefusal | null {
  const lengths = [
    { field: 'title', length: title.length, max: TITLE_MAX },
    { field: 'need', length: need.length, max: NEED_MAX },
    { field: 'proposal', length: lengthOf(document), max: DRAFT_TEXT_MAX },
    { field: 'replaces', length: replaces.length, max: REPLACES_MAX },
    { field: 'link', length: link.length, max: LINK_MAX },
  ] as const;
  const tooLong = lengths.find(({ length, max }) => length > max);
  if (!tooLong && JSON.stringify(document).length > DRAFT_WEIGHT_MAX) {
    return { code: 'draft_too_long', field: 'proposal', max: DRAFT_TEXT_MAX };
  }
  return tooLong ? { code: 'draft_too_long', field: tooLong.field, max: tooLong.max } : null;
}

function tidied(drafters: readonly MemberId[], author: MemberId): MemberId[] {
  return [...new Set(drafters)].filter((one) => one !== author);
}
