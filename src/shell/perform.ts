import type { Circle, CircleEvent } from '../core/circle.ts';
import { evolveCircle } from '../core/circle-history.ts';
import { circleDirects } from '../core/circle-people.ts';
import { decideCircle, type CircleCommand, type CircleRefusal } from '../core/circle-change.ts';
import { nextDueAt } from '../core/clock.ts';
import { circleFor } from '../core/concern.ts';
import { decideRound, type RoundCommand, type RoundOutcome } from '../core/decide-round.ts';
import type { CircleId, RoundId, TeamId } from '../core/ids.ts';
import { noticesOf, type Notice } from '../core/notice.ts';
import { decideProposal, type ProposalRefusal, type ProposeCommand } from '../core/proposal.ts';
import type { Round } from '../core/round.ts';
import type { RoundEvent } from '../core/round-event.ts';
import { evolveRound, replayRound } from '../core/round-history.ts';
import { broughtTo } from '../core/replacing.ts';
import { isRefused } from '../core/ruling.ts';
import { outgoing } from './outgoing.ts';
import { Remembered } from './remembered.ts';
import { StaleState, type NewNotice, type RoundCommit, type Store } from './store.ts';

/** A clash means that another process was first; after this many it is a fault. */
const ATTEMPTS_MAX = 5;

/** What a command on a round came to. Refused or not, what the clock brought is recorded. */
export type RoundResult = {
  readonly refused: RoundOutcome['refused'];
  readonly round: Round;
  readonly circle: Circle;
  /** What was recorded, in order; empty where the command changed nothing. */
  readonly events: readonly RoundEvent[];
};

export type CircleResult =
  | { readonly refused: CircleRefusal }
  | { readonly circle: Circle; readonly events: readonly CircleEvent[] };

type Recorded = Pick<RoundOutcome, 'events' | 'round' | 'at'> & Pick<RoundCommit, 'sentFrom'>;

/** A round, and its circle as this round knows it (docs/process.md §2.7). */
export type RoundInCircle = { readonly round: Round; readonly circle: Circle };

/** The one way of changing anything: load, decide, commit. */
export class Performer {
  readonly #store: Store;
  readonly #onCommitted: () => void;
  readonly #rounds = new Remembered<RoundId, Round>();
  readonly #circles = new Remembered<CircleId, Circle>();

  /**
   * @param store where everything is recorded
   * @param onCommitted called after every commit that left notices, so that the outbox wakes
   */
  constructor(store: Store, onCommitted: () => void) {
    this.#store = store;
    this.#onCommitted = onCommitted;
  }

  /**
   * Opens a round: stored before anything is posted. Sent twice with the same id, it opens once.
   * The draft that it was `sentFrom` is gone with it; one that was saved since is `StaleState`.
   * Throws for an unknown circle. Source: docs/process.md §2.1.
   */
  async propose(
    circleId: CircleId,
    draft: Omit<ProposeCommand, 'number' | 'replaced'>,
    sentFrom?: RoundCommit['sentFrom'],
  ): Promise<{ readonly refused: ProposalRefusal } | { readonly round: Round }> {
    const known = await this.round(draft.id);
    if (known) return { round: known.round };
    const circle = await this.#circleNow(circleId);
    const { replacing } = draft;
    const replaced = replacing ? await this.decided(circle.teamId, replacing.number) : null;
    const probe = decideProposal(circle, { ...draft, replaced, number: 0 });
    if (isRefused(probe)) return probe;

    const number = await this.#store.nextNumber(circle.teamId, 'proposal');
    const ruling = decideProposal(circle, { ...draft, replaced, number });
    if (isRefused(ruling)) return ruling;
    const { events } = ruling;
    const opened = { events, round: replayRound(events), at: draft.at, sentFrom };
    await this.#commitRound(null, opened, circle);
    return { round: opened.round };
  }

  /** Performs a command; resolves when its events are on disk. Throws for an unknown round. */
  onRound(id: RoundId, command: RoundCommand): Promise<RoundResult> {
    return retrying(() => this.#onRound(id, command));
  }

  /** Changes a circle, and lets its open rounds see the change at once (§2.7, §10 case 3). */
  async onCircle(id: CircleId, command: CircleCommand): Promise<CircleResult> {
    const result = await retrying(() => this.#onCircle(id, command));
    if ('refused' in result || result.events.length === 0) return result;
    for (const roundId of await this.#store.openRoundsOf(id)) {
      await this.onRound(roundId, { type: 'look_at_clock', at: command.at, by: null });
    }
    return result;
  }

  /** A round with its circle as recorded; null where there is none. */
  async round(id: RoundId): Promise<RoundInCircle | null> {
    const round = await this.#loadRound(id, this.#store.exclusive);
    return round && { round, circle: circleFor(round, await this.#circleNow(round.circleId)) };
  }

  /** The round that was decided with this number; null where there is none. */
  async decided(teamId: TeamId, number: number): Promise<Round | null> {
    const id = await this.#store.decisionNumbered(teamId, number);
    return id && this.#loadRound(id, this.#store.exclusive);
  }

  async circle(id: CircleId): Promise<Circle | null> {
    const known = this.#store.exclusive ? this.#circles.get(id) : undefined;
    if (known) return known;
    const events = await this.#store.circleEvents(id);
    const circle = events.reduce<Circle | null>(evolveCircle, null);
    return circle && this.#store.exclusive ? this.#circles.loaded(id, circle) : circle;
  }

  async #onRound(id: RoundId, command: RoundCommand): Promise<RoundResult> {
    const circle = await this.#prepare(id);
    const round = this.#latest(id);
    const outcome = decideRound(round, command, { circle, decisionNumber: 0 });
    if (!closes(outcome)) return this.#record(round, outcome, circle);

    const decisionNumber = await this.#store.nextNumber(circle.teamId, 'decision');
    const numbered = command.type === 'decide' ? { ...command, decisionNumber } : command;
    const latest = this.#latest(id);
    const final = decideRound(latest, numbered, { circle, decisionNumber });
    return this.#record(latest, final, circle);
  }

  /** Sees to it that the round is in memory, and gives its circle. */
  async #prepare(id: RoundId): Promise<Circle> {
    const round = await this.#loadRound(id, true);
    if (!round) throw new Error(`There is no round ${id}`);
    // The decision that it is about changes with it.
    if (round.replacesDecision) await this.#loadRound(round.replacesDecision.roundId, true);
    return circleFor(round, await this.#circleNow(round.circleId));
  }

  /**
   * The state that the next command is decided on. Between this and the `decided` that follows
   * nothing may be awaited: that is what makes a hundred answers at once a hundred answers.
   */
  #latest(id: RoundId): Round {
    const round = this.#rounds.get(id);
    if (!round) throw new StaleState(`Round ${id} is no longer in memory`);
    return round;
  }

  async #record(before: Round, outcome: RoundOutcome, circle: Circle): Promise<RoundResult> {
    const { events, refused, round } = outcome;
    if (events.length > 0) await this.#commitRound(before, outcome, circle);
    return { refused, round, circle, events };
  }

  async #commitRound(
    before: Round | null,
    { events, round: after, at, sentFrom }: Recorded,
    circle: Circle,
  ): Promise<void> {
    const commitOf = (change: RoundChange): RoundCommit => ({
      ...change,
      notices: noticesFor(change.before, change.events, circle),
      nextDueAt: nextDueAt(change.after, circle, at),
    });
    const own = { ...commitOf({ before, after, events }), sentFrom };
    const others = this.#alsoChanged(own).map(commitOf);
    const kept = [own, ...others].map((each) => ({
      id: each.after.id,
      epoch: this.#rounds.decided(each.after.id, each.after),
    }));
    try {
      await this.#store.commitRound(own, ...others);
      if (own.notices.length > 0) this.#onCommitted();
    } catch (error) {
      for (const { id, epoch } of kept) this.#rounds.forget(id, epoch);
      throw error;
    }
  }

  /** The decision that the round is about, where its end changes it (docs/process.md §10 case 16). */
  #alsoChanged({ after, events }: RoundChange): RoundChange[] {
    if (!after.replacesDecision || !events.some(isEnd)) return [];
    const before = this.#latest(after.replacesDecision.roundId);
    const brought = broughtTo(before, after, events);
    if (brought.length === 0) return [];
    return [{ before, after: brought.reduce<Round>(evolveRound, before), events: brought }];
  }

  async #onCircle(id: CircleId, command: CircleCommand): Promise<CircleResult> {
    await this.circle(id);
    const before = this.#store.exclusive ? (this.#circles.get(id) ?? null) : await this.circle(id);
    const ruling = decideCircle(before, command);
    if (isRefused(ruling)) return ruling;
    const { events } = ruling;
    const after = events.reduce<Circle | null>(evolveCircle, before);
    if (!after) throw new Error(`There is no circle ${id}`);
    if (events.length > 0) await this.#commitCircle(before, after, events);
    return { circle: after, events };
  }

  async #commitCircle(
    before: Circle | null,
    after: Circle,
    events: readonly CircleEvent[],
  ): Promise<void> {
    const epoch = this.#circles.decided(after.id, after);
    const notices = circleNoticesFor(before, events);
    try {
      await this.#store.commitCircle({ before, after, events, notices });
      this.#onCommitted();
    } catch (error) {
      this.#circles.forget(after.id, epoch);
      throw error;
    }
  }

  async #loadRound(id: RoundId, mayRemember: boolean): Promise<Round | null> {
    const known = mayRemember ? this.#rounds.get(id) : undefined;
    if (known) return known;
    const events = await this.#store.roundEvents(id);
    if (events.length === 0) return null;
    const round = replayRound(events);
    return mayRemember ? this.#rounds.loaded(id, round) : round;
  }

  async #circleNow(id: CircleId): Promise<Circle> {
    const circle = await this.circle(id);
    if (!circle) throw new Error(`There is no circle ${id}`);
    return circle;
  }
}

type RoundChange = Pick<RoundCommit, 'before' | 'after' | 'events'>;

function isEnd({ type }: RoundEvent): boolean {
  return type === 'round_decided' || type === 'round_reopened';
}

/** Closing needs a number, unless one was kept from before the round was opened again. */
function closes({ events }: RoundOutcome): boolean {
  return events.some((event) => event.type === 'round_decided' && event.decisionNumber === 0);
}

function noticesFor(
  before: Round | null,
  events: readonly RoundEvent[],
  circle: Circle,
): NewNotice[] {
  const notices = new Map<string, NewNotice>();
  let round = before;
  for (const event of events) {
    round = evolveRound(round, event);
    for (const notice of noticesOf(event, round, circle)) {
      const sent = outgoing(circle.teamId, notice, event.at);
      notices.set(sent.key, sent);
    }
  }
  return [...notices.values()];
}

/** Every change is told in the channel; some are told to single people too. */
function circleNoticesFor(before: Circle | null, events: readonly CircleEvent[]): NewNotice[] {
  let circle = before;
  return events.flatMap((event) => {
    const after = evolveCircle(circle, event);
    circle = after;
    const news: Notice = { kind: 'circle_news', circleId: after.id, seq: after.seq };
    const notices: Notice[] = [news, ...circleDirects(event, after)];
    return notices.map((notice) => outgoing(after.teamId, notice, event.at));
  });
}

async function retrying<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StaleState) || attempts >= ATTEMPTS_MAX) throw error;
    }
  }
}
