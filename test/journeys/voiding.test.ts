import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roundId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { shownIn } from '../support/shown.ts';
import { object, startWillowRound, sundays, willow } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee, eli, fay } = people;
const REASON = 'It is there <twice>';
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});
afterEach(() => team.running.stop());

async function says(who: string): Promise<void> {
  await team.choose(who, 'void');
  await team.slack.submit(who, { 'way.reason': REASON });
  await team.delivered();
  await team.delivered();
}

const confirm = { actionId: 'round.void.confirm', channel: channels.willow } as const;
const letBe = { actionId: 'round.void.take_back', channel: channels.willow } as const;
const onCard = (who: string, which: typeof confirm | typeof letBe) =>
  team.slack.click(who, { ...which, in: 'message' });
/** Their direct message keeps its button. */
const inDm = (who: string) => {
  const channel = team.slack.screenOf(who).dms[0]?.id ?? '';
  return team.slack.click(who, { ...confirm, channel, in: 'message' });
};
const channelShown = () =>
  shownIn(
    team.slack
      .screenOf(dee)
      .messages(channels.willow)
      .map(({ blocks }) => blocks),
  );
const cardShown = () => {
  const messages = team.slack.screenOf(dee).messages(channels.willow);
  return shownIn(messages.find(({ replyCount }) => replyCount > 0)?.blocks);
};

describe('a round that was opened by mistake', () => {
  test('is marked where its proposer says so and a facilitator agrees on the card', async () => {
    await team.perform(dee, object);
    await says(ben);
    expect(team.modalOf(ben).shown).toContain('Until then the round goes on');
    expect(cardShown()).toContain('<@UBEN> says that this was opened by mistake');
    expect(cardShown()).toContain('It is there &lt;twice&gt;');
    expect(cardShown()).toContain('<@UANA> and <@UCAI> can agree');
    expect(team.threadOf(eli)).toContain('It is there &lt;twice&gt;');
    expect(team.dmsOf(dee)).not.toContain('twice');

    await onCard(ana, confirm);
    await team.slack.until(() => team.whispered(ana).includes('marked as opened by mistake'));
    expect((await team.roundNow()).ending).toMatchObject({ kind: 'void', askedBy: ben, by: ana });
    await team.delivered();
    await team.delivered();
    expect(cardShown()).toContain('Opened by mistake: Open on Sundays (P-1)');
    expect(cardShown()).toContain('Opened by mistake: <@UBEN> said so, and <@UANA> agreed');
    expect(cardShown()).toContain('Nothing was decided.');
    expect(cardShown()).not.toContain('Consent');
    expect(team.threadOf(eli)).toContain('Nothing was decided');
    expect(channelShown()).toContain('Nobody is left on Monday.');
    expect(channelShown()).toContain('This round was opened by mistake. Nothing was decided.');
    expect(channelShown()).not.toContain('OK for me now');
    expect(team.dmsOf(dee)).toContain('Nothing was decided');
  });

  test('is agreed to in the direct message, by the proposer too', async () => {
    await says(cai);
    expect(team.dmsOf(ben)).toContain('<@UCAI> says that this was opened by mistake');
    expect(team.dmsOf(ana)).not.toContain('opened by mistake');
    await inDm(ben);
    await team.slack.until(async () => (await team.roundNow()).ending?.kind === 'void');
  });

  test('is agreed to with /resolve, where nothing has to be typed again', async () => {
    await says(ben);
    await team.choose(ana, 'void');
    expect(team.modalOf(ana).shown).toContain('<@UBEN> says that this was opened by mistake');
    await team.slack.submit(ana);
    expect(team.modalOf(ana).shown).toContain('It is marked as opened by mistake.');
    await team.resolve(ana, 'P-1');
    expect(team.whispered(ana)).toContain('This round was opened by mistake');
  });

  test('is over: old buttons say so, and nobody is asked any more', async () => {
    await says(ben);
    await onCard(ana, confirm);
    await team.slack.until(async () => (await team.roundNow()).ending !== null);
    await inDm(cai);
    await team.slack.until(() => team.whispered(cai).includes('was opened by mistake and ended'));
    await inDm(ana);
    await team.slack.until(() => team.whispered(ana).split('marked as opened').length === 3);
    expect((await team.roundNow()).answers.size).toBe(0);
  });
});

describe('a Home', () => {
  const homeOf = async (who: string) => {
    await team.slack.openHome(who);
    await team.slack.until(() => team.slack.screenOf(who).home);
    return shownIn(team.slack.screenOf(who).home?.blocks);
  };

  test('asks whoever can agree, and nobody else, and takes either answer', async () => {
    await says(ben);
    expect(await homeOf(dee)).not.toContain('opened by mistake');
    expect(await homeOf(cai)).toContain('<@UBEN> says that this was opened by mistake');
    await team.slack.click(cai, { actionId: letBe.actionId, in: 'home' });
    await team.slack.until(async () => (await team.roundNow()).voidWish === null);
    expect(await homeOf(ana)).not.toContain('opened by mistake');
  });

  test('lets the proposer agree to each of several rounds', async () => {
    const other = roundId('r_other');
    await team.propose(other, willow, ben, 'Open on Mondays');
    for (const id of [sundays, other]) {
      await team.perform(cai, { type: 'void', reason: REASON }, id);
    }
    expect(await homeOf(ben)).toContain('Open on Mondays');
    await team.slack.click(ben, { actionId: 'round.void.confirm#1', in: 'home' });
    await team.slack.click(ben, { actionId: confirm.actionId, in: 'home' });
    await team.slack.until(async () => {
      const rounds = [await team.roundNow(), await team.roundNow(other)];
      return rounds.every(({ ending }) => ending?.kind === 'void');
    });
  });
});

describe('whoever may not', () => {
  test('is told who can agree', async () => {
    await says(ben);
    for (const who of [ben, dee, fay]) {
      await onCard(who, confirm);
      await team.slack.until(() => team.whispered(who).includes('<@UANA> and <@UCAI> can agree'));
    }
    await onCard(dee, letBe);
    await team.slack.until(() => team.whispered(dee).includes('So can <@UBEN>'));
    expect((await team.roundNow()).ending).toBeNull();
  });

  test('does not find it among what is possible, and reads why', async () => {
    await team.resolve(dee);
    expect(team.modalOf(dee).shown).toContain('It was a mistake');
    expect(JSON.stringify(team.modalOf(dee).blocks)).not.toContain('"value":"void"');
    await says(ben);
    await team.resolve(ben);
    expect(team.modalOf(ben).shown).toContain('<@UANA> and <@UCAI> can agree');
    expect(JSON.stringify(team.modalOf(ben).blocks)).not.toContain('"value":"void"');
  });

  test('says why, or is asked for it', async () => {
    await team.choose(ben, 'void');
    await team.slack.submit(ben, { 'way.reason': ' ' });
    expect(team.modalOf(ben).errors['way.reason']).toContain('Please give a reason');
    expect((await team.roundNow()).voidWish).toBeNull();
  });
});

test('letting it be is one tap; the round goes on, and the old button says so', async () => {
  await says(ben);
  await onCard(ben, letBe);
  await team.slack.until(() => team.whispered(ben).includes('The round goes on as before.'));
  await onCard(ana, confirm);
  await team.slack.until(() => team.whispered(ana).includes('Nobody says just now'));
  await team.delivered();
  await team.delivered();
  expect(team.threadOf(eli)).toContain('<@UBEN> says that this was no mistake.');
  expect(cardShown()).not.toContain('mistake');
  expect(cardShown()).toContain('Consent');
});

test('who is asked to agree may say no from their direct message, and it is told', async () => {
  await says(ben);
  expect(team.dmsOf(ana)).toContain('You can agree, or say that it was no mistake.');
  const channel = team.slack.screenOf(ana).dms[0]?.id ?? '';
  await team.slack.click(ana, { ...letBe, channel, in: 'message' });
  await team.slack.until(async () => (await team.roundNow()).voidWish === null);
  await team.delivered();
  await team.delivered();
  expect(team.dmsOf(ben)).toContain('<@UANA> says that this was no mistake. The round goes on.');
});

test('whoever closes it all the same reads before that who says it was a mistake', async () => {
  await says(ben);
  await team.becomesReady();
  await team.choose(ana, 'decide');
  expect(team.modalOf(ana).shown).toContain('<@UBEN> says that this was opened by mistake');
  await team.slack.submit(ana);
  expect((await team.roundNow()).ending?.kind).toBe('decided');
});
