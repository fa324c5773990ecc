import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { DAY, HOUR } from '../support/time.ts';
import { shownIn } from '../support/shown.ts';
import { startWillowRound } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee, fay } = people;
const words = {
  harm: 'The neighbours cannot sleep.',
  effect: 'They stop talking to us.',
  remedy: null,
};
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
  await team.becomesReady();
  await team.perform(ana, { type: 'decide', decisionNumber: 0 });
  await team.delivered();
});
afterEach(() => team.running.stop());

const cardShown = () => {
  const messages = team.slack.screenOf(ana).messages(channels.willow);
  const card = messages.find(({ replyCount }) => replyCount > 0);
  return shownIn(card?.blocks);
};
const clickCard = (who: string, actionId: string) =>
  team.slack.click(who, { actionId, channel: channels.willow, in: 'message' });

/** Raises something about the decision by the card's button. */
async function raises(who: string) {
  await clickCard(who, 'decision.raise');
  await team.shownTo(who, 'New information is always welcome.');
  return team.slack.submit(who, { harm: words.harm, effect: words.effect });
}

describe('something raised about a decision', () => {
  test('is answered by its owner, who hears of it; the card and the record show both', async () => {
    await team.running.advance(DAY);
    await raises(fay);
    expect(team.modalOf(fay).shown).toContain('The decision stays in force.');
    await team.delivered();
    expect(team.threadOf(ana)).toContain('<@UFAY> raises something about D-1.');
    expect(cardShown()).toContain('One thing was raised since');
    expect(team.dmsOf(ben)).toContain('<@UFAY> raises something about D-1.');
    expect(team.dmsOf(cai)).toContain('Next: answer by');
    expect(team.dmsOf(dee)).not.toContain('raises something');

    await team.slack.click(ben, { actionId: 'decision.raise.answer' });
    await team.shownTo(ben, words.harm);
    await team.slack.submit(ben, { late_answer: 'We close the windows from Sunday on.' });
    expect(team.modalOf(ben).shown).toContain('Your answer is recorded.');
    await team.delivered();
    expect(team.threadOf(ana)).toContain('We close the windows from Sunday on.');
    expect(team.threadOf(ana)).toContain('Does it need a look before');
    expect(team.dmsOf(fay)).toContain('<@UBEN> answers what you raised about D-1:');
    expect(cardShown()).not.toContain('raised since');

    await team.slack.command(ana, channels.willow, '/decisions', 'D-1');
    await team.shownTo(ana, 'Raised since the decision');
    expect(team.modalOf(ana).shown).toContain('We close the windows from Sunday on.');
  });

  test('is paused from the message that reports it, where it would be dangerous', async () => {
    await team.running.advance(DAY);
    await raises(fay);
    await team.delivered();
    await team.slack.click(ben, { actionId: 'decision.pause' });
    await team.slack.until(() => team.slack.screenOf(ben).modal);
    await team.slack.submit(ben, { reason: 'The oven smokes.' });
    await team.slack.until(async () => (await team.roundNow()).aftermath.paused);
    await team.delivered();
    expect(cardShown()).toContain('The oven smokes.');
  });

  test('is brought back when nobody answers, and then the circle hears of it', async () => {
    await team.running.advance(DAY);
    await raises(dee);
    await team.running.advance(7 * DAY + 8 * HOUR);
    await team.delivered();
    expect(team.dmsOf(ben)).toContain('still waits for an answer');
    expect(team.threadOf(ana)).not.toContain('Nobody has answered');
    await team.running.advance(6 * DAY);
    await team.delivered();
    expect(team.threadOf(ana)).toContain('Nobody has answered what <@UDEE> raised about D-1.');
  });

  test('that arrived as we closed opens the round again; the decision keeps its number', async () => {
    await raises(dee);
    expect(team.modalOf(dee).shown).toContain('arrived as we closed');
    expect((await team.roundNow()).ending).toBeNull();
    await team.delivered();
    expect(cardShown()).toContain('The neighbours cannot sleep.');
    expect(cardShown()).toContain('Any objection to trying this?');
    expect(team.threadOf(ana)).toContain('The round is open again.');
    expect(team.dmsOf(cai)).toContain('so the round is open again');
    await team.slack.command(ana, channels.willow, '/decisions', 'D-1');
    expect(team.whispered(ana)).toContain('There is no such decision');

    const [objection] = (await team.roundNow()).objections;
    if (!objection) throw new Error('There is no objection');
    await team.perform(dee, { type: 'settle_objection', objectionId: objection.id });
    await team.perform(ana, { type: 'decide', decisionNumber: 0 });
    expect((await team.roundNow()).ending).toMatchObject({ decisionNumber: 1 });
    await team.delivered();
    expect(cardShown()).toContain('Decided: Open on Sundays (D-1)');
  });

  test('may begin as an objection whose form was open when the round closed', async () => {
    await team.running.stop();
    team = await startWillowRound();
    await clickCard(dee, 'round.answer.objection');
    await team.shownTo(dee, 'What could go wrong');
    await team.becomesReady();
    await team.perform(ana, { type: 'decide', decisionNumber: 0 });
    await team.running.advance(DAY);
    await team.slack.submit(dee, { harm: words.harm, effect: words.effect });
    expect(team.modalOf(dee).shown).toContain('What you wrote counts as new information.');
    const { aftermath, ending } = await team.roundNow();
    expect(aftermath.lateObjections).toMatchObject([{ by: dee, harm: words.harm }]);
    expect(ending?.kind).toBe('decided');
  });
});

describe('a pause for danger', () => {
  test('is seen by all at once, on the card, in the list and in the record, and ends', async () => {
    await team.slack.command(ben, channels.willow, '/decisions', 'D-1');
    await team.shownTo(ben, 'Pause this decision');
    await team.slack.click(ben, { actionId: 'decision.pause' });
    await team.shownTo(ben, 'Why must it wait?');
    await team.slack.submit(ben, { reason: 'The oven smokes.' });
    expect(team.modalOf(ben).shown).toContain('The decision is paused');
    await team.delivered();
    expect(cardShown()).toContain('Paused by <@UBEN>');
    expect(cardShown()).toContain('The oven smokes.');
    expect(team.threadOf(ana)).toContain('<@UBEN> pauses D-1.');
    expect(team.dmsOf(ana)).toContain('<@UBEN> has paused D-1.');
    await team.slack.command(dee, channels.willow, '/decisions');
    expect(team.whispered(dee)).toContain('*Paused*, please do not act on it for now');

    await clickCard(dee, 'decision.unpause');
    await team.slack.until(() => team.whispered(dee).includes('and the facilitators may do this'));
    await clickCard(cai, 'decision.unpause');
    await team.slack.until(() => team.whispered(cai).includes('in force as before'));
    await team.delivered();
    expect(cardShown()).not.toContain('Paused by');
    expect(team.threadOf(ana)).toContain('<@UCAI> takes D-1 up again.');
  });

  test('is not offered to a member who does not look after the decision', async () => {
    await team.slack.command(dee, channels.willow, '/decisions', 'D-1');
    await team.shownTo(dee, 'Raise something about this decision');
    expect(team.modalOf(dee).shown).not.toContain('Pause this decision');
  });
});
