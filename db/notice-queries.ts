import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, lte, not, or } from 'drizzle-orm';
import { min, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../src/core/calendar.ts';
import type { RoundId } from '../src/core/ids.ts';
import type { LeasedNotice, NewNotice, Postponement } from '../src/shell/store.ts';
import { askForAll } from './commit.ts';
import { waiting } from './notice-statement.ts';
import type { Row, Tables } from './tables.ts';
import { one, rows, run, type Context, type Unit } from './unit.ts';

/** Asks for notices outside of any round's commit. */
export function addNotices(added: readonly NewNotice[]): Unit<void> {
  return (context) => askForAll(context, added);
}

/**
 * Takes the first waiting notice of each stream, where it is due and nobody has it, for `leaseMs`.
 * A stream whose first one is not due, or with another worker, waits behind it.
 */
export function leaseNotices(now: Instant, limit: number, leaseMs: number): Unit<LeasedNotice[]> {
  return function* (context) {
    const { db, tables, skipLocked } = context;
    const { notices } = tables;
    const due = db
      .select()
      .from(notices)
      .where(
        and(
          waiting(notices),
          lte(notices.due_at, now),
          or(isNull(notices.lease_until_at), lte(notices.lease_until_at, now)),
          not(hasEarlier(context)),
        ),
      )
      .orderBy(asc(notices.due_at), asc(notices.position))
      .limit(limit);
    const found = yield* rows(skipLocked(due));
    if (found.length > 0) {
      const ids = found.map(({ id }) => id);
      const lease = { lease_until_at: now + leaseMs };
      yield* run(db.update(notices).set(lease).where(inArray(notices.id, ids)));
    }
    return found.map(leasedNotice);
  };
}

/**
 * Delivered at `at`. Asked for again while it was under way, it waits on as if asked for now: what
 * was delivered may already be out of date.
 */
export function noticeDelivered({ id, generation }: LeasedNotice, at: Instant): Unit<void> {
  return function* ({ db, tables: { notices } }) {
    const settled = { lease_until_at: null, last_delivered_at: at, last_error: null, attempts: 0 };
    const isSame = eq(notices.generation, generation);
    yield* run(
      db
        .update(notices)
        .set({ ...settled, delivered_at: at })
        .where(and(eq(notices.id, id), waiting(notices), isSame)),
    );
    yield* run(
      db
        .update(notices)
        .set(settled)
        .where(and(eq(notices.id, id), waiting(notices), not(isSame))),
    );
  };
}

/** Frees every notice that is in somebody's hands. */
export function releaseLeases(): Unit<void> {
  return function* ({ db, tables: { notices } }) {
    yield* run(
      db.update(notices).set({ lease_until_at: null }).where(isNotNull(notices.lease_until_at)),
    );
  };
}

/**
 * Nothing had to be sent: it is as it was when last delivered, and where it never was, it is gone.
 * Asked for again meanwhile, it waits on.
 */
export function noticeNeedless({ id, generation }: LeasedNotice): Unit<void> {
  return function* ({ db, tables: { notices } }) {
    const isSame = and(eq(notices.id, id), waiting(notices), eq(notices.generation, generation));
    yield* run(db.delete(notices).where(and(isSame, isNull(notices.last_delivered_at))));
    yield* run(
      db
        .update(notices)
        .set({ delivered_at: sql`${notices.last_delivered_at}` })
        .where(isSame),
    );
    yield* run(db.update(notices).set({ lease_until_at: null }).where(eq(notices.id, id)));
  };
}

/** Waits until `dueAt`; an attempt that `counts` is counted. */
export function noticePostponed(
  { id }: LeasedNotice,
  { dueAt, counts, error }: Postponement,
): Unit<void> {
  return function* ({ db, tables: { notices } }) {
    const attempts = counts ? sql`${notices.attempts} + 1` : sql`${notices.attempts}`;
    yield* run(
      db
        .update(notices)
        .set({ due_at: dueAt, lease_until_at: null, last_error: error, attempts })
        .where(and(eq(notices.id, id), waiting(notices))),
    );
  };
}

/** Given up, and no longer in the way of its stream; asked for again meanwhile, it waits on. */
export function noticeGivenUp(
  { id, generation }: LeasedNotice,
  at: Instant,
  error: string,
): Unit<void> {
  return function* ({ db, tables: { notices } }) {
    const isSame = eq(notices.generation, generation);
    const over = { lease_until_at: null, last_error: error };
    yield* run(
      db
        .update(notices)
        .set({ ...over, given_up_at: at, attempts: sql`${notices.attempts} + 1` })
        .where(and(eq(notices.id, id), waiting(notices), isSame)),
    );
    yield* run(
      db
        .update(notices)
        .set({ ...over, attempts: 0 })
        .where(and(eq(notices.id, id), waiting(notices), not(isSame))),
    );
  };
}

/** Makes the waiting notices of these rounds due at `at`, where they would be due later. */
export function hastenNotices(roundIds: readonly RoundId[], at: Instant): Unit<void> {
  return function* ({ db, tables: { notices } }) {
    if (roundIds.length === 0) return;
    const ofRounds = inArray(notices.round_id, [...roundIds]);
    yield* run(
      db
        .update(notices)
        .set({ due_at: at })
        .where(and(ofRounds, waiting(notices), gt(notices.due_at, at))),
    );
  };
}

/**
 * When a worker will next find something: the earliest instant at which the first notice of a
 * stream is due and in nobody's hands. Null where nothing waits.
 */
export function nextNoticeAt(): Unit<Instant | null> {
  return function* (context) {
    const { db, tables } = context;
    const { notices } = tables;
    const free = yield* one(
      db
        .select({ at: notices.due_at })
        .from(notices)
        .where(and(waiting(notices), isNull(notices.lease_until_at), not(hasEarlier(context))))
        .orderBy(asc(notices.due_at))
        .limit(1),
    );
    const leased = yield* rows(
      db
        .select({ dueAt: notices.due_at, leaseUntilAt: notices.lease_until_at })
        .from(notices)
        .where(and(waiting(notices), isNotNull(notices.lease_until_at))),
    );
    const at = leased.map(({ dueAt, leaseUntilAt }) => Math.max(dueAt, leaseUntilAt ?? dueAt));
    if (free) at.push(free.at);
    return at.length > 0 ? Math.min(...at) : null;
  };
}

/** When the oldest notice that is due and undelivered was first asked for, or null. */
export function oldestWaitingNotice(now: Instant): Unit<Instant | null> {
  return function* ({ db, tables: { notices } }) {
    const found = yield* one(
      db
        .select({ at: min(notices.created_at) })
        .from(notices)
        .where(and(waiting(notices), lte(notices.due_at, now))),
    );
    return found?.at ?? null;
  };
}

/** When the notice with this key was last delivered, or null. */
export function lastDeliveredAt(key: string): Unit<Instant | null> {
  return function* ({ db, tables: { notices } }) {
    const found = yield* one(
      db.select({ at: notices.last_delivered_at }).from(notices).where(eq(notices.key, key)),
    );
    return found?.at ?? null;
  };
}

/** True of a notice that another one of its stream must be delivered before. */
function hasEarlier({ db, tables: { notices } }: Context): SQL {
  const earlier = alias(notices, 'earlier') as unknown as Tables['notices'];
  const isBefore = sql`(${earlier.position}, ${earlier.id}) < (${notices.position}, ${notices.id})`;
  return exists(
    db
      .select({ one: sql`1` })
      .from(earlier)
      .where(and(eq(earlier.stream, notices.stream), waiting(earlier), isBefore)),
  );
}

function leasedNotice(row: Row<'notices'>): LeasedNotice {
  const { id, generation, attempts, key, stream } = row;
  return {
    id,
    generation,
    attempts,
    key,
    stream,
    teamId: row.team_id,
    notice: row.data,
    createdAt: row.created_at,
    dueAt: row.due_at,
  };
}
