import { afterEach, beforeEach, expect, test } from 'vitest';
import { app, channels, people } from '../../src/sandbox/world.ts';
import { clickOn } from '../support/sundays.ts';
import { shownIn } from '../support/shown.ts';
import { startWillowRound } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';
import { payloadBody, send, signed } from '../support/slack-request.ts';

const { ana, dee, otto } = people;
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
  await team.becomesReady();
  await team.perform(ana, { type: 'decide', decisionNumber: 0 });
  await team.delivered();
});
afterEach(() => team.running.stop());

const record = async (who: string) => {
  await team.slack.command(who, channels.willow, '/decisions', 'D-1');
  await team.shownTo(who, 'Raise something about this decision');
};
const cardShown = () => {
  const messages = team.slack.screenOf(ana).messages(channels.willow);
  return shownIn(messages.find(({ replyCount }) => replyCount > 0)?.blocks);
};

test('a slip in the record is put right beside the text, for all to see', async () => {
  await record(ana);
  await team.slack.click(ana, { actionId: 'decision.correct' });
  await team.shownTo(ana, 'What is wrong, and what is right?');
  const empty = await team.slack.submit(ana, { correction: ' ' });
  expect(JSON.stringify(empty)).toContain('what is wrong in the record');
  await team.slack.submit(ana, { correction: 'We said *four* months, not three. <!here>' });
  expect(team.modalOf(ana).shown).toContain('Your correction is in the record');
  await team.delivered();
  expect(team.threadOf(ana)).toContain('<@UANA> corrects the record of D-1:');
  expect(cardShown()).toContain('Corrected by <@UANA>');
  expect(cardShown()).not.toContain('<!here>');
  await team.slack.closeView(ana, { all: true });
  await record(dee);
  expect(team.modalOf(dee).shown).toContain('*Corrections*');
});

test('who has no words in it is not offered to, and hears who keeps the record', async () => {
  await record(dee);
  expect(team.modalOf(dee).shown).not.toContain('Correct the record');
  const { id } = await team.roundNow();
  await forged(clickOn(dee, 'decision.correct', id));
  await team.slack.until(() => team.whispered(dee).includes('Only who keeps the record'));
  expect((await team.roundNow()).aftermath.corrections).toEqual([]);
});

test('a stranger hears the same as of a round that does not exist', async () => {
  const { id } = await team.roundNow();
  const there = await forged(clickOn(otto, 'decision.correct', id));
  const not = await forged(clickOn(otto, 'decision.correct', 'r_nothing'));
  expect(there).toEqual(not);
  expect((await team.roundNow()).aftermath.corrections).toEqual([]);
});

function forged(payload: object) {
  const body = payloadBody(payload);
  const headers = signed(body, { secret: app.signingSecret });
  return send(team.program.address.port, { body, headers });
}
