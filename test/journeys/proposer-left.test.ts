import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { DAY, HOUR } from '../support/time.ts';
import { shownIn } from '../support/shown.ts';
import { startWillowRound, willow, type WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee, eli, fay } = people;
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
  await team.perform(cai, { type: 'consent' });
  await account(true);
  await posted();
});
afterEach(() => team.running.stop());

async function account(closed: boolean) {
  const by = memberId(ben);
  const changed = { type: 'account_changed', closed, member: by, at: team.now(), by } as const;
  await team.program.performer.onCircle(willow, changed);
  await team.running.advance(HOUR);
}

/** Posts keep a pace, so several of them take several minutes. */
async function posted() {
  for (let minutes = 0; minutes < 5; minutes += 1) await team.delivered();
}

const cardShown = () => {
  const messages = team.slack.screenOf(ana).messages(channels.willow);
  const card = messages.find(({ replyCount }) => replyCount > 0) ?? messages.at(-1);
  return shownIn(card?.blocks);
};
const adopt = (who: string) =>
  team.slack.click(who, { actionId: 'round.adopt', channel: channels.willow, in: 'message' });

describe('a round whose proposer has left', () => {
  test('says so on the card, under it and to facilitators, and is not decided', async () => {
    expect(cardShown()).toContain('The proposer has left.');
    expect(cardShown()).toContain('Look after this proposal');
    expect(team.threadOf(eli)).toContain('needs somebody who looks after it');
    expect(team.dmsOf(ana)).toContain('The proposer of this round has left');
    for (const who of [ana, dee]) await team.perform(who, { type: 'consent' });
    await team.running.advance(2 * DAY);
    await expect(team.perform(ana, { type: 'decide', decisionNumber: 1 })).rejects.toThrow(
      'proposer_missing',
    );
  });

  test('is looked after by a member, with one click and every answer kept', async () => {
    await adopt(fay);
    await team.slack.until(() => team.whispered(fay).includes('not one of the people asked'));
    await adopt(dee);
    await team.slack.until(() => team.whispered(dee).includes('You look after this proposal now'));
    const round = await team.roundNow();
    expect(round).toMatchObject({ proposedBy: dee, proposerGone: null, pause: null });
    expect(round.answers.get(memberId(cai))).toMatchObject({ kind: 'consent' });
    await posted();
    expect(team.threadOf(eli)).toContain('<@UDEE> looks after this proposal now');
    expect(cardShown()).not.toContain('Look after this proposal');
    expect(cardShown()).toContain('<@UDEE>');
  });

  test('is looked after from the message to a facilitator', async () => {
    await team.slack.click(cai, { actionId: 'round.adopt' });
    await team.slack.until(async () => (await team.roundNow()).proposedBy === cai);
  });

  test('goes on when its proposer is back', async () => {
    await account(false);
    await posted();
    expect(team.threadOf(eli)).toContain('The proposer is here again.');
    expect(cardShown()).not.toContain('The proposer has left.');
  });

  test('is parked when nobody looks after it, and can still be adopted', async () => {
    await team.running.advance(8 * DAY);
    await posted();
    expect((await team.roundNow()).pause).toMatchObject({ kind: 'parked', nextStep: null });
    expect(cardShown()).toContain('because nobody looked after this proposal');
    expect(cardShown()).toContain('See who looks after this proposal');
    expect(team.threadOf(eli)).toContain('Nobody looked after this proposal.');
    expect(team.dmsOf(cai)).toContain('Nobody looked after this proposal, so it is parked');
    await adopt(dee);
    await team.slack.until(() => team.whispered(dee).includes('you can take it up again'));
    expect((await team.roundNow()).proposedBy).toBe(dee);
    await team.slack.click(dee, { actionId: 'pause.take_up', in: 'ephemeral' });
    await team.shownTo(dee, 'Take it up again');
  });
});
