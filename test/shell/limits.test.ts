import { describe, expect, test } from 'vitest';
import { draftId, roundId, type RoundId } from '../../src/core/ids.ts';
import type { KeepCommand } from '../../src/core/kept-draft.ts';
import { createLog } from '../../src/log.ts';
import { keepDraft } from '../../src/shell/keep-draft.ts';
import { createOutbox } from '../../src/shell/outbox.ts';
import { Performer } from '../../src/shell/perform.ts';
import { Remembered } from '../../src/shell/remembered.ts';
import { StaleState, type Store } from '../../src/shell/store.ts';
import { createTimers, OUTAGE_LEAST_MS } from '../../src/shell/timers.ts';
import { parseTypedDays, YEARS_AHEAD } from '../../src/shell/typed-days.ts';
import { parseTypedDeadline } from '../../src/shell/typed-deadline.ts';
import { found } from '../support/found.ts';
import {
  ana,
  ben,
  form,
  FRIDAY,
  openShell,
  openSundays,
  sundays,
  willow,
} from '../support/shell.ts';
import { MONDAY } from '../support/time.ts';
import { emptyDraft } from '../support/empty-draft.ts';

const log = createLog({ level: 'silent' });
const consent = { type: 'consent', by: ana, at: MONDAY } as const;

/** The first so many calls meet somebody else's change. */
function staleFor<Given extends unknown[], Result>(
  times: number,
  call: (...given: Given) => Promise<Result>,
) {
  let calls = 0;
  return {
    calls: () => calls,
    call: (...given: Given): Promise<Result> => {
      calls += 1;
      return calls <= times ? Promise.reject(new StaleState('again')) : call(...given);
    },
  };
}

describe('what clashes', () => {
  const commitsAfter = async (clashes: number) => {
    const { store, performer } = await openShell();
    await openSundays(performer);
    const commit = staleFor(clashes, (...given: Parameters<Store['commitRound']>) =>
      store.commitRound(...given),
    );
    const other = new Performer({ ...store, commitRound: commit.call }, () => {});
    return { done: other.onRound(sundays, consent), calls: commit.calls };
  };

  test('is tried five times, and the fifth may succeed', async () => {
    const { done, calls } = await commitsAfter(4);
    expect((await done).refused).toBeNull();
    expect(calls()).toBe(5);
  });

  test('is a fault after the fifth', async () => {
    const { done, calls } = await commitsAfter(5);
    await expect(done).rejects.toThrow(StaleState);
    expect(calls()).toBe(5);
  });

  const text = { ...emptyDraft, title: 'Open on Sundays' };
  const keep: KeepCommand = {
    id: draftId('d_1'),
    by: ben,
    at: MONDAY,
    basedOn: 0,
    drafters: [],
    text,
  };
  const keepAfter = async (clashes: number) => {
    const { store, performer } = await openShell();
    const save = staleFor(clashes, (...given: Parameters<Store['saveDraft']>) =>
      store.saveDraft(...given),
    );
    const circle = found(await performer.circle(willow));
    return keepDraft(keep, circle, { ...store, saveDraft: save.call });
  };

  test('is looked at once more where it is a draft', async () => {
    expect(await keepAfter(1)).toMatchObject({ kept: { revision: 1, text } });
  });

  test('and is nobody’s draft where it clashes again', async () => {
    expect(await keepAfter(2)).toEqual({ refused: { code: 'draft_unknown' } });
  });
});

describe('what is remembered', () => {
  test('is five hundred states; the one unused for longest goes first', () => {
    const remembered = new Remembered<number, string>();
    for (let id = 1; id <= 500; id += 1) remembered.loaded(id, `state ${id}`);
    expect(remembered.get(1)).toBe('state 1');
    remembered.loaded(501, 'state 501');
    expect([1, 2, 3, 501].map((id) => remembered.get(id))).toEqual([
      'state 1',
      undefined,
      'state 3',
      'state 501',
    ]);
  });
});

describe('an outage', () => {
  const extendedAfter = async (silence: number) => {
    const shell = await openShell();
    await openSundays(shell.performer);
    let now = FRIDAY - 1_000;
    const timers = createTimers({ ...shell, now: () => now, log });
    await timers.runDue();
    now += silence;
    await timers.start();
    await timers.stop();
    const { round } = found(await shell.performer.round(sundays));
    return round.extensions.map(({ cause }) => cause);
  };

  test('is a silence of five minutes', async () => {
    expect(await extendedAfter(OUTAGE_LEAST_MS)).toEqual(['outage']);
  });

  test('and not a millisecond less', async () => {
    expect(await extendedAfter(OUTAGE_LEAST_MS - 1)).toEqual(['silence']);
  });
});

describe('rounds that are due', () => {
  test('are looked at a hundred at once, and the rest in the same run', async () => {
    const { store, performer } = await openShell();
    const ids = Array.from({ length: 101 }, (_, n) => roundId(`r_${n}`));
    const batches: number[] = [];
    const looked: RoundId[] = [];
    const due = (_: number, limit: number) => {
      batches.push(limit);
      return Promise.resolve(ids.filter((id) => !looked.includes(id)).slice(0, limit));
    };
    const patient = Object.create(performer) as Performer;
    patient.onRound = (id) => {
      looked.push(id);
      return Promise.reject(new Error('not stored'));
    };
    const timers = createTimers({
      store: { ...store, dueRounds: due },
      performer: patient,
      now: () => FRIDAY,
      log,
    });
    await timers.runDue();
    expect(looked).toEqual(ids);
    expect(batches).toEqual([100, 100, 100]);
  });
});

describe('a notice that fails', () => {
  const givenUpAt = async (attempts: number) => {
    const shell = await openShell();
    await openSundays(shell.performer);
    const given: string[] = [];
    const store: Store = {
      ...shell.store,
      leaseNotices: async (...how) => {
        const leased = await shell.store.leaseNotices(...how);
        return leased.map((one) => ({ ...one, attempts: attempts - 1 }));
      },
      noticeGivenUp: (...how) => {
        given.push('given up');
        return shell.store.noticeGivenUp(...how);
      },
      noticePostponed: (...how) => {
        given.push('postponed');
        return shell.store.noticePostponed(...how);
      },
    };
    const deliver = () => Promise.resolve({ outcome: 'failed', error: 'http_503' } as const);
    const outbox = createOutbox({ store, now: () => MONDAY, log, deliver });
    outbox.start();
    await outbox.drain();
    await outbox.stop(100);
    return [...new Set(given)];
  };

  test('is tried again until the three thousandth attempt', async () => {
    expect(await givenUpAt(2_999)).toEqual(['postponed']);
    expect(await givenUpAt(3_000)).toEqual(['given up']);
  });
});

describe('what is typed', () => {
  test('names days up to three years ahead', () => {
    const today = '2026-03-02';
    expect(YEARS_AHEAD).toBe(3);
    expect(parseTypedDays('2029-03-02', today)).toEqual({ days: ['2029-03-02'] });
    expect(parseTypedDays('2029-03-03', today)).toEqual({
      refused: { code: 'too_far', line: '2029-03-03' },
    });
  });

  const { calendar } = form.settings;
  test.each([
    ['the whole text', '', 60, { at: FRIDAY, text: '' }],
    ['the whole text', '', 61, null],
    ['the end of a text', 'Open on Sundays until ', 60, { at: FRIDAY, text: 'Open on Sundays' }],
    ['the end of a text', 'Open on Sundays until ', 61, null],
  ])('is a deadline as %s (after “%s”) up to 60 characters: %i', (_, before, length, read) => {
    const phrase = 'friday'.padEnd(length, '!');
    expect(parseTypedDeadline(`${before}${phrase}`, MONDAY, calendar)).toEqual(read);
  });
});
