import { sql } from 'drizzle-orm';
import type { Instant } from '../src/core/calendar.ts';
import type { ChannelId, ObjectionId, RoundId, TeamId } from '../src/core/ids.ts';
import type { Notice, NoticeKind } from '../src/core/notice.ts';
import type { Kit } from './kit.sqlite.ts';
import type { RoundTables } from './round-tables.ts';

/** What is told to Slack, where cards are, and the program's own book-keeping. */
export function outboxTables(kit: Kit, tables: RoundTables) {
  return {
    notices: noticesTable(kit),
    cards: cardsTable(kit, tables),
    objection_messages: objectionMessagesTable(kit, tables),
    round_messages: roundMessagesTable(kit, tables),
    timer_runs: timerRunsTable(kit),
    counters: countersTable(kit),
  };
}

const IS_WAITING = sql`delivered_at is null and given_up_at is null`;

/**
 * The outbox: one row for each key, waiting until it is delivered or given up. Delivered rows
 * stay, so that asking again for a key finds them.
 */
function noticesTable(kit: Kit) {
  const { table, text, integer, long, instant, json, serial, index, uniqueIndex } = kit;
  return table(
    'notices',
    {
      id: serial(),
      team_id: text().$type<TeamId>().notNull(),
      key: text().notNull(),
      /** What must be delivered in order, by `position`. */
      stream: text().notNull(),
      position: long().notNull(),
      kind: text().$type<NoticeKind>().notNull(),
      round_id: text().$type<RoundId>(),
      data: json().$type<Notice>().notNull(),
      /** Grows each time the key is asked for again. */
      generation: integer().notNull(),
      attempts: integer().notNull(),
      created_at: instant().$type<Instant>().notNull(),
      due_at: instant().$type<Instant>().notNull(),
      lease_until_at: instant().$type<Instant>(),
      delivered_at: instant().$type<Instant>(),
      given_up_at: instant().$type<Instant>(),
      /** Stays when the key is asked for again. */
      last_delivered_at: instant().$type<Instant>(),
      /** Slack's error code or the fault's name. */
      last_error: text(),
    },
    (t) => [
      uniqueIndex('notices_by_key').on(t.key),
      index('notices_by_position').on(t.position),
      index('notices_waiting_by_due').on(t.due_at).where(IS_WAITING),
      index('notices_waiting_by_stream').on(t.stream, t.position).where(IS_WAITING),
      index('notices_waiting_by_round').on(t.round_id).where(IS_WAITING),
      index('notices_leased')
        .on(t.lease_until_at)
        .where(sql`lease_until_at is not null`),
    ],
  );
}

/** The one live card of each round. */
function cardsTable(kit: Kit, { rounds }: RoundTables) {
  const { table, text, instant } = kit;
  return table('cards', {
    round_id: text()
      .$type<RoundId>()
      .primaryKey()
      .references(() => rounds.id),
    team_id: text().$type<TeamId>().notNull(),
    channel_id: text().$type<ChannelId>().notNull(),
    ts: text().notNull(),
    saved_at: instant().$type<Instant>().notNull(),
  });
}

/** The one live message of each objection, in whose thread it is worked on. */
function objectionMessagesTable(kit: Kit, { rounds }: RoundTables) {
  const { table, text, instant, primaryKey } = kit;
  return table(
    'objection_messages',
    {
      round_id: text()
        .$type<RoundId>()
        .notNull()
        .references(() => rounds.id),
      objection_id: text().$type<ObjectionId>().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      channel_id: text().$type<ChannelId>().notNull(),
      ts: text().notNull(),
      saved_at: instant().$type<Instant>().notNull(),
    },
    (t) => [primaryKey({ columns: [t.round_id, t.objection_id] })],
  );
}

/** Every message that tells of a round, so that it is known what somebody points at. */
function roundMessagesTable(kit: Kit, { rounds }: RoundTables) {
  const { table, text, instant, primaryKey } = kit;
  return table(
    'round_messages',
    {
      team_id: text().$type<TeamId>().notNull(),
      channel_id: text().$type<ChannelId>().notNull(),
      ts: text().notNull(),
      round_id: text()
        .$type<RoundId>()
        .notNull()
        .references(() => rounds.id),
      /** The message under which it stands; null where it stands by itself. */
      thread_ts: text(),
      saved_at: instant().$type<Instant>().notNull(),
    },
    (t) => [primaryKey({ columns: [t.team_id, t.channel_id, t.ts] })],
  );
}

/** Of the program and not of a workspace, hence without `team_id`. */
function timerRunsTable(kit: Kit) {
  const { table, text, instant } = kit;
  return table('timer_runs', {
    name: text().primaryKey(),
    ran_at: instant().$type<Instant>().notNull(),
  });
}

/** The last number given, of each kind in each workspace. */
function countersTable(kit: Kit) {
  const { table, text, integer, primaryKey } = kit;
  return table(
    'counters',
    {
      team_id: text().$type<TeamId>().notNull(),
      kind: text().notNull(),
      value: integer().notNull(),
    },
    (t) => [primaryKey({ columns: [t.team_id, t.kind] })],
  );
}
