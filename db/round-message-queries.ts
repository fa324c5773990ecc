import { and, eq } from 'drizzle-orm';
import type { Instant } from '../src/core/calendar.ts';
import type { Place, RoundMessage } from '../src/shell/store.ts';
import { one, run, type Unit } from './unit.ts';

/** The round that the message tells of, or null where it tells of none. */
export function messageAt({ teamId, channelId, ts }: Place): Unit<RoundMessage | null> {
  return function* ({ db, tables: { round_messages: told } }) {
    return yield* one(
      db
        .select({
          roundId: told.round_id,
          teamId: told.team_id,
          channelId: told.channel_id,
          ts: told.ts,
          threadTs: told.thread_ts,
        })
        .from(told)
        .where(and(eq(told.team_id, teamId), eq(told.channel_id, channelId), eq(told.ts, ts))),
    );
  };
}

/** Remembers of which round a message tells. Throws for an unknown round. */
export function saveMessage(message: RoundMessage, at: Instant): Unit<void> {
  const { roundId, teamId, channelId, ts, threadTs } = message;
  return function* ({ db, tables: { round_messages } }) {
    const place = { team_id: teamId, channel_id: channelId, ts, thread_ts: threadTs };
    yield* run(
      db
        .insert(round_messages)
        .values({ ...place, round_id: roundId, saved_at: at })
        .onConflictDoNothing(),
    );
  };
}
