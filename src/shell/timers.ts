import type { Instant } from '../core/calendar.ts';
import type { Log } from '../log.ts';
import type { Performer } from './perform.ts';
import type { Store } from './store.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A silence of the service of this length or more is an outage, whose time is given back. */
export const OUTAGE_LEAST_MS = 5 * MINUTE;
/** Rounds looked at in one run; the rest follows at once. */
const ROUNDS_AT_ONCE = 100;

/** Every recurring check of the program. Names are kept in the database: never reuse one. */
export const TIMERS = {
  /** Remembers that the service lives, so that an outage can be told after it. */
  heartbeat: { everyMs: 20 * SECOND },
  /** Rounds for which the clock has something to do. */
  due_rounds: { everyMs: 5 * SECOND },
  /** Every open round: people whose leave began or ended with the day. */
  open_rounds: { everyMs: 60 * MINUTE },
} as const satisfies Record<string, { everyMs: number }>;

export type TimerName = keyof typeof TIMERS;

export type Timers = {
  /** Gives back the time of an outage, catches up, then runs everything by its period. */
  start(): Promise<void>;
  /** Runs what is due at this moment; for tests, and after the sandbox's clock was moved. */
  runDue(): Promise<void>;
  /** The last run of each timer in this process; null before the first. */
  lastRunAt(name: TimerName): Instant | null;
  stop(): Promise<void>;
};

type Parts = {
  readonly store: Store;
  readonly performer: Performer;
  readonly now: () => Instant;
  readonly log: Log;
};

/**
 * Timers only ask the core to look at the clock. A timer that runs late or twice changes nothing,
 * and a round is right without them (docs/process.md §D9); they make it happen on time.
 */
export function createTimers(parts: Parts): Timers {
  const { store, now, log } = parts;
  const lastRuns = new Map<TimerName, Instant>();
  const handles: NodeJS.Timeout[] = [];
  const running = new Map<TimerName, Promise<void>>();

  const jobs: Record<TimerName, () => Promise<void>> = {
    heartbeat: () => store.saveTimerRun('heartbeat', now()),
    due_rounds: () => lookAtDueRounds(parts),
    open_rounds: async () => lookAt(await store.openRounds(), parts),
  };

  function run(name: TimerName): Promise<void> {
    const current = running.get(name);
    if (current) return current;
    const started = jobs[name]()
      .then(() => void lastRuns.set(name, now()))
      .catch((error: unknown) => log.error({ err: error, timer: name }, 'a timer failed'))
      .finally(() => running.delete(name));
    running.set(name, started);
    return started;
  }

  return {
    async start() {
      await giveBackOutage(parts);
      for (const name of timerNames()) {
        await run(name);
        handles.push(setInterval(() => void run(name), TIMERS[name].everyMs));
      }
    },
    async runDue() {
      for (const name of timerNames()) await run(name);
    },
    lastRunAt: (name) => lastRuns.get(name) ?? null,
    async stop() {
      for (const handle of handles) clearInterval(handle);
      await Promise.all(running.values());
    },
  };
}

/**
 * Deadlines that fell into an outage are moved by its length, and nothing closes meanwhile
 * (docs/process.md §10 case 24).
 */
async function giveBackOutage({ store, performer, now, log }: Parts): Promise<void> {
  const outageFrom = await store.lastTimerRun('heartbeat');
  const outageTo = now();
  if (outageFrom === null || outageTo - outageFrom < OUTAGE_LEAST_MS) return;
  const rounds = await store.openRounds();
  log.warn({ outageMs: outageTo - outageFrom, rounds: rounds.length }, 'back after an outage');
  for (const id of rounds) {
    const command = { type: 'add_back_outage', at: outageTo, by: null } as const;
    await performer.onRound(id, { ...command, outageFrom, outageTo });
  }
}

async function lookAtDueRounds(parts: Parts): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const due = await parts.store.dueRounds(parts.now(), ROUNDS_AT_ONCE);
    const fresh = due.filter((id) => !seen.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) seen.add(id);
    await lookAt(fresh, parts);
  }
}

/** One round's fault must not keep the others waiting. */
async function lookAt(
  rounds: Awaited<ReturnType<Store['openRounds']>>,
  { performer, now, log }: Parts,
): Promise<void> {
  for (const id of rounds) {
    try {
      await performer.onRound(id, { type: 'look_at_clock', at: now(), by: null });
    } catch (error) {
      log.error({ err: error, round: id }, 'the clock of a round could not be looked at');
    }
  }
}

function timerNames(): TimerName[] {
  return Object.keys(TIMERS) as TimerName[];
}
