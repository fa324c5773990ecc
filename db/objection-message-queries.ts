import { and, eq } from 'drizzle-orm';
import type { Instant } from '../src/core/calendar.ts';
import type { ObjectionId, RoundId } from '../src/core/ids.ts';
import type { ObjectionMessage } from '../src/shell/store.ts';
import { saveMessage } from './round-message-queries.ts';
import { one, run, type Unit } from './unit.ts';

/** Where the message of an objection is, or null. */
export function objectionMessageOf(
  roundId: RoundId,
  objectionId: ObjectionId,
): Unit<ObjectionMessage | null> {
  return function* ({ db, tables: { objection_messages } }) {
    const { round_id, objection_id, channel_id, ts } = objection_messages;
    return yield* one(
      db
        .select({ roundId: round_id, objectionId: objection_id, channelId: channel_id, ts })
        .from(objection_messages)
        .where(and(eq(round_id, roundId), eq(objection_id, objectionId))),
    );
  };
}

/** Remembers the one live message of an objection. Throws for an unknown round. */
export function saveObjectionMessage(message: ObjectionMessage, at: Instant): Unit<void> {
  const { roundId, objectionId, channelId, ts } = message;
  return function* (context) {
    const {
      db,
      tables: { rounds, objection_messages },
    } = context;
    const round = yield* one(
      db.select({ teamId: rounds.team_id }).from(rounds).where(eq(rounds.id, roundId)),
    );
    if (!round) throw new Error(`There is no round ${roundId} to keep an objection's message of`);
    const { round_id, objection_id } = objection_messages;
    const place = { channel_id: channelId, ts, saved_at: at };
    yield* run(
      db
        .insert(objection_messages)
        .values({
          round_id: roundId,
          objection_id: objectionId,
          team_id: round.teamId,
          ...place,
        })
        .onConflictDoUpdate({ target: [round_id, objection_id], set: place }),
    );
    const told = { roundId, teamId: round.teamId, channelId, ts, threadTs: null };
    yield* saveMessage(told, at)(context);
  };
}
