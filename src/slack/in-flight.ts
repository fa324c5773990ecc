/** Work that has begun and not ended yet, so that a stop can wait for it. */
export interface InFlight {
  /** Does a piece of work and counts it until it has ended, well or badly. */
  run<T>(work: () => Promise<T>): Promise<T>;
  count(): number;
  /** Waits for a moment with nothing in flight. False when there was none in that time. */
  drained(withinMs: number): Promise<boolean>;
}

export function createInFlight(): InFlight {
  let count = 0;
  const waiting = new Set<() => void>();
  return {
    run: async (work) => {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
        if (count === 0) for (const wake of waiting) wake();
      }
    },
    count: () => count,
    drained: (withinMs) =>
      new Promise((resolve) => {
        if (count === 0) return resolve(true);
        const settle = (empty: boolean) => {
          waiting.delete(wake);
          clearTimeout(timer);
          resolve(empty);
        };
        const wake = () => settle(true);
        const timer = setTimeout(() => settle(false), withinMs);
        waiting.add(wake);
      }),
  };
}
