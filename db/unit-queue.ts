import type { Unit } from './unit.ts';

/** A unit that waits for the next batch. */
export type Queued = {
  readonly unit: Unit<unknown>;
  /** Tries before this one, where the database asked for another. */
  readonly tries: number;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
};

/** Runs a batch as one transaction; settles every unit of it, and gives back those to try again. */
export type RunBatch = (batch: readonly Queued[]) => Promise<readonly Queued[]>;

/**
 * Units gathered until the end of the turn of the event loop and then committed together: a
 * hundred answers in one second cost a few flushes of the disk and not a hundred.
 */
export class UnitQueue {
  readonly #runBatch: RunBatch;
  #waiting: Queued[] = [];
  #turn: Promise<void> | null = null;
  #closed = false;

  constructor(runBatch: RunBatch) {
    this.#runBatch = runBatch;
  }

  /** Settles with what the unit comes to, after it has been committed. Rejects when closed. */
  add<Result>(unit: Unit<Result>): Promise<Result> {
    if (this.#closed) return Promise.reject(new Error('The database has been closed'));
    return new Promise<Result>((resolve, reject) => {
      const settle = (result: unknown) => resolve(result as Result);
      this.#waiting.push({ unit, tries: 0, resolve: settle, reject });
      this.#turn ??= this.#run();
    });
  }

  /** Takes no more units; resolves when those taken have been settled. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turn;
  }

  async #run(): Promise<void> {
    do {
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#waiting;
      this.#waiting = [];
      const again = await this.#settle(batch);
      this.#waiting.unshift(...again);
    } while (this.#waiting.length > 0);
    this.#turn = null;
  }

  async #settle(batch: readonly Queued[]): Promise<readonly Queued[]> {
    try {
      return await this.#runBatch(batch);
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return [];
    }
  }
}
