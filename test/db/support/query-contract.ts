import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../../src/core/document-of-text.ts';
import { channelId, circleId, objectionId, roundId } from '../../../src/core/ids.ts';
import * as world from './bakery.ts';
import { openTestStore, openWorld, type OpenDatabase } from './harness.ts';
import { nextVersionOf } from './versions.ts';

const { ada, ben, cleo, dora, emil, bakery, team, MONDAY, HOUR, DAY } = world;

/** What holds for finding things, on every database. */
export function queryContract(openDatabase: OpenDatabase): void {
  const open = async () => {
    const bakers = await openWorld(await openDatabase());
    await world.openCircle(bakers);
    return bakers;
  };

  describe('rounds', () => {
    test('are found by the number that members see', async () => {
      const bakers = await open();
      const round = await world.openRound(bakers);
      expect(await bakers.store.roundNumbered(team, round.number)).toBe(round.id);
      expect(await bakers.store.roundNumbered(team, round.number + 1)).toBeNull();
      expect(await bakers.store.roundNumbered('T0OTHER' as typeof team, round.number)).toBeNull();
    });

    test('that have not ended are listed, paused ones too, oldest deadline first', async () => {
      const bakers = await open();
      const late = await world.openRound(bakers, 'late', { deadlineAt: MONDAY + 9 * DAY });
      const soon = await world.openRound(bakers, 'soon', { deadlineAt: MONDAY + 4 * DAY });
      const gone = await world.openRound(bakers, 'gone');
      const kitchen = circleId('kitchen');
      await world.openCircle(bakers, {}, kitchen, channelId('C0KITCHEN'));
      const other = await world.openRound(bakers, 'other', {}, { circle: kitchen });
      const at = MONDAY + HOUR;
      await world.did(bakers, late.id, { type: 'to_meeting', note: null, at, by: ada });
      await world.did(bakers, gone.id, { type: 'withdraw', reason: null, at, by: ben });

      expect(await bakers.store.openRoundsOf(bakery)).toEqual([soon.id, late.id]);
      expect(await bakers.store.openRoundsOf(kitchen)).toEqual([other.id]);
      expect(await bakers.store.openRounds()).toEqual([soon.id, other.id, late.id]);
    });

    test('wait for those they ask who have not answered, by deadline', async () => {
      const bakers = await open();
      const late = await world.openRound(bakers, 'late', { deadlineAt: MONDAY + 9 * DAY });
      const soon = await world.openRound(bakers, 'soon', { deadlineAt: MONDAY + 4 * DAY });
      const waitingFor = (member: typeof ada) => bakers.store.roundsWaitingFor(team, member);
      expect(await waitingFor(ben)).toEqual([soon.id, late.id]);
      expect(await waitingFor(emil)).toEqual([]);
      expect(await bakers.store.roundsWaitingFor('T0OTHER' as typeof team, ben)).toEqual([]);

      const at = MONDAY + HOUR;
      await world.did(bakers, soon.id, { type: 'consent', at, by: ben });
      expect(await waitingFor(ben)).toEqual([late.id]);
      await world.did(bakers, soon.id, { type: 'take_back_answer', at, by: ben });
      expect(await waitingFor(ben)).toEqual([soon.id, late.id]);
      const objection = { objectionId: objectionId('o1'), ...world.objectionText };
      await world.did(bakers, soon.id, { type: 'object', ...objection, at, by: ben });
      expect(await waitingFor(ben)).toEqual([late.id]);
    });

    test('wait again for those whose answer was to an earlier version', async () => {
      const bakers = await open();
      const round = await world.openRound(bakers, 'again');
      const waitingFor = (member: typeof ada) => bakers.store.roundsWaitingFor(team, member);
      const at = MONDAY + HOUR;
      await world.did(bakers, round.id, { type: 'consent', at, by: cleo });
      const words = { change: 'wording' } as const;
      await world.did(bakers, round.id, nextVersionOf(round, 'Only said better.', words));
      expect(await waitingFor(cleo)).toEqual([]);
      const other = nextVersionOf(round, 'Something else.', { basedOn: 2 });
      await world.did(bakers, round.id, other);
      expect(await waitingFor(cleo)).toEqual([round.id]);
    });

    test('do not wait for who is away, nor while parked, nor when they have ended', async () => {
      const bakers = await open();
      const parked = await world.openRound(bakers, 'parked');
      const ended = await world.openRound(bakers, 'ended');
      const meeting = await world.openRound(bakers, 'meeting');
      const at = MONDAY + HOUR;
      const step = { nextStep: 'Ask around', who: ben, untilOn: '2027-04-01' };
      await world.did(bakers, parked.id, { type: 'park', ...step, at, by: ada });
      await world.did(bakers, ended.id, { type: 'withdraw', reason: null, at, by: ben });
      await world.did(bakers, meeting.id, { type: 'to_meeting', note: null, at, by: ada });
      expect(await bakers.store.roundsWaitingFor(team, cleo)).toEqual([meeting.id]);

      const asks = await world.openRound(bakers, 'asks', {}, { at: MONDAY + 2 * HOUR });
      const leave = { fromOn: '2027-03-01', untilOn: '2027-03-05' };
      const away = { type: 'change_leave' as const, member: dora, leave, at: at + DAY, by: dora };
      await bakers.performer.onCircle(bakery, away);
      expect(await bakers.store.roundsWaitingFor(team, dora)).not.toContain(asks.id);
      expect(await bakers.store.roundsWaitingFor(team, cleo)).toContain(asks.id);
    });

    test('are due when their clock has something to do, longest due first', async () => {
      const bakers = await open();
      const late = await world.openRound(bakers, 'late', { deadlineAt: MONDAY + 9 * DAY });
      const soon = await world.openRound(bakers, 'soon', { deadlineAt: MONDAY + 4 * DAY });
      expect(await bakers.store.dueRounds(MONDAY, 9)).toEqual([]);
      expect(await bakers.store.dueRounds(MONDAY + 20 * DAY, 9)).toEqual([soon.id, late.id]);
      expect(await bakers.store.dueRounds(MONDAY + 20 * DAY, 1)).toEqual([soon.id]);

      const at = MONDAY + HOUR;
      await world.did(bakers, soon.id, { type: 'withdraw', reason: null, at, by: ben });
      expect(await bakers.store.dueRounds(MONDAY + 20 * DAY, 9)).toEqual([late.id]);
    });
  });

  describe('decisions', () => {
    const everywhere = { teamId: team, circleIds: [bakery], limit: 10 };

    test('are listed newest first, with what a line needs', async () => {
      const bakers = await open();
      const first = await world.decidedRound(bakers, 'first', { title: 'First' });
      const second = await world.decidedRound(bakers, 'second', { title: 'Second' });
      const lines = await bakers.store.findDecisions({ ...everywhere, words: [] });
      expect(lines).toEqual([
        {
          number: 2,
          roundId: second.id,
          circleId: bakery,
          title: 'Second',
          owner: ben,
          decidedAt: second.ending?.at,
          reviewOn: '2027-06-01',
          pausedAt: null,
        },
        expect.objectContaining({ number: 1, roundId: first.id, title: 'First' }),
      ]);
      expect(await bakers.store.findDecisions({ ...everywhere, words: [], limit: 1 })).toEqual(
        lines.slice(0, 1),
      );
      expect(await bakers.store.decisionNumbered(team, 2)).toBe(second.id);
      expect(await bakers.store.decisionNumbered(team, 3)).toBeNull();
    });

    test('say since when they are paused, and the clock of a closed round goes on', async () => {
      const bakers = await open();
      const { id, ending } = await world.decidedRound(bakers, 'one');
      const closedAt = ending?.at ?? 0;
      const at = closedAt + HOUR;
      await world.did(bakers, id, { type: 'pause_decision', reason: 'Smoke', at, by: ben });
      const lines = async () => bakers.store.findDecisions({ ...everywhere, words: [] });
      expect(await lines()).toMatchObject([{ pausedAt: at }]);
      await world.did(bakers, id, { type: 'unpause_decision', at: at + 1, by: ben });
      expect(await lines()).toMatchObject([{ pausedAt: null }]);

      expect(await bakers.store.dueRounds(at + 60 * DAY, 9)).toEqual([]);
      const late = { objectionId: objectionId('late'), ...world.objectionText };
      await world.did(bakers, id, { type: 'object_late', ...late, at: at + 2, by: cleo });
      expect(await bakers.store.dueRounds(at + 60 * DAY, 9)).toEqual([id]);
      expect(await bakers.store.openRounds()).toEqual([]);
      await world.did(bakers, id, {
        type: 'answer_late_objection',
        objectionId: late.objectionId,
        text: 'We look at it.',
        at: at + 3,
        by: ben,
      });
      expect(await bakers.store.dueRounds(at + 60 * DAY, 9)).toEqual([]);
    });

    test('opened again are no decision until they are closed anew', async () => {
      const bakers = await open();
      const { id, ending } = await world.decidedRound(bakers, 'one');
      const at = ending?.at ?? 0;
      const late = { objectionId: objectionId('late'), ...world.objectionText };
      await world.did(bakers, id, { type: 'object_late', ...late, at, by: cleo });
      expect(await bakers.store.findDecisions({ ...everywhere, words: [] })).toEqual([]);
      expect(await bakers.store.decisionNumbered(team, 1)).toBeNull();
      expect(await bakers.store.openRounds()).toEqual([id]);
    });

    test('are found by words in title, need and text, in any case and any alphabet', async () => {
      const bakers = await open();
      const { id } = await world.decidedRound(bakers, 'one', {
        title: 'Öffnen am SONNTAG',
        need: 'Ένα ΨΩΜΊ every day',
        document: documentOfText('We bake 100% rye_bread \\ nothing else'),
      });
      await world.decidedRound(bakers, 'two', { title: 'Another thing' });
      const found = async (...words: string[]) => {
        const lines = await bakers.store.findDecisions({ ...everywhere, words });
        return lines.map(({ roundId }) => roundId);
      };
      for (const words of [['öffnen'], ['sonntag'], ['ψωμί'], ['RYE_BREAD'], ['100%'], ['\\']]) {
        expect(await found(...words)).toEqual([id]);
      }
      expect(await found('sonntag', 'Rye')).toEqual([id]);
      expect(await found('sonntag', 'another')).toEqual([]);
      // Signs that mean something to LIKE are only themselves.
      expect(await found('1%0')).toEqual([]);
      expect(await found('rye bread')).toEqual([]);
    });

    test('are found only in the circles and the workspace asked about', async () => {
      const bakers = await open();
      await world.decidedRound(bakers, 'one');
      const search = { ...everywhere, words: ['sundays'] };
      expect(await bakers.store.findDecisions(search)).toHaveLength(1);
      expect(await bakers.store.findDecisions({ ...search, circleIds: [] })).toEqual([]);
      const others = { ...search, circleIds: [circleId('kitchen')] };
      expect(await bakers.store.findDecisions(others)).toEqual([]);
      const elsewhere = { ...search, teamId: 'T0OTHER' as typeof team };
      expect(await bakers.store.findDecisions(elsewhere)).toEqual([]);
    });

    test('do not include rounds that ended in another way', async () => {
      const bakers = await open();
      const { id } = await world.openRound(bakers);
      const at = MONDAY + HOUR;
      await world.did(bakers, id, { type: 'withdraw', reason: null, at, by: ben });
      expect(await bakers.store.findDecisions({ ...everywhere, words: [] })).toEqual([]);
    });
  });

  describe('book-keeping', () => {
    test('remembers the one live message of each objection', async () => {
      const bakers = await open();
      const { id } = await world.openRound(bakers);
      const first = objectionId('o_first');
      expect(await bakers.store.objectionMessageOf(id, first)).toBeNull();
      const place = { roundId: id, channelId: world.bakeryChannel, ts: '1700000000.000100' };
      await bakers.store.saveObjectionMessage({ ...place, objectionId: first }, MONDAY);
      const other = { ...place, objectionId: objectionId('o_other'), ts: '1700000000.000200' };
      await bakers.store.saveObjectionMessage(other, MONDAY);
      const moved = { ...place, objectionId: first, ts: '1700000001.000300' };
      await bakers.store.saveObjectionMessage(moved, MONDAY + 1);
      expect(await bakers.store.objectionMessageOf(id, first)).toEqual(moved);
      expect(await bakers.store.objectionMessageOf(id, other.objectionId)).toEqual(other);
      const nowhere = { ...moved, roundId: roundId('nowhere') };
      const stray = bakers.store.saveObjectionMessage(nowhere, MONDAY);
      await expect(stray).rejects.toThrow('There is no round nowhere');
    });

    test('remembers the one live card of a round', async () => {
      const bakers = await open();
      const { id } = await world.openRound(bakers);
      expect(await bakers.store.cardOf(id)).toBeNull();
      const card = { roundId: id, channelId: world.bakeryChannel, ts: '1700000000.000100' };
      await bakers.store.saveCard(card, MONDAY);
      expect(await bakers.store.cardOf(id)).toEqual(card);
      const moved = { ...card, channelId: channelId('C0NEW'), ts: '1700000001.000200' };
      await bakers.store.saveCard(moved, MONDAY + 1);
      expect(await bakers.store.cardOf(id)).toEqual(moved);
      const stray = bakers.store.saveCard({ ...card, roundId: roundId('nowhere') }, MONDAY);
      await expect(stray).rejects.toThrow('There is no round nowhere');
    });

    test('knows what a message tells of: a card, an objection’s, and any other', async () => {
      const bakers = await open();
      const one = (await world.openRound(bakers, 'one')).id;
      const two = (await world.openRound(bakers, 'two')).id;
      const at = (ts: string, channel = world.bakeryChannel) =>
        bakers.store.messageAt({ teamId: team, channelId: channel, ts });
      const place = { channelId: world.bakeryChannel, ts: '1700000000.000100' };
      expect(await at(place.ts)).toBeNull();

      await bakers.store.saveCard({ roundId: one, ...place }, MONDAY);
      const card = { roundId: one, teamId: team, ...place, threadTs: null };
      expect(await at(place.ts)).toEqual(card);
      const objection = { roundId: one, objectionId: objectionId('o'), ...place, ts: '2.1' };
      await bakers.store.saveObjectionMessage(objection, MONDAY);
      expect(await at('2.1')).toEqual({ ...card, ts: '2.1' });
      const reply = { ...card, ts: '3.1', threadTs: place.ts };
      await bakers.store.saveMessage(reply, MONDAY);
      expect(await at('3.1')).toEqual(reply);

      const direct = { ...card, roundId: two, channelId: channelId('D0ADA'), ts: '4.1' };
      await bakers.store.saveMessage(direct, MONDAY);
      await bakers.store.saveMessage(direct, MONDAY + 1);
      expect(await at('4.1', direct.channelId)).toEqual(direct);
      expect(await at('4.1')).toBeNull();
      const elsewhere = { teamId: 'T0OTHER' as typeof team, ...place };
      expect(await bakers.store.messageAt(elsewhere)).toBeNull();
      const stray = bakers.store.saveMessage(
        { ...reply, ts: '5.1', roundId: roundId('nowhere') },
        MONDAY,
      );
      await expect(stray).rejects.toThrow();
    });

    test('remembers when a timer last ran, to the millisecond', async () => {
      const { store } = await open();
      expect(await store.lastTimerRun('deadlines')).toBeNull();
      await store.saveTimerRun('deadlines', MONDAY + 123);
      await store.saveTimerRun('deadlines', MONDAY + 456);
      expect(await store.lastTimerRun('deadlines')).toBe(MONDAY + 456);
    });

    test('says that it is well, and throws when nothing can be written', async () => {
      const database = await openDatabase({ anew: true });
      const store = await openTestStore(database);
      await expect(store.checkHealth()).resolves.toBeUndefined();
      await database.raw('drop table counters');
      await expect(store.checkHealth()).rejects.toThrow('counters');
    });

    test('finishes what is being written before it closes, and takes nothing after', async () => {
      const database = await openDatabase();
      const store = await openTestStore(database);
      const written = store.saveTimerRun('last', MONDAY);
      await store.close();
      await written;
      await expect(store.saveTimerRun('too late', MONDAY)).rejects.toThrow('closed');
      const again = await openTestStore(database);
      expect(await again.lastTimerRun('last')).toBe(MONDAY);
      expect(await again.lastTimerRun('too late')).toBeNull();
    });

    test('closes twice without harm', async () => {
      const store = await openTestStore(await openDatabase());
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
    });
  });
}
