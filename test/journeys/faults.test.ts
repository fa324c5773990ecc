import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { startSundays, type Sundays } from '../support/sundays.ts';

const { ana, ben, cai, dee } = people;
const { consent, object, moreTime, seeAnswers } = actionIds;
const SORRY = 'Something went wrong on our side, and nothing was changed. Please try again';

let round: Sundays;
let log: string[] = [];

/** What only this person sees, apologies without blocks included. */
const whispers = (who: string) =>
  round.slack
    .screenOf(who)
    .ephemerals()
    .map(({ text }) => text);

describe('the database does not take a write', () => {
  let folder: string;
  let raw: BetterSqlite3.Database;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'consent-rounds-faults-'));
    const database = join(folder, 'rounds.db');
    log = [];
    round = await startSundays({ database, log: (line) => void log.push(line) });
    raw = new BetterSqlite3(database);
  });
  afterEach(async () => {
    raw.close();
    await round.stop();
    rmSync(folder, { recursive: true });
  });

  /** From now on an insert into this table is refused, as on a full disk. */
  const fill = (table: string) =>
    raw.exec(`create trigger disk_is_full before insert on ${table}
      begin select raise(abort, 'database or disk is full'); end`);
  const empty = () => raw.exec('drop trigger disk_is_full');
  const count = (table: string) =>
    raw.prepare<[], { n: number }>(`select count(*) as n from ${table}`).get()?.n;

  // The history is written first, the answer after it, and the notices last.
  test.each(['round_events', 'answers', 'notices'])(
    'the person hears so, and nothing is half done (%s)',
    async (table) => {
      const before = ['round_events', 'answers', 'notices'].map(count);
      fill(table);
      await round.click(ana, consent);
      await round.slack.until(() => whispers(ana).some((text) => text.startsWith(SORRY)));
      expect(['round_events', 'answers', 'notices'].map(count)).toEqual(before);
      expect((await round.round()).answers.size).toBe(0);
      expect(log.join()).toContain('a request could not be dealt with');
      expect(log.join()).not.toMatch(/Sundays|Thirty people/);

      empty();
      await round.click(ana, consent);
      await round.whispered(ana, 'Noted: you consent to version 1');
      expect((await round.round()).answers.size).toBe(1);
      expect(await round.events()).toEqual(['round_opened', 'consented']);
    },
  );

  test('a form stays open with the sentence under its last field, and what was typed', async () => {
    await round.click(dee, object);
    await round.modalWith(dee, 'I see a problem');
    fill('objections');
    const typed = { harm: 'Nobody is left on Monday.', effect: 'No fresh bread.' };
    const answer = await round.slack.submit(dee, typed);
    expect(answer).toMatchObject({ kind: 'errors' });
    expect(JSON.stringify(answer)).toContain(SORRY);
    expect(JSON.stringify(round.slack.screenOf(dee).modal?.values)).toContain(typed.harm);
    expect(await round.events()).toEqual(['round_opened']);

    empty();
    await round.slack.submit(dee);
    await round.modalWith(dee, 'Thank you');
    expect(await round.events()).toEqual(['round_opened', 'objection_raised']);
  });
});

describe('a fault before the ack', () => {
  beforeEach(async () => {
    round = await startSundays();
  });
  afterEach(() => round.stop());

  const breakOnce = () =>
    vi.spyOn(round.program.performer, 'round').mockRejectedValueOnce(new TypeError('broken'));

  test('a click is answered by a sentence', async () => {
    breakOnce();
    expect(await round.click(ana, consent)).toMatchObject({ kind: 'acked' });
    await round.slack.until(() => whispers(ana).some((text) => text.startsWith(SORRY)));
    await round.click(ana, consent);
    await round.whispered(ana, 'Noted: you consent to version 1');
  });

  test('a command is answered by a sentence', async () => {
    vi.spyOn(round.program.store, 'circleOfChannel').mockRejectedValueOnce(new TypeError('broken'));
    const answer = await round.slack.command(ana, channels.willow, '/resolve');
    expect(answer).toMatchObject({ kind: 'acked', text: expect.stringContaining(SORRY) });
  });

  test('a click in a form, where no sentence can be, warns by Slack itself', async () => {
    await round.slack.command(ana, channels.willow, '/resolve');
    await round.slack.until(() => round.slack.screenOf(ana).modal?.submit);
    await round.slack.submit(ana, { 'resolve.way': 'extend' });
    breakOnce();
    const answer = await round.slack.click(ana, { actionId: actionIds.resolveOpen });
    expect(answer).toMatchObject({ kind: 'dispatch_failed', status: 500 });
    expect(answer.shown).not.toBe('');
  });

  test('an event that fails is taken again when Slack repeats it', async () => {
    const { store } = round.program;
    const broken = vi.spyOn(store, 'circlesOf').mockRejectedValueOnce(new TypeError('broken'));
    await round.slack.deactivate(dee);
    await round.slack.until(() => broken.mock.calls.length >= 1);
    expect((await round.round()).asked.size).toBe(4);
  });
});

describe.each(['http', 'socket'] as const)('deliveries that go astray over %s', (transport) => {
  beforeEach(async () => {
    round = await startSundays({ transport });
  });
  afterEach(() => round.stop());

  test('the same click told twice is one answer and one entry of the history', async () => {
    round.slack.faults.delivery('block_actions', 1, 'twice');
    await round.click(ana, consent);
    await round.whispered(ana, 'Noted: you consent to version 1');
    expect(await round.events()).toEqual(['round_opened', 'consented']);
    expect((await round.round()).answers.size).toBe(1);
  });

  test('an ack that is lost loses nothing: the next click says that it stands', async () => {
    round.slack.faults.delivery('block_actions', 1, 'drop_ack');
    expect(await round.click(ana, consent)).toMatchObject({ kind: 'operation_timeout' });
    await round.click(ana, consent);
    await round.whispered(ana, 'Noted: you consent to version 1');
    expect(await round.events()).toEqual(['round_opened', 'consented']);
  });

  test('a click that never came is not recorded, and the person sees that it was not', async () => {
    round.slack.faults.delivery('block_actions', 1, 'lost');
    expect((await round.click(ana, consent)).shown).not.toBe('');
    expect(await round.events()).toEqual(['round_opened']);
  });

  test('clicks that overtake each other are recorded as they come, the last one stands', async () => {
    round.slack.faults.outOfOrder(3);
    await Promise.all([
      round.click(ana, consent),
      round.click(ben, seeAnswers),
      round.click(ana, moreTime),
    ]);
    expect(await round.events()).toEqual(['round_opened', 'more_time_asked', 'consented']);
    const { answers } = await round.round();
    expect([...answers.values()]).toEqual([
      expect.objectContaining({ member: ana, kind: 'consent' }),
    ]);
  });

  test('four people in the same instant are four answers', async () => {
    const clicks = [ana, ben, cai, dee].map((who) => round.click(who, consent));
    for (const answer of await Promise.all(clicks)) expect(answer.kind).toBe('acked');
    expect((await round.round()).answers.size).toBe(4);
    await round.delivered();
    expect(round.card().shown).toContain('Heard from 4 of 4');
  });
});
