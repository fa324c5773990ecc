import type { Instant } from '../core/calendar.ts';
import type { Circle, CircleEvent } from '../core/circle.ts';
import type { ChannelId, CircleId, DraftId, MemberId } from '../core/ids.ts';
import type { ObjectionId, RoundId, TeamId } from '../core/ids.ts';
import type { KeptDraft } from '../core/kept-draft.ts';
import type { Notice } from '../core/notice.ts';
import type { Round } from '../core/round.ts';
import type { RoundEvent } from '../core/round-event.ts';

/** Events of one round, the round before and after them, and the notices they cause. */
export type RoundCommit = {
  /** Null where the round is being opened. */
  readonly before: Round | null;
  readonly after: Round;
  /** In order; the first gets number `before.seq + 1`. */
  readonly events: readonly RoundEvent[];
  readonly notices: readonly NewNotice[];
  /** When the clock next has something to do in this round; null for never. */
  readonly nextDueAt: Instant | null;
  /** The draft that it was sent from: gone in the same moment, and so sent once only. */
  readonly sentFrom?: { readonly id: DraftId; readonly revision: number } | undefined;
};

/** A draft as it is to be kept, and who is told of it. */
export type DraftCommit = {
  readonly draft: KeptDraft;
  readonly notices: readonly NewNotice[];
};

/** Events of one circle, the circle before and after them, and the notices they cause. */
export type CircleCommit = {
  readonly before: Circle | null;
  readonly after: Circle;
  readonly events: readonly CircleEvent[];
  readonly notices: readonly NewNotice[];
};

/**
 * A notice to be written with what it tells of.
 *
 * `key` makes it one of a kind: a notice whose key is still waiting becomes one with it, and one
 * whose key was delivered is asked for again. `stream` is what must stay in order.
 */
export type NewNotice = {
  readonly key: string;
  readonly stream: string;
  readonly teamId: TeamId;
  readonly notice: Notice;
  readonly createdAt: Instant;
  readonly dueAt: Instant;
};

/** A notice taken for delivery. `generation` grows each time its key is asked for again. */
export type LeasedNotice = NewNotice & {
  readonly id: number;
  readonly generation: number;
  /** Attempts before this one. */
  readonly attempts: number;
};

/** How an attempt to deliver ended, short of delivery. */
export type Postponement = {
  readonly dueAt: Instant;
  /** False where the wait is by choice (working hours, a card still to come). */
  readonly counts: boolean;
  /** Slack's error code or the fault's name; never text that people wrote. */
  readonly error: string | null;
};

/** Where the round's card is in Slack. */
export type CardMessage = {
  readonly roundId: RoundId;
  readonly channelId: ChannelId;
  readonly ts: string;
};

/** Where the message of an objection is in Slack. */
export type ObjectionMessage = CardMessage & { readonly objectionId: ObjectionId };

/** A message that tells of a round, where it is in Slack: in a channel, or sent to one person. */
export type RoundMessage = CardMessage & {
  readonly teamId: TeamId;
  /** The message in whose thread it stands; null where it stands by itself. */
  readonly threadTs: string | null;
};

/** Where a message is in Slack. */
export type Place = Pick<RoundMessage, 'teamId' | 'channelId' | 'ts'>;

/** What /decisions lists: enough for a line; the record itself is told by the round. */
export type DecisionLine = {
  readonly number: number;
  readonly roundId: RoundId;
  readonly circleId: CircleId;
  readonly title: string;
  readonly owner: MemberId;
  readonly decidedAt: Instant;
  readonly reviewOn: string;
  /** Since when it is not acted on; null while it is in force. */
  readonly pausedAt: Instant | null;
};

/** Another command changed the round or circle first; load it again and decide anew. */
export class StaleState extends Error {
  override readonly name = 'StaleState';
}

/**
 * All that the shell asks of a database. Every write is on disk when its promise resolves.
 *
 * Commits made in one turn of the event loop are made durable together, each whole or not at all.
 * `commitRound` and `commitCircle` throw `StaleState` where `before.seq` is no longer the last.
 */
export type Store = {
  readonly kind: 'sqlite' | 'postgres';
  /** True where no other process writes to this database, so that memory may be trusted. */
  readonly exclusive: boolean;

  /** `others` are rounds that change with it: all of them in one transaction, or none. */
  commitRound(commit: RoundCommit, ...others: readonly RoundCommit[]): Promise<void>;
  commitCircle(commit: CircleCommit): Promise<void>;
  /** Numbers for members' eyes (P-31, D-12), per workspace. A number is given once. */
  nextNumber(teamId: TeamId, kind: 'proposal' | 'decision'): Promise<number>;

  /** Events in order; empty where there is no such round or circle. */
  roundEvents(id: RoundId): Promise<RoundEvent[]>;
  circleEvents(id: CircleId): Promise<CircleEvent[]>;

  circleOfChannel(teamId: TeamId, channelId: ChannelId): Promise<CircleId | null>;
  /** Circles that the person belongs to in any way, by name. */
  circlesOf(teamId: TeamId, member: MemberId): Promise<CircleId[]>;
  roundNumbered(teamId: TeamId, number: number): Promise<RoundId | null>;
  decisionNumbered(teamId: TeamId, number: number): Promise<RoundId | null>;
  /** Rounds that have not ended (parked and at-a-meeting ones too), oldest deadline first. */
  openRoundsOf(circleId: CircleId): Promise<RoundId[]>;
  openRounds(): Promise<RoundId[]>;
  /** Open rounds that ask this person, who has not answered; by deadline. */
  roundsWaitingFor(teamId: TeamId, member: MemberId): Promise<RoundId[]>;
  /** Rounds whose clock has something to do at `now`, at most `limit`, longest due first. */
  dueRounds(now: Instant, limit: number): Promise<RoundId[]>;
  /** Decisions of these circles, newest first; each of `words` stands in title, need or text. */
  findDecisions(search: {
    readonly teamId: TeamId;
    readonly circleIds: readonly CircleId[];
    readonly words: readonly string[];
    readonly limit: number;
  }): Promise<DecisionLine[]>;

  /**
   * Takes due notices, oldest first, for `leaseMs`; of each stream only the first one waiting, so
   * that order holds. Another worker does not see them until the lease is over.
   */
  leaseNotices(now: Instant, limit: number, leaseMs: number): Promise<LeasedNotice[]>;
  /** Frees what a process that is no more had taken; for the start, where `exclusive` holds. */
  releaseLeases(): Promise<void>;
  /** Delivered, unless its key was asked for again meanwhile: then it waits on. */
  noticeDelivered(leased: LeasedNotice, at: Instant): Promise<void>;
  /** Nothing had to be sent after all: no longer waiting, and not counted as delivered. */
  noticeNeedless(leased: LeasedNotice): Promise<void>;
  noticePostponed(leased: LeasedNotice, postponement: Postponement): Promise<void>;
  noticeGivenUp(leased: LeasedNotice, at: Instant, error: string): Promise<void>;
  /** Writes notices of the shell's own, outside any round's commit. */
  addNotices(notices: readonly NewNotice[]): Promise<void>;
  /** Makes every waiting notice of these rounds due at `at`: the channel can be reached again. */
  hastenNotices(roundIds: readonly RoundId[], at: Instant): Promise<void>;
  /** When the next waiting notice is due; null where none waits. */
  nextNoticeAt(): Promise<Instant | null>;
  /** Creation of the oldest notice that is due and undelivered, for health; null where none is. */
  oldestWaitingNotice(now: Instant): Promise<Instant | null>;
  /** When a notice with this key was last delivered, though it be asked for again since. */
  lastDeliveredAt(key: string): Promise<Instant | null>;

  cardOf(roundId: RoundId): Promise<CardMessage | null>;
  /** Remembers the one live card of a round, in place of any earlier one. */
  saveCard(card: CardMessage, at: Instant): Promise<void>;

  objectionMessageOf(roundId: RoundId, objectionId: ObjectionId): Promise<ObjectionMessage | null>;
  /** Remembers the one live message of an objection, in place of any earlier one. */
  saveObjectionMessage(message: ObjectionMessage, at: Instant): Promise<void>;

  /** What a message tells of: a card, what is below it, or what one person was sent. */
  messageAt(place: Place): Promise<RoundMessage | null>;
  /** Remembers of which round a message tells; a card and an objection's are remembered anyway. */
  saveMessage(message: RoundMessage, at: Instant): Promise<void>;

  draftOf(id: DraftId): Promise<KeptDraft | null>;
  /** A person's own drafts, and those that they were invited to, newest first. */
  draftsOf(teamId: TeamId, member: MemberId): Promise<KeptDraft[]>;
  /** Throws `StaleState` where the draft is not at the revision before this one. */
  saveDraft(commit: DraftCommit): Promise<void>;
  /** Really deletes it: a draft is no history. */
  discardDraft(id: DraftId): Promise<void>;

  /** Remembers when a timer last ran, across restarts. */
  saveTimerRun(name: string, at: Instant): Promise<void>;
  lastTimerRun(name: string): Promise<Instant | null>;

  /** Throws where the database cannot be written to. */
  checkHealth(): Promise<void>;
  /** Waits for what is being written, then closes. */
  close(): Promise<void>;
};
