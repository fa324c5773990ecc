import type { Day, Instant } from './calendar.ts';
import type { Closing } from './circle.ts';
import type { Document } from './document.ts';
import type { CircleId, MemberId, RoundId, TeamId } from './ids.ts';
import type { Objection } from './objection.ts';

/** What silence means in a round. Frozen into it when it opens (docs/process.md §D3, §2.5). */
export type SilencePolicy = 'explicit';

/** The circle's agreements as they were when the round opened; later changes do not touch it. */
export type RoundTerms = {
  readonly silencePolicy: SilencePolicy;
  readonly closing: Closing;
  readonly graceHours: number;
  /** The circle's aim: the yardstick for objections. */
  readonly aim: string;
};

/** A frozen text and whom it asks. Nothing edits it; a change is a new one. */
export type Version = {
  readonly number: number;
  readonly document: Document;
  readonly openedAt: Instant;
  readonly publishedBy: MemberId;
};

/** Why a person who was asked need not answer: visible, never silent (docs/process.md §2.7). */
export type ExcuseReason = 'left' | 'on_leave' | 'deactivated';

/** A person whom the current version asks; `excused` while they need not answer. */
export type Asked = {
  readonly member: MemberId;
  readonly excused: { readonly reason: ExcuseReason; readonly at: Instant } | null;
};

/** The answer that stands. Every earlier one is in the round's history. */
export type Answer = {
  readonly member: MemberId;
  readonly versionNumber: number;
  readonly at: Instant;
} & (
  | { readonly kind: 'consent'; readonly note: string | null }
  | { readonly kind: 'objection' }
  | { readonly kind: 'more_time'; readonly needs: string | null; readonly untilAt: Instant }
);

/** What somebody asked: no answer, and nothing waits for it (docs/process.md §2.3). */
export type Question = { readonly by: MemberId; readonly at: Instant; readonly text: string };

/** Why a deadline moved (docs/process.md §2.2, §2.4, §10 case 24). */
export type ExtensionCause = 'silence' | 'member' | 'facilitator' | 'hold' | 'outage';

/** How a round ended. There is no "rejected" (docs/process.md §0 invariant 8). */
export type Ending = { readonly at: Instant; readonly by: MemberId | null } & (
  | { readonly kind: 'decided'; readonly decisionNumber: number }
  | { readonly kind: 'withdrawn'; readonly reason: string | null }
);

/** Why the clock of a round stands still; it can be taken up again. */
export type Pause = { readonly at: Instant; readonly by: MemberId } & (
  | { readonly kind: 'to_meeting'; readonly note: string | null }
  | {
      readonly kind: 'parked';
      readonly nextStep: string;
      readonly who: MemberId;
      readonly untilOn: Day;
    }
);

/** One move of the deadline, for the card and the record (docs/process.md §2.2). */
export type Extension = {
  readonly at: Instant;
  readonly by: MemberId | null;
  readonly deadlineAt: Instant;
  readonly cause: ExtensionCause;
  readonly reason: string | null;
};

/** What the clock has already said or done for the deadline that now stands. */
export type ClockMarks = {
  readonly halfTimeAt: Instant | null;
  readonly dayBeforeAt: Instant | null;
  readonly deadlinePassedAt: Instant | null;
  readonly readyAt: Instant | null;
  readonly standInAt: Instant | null;
};

/** A consent round, as its events tell it. Pure data: what it means is in `standing.ts`. */
export type Round = {
  readonly id: RoundId;
  readonly teamId: TeamId;
  readonly circleId: CircleId;
  /** The number that members see: P-31. */
  readonly number: number;
  readonly title: string;
  readonly need: string;
  readonly proposedBy: MemberId;
  readonly owner: MemberId;
  readonly reviewOn: Day;
  /** What the decision would replace, in the proposer's words. */
  readonly replaces: string | null;
  readonly terms: RoundTerms;
  readonly openedAt: Instant;
  readonly versions: readonly Version[];
  readonly asked: ReadonlyMap<MemberId, Asked>;
  readonly answers: ReadonlyMap<MemberId, Answer>;
  readonly objections: readonly Objection[];
  readonly questions: readonly Question[];
  readonly holdsTaken: ReadonlyMap<MemberId, number>;
  readonly deadlineAt: Instant;
  /** Every move of the deadline, in order. */
  readonly extensions: readonly Extension[];
  readonly marks: ClockMarks;
  readonly pause: Pause | null;
  readonly ending: Ending | null;
  /** When an answer, an objection or who is asked last changed. */
  readonly lastChangeAt: Instant;
  /** Number of the last event; 0 before the first. */
  readonly seq: number;
};

/** The version that is being asked about. */
export function currentVersion(round: Round): Version {
  const version = round.versions.at(-1);
  if (!version) throw new Error(`Round ${round.id} has no version`);
  return version;
}
