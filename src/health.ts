import type { Instant } from './core/calendar.ts';
import type { Outbox } from './shell/outbox.ts';
import type { Store } from './shell/store.ts';
import { TIMERS, type Timers } from './shell/timers.ts';

/** A notice waiting longer than this is trouble that the operator should see. */
const OLDEST_NOTICE_MS = 15 * 60_000;
/** A timer may miss some of its turns before it counts as late. */
const LATE_TURNS = 6;
const LATE_LEAST_MS = 60_000;

export type HealthReport = {
  readonly ok: boolean;
  readonly body: {
    readonly status: 'ok' | 'trouble';
    /** What is bad, in sentences for the operator. */
    readonly reasons: readonly string[];
    readonly database: 'ok' | 'unreachable';
    readonly slack: string;
    /** ISO times; null where nothing waits or nothing ran yet. */
    readonly oldest_undelivered_notice_at: string | null;
    readonly last_timer_run_at: string | null;
  };
};

/** Whether the program can do its work, for GET /healthz: 200 where all is well, else 503. */
export async function healthOf(parts: {
  readonly store: Store;
  readonly timers: Pick<Timers, 'lastRunAt'>;
  readonly outbox: Pick<Outbox, 'oldestFailing'>;
  /** The state of the connection to Slack: `http`, or the socket's own. */
  readonly slack: () => { readonly state: string; readonly ok: boolean };
  readonly now: () => Instant;
}): Promise<HealthReport> {
  const { store, timers, outbox, now } = parts;
  const reasons: string[] = [];
  const database = await reachable(store);
  if (!database) reasons.push('The database cannot be written to.');
  const slack = parts.slack();
  if (!slack.ok) reasons.push(`Slack is not connected (${slack.state}).`);
  const oldest = database ? await store.oldestWaitingNotice(now()) : null;
  const oldestAt = earlier(oldest, outbox.oldestFailing());
  if (oldestAt !== null && now() - oldestAt > OLDEST_NOTICE_MS) {
    reasons.push('A notice has been waiting for delivery for more than 15 minutes.');
  }
  const lastRun = timers.lastRunAt('due_rounds');
  if (lastRun === null || now() - lastRun > lateAfterMs()) {
    reasons.push('The timer that watches deadlines is late.');
  }
  const ok = reasons.length === 0;
  return {
    ok,
    body: {
      status: ok ? 'ok' : 'trouble',
      reasons,
      database: database ? 'ok' : 'unreachable',
      slack: slack.state,
      oldest_undelivered_notice_at: iso(oldestAt),
      last_timer_run_at: iso(lastRun),
    },
  };
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

function lateAfterMs(): number {
  return Math.max(LATE_LEAST_MS, LATE_TURNS * TIMERS.due_rounds.everyMs);
}

async function reachable(store: Store): Promise<boolean> {
  try {
    await store.checkHealth();
    return true;
  } catch {
    return false;
  }
}

function iso(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
