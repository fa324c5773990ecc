import type { Day, Instant } from './calendar.ts';
import type { Document } from './document.ts';
import type { Concern } from './concern.ts';
import type { MemberId, RelayId } from './ids.ts';
import type { Objection } from './objection.ts';
import type { ReplacedDecision } from './replacing.ts';
import type { RelayedAnswer } from './relayed-answer.ts';
import { currentVersion, type ExcuseReason, type Extension } from './round.ts';
import type { Round, SilencePolicy } from './round.ts';
import type { Version } from './version.ts';
import { countedAnswer, excusedMembers, requiredMembers } from './standing.ts';

/** What one person who was asked answered, as the record keeps it. */
export type RecordedAnswer = { readonly member: MemberId } & (
  | {
      readonly kind: 'consent';
      readonly note: string | null;
      readonly at: Instant;
      readonly relayId?: RelayId;
      /** Who wrote it down as given at a meeting; absent elsewhere. */
      readonly atMeetingBy?: MemberId;
    }
  | { readonly kind: 'excused'; readonly reason: ExcuseReason }
  /** Did not answer, and the circle's policy let the round close: never a consent. */
  | { readonly kind: 'silent' }
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
  /** The decision that it took the place of; null for none (docs/process.md §10 case 16). */
  readonly replacesDecision: ReplacedDecision | null;
  /** A supporting document's address. */
  readonly link: string | null;
  readonly versionNumber: number;
  /** Every text that was asked about, in order. */
  readonly versions: readonly Version[];
  readonly answers: readonly RecordedAnswer[];
  /** The person whom it named; null where it named nobody. */
  readonly concerns: Concern | null;
  readonly silencePolicy: SilencePolicy;
  /** The day of that policy; null under `explicit`. */
  readonly silenceAdoptedOn: Day | null;
  readonly extensions: readonly Extension[];
  readonly objections: readonly Objection[];
  /** Answers that were given outside Slack, for ever shown as relayed. */
  readonly relays: readonly RelayedAnswer[];
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
  const { link, versions, replacesDecision } = round;
  return {
    replacesDecision,
    link,
    versions,
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
    concerns: round.terms.concerns ?? null,
    silencePolicy: round.terms.silencePolicy,
    silenceAdoptedOn: round.terms.silenceAdoptedOn ?? null,
    extensions: round.extensions,
    objections: round.objections,
    relays: round.relays,
    decidedAt: ending.at,
    closedBy: ending.by,
  };
}

/**
 * Notes to look at again at the review: "something to watch", from consents and from objections
 * that became one (docs/process.md §2.6).
 */
export function notesToWatch(record: DecisionRecord): { member: MemberId; note: string }[] {
  const notes = record.answers.flatMap((answer) =>
    answer.kind === 'consent' && answer.note ? [{ member: answer.member, note: answer.note }] : [],
  );
  const fromObjections = record.objections
    .flatMap(({ by, noted }) => (noted ? [{ member: by, note: noted.note }] : []))
    .filter((one) => !notes.some(({ member, note }) => member === one.member && note === one.note));
  return [...notes, ...fromObjections];
}

/** Who was asked, was able to answer, and did not (docs/process.md §2.5). */
export function silentIn(record: DecisionRecord): MemberId[] {
  return record.answers.filter(({ kind }) => kind === 'silent').map(({ member }) => member);
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
    const answer = countedAnswer(round, member);
    if (answer?.kind !== 'consent') return [{ member, kind: 'silent' }];
    const { note, at, relayId, atMeetingBy } = answer;
    return [
      {
        member,
        kind: 'consent',
        note,
        at,
        ...(relayId && { relayId }),
        ...(atMeetingBy && { atMeetingBy }),
      },
    ];
  });
  const excused = excusedMembers(round).flatMap((member): RecordedAnswer[] => {
    const reason = round.asked.get(member)?.excused?.reason;
    return reason ? [{ member, kind: 'excused', reason }] : [];
  });
  return [...answered, ...excused];
}
