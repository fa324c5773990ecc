import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { circleId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { shownIn } from '../support/shown.ts';
import { startWillowRound, type WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, eli, gus, hana } = people;
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});
afterEach(() => team.running.stop());

async function handsOn(way: string, values: Record<string, string>) {
  await team.choose(ana, way);
  await team.slack.submit(ana, { 'hand_on.reason': 'It is their oven.', ...values });
}

/** Posts keep a pace, so several of them take several minutes. */
async function posted() {
  for (let minutes = 0; minutes < 5; minutes += 1) await team.delivered();
}

const told = (channel: string) =>
  shownIn(
    team.slack
      .screenOf(hana)
      .messages(channel)
      .map(({ blocks }) => blocks),
  );

describe('where a round goes', () => {
  test('may be said by a channel alone: it is named by it, wherever it is told', async () => {
    await handsOn('escalate', { 'hand_on.channel': channels.general });
    const named = `<#${channels.general}>`;
    expect(team.modalOf(ana).shown).toContain(`It goes to ${named}.`);
    await posted();
    expect(told(channels.general)).toContain('Willow Team asks for your help');
    expect(team.threadOf(eli)).toContain(`<@UANA> asks ${named} about this.`);
    expect(team.dmsOf(ben)).toContain(`asks ${named} about this`);
    await team.resolve(ana);
    expect(team.modalOf(ana).shown).toContain(`${named} was asked about this`);
    expect((await team.roundNow()).pause).toMatchObject({ to: '', channelId: channels.general });
  });

  test('must be said, by one of the two', async () => {
    await handsOn('escalate', { 'hand_on.place': ' ' });
    expect(team.modalOf(ana).errors['hand_on.place']).toContain('or choose a channel');
    expect((await team.roundNow()).pause).toBeNull();
  });

  test('by a circle means its own channel, and the form says so', async () => {
    const garden = circleId('c_garden');
    await team.setUpCircle(garden, channels.general, 'Garden', [ana, cai, gus]);
    await team.choose(ana, 'pass_on');
    expect(team.modalOf(ana).shown).toContain('a circle chosen above gets it in its own channel');
    await team.slack.submit(ana, { 'hand_on.reason': 'Theirs.', 'hand_on.circle': garden });
    await posted();
    expect(told(channels.general)).toContain('Willow Team asks for your help');
  });
});

describe('a summary that cannot be posted', () => {
  beforeEach(() => handsOn('escalate', { 'hand_on.channel': channels.rota }));

  test('comes back to whoever handed it on, once, with its text and a way on', async () => {
    await posted();
    const dms = team.dmsOf(ana);
    expect(dms).toContain(`could not be posted in <#${channels.rota}>, so nobody there knows.`);
    expect(dms).toContain('Thirty people a week find us closed.');
    expect(dms).toContain('Take it up again');
    await posted();
    expect(team.dmsOf(ana).split('could not be posted').length).toBe(2);
    expect(team.dmsOf(ben)).not.toContain('could not be posted');
  });

  test('is handed on once more after it was taken up again', async () => {
    await posted();
    const { dms } = team.slack.screenOf(ana);
    const click = { actionId: 'pause.take_up', channel: dms[0]?.id ?? '' } as const;
    await team.slack.click(ana, { ...click, in: 'message' });
    await team.shownTo(ana, 'Take it up again');
    await team.slack.submit(ana);
    expect((await team.roundNow()).pause).toBeNull();
    await handsOn('escalate', { 'hand_on.channel': channels.general });
    await posted();
    expect(told(channels.general)).toContain('Willow Team asks for your help');
  });
});
