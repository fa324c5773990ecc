import { describe, expect, test } from 'vitest';
import { makeStore } from '../../../db/store.ts';
import { verifyStore } from '../../../db/verify.ts';
import { memberId, type MemberId } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/round.ts';
import { evolveRound } from '../../../src/core/round-history.ts';
import { StaleState } from '../../../src/shell/store.ts';
import { commitOf, consent } from './commit-contract.ts';
import * as world from './bakery.ts';
import { openTestDriver, openTestStore, openWorld, type OpenDatabase } from './harness.ts';

const { ada, ben, cleo, dora, team, MONDAY, HOUR } = world;

/** What holds when much happens at once, on every database. */
export function burstContract(openDatabase: OpenDatabase): void {
  describe('a hundred at once', () => {
    test('answers to one round are all recorded, in the order they were decided', async () => {
      const driver = await openTestDriver(await openDatabase());
      const bakers = world.worldOf(makeStore(driver));
      const crowd = Array.from({ length: 100 }, (_, index) => memberId(`U${1000 + index}`));
      const roster = crowd.map((id) => ({ id, status: 'full' as const }));
      await world.openCircle(bakers, { roster: [...world.roster, ...roster] });
      const round = await world.openRound(bakers);
      const settled: MemberId[] = [];
      const answers = crowd.map(async (by) => {
        await world.did(bakers, round.id, { type: 'consent', at: MONDAY + HOUR, by });
        settled.push(by);
      });
      await Promise.all(answers);

      const events = await bakers.store.roundEvents(round.id);
      expect(events.slice(1).map(({ by }) => by)).toEqual(settled);
      expect(settled.toSorted()).toEqual(crowd);
      expect(await verifyStore(driver)).toEqual([]);
    });

    test('commits made in one turn are recorded in order, without anybody loading anew', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      let round: Round = await world.openRound(bakers);
      const commits: Promise<void>[] = [];
      for (let index = 0; index < 100; index += 1) {
        const event = consent([ada, ben, cleo, dora][index % 4] ?? ada, MONDAY + HOUR + index);
        commits.push(bakers.store.commitRound(commitOf(round, [event])));
        round = evolveRound(round, event);
      }
      await Promise.all(commits);
      const events = await bakers.store.roundEvents(round.id);
      expect(events.slice(1).map(({ at }) => at - MONDAY - HOUR)).toEqual(
        Array.from({ length: 100 }, (_, index) => index),
      );
    });

    test('numbers are each given once, and counted for each workspace and kind', async () => {
      const store = await openTestStore(await openDatabase());
      const given = await Promise.all(
        Array.from({ length: 100 }, () => store.nextNumber(team, 'proposal')),
      );
      expect(given.toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: 100 }, (_, index) => index + 1),
      );
      expect(await store.nextNumber(team, 'decision')).toBe(1);
      expect(await store.nextNumber('T0OTHER' as typeof team, 'proposal')).toBe(1);
    });

    test('a second program beside the first gives no number twice and loses no answer', async () => {
      const database = await openDatabase();
      const here = await openWorld(database);
      const there = await openWorld(database);
      await world.openCircle(here);
      const { id } = await world.openRound(here);
      const at = MONDAY + HOUR;
      await Promise.all([
        world.did(here, id, { type: 'consent', at, by: ada }),
        world.did(there, id, { type: 'consent', at, by: ben }),
        world.did(here, id, { type: 'consent', at, by: cleo }),
        world.did(there, id, { type: 'consent', at, by: dora }),
      ]);
      const events = await here.store.roundEvents(id);
      expect(new Set(events.slice(1).map(({ by }) => by))).toEqual(new Set([ada, ben, cleo, dora]));

      const stores = Array.from({ length: 20 }, () => [here.store, there.store]).flat();
      const given = await Promise.all(stores.map((store) => store.nextNumber(team, 'decision')));
      expect(new Set(given).size).toBe(40);
    });
  });

  describe('one that goes wrong among others', () => {
    test('is undone alone; what is before and after it is recorded', async () => {
      const driver = await openTestDriver(await openDatabase());
      const bakers = world.worldOf(makeStore(driver));
      await world.openCircle(bakers);
      const first = await world.openRound(bakers, 'first');
      const second = await world.openRound(bakers, 'second');
      const at = MONDAY + HOUR;
      const [before, wrong, after] = await Promise.allSettled([
        bakers.store.commitRound(commitOf(first, [consent(ben, at)])),
        bakers.store.commitRound(commitOf(first, [consent(cleo, at)])),
        bakers.store.commitRound(commitOf(second, [consent(dora, at)])),
      ]);
      expect([before.status, wrong.status, after.status]).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(wrong).toHaveProperty('reason.name', StaleState.name);
      expect(await bakers.store.roundEvents(first.id)).toHaveLength(2);
      expect(await bakers.store.roundEvents(second.id)).toHaveLength(2);
      expect(await verifyStore(driver)).toEqual([]);
    });

    test('takes with it what was decided on top of it', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      const round = await world.openRound(bakers);
      const unrecorded = evolveRound(round, consent(ben, MONDAY + HOUR));
      const onTop = evolveRound(unrecorded, consent(cleo, MONDAY + HOUR));
      const outcomes = await Promise.allSettled([
        bakers.store.commitRound(commitOf(unrecorded, [consent(cleo, MONDAY + HOUR)])),
        bakers.store.commitRound(commitOf(onTop, [consent(dora, MONDAY + HOUR)])),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    });
  });

  describe('durability', () => {
    test('nobody hears of a commit before another connection can see it', async () => {
      const database = await openDatabase();
      const bakers = await openWorld(database);
      await world.openCircle(bakers);
      const round = await world.openRound(bakers);
      const committed = bakers.store.commitRound(commitOf(round, [consent(ben, MONDAY + HOUR)]));
      expect(await countEvents(database)).toBeLessThanOrEqual(2);
      await committed;
      expect(await countEvents(database)).toBe(2);
    });

    test('where the commit itself goes wrong, all of its batch hear so and none is kept', async () => {
      const database = await openDatabase({ anew: true });
      const store = await openTestStore(database);
      await database.raw(FAULT_AT_COMMIT[database.kind]);
      const outcomes = await Promise.allSettled([
        store.saveTimerRun('harmless', MONDAY),
        store.saveTimerRun('trapped', MONDAY),
        store.nextNumber(team, 'proposal'),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect(await store.lastTimerRun('harmless')).toBeNull();

      await store.saveTimerRun('harmless', MONDAY);
      expect(await store.lastTimerRun('harmless')).toBe(MONDAY);
      expect(await store.nextNumber(team, 'proposal')).toBe(1);
    });
  });

  describe('two rounds that change together', () => {
    test('are both recorded, or neither of them where one is stale', async () => {
      const driver = await openTestDriver(await openDatabase());
      const bakers = world.worldOf(makeStore(driver));
      await world.openCircle(bakers);
      const one = await world.openRound(bakers, 'one');
      const other = await world.openRound(bakers, 'other');
      const at = MONDAY + HOUR;
      const both = [
        commitOf(one, [consent(ben, at)]),
        commitOf(other, [consent(ben, at)]),
      ] as const;
      await bakers.store.commitRound(...both);
      expect(await bakers.store.roundEvents(other.id)).toHaveLength(2);

      const after = evolveRound(one, consent(ben, at));
      const late = commitOf(other, [consent(cleo, at)]);
      const wrong = bakers.store.commitRound(commitOf(after, [consent(cleo, at)]), late);
      await expect(wrong).rejects.toThrow(StaleState);
      expect(await bakers.store.roundEvents(one.id)).toHaveLength(2);
      expect(await verifyStore(driver)).toEqual([]);
    });
  });

  async function countEvents({ raw }: Awaited<ReturnType<OpenDatabase>>): Promise<number> {
    const [row] = await raw('select count(*) as events from round_events');
    return Number(row?.['events']);
  }
}

/** Makes the database refuse, at the commit and not before, what touches the timer `trapped`. */
const FAULT_AT_COMMIT = {
  sqlite: `
    create table origin (id integer primary key);
    create table trap (id integer references origin (id) deferrable initially deferred);
    create trigger spring after insert on timer_runs when new.name = 'trapped'
    begin insert into trap values (1); end;`,
  postgres: `
    create table origin (id integer primary key);
    create table trap (id integer references origin (id) deferrable initially deferred);
    create function spring() returns trigger language plpgsql as
      $$ begin insert into trap values (1); return new; end $$;
    create trigger spring after insert on timer_runs for each row
      when (new.name = 'trapped') execute function spring();`,
};
