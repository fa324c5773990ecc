import type { Day, Instant } from './calendar.ts';
import type { Document } from './document.ts';
import type { MemberId, ObjectionId } from './ids.ts';

/** What a proposal says: all that a next version can change (docs/process.md §2.6). */
export type Wording = {
  readonly title: string;
  readonly need: string;
  readonly document: Document;
  readonly owner: MemberId;
  readonly reviewOn: Day;
  /** A supporting document's address. */
  readonly link: string | null;
};

/**
 * What a version changes: what is proposed, so that everybody is asked anew, or only how it is
 * said, so that answers stand. The first version is of substance (docs/process.md §D6, §2.6).
 */
export type VersionChange = 'substance' | 'wording';

/** Why a facilitator could publish what somebody else proposed (docs/process.md §3). */
export type OnBehalf = 'agreed' | 'away';

/** A frozen text and whom it asks. Nothing edits it; a change is a new one. */
export type Version = Wording & {
  readonly number: number;
  readonly change: VersionChange;
  readonly openedAt: Instant;
  /** Since when people are asked about it: for a change of wording, as long as before. */
  readonly askedAt: Instant;
  readonly publishedBy: MemberId;
  readonly onBehalf: OnBehalf | null;
  /** The objections that it means to answer, as its publisher said. */
  readonly answersObjections: readonly ObjectionId[];
  /** The linked document changed, and this version asks about it anew (§10 case 12). */
  readonly linkedDocumentChanged: boolean;
  /** Who said "this changes it for me": what was wording became substance (§2.6). */
  readonly challenged: { readonly by: MemberId; readonly at: Instant } | null;
  /** When the time to say so was over, and its wording stood; null before that (§2.6). */
  readonly stoodAt: Instant | null;
};
