import type { Instant } from '../src/core/calendar.ts';
import type { CircleEvent, Closing, MemberStatus } from '../src/core/circle.ts';
import type { ChannelId, CircleId, MemberId, TeamId } from '../src/core/ids.ts';
import type { Kit } from './kit.sqlite.ts';

/** Circles, who belongs to them, and all that ever happened to them. */
export function circleTables(kit: Kit) {
  const circles = circlesTable(kit);
  const memberships = membershipsTable(kit, circles);
  return { circles, memberships, circle_events: circleEventsTable(kit, circles) };
}

export type CircleTables = ReturnType<typeof circleTables>;
type CirclesTable = ReturnType<typeof circlesTable>;

/** As their events tell them now. A channel has one circle at most. */
function circlesTable(kit: Kit) {
  const { table, text, integer, boolean, instant, json, uniqueIndex } = kit;
  return table(
    'circles',
    {
      id: text().$type<CircleId>().primaryKey(),
      team_id: text().$type<TeamId>().notNull(),
      channel_id: text().$type<ChannelId>().notNull(),
      /** Number of the last event. */
      seq: integer().notNull(),
      name: text().notNull(),
      aim: text().notNull(),
      time_zone: text().notNull(),
      working_weekdays: json().$type<readonly number[]>().notNull(),
      closed_days: json().$type<readonly string[]>().notNull(),
      window_days: integer().notNull(),
      minimum_hours: integer().notNull(),
      closing: text().$type<Closing>().notNull(),
      grace_hours: integer().notNull(),
      names_waiting: boolean().notNull(),
      /** Who stands in first for a missing facilitator. */
      stand_in: text().$type<MemberId>(),
      created_at: instant().$type<Instant>().notNull(),
      created_by: text().$type<MemberId>().notNull(),
    },
    (t) => [uniqueIndex('circles_by_channel').on(t.team_id, t.channel_id)],
  );
}

/** Who belongs to a circle now. Who left stands in `circle_events`. */
function membershipsTable(kit: Kit, circles: CirclesTable) {
  const { table, text, integer, instant, index, primaryKey } = kit;
  return table(
    'memberships',
    {
      circle_id: text()
        .$type<CircleId>()
        .notNull()
        .references(() => circles.id),
      member_id: text().$type<MemberId>().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      status: text().$type<MemberStatus>().notNull(),
      since_at: instant().$type<Instant>().notNull(),
      leave_from_on: text(),
      leave_until_on: text(),
      deactivated_at: instant().$type<Instant>(),
      /** Place among the facilitators, from 0; null for who does not facilitate. */
      facilitator_position: integer(),
      /** Place among the secretaries, from 0; null for who is none. */
      secretary_position: integer(),
    },
    (t) => [
      primaryKey({ columns: [t.circle_id, t.member_id] }),
      index('memberships_by_member').on(t.team_id, t.member_id),
    ],
  );
}

/** The history of circles, only ever added to. */
function circleEventsTable(kit: Kit, circles: CirclesTable) {
  const { table, text, integer, instant, json, primaryKey } = kit;
  return table(
    'circle_events',
    {
      circle_id: text()
        .$type<CircleId>()
        .notNull()
        .references(() => circles.id),
      seq: integer().notNull(),
      team_id: text().$type<TeamId>().notNull(),
      type: text().$type<CircleEvent['type']>().notNull(),
      /** Null where Slack or the clock did it. */
      by_member_id: text().$type<MemberId>(),
      happened_at: instant().$type<Instant>().notNull(),
      /** What the event says beside the columns. */
      data: json().notNull(),
    },
    (t) => [primaryKey({ columns: [t.circle_id, t.seq] })],
  );
}
