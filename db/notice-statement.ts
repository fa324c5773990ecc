import { sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Tables } from './tables.ts';
import type { Database } from './unit.ts';

/**
 * Writes a notice, or asks again for the one that has its key.
 *
 * - Still waiting: it stays as it is and where it is, due no later than before, one generation on.
 * - Delivered or given up: it waits anew, last in its stream, with no attempts behind it.
 *
 * Source: docs/process.md §D13.
 */
export function askForNotice(db: Database, { notices }: Tables) {
  const given = sql.placeholder;
  return db
    .insert(notices)
    .values({
      team_id: given('team_id'),
      key: given('key'),
      stream: given('stream'),
      position: sql`(select coalesce(max(position), 0) + 1 from notices)`,
      kind: given('kind'),
      round_id: given('round_id'),
      data: given('data'),
      generation: 1,
      attempts: 0,
      created_at: given('created_at'),
      due_at: given('due_at'),
    })
    .onConflictDoUpdate({
      target: notices.key,
      set: {
        generation: sql`${notices.generation} + 1`,
        due_at: sql`case when ${waiting(notices)} and ${notices.due_at} < excluded.due_at
          then ${notices.due_at} else excluded.due_at end`,
        position: keptWhileWaiting(notices, notices.position, 'position'),
        round_id: keptWhileWaiting(notices, notices.round_id, 'round_id'),
        data: keptWhileWaiting(notices, notices.data, 'data'),
        created_at: keptWhileWaiting(notices, notices.created_at, 'created_at'),
        attempts: keptWhileWaiting(notices, notices.attempts, 'attempts'),
        last_error: keptWhileWaiting(notices, notices.last_error, 'last_error'),
        lease_until_at: keptWhileWaiting(notices, notices.lease_until_at, 'lease_until_at'),
        delivered_at: null,
        given_up_at: null,
      },
    });
}

/** True of a notice that is neither delivered nor given up. */
export function waiting(notices: Pick<Tables['notices'], 'delivered_at' | 'given_up_at'>): SQL {
  return sql`(${notices.delivered_at} is null and ${notices.given_up_at} is null)`;
}

function keptWhileWaiting(notices: Tables['notices'], column: SQLiteColumn, name: string): SQL {
  return sql`case when ${waiting(notices)} then ${column} else excluded.${sql.raw(name)} end`;
}
