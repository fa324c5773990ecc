import type { Day, Instant } from './calendar.ts';
import type { Document } from './document.ts';
import type { MemberId } from './ids.ts';
import type { Objection } from './objection.ts';
import { currentVersion, type ExcuseReason, type Extension } from './round.ts';
import type { Round, SilencePolicy } from './round.ts';
import { excusedMembers, requiredMembers } from './standing.ts';

/** What one person who was asked answered, as the record keeps it. */
export type RecordedAnswer = { readonly member: MemberId } & (
  | { readonly kind: 'consent'; readonly note: string | null; readonly at: Instant }
  | { readonly kind: 'excused'; readonly reason: ExcuseReason }
);

/**
 * The record of a decision: everything that a reader years later needs in order to see what was
 * decided, by whom, and what each objection improved.
 *
 * Source: docs/process.md §4.1, §0 invariants 9 and 10.
 */
export type DecisionRecord = {
  /** D-12: numbered within the workspace. */
  readonly number: number;
  readonly title: string;
  readonly need: string;
  readonly document: Document;
  readonly aim: string;
  readonly owner: MemberId;
  readonly proposedBy: MemberId;
  readonly reviewOn: Day;
  readonly replaces: string | null;
  readonly versionNumber: number;
  readonly answers: readonly RecordedAnswer[];
  readonly silencePolicy: SilencePolicy;
  readonly extensions: readonly Extension[];
  readonly objections: readonly Objection[];
  readonly openedAt: Instant;
  readonly deadlineAt: Instant;
  readonly decidedAt: Instant;
  /** Null where the circle's own agreement closed it (closing: automatic). */
  readonly closedBy: MemberId | null;
};

/** The record of a round that was decided; null for every other round. */
export function decisionOf(round: Round): DecisionRecord | null {
  const { ending } = round;
  if (ending?.kind !== 'decided') return null;
  const version = currentVersion(round);
  const { title, need, owner, proposedBy, reviewOn, replaces, openedAt, deadlineAt } = round;
  return {
    title,
    need,
    owner,
    proposedBy,
    reviewOn,
    replaces,
    openedAt,
    deadlineAt,
    number: ending.decisionNumber,
    document: version.document,
    aim: round.terms.aim,
    versionNumber: version.number,
    answers: recordedAnswers(round),
    silencePolicy: round.terms.silencePolicy,
    extensions: round.extensions,
    objections: round.objections,
    decidedAt: ending.at,
    closedBy: ending.by,
  };
}

/** Notes to look at again at the review: "something to watch" (docs/process.md §2.6). */
export function notesToWatch(record: DecisionRecord): { member: MemberId; note: string }[] {
  return record.answers.flatMap((answer) =>
    answer.kind === 'consent' && answer.note ? [{ member: answer.member, note: answer.note }] : [],
  );
}

/** "v2, 7 of 7 answered": the numbers of the outcome line (docs/process.md §4.1). */
export function outcomeOf(record: DecisionRecord): {
  versionNumber: number;
  answered: number;
  asked: number;
} {
  const asked = record.answers.filter(({ kind }) => kind !== 'excused').length;
  const answered = record.answers.filter(({ kind }) => kind === 'consent').length;
  return { versionNumber: record.versionNumber, answered, asked };
}

function recordedAnswers(round: Round): RecordedAnswer[] {
  const answered = requiredMembers(round).flatMap((member): RecordedAnswer[] => {
    const answer = round.answers.get(member);
    if (answer?.kind !== 'consent') return [];
    return [{ member, kind: 'consent', note: answer.note, at: answer.at }];
  });
  const excused = excusedMembers(round).flatMap((member): RecordedAnswer[] => {
    const reason = round.asked.get(member)?.excused?.reason;
    return reason ? [{ member, kind: 'excused', reason }] : [];
  });
  return [...answered, ...excused];
}
