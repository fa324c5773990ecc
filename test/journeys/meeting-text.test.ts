import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { memberId } from '../../src/core/ids.ts';
import { richTextValueOf } from '../../src/slack/blocks/rich-text.ts';
import { actionIds } from '../../src/slack/ids.ts';
import type { JsonObject } from '../../src/sandbox/slack/json.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { shownIn } from '../support/shown.ts';
import { DAY } from '../support/time.ts';
import { LATER, startWillowRound, sundays, willow } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee } = people;
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
  await team.perform(dee, { type: 'to_meeting', note: null });
  await team.delivered();
});
afterEach(() => team.running.stop());

const text = (said: string): JsonObject =>
  JSON.parse(JSON.stringify(richTextValueOf(documentOfText(said))));

/** Writes down from the card that a new text is wanted. */
async function recordsNewText(who: string, present: readonly string[]) {
  const { slack } = team;
  await slack.click(who, {
    actionId: actionIds.recordMeeting,
    channel: channels.willow,
    in: 'message',
  });
  await team.shownTo(who, 'Who was there?');
  await slack.submit(who, { 'meeting.present': present, 'meeting.outcome': 'new_text' });
  await slack.submit(who, { 'way.deadline': LATER / 1000, 'meeting.note': 'Close at eleven.' });
}

const cardShown = async () => {
  await team.delivered();
  const live = await team.program.store.cardOf(sundays);
  const messages = team.slack.screenOf(ana).messages(channels.willow);
  return shownIn(messages.find(({ ts }) => ts === live?.ts)?.blocks);
};

describe('a meeting that wants a new text', () => {
  test('leads its recorder straight into the form of the next version, after it is stored', async () => {
    await recordsNewText(ana, [ana, ben]);
    const { shown, values } = team.modalOf(ana);
    expect(shown).toContain('The meeting is recorded.');
    expect(shown).toContain('What was said at the meeting:* Close at eleven.');
    expect(JSON.stringify(values)).toContain('Open from 8 to 12 for three months.');
    expect((await team.roundNow()).meetings).toMatchObject([{ outcome: 'new_text', by: ana }]);

    await team.slack.submit(ana, { 'version.proposal': text('Open from 8 to 11.') });
    expect(team.modalOf(ana).errors['version.agrees']).toContain('ask them first');
    expect(JSON.stringify(team.modalOf(ana).values)).toContain('Open from 8 to 11.');
    await team.slack.submit(ana, { 'version.agrees': ['yes'] });
    expect(team.modalOf(ana).shown).toContain('Version 2 is published.');
    expect((await team.roundNow()).versions.at(-1)).toMatchObject({ onBehalf: 'agreed' });
    await team.delivered();
  });

  test('loses nothing when the form is closed: the proposer has it in a message, and the card too', async () => {
    await recordsNewText(ana, [ana, ben]);
    await team.slack.closeView(ana, { all: true });
    expect((await team.roundNow()).pause).toBeNull();
    expect(await cardShown()).toContain('The meeting wants a new text.* Next: <@UBEN> writes it.');
    expect(team.threadOf(ana)).toContain('The card has the button for it.');
    expect(team.dmsOf(ben)).toContain('A new text is wanted. Next: write it here.');
    const [dm] = team.slack.screenOf(ben).dms;
    await team.slack.click(ben, {
      actionId: actionIds.publishVersion,
      channel: dm?.id ?? '',
      in: 'message',
    });
    await team.shownTo(ben, 'This becomes version 2');
    expect(team.modalOf(ben).shown).toContain('Close at eleven.');
    expect(team.modalOf(ben).shown).not.toContain('The proposer agrees');
    await team.slack.submit(ben, { 'version.proposal': text('Open from 8 to 11.') });
    expect((await team.roundNow()).versions).toHaveLength(2);
    expect(await cardShown()).not.toContain('The meeting wants a new text.');
  });

  test('is handed to the proposer where the recorder only stands in and may not publish', async () => {
    for (const who of [ana, cai]) {
      await team.program.performer.onCircle(willow, {
        type: 'change_leave',
        member: memberId(who),
        leave: { fromOn: '2026-03-02', untilOn: '2026-03-31' },
        at: team.now(),
        by: memberId(who),
      });
    }
    await team.running.advance(DAY / 24);
    await recordsNewText(dee, [dee, ben]);
    expect(team.modalOf(dee).shown).toContain('Next: <@UBEN> writes the new text.');
    expect(team.modalOf(dee).shown).not.toContain('This becomes version 2');
    await team.delivered();
    expect(team.dmsOf(ben)).toContain('Publish next version');
  });

  test('is recorded by a facilitator alone: the card’s button says so to everybody else', async () => {
    await team.slack.click(ben, {
      actionId: actionIds.recordMeeting,
      channel: channels.willow,
      in: 'message',
    });
    await team.slack.until(() => team.whispered(ben).includes('<@UANA>'));
    expect(team.slack.screenOf(ben).modal).toBeFalsy();
    expect((await team.roundNow()).meetings).toEqual([]);
  });
});
