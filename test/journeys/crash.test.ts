import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { teamId } from '../../src/core/ids.ts';
import { startPretendSlack, type PretendSlack } from '../../src/sandbox/slack/pretend-slack.ts';
import { channels, people, worldSeed } from '../../src/sandbox/world.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { found } from '../support/found.ts';
import { startReady, type StartedProcess } from '../support/process.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { messagesAbout, proposeByForm, setUpByForm } from '../support/wired-circle.ts';

const { ana, ben, cai, dee } = people;
const { consent, object } = actionIds;
const TITLE = 'Open on Sundays';
const SEEN_WITHIN_MS = 10_000;

let slack: PretendSlack;
let folder: string;
let file: string;
let running: StartedProcess;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'consent-rounds-crash-'));
  file = join(folder, 'rounds.db');
  slack = await startPretendSlack({ world: worldSeed() });
  running = await startReady(slack, 'http', file);
  await setUpByForm(slack, { deciders: [ana, ben, cai, dee] });
});
afterEach(async () => {
  await crash();
  await slack.close();
  rmSync(folder, { recursive: true });
});

async function crash(): Promise<void> {
  running.kill('SIGKILL');
  await running.ended;
}

async function restart(): Promise<void> {
  await crash();
  slack.faults.clear();
  running = await startReady(slack, 'http', file);
}

/** What is on the disk, read past the program. */
async function eventsOnDisk(): Promise<string[]> {
  const store = await openStore(`file:${file}`);
  const round = found(await store.roundNumbered(teamId('TWILLOW'), 1));
  const events = await store.roundEvents(round);
  await store.close();
  return events.map(({ type, by }) => `${type} ${by}`);
}

/** Every copy of the round's card that can be answered. */
function cards() {
  return messagesAbout(slack, TITLE).filter(({ blocks }) => actionsIn(blocks).includes(consent));
}

function thread(): string {
  const [card] = cards();
  const messages = slack.screenOf(ana).thread(channels.willow, card?.ts ?? '');
  return shownIn(messages.slice(1).map(({ blocks }) => blocks));
}

function dmsOf(who: string): string {
  const screen = slack.screenOf(who);
  return shownIn(screen.dms.flatMap(({ id }) => screen.messages(id)).map(({ blocks }) => blocks));
}

function timesIn(text: string, words: string): number {
  return text.split(words).length - 1;
}

test('what was stored and not yet posted is posted once after a crash', async () => {
  slack.faults.method('chat.postMessage', 100, 'hang');
  await proposeByForm(slack, TITLE);
  await slack.until(() => slack.faults.methodsLeft('chat.postMessage') < 100);
  await restart();
  await slack.until(() => cards().length > 0, SEEN_WITHIN_MS);

  // Now a change of the card and the objection's message are under way; what tells of it waits.
  slack.faults.method('chat.postMessage', 100, 'hang');
  slack.faults.method('chat.update', 100, 'hang');
  await slack.click(dee, { actionId: object, in: 'message' });
  await slack.until(() => slack.screenOf(dee).modal?.submit);
  await slack.submit(dee, { harm: 'Nobody is left on Monday.', effect: 'No fresh bread.' });
  await slack.until(() => slack.faults.methodsLeft('chat.update') < 100);
  await slack.until(() => slack.faults.methodsLeft('chat.postMessage') < 100);
  expect(thread()).toBe('');
  await restart();

  await slack.until(
    () =>
      thread().includes('sees a problem') &&
      dmsOf(ana).includes('sees a problem') &&
      JSON.stringify(cards()).includes('Nobody is left on Monday.'),
    SEEN_WITHIN_MS,
  );
  expect(cards()).toHaveLength(1);
  expect(timesIn(thread(), 'sees a problem')).toBe(1);
  expect(timesIn(dmsOf(ana), 'sees a problem')).toBe(1);
});

test('an answer that was acked is on the disk, whatever comes at the next instant', async () => {
  await proposeByForm(slack, TITLE);
  await slack.until(() => cards().length > 0);
  const answers = [ana, ben, cai].map((who) =>
    slack.click(who, { actionId: consent, in: 'message' }),
  );
  for (const answer of await Promise.all(answers)) expect(answer.kind).toBe('acked');
  await crash();

  const events = await eventsOnDisk();
  for (const who of [ana, ben, cai]) expect(events).toContain(`consented ${who}`);
});

test('a card whose posting had an unknown outcome: each copy counts, one lives on', async () => {
  slack.faults.method('chat.postMessage', 1, 'drop_answer');
  slack.faults.method('chat.postMessage', 100, 'hang');
  await proposeByForm(slack, TITLE);
  await slack.until(() => cards().length === 1);
  await restart();
  await slack.until(() => cards().length === 2, SEEN_WITHIN_MS);
  const copies = cards().map(({ ts }) => ts);
  const [orphan, card] = [found(copies[0]), found(copies[1])];

  await slack.click(ben, { actionId: consent, ts: orphan, channel: channels.willow });
  await slack.click(cai, { actionId: consent, ts: card, channel: channels.willow });
  expect(await eventsOnDisk()).toEqual(
    expect.arrayContaining([`consented ${ben}`, `consented ${cai}`]),
  );
  const at = (ts: string) =>
    slack
      .screenOf(ana)
      .messages(channels.willow)
      .find((each) => each.ts === ts);
  await slack.until(() => shownIn(at(orphan)?.blocks).includes('out of date'));
  expect(shownIn(at(orphan)?.blocks)).toContain(`/p${card.replace('.', '')}`);
  expect(actionsIn(at(orphan)?.blocks)).toEqual([]);
  await slack.until(() => shownIn(at(card)?.blocks).includes('Heard from 2 of 4'), SEEN_WITHIN_MS);
  const live = slack
    .screenOf(ana)
    .messages(channels.willow)
    .filter(({ blocks }) => actionsIn(blocks).includes(consent));
  expect(live.map(({ ts }) => ts)).toEqual([card]);
});
