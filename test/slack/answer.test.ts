import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId, objectionId } from '../../src/core/ids.ts';
import { people } from '../../src/sandbox/world.ts';
import { actionIds, callbackIds } from '../../src/slack/ids.ts';
import { DAY, HOUR } from '../support/program.ts';
import { actionsIn } from '../support/shown.ts';
import {
  clickOn,
  deciders,
  forgedForm,
  startSundays,
  sundays,
  willow,
  type Sundays,
} from '../support/sundays.ts';

const { ana, ben, cai, dee, fay, hana, otto } = people;
const { consent, moreTime, changeAnswer, takeBackAnswer, addNote, addNeeds } = actionIds;
const threeAnswers = [consent, actionIds.object, moreTime];

let round: Sundays;
beforeEach(async () => {
  round = await startSundays();
});
afterEach(() => round.stop());

const answerOf = async (who: string) => (await round.round()).answers.get(memberId(who));
const DEADLINE = 7 * DAY + 8 * HOUR;

describe('consent', () => {
  test('is recorded by one click, and the receipt offers a note and a change', async () => {
    await round.click(ana, consent);
    expect(await answerOf(ana)).toMatchObject({ kind: 'consent', note: null });
    await round.whispered(ana, 'Noted: you consent to version 1 of “Open on Sundays”.');
    const [receipt] = round.slack.screenOf(ana).ephemerals();
    expect(actionsIn(receipt?.blocks)).toEqual([addNote, changeAnswer]);
    expect(round.slack.screenOf(ben).ephemerals()).toEqual([]);
  });

  test('clicked twice is one answer and one entry, with the receipt each time', async () => {
    await round.click(ana, consent);
    await round.click(ana, consent);
    await round.slack.until(() => round.slack.screenOf(ana).ephemerals().length === 2);
    expect(await round.events()).toEqual(['round_opened', 'consented']);
  });

  test('in the same instant as everybody else’s: each is an answer', async () => {
    await Promise.all(deciders.map((who) => round.click(who, consent)));
    expect((await round.round()).answers.size).toBe(4);
  });

  test('after the deadline counts, and the receipt says so', async () => {
    await round.perform(dee, { type: 'consent' });
    await round.advance(DEADLINE + 30 * 60_000);
    // Somebody was silent, so there is one extension; after that the deadline is over for good.
    await round.advance(4 * DAY);
    await round.click(ana, consent);
    await round.whispered(ana, 'Your answer counts all the same.');
    expect(await answerOf(ana)).toMatchObject({ kind: 'consent' });
  });

  test('of somebody on leave counts, and they are back in', async () => {
    await round.program.performer.onCircle(willow, {
      type: 'change_leave',
      member: memberId(dee),
      leave: { fromOn: '2026-03-02', untilOn: null },
      at: round.now(),
      by: memberId(dee),
    });
    await round.click(dee, consent);
    await round.whispered(dee, 'With this answer you are back in this round.');
    expect((await round.round()).asked.get(memberId(dee))?.excused).toBeNull();
  });

  test('takes back one’s own open objection with the same click, and says so', async () => {
    await round.perform(dee, {
      type: 'object',
      objectionId: objectionId('o_1'),
      harm: 'Nobody bakes.',
      effect: 'No bread.',
      remedy: null,
    });
    await round.click(dee, consent);
    await round.whispered(dee, 'Your objection is taken back with this click.');
    expect((await round.round()).objections[0]?.takenBackAt).not.toBeNull();
  });
});

describe('a note', () => {
  test('goes with the consent, by a form that says it will not stop us', async () => {
    await round.click(ana, consent);
    await round.whispered(ana, 'Noted');
    await round.clickReceipt(ana, addNote);
    await round.modalWith(ana, 'This will not stop us.');
    await round.slack.submit(ana, { note: 'Monday’s bread' });
    expect(await answerOf(ana)).toMatchObject({ kind: 'consent', note: 'Monday’s bread' });
    await round.modalWith(ana, 'We look at this again at the review: Monday’s bread');
  });

  test('sent after another answer changes nothing, and gives the words back', async () => {
    await round.perform(ana, { type: 'ask_more_time', needs: null });
    await round.forged(forgedForm(ana, callbackIds.noteForm, { note: 'x' }));
    expect(await answerOf(ana)).toMatchObject({ kind: 'more_time' });
    const { body } = await round.forged(
      forgedForm(ana, callbackIds.noteForm, { note: 'Keep these words' }),
    );
    expect(body).toContain('Keep these words');
    expect(body).toContain('so nothing was changed');
  });

  test('too long is refused under its field, and the consent stands', async () => {
    await round.perform(ana, { type: 'consent' });
    const { body } = await round.forged(
      forgedForm(ana, callbackIds.noteForm, { note: 'x'.repeat(501) }),
    );
    expect(JSON.parse(body)).toMatchObject({
      response_action: 'errors',
      errors: { note: expect.stringContaining('longer than 500 characters') },
    });
    expect(await answerOf(ana)).toMatchObject({ kind: 'consent', note: null });
  });
});

describe('more time', () => {
  test('is recorded at once, and one may say what one needs', async () => {
    await round.click(cai, moreTime);
    expect(await answerOf(cai)).toMatchObject({ kind: 'more_time', needs: null });
    await round.whispered(cai, 'Noted: you need more time');
    await round.clickReceipt(cai, addNeeds);
    await round.modalWith(cai, 'What do you need?');
    await round.slack.submit(cai, { needs: 'To read the lease' });
    expect(await answerOf(cai)).toMatchObject({ needs: 'To read the lease' });
    await round.modalWith(cai, 'You say that you need: To read the lease');
  });

  test('taken twice already is refused, with whom to ask and the ways on', async () => {
    for (const _ of [1, 2]) {
      await round.perform(cai, { type: 'ask_more_time', needs: null });
      await round.perform(cai, { type: 'consent' });
    }
    await round.click(cai, moreTime);
    await round.whispered(cai, 'You have asked for more time twice already');
    await round.clickReceipt(cai, actionIds.resolve);
    await round.modalWith(cai, 'Take it to a meeting');
    expect(await answerOf(cai)).toMatchObject({ kind: 'consent' });
  });

  test('what one needs, sent when the hold is over, begins no other hold', async () => {
    await round.perform(cai, { type: 'ask_more_time', needs: null });
    await round.perform(cai, { type: 'consent' });
    const { body } = await round.forged(forgedForm(cai, callbackIds.needsForm, { needs: 'A day' }));
    expect(body).toContain('Your time to think is over');
    expect(body).toContain('A day');
    expect(await answerOf(cai)).toMatchObject({ kind: 'consent' });
  });
});

describe('a change of mind', () => {
  test('is offered with the three answers, and the way to take the answer back', async () => {
    await round.click(ana, consent);
    await round.whispered(ana, 'Noted');
    await round.clickReceipt(ana, changeAnswer);
    await round.whispered(ana, 'Your answer to “Open on Sundays”: *Consent · OK to try*');
    const [offer] = round.slack.screenOf(ana).ephemerals();
    expect(actionsIn(offer?.blocks)).toEqual([...threeAnswers, takeBackAnswer]);
    await round.clickReceipt(ana, takeBackAnswer);
    await round.whispered(ana, 'You took back your answer');
    expect(await answerOf(ana)).toBeUndefined();
  });

  test('keeps every earlier answer in the history', async () => {
    await round.click(ana, consent);
    await round.click(ana, moreTime);
    await round.click(ana, consent);
    const events = await round.events();
    expect(events).toEqual(['round_opened', 'consented', 'more_time_asked', 'consented']);
  });

  test('with nothing to take back is refused', async () => {
    await round.perform(ana, { type: 'consent' });
    await round.click(ana, consent);
    await round.whispered(ana, 'Noted');
    await round.clickReceipt(ana, changeAnswer);
    await round.whispered(ana, 'You may change it');
    await round.perform(ana, { type: 'take_back_answer' });
    await round.clickReceipt(ana, takeBackAnswer);
    await round.whispered(ana, 'You have no answer in this round to take back.');
  });

  test('is one’s own alone: nobody else’s click touches an answer', async () => {
    await round.perform(ana, { type: 'consent' });
    await round.forged(clickOn(cai, takeBackAnswer));
    expect(await answerOf(ana)).toMatchObject({ kind: 'consent' });
  });
});

describe('an answer is refused, and says why,', () => {
  test('when the round has ended', async () => {
    await round.perform(ben, { type: 'withdraw', reason: null });
    const before = await round.events();
    for (const [actionId, who] of [
      [consent, ana],
      [moreTime, cai],
    ] as const) {
      await round.forged(clickOn(who, actionId));
      await round.whispered(who, 'This proposal was taken back on');
    }
    expect(await round.events()).toEqual(before);
  });

  test('when the round is parked, with its next step', async () => {
    await round.perform(ana, {
      type: 'park',
      nextStep: 'Ask the landlord',
      who: memberId(dee),
      untilOn: '2026-04-01',
    });
    await round.click(ana, consent);
    await round.whispered(ana, 'The next step is: Ask the landlord.');
    expect(await answerOf(ana)).toBeUndefined();
  });

  test('to somebody of the circle who is not asked', async () => {
    await round.click(fay, consent);
    await round.whispered(fay, 'You are not one of the people asked in this round');
    await round.whispered(fay, '<@UANA> and <@UCAI> can tell you more');
    expect(await answerOf(fay)).toBeUndefined();
  });

  test('to an outsider, exactly as for a round that does not exist', async () => {
    const shown: string[] = [];
    for (const value of [sundays, 'r_nothing', '']) {
      for (const actionId of [...threeAnswers, changeAnswer, takeBackAnswer, addNote, addNeeds]) {
        const before = round.slack.screenOf(otto).ephemerals().length;
        await round.forged(clickOn(otto, actionId, value));
        await round.slack.until(() => round.slack.screenOf(otto).ephemerals().length > before);
        shown.push(round.slack.screenOf(otto).ephemerals().at(-1)?.text ?? '');
      }
    }
    expect(new Set(shown).size).toBe(1);
    expect(shown[0]).toContain('You are not part of this round.');
    expect(shown[0]).not.toContain('Sundays');
    expect(await round.events()).toEqual(['round_opened']);
  });

  test('to an outsider where the circle’s card is, with whom to ask', async () => {
    await round.click(otto, consent);
    await round.whispered(otto, 'In this channel you can ask <@UANA> and <@UCAI>');
    expect(await answerOf(otto)).toBeUndefined();
  });

  test('to an outsider’s form, with the words back and no details', async () => {
    for (const id of [sundays, 'r_nothing']) {
      for (const callbackId of [callbackIds.noteForm, callbackIds.needsForm]) {
        const field = callbackId === callbackIds.noteForm ? 'note' : 'needs';
        const form = forgedForm(hana, callbackId, { [field]: 'My words' }, id);
        const { body } = await round.forged(form);
        expect(body).toContain('You are not part of this round.');
        expect(body).toContain('My words');
        expect(body).not.toContain('Sundays');
      }
    }
  });
});
