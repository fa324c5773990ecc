import { eq, sql } from 'drizzle-orm';
import type { Instant } from '../src/core/calendar.ts';
import { teamId, type TeamId } from '../src/core/ids.ts';
import { one, run, type Unit } from './unit.ts';

/** The next number of its kind in the workspace, from 1. A number is given once. */
export function nextNumber(team: TeamId, kind: string): Unit<number> {
  return function* ({ db, tables: { counters } }) {
    const given = yield* one(
      db
        .insert(counters)
        .values({ team_id: team, kind, value: 1 })
        .onConflictDoUpdate({
          target: [counters.team_id, counters.kind],
          set: { value: sql`${counters.value} + 1` },
        })
        .returning({ value: counters.value }),
    );
    if (!given) throw new Error(`No number was given for ${kind}`);
    return given.value;
  };
}

/** Remembers when a timer last ran. */
export function saveTimerRun(name: string, at: Instant): Unit<void> {
  return function* ({ db, tables: { timer_runs } }) {
    yield* run(
      db
        .insert(timer_runs)
        .values({ name, ran_at: at })
        .onConflictDoUpdate({ target: timer_runs.name, set: { ran_at: at } }),
    );
  };
}

export function lastTimerRun(name: string): Unit<Instant | null> {
  return function* ({ db, tables: { timer_runs } }) {
    const found = yield* one(
      db.select({ at: timer_runs.ran_at }).from(timer_runs).where(eq(timer_runs.name, name)),
    );
    return found?.at ?? null;
  };
}

/** Writes something for certain: a full disk or a read-only database shows itself here. */
export function checkHealth(): Unit<void> {
  return function* (context) {
    yield* nextNumber(NO_TEAM, 'health_check')(context);
  };
}

const NO_TEAM = teamId('');
