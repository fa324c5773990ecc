import { describe, expect, test } from 'vitest';
import { roundId } from '../../../src/core/ids.ts';
import * as world from './bakery.ts';
import { openTestStore, openWorld, type OpenDatabase } from './harness.ts';
import { keys, LEASE, notice, take } from './notices.ts';

const { ben, MONDAY, HOUR } = world;

/** What holds for the outbox, on every database. */
export function noticeContract(openDatabase: OpenDatabase): void {
  const open = async () => openTestStore(await openDatabase());

  describe('taking notices', () => {
    test('takes the oldest due ones, at most as many as wanted, each with all it was given', async () => {
      const store = await open();
      await store.addNotices([
        notice('b', { dueAt: MONDAY + 2 }),
        notice('a', { dueAt: MONDAY + 1 }),
        notice('c', { dueAt: MONDAY + 3 }),
        notice('not yet', { dueAt: MONDAY + HOUR }),
      ]);
      const [first, ...others] = await store.leaseNotices(MONDAY + 10, 2, LEASE);
      expect(first).toEqual({
        ...notice('a', { dueAt: MONDAY + 1 }),
        id: expect.any(Number),
        generation: 1,
        attempts: 0,
      });
      expect(keys(others)).toEqual(['b']);
      expect(keys(await store.leaseNotices(MONDAY + 10, 9, LEASE))).toEqual(['c']);
    });

    test('leaves those in other hands alone until their lease is over', async () => {
      const store = await open();
      await store.addNotices([notice('a')]);
      expect(await store.leaseNotices(MONDAY, 9, LEASE)).toHaveLength(1);
      expect(await store.leaseNotices(MONDAY + LEASE - 1, 9, LEASE)).toEqual([]);
      expect(keys(await store.leaseNotices(MONDAY + LEASE, 9, LEASE))).toEqual(['a']);
    });

    test('takes up at the start what a process that is no more had in hand', async () => {
      const store = await open();
      await store.addNotices([notice('a')]);
      await store.leaseNotices(MONDAY, 9, LEASE);
      await store.releaseLeases();
      expect(keys(await store.leaseNotices(MONDAY + 1, 9, LEASE))).toEqual(['a']);
    });

    test('gives no notice to two workers', async () => {
      const database = await openDatabase();
      const [one, two] = [await openTestStore(database), await openTestStore(database)];
      await one.addNotices(Array.from({ length: 60 }, (_, index) => notice(`n${index}`)));
      const workers = Array.from({ length: 10 }, () => [one, two]).flat();
      const taken = await Promise.all(
        workers.map((worker) => worker.leaseNotices(MONDAY, 5, LEASE)),
      );
      const all = taken.flatMap((leased) => keys(leased));
      expect(new Set(all).size).toBe(all.length);
      const left = await one.leaseNotices(MONDAY, 99, LEASE);
      expect(new Set([...all, ...keys(left)]).size).toBe(60);
    });
  });

  describe('a stream', () => {
    test('gives out its first one only, and the next when that is delivered', async () => {
      const store = await open();
      await store.addNotices([
        notice('one', { stream: 's' }),
        notice('two', { stream: 's' }),
        notice('other', { stream: 't' }),
      ]);
      const [one] = await take(store, ['one', 'other']);
      expect(await store.leaseNotices(MONDAY, 9, LEASE)).toEqual([]);
      await store.noticeDelivered(one, MONDAY + 1);
      await take(store, ['two']);
    });

    test('waits behind a first one that is not due, whenever the others are', async () => {
      const store = await open();
      await store.addNotices([
        notice('later', { stream: 's', dueAt: MONDAY + HOUR }),
        notice('now', { stream: 's' }),
      ]);
      expect(await store.leaseNotices(MONDAY, 9, LEASE)).toEqual([]);
      expect(await store.nextNoticeAt()).toBe(MONDAY + HOUR);
      expect(keys(await store.leaseNotices(MONDAY + HOUR, 9, LEASE))).toEqual(['later']);
    });

    test('goes on behind one that was given up', async () => {
      const store = await open();
      await store.addNotices([
        notice('hopeless', { stream: 's' }),
        notice('next', { stream: 's' }),
      ]);
      const [hopeless] = await take(store, ['hopeless']);
      await store.noticeGivenUp(hopeless, MONDAY, 'channel_not_found');
      await take(store, ['next']);
    });

    test('goes by the order of asking and not by the time that is told of', async () => {
      const store = await open();
      await store.addNotices([
        notice('seventh', { stream: 's', createdAt: MONDAY }),
        notice('eighth', { stream: 's', createdAt: MONDAY - HOUR, dueAt: MONDAY - HOUR }),
      ]);
      await take(store, ['seventh']);
    });

    test('puts last what is asked for again after its delivery', async () => {
      const store = await open();
      await store.addNotices([notice('a', { stream: 's' })]);
      const [a] = await take(store, ['a']);
      await store.noticeDelivered(a, MONDAY);
      await store.addNotices([notice('b', { stream: 's' }), notice('a', { stream: 's' })]);
      const [b] = await take(store, ['b']);
      await store.noticeDelivered(b, MONDAY);
      await take(store, ['a']);
    });
  });

  describe('looking at the outbox', () => {
    test('says when a worker will next find something', async () => {
      const store = await open();
      expect(await store.nextNoticeAt()).toBeNull();
      await store.addNotices([notice('a', { stream: 's' }), notice('b', { stream: 's' })]);
      expect(await store.nextNoticeAt()).toBe(MONDAY);
      await take(store, ['a']);
      expect(await store.nextNoticeAt()).toBe(MONDAY + LEASE);
      await store.addNotices([notice('c', { dueAt: MONDAY + 7 })]);
      expect(await store.nextNoticeAt()).toBe(MONDAY + 7);
    });

    test('tells the oldest that is due, for health, and nothing of those given up', async () => {
      const store = await open();
      expect(await store.oldestWaitingNotice(MONDAY)).toBeNull();
      await store.addNotices([
        notice('future', { createdAt: MONDAY - 9, dueAt: MONDAY + HOUR }),
        notice('young', { createdAt: MONDAY - 1 }),
        notice('old', { createdAt: MONDAY - 5 }),
      ]);
      expect(await store.oldestWaitingNotice(MONDAY)).toBe(MONDAY - 5);
      const [, old] = await take(store, ['young', 'old']);
      await store.noticeGivenUp(old, MONDAY, 'fatal_error');
      expect(await store.oldestWaitingNotice(MONDAY)).toBe(MONDAY - 1);
    });

    test('hastens what waits for a round, and only that', async () => {
      const store = await open();
      const [mine, other] = [roundId('mine'), roundId('other')];
      await store.addNotices([
        notice('mine', { roundId: mine, dueAt: MONDAY + HOUR }),
        notice('mine, long due', { roundId: mine, dueAt: MONDAY - HOUR }),
        notice('other', { roundId: other, dueAt: MONDAY + HOUR }),
      ]);
      await store.hastenNotices([], MONDAY);
      await store.hastenNotices([mine, roundId('unknown')], MONDAY);
      const taken = await store.leaseNotices(MONDAY, 9, LEASE);
      expect(taken.map(({ key, dueAt }) => [key, dueAt])).toEqual([
        ['mine, long due', MONDAY - HOUR],
        ['mine', MONDAY],
      ]);
    });

    test('finds the notices of a commit beside what they tell of', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      const { id } = await world.openRound(bakers);
      await world.did(bakers, id, { type: 'consent', at: MONDAY + HOUR, by: ben });
      const leased = await bakers.store.leaseNotices(MONDAY + HOUR, 9, LEASE);
      expect(leased.map(({ key, generation }) => [key, generation])).toEqual([
        ['circle:bakery:1', 1],
        ['card:sundays', 2],
      ]);
    });
  });
}
