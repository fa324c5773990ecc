import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId, roundId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { DAY, HOUR } from '../support/time.ts';
import { shownIn } from '../support/shown.ts';
import { startWillowRound, willow, type WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee, fay, otto } = people;
const bread = roundId('r_bread');
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
  await facilitatorsOpen();
  await team.propose(bread, willow, ben, 'Bake rye bread');
  await posted();
});
afterEach(() => team.running.stop());

/** Ana changes it in the circle's form. */
async function facilitatorsOpen() {
  await team.slack.command(ana, channels.willow, '/circle');
  await team.slack.click(ana, { actionId: 'circle.change', in: 'modal' });
  await team.slack.until(() => team.slack.screenOf(ana).modal?.submit);
  await team.slack.submit(ana, { opening: 'facilitator' });
  await posted();
}

async function posted() {
  for (let minutes = 0; minutes < 4; minutes += 1) await team.delivered();
}

const cardOf = (who: string) =>
  team.slack
    .screenOf(who)
    .messages(channels.willow)
    .find(({ blocks }) => shownIn(blocks).includes('Bake rye bread'));
const cardShown = () => shownIn(cardOf(dee)?.blocks);
const press = (who: string, actionId: string) => {
  const ts = cardOf(who)?.ts;
  if (!ts) throw new Error('There is no card');
  return team.slack.click(who, { actionId, channel: channels.willow, ts });
};
const round = () => team.roundNow(bread);

describe('a circle whose facilitators open rounds', () => {
  test('hears of the agreement, and shows it', async () => {
    const { settings } = (await team.program.performer.circle(willow)) ?? {};
    expect(settings?.opening).toBe('facilitator');
    const news = shownIn(team.slack.screenOf(dee).messages(channels.willow));
    expect(news).toContain('Who opens a round');
    expect(news).toContain('A facilitator reads each proposal first and opens the round.');
  });

  test('puts the card up, which says what it waits for, and asks the facilitators', async () => {
    expect(cardShown()).toContain('Waiting to be opened');
    expect(cardShown()).toContain('it waits for <@UANA> and <@UCAI> to open it');
    expect(cardShown()).not.toContain('Give a first thought');
    expect(team.dmsOf(cai)).toContain('it waits for a facilitator to open it');
    expect(team.dmsOf(cai)).toContain('Open it');
    expect(team.dmsOf(ben)).not.toContain('waits for a facilitator');
  });

  test('tells its proposer of a question that is asked meanwhile', async () => {
    await team.perform(dee, { type: 'ask_question', text: 'How often?' }, bread);
    await posted();
    expect(team.dmsOf(ben)).toContain('<@UDEE> asks: How often?');
    expect(team.dmsOf(ben)).toContain('It does not hold up the opening.');
  });

  test('takes no answer before, but questions and an objection', async () => {
    await press(dee, 'round.question');
    await team.shownTo(dee, 'question');
    await team.slack.closeView(dee, { all: true });
    await team.perform(dee, { type: 'ask_question', text: 'How often?' }, bread);
    await expect(team.perform(dee, { type: 'consent' }, bread)).rejects.toThrow(
      'round_waits_for_opening',
    );
    await press(dee, 'round.answer.objection');
    await team.shownTo(dee, 'I see a problem');
    await team.slack.submit(dee, {
      harm: 'Nobody bakes it.',
      effect: 'We waste flour.',
    });
    expect((await round()).objections).toHaveLength(1);
    await posted();
    expect(cardShown()).toContain('Nobody bakes it.');
  });

  test('is opened from the direct message; then everyone is asked', async () => {
    await team.slack.click(cai, { actionId: 'round.step.open' });
    await team.slack.until(async () => (await round()).step.kind === 'answers');
    await posted();
    expect(cardShown()).toContain('version 1');
    expect(cardShown()).not.toContain('Open it');
    await team.perform(dee, { type: 'consent' }, bread);
    const thread = team.slack.screenOf(dee).thread(channels.willow, cardOf(dee)?.ts ?? '');
    expect(shownIn(thread.map(({ blocks }) => blocks))).toContain('<@UCAI> opened it.');
  });

  test('answers whoever may not open it, and strangers alike', async () => {
    await press(ben, 'round.step.open');
    await team.slack.until(() => team.whispered(ben).includes('This is the facilitators’ to do'));
    await press(fay, 'round.step.open');
    await team.slack.until(() => team.whispered(fay).length > 0);
    const open = { type: 'open_answers', at: team.now(), by: memberId(otto) } as const;
    const { refused } = await team.program.performer.onRound(bread, open);
    expect(refused?.code).toBe('not_in_circle');
    expect((await round()).step.kind).toBe('questions');
  });

  test('lets the proposer change the text meanwhile, and take it back', async () => {
    await press(ben, 'round.step.edit');
    await team.shownTo(ben, 'Edit the text');
    await team.slack.closeView(ben, { all: true });
    await team.perform(ben, { type: 'withdraw', reason: null }, bread);
    expect((await round()).ending).toMatchObject({ kind: 'withdrawn' });
    await posted();
    await team.slack.click(cai, { actionId: 'round.step.open' });
    expect((await round()).step.kind).toBe('questions');
  });

  test('lets nobody sit on it: after two working days any member opens it', async () => {
    await press(dee, 'round.step.open');
    await team.slack.until(() => team.whispered(dee).includes('This is the facilitators’ to do'));
    await team.running.advance(2 * DAY + HOUR);
    await posted();
    expect(team.dmsOf(ana)).toContain('This still waits to be opened');
    expect(cardShown()).toContain('or any deciding member except <@UBEN>');
    await press(dee, 'round.step.open');
    await team.slack.until(async () => (await round()).step.kind === 'answers');
  });

  test('opens a facilitator’s own proposal at once', async () => {
    await team.propose(roundId('r_own'), willow, ana, 'Buy a mill');
    expect((await team.roundNow(roundId('r_own'))).step.kind).toBe('answers');
  });
});
