/** The time of the pretend Slack, in epoch milliseconds. It runs, and it can be moved. */
export type Clock = {
  now(): number;
  /** Moves the clock on; what falls due on the way happens at once, in order. */
  advance(ms: number): void;
  /** Sets the clock to an instant; moving it back fires nothing twice. */
  set(ms: number): void;
  /** Calls `run` once, `ms` from now by this clock. Answers how to call it off. */
  after(ms: number, run: () => void): () => void;
  /** Calls `listener` each time the clock is moved by hand. Answers how to stop. */
  onMove(listener: (now: number) => void): () => void;
  close(): void;
};

/** Starts a clock at `startAt` (epoch milliseconds), or at the machine's own time. */
export function startClock(startAt: number = Date.now()): Clock {
  let offset = startAt - Date.now();
  const now = (): number => Date.now() + offset;
  const alarms = alarmsBy(now);
  const listeners = new Set<(now: number) => void>();
  const set = (ms: number): void => {
    offset = ms - Date.now();
    alarms.ring();
    for (const listener of listeners) listener(now());
  };
  return {
    now,
    set,
    advance: (ms) => set(now() + ms),
    after: (ms, run) => alarms.add({ at: now() + ms, run }),
    onMove(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => alarms.clear(),
  };
}

type Alarm = { readonly at: number; readonly run: () => void };
type Alarms = { add(alarm: Alarm): () => void; ring(): void; clear(): void };

/** Alarms that ring by a clock which may jump. */
function alarmsBy(now: () => number): Alarms {
  const alarms = new Set<Alarm>();
  let timer: NodeJS.Timeout | undefined;
  const plan = (): void => {
    clearTimeout(timer);
    const next = Math.min(...[...alarms].map((alarm) => alarm.at));
    if (!Number.isFinite(next)) return;
    timer = setTimeout(ring, Math.min(Math.max(next - now(), 0), LONGEST_TIMER_MS));
    timer.unref();
  };
  const ring = (): void => {
    for (const alarm of [...alarms].toSorted((a, b) => a.at - b.at)) {
      if (alarm.at > now() || !alarms.delete(alarm)) continue;
      alarm.run();
    }
    plan();
  };
  return {
    ring,
    add(alarm) {
      alarms.add(alarm);
      plan();
      return () => void alarms.delete(alarm);
    },
    clear() {
      alarms.clear();
      clearTimeout(timer);
    },
  };
}

/** Node's timers hold 31 bits of milliseconds; a longer wait is taken in pieces. */
const LONGEST_TIMER_MS = 2_147_483_647;
