import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { memberId, objectionId, roundId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { actionIds, callbackIds } from '../../src/slack/ids.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import {
  clickOn,
  forgedForm,
  startSundays,
  sundays,
  type Sundays,
  willow,
} from '../support/sundays.ts';

const { ana, ben, cai, dee, fay, otto } = people;
const { seeAnswers, readAll, askQuestion } = actionIds;
const long = 'Bread is a long story. '.repeat(60).trim();

let round: Sundays;
beforeEach(async () => {
  round = await startSundays();
});
afterEach(() => round.stop());

describe('who answered what', () => {
  test('is shown to whoever has answered, person by person with their notes', async () => {
    await round.perform(ana, { type: 'consent', note: 'Monday’s bread' });
    await round.perform(cai, { type: 'ask_more_time', needs: 'To read the lease' });
    await round.perform(dee, { type: 'consent' });
    await round.click(dee, seeAnswers);
    const { shown } = await round.modalWith(dee, 'Answers');
    expect(shown).toContain('<@UANA>: Consent · OK to try. To watch: Monday’s bread');
    expect(shown).toMatch(/<@UCAI>: I need more time, until .*Needs: To read the lease/u);
    expect(shown).toContain('<@UDEE>: Consent · OK to try');
    expect(shown).toContain('One person has not answered yet.');
    expect(shown).not.toContain('UBEN');
  });

  test('is not shown before one has answered, and the three answers are offered', async () => {
    await round.perform(ana, { type: 'consent', note: 'Monday’s bread' });
    await round.click(dee, seeAnswers);
    const shown = await round.whispered(dee, 'when you have given yours');
    expect(shown).not.toContain('UANA');
    expect(shown).not.toContain('Monday’s bread');
    expect(round.slack.screenOf(dee).modal).toBeUndefined();
    const said = round.slack.screenOf(dee).ephemerals().at(-1);
    expect(actionsIn(said?.blocks)).toContain(actionIds.consent);
  });

  test('is not shown any more after one took the answer back', async () => {
    await round.perform(dee, { type: 'consent' });
    await round.perform(dee, { type: 'take_back_answer' });
    await round.click(dee, seeAnswers);
    await round.whispered(dee, 'when you have given yours');
  });

  test('is shown to a learning member only when the round has ended', async () => {
    await round.perform(ana, { type: 'consent' });
    await round.click(fay, seeAnswers);
    await round.whispered(fay, 'You can see the answers to “Open on Sundays” when it has ended.');
    await round.perform(ben, { type: 'withdraw', reason: null });
    await round.delivered();
    await round.click(fay, seeAnswers);
    const { shown } = await round.modalWith(fay, 'The round has ended.');
    expect(shown).toContain('<@UANA>: Consent · OK to try');
    expect(shown).toContain('3 people did not answer.');
  });

  test('is never shown to an outsider', async () => {
    await round.perform(ana, { type: 'consent' });
    for (const actionId of [seeAnswers, readAll, askQuestion]) {
      const count = round.slack.screenOf(otto).ephemerals().length;
      await round.forged(clickOn(otto, actionId));
      await round.slack.until(() => round.slack.screenOf(otto).ephemerals().length > count);
      const said = round.slack.screenOf(otto).ephemerals().at(-1);
      expect(said?.text).toContain('You are not part of this round.');
    }
    expect(round.slack.screenOf(otto).modal).toBeUndefined();
  });
});

describe('read all', () => {
  const raise = (who: string) =>
    round.perform(who, {
      type: 'object',
      objectionId: objectionId(`o_${who}`),
      ...{ harm: `${who}: ${long}`, effect: long, remedy: long },
    });

  test('shows what the card had no room for: every open objection in full', async () => {
    for (const who of [ana, ben, cai, dee]) await raise(who);
    await round.delivered();
    await round.click(cai, readAll);
    const { shown, blocks } = await round.modalWith(cai, 'P-1');
    expect(shown).toContain('Open from 8 to 12 for three months.');
    const whole = shown.replaceAll('\n', '');
    for (const who of [ana, ben, cai, dee]) expect(whole).toContain(`${who}: ${long}`);
    // The buttons are there once: at one's own objection.
    expect(actionsIn(blocks)).toEqual([
      actionIds.settleObjection,
      actionIds.keepObjection,
      actionIds.takeBackObjection,
      actionIds.rewordObjection,
    ]);
  });

  test('lets the owner settle their own there, and says so there', async () => {
    for (const who of [ana, ben, cai, dee]) await raise(who);
    await round.delivered();
    await round.click(dee, readAll);
    await round.modalWith(dee, 'P-1');
    await round.slack.click(dee, { actionId: actionIds.settleObjection, in: 'modal' });
    await round.modalWith(dee, 'Noted: this settles it for you.');
    expect((await round.round()).answers.get(memberId(dee))).toMatchObject({ kind: 'consent' });
  });
});

describe('a proposal of 12,000 characters', () => {
  const whole = 'Bread & butter for everyone on Sunday. '.repeat(400).slice(0, 12_000);

  test('is shortened on its card, and whole in the modal', async () => {
    const id = roundId('r_long');
    await round.program.performer.propose(willow, {
      id,
      at: round.now(),
      by: memberId(ben),
      form: {
        title: 'A long story',
        need: 'There is much to say.',
        document: documentOfText(whole),
        owner: memberId(ben),
        reviewOn: '2026-06-02',
        deadlineAt: (await round.round()).deadlineAt,
        replaces: null,
      },
    });
    await round.delivered();
    const card = round.slack.screenOf(ana).messages(channels.willow).at(-1);
    expect(shownIn(card?.blocks)).toContain('A long story');
    expect(shownIn(card?.blocks).length).toBeLessThan(5_000);
    await round.slack.click(ana, { actionId: readAll, channel: channels.willow });
    const { blocks } = await round.modalWith(ana, 'P-2');
    expect(shownIn(blocks).replaceAll(/\s/gu, '')).toContain(whole.replaceAll(/\s/gu, ''));
  });
});

describe('a question', () => {
  test('is recorded, posted under the card, and thanked for', async () => {
    await round.click(fay, askQuestion);
    await round.modalWith(fay, 'A question is not an answer.');
    await round.slack.submit(fay, { question: 'Who has the key?' });
    await round.modalWith(fay, 'Your question is being posted');
    expect((await round.round()).questions).toMatchObject([{ by: fay, text: 'Who has the key?' }]);
    await round.delivered();
    const thread = round.slack.screenOf(ana).thread(channels.willow, round.card().ts);
    expect(thread.at(-1)?.text).toContain('Who has the key?');
  });

  test('sent twice is one question', async () => {
    const form = forgedForm(cai, callbackIds.questionForm, { question: 'Who has the key?' });
    await round.forged(form);
    await round.forged(form);
    expect((await round.round()).questions).toHaveLength(1);
  });

  test.each([
    ['empty', '  ', 'Please write your question.'],
    ['too long', 'x'.repeat(1501), 'longer than 1,500 characters'],
  ])('%s is refused under its field', async (_, question, why) => {
    const { body } = await round.forged(forgedForm(cai, callbackIds.questionForm, { question }));
    expect(JSON.parse(body)).toMatchObject({ errors: { question: expect.stringContaining(why) } });
    expect((await round.round()).questions).toEqual([]);
  });

  test('is refused when the round has ended, and by the form the words come back', async () => {
    await round.perform(ben, { type: 'withdraw', reason: null });
    await round.forged(clickOn(cai, askQuestion));
    await round.whispered(cai, 'This proposal was taken back on');
    const { body } = await round.forged(
      forgedForm(cai, callbackIds.questionForm, { question: 'Who has the key?' }),
    );
    expect(body).toContain('Who has the key?');
    expect((await round.round()).questions).toEqual([]);
  });
});

describe('an old copy of the card', () => {
  test('still takes the answer, and then points to the real one', async () => {
    const { ts, text, blocks } = round.card();
    const copy = await round.postAsBot(text, blocks);
    await round.slack.click(ana, { actionId: actionIds.consent, ts: copy });
    expect((await round.round()).answers.get(memberId(ana))).toMatchObject({ kind: 'consent' });
    const found = await round.slack.until(() =>
      round.slack
        .screenOf(ana)
        .messages(channels.willow)
        .find((one) => one.ts === copy && one.text.includes('out of date')),
    );
    expect(actionsIn(found.blocks)).toEqual([]);
    expect(await round.program.store.cardOf(sundays)).toMatchObject({ ts });
  });
});
