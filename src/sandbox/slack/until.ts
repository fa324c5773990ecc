import { setTimeout as sleep } from 'node:timers/promises';
import type { Journal } from './journal.ts';

/**
 * Waits until `look` answers more than undefined, null or false, and answers that. Looks again
 * after each entry of the journal, and every so often besides. Throws after `withinMs` of the
 * machine's time.
 */
export async function until<Found>(
  journal: Journal,
  look: () => Found,
  withinMs: number,
): Promise<Seen<Found>> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = look();
    if (isSeen(found)) return found;
    const left = deadline - performance.now();
    if (left <= 0) throw new Error(`Not seen within ${withinMs} ms: ${look.toString()}`);
    await nextEntry(journal, Math.min(left, LOOK_EVERY_MS));
  }
}

/** What a look answers once there is something to see. */
export type Seen<Found> = Exclude<Found, undefined | null | false>;

function isSeen<Found>(found: Found): found is Seen<Found> {
  return found !== undefined && found !== null && found !== false;
}

const LOOK_EVERY_MS = 20;

async function nextEntry(journal: Journal, ms: number): Promise<void> {
  let stop = (): void => {};
  const written = new Promise<void>((resolve) => {
    stop = journal.subscribe(() => resolve());
  });
  await Promise.race([written, sleep(ms)]);
  stop();
}
