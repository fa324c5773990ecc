import type { Aftermath } from './aftermath.ts';
import type { Day, Instant } from './calendar.ts';
import type { Closing } from './circle.ts';
import type { Concern } from './concern.ts';
import type { CircleId, MemberId, RelayId, RoundId, TeamId } from './ids.ts';
import type { Meeting } from './meeting.ts';
import type { Objection } from './objection.ts';
import type { Pause } from './pause.ts';
import type { RelayedAnswer } from './relayed-answer.ts';
import type { Shortened } from './shortening-history.ts';
import type { ReplacedDecision } from './replacing.ts';
import type { StandIn } from './standing-in.ts';
import type { QuestionStep } from './question-step.ts';
import type { ProposalTopic } from './silence.ts';
import type { WasAway } from './was-away.ts';
import type { Version } from './version.ts';
import type { VoidWish } from './void-event.ts';

/** What silence means in a round. Frozen into it when it opens (docs/process.md §D3, §2.5). */
export type SilencePolicy = 'explicit' | 'floor' | 'lazy';

/** The circle's agreements as they were when the round opened; later changes do not touch it. */
export type RoundTerms = {
  readonly silencePolicy: SilencePolicy;
  /** The day on which the circle adopted that policy; absent under `explicit`. */
  readonly silenceAdoptedOn?: Day;
  /** Small, reversible, and reviewed within three months (docs/process.md §2.1). */
  readonly isQuick?: boolean;
  /** What it is about; absent for the circle's own work (docs/process.md §2.5). */
  readonly topic?: ProposalTopic;
  /** The person whom it names; absent where it names nobody (docs/process.md §2.7). */
  readonly concerns?: Concern;
  /** Why only some may read it; absent where the whole circle may (docs/process.md §4.4). */
  readonly confidential?: string;
  readonly closing: Closing;
  readonly graceHours: number;
  /** The circle's aim: the yardstick for objections. */
  readonly aim: string;
};

/** Why a person who was asked need not answer: visible, never silent (docs/process.md §2.7). */
export type ExcuseReason = AbsenceReason | 'own_wish';
/** Why a person is not here, whatever they wish (docs/process.md §2.7). */
export type AbsenceReason = 'left' | 'on_leave' | 'deactivated';

/** A person whom the current version asks; `excused` while they need not answer. */
export type Asked = {
  readonly member: MemberId;
  readonly excused: {
    readonly reason: ExcuseReason;
    readonly at: Instant;
    /** Why they wished to be left out, in their own words. */
    readonly why?: string;
  } | null;
};

/** The answer that stands. Every earlier one is in the round's history. */
export type Answer = {
  readonly member: MemberId;
  readonly versionNumber: number;
  readonly at: Instant;
  /** How it was relayed; absent where the person gave it themselves (§10 case 18). */
  readonly relayId?: RelayId;
  /** Who wrote it down as given at a meeting; absent elsewhere (docs/process.md §2.1). */
  readonly atMeetingBy?: MemberId;
} & (
  | { readonly kind: 'consent'; readonly note: string | null }
  | { readonly kind: 'objection' }
  | { readonly kind: 'more_time'; readonly needs: string | null; readonly untilAt: Instant }
);

/** What somebody asked: no answer, and nothing waits for it (docs/process.md §2.3). */
export type Question = {
  readonly by: MemberId;
  readonly at: Instant;
  readonly text: string;
  /** What the proposer answered; null while the question is open (docs/process.md §2.1). */
  readonly reply: { readonly by: MemberId; readonly at: Instant; readonly text: string } | null;
};

/** Why a deadline moved (docs/process.md §2.2, §2.4, §10 case 24). */
export type ExtensionCause = 'silence' | 'member' | 'facilitator' | 'hold' | 'outage';

/** How a round ended. There is no "rejected" (docs/process.md §0 invariant 8). */
export type Ending = { readonly at: Instant; readonly by: MemberId | null } & (
  | { readonly kind: 'decided'; readonly decisionNumber: number }
  | { readonly kind: 'withdrawn'; readonly reason: string | null }
  /** Opened by mistake: who said so, and `by` agreed. */
  | { readonly kind: 'void'; readonly reason: string; readonly askedBy: MemberId }
);

/** One move of the deadline, for the card and the record (docs/process.md §2.2). */
export type Extension = {
  readonly at: Instant;
  readonly by: MemberId | null;
  readonly deadlineAt: Instant;
  readonly cause: ExtensionCause | 'urgency' | 'given_back';
  readonly reason: string | null;
};

/** Somebody's "I need more time", also when it is over, for the record (docs/process.md §2.2). */
export type Hold = {
  readonly member: MemberId;
  readonly at: Instant;
  readonly untilAt: Instant;
  /** Taken a second time for the same version: there is no third. */
  readonly isRenewal: boolean;
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
  /** The decision that it is about, as data; null for none. */
  readonly replacesDecision: ReplacedDecision | null;
  /** A supporting document's address. */
  readonly link: string | null;
  readonly terms: RoundTerms;
  /** The question step, and what was said in it. */
  readonly step: QuestionStep;
  readonly openedAt: Instant;
  readonly versions: readonly Version[];
  readonly asked: ReadonlyMap<MemberId, Asked>;
  /** Everybody whom any of its versions asked: what they read once they may read again. */
  readonly everAsked: ReadonlySet<MemberId>;
  /** Whether the current version asks learning members too, as agreed when it opened (§2.7). */
  readonly asksLearning: boolean;
  readonly answers: ReadonlyMap<MemberId, Answer>;
  /** When an answer last went: taken back, a hold that ended, an objection that left its owner. */
  readonly unansweredAt: ReadonlyMap<MemberId, Instant>;
  readonly objections: readonly Objection[];
  readonly questions: readonly Question[];
  /** Answers given outside Slack, in the order in which they were written down. */
  readonly relays: readonly RelayedAnswer[];
  /** Who was not asked and wished to be. */
  readonly askingWishes: readonly MemberId[];
  /** Who has stood in for a missing facilitator, in order. */
  readonly standIns: readonly StandIn[];
  /** Who asked for help with the words of an objection, and when last (docs/process.md §2.6). */
  readonly helpAsked: ReadonlyMap<MemberId, Instant>;
  /** Since when an unchanged text is asked about again: earlier answers are to confirm (§2.6). */
  readonly askedAgainAt: Instant | null;
  /** Every pause that somebody took, in order. */
  readonly holds: readonly Hold[];
  /** How many of them count for the version that is asked about. */
  readonly holdsTaken: ReadonlyMap<MemberId, number>;
  readonly deadlineAt: Instant;
  /** Every move of the deadline, in order. */
  readonly extensions: readonly Extension[];
  /** What was shortened of the window that now runs; null where nothing was (§2.2). */
  readonly shortened: Shortened | null;
  readonly marks: ClockMarks;
  readonly pause: Pause | null;
  readonly ending: Ending | null;
  /** Somebody says it was opened by mistake, and the other party has not agreed (§2.1). */
  readonly voidWish: VoidWish | null;
  /** Since when its proposer is gone, and until when a member may adopt it; null else (§2.4). */
  readonly proposerGone: { readonly at: Instant; readonly untilAt: Instant } | null;
  /** What meetings about it came to, in order. */
  readonly meetings: readonly Meeting[];
  /** What came after the closing. */
  readonly aftermath: Aftermath;
  /** Who was silent at the close and said afterwards that they were away. */
  readonly wasAway: readonly WasAway[];
  /** When it last went to a meeting: what comes after begins a new go (docs/process.md §D7). */
  readonly lastMeetingAt: Instant | null;
  /** When somebody beside the proposer last answered or asked something; null where nobody did. */
  readonly lastHeardAt: Instant | null;
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
