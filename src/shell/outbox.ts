import type { Instant } from '../core/calendar.ts';
import type { Log } from '../log.ts';
import type { LeasedNotice, Store } from './store.ts';

/** How an attempt to deliver a notice ended. */
export type Delivery =
  | { readonly outcome: 'delivered' }
  /** There was nothing left to send. */
  | { readonly outcome: 'needless' }
  /** Waits by choice until `dueAt`: working hours, a card still to come, Slack's own pace. */
  | { readonly outcome: 'later'; readonly dueAt: Instant; readonly error?: string }
  /** A fault that may pass: tried again, ever more slowly. */
  | { readonly outcome: 'failed'; readonly error: string }
  /** A fault that waits for people (a channel to be opened to the bot): tried now and then. */
  | { readonly outcome: 'stuck'; readonly error: string }
  /** A fault that will not pass: given up aloud. */
  | { readonly outcome: 'impossible'; readonly error: string };

export type Deliver = (leased: LeasedNotice) => Promise<Delivery>;

const SECOND = 1_000;
/** Longer than any one delivery may take, so that nobody else takes it meanwhile. */
const LEASE_MS = 60 * SECOND;
const LEASED_AT_ONCE = 20;
/** Waiting notices are looked for at least this often, whatever is said to be due. */
const POLL_MS = 5 * SECOND;
const BACKOFF_LONGEST_MS = 60 * SECOND;
const STUCK_MS = 5 * 60 * SECOND;
/** After so many faults (about two days at the longest backoff) a notice is given up. */
const ATTEMPTS_MAX = 3_000;

export type Outbox = {
  start(): void;
  /** Something may be waiting: look now. */
  wake(): void;
  /** Delivers all that is due at this moment, and what that makes due: for tests, the sandbox. */
  drain(): Promise<void>;
  /**
   * When the oldest notice was asked for that Slack did not take when last tried, or null. It is
   * to be tried again later, and so no longer due: the store alone would not tell of it.
   */
  oldestFailing(): Instant | null;
  /** Ends after what is being sent now; at most `withinMs`. */
  stop(withinMs: number): Promise<void>;
};

/**
 * Delivers notices in order within each stream, several streams at once. A notice was written in
 * the transaction of what it tells of, so none is lost; one whose sending had an unknown outcome
 * is sent again, so a reader may see it twice but never not at all.
 */
export function createOutbox(parts: {
  readonly store: Store;
  readonly deliver: Deliver;
  readonly now: () => Instant;
  readonly log: Log;
}): Outbox {
  const { store, log } = parts;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;
  let again = false;
  let stopped = true;
  const failing = new Map<number, Instant>();

  /** Delivers until nothing is due, and nobody asked for another look meanwhile. */
  async function work(): Promise<void> {
    for (;;) {
      again = false;
      try {
        if ((await deliverDue(parts, failing)) > 0) again = true;
      } catch (error) {
        log.error({ err: error }, 'the outbox could not be worked');
      }
      if (!again || stopped) return;
    }
  }

  function wake(): void {
    if (stopped) return;
    again = true;
    if (working) return;
    clearTimeout(timer);
    working = work().finally(() => {
      working = null;
      if (!stopped) void plan();
    });
  }

  /** Sets the clock for the next notice that is due. */
  async function plan(): Promise<void> {
    let next: Instant | null = null;
    try {
      next = await store.nextNoticeAt();
    } catch (error) {
      log.error({ err: error }, 'the outbox cannot be read');
    }
    if (stopped || working) return;
    const wait = next === null ? POLL_MS : Math.min(POLL_MS, Math.max(10, next - parts.now()));
    clearTimeout(timer);
    timer = setTimeout(wake, wait);
  }

  return {
    start() {
      stopped = false;
      wake();
    },
    wake,
    async drain() {
      wake();
      await (working ?? Promise.resolve());
    },
    oldestFailing: () => (failing.size > 0 ? Math.min(...failing.values()) : null),
    async stop(withinMs) {
      stopped = true;
      clearTimeout(timer);
      const enough = new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref());
      await Promise.race([working ?? Promise.resolve(), enough]);
    },
  };
}

type Parts = Parameters<typeof createOutbox>[0];

async function deliverDue(parts: Parts, failing: Map<number, Instant>): Promise<number> {
  const leased = await parts.store.leaseNotices(parts.now(), LEASED_AT_ONCE, LEASE_MS);
  await Promise.all(
    leased.map(async (notice) => {
      const delivery = await attempt(notice, parts);
      if (didFail(delivery)) failing.set(notice.id, notice.createdAt);
      else failing.delete(notice.id);
      await settle(notice, delivery, parts);
    }),
  );
  return leased.length;
}

/** Slack's fault, or its limit: not a wait by choice, and not one for people. */
function didFail(delivery: Delivery): boolean {
  const { outcome } = delivery;
  return outcome === 'failed' || (outcome === 'later' && delivery.error !== undefined);
}

async function attempt(leased: LeasedNotice, { deliver, log }: Parts): Promise<Delivery> {
  try {
    return await deliver(leased);
  } catch (error) {
    const about = { notice: leased.id, kind: leased.notice.kind, attempt: leased.attempts + 1 };
    log.error({ err: error, ...about }, 'a notice could not be put together');
    return { outcome: 'failed', error: error instanceof Error ? error.name : 'unknown' };
  }
}

async function settle(
  leased: LeasedNotice,
  delivery: Delivery,
  { store, now, log }: Parts,
): Promise<void> {
  const about = { notice: leased.id, kind: leased.notice.kind, attempt: leased.attempts + 1 };
  switch (delivery.outcome) {
    case 'delivered':
      await store.noticeDelivered(leased, now());
      log.debug(about, 'delivered');
      return;
    case 'needless':
      await store.noticeNeedless(leased);
      return;
    case 'later': {
      const { dueAt, error = null } = delivery;
      await store.noticePostponed(leased, { dueAt, counts: false, error });
      return;
    }
    case 'stuck':
    case 'failed':
      await tryAgainLater(leased, delivery, { store, now, log });
      return;
    case 'impossible':
      await store.noticeGivenUp(leased, now(), delivery.error);
      log.error({ ...about, fault: delivery.error }, 'a notice was given up: it cannot be sent');
  }
}

async function tryAgainLater(
  leased: LeasedNotice,
  { outcome, error }: Delivery & { outcome: 'stuck' | 'failed' },
  { store, now, log }: Pick<Parts, 'store' | 'now' | 'log'>,
): Promise<void> {
  const about = { notice: leased.id, kind: leased.notice.kind, attempt: leased.attempts + 1 };
  if (outcome === 'failed' && leased.attempts + 1 >= ATTEMPTS_MAX) {
    await store.noticeGivenUp(leased, now(), error);
    log.error({ ...about, fault: error }, 'a notice was given up after many attempts');
    return;
  }
  const wait = outcome === 'stuck' ? STUCK_MS : backoffMs(leased.attempts);
  await store.noticePostponed(leased, { dueAt: now() + wait, counts: true, error });
  log.warn({ ...about, fault: error, againInMs: wait }, 'a notice will be tried again');
}

/** One second, then two, four … at most a minute. */
export function backoffMs(attempts: number): number {
  return Math.min(BACKOFF_LONGEST_MS, SECOND * 2 ** Math.min(attempts, 16));
}
