import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { richTextValueOf } from '../../src/slack/blocks/rich-text.ts';
import { actionIds } from '../../src/slack/ids.ts';
import type { JsonObject } from '../../src/sandbox/slack/json.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { actionsIn } from '../support/shown.ts';
import { DAY } from '../support/time.ts';
import { object, startWillowRound, type WillowRound } from '../support/willow-round.ts';

const { ben, cai, dee } = people;
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
  await team.delivered();
});
afterEach(() => team.running.stop());

const text = (said: string): JsonObject =>
  JSON.parse(JSON.stringify(richTextValueOf(documentOfText(said))));

/** Ben publishes what the proposal says next. */
async function publish(said: string) {
  await team.choose(ben, 'publish_next_version');
  await team.shownTo(ben, 'This becomes version');
  await team.slack.submit(ben, { 'version.proposal': text(said) });
  await team.slack.closeView(ben, { all: true });
  await team.delivered();
}

/** The channel of what the bot wrote to somebody in person, which holds one message. */
function letterTo(who: string) {
  const [dm] = team.slack.screenOf(who).dms;
  if (!dm) throw new Error(`${who} has no message`);
  return dm.id;
}

const answersNow = async () => [...(await team.roundNow()).answers.values()];

test('a consent in the reminder of version 1 is none to version 2, which is shown', async () => {
  await team.running.advance(4 * DAY);
  await team.delivered();
  const channel = letterTo(cai);
  await publish('Open from 8 to 12 for five years.');
  await team.slack.click(cai, { actionId: actionIds.consent, channel });
  await team.slack.until(() => team.whispered(cai).includes('five years'));
  expect(team.whispered(cai)).toContain(
    'This message is older than version 2, so nothing was recorded.',
  );
  expect(await answersNow()).toEqual([]);

  await team.slack.click(cai, { actionId: actionIds.consent, in: 'ephemeral' });
  expect(await answersNow()).toMatchObject([{ member: cai, kind: 'consent', versionNumber: 2 }]);
});

test('“This settles it for me” under version 2 says nothing of version 3', async () => {
  await team.perform(dee, object);
  await team.delivered();
  await publish('Open from 8 to 11 for three months.');
  const channel = letterTo(dee);
  await publish('Open from 8 to 11 for five years.');
  const [letter] = team.slack.screenOf(dee).messages(channel);
  for (const actionId of [actionIds.settleObjection, actionIds.keepObjection]) {
    await team.slack.click(dee, { actionId, channel, ts: letter?.ts ?? '' });
    await team.running.settle();
    const { objections } = await team.roundNow();
    expect(objections).toMatchObject([{ settled: null, standsOnVersion: null }]);
  }
  await team.slack.until(() => team.whispered(dee).includes('older than version 3'));
  const asked = team.slack.screenOf(dee).ephemerals().at(-1)?.blocks;
  expect(actionsIn(asked)).toEqual(
    expect.arrayContaining([actionIds.settleObjection, actionIds.keepObjection]),
  );
});

test('an objection that was being written to version 1 is open, and asked first of version 2', async () => {
  const card = { channel: channels.willow, in: 'message' } as const;
  await team.slack.click(dee, { actionId: actionIds.object, ...card });
  await team.shownTo(dee, 'version 1');
  await publish('Open from 8 to 11 for three months.');
  const { harm, effect } = object;
  await team.slack.submit(dee, { harm, effect });
  const { shown } = team.modalOf(dee);
  expect(shown).toContain('Version 2 was published while you were writing.');
  expect(shown).toContain('11');
  expect(await team.roundNow()).toMatchObject({
    objections: [{ harm, versionNumber: 1, settled: null, standsOnVersion: null }],
  });
  expect(await answersNow()).toMatchObject([{ member: dee, kind: 'objection', versionNumber: 1 }]);

  await team.slack.click(dee, { actionId: actionIds.settleObjection, in: 'modal' });
  await team.shownTo(dee, 'consent to version 2');
  expect((await team.roundNow()).objections).toMatchObject([{ settled: { versionNumber: 2 } }]);
});
