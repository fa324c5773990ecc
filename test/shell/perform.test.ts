import { describe, expect, test } from 'vitest';
import { memberId, objectionId } from '../../src/core/ids.ts';
import { Performer } from '../../src/shell/perform.ts';
import { StaleState } from '../../src/shell/store.ts';
import { found } from '../support/found.ts';
import { ana, ben, cai, form, FRIDAY, openShell, openSundays } from '../support/shell.ts';
import { sundays, willow } from '../support/shell.ts';
import { DAY, HOUR, MONDAY } from '../support/time.ts';

const TUESDAY = MONDAY + DAY;

async function withRound() {
  const shell = await openShell();
  await openSundays(shell.performer);
  return shell;
}

const consent = (by: typeof ana, at = MONDAY + HOUR) => ({ type: 'consent', by, at }) as const;

describe('a command is loaded, decided and committed once', () => {
  test('an answer is on disk when its promise resolves, with its notices', async () => {
    const { performer, store, wakes } = await withRound();
    const before = wakes();
    await performer.onRound(sundays, consent(ana));
    const events = await store.roundEvents(sundays);
    expect(events.at(-1)).toMatchObject({ type: 'consented', by: ana });
    expect(wakes()).toBe(before + 1);
  });

  test('a refused command leaves nothing behind', async () => {
    const { performer, store } = await withRound();
    const result = await performer.onRound(sundays, consent(memberId('UOTTO')));
    expect(result.refused).toMatchObject({ code: 'not_in_circle' });
    expect(await store.roundEvents(sundays)).toHaveLength(1);
  });

  test('the same proposal sent twice opens one round with one number', async () => {
    const { performer, store } = await withRound();
    const again = await openSundays(performer);
    expect(again.number).toBe(1);
    expect(await store.openRoundsOf(willow)).toEqual([sundays]);
  });

  test('the same circle form sent twice sets up one circle', async () => {
    const { performer, store } = await openShell();
    const circle = found(await performer.circle(willow));
    await performer.onCircle(willow, {
      type: 'create_circle',
      id: willow,
      teamId: circle.teamId,
      channelId: circle.channelId,
      form,
      at: TUESDAY,
      by: cai,
    });
    expect(await store.circleEvents(willow)).toHaveLength(1);
  });

  test('a refused proposal uses up no number', async () => {
    const { performer } = await openShell();
    const refused = await performer.propose(willow, {
      id: sundays,
      at: MONDAY,
      by: memberId('UOTTO'),
      form: (await draftForm()).form,
    });
    expect(refused).toMatchObject({ refused: { code: 'not_a_decider' } });
    expect((await openSundays(performer)).number).toBe(1);
  });

  test('an unknown round is a fault of ours, and thrown', async () => {
    const { performer } = await openShell();
    await expect(performer.onRound(sundays, consent(ana))).rejects.toThrow('no round');
  });
});

async function draftForm() {
  const { performer } = await openShell();
  const round = await openSundays(performer);
  const { title, need, owner, reviewOn, deadlineAt, replaces, versions } = round;
  const { document } = found(versions[0]);
  return { form: { title, need, owner, reviewOn, deadlineAt, replaces, document } };
}

describe('many at once', () => {
  test('every answer of one instant is recorded, in one order', async () => {
    const { performer, store } = await withRound();
    const kinds = Array.from({ length: 40 }, (_, turn) => found([ana, ben, cai][turn % 3]));
    await Promise.all(
      kinds.map((by, turn) =>
        performer.onRound(sundays, { type: 'consent', by, at: MONDAY + turn, note: `${turn}` }),
      ),
    );
    expect(await store.roundEvents(sundays)).toHaveLength(1 + kinds.length);
  });

  test('another process was first: the command is decided anew on what it left', async () => {
    const { performer, store } = await withRound();
    await performer.onRound(sundays, consent(ana));
    const other = new Performer(store, () => {});
    await other.onRound(sundays, consent(ben));
    const { round } = await performer.onRound(sundays, consent(cai));
    expect([...round.answers.keys()]).toEqual([ana, ben, cai]);
    expect(await store.roundEvents(sundays)).toHaveLength(4);
  });

  test('two facilitators close in one instant: the first wins, the second is told', async () => {
    const { performer, store } = await withRound();
    for (const by of [ana, ben, cai]) await performer.onRound(sundays, consent(by));
    const close = { type: 'decide', by: ana, at: TUESDAY + HOUR, decisionNumber: 0 } as const;
    const results = await Promise.all([
      performer.onRound(sundays, close),
      performer.onRound(sundays, close),
    ]);
    expect(results.map(({ refused }) => refused?.code ?? 'done').toSorted()).toEqual([
      'done',
      'round_ended',
    ]);
    const decided = (await store.roundEvents(sundays)).filter(
      ({ type }) => type === 'round_decided',
    );
    expect(decided).toMatchObject([{ decisionNumber: 1 }]);
  });

  test('a commit that fails takes what was decided on it along, and memory stays true', async () => {
    const { performer, store } = await withRound();
    await performer.onRound(sundays, consent(ana));
    const failing = { ...store, commitRound: () => Promise.reject(new Error('disk full')) };
    const broken = new Performer(failing, () => {});
    await expect(broken.onRound(sundays, consent(ben))).rejects.toThrow('disk full');
    const known = found(await broken.round(sundays));
    expect([...known.round.answers.keys()]).toEqual([ana]);
  });

  test('a clash without end is a fault, not a loop', async () => {
    const { store } = await withRound();
    const always = { ...store, commitRound: () => Promise.reject(new StaleState('again')) };
    const broken = new Performer(always, () => {});
    await expect(broken.onRound(sundays, consent(ben))).rejects.toThrow(StaleState);
  });
});

describe('a change of the circle reaches its open rounds at once', () => {
  test('who leaves is no longer waited for; their objection stays', async () => {
    const { performer } = await withRound();
    await performer.onRound(sundays, {
      type: 'object',
      objectionId: objectionId('o_1'),
      by: cai,
      at: MONDAY + HOUR,
      harm: 'Nobody is left to bake on Monday.',
      effect: 'No fresh bread for the people we support.',
      remedy: null,
    });
    await performer.onCircle(willow, {
      type: 'change_circle',
      form: { ...form, roster: form.roster.filter(({ id }) => id !== cai) },
      at: TUESDAY,
      by: ana,
    });
    const { round } = found(await performer.round(sundays));
    expect(round.asked.get(cai)?.excused?.reason).toBe('left');
    expect(round.objections[0]?.takenBackAt).toBeNull();
  });

  test('the deadline of a round is not touched by new settings', async () => {
    const { performer } = await withRound();
    const settings = { ...form.settings, windowDays: 14 };
    await performer.onCircle(willow, {
      type: 'change_circle',
      form: { ...form, settings },
      at: TUESDAY,
      by: ana,
    });
    expect(found(await performer.round(sundays)).round.deadlineAt).toBe(FRIDAY);
  });
});
