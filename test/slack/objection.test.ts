import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId, objectionId } from '../../src/core/ids.ts';
import { openObjections } from '../../src/core/standing.ts';
import { people } from '../../src/sandbox/world.ts';
import { actionIds, callbackIds, objectionValue } from '../../src/slack/ids.ts';
import { actionsIn } from '../support/shown.ts';
import {
  clickOn,
  forgedForm,
  startSundays,
  sundays,
  willow,
  type Sundays,
} from '../support/sundays.ts';

const { ana, ben, cai, dee, fay, otto } = people;
const { object, settleObjection, takeBackObjection, rewordObjection } = actionIds;
const texts = {
  harm: 'Nobody is left to bake on Monday.',
  effect: 'No fresh bread on a weekday.',
  remedy: 'A third baker on the rota.',
};

let round: Sundays;
beforeEach(async () => {
  round = await startSundays();
});
afterEach(() => round.stop());

const open = async () => openObjections(await round.round());
const raise = (who: string) =>
  round.perform(who, { type: 'object', objectionId: objectionId(`o_${who}`), ...texts });
const form = (who: string, more: object = {}, id: string = sundays) =>
  forgedForm(who, callbackIds.objectionForm, { ...texts, ...more }, id);
const anotherAnswer = async (who: string) => (await round.round()).answers.get(memberId(who));

describe('raising an objection', () => {
  test('asks what could go wrong and what it means, with the aim, and thanks', async () => {
    await round.click(dee, object);
    const { shown, blocks } = await round.modalWith(dee, 'I see a problem');
    expect(shown).toContain('Your objection is a gift to the circle');
    expect(shown).toContain('Our aim: Good days at home for the people we support.');
    expect(blocks.filter(({ type }) => type === 'input')).toHaveLength(3);
    await round.slack.submit(dee, texts);
    const thanks = await round.modalWith(dee, 'Thank you. You have raised something');
    expect(thanks.shown).toContain('Nothing is decided yet.');
    expect(thanks.shown).toContain('Next: <@UANA> will get in touch. You alone say when');
    expect(await open()).toMatchObject([{ by: dee, ...texts }]);
  });

  test('needs no idea of what would make it OK', async () => {
    await round.click(dee, object);
    await round.modalWith(dee, 'I see a problem');
    await round.slack.submit(dee, { harm: texts.harm, effect: texts.effect });
    expect(await open()).toMatchObject([{ remedy: null }]);
  });

  test('is on the card in full as soon as it is sent', async () => {
    await raise(dee);
    await round.delivered();
    expect(round.card().text).toContain(texts.harm);
    expect(round.card().shown).toContain(texts.harm);
  });

  test.each([
    ['empty', '', 'Please say what could go wrong'],
    ['of blanks', '     ', 'Please say what could go wrong'],
    ['of three letters', 'bad', 'at least 5 characters'],
    ['too long', 'x'.repeat(1501), 'longer than 1,500 characters'],
  ])('with a reason %s is refused, and the earlier answer stands', async (_, harm, why) => {
    await round.perform(ben, { type: 'consent' });
    const { body } = await round.forged(form(ben, { harm }));
    expect(JSON.parse(body)).toMatchObject({
      response_action: 'errors',
      errors: { harm: expect.stringContaining(why) },
    });
    expect(await open()).toEqual([]);
    expect(await anotherAnswer(ben)).toMatchObject({ kind: 'consent' });
  });

  test('with no effect is refused under that field', async () => {
    const { body } = await round.forged(form(ben, { effect: '' }));
    expect(JSON.parse(body)).toMatchObject({ errors: { effect: expect.any(String) } });
    expect(await open()).toEqual([]);
  });

  test('by a form that arrives twice is one objection', async () => {
    await round.forged(form(dee));
    await round.forged(form(dee));
    expect(await open()).toHaveLength(1);
    expect(await round.events()).toEqual(['round_opened', 'objection_raised']);
  });

  test('again rewords it: one’s own words are in the form, and every wording is kept', async () => {
    await raise(dee);
    await round.click(dee, object);
    const { shown, values } = await round.modalWith(dee, 'This is what you said.');
    expect(shown).toContain('every wording is kept');
    expect(JSON.stringify(values)).toContain(texts.harm);
    await round.slack.submit(dee, { harm: 'Nobody is left on Monday or Tuesday.' });
    expect(await open()).toMatchObject([{ harm: 'Nobody is left on Monday or Tuesday.' }]);
    const events = await round.events();
    expect(events).toEqual(['round_opened', 'objection_raised', 'objection_reworded']);
  });

  test('after the round has ended is refused, and the words come back', async () => {
    await round.click(dee, object);
    await round.modalWith(dee, 'I see a problem');
    await round.perform(ben, { type: 'withdraw', reason: null });
    await round.slack.submit(dee, texts);
    const { shown } = await round.modalWith(dee, 'Not recorded');
    expect(shown).toContain('This proposal was taken back on');
    for (const said of Object.values(texts)) expect(shown).toContain(said);
    expect(await open()).toEqual([]);
  });

  test('opens no form for whom it could not be sent', async () => {
    await round.click(fay, object);
    await round.whispered(fay, 'You are not one of the people asked');
    expect(round.slack.screenOf(fay).modal).toBeUndefined();
    await round.perform(ben, { type: 'withdraw', reason: null });
    await round.forged(clickOn(dee, object));
    await round.whispered(dee, 'This proposal was taken back on');
    expect(round.slack.screenOf(dee).modal).toBeUndefined();
  });

  test('by somebody who is not asked, or of no circle, is refused by the form too', async () => {
    const learning = await round.forged(form(fay));
    expect(learning.body).toContain('You are not one of the people asked');
    expect(learning.body).toContain(texts.harm);
    const outsider = await round.forged(form(otto));
    const nothing = await round.forged(form(otto, {}, 'r_nothing'));
    expect(outsider.body).toBe(nothing.body);
    expect(outsider.body).toContain('You are not part of this round.');
    expect(await round.events()).toEqual(['round_opened']);
  });
});

describe('what its owner alone may say', () => {
  beforeEach(async () => {
    await raise(dee);
    await round.delivered();
  });

  test('this settles it for me: which is a consent, and the receipt says so', async () => {
    await round.click(dee, settleObjection);
    await round.whispered(dee, 'Your answer is now consent to version 1');
    expect(await open()).toEqual([]);
    expect(await anotherAnswer(dee)).toMatchObject({ kind: 'consent' });
  });

  test('not yet: whoever says no in the confirmation sends nothing', async () => {
    const target = { actionId: settleObjection, channel: 'CWILLOW', confirm: 'no' } as const;
    expect(await round.slack.click(dee, target)).toMatchObject({ kind: 'cancelled' });
    expect(await open()).toHaveLength(1);
  });

  test('I take it back: not answered, and the three answers are offered', async () => {
    await round.click(dee, takeBackObjection);
    await round.whispered(dee, 'You took back your objection');
    const receipt = round.slack.screenOf(dee).ephemerals().at(-1);
    const { consent, moreTime } = actionIds;
    expect(actionsIn(receipt?.blocks)).toEqual([consent, object, moreTime]);
    expect(await anotherAnswer(dee)).toBeUndefined();
  });

  test.each([
    ['the proposer', ben],
    ['a facilitator', ana],
    ['another member', cai],
  ])('%s is refused, politely, and the objection stays open', async (_, who) => {
    for (const actionId of [settleObjection, takeBackObjection]) {
      await round.click(who, actionId);
      await round.whispered(who, 'You have no open objection in this round');
      const named = objectionValue.seal(sundays, objectionId(`o_${dee}`));
      await round.forged(clickOn(who, actionId, named));
      await round.whispered(who, 'This objection is <@UDEE>’s.');
    }
    await round.forged(
      clickOn(who, rewordObjection, objectionValue.seal(sundays, objectionId(`o_${dee}`))),
    );
    expect(await open()).toHaveLength(1);
    expect(await round.events()).toEqual(['round_opened', 'objection_raised']);
  });

  test('a second time is refused: it is not open any more', async () => {
    await round.perform(dee, { type: 'settle_objection', objectionId: objectionId(`o_${dee}`) });
    const named = objectionValue.seal(sundays, objectionId(`o_${dee}`));
    await round.forged(clickOn(dee, takeBackObjection, named));
    await round.whispered(dee, 'This objection is not open any more');
    expect(await anotherAnswer(dee)).toMatchObject({ kind: 'consent' });
  });

  test('still after its owner has left the circle', async () => {
    const circle = await round.program.performer.circle(willow);
    if (!circle) throw new Error('There is no circle');
    const stay = [...circle.members.values()].filter(({ id }) => id !== dee);
    await round.program.performer.onCircle(willow, {
      type: 'change_circle',
      form: {
        settings: circle.settings,
        roster: stay.map(({ id, status }) => ({ id, status })),
        facilitators: circle.facilitators,
      },
      at: round.now(),
      by: memberId(ana),
    });
    expect(await open()).toHaveLength(1);
    await round.click(dee, settleObjection);
    await round.whispered(dee, 'this settles it for you');
    expect(await open()).toEqual([]);
    await round.forged(clickOn(dee, actionIds.consent));
    await round.whispered(dee, 'You are not part of this round.');
  });
});
