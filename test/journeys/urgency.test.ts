import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { wordsFor } from '../../src/words/index.ts';
import { DAY, HOUR, MONDAY } from '../support/time.ts';
import { shownIn } from '../support/shown.ts';
import { startWillowRound, type WillowRound } from '../support/willow-round.ts';

const { ana, ben, dee, eli, fay } = people;
/** Wednesday at five in London; the deadline is Monday. */
const WEDNESDAY = MONDAY + 2 * DAY + 8 * HOUR;
let team: WillowRound;
let before: number;

beforeEach(async () => {
  team = await startWillowRound();
  before = (await team.roundNow()).deadlineAt;
});
afterEach(() => team.running.stop());

async function shortens(who = ana, deadlineAt = WEDNESDAY, reason = 'The oven leaks gas') {
  await team.choose(who, 'shorten');
  await team.slack.submit(who, { 'way.deadline': deadlineAt / 1000, 'way.reason': reason });
}

const cardShown = () => {
  const messages = team.slack.screenOf(dee).messages(channels.willow);
  return shownIn(messages.find(({ replyCount }) => replyCount > 0)?.blocks);
};
const button = { actionId: 'round.deadline.give_back', channel: channels.willow } as const;
const giveBack = (who: string) => team.slack.click(who, { ...button, in: 'message' });

describe('something urgent', () => {
  test('shortens the deadline, with a reason that everyone reads', async () => {
    await shortens(ana, MONDAY + DAY - HOUR);
    expect(team.modalOf(ana).errors['way.deadline']).toContain('The earliest that is possible');
    await team.slack.submit(ana, { 'way.deadline': WEDNESDAY / 1000, 'way.reason': ' ' });
    expect(team.modalOf(ana).errors['way.reason']).toContain('Please give a reason');
    await team.slack.submit(ana, {
      'way.deadline': WEDNESDAY / 1000,
      'way.reason': 'The oven leaks gas',
    });
    expect(team.modalOf(ana).shown).toContain('The deadline is');
    expect((await team.roundNow()).deadlineAt).toBe(WEDNESDAY);
    await team.delivered();
    await team.delivered();
    expect(team.threadOf(eli)).toContain('<@UANA> shortened the deadline, because it is urgent.');
    expect(team.threadOf(eli)).toContain('Why: The oven leaks gas');
    expect(cardShown()).toContain('The oven leaks gas');
    expect(cardShown()).toContain('Give it the time back');
    expect(team.dmsOf(dee)).toContain('We have not heard from you yet');
  });

  test('is not offered to members, and says why', async () => {
    await team.resolve(dee);
    expect(team.modalOf(dee).shown).toContain('Shorten the deadline');
    expect(team.modalOf(dee).shown).toContain('This is the facilitators’ to do');
    expect(JSON.stringify(team.modalOf(dee).blocks)).not.toContain('"value":"shorten"');
  });

  test('is undone with one tap on the card, once', async () => {
    await shortens();
    await team.delivered();
    await giveBack(fay);
    await team.slack.until(() => team.whispered(fay).includes('not one of the people asked'));
    await giveBack(dee);
    await team.slack.until(() => team.whispered(dee).includes('You gave the time back'));
    expect((await team.roundNow()).deadlineAt).toBe(before);
    await team.delivered();
    await team.delivered();
    expect(team.threadOf(eli)).toContain('<@UDEE> gave the time back.');
    expect(cardShown()).toContain('<@UDEE> gave the time back');
    expect(cardShown()).not.toContain('Give it the time back');
    await team.resolve(ana);
    expect(team.modalOf(ana).shown).toContain('so the deadline is not shortened again');
  });

  test('is undone from the thread too; who comes second hears who was first', async () => {
    await shortens();
    await team.delivered();
    await team.delivered();
    const screen = team.slack.screenOf(ben);
    const [card] = screen.messages(channels.willow).filter(({ replyCount }) => replyCount > 0);
    const posts = screen.thread(channels.willow, card?.ts ?? '');
    const post = posts.find(({ blocks }) => shownIn(blocks).includes('because it is urgent'));
    expect(post).toBeDefined();
    const click = { ...button, in: 'message', ...(post && { ts: post.ts }) } as const;
    await team.slack.click(ben, click);
    await team.slack.until(async () => (await team.roundNow()).deadlineAt === before);
    await team.slack.click(dee, click);
    await team.slack.until(() => team.whispered(dee).includes('gave the time back already'));
  });

  test('closes nothing sooner than everyone’s consent', async () => {
    await shortens();
    for (const who of [ana, ben]) await team.perform(who, { type: 'consent' });
    await team.running.advance(2 * DAY + 9 * HOUR);
    const round = await team.roundNow();
    expect(round.ending).toBeNull();
    expect(round.extensions.map(({ cause }) => cause)).toEqual(['urgency', 'silence']);
    for (const who of [people.cai, dee]) await team.perform(who, { type: 'consent' });
    await team.choose(ana, 'decide');
    await team.slack.submit(ana);
    await team.slack.command(ana, channels.willow, '/decisions', 'D-1');
    expect(team.modalOf(ana).shown).toContain('Deadline shortened');
    expect(team.modalOf(ana).shown).toContain('The oven leaks gas');
  });
});

test('the form to propose tells of it where the deadline is too soon', () => {
  const { deadline } = wordsFor(undefined).propose;
  const moment = { mrkdwn: 'Friday', plain: 'Friday' };
  expect(deadline.tooSoon({ moment }).plain).toContain('a facilitator may shorten it and say why');
});
