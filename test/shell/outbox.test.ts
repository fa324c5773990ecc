import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { backoffMs, createOutbox, type Delivery } from '../../src/shell/outbox.ts';
import type { LeasedNotice } from '../../src/shell/store.ts';
import { ana, openShell, openSundays, sundays } from '../support/shell.ts';
import { HOUR, MONDAY } from '../support/time.ts';

const SECOND = 1_000;

/** An outbox whose deliveries are told by `answer`; what was attempted is kept. */
async function outboxWith(answer: (leased: LeasedNotice) => Delivery | Error) {
  const shell = await openShell();
  await openSundays(shell.performer);
  const attempted: string[] = [];
  const lines: string[] = [];
  let now = MONDAY;
  const outbox = createOutbox({
    store: shell.store,
    now: () => now,
    log: createLog({ level: 'info', write: (line) => void lines.push(line) }),
    deliver: async (leased) => {
      attempted.push(leased.notice.kind);
      const answered = answer(leased);
      if (answered instanceof Error) throw answered;
      return answered;
    },
  });
  outbox.start();
  const at = async (moment: number) => {
    now = moment;
    await outbox.drain();
  };
  return { ...shell, outbox, attempted, lines, at };
}

const delivered = (): Delivery => ({ outcome: 'delivered' });

describe('the outbox', () => {
  test('delivers what was committed, once', async () => {
    const { attempted, at, outbox } = await outboxWith(delivered);
    await at(MONDAY);
    await at(MONDAY + HOUR);
    expect(attempted.toSorted()).toEqual(['card', 'circle_news']);
    await outbox.stop(100);
  });

  test('many answers become one drawing of the card', async () => {
    const { attempted, at, performer, outbox } = await outboxWith(delivered);
    await at(MONDAY);
    attempted.splice(0);
    for (let turn = 0; turn < 20; turn += 1) {
      await performer.onRound(sundays, { type: 'consent', by: ana, at: MONDAY, note: `${turn}` });
    }
    await at(MONDAY + SECOND);
    expect(attempted).toEqual(['card']);
    await outbox.stop(100);
  });

  test('a fault is tried again, ever more slowly, and order holds meanwhile', async () => {
    let faults = 2;
    const { attempted, at, outbox } = await outboxWith(({ notice }) =>
      notice.kind === 'card' && faults-- > 0
        ? { outcome: 'failed', error: 'http_503' }
        : delivered(),
    );
    const cards = () => attempted.filter((kind) => kind === 'card').length;
    await at(MONDAY);
    expect(cards()).toBe(1);
    await at(MONDAY + SECOND / 2);
    expect(cards()).toBe(1);
    await at(MONDAY + SECOND);
    expect(cards()).toBe(2);
    await at(MONDAY + 4 * SECOND);
    expect(cards()).toBe(3);
    await at(MONDAY + HOUR);
    expect(cards()).toBe(3);
    await outbox.stop(100);
  });

  test('the wait doubles to at most a minute', () => {
    expect([0, 1, 2, 5, 6, 400].map(backoffMs)).toEqual([
      SECOND,
      2 * SECOND,
      4 * SECOND,
      32 * SECOND,
      60 * SECOND,
      60 * SECOND,
    ]);
  });

  test('what cannot be sent is given up aloud, and stands in nobody’s way', async () => {
    const { attempted, at, lines, store, outbox } = await outboxWith(({ notice }) =>
      notice.kind === 'card' ? { outcome: 'impossible', error: 'user_disabled' } : delivered(),
    );
    await at(MONDAY);
    await at(MONDAY + HOUR);
    expect(attempted.filter((kind) => kind === 'card')).toHaveLength(1);
    expect(lines.join('')).toContain('user_disabled');
    expect(await store.oldestWaitingNotice(MONDAY + HOUR)).toBeNull();
    await outbox.stop(100);
  });

  test('what waits by choice is not counted as an attempt', async () => {
    const attempts: number[] = [];
    const { at, outbox } = await outboxWith((leased) => {
      if (leased.notice.kind !== 'card') return delivered();
      attempts.push(leased.attempts);
      return attempts.length < 3 ? { outcome: 'later', dueAt: MONDAY + HOUR } : delivered();
    });
    await at(MONDAY);
    await at(MONDAY + HOUR);
    expect(attempts.every((count) => count === 0)).toBe(true);
    await outbox.stop(100);
  });

  test('a notice that cannot even be put together waits, and the rest goes on', async () => {
    const { attempted, at, lines, outbox } = await outboxWith(({ notice }) =>
      notice.kind === 'card' ? new Error('a view is broken') : delivered(),
    );
    await at(MONDAY);
    expect(attempted).toContain('circle_news');
    expect(lines.join('')).toContain('could not be put together');
    await outbox.stop(100);
  });

  test('tells of the oldest notice that Slack did not take, until it does', async () => {
    let refuses = true;
    const { at, outbox } = await outboxWith(({ notice }) =>
      notice.kind === 'card' && refuses ? { outcome: 'failed', error: 'http_503' } : delivered(),
    );
    await at(MONDAY);
    expect(outbox.oldestFailing()).toBe(MONDAY);
    refuses = false;
    await at(MONDAY + SECOND);
    expect(outbox.oldestFailing()).toBeNull();
    await outbox.stop(100);
  });

  test('a notice that waits by choice, or for people, is not one that fails', async () => {
    const { at, outbox } = await outboxWith(({ notice }) =>
      notice.kind === 'card'
        ? { outcome: 'stuck', error: 'not_in_channel' }
        : { outcome: 'later', dueAt: MONDAY + HOUR },
    );
    await at(MONDAY);
    expect(outbox.oldestFailing()).toBeNull();
    await outbox.stop(100);
  });

  test('after a stop nothing is taken any more', async () => {
    const { attempted, at, outbox } = await outboxWith(delivered);
    await outbox.stop(1_000);
    attempted.splice(0);
    await at(MONDAY + HOUR);
    expect(attempted).toEqual([]);
  });
});
