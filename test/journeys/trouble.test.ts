import { afterEach, describe, expect, test } from 'vitest';
import { channelId, circleId, objectionId, roundId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { answerValue } from '../../src/slack/blocks/answer-values.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { found } from '../support/found.ts';
import { openLine, type Line } from '../support/line.ts';
import { DAY, HOUR } from '../support/program.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { send } from '../support/slack-request.ts';
import { startSundays, sundays, type Sundays } from '../support/sundays.ts';
import { proposeIn, setUpIn } from '../support/other-circle.ts';

const { ana, ben, cai, dee } = people;
const { consent, object, addNote } = actionIds;
const MINUTE = 60_000;
const objection = {
  type: 'object',
  objectionId: objectionId('o_1'),
  harm: 'Nobody is left on Monday.',
  effect: 'No fresh bread.',
  remedy: null,
} as const;

let round: Sundays;
let log: string[] = [];
afterEach(() => round.stop());

async function start(options: Parameters<typeof startSundays>[0] = {}): Promise<void> {
  log = [];
  round = await startSundays({ log: (line) => void log.push(line), ...options });
}

function thread(): string[] {
  const { ts } = round.card();
  const messages = round.slack.screenOf(ana).thread(channels.willow, ts);
  return messages.slice(1).map(({ text }) => text);
}

function dmsOf(who: string): string[] {
  const screen = round.slack.screenOf(who);
  return screen.dms.flatMap(({ id }) => screen.messages(id)).map(({ text }) => text);
}

/** Time goes by a minute at a time, in which the program does what is due. */
async function minutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) await round.advance(MINUTE);
}

async function health() {
  const { port } = round.program.address;
  const { status, body } = await send(port, { method: 'GET', path: '/healthz' });
  return { status, body };
}

describe('Slack is down for an hour', () => {
  /** What people did meanwhile is recorded; nothing of it is shown before Slack is back. */
  async function anHourOfDeeds(): Promise<void> {
    const before = round.card().shown;
    await round.perform(dee, objection);
    await minutes(20);
    await round.perform(dee, { type: 'settle_objection', objectionId: objection.objectionId });
    await round.perform(ana, { type: 'consent' });
    await minutes(20);
    await round.perform(cai, { type: 'to_meeting', note: 'The rota' });
    await minutes(20);
    expect(round.card().shown).toBe(before);
    expect(thread()).toEqual([]);
    const { status, body } = await health();
    expect(status).toBe(503);
    expect(body).toContain('A notice has been waiting for delivery for more than 15 minutes.');
  }

  async function isAllDelivered(): Promise<void> {
    await minutes(3);
    const [raised, settled, meeting, ...rest] = thread();
    expect(raised).toContain('sees a problem');
    expect(settled).toContain('says that the objection is settled');
    expect(meeting).toContain('takes it to a meeting');
    expect(rest).toEqual([]);
    expect(round.card().shown).toContain('The rota');
    expect(dmsOf(ana).filter((text) => text.includes('sees a problem'))).toHaveLength(1);
    expect(await health()).toMatchObject({ status: 200 });
  }

  test('it answers 503 to everything: nothing is lost, and order holds after it', async () => {
    await start();
    round.slack.faults.method('*', 10_000, { status: 503 });
    await anHourOfDeeds();
    round.slack.faults.clear();
    await isAllDelivered();
  });

  test('it cannot be connected to: the same', async () => {
    let line: Line | undefined;
    await start({
      async slackApiUrl({ port }) {
        line = await openLine(port);
        return `http://127.0.0.1:${line.port}/api/`;
      },
    });
    await line?.cut();
    await anHourOfDeeds();
    await line?.mend();
    await isAllDelivered();
    await line?.close();
  });

  test('clicks are recorded all the same, and a form that cannot open says so', async () => {
    await start();
    round.slack.faults.method('*', 10_000, { status: 503 });
    expect(await round.click(ana, consent)).toMatchObject({ kind: 'acked' });
    await round.whispered(ana, 'Noted: you consent to version 1');
    await round.click(dee, object);
    const sorry = 'Something went wrong on our side, and nothing was changed.';
    const { slack } = round;
    await slack.until(() =>
      slack
        .screenOf(dee)
        .ephemerals()
        .some(({ text }) => text.startsWith(sorry)),
    );
    expect(await round.events()).toEqual(['round_opened', 'consented']);
    round.slack.faults.clear();
    await round.click(dee, object);
    await round.modalWith(dee, 'I see a problem');
  });
});

describe('Slack asks the program to slow down', () => {
  test('a storm of 429 is waited out, and delays nobody who is waiting', async () => {
    await start();
    const { slack } = round;
    const limit = { status: 429, retryAfterSeconds: 30 } as const;
    slack.faults.method('chat.update', 3, limit);
    slack.faults.method('chat.postMessage', 3, limit);
    const calls = () => slack.journal.calls('chat.update').length;
    const before = calls();
    await round.perform(dee, objection);
    await round.settle();
    expect(calls()).toBe(before + 1);

    // People are answered at once meanwhile: a receipt, and a form.
    await round.click(ana, consent);
    await round.whispered(ana, 'Noted: you consent to version 1');
    await round.clickReceipt(ana, addNote);
    await round.modalWith(ana, 'Something to watch');
    await round.advance(29_000);
    expect(calls()).toBe(before + 1);
    await round.advance(2_000);
    expect(calls()).toBe(before + 2);

    await minutes(3);
    expect(round.card().shown).toContain('Heard from 2 of 4');
    expect(thread()).toEqual([expect.stringContaining('sees a problem')]);
    expect(slack.faults.methodsLeft('chat.update')).toBe(0);
  });
});

describe('the card cannot be where it should', () => {
  test('in a private channel without the bot: its proposer hears why, once', async () => {
    await start();
    const rota = circleId('c_rota');
    await setUpIn(round, rota, channels.rota, [ana, ben, dee]);
    await proposeIn(round, rota, roundId('r_swap'), 'Swap by Thursday');
    await minutes(30);
    await round.advance(DAY);
    const told = dmsOf(ben).filter((text) => text.includes('not yet in the channel'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('/invite <@UCONSENT>');
    const posts = () => round.slack.screenOf(ben).messages(channels.rota);
    expect(posts()).toEqual([]);

    await round.slack.inviteBot(ben, channels.rota);
    await round.slack.until(() => posts().some(({ text }) => text.includes('Swap by Thursday')));
    await minutes(10);
    expect(posts().filter(({ text }) => text.includes('Swap by Thursday'))).toHaveLength(1);
    expect(await round.program.store.cardOf(roundId('r_swap'))).toMatchObject({
      channelId: channelId(channels.rota),
    });
  });

  test('deleted by an admin: a new one comes with the next change, and its thread', async () => {
    await start();
    const first = round.card();
    round.slack.deleteMessage(channels.willow, first.ts);
    // Slack may refuse a line under a card that is gone; then the new card comes first.
    round.slack.faults.method('chat.postMessage', 1, { error: 'thread_not_found' });
    await round.perform(dee, { type: 'ask_question', text: 'Who opens the door?' });
    await minutes(3);
    const second = round.card();
    expect(second.ts).not.toBe(first.ts);
    expect(actionsIn(second.blocks)).toContain(consent);
    expect(thread()).toEqual([expect.stringContaining('Who opens the door?')]);
    await round.click(ana, consent);
    await round.delivered();
    expect(round.card()).toMatchObject({ ts: second.ts });
    expect(round.card().shown).toContain('Heard from 1 of 4');
  });

  test('its posting was cut off: a click on the copy makes it the card', async () => {
    await start();
    round.slack.faults.method('chat.postMessage', 1, 'drop_answer');
    round.slack.faults.method('chat.postMessage', 10_000, { status: 503 });
    const id = roundId('r_oven');
    await proposeIn(round, circleId('c_willow'), id, 'A second oven');
    const copies = () =>
      round.slack
        .screenOf(ana)
        .messages(channels.willow)
        .filter(({ text }) => text.includes('A second oven'));
    expect(copies()).toHaveLength(1);
    expect(await round.program.store.cardOf(id)).toBeNull();
    await round.slack.click(cai, { actionId: consent, value: answerValue.seal(id, 1) });
    await expect.poll(() => round.program.store.cardOf(id)).not.toBeNull();
    round.slack.faults.clear();
    await minutes(3);
    expect(copies()).toHaveLength(1);
    expect(shownIn(copies()[0]?.blocks)).toContain('Heard from 1 of 4');
    expect(await round.program.store.cardOf(id)).toMatchObject({ ts: found(copies()[0]).ts });
  });
});

describe('a person who cannot be written to', () => {
  test('is given up aloud, and stands in nobody’s way', async () => {
    await start();
    round.slack.faults.delivery('user_change', 10, 'lost');
    await round.slack.deactivate(dee);
    await round.click(ana, consent);
    await round.click(ben, consent);
    await round.advance(4 * DAY + HOUR);
    await minutes(3);
    expect(dmsOf(cai).filter((text) => text.includes('not heard from you'))).toHaveLength(1);
    const given = log.filter((line) => line.includes('given up'));
    expect(given).toHaveLength(1);
    expect(given[0]).toMatch(/"level":"error".*"kind":"nudge".*"fault":"channel_not_found"/);
    expect((await round.program.store.roundEvents(sundays)).at(-1)?.type).toBe('members_reminded');
  });
});
