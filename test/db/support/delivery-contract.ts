import { describe, expect, test } from 'vitest';
import { roundId } from '../../../src/core/ids.ts';
import { HOUR, MONDAY } from './bakery.ts';
import { openTestStore, type OpenDatabase } from './harness.ts';
import { LEASE, notice, take } from './notices.ts';

/** What becomes of a notice that was tried or is asked for again, on every database. */
export function deliveryContract(openDatabase: OpenDatabase): void {
  const open = async () => openTestStore(await openDatabase());

  describe('asking again for a key', () => {
    test('that waits changes nothing but that it is due no later', async () => {
      const store = await open();
      await store.addNotices([notice('a', { dueAt: MONDAY + HOUR, roundId: roundId('first') })]);
      await store.addNotices([
        notice('a', { dueAt: MONDAY, createdAt: MONDAY + 5, roundId: roundId('second') }),
      ]);
      await store.addNotices([notice('a', { dueAt: MONDAY + 2 * HOUR })]);
      const [only, ...others] = await store.leaseNotices(MONDAY, 9, LEASE);
      expect(others).toEqual([]);
      expect(only).toMatchObject({
        notice: { roundId: 'first' },
        createdAt: MONDAY,
        dueAt: MONDAY,
        generation: 3,
        attempts: 0,
      });
    });

    test('that is under way has it delivered once more', async () => {
      const store = await open();
      await store.addNotices([notice('a')]);
      const [first] = await take(store, ['a']);
      await store.addNotices([notice('a', { dueAt: MONDAY + 1 })]);
      expect(await store.leaseNotices(MONDAY + 1, 9, LEASE)).toEqual([]);
      await store.noticeDelivered(first, MONDAY + 2);

      const [second] = await take(store, ['a'], MONDAY + 2);
      expect(second.generation).toBe(2);
      await store.noticeDelivered(second, MONDAY + 3);
      expect(await store.nextNoticeAt()).toBeNull();
      expect(await store.lastDeliveredAt('a')).toBe(MONDAY + 3);
    });

    test('that was delivered asks for it anew, with what is told now', async () => {
      const store = await open();
      await store.addNotices([notice('a', { roundId: roundId('first') })]);
      const [first] = await take(store, ['a']);
      await store.noticePostponed(first, { dueAt: MONDAY, counts: true, error: 'timeout' });
      const [again] = await take(store, ['a']);
      await store.noticeDelivered(again, MONDAY + 1);
      const later = { createdAt: MONDAY + 5, dueAt: MONDAY + 6, roundId: roundId('second') };
      await store.addNotices([notice('a', later)]);

      expect(await store.lastDeliveredAt('a')).toBe(MONDAY + 1);
      expect(await store.oldestWaitingNotice(MONDAY + 6)).toBe(MONDAY + 5);
      const [second] = await take(store, ['a'], MONDAY + 6);
      expect(second).toMatchObject({ ...notice('a', later), generation: 2, attempts: 0 });
    });

    test('that was given up asks for it anew', async () => {
      const store = await open();
      await store.addNotices([notice('a')]);
      const [first] = await take(store, ['a']);
      await store.noticeGivenUp(first, MONDAY, 'is_archived');
      expect(await store.nextNoticeAt()).toBeNull();
      await store.addNotices([notice('a', { dueAt: MONDAY + 9 })]);
      const [again] = await take(store, ['a'], MONDAY + 9);
      expect(again).toMatchObject({ attempts: 0, generation: 2 });
    });

    test('that is about to be given up keeps it waiting', async () => {
      const store = await open();
      await store.addNotices([notice('a')]);
      const [first] = await take(store, ['a']);
      await store.addNotices([notice('a')]);
      await store.noticeGivenUp(first, MONDAY, 'fatal_error');
      await take(store, ['a']);
    });
  });

  describe('an attempt', () => {
    test('that counts is counted, and one that does not is not; both wait', async () => {
      const store = await open();
      await store.addNotices([notice('a')]);
      const [first] = await take(store, ['a']);
      await store.noticePostponed(first, {
        dueAt: MONDAY + 10,
        counts: true,
        error: 'ratelimited',
      });
      expect(await store.leaseNotices(MONDAY + 9, 9, LEASE)).toEqual([]);
      expect(await store.nextNoticeAt()).toBe(MONDAY + 10);
      const [second] = await take(store, ['a'], MONDAY + 10);
      expect(second.attempts).toBe(1);
      await store.noticePostponed(second, { dueAt: MONDAY + 20, counts: false, error: null });
      const [third] = await take(store, ['a'], MONDAY + 20);
      expect(third.attempts).toBe(1);
    });

    test('that comes home after somebody else delivered it changes nothing', async () => {
      const store = await open();
      await store.addNotices([notice('a')]);
      const [slow] = await take(store, ['a']);
      const [quick] = await take(store, ['a'], MONDAY + LEASE);
      await store.noticeDelivered(quick, MONDAY + LEASE);
      await store.noticePostponed(slow, { dueAt: MONDAY + 1, counts: true, error: 'timeout' });
      await store.noticeGivenUp(slow, MONDAY + 1, 'timeout');
      await store.noticeDelivered(slow, MONDAY + LEASE + 5);
      expect(await store.nextNoticeAt()).toBeNull();
      expect(await store.lastDeliveredAt('a')).toBe(MONDAY + LEASE);
    });

    test('that proves needless leaves no trace, and what was delivered before stays known', async () => {
      const store = await open();
      await store.addNotices([notice('new'), notice('old')]);
      const [fresh, old] = await take(store, ['new', 'old']);
      await store.noticeNeedless(fresh);
      await store.noticeDelivered(old, MONDAY + 1);
      await store.addNotices([notice('old')]);
      const [again] = await take(store, ['old']);
      await store.noticeNeedless(again);

      expect(await store.nextNoticeAt()).toBeNull();
      expect(await store.lastDeliveredAt('new')).toBeNull();
      expect(await store.lastDeliveredAt('old')).toBe(MONDAY + 1);
      await store.addNotices([notice('new')]);
      await take(store, ['new']);
    });

    test('that proves needless, of a key asked for meanwhile, has it wait on', async () => {
      const store = await open();
      await store.addNotices([notice('a')]);
      const [first] = await take(store, ['a']);
      await store.addNotices([notice('a')]);
      await store.noticeNeedless(first);
      await take(store, ['a']);
    });
  });
}
