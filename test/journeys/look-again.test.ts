import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { circleId, objectionId, type RoundId } from '../../src/core/ids.ts';
import { richTextValueOf } from '../../src/slack/blocks/rich-text.ts';
import { actionIds } from '../../src/slack/ids.ts';
import type { JsonObject } from '../../src/sandbox/slack/json.ts';
import { app, channels, people } from '../../src/sandbox/world.ts';
import { clickOn } from '../support/sundays.ts';
import { payloadBody, send, signed } from '../support/slack-request.ts';
import { shownIn } from '../support/shown.ts';
import { DAY } from '../support/time.ts';
import { deciders, startWillowRound, sundays } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee, fay, gus, hana } = people;
let team: WillowRound;

/** Open on Sundays is D-1, and Fay has raised something about it since. */
beforeEach(async () => {
  team = await startWillowRound();
  await team.becomesReady();
  await team.perform(ana, { type: 'decide', decisionNumber: 0 });
  await team.running.advance(DAY);
  await team.perform(fay, {
    type: 'object_late',
    objectionId: objectionId('o_late'),
    harm: 'The neighbours cannot sleep.',
    effect: 'They stop talking to us.',
    remedy: null,
  });
  await posted();
});
afterEach(() => team.running.stop());

/** Posts keep a pace, so several of them take several minutes. */
async function posted() {
  for (let minutes = 0; minutes < 3; minutes += 1) await team.delivered();
}

const text = (said: string): JsonObject =>
  JSON.parse(JSON.stringify(richTextValueOf(documentOfText(said))));

async function cardOf(id: RoundId): Promise<string> {
  await posted();
  const live = await team.program.store.cardOf(id);
  const messages = team.slack.screenOf(ana).messages(channels.willow);
  const card = messages.find(({ ts }) => ts === live?.ts);
  return `${shownIn(card?.blocks)}\n${card?.text}`;
}

async function idOf(number: number): Promise<RoundId> {
  const { store, identity } = team.program;
  const id = await store.roundNumbered(identity.teamId, number);
  if (!id) throw new Error(`There is no P-${number}`);
  return id;
}

/** Opens the form from the record of a decision. */
async function opensFromRecord(who: string, number = 'D-1') {
  await team.slack.command(who, channels.willow, '/decisions', number);
  await team.shownTo(who, 'Propose to look at it again');
  await team.slack.click(who, { actionId: actionIds.lookAgain });
  await team.shownTo(who, 'What do you propose?');
}

const chooses = (who: string, label: string) =>
  team.slack.click(who, { actionId: actionIds.proposeHow, choose: label });

/** The newer round is decided by all four. */
async function decides(id: RoundId) {
  for (const who of deciders) await team.perform(who, { type: 'consent' }, id);
  await team.running.advance(DAY);
  await team.perform(ana, { type: 'decide', decisionNumber: 0 }, id);
}

const valueOf = (who: string, field: string) =>
  JSON.stringify(
    Object.values(team.modalOf(who).values)
      .map((block) => (block as JsonObject)[field])
      .find((value) => value !== undefined),
  );

describe('a decision that is looked at again', () => {
  test('from what was raised, by its owner: it is in force until the new one takes its place', async () => {
    expect(team.dmsOf(ben)).toContain('Propose to look at it again');
    const [dm] = team.slack.screenOf(ben).dms;
    await team.slack.click(ben, {
      actionId: actionIds.lookAgain,
      channel: dm?.id ?? '',
      in: 'message',
    });
    await team.shownTo(ben, 'What do you propose?');
    const { shown } = team.modalOf(ben);
    expect(shown).toContain('You look at D-1 again:* Open on Sundays.');
    expect(shown).toContain('<@UFAY> raised:* The neighbours cannot sleep.');
    expect(valueOf(ben, 'title')).toContain('Open on Sundays');
    expect(valueOf(ben, 'need')).toContain('Thirty people a week');
    expect(valueOf(ben, 'proposal')).toContain('Open from 8 to 12');
    expect(valueOf(ben, 'owner')).toContain(ben);

    await team.slack.submit(ben, { proposal: text('Open from 9 to 12.') });
    expect(team.modalOf(ben).shown).toContain('is stored as P-2');
    const id = await idOf(2);
    expect(await team.roundNow(id)).toMatchObject({
      replacesDecision: { number: 1, roundId: sundays, how: 'change' },
      replaces: null,
    });
    expect(await cardOf(id)).toContain('D-1. It stays in force until this is decided');
    expect(await cardOf(sundays)).not.toContain('Replaced by');

    await decides(id);
    const old = await cardOf(sundays);
    expect(old).toContain('Replaced by D-2 on');
    expect(old).toContain('It is no longer in force.');
    expect(old).not.toContain('Propose to look at it again');
    expect(await cardOf(id)).toContain('*Replaces*\nD-1');
    expect(team.threadOf(ana)).toContain('D-2 takes the place of this decision.');
    await team.slack.command(dee, channels.willow, '/decisions');
    expect(team.whispered(dee)).toContain('Replaced by D-2 on');
    await team.slack.command(dee, channels.willow, '/decisions', 'D-1');
    await team.shownTo(dee, 'Replaced by D-2 on');
    expect(team.modalOf(dee).shown).not.toContain('Propose to look at it again');
    expect((await team.roundNow()).aftermath.superseded).toMatchObject([
      { number: 2, roundId: id, how: 'change' },
    ]);
  });

  test('is neither in force nor paused any more, whatever is raised about it', async () => {
    const pause = { type: 'pause_decision', reason: 'The oven smokes.' } as const;
    await team.perform(ben, pause);
    expect(await cardOf(sundays)).toContain('please do not act on it for now');
    expect(await cardOf(sundays)).toContain('The decision stays paused.');
    await opensFromRecord(cai);
    await team.slack.submit(cai);
    await team.slack.closeView(cai, { all: true });
    await decides(await idOf(2));
    const shown = await cardOf(sundays);
    expect(shown).toContain('Replaced by D-2 on');
    for (const said of ['stays in force', 'do not act on it', 'Take it up again']) {
      expect(shown).not.toContain(said);
    }

    const { ts } = (await team.program.store.cardOf(sundays)) ?? {};
    const onCard = { channel: channels.willow, in: 'message', ...(ts && { ts }) } as const;
    await team.slack.click(dee, { actionId: actionIds.raiseLate, ...onCard });
    await team.shownTo(dee, 'D-1 Open on Sundays. D-2 has taken its place.');
    await team.slack.submit(dee, { harm: 'It is too loud.', effect: 'We cannot sleep.' });
    expect(team.modalOf(dee).shown).toContain('Thank you. D-2 has taken its place.');
    expect(team.modalOf(dee).shown).not.toContain('look at it early');
    await posted();
    const heard = team.dmsOf(cai).slice(team.dmsOf(cai).indexOf('It is too loud.'));
    expect(heard).toContain('D-2 has taken its place.');
    for (const said of ['stays in force', 'look at it early', 'Pause this decision']) {
      expect(heard).not.toContain(said);
    }
    await team.slack.command(ben, channels.willow, '/decisions', 'D-1');
    await team.shownTo(ben, 'It is no longer in force.');
    expect(team.modalOf(ben).shown).not.toContain('Paused by');
    expect(team.modalOf(ben).shown).not.toContain('Take it up again');
    expect(team.modalOf(ben).shown).not.toContain('Pause this decision');
  });

  test('is in force again when an objection opens the newer round again, until that is decided', async () => {
    await opensFromRecord(cai);
    await team.slack.submit(cai);
    const id = await idOf(2);
    await decides(id);
    await team.perform(
      dee,
      {
        type: 'object_late',
        objectionId: objectionId('o_quick'),
        harm: 'Too early.',
        effect: 'We are tired.',
        remedy: null,
      },
      id,
    );
    expect((await team.roundNow()).aftermath.superseded).toEqual([]);
    expect(await cardOf(sundays)).not.toContain('Replaced by');
    expect(team.threadOf(ana)).toContain('D-2 is open again.');
    const settles = { type: 'settle_objection', objectionId: objectionId('o_quick') } as const;
    await team.perform(dee, settles, id);
    await team.perform(ana, { type: 'decide', decisionNumber: 0 }, id);
    expect(await cardOf(sundays)).toContain('Replaced by D-2 on');
  });

  test('is kept or ended by a choice that fills in title and text, but never over own words', async () => {
    await opensFromRecord(cai);
    await chooses(cai, 'End it');
    await team.shownTo(cai, 'What do you propose?');
    await team.slack.until(() => valueOf(cai, 'title').includes('End: Open on Sundays'));
    expect(valueOf(cai, 'proposal')).toContain('We end D-1, Open on Sundays.');
    team.slack.fill(cai, { proposal: text('We stop after Easter.') });
    await chooses(cai, 'Keep it until a new day');
    await team.slack.until(() => valueOf(cai, 'title').includes('Keep: Open on Sundays'));
    expect(valueOf(cai, 'proposal')).toContain('We stop after Easter.');
    await chooses(cai, 'End it');
    await team.slack.until(() => valueOf(cai, 'title').includes('End: Open on Sundays'));
    await team.slack.submit(cai);
    const id = await idOf(2);
    await decides(id);
    expect(await cardOf(sundays)).toContain('Ended by D-2 on');
    expect(team.threadOf(ana)).toContain('D-2 ends this decision.');
  });

  test('begins with /propose D-1 too, from any circle’s channel, with a title and a deadline', async () => {
    await team.slack.command(dee, channels.willow, '/propose', 'D-1 Open later');
    await team.shownTo(dee, 'You look at D-1 again');
    expect(valueOf(dee, 'title')).toContain('Open later');
    await team.slack.closeView(dee, { all: true });
    await team.slack.command(dee, channels.willow, '/propose', 'from d1');
    await team.shownTo(dee, 'You look at D-1 again');
    expect(valueOf(dee, 'title')).toContain('Open on Sundays');
  });

  test('warns that another proposal is open about it; a replaced one names the newer', async () => {
    await opensFromRecord(cai);
    expect(team.modalOf(cai).shown).not.toContain('is open about this decision already');
    await team.slack.submit(cai);
    await opensFromRecord(dee);
    expect(team.modalOf(dee).shown).toContain('P-2 is open about this decision already');
    await decides(await idOf(2));
    await team.slack.submit(dee);
    expect(JSON.stringify(team.modalOf(dee).errors)).toContain('D-2 has taken the place of D-1.');
    await team.slack.closeView(dee, { all: true });

    await team.slack.command(dee, channels.willow, '/propose', 'D-1');
    await team.slack.until(() => team.whispered(dee).includes('Look at D-2 again instead.'));
    await team.slack.click(dee, { actionId: actionIds.lookAgain, in: 'ephemeral' });
    await team.shownTo(dee, 'You look at D-2 again');
    expect(await idOf(2)).toBeTruthy();
    expect(await team.program.store.roundNumbered(team.program.identity.teamId, 3)).toBeNull();
  });

  test('says the same to strangers as of a decision that there is not, and gives words back', async () => {
    await team.setUpCircle(circleId('c_garden'), channels.general, 'Garden', [gus, hana]);
    for (const number of ['D-1', 'D-99']) {
      await team.slack.command(hana, channels.general, '/propose', `${number} Open later`);
      await team.slack.until(() => team.whispered(hana).includes(`${number} Open later`));
      expect(team.slack.screenOf(hana).modal).toBeFalsy();
    }
    const said = team.whispered(hana).split('There is no such decision').length - 1;
    expect(said).toBe(2);

    const body = payloadBody(clickOn(hana, actionIds.lookAgain));
    const headers = signed(body, { secret: app.signingSecret });
    await send(team.program.address.port, { body, headers });
    expect(team.slack.screenOf(hana).modal).toBeFalsy();
  });

  test('is for people who decide: a learning member hears whom to ask', async () => {
    await team.slack.command(fay, channels.willow, '/decisions', 'D-1');
    await team.shownTo(fay, 'Propose to look at it again');
    await team.slack.click(fay, { actionId: actionIds.lookAgain });
    await team.shownTo(fay, 'Only people who decide in this circle propose here.');
  });
});
