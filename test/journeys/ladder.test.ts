import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { app, channels, people } from '../../src/sandbox/world.ts';
import { shownIn } from '../support/shown.ts';
import { payloadBody, send, signed } from '../support/slack-request.ts';
import { clickOn } from '../support/sundays.ts';
import { deciders, object, startWillowRound, sundays } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee, fay, hana } = people;
let team: WillowRound;

afterEach(() => team.running.stop());

/** Dee sees a problem, and Ben's next versions do not settle it. */
async function versions(count: number) {
  team = await startWillowRound();
  for (const who of deciders.filter((one) => one !== dee)) {
    await team.perform(who, { type: 'consent' });
  }
  await team.perform(dee, object);
  for (let basedOn = 1; basedOn < count; basedOn += 1) {
    const { title, need, owner, reviewOn, link } = await team.roundNow();
    const document = documentOfText(`Open from 8 to ${12 - basedOn}.`);
    await team.perform(ben, {
      type: 'publish_next_version',
      basedOn,
      change: 'substance',
      wording: { title, need, owner, reviewOn, link, document },
      answersObjections: [],
      linkedDocumentChanged: false,
      proposerAgrees: false,
    });
  }
  for (let minutes = 0; minutes < 4; minutes += 1) await team.delivered();
}

const clickCard = (who: string, actionId: string) =>
  team.slack.click(who, { actionId, channel: channels.willow, in: 'message' });

async function cardShown(): Promise<string> {
  await team.delivered();
  const live = await team.program.store.cardOf(sundays);
  const messages = team.slack.screenOf(ana).messages(channels.willow);
  return shownIn(messages.find(({ ts }) => ts === live?.ts)?.blocks);
}

const STEPS = ['Propose a call', 'Take it to a meeting', 'A helping circle', 'Ask the broader'];

describe('after three versions the card has the ladder in the hand', () => {
  beforeEach(() => versions(3));

  test('a call: the objector, the facilitators and the proposer are told, and it is recorded', async () => {
    const card = await cardShown();
    for (const step of STEPS) expect(card).toContain(step);
    await clickCard(cai, actionIds.ladderCall);
    await team.slack.until(() => team.whispered(cai).includes('a call with <@UDEE> and <@UBEN>'));
    const [objection] = (await team.roundNow()).objections;
    expect(objection?.steps.at(-1)).toMatchObject({ type: 'talk_asked', by: cai });
    for (let minutes = 0; minutes < 3; minutes += 1) await team.delivered();
    expect(team.dmsOf(dee)).toContain('<@UCAI> would like to talk about your objection.');
    expect(team.dmsOf(ana)).toContain('<@UCAI> would like to talk about the objection');
    expect(team.dmsOf(ben)).toContain('<@UCAI> would like to talk about the objection');
    const said = team.slack.screenOf(ben).messages(channels.willow);
    const threads = said.flatMap(({ ts }) => team.slack.screenOf(ben).thread(channels.willow, ts));
    expect(shownIn(threads.map(({ blocks }) => blocks))).toContain(
      'a call with <@UDEE> and <@UBEN>',
    );
  });

  test('a meeting: its form opens for any deciding member, and then the ladder is gone', async () => {
    await clickCard(dee, actionIds.ladderMeeting);
    await team.shownTo(dee, 'What should the meeting look at?');
    await team.slack.submit(dee);
    expect((await team.roundNow()).pause).toMatchObject({ kind: 'to_meeting', by: dee });
    const card = await cardShown();
    expect(card).not.toContain('Three versions have not brought us together.');
    expect(card).toContain('Record the meeting');
  });

  test('a helping circle: parked with its step filled in; refused to a member with the rule', async () => {
    await clickCard(dee, actionIds.ladderHelpers);
    await team.slack.until(() => team.whispered(dee).includes('<@UANA>'));
    expect(team.slack.screenOf(dee).modal).toBeFalsy();
    await clickCard(ben, actionIds.ladderHelpers);
    await team.shownTo(ben, 'What is the next step?');
    expect(JSON.stringify(team.modalOf(ben).values)).toContain(
      'Two or three people look for a text',
    );
    await team.slack.submit(ben, { 'way.who': cai });
    expect((await team.roundNow()).pause).toMatchObject({ kind: 'parked', who: cai });
  });

  test('the broader circle: for a facilitator, and refused to everybody else', async () => {
    await clickCard(dee, actionIds.ladderBroader);
    await team.slack.until(() => team.whispered(dee).includes('<@UANA>'));
    await clickCard(ana, actionIds.ladderBroader);
    await team.shownTo(ana, 'Whom do we ask?');
    await team.slack.submit(ana, {
      'hand_on.place': 'The members’ meeting',
      'hand_on.reason': 'We are stuck.',
    });
    expect((await team.roundNow()).pause).toMatchObject({ kind: 'escalated' });
  });

  test('a fourth version is refused, and the answer has the steps that one can take', async () => {
    await clickCard(ben, actionIds.publishVersion);
    await team.slack.until(() => team.whispered(ben).includes('3 versions in one go'));
    const said = team.whispered(ben);
    for (const step of STEPS.slice(0, 3)) expect(said).toContain(step);
    expect(said).not.toContain('Ask the broader circle\n');
    await team.slack.click(ben, { actionId: actionIds.ladderMeeting, in: 'ephemeral' });
    await team.shownTo(ben, 'What should the meeting look at?');
  });

  test('/resolve offers each person what they can do, and names the ladder for a fourth', async () => {
    await team.resolve(dee);
    const { shown } = team.modalOf(dee);
    expect(shown).toContain('Three versions have not brought us together.');
    expect(shown).toContain('Propose a call');
    expect(shown).not.toContain('A helping circle\n');
    await team.resolve(ben);
    expect(team.modalOf(ben).shown).toContain('Publish next version:* There have been 3 versions');
    expect(team.modalOf(ben).shown).toContain('A helping circle\n');
    await team.slack.click(dee, { actionId: actionIds.ladderCall });
    await team.shownTo(dee, 'Noted: you propose a call');
  });

  test('a learning member may propose a call and nothing else; strangers may do nothing', async () => {
    await clickCard(fay, actionIds.ladderMeeting);
    await team.slack.until(() => team.whispered(fay).includes('not one of the people asked'));
    await clickCard(fay, actionIds.ladderCall);
    await team.slack.until(() => team.whispered(fay).includes('you propose a call'));
    const before = (await team.roundNow()).seq;
    for (const action of [
      'ladderCall',
      'ladderMeeting',
      'ladderHelpers',
      'ladderBroader',
    ] as const) {
      const body = payloadBody(clickOn(hana, actionIds[action]));
      const headers = signed(body, { secret: app.signingSecret });
      await send(team.program.address.port, { body, headers });
    }
    expect(team.slack.screenOf(hana).modal).toBeFalsy();
    expect((await team.roundNow()).seq).toBe(before);
  });
});

describe('after two versions', () => {
  beforeEach(() => versions(2));

  test('facilitators are offered it in /resolve, the card and others are not', async () => {
    expect(await cardShown()).not.toContain('A helping circle');
    await team.resolve(ana);
    expect(team.modalOf(ana).shown).toContain('Two versions have not brought us together.');
    expect(team.modalOf(ana).shown).toContain('A helping circle');
    await team.resolve(dee);
    expect(team.modalOf(dee).shown).not.toContain('have not brought us together');
  });
});
