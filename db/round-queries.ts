import { and, asc, eq, gte, isNull, lte, max, ne, notExists, or, sql } from 'drizzle-orm';
import type { Instant } from '../src/core/calendar.ts';
import type { CircleId, MemberId, RoundId, TeamId } from '../src/core/ids.ts';
import type { CardMessage } from '../src/shell/store.ts';
import { saveMessage } from './round-message-queries.ts';
import { one, rows, run, type Unit } from './unit.ts';

/** The round with the number that members see, or null. */
export function roundNumbered(teamId: TeamId, number: number): Unit<RoundId | null> {
  return function* ({ db, tables: { rounds } }) {
    const found = yield* one(
      db
        .select({ id: rounds.id })
        .from(rounds)
        .where(and(eq(rounds.team_id, teamId), eq(rounds.number, number))),
    );
    return found?.id ?? null;
  };
}

/** Rounds that have not ended, of one circle or of all, oldest deadline first. */
export function openRounds(circleId: CircleId | null): Unit<RoundId[]> {
  return function* ({ db, tables: { rounds } }) {
    const ofCircle = circleId === null ? undefined : eq(rounds.circle_id, circleId);
    const found = yield* rows(
      db
        .select({ id: rounds.id })
        .from(rounds)
        .where(and(ofCircle, isNull(rounds.ended_at)))
        .orderBy(asc(rounds.deadline_at), asc(rounds.number)),
    );
    return found.map(({ id }) => id);
  };
}

/**
 * Open rounds that ask this person, who has not answered; by deadline. A parked round takes no
 * answers and asks nobody. It goes by way of the person's circles and their open rounds, so that
 * all that was ever decided costs nothing.
 */
export function roundsWaitingFor(teamId: TeamId, member: MemberId): Unit<RoundId[]> {
  return function* ({ db, tables: { memberships, rounds, asked, answers, versions } }) {
    // An answer to a text before the latest of substance is to be confirmed (§D6).
    const ofRound = and(eq(versions.round_id, rounds.id), eq(versions.change, 'substance'));
    const askedNow = db
      .select({ number: max(versions.number) })
      .from(versions)
      .where(ofRound);
    const answered = db
      .select({ one: sql`1` })
      .from(answers)
      .where(
        and(
          eq(answers.round_id, rounds.id),
          eq(answers.member_id, member),
          or(isNull(rounds.asked_again_at), gte(answers.answered_at, rounds.asked_again_at)),
          gte(answers.version_number, askedNow),
        ),
      );
    const found = yield* rows(
      db
        .select({ id: rounds.id })
        .from(memberships)
        .innerJoin(
          rounds,
          and(eq(rounds.circle_id, memberships.circle_id), isNull(rounds.ended_at)),
        )
        .innerJoin(
          asked,
          and(
            eq(asked.round_id, rounds.id),
            eq(asked.version_number, rounds.version_number),
            eq(asked.member_id, memberships.member_id),
          ),
        )
        .where(
          and(
            eq(memberships.team_id, teamId),
            eq(memberships.member_id, member),
            isNull(asked.excused_at),
            or(isNull(rounds.pause_kind), ne(rounds.pause_kind, 'parked')),
            notExists(answered),
          ),
        )
        .orderBy(asc(rounds.deadline_at), asc(rounds.number)),
    );
    return found.map(({ id }) => id);
  };
}

/**
 * Rounds whose clock has something to do at `now`, longest due first. Also rounds that have ended:
 * what was raised later waits for an answer.
 */
export function dueRounds(now: Instant, limit: number): Unit<RoundId[]> {
  return function* ({ db, tables: { rounds } }) {
    const found = yield* rows(
      db
        .select({ id: rounds.id })
        .from(rounds)
        .where(lte(rounds.next_due_at, now))
        .orderBy(asc(rounds.next_due_at))
        .limit(limit),
    );
    return found.map(({ id }) => id);
  };
}

/** Where the round's card is, or null. */
export function cardOf(roundId: RoundId): Unit<CardMessage | null> {
  return function* ({ db, tables: { cards } }) {
    const { round_id, channel_id, ts } = cards;
    return yield* one(
      db
        .select({ roundId: round_id, channelId: channel_id, ts })
        .from(cards)
        .where(eq(round_id, roundId)),
    );
  };
}

/** Remembers the one live card of a round. Throws for an unknown round. */
export function saveCard({ roundId, channelId, ts }: CardMessage, at: Instant): Unit<void> {
  return function* (context) {
    const {
      db,
      tables: { rounds, cards },
    } = context;
    const round = yield* one(
      db.select({ teamId: rounds.team_id }).from(rounds).where(eq(rounds.id, roundId)),
    );
    if (!round) throw new Error(`There is no round ${roundId} to keep a card of`);
    const place = { channel_id: channelId, ts, saved_at: at };
    yield* run(
      db
        .insert(cards)
        .values({ round_id: roundId, team_id: round.teamId, ...place })
        .onConflictDoUpdate({ target: cards.round_id, set: place }),
    );
    const told = { roundId, teamId: round.teamId, channelId, ts, threadTs: null };
    yield* saveMessage(told, at)(context);
  };
}
