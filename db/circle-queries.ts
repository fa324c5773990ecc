import { and, eq } from 'drizzle-orm';
import type { ChannelId, CircleId, MemberId, TeamId } from '../src/core/ids.ts';
import { one, rows, type Unit } from './unit.ts';

/** The circle of a channel, or null. */
export function circleOfChannel(teamId: TeamId, channelId: ChannelId): Unit<CircleId | null> {
  return function* ({ db, tables: { circles } }) {
    const found = yield* one(
      db
        .select({ id: circles.id })
        .from(circles)
        .where(and(eq(circles.team_id, teamId), eq(circles.channel_id, channelId))),
    );
    return found?.id ?? null;
  };
}

/** The circles that a person belongs to in any way, by name. */
export function circlesOf(teamId: TeamId, member: MemberId): Unit<CircleId[]> {
  return function* ({ db, tables: { circles, memberships } }) {
    const found = yield* rows(
      db
        .select({ id: circles.id, name: circles.name })
        .from(memberships)
        .innerJoin(circles, eq(circles.id, memberships.circle_id))
        .where(and(eq(memberships.team_id, teamId), eq(memberships.member_id, member))),
    );
    return found.toSorted(byName).map(({ id }) => id);
  };
}

/** Sorted here, because each database has an alphabet of its own. */
const alphabet = new Intl.Collator('en');

type Named = { readonly id: CircleId; readonly name: string };

function byName(one: Named, other: Named): number {
  return alphabet.compare(one.name, other.name) || (one.id < other.id ? -1 : 1);
}
