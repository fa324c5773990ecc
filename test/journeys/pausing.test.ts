import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelId, circleId, memberId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { DAY, HOUR } from '../support/time.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { LATER, object, startWillowRound, sundays, willow } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee, eli, fay, gus, hana } = people;
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});
afterEach(() => team.running.stop());

const cardShown = () => {
  const messages = team.slack.screenOf(ana).messages(channels.willow);
  const card = messages.find(({ replyCount }) => replyCount > 0) ?? messages.at(-1);
  return shownIn(card?.blocks);
};

/** Posts keep a pace, so several of them take several minutes. */
async function posted() {
  for (let minutes = 0; minutes < 5; minutes += 1) await team.delivered();
}

describe('a meeting', () => {
  /** Dee sees a problem, Fay asks, and Ben takes it to a meeting. */
  async function goesToMeeting() {
    await team.perform(dee, object);
    await team.perform(fay, { type: 'ask_question', text: 'Who bakes on Saturday night?' });
    await team.choose(ben, 'to_meeting');
    await team.slack.submit(ben, { 'way.note': 'The rota' });
    await posted();
  }

  async function recordsMeeting(outcome: string, present: readonly string[]) {
    await team.choose(ana, 'record_meeting');
    await team.slack.submit(ana, {
      'meeting.present': [...present],
      'meeting.outcome': outcome,
    });
  }

  test('has its agenda in the thread: the text, open objections and questions', async () => {
    await goesToMeeting();
    const thread = team.threadOf(eli);
    expect(thread).toContain('For the meeting');
    expect(thread).toContain('What to look at: The rota');
    expect(thread).toContain('Open from 8 to 12 for three months.');
    expect(thread).toContain('<@UDEE> sees a problem: Nobody is left on Monday.');
    expect(thread).toContain('<@UFAY> asks: Who bakes on Saturday night?');
  });

  test('has the ideas for an objection in its agenda, and all of it behind one button', async () => {
    await team.perform(dee, object);
    const { objectionId } = object;
    await team.perform(cai, { type: 'suggest_way', objectionId, way: 'pilot', text: 'In May.' });
    await team.perform(ben, { type: 'to_meeting', note: null });
    await posted();
    expect(team.threadOf(eli)).toContain(
      '<@UCAI> suggests a way on for the objection of <@UDEE>: Narrow it to a pilot. In May.',
    );
    await team.slack.click(fay, { actionId: 'round.read', channel: channels.willow });
    await team.shownTo(fay, 'Open from 8 to 12 for three months.');
  });

  test('is recorded: who was there consents, the absent are asked, the objection stays', async () => {
    await goesToMeeting();
    await recordsMeeting('consented', [ana, ben, dee]);
    expect(team.modalOf(ana).shown).toContain('Open objections stay open');
    await team.slack.submit(ana, {
      'way.deadline': LATER / 1000,
      'meeting.note': 'We swap shifts.',
    });
    expect(team.modalOf(ana).shown).toContain('The meeting is recorded.');
    const round = await team.roundNow();
    expect(round.pause).toBeNull();
    expect(round.answers.get(memberId(ben))).toMatchObject({ kind: 'consent' });
    expect(round.objections).toMatchObject([{ by: dee, settled: null }]);

    await posted();
    expect(team.threadOf(eli)).toContain('<@UANA> recorded the meeting.');
    expect(team.threadOf(eli)).toContain('What was said: We swap shifts.');
    expect(team.dmsOf(ben)).toContain('your consent is recorded as given there by <@UANA>');
    expect(team.dmsOf(dee)).toContain('Your objection is still open.');
    expect(team.dmsOf(cai)).toContain('Open on Sundays');
    await team.slack.click(dee, { actionId: 'objection.settle' });
    await team.slack.until(async () => (await team.roundNow()).objections[0]?.settled);
  });

  test('asks again for who was there and for what came of it', async () => {
    await goesToMeeting();
    await recordsMeeting('consented', [ana, hana]);
    expect(team.modalOf(ana).errors['meeting.present']).toContain('does not belong to this circle');
    await team.slack.submit(ana, { 'meeting.present': [ana, ben] });
    await team.slack.submit(ana, { 'way.deadline': (LATER - 30 * DAY) / 1000 });
    expect(team.modalOf(ana).errors['way.deadline']).toContain('This moment is over');
    expect((await team.roundNow()).meetings).toEqual([]);
  });

  test('may want a new text, park it, or see it taken back by its proposer', async () => {
    await goesToMeeting();
    await recordsMeeting('new_text', [ana, ben]);
    await team.slack.submit(ana, { 'way.deadline': LATER / 1000 });
    await team.slack.closeView(ana, { all: true });
    await posted();
    expect(team.dmsOf(ben)).toContain('A new text is wanted.');

    await team.choose(ben, 'to_meeting');
    await team.slack.submit(ben);
    await recordsMeeting('parked', [ana]);
    await team.slack.submit(ana, {
      'way.next_step': 'Ask the landlord',
      'way.who': dee,
      'way.until_on': '2026-03-20',
    });
    expect((await team.roundNow()).pause).toMatchObject({ kind: 'parked', who: dee });

    await team.choose(ben, 'to_meeting');
    await team.slack.submit(ben);
    await recordsMeeting('withdrawn', [ana]);
    await team.slack.submit(ana);
    expect(team.modalOf(ana).shown).toContain('Only <@UBEN> can take the proposal back');
    await recordsMeeting('withdrawn', [ana, ben]);
    await team.slack.submit(ana);
    expect((await team.roundNow()).ending).toMatchObject({ kind: 'withdrawn', by: ben });
    await posted();
    expect(team.threadOf(eli)).toContain('<@UBEN> takes this proposal back.');
  });
});

describe('a parked round', () => {
  beforeEach(async () => {
    await team.perform(ana, {
      type: 'park',
      nextStep: 'Ask the landlord',
      who: memberId(dee),
      untilOn: '2026-03-20',
    });
    await posted();
  });

  test('is told to its proposer, and to whoever takes the next step', async () => {
    expect(team.dmsOf(ben)).toContain('<@UANA> has parked this round until Fri 20 March 2026.');
    expect(team.dmsOf(dee)).toContain('The next step is yours, until Fri 20 March 2026.');
    await team.slack.click(ben, { actionId: 'pause.take_up' });
    await team.shownTo(ben, 'New deadline');
  });

  test('comes back on its day, with a way on for those who may take it', async () => {
    await team.running.advance(18 * DAY + 2 * HOUR);
    await posted();
    expect(cardShown()).toContain('Its day has come.* Next: <@UDEE> says how it went.');
    expect(cardShown()).toContain('<@UBEN> may also take it back.');
    expect(cardShown()).not.toContain('takes the next step');
    expect(team.dmsOf(dee)).toContain('This round was parked until today.');
    expect(team.dmsOf(dee)).toContain('Then <@UBEN>, <@UANA> and <@UCAI> may take it up.');
    expect(team.dmsOf(ben)).toContain('Then take it up again, or take it back.');

    await team.slack.click(ben, { actionId: 'pause.take_up' });
    await team.shownTo(ben, 'New deadline');
    await team.slack.submit(ben, { 'way.deadline': (LATER + 14 * DAY) / 1000 });
    expect((await team.roundNow()).pause).toBeNull();
    await posted();
    expect(team.threadOf(eli)).toContain('<@UBEN> takes the round up again.');
  });

  test('is taken back from the same message', async () => {
    await team.running.advance(18 * DAY + 2 * HOUR);
    await posted();
    await team.slack.click(ben, { actionId: 'pause.take_back' });
    await team.shownTo(ben, 'Why do you take it back?');
    await team.slack.submit(ben, { 'way.reason': 'The landlord says no' });
    expect((await team.roundNow()).ending).toMatchObject({ kind: 'withdrawn' });
  });
});

describe('a proposal that was taken back', () => {
  beforeEach(async () => {
    await team.perform(cai, { type: 'consent' });
    await team.perform(ben, { type: 'withdraw', reason: 'Too early' });
    await posted();
  });
  const takeOver = (who: string) =>
    team.slack.click(who, {
      actionId: 'round.take_over',
      channel: channels.willow,
      in: 'message',
    });

  test('is taken over by a member: the card asks again, and answers are to confirm', async () => {
    expect(cardShown()).toContain('Any deciding member may take it over until');
    await takeOver(dee);
    await team.slack.until(() => team.whispered(dee).includes('You are its proposer now.'));
    expect(await team.roundNow()).toMatchObject({ proposedBy: dee, ending: null });
    await posted();
    expect(team.threadOf(eli)).toContain('<@UDEE> takes this proposal over.');
    expect(cardShown()).toContain('Any objection to trying this?');
    expect(team.dmsOf(cai)).toContain('Your earlier answer is kept.');
  });

  test('is taken over from the answer to /resolve, for seven days', async () => {
    const offered = (who: string) =>
      actionsIn(team.slack.screenOf(who).ephemerals().at(-1)?.blocks ?? []);
    await team.resolve(fay, 'P-1');
    expect(team.whispered(fay)).toContain('Any deciding member may take it over until');
    expect(offered(fay)).toEqual([]);
    await team.resolve(ana, 'P-1');
    expect(offered(ana)).toEqual(['round.take_over']);
    await team.running.advance(8 * DAY);
    await team.resolve(cai, 'P-1');
    expect(team.whispered(cai)).toContain('pick the idea up with `/propose`');
    expect(offered(cai)).toEqual([]);
  });

  test('is answered with one tap by whoever answered before, and nothing changed', async () => {
    await takeOver(dee);
    await posted();
    const told = team.dmsOf(cai);
    expect(told).toContain('You had no objection to version 1. The text is the same.');
    expect(told).toContain('<@UDEE> brings it now, so everyone is asked again.');
    expect(told).not.toContain('Only their form changed');
    const channel = team.slack.screenOf(cai).dms[0]?.id ?? '';
    const messages = team.slack.screenOf(cai).messages(channel);
    const first = messages.find(({ blocks }) => shownIn(blocks).includes('has taken this'));
    expect(actionsIn(first?.blocks)).toEqual([
      actionIds.consent,
      actionIds.object,
      actionIds.moreTime,
      actionIds.resolve,
    ]);
    await team.slack.click(cai, { actionId: actionIds.consent, channel, in: 'message' });
    await team.slack.until(async () => {
      const { answers, askedAgainAt } = await team.roundNow();
      return (answers.get(memberId(cai))?.at ?? 0) >= (askedAgainAt ?? Infinity);
    });
  });

  test('is not for a learning member, nor after seven days', async () => {
    await takeOver(fay);
    await team.slack.until(() => team.whispered(fay).includes('not one of the people asked'));
    await team.running.advance(8 * DAY);
    await takeOver(dee);
    await team.slack.until(() => team.whispered(dee).includes('can be taken over for seven days'));
    expect((await team.roundNow()).ending).not.toBeNull();
  });
});

test('whoever objects to what is taken over is asked whether it is settled', async () => {
  await team.perform(dee, object);
  await team.perform(ben, { type: 'withdraw', reason: 'Too early' });
  await team.perform(cai, { type: 'take_over' });
  await posted();
  expect(team.dmsOf(dee)).toContain('You saw a problem in version 1. The text is the same.');
  expect(team.dmsOf(dee)).toContain('Your objection is still open.');
  await team.slack.click(dee, { actionId: actionIds.keepObjection });
  await team.slack.until(async () => (await team.roundNow()).objections[0]?.standsOnVersion === 1);
  await team.slack.click(dee, { actionId: actionIds.settleObjection });
  await team.slack.until(async () => (await team.roundNow()).objections[0]?.settled != null);
});

describe('a round that belongs elsewhere', () => {
  async function handsOn(way: string, values: Record<string, string>) {
    await team.choose(ana, way);
    await team.slack.submit(ana, { 'hand_on.reason': 'It is their oven.', ...values });
  }

  test('is passed on with a summary and nothing else, and goes on with the answer', async () => {
    const garden = circleId('c_garden');
    await team.setUpCircle(garden, channels.general, 'Garden', [ana, cai, gus]);
    await team.perform(dee, object);
    await handsOn('pass_on', { 'hand_on.circle': garden });
    expect(team.modalOf(ana).shown).toContain('It goes to Garden.');
    await posted();
    const told = team.slack
      .screenOf(hana)
      .messages(channels.general)
      .map(({ blocks }) => shownIn(blocks))
      .join('\n');
    expect(told).toContain('Willow Team asks for your help');
    expect(told).toContain('Open on Sundays');
    expect(told).not.toContain('Nobody is left on Monday.');
    expect(told).not.toContain('It is their oven.');
    expect(team.threadOf(eli)).toContain('<@UANA> passes this on to Garden.');
    expect(team.dmsOf(ben)).toContain('passes this on to Garden. It is your proposal.');
    expect(cardShown()).toContain('Passed on to Garden.');

    await team.resolve(ana);
    expect(team.modalOf(ana).shown).toContain('This was passed on to Garden');
    await team.slack.submit(ana, { 'resolve.way': 'resume' });
    await team.slack.submit(ana, {
      'way.note': 'Mornings are fine.',
      'way.deadline': LATER / 1000,
    });
    await posted();
    expect(team.threadOf(eli)).toContain('*The answer came back:* Mornings are fine.');
  });

  async function setUpSecretCircle() {
    const { performer, store } = team.program;
    const known = await performer.circle(willow);
    if (!known) throw new Error('There is no circle');
    const id = circleId('c_secret');
    const form = {
      settings: { ...known.settings, name: 'Secret' },
      roster: [gus, hana].map((one) => ({ id: memberId(one), status: 'full' as const })),
      facilitators: [memberId(hana)],
    };
    const about = { id, teamId: known.teamId, channelId: channelId(channels.general), form };
    const said = { at: team.now(), by: memberId(hana) };
    await performer.onCircle(id, { type: 'create_circle', ...about, ...said });
    expect(await store.circlesOf(known.teamId, memberId(hana))).toContain(id);
  }

  test('offers only circles that the person belongs to (S28)', async () => {
    await setUpSecretCircle();
    await team.choose(ana, 'pass_on');
    expect(team.modalOf(ana).shown).not.toContain('Secret');
    await team.slack.submit(ana, { 'hand_on.reason': 'It is theirs.' });
    expect(team.modalOf(ana).errors['hand_on.place']).toContain('write whom it goes to');
    expect((await team.roundNow()).pause).toBeNull();
  });

  test('is escalated to a place by its name, and nobody is told elsewhere', async () => {
    await handsOn('escalate', { 'hand_on.place': 'The members’ meeting' });
    await posted();
    expect(team.threadOf(eli)).toContain('<@UANA> asks The members’ meeting about this.');
    expect((await team.roundNow()).pause).toMatchObject({ kind: 'escalated', channelId: null });
    expect(await team.program.store.openRounds()).toContain(sundays);
  });
});
