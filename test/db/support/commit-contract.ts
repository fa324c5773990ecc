import { describe, expect, test } from 'vitest';
import { makeStore } from '../../../db/store.ts';
import { verifyStore } from '../../../db/verify.ts';
import { evolveCircle } from '../../../src/core/circle-history.ts';
import type { Circle, CircleEvent } from '../../../src/core/circle.ts';
import { channelId, circleId, memberId, roundId } from '../../../src/core/ids.ts';
import { HEARINGS } from '../../../src/core/notice.ts';
import type { Round } from '../../../src/core/round.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../../src/core/round-history.ts';
import { StaleState, type RoundCommit } from '../../../src/shell/store.ts';
import {
  playAfterwards,
  playMistaken,
  playPauses,
  playProposerLeft,
  playReplaced,
} from './afterwards.ts';
import * as world from './bakery.ts';
import { openTestDriver, openTestStore, openWorld, type OpenDatabase } from './harness.ts';
import { playObjections } from './worked-objections.ts';
import { playQuestions } from './questions.ts';
import { playRelays } from './relays.ts';
import { playUnheard } from './unheard.ts';
import { playVersions } from './versions.ts';

const { ada, ben, cleo, dora, bakery, team, MONDAY, HOUR, DAY } = world;

/** A commit of events that follow one another, with the round that they lead to. */
export function commitOf(before: Round | null, events: readonly RoundEvent[]): RoundCommit {
  const after = events.reduce<Round | null>(evolveRound, before);
  if (!after) throw new Error('A commit needs events');
  return { before, after, events, notices: [], nextDueAt: after.deadlineAt };
}

/** What holds for recording rounds and circles, on every database. */
export function commitContract(openDatabase: OpenDatabase): void {
  describe('histories', () => {
    test('give back every kind of event of a round as it was recorded', async () => {
      const driver = await openTestDriver(await openDatabase());
      const store = makeStore(driver);
      const bakers = world.worldOf(store);
      const ids = [
        ...(await world.playEverything(bakers)),
        await playAfterwards(bakers),
        await playPauses(bakers),
        await playMistaken(bakers),
        await playProposerLeft(bakers),
        await playVersions(bakers),
        await playRelays(bakers),
        await playObjections(bakers),
        ...(await playQuestions(bakers)),
        ...(await playUnheard(bakers)),
        ...(await playReplaced(bakers)),
      ];

      const seen = new Set<string>();
      for (const id of ids) {
        const events = await store.roundEvents(id);
        for (const { type } of events) seen.add(type);
        const known = await bakers.performer.round(id);
        expect(replayRound(events)).toEqual(known?.round);
      }
      expect([...seen].toSorted()).toEqual(Object.keys(HEARINGS).toSorted());
      expect(await verifyStore(driver)).toEqual([]);
    });

    test('give back every kind of event of a circle as it was recorded', async () => {
      const driver = await openTestDriver(await openDatabase());
      const store = makeStore(driver);
      const bakers = world.worldOf(store);
      await world.openCircle(bakers);
      const form = {
        settings: {
          ...world.settings,
          name: 'Bakery & Café',
          namesWaiting: false,
          standIn: ben,
        },
        roster: [...world.roster.slice(0, 3), { id: memberId('U0FAY'), status: 'full' as const }],
        facilitators: [ben, ada],
        secretaries: [ada],
      };
      const at = MONDAY + HOUR;
      const leave = { fromOn: '2027-03-08', untilOn: null };
      for (const command of [
        { type: 'change_circle' as const, form, at, by: ada },
        { type: 'change_leave' as const, member: cleo, leave, at, by: cleo },
        { type: 'account_changed' as const, member: ada, closed: true, at, by: ben },
        { type: 'account_changed' as const, member: ada, closed: false, at: at + 1, by: ben },
        { type: 'channel_changed' as const, member: cleo, inside: false, at: at + 2, by: cleo },
        { type: 'channel_changed' as const, member: cleo, inside: true, at: at + 3, by: cleo },
        { type: 'account_changed' as const, member: cleo, closed: true, at: at + 4, by: cleo },
        { type: 'expect_back' as const, member: cleo, at: at + 5, by: ben },
      ]) {
        const result = await bakers.performer.onCircle(bakery, command);
        expect(result).not.toHaveProperty('refused');
      }

      const events = await store.circleEvents(bakery);
      expect(events.map(({ type }) => type)).toEqual([
        'circle_created',
        'settings_changed',
        'roster_changed',
        'facilitators_changed',
        'secretaries_changed',
        'leave_changed',
        'account_closed',
        'account_reopened',
        'channel_left',
        'channel_rejoined',
        'account_closed',
        'return_expected',
      ]);
      const circle = events.reduce<Circle | null>(evolveCircle, null);
      expect(circle).toEqual(await bakers.performer.circle(bakery));
      expect(circle?.facilitators).toEqual([ben, ada]);
      expect(circle?.members.get(cleo)).toMatchObject({ expectedBackBy: ben });
      const notices = await store.leaseNotices(at + HOUR, 99, HOUR);
      const direct = notices.filter(({ notice }) => notice.kind === 'circle_direct');
      // Each event of the circle that a person hears of is a notice of its own, once for each.
      expect(new Set(direct.map(({ key }) => key)).size).toBe(direct.length);
      expect(direct.map(({ notice }) => 'seq' in notice && notice.seq)).toContain(9);
      expect(await verifyStore(driver)).toEqual([]);
    });

    test('are empty where there is no such round or circle', async () => {
      const store = await openTestStore(await openDatabase());
      expect(await store.roundEvents(roundId('nowhere'))).toEqual([]);
      expect(await store.circleEvents(circleId('nowhere'))).toEqual([]);
    });

    test('keep what people wrote to the last character', async () => {
      const driver = await openTestDriver(await openDatabase());
      const bakers = world.worldOf(makeStore(driver));
      await world.openCircle(bakers);
      const strange = 'Ünïcode 🥖 <!channel> \0 half \ud83e and "quotes" \\ %_';
      const { id } = await world.openRound(bakers, 'strange', { title: strange });

      const [opened] = await bakers.store.roundEvents(id);
      expect(opened).toMatchObject({ type: 'round_opened', title: strange });
      expect(await verifyStore(driver)).toEqual([]);
    });

    test('outlive the program', async () => {
      const database = await openDatabase();
      const store = await openTestStore(database);
      const [first = roundId('none')] = await world.playEverything(world.worldOf(store));
      const before = await store.roundEvents(first);
      await store.close();

      const again = await openTestStore(database);
      expect(await again.roundEvents(first)).toEqual(before);
    });
  });

  describe('a command that comes too late', () => {
    test('is stale where another was decided on the same event', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      const round = await world.openRound(bakers);
      const at = MONDAY + HOUR;
      await bakers.store.commitRound(commitOf(round, [consent(ben, at)]));

      const late = bakers.store.commitRound(commitOf(round, [consent(cleo, at)]));
      await expect(late).rejects.toThrow(StaleState);
      await expect(late).rejects.toThrow('Round sundays changed after event 1');
      expect(await bakers.store.roundEvents(round.id)).toHaveLength(2);
    });

    test('is stale where it would leave a gap in the history', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      const round = await world.openRound(bakers);
      const unrecorded = evolveRound(round, consent(ben, MONDAY + HOUR));

      const gap = bakers.store.commitRound(commitOf(unrecorded, [consent(cleo, MONDAY + HOUR)]));
      await expect(gap).rejects.toThrow(StaleState);
      expect(await bakers.store.roundEvents(round.id)).toHaveLength(1);
    });

    test('is stale where the round is there already, and where it never was', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      const round = await world.openRound(bakers);
      const opened = await bakers.store.roundEvents(round.id);
      await expect(bakers.store.commitRound(commitOf(null, opened))).rejects.toThrow(StaleState);

      const elsewhere = { ...round, id: roundId('elsewhere') };
      const lost = bakers.store.commitRound(commitOf(elsewhere, [consent(ben, MONDAY)]));
      await expect(lost).rejects.toThrow(StaleState);
    });

    test('is stale in a circle too, and where its channel already has one', async () => {
      const { store, ...bakers } = await openWorld(await openDatabase());
      const circle = await world.openCircle({ store, ...bakers });
      const events: CircleEvent[] = [
        { type: 'account_closed', member: cleo, at: MONDAY, by: null },
      ];
      const after = events.reduce<Circle | null>(evolveCircle, circle) ?? circle;
      await store.commitCircle({ before: circle, after, events, notices: [] });
      const again = store.commitCircle({ before: circle, after, events, notices: [] });
      await expect(again).rejects.toThrow(StaleState);

      const [created] = await store.circleEvents(bakery);
      const id = circleId('second');
      const second = [created].map((event) => ({ ...event, id }) as CircleEvent);
      const twin = second.reduce<Circle | null>(evolveCircle, null) ?? circle;
      const opening = { before: null, after: twin, events: second, notices: [] };
      await expect(store.commitCircle(opening)).rejects.toThrow(StaleState);
      expect(await store.circleEvents(id)).toEqual([]);
    });

    test('takes nothing of its own with it: no event, no row, no notice', async () => {
      const driver = await openTestDriver(await openDatabase());
      const bakers = world.worldOf(makeStore(driver));
      await world.openCircle(bakers);
      const round = await world.openRound(bakers);
      await bakers.store.commitRound(commitOf(round, [consent(ben, MONDAY + HOUR)]));
      const notice = {
        key: 'late',
        stream: 'late',
        teamId: team,
        notice: { kind: 'card' as const, roundId: round.id },
        createdAt: MONDAY,
        dueAt: MONDAY,
      };
      const commit = { ...commitOf(round, [consent(cleo, MONDAY)]), notices: [notice] };
      await expect(bakers.store.commitRound(commit)).rejects.toThrow(StaleState);

      const leased = await bakers.store.leaseNotices(MONDAY + 9 * DAY, 100, HOUR);
      expect(leased.map(({ key }) => key)).not.toContain('late');
      expect(await verifyStore(driver)).toEqual([]);
    });
  });

  describe('a commit that cannot be right', () => {
    test('is refused where the round is not what its events make it', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      const round = await world.openRound(bakers);
      const commit = commitOf(round, [consent(ben, MONDAY + HOUR)]);
      const wrong = bakers.store.commitRound({ ...commit, events: [] });
      await expect(wrong).rejects.toThrow('is at event 2 where its events make 1');
    });

    test('is refused where its circle is unknown', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      const round = await world.openRound(bakers);
      const [opened] = await bakers.store.roundEvents(round.id);
      const stray = [{ ...opened, id: roundId('stray'), number: 99, circleId: circleId('none') }];
      const commit = commitOf(null, stray as unknown as RoundEvent[]);
      await expect(bakers.store.commitRound(commit)).rejects.toThrow(/foreign key/i);
      expect(await bakers.store.roundEvents(roundId('stray'))).toEqual([]);
    });

    test('is told of without what people wrote', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      const round = await world.openRound(bakers, 'secret', { title: 'A SECRET TITLE' });
      const [opened] = await bakers.store.roundEvents(round.id);
      const twin = [{ ...opened, id: roundId('twin') }] as unknown as RoundEvent[];
      const error = await bakers.store
        .commitRound(commitOf(null, twin))
        .catch((why: unknown) => why);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(StaleState);
      expect(JSON.stringify([error, String(error), (error as Error).cause])).not.toContain(
        'SECRET',
      );
    });
  });

  describe('the row of a channel', () => {
    test('leads to its circle, and only in its own workspace', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      expect(await bakers.store.circleOfChannel(team, world.bakeryChannel)).toBe(bakery);
      expect(await bakers.store.circleOfChannel(team, channelId('C0OTHER'))).toBeNull();
      const elsewhere = 'T0OTHER' as typeof team;
      expect(await bakers.store.circleOfChannel(elsewhere, world.bakeryChannel)).toBeNull();
    });

    test('stands among the circles of its members, by name', async () => {
      const bakers = await openWorld(await openDatabase());
      await world.openCircle(bakers);
      const named = (name: string) => ({ settings: { ...world.settings, name } });
      const [roster] = [world.roster.filter(({ id }) => id !== dora)];
      const [one, two] = [circleId('c1'), circleId('c2')];
      await world.openCircle(bakers, { ...named('über'), roster }, one, channelId('C1'));
      await world.openCircle(bakers, named('Accounts'), two, channelId('C2'));
      expect(await bakers.store.circlesOf(team, world.emil)).toEqual([two, bakery, one]);
      expect(await bakers.store.circlesOf(team, dora)).toEqual([two, bakery]);
      expect(await bakers.store.circlesOf(team, memberId('U0NOBODY'))).toEqual([]);
    });
  });
}

export function consent(by: typeof ada, at: number): RoundEvent {
  return { type: 'consented', note: null, at, by };
}
