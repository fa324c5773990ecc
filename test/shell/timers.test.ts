import { afterEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createTimers, OUTAGE_LEAST_MS, TIMERS, type Timers } from '../../src/shell/timers.ts';
import { found } from '../support/found.ts';
import { ana, ben, cai, FRIDAY, openShell, openSundays, sundays } from '../support/shell.ts';
import type { Shell } from '../support/shell.ts';
import { DAY, HOUR, MONDAY } from '../support/time.ts';

const log = createLog({ level: 'silent' });
const started: Timers[] = [];

async function shellWithTimers(): Promise<Shell & { timers: Timers; at(now: number): void }> {
  const shell = await openShell();
  await openSundays(shell.performer);
  let now = MONDAY;
  const timers = createTimers({ ...shell, now: () => now, log });
  started.push(timers);
  return { ...shell, timers, at: (moment) => void (now = moment) };
}

const eventTypes = async ({ store }: Shell) =>
  (await store.roundEvents(sundays)).map(({ type }) => type);

afterEach(async () => {
  for (const timers of started.splice(0)) await timers.stop();
});

describe('timers make happen on time what the clock has brought', () => {
  test('names are unique, and every timer has a period', () => {
    expect(Object.keys(TIMERS)).toEqual(['heartbeat', 'due_rounds', 'open_rounds']);
    for (const { everyMs } of Object.values(TIMERS)) expect(everyMs).toBeGreaterThan(0);
  });

  test('half time and the day before each remind once, however often the timer runs', async () => {
    const shell = await shellWithTimers();
    shell.at(FRIDAY - DAY + 1);
    await shell.timers.runDue();
    await shell.timers.runDue();
    const types = await eventTypes(shell);
    expect(types.filter((type) => type === 'members_reminded')).toHaveLength(1);
  });

  test('a silent round is extended once at its deadline, and not closed after it', async () => {
    const shell = await shellWithTimers();
    shell.at(FRIDAY);
    await shell.timers.runDue();
    await shell.timers.runDue();
    shell.at(FRIDAY + 30 * DAY);
    await shell.timers.runDue();
    await shell.timers.runDue();
    const types = await eventTypes(shell);
    expect(types.filter((type) => type === 'deadline_extended')).toHaveLength(1);
    expect(types).not.toContain('round_decided');
  });

  test('each run is remembered, for health', async () => {
    const { timers } = await shellWithTimers();
    expect(timers.lastRunAt('due_rounds')).toBeNull();
    await timers.runDue();
    expect(timers.lastRunAt('due_rounds')).toBe(MONDAY);
  });

  test('a fault of one round does not keep the others waiting', async () => {
    const shell = await openShell();
    await openSundays(shell.performer);
    const other = await openSundays(shell.performer, `${sundays}_2` as typeof sundays);
    const performer = Object.create(shell.performer) as typeof shell.performer;
    performer.onRound = (id, command) =>
      id === sundays ? Promise.reject(new Error('broken')) : shell.performer.onRound(id, command);
    const timers = createTimers({ store: shell.store, performer, now: () => FRIDAY, log });
    await timers.runDue();
    const seen = (await shell.store.roundEvents(other.id)).map(({ type }) => type);
    expect(seen).toContain('deadline_passed');
  });
});

describe('an outage', () => {
  test('gives its time back before anything closes', async () => {
    const shell = await shellWithTimers();
    for (const by of [ana, ben, cai]) {
      await shell.performer.onRound(sundays, { type: 'consent', by, at: MONDAY + HOUR });
    }
    shell.at(FRIDAY - HOUR);
    await shell.timers.runDue();
    await shell.timers.stop();

    const back = FRIDAY + 2 * DAY;
    const timers = createTimers({ ...shell, now: () => back, log });
    started.push(timers);
    await timers.start();
    const { round } = found(await shell.performer.round(sundays));
    expect(round.deadlineAt).toBeGreaterThanOrEqual(back + DAY);
    expect(round.extensions).toMatchObject([{ cause: 'outage' }]);
    expect(round.ending).toBeNull();
  });

  test('a short restart is none', async () => {
    const shell = await shellWithTimers();
    shell.at(FRIDAY - 1_000);
    await shell.timers.runDue();
    shell.at(FRIDAY + OUTAGE_LEAST_MS - 2_000);
    await shell.timers.start();
    const { round } = found(await shell.performer.round(sundays));
    expect(round.extensions.map(({ cause }) => cause)).toEqual(['silence']);
  });

  test('a deadline outside of it stays where it was', async () => {
    const shell = await shellWithTimers();
    await shell.timers.runDue();
    shell.at(MONDAY + DAY);
    await shell.timers.start();
    expect(found(await shell.performer.round(sundays)).round.deadlineAt).toBe(FRIDAY);
  });
});
