import { sql } from 'drizzle-orm';
import type { Instant } from '../src/core/calendar.ts';
import type { Closing } from '../src/core/circle.ts';
import type { Document } from '../src/core/document.ts';
import type { CircleId, MemberId, ObjectionId, RoundId, TeamId } from '../src/core/ids.ts';
import type { Pause } from '../src/core/pause.ts';
import type { Ending, Extension, SilencePolicy } from '../src/core/round.ts';
import type { VersionChange } from '../src/core/version.ts';
import type { RoundEvent } from '../src/core/round-event.ts';
import type { CircleTables } from './circle-tables.ts';
import type { Kit } from './kit.sqlite.ts';

/** Rounds, their versions, the moves of their deadline, their decisions and their history. */
export function roundTables(kit: Kit, { circles }: CircleTables) {
  const rounds = roundsTable(kit, circles);
  return {
    rounds,
    versions: versionsTable(kit, rounds),
    extensions: extensionsTable(kit, rounds),
    decisions: decisionsTable(kit, rounds, circles),
    round_events: roundEventsTable(kit, rounds),
  };
}

export type RoundTables = ReturnType<typeof roundTables>;
type RoundsTable = ReturnType<typeof roundsTable>;

/** As their events tell them now. No CHECK on a kind: a new one must not need a migration. */
function roundsTable(kit: Kit, circles: CircleTables['circles']) {
  return kit.table('rounds', { ...frameColumns(kit, circles), ...stateColumns(kit) }, (t) => [
    kit.uniqueIndex('rounds_by_number').on(t.team_id, t.number),
    kit
      .index('rounds_due')
      .on(t.next_due_at)
      .where(sql`next_due_at is not null`),
    kit
      .index('rounds_open_by_circle')
      .on(t.circle_id, t.deadline_at)
      .where(sql`ended_at is null`),
  ]);
}

/** What a round is opened with. */
function frameColumns({ text, integer, instant }: Kit, circles: CircleTables['circles']) {
  return {
    id: text().$type<RoundId>().primaryKey(),
    team_id: text().$type<TeamId>().notNull(),
    circle_id: text()
      .$type<CircleId>()
      .notNull()
      .references(() => circles.id),
    /** P-31, as members see it. */
    number: integer().notNull(),
    title: text().notNull(),
    need: text().notNull(),
    proposed_by: text().$type<MemberId>().notNull(),
    owner_member_id: text().$type<MemberId>().notNull(),
    review_on: text().notNull(),
    replaces: text(),
    /** A supporting document's address. */
    link: text(),
    silence_policy: text().$type<SilencePolicy>().notNull(),
    closing: text().$type<Closing>().notNull(),
    grace_hours: integer().notNull(),
    aim: text().notNull(),
    opened_at: instant().$type<Instant>().notNull(),
  };
}

/** How it stands. */
function stateColumns({ text, integer, instant }: Kit) {
  return {
    /** Number of the last event. It settles who came first. */
    seq: integer().notNull(),
    /** The version that is being asked about. */
    version_number: integer().notNull(),
    deadline_at: instant().$type<Instant>().notNull(),
    last_change_at: instant().$type<Instant>().notNull(),
    /** When the clock next has something to do; null for never. */
    next_due_at: instant().$type<Instant>(),
    half_time_at: instant().$type<Instant>(),
    day_before_at: instant().$type<Instant>(),
    deadline_passed_at: instant().$type<Instant>(),
    ready_at: instant().$type<Instant>(),
    stand_in_at: instant().$type<Instant>(),
    /** Since when an unchanged text is asked about again. */
    asked_again_at: instant().$type<Instant>(),
    paused_at: instant().$type<Instant>(),
    paused_by: text().$type<MemberId>(),
    pause_kind: text().$type<Pause['kind']>(),
    pause_note: text(),
    /** Where it was handed on to, in people's words. */
    handed_to: text(),
    parked_next_step: text(),
    parked_who: text().$type<MemberId>(),
    parked_until_on: text(),
    ended_at: instant().$type<Instant>(),
    ended_by: text().$type<MemberId>(),
    ending_kind: text().$type<Ending['kind']>(),
    withdrawn_reason: text(),
  };
}

/** Frozen texts; a change of a proposal is a new one. */
function versionsTable(kit: Kit, rounds: RoundsTable) {
  const { table, text, integer, instant, json, primaryKey } = kit;
  return table(
    'versions',
    {
      round_id: roundId(kit, rounds),
      number: integer().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      document: json().$type<Document>().notNull(),
      /** The document as plain text, for people who read the tables. */
      text: text().notNull(),
      opened_at: instant().$type<Instant>().notNull(),
      published_by: text().$type<MemberId>().notNull(),
      change: text().$type<VersionChange>().notNull().default('substance'),
      /** The objections that it means to answer, by id; null where it answers none. */
      answers_objections: json().$type<readonly ObjectionId[]>(),
    },
    (t) => [primaryKey({ columns: [t.round_id, t.number] })],
  );
}

/** Every move of a deadline, in order. */
function extensionsTable(kit: Kit, rounds: RoundsTable) {
  const { table, text, integer, instant, primaryKey } = kit;
  return table(
    'extensions',
    {
      round_id: roundId(kit, rounds),
      position: integer().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      deadline_at: instant().$type<Instant>().notNull(),
      cause: text().$type<Extension['cause']>().notNull(),
      reason: text(),
      extended_at: instant().$type<Instant>().notNull(),
      extended_by: text().$type<MemberId>(),
    },
    (t) => [primaryKey({ columns: [t.round_id, t.position] })],
  );
}

/** One line of the logbook for each decision; the record itself is told by its round. */
function decisionsTable(kit: Kit, rounds: RoundsTable, circles: CircleTables['circles']) {
  const { table, text, integer, instant, index, uniqueIndex, primaryKey } = kit;
  return table(
    'decisions',
    {
      team_id: text().$type<TeamId>().notNull(),
      /** D-12, as members see it. */
      number: integer().notNull(),
      round_id: roundId(kit, rounds),
      circle_id: text()
        .$type<CircleId>()
        .notNull()
        .references(() => circles.id),
      title: text().notNull(),
      /** Title, need and text, folded for searching: see `search-text.ts`. */
      search_text: text().notNull(),
      owner_member_id: text().$type<MemberId>().notNull(),
      review_on: text().notNull(),
      decided_at: instant().$type<Instant>().notNull(),
      /** Since when it is not acted on; null while it is in force. */
      paused_at: instant().$type<Instant>(),
      /** Null where the circle's own agreement closed it. */
      closed_by: text().$type<MemberId>(),
    },
    (t) => [
      primaryKey({ columns: [t.team_id, t.number] }),
      uniqueIndex('decisions_by_round').on(t.round_id),
      index('decisions_by_circle').on(t.circle_id, t.decided_at),
    ],
  );
}

/** The history of rounds, only ever added to. Every other table of a round is drawn from it. */
function roundEventsTable(kit: Kit, rounds: RoundsTable) {
  const { table, text, integer, instant, json, primaryKey } = kit;
  return table(
    'round_events',
    {
      round_id: roundId(kit, rounds),
      seq: integer().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      type: text().$type<RoundEvent['type']>().notNull(),
      /** Null where the clock did it. */
      by_member_id: text().$type<MemberId>(),
      happened_at: instant().$type<Instant>().notNull(),
      /** What the event says beside the columns. */
      data: json().notNull(),
    },
    (t) => [primaryKey({ columns: [t.round_id, t.seq] })],
  );
}

/** The round that a row belongs to. */
function roundId({ text }: Kit, rounds: RoundsTable) {
  return text()
    .$type<RoundId>()
    .notNull()
    .references(() => rounds.id);
}
