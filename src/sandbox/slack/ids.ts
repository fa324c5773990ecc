/** Makes every id and timestamp of one pretend Slack: unique, and the same in every run. */
export type Ids = {
  /** A message timestamp `seconds.micros`, later than every one before it. */
  ts(now: number): string;
  /** An id with a prefix, such as V for views or D for direct messages. */
  next(prefix: string): string;
  /** A short id for a block that came without one. */
  blockId(): string;
  /** A text that nobody can guess, for trigger ids, tickets and response addresses. */
  secret(): string;
  /** How many ids were made so far. */
  taken(): number;
};

/** Starts counting; `taken` ids were made before, in a workspace that goes on here. */
export function startIds(taken = 0): Ids {
  let lastMicros = 0;
  let count = taken;
  const next = (prefix: string): string => {
    count += 1;
    return `${prefix}${(ID_BASE + count).toString(36).toUpperCase()}`;
  };
  return {
    ts(now) {
      lastMicros = Math.max(Math.floor(now) * 1000, lastMicros + 1);
      const seconds = Math.floor(lastMicros / 1_000_000);
      return `${seconds}.${String(lastMicros % 1_000_000).padStart(6, '0')}`;
    },
    next,
    blockId: () => next('').toLowerCase().slice(-5),
    secret: () => crypto.randomUUID().replaceAll('-', ''),
    taken: () => count,
  };
}

/** High enough for ids of nine characters, as in Slack. */
const ID_BASE = 36 ** 8;
