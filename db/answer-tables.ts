import type { Instant } from '../src/core/calendar.ts';
import type { MemberId, ObjectionId, RoundId, TeamId } from '../src/core/ids.ts';
import type { Answer, ExcuseReason } from '../src/core/round.ts';
import type { Kit } from './kit.sqlite.ts';
import type { RoundTables } from './round-tables.ts';

/** Whom a round asks and what they said. */
export function answerTables(kit: Kit, tables: RoundTables) {
  return {
    asked: askedTable(kit, tables),
    answers: answersTable(kit, tables),
    objections: objectionsTable(kit, tables),
    questions: questionsTable(kit, tables),
  };
}

/** The people whom the current version asks; excused while they need not answer. */
function askedTable(kit: Kit, tables: RoundTables) {
  const { table, text, integer, instant, primaryKey } = kit;
  return table(
    'asked',
    {
      round_id: roundId(kit, tables),
      version_number: integer().notNull(),
      member_id: text().$type<MemberId>().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      excused_reason: text().$type<ExcuseReason>(),
      excused_at: instant().$type<Instant>(),
    },
    (t) => [primaryKey({ columns: [t.round_id, t.version_number, t.member_id] })],
  );
}

/** The answers that stand: earlier ones, and those taken back, are in `round_events`. */
function answersTable(kit: Kit, tables: RoundTables) {
  const { table, text, integer, instant, primaryKey } = kit;
  return table(
    'answers',
    {
      round_id: roundId(kit, tables),
      version_number: integer().notNull(),
      member_id: text().$type<MemberId>().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      kind: text().$type<Answer['kind']>().notNull(),
      note: text(),
      needs: text(),
      /** To when a hold lasts. */
      until_at: instant().$type<Instant>(),
      answered_at: instant().$type<Instant>().notNull(),
    },
    (t) => [primaryKey({ columns: [t.round_id, t.version_number, t.member_id] })],
  );
}

function objectionsTable(kit: Kit, tables: RoundTables) {
  const { table, text, integer, instant, primaryKey } = kit;
  return table(
    'objections',
    {
      round_id: roundId(kit, tables),
      id: text().$type<ObjectionId>().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      member_id: text().$type<MemberId>().notNull(),
      version_number: integer().notNull(),
      harm: text().notNull(),
      effect: text().notNull(),
      remedy: text(),
      raised_at: instant().$type<Instant>().notNull(),
      reworded_at: instant().$type<Instant>(),
      settled_at: instant().$type<Instant>(),
      settled_in_version: integer(),
      taken_back_at: instant().$type<Instant>(),
      /** Who raised it, where somebody else has adopted it since and owns it now. */
      raised_by: text().$type<MemberId>(),
      noted_at: instant().$type<Instant>(),
      /** What to watch, where it became that. */
      note: text(),
    },
    (t) => [primaryKey({ columns: [t.round_id, t.id] })],
  );
}

function questionsTable(kit: Kit, tables: RoundTables) {
  const { table, text, integer, instant, primaryKey } = kit;
  return table(
    'questions',
    {
      round_id: roundId(kit, tables),
      position: integer().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      member_id: text().$type<MemberId>().notNull(),
      text: text().notNull(),
      asked_at: instant().$type<Instant>().notNull(),
    },
    (t) => [primaryKey({ columns: [t.round_id, t.position] })],
  );
}

/** The round that a row belongs to. */
function roundId({ text }: Kit, { rounds }: RoundTables) {
  return text()
    .$type<RoundId>()
    .notNull()
    .references(() => rounds.id);
}
