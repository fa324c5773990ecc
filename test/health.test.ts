import { afterEach, describe, expect, test } from 'vitest';
import { objectionId } from '../src/core/ids.ts';
import { healthOf } from '../src/health.ts';
import { people } from '../src/sandbox/world.ts';
import { HOUR, MONDAY } from './support/time.ts';
import { openShell, openSundays } from './support/shell.ts';
import { send } from './support/slack-request.ts';
import { startSundays, type Sundays } from './support/sundays.ts';

const MINUTE = 60_000;

/** The health of parts that are all well, but for those given. */
async function healthWith(changed: Partial<Parameters<typeof healthOf>[0]>) {
  const { store, performer } = await openShell();
  const parts = {
    store,
    timers: { lastRunAt: () => MONDAY },
    outbox: { oldestFailing: () => null },
    slack: () => ({ state: 'http', ok: true }),
    now: () => MONDAY,
  };
  return { store, performer, health: () => healthOf({ ...parts, ...changed }) };
}

describe('the health of the program', () => {
  test('is good where all is well', async () => {
    const { health } = await healthWith({});
    expect(await health()).toEqual({
      ok: true,
      body: {
        status: 'ok',
        reasons: [],
        database: 'ok',
        slack: 'http',
        oldest_undelivered_notice_at: '2026-03-02T09:00:00.000Z',
        last_timer_run_at: '2026-03-02T09:00:00.000Z',
      },
    });
  });

  test.each([
    ['late', MONDAY - MINUTE - 1],
    ['not run yet', null],
  ])('is bad where the timer of deadlines is %s', async (_why, at) => {
    const { health } = await healthWith({ timers: { lastRunAt: () => at } });
    const { ok, body } = await health();
    expect(ok).toBe(false);
    expect(body).toMatchObject({
      status: 'trouble',
      reasons: ['The timer that watches deadlines is late.'],
      last_timer_run_at: at === null ? null : '2026-03-02T08:58:59.999Z',
    });
  });

  test('is good where the timer missed only some of its turns', async () => {
    const { health } = await healthWith({ timers: { lastRunAt: () => MONDAY - MINUTE } });
    expect((await health()).ok).toBe(true);
  });

  test('is bad where a notice is due for a quarter of an hour', async () => {
    const late = MONDAY + 15 * MINUTE + 1;
    const { health, performer } = await healthWith({
      timers: { lastRunAt: () => late },
      now: () => late,
    });
    await openSundays(performer);
    expect((await health()).body).toMatchObject({
      status: 'trouble',
      reasons: ['A notice has been waiting for delivery for more than 15 minutes.'],
      oldest_undelivered_notice_at: '2026-03-02T09:00:00.000Z',
    });
  });

  test('is bad where Slack has not taken a notice for so long, due now or not', async () => {
    const outbox = { oldestFailing: () => MONDAY - HOUR };
    const { health } = await healthWith({ outbox });
    expect((await health()).body).toMatchObject({
      reasons: ['A notice has been waiting for delivery for more than 15 minutes.'],
      oldest_undelivered_notice_at: '2026-03-02T08:00:00.000Z',
    });
  });

  test('is bad where the database is closed', async () => {
    const { health, store } = await healthWith({});
    await store.close();
    const { ok, body } = await health();
    expect(ok).toBe(false);
    expect(body).toMatchObject({
      database: 'unreachable',
      reasons: ['The database cannot be written to.'],
    });
  });

  test.each(['starting', 'reconnecting', 'refused'])(
    'is bad where the connection to Slack is %s',
    async (state) => {
      const { health } = await healthWith({ slack: () => ({ state, ok: false }) });
      expect((await health()).body).toMatchObject({
        slack: state,
        reasons: [`Slack is not connected (${state}).`],
      });
    },
  );

  test('tells everything that is bad, and not the first thing alone', async () => {
    const { health } = await healthWith({
      timers: { lastRunAt: () => null },
      slack: () => ({ state: 'reconnecting', ok: false }),
    });
    expect((await health()).body.reasons).toHaveLength(2);
  });
});

describe('GET /healthz', () => {
  let round: Sundays;
  afterEach(() => round.stop());
  const asked = async () => {
    const { port } = round.program.address;
    const { status, body } = await send(port, { method: 'GET', path: '/healthz' });
    return { status, body };
  };

  test('is 503 while the socket reconnects, and 200 again after', async () => {
    round = await startSundays({ transport: 'socket' });
    expect(await asked()).toMatchObject({ status: 200 });
    round.slack.faults.method('apps.connections.open', 1, { status: 503 });
    round.slack.socket.cut();
    await expect.poll(asked).toMatchObject({
      status: 503,
      body: expect.stringContaining('Slack is not connected (reconnecting).'),
    });
    await expect.poll(asked, { timeout: 10_000 }).toMatchObject({ status: 200 });
  });

  test('is 503 when no timer has run for a minute, with the reason', async () => {
    round = await startSundays();
    round.slack.clock.advance(2 * MINUTE);
    expect(await asked()).toMatchObject({
      status: 503,
      body: expect.stringContaining('The timer that watches deadlines is late.'),
    });
    await round.program.catchUp();
    expect(await asked()).toMatchObject({ status: 200 });
  });

  test('stays 200 where a notice waits for people: the bot is not broken', async () => {
    round = await startSundays();
    await round.slack.kickBot(people.ana, 'CWILLOW');
    await round.perform(people.dee, {
      type: 'object',
      objectionId: objectionId('o_1'),
      harm: 'Nobody is left on Monday.',
      effect: 'No fresh bread.',
      remedy: null,
    });
    for (let minute = 0; minute < 20; minute += 1) await round.advance(MINUTE);
    expect(await asked()).toMatchObject({ status: 200 });
  });
});
