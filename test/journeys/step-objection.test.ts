import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { DAY, HOUR } from '../support/program.ts';
import { startQuestions } from '../support/question-step.ts';

const { ana, ben, cai, dee } = people;
let team: Awaited<ReturnType<typeof startQuestions>>;
let form = '';

beforeEach(async () => {
  team = await startQuestions();
  form = await team.fillIn(dee, 'round.answer.objection', {
    harm: 'Nobody is left on Monday.',
    effect: 'Late mornings.',
  });
  await team.slack.closeView(dee, { all: true });
  await team.passing(() => team.message('objection to the draft').ts !== '');
});
afterEach(() => team.stop());

const objection = () => team.message('objection to the draft');
const says = (words: string, place: () => string) => team.passing(() => place().includes(words));
const inObjection = () => objection().shown;
const inItsThread = () => team.threadOf(objection().ts);

describe('an objection in the question step', () => {
  test('speaks of the draft, and says what goes on', async () => {
    expect(form).toContain('About the draft of “Open on Sundays”.');
    expect(inObjection()).toContain('objection to the draft');
    expect(inObjection()).not.toContain('version 1');
    expect(await says('Questions and first thoughts go on until', team.thread)).toBe(true);
    expect(team.thread()).not.toContain('Others can still answer');
  });

  test('is settled without a consent, and everyone is asked when the text is ready', async () => {
    const [settle] = team
      .screen(dee)
      .messages(channels.willow)
      .map(({ blocks }) => JSON.stringify(blocks))
      .filter((blocks) => blocks.includes('Does this settle it for you?'));
    expect(settle).toContain('you are asked for an answer when the text is ready');
    expect(settle).not.toContain('Your answer is then consent');
    await team.click(dee, 'objection.settle');
    expect(await says('*Settled.* <@UDEE> said so of the draft', inObjection)).toBe(true);
    expect(await says('says that the draft settles it', inItsThread)).toBe(true);
    expect(await says('<@UDEE> is asked for an answer when the text is ready', team.thread)).toBe(
      true,
    );
    expect(team.thread()).not.toContain('for an answer again');
    expect((await team.round()).answers.size).toBe(0);

    await team.advance(2 * DAY + 9 * HOUR);
    await team.click(ben, 'round.step.ready');
    await says('Any objection to trying this?', () => team.card().shown);
    for (const who of [ana, ben, cai, dee]) await team.click(who, 'round.answer.consent');
    await team.advance(DAY);
    await team.slack.command(ana, channels.willow, '/resolve');
    await team.slack.submit(ana, { 'resolve.way': 'decide' });
    await team.slack.submit(ana, {});
    await team.slack.command(cai, channels.willow, '/decisions', 'D-1');
    await team.slack.until(() => team.shown(cai).includes('in the draft'));
    expect(team.shown(cai)).toContain('said that the draft settles it');
    expect(inObjection()).toContain('said so of the draft');
  });

  test('becomes something to watch without a consent', async () => {
    const watch = await team.fillIn(dee, 'objection.watch', { note: 'Our Mondays.' });
    expect(watch).toContain('You are asked for an answer when the text is ready');
    expect(watch).not.toContain('consent');
    expect(team.shown(dee)).toContain('Noted: it is now something to watch.');
    expect(team.shown(dee)).not.toContain('consent');
    const { answers, objections } = await team.round();
    expect(answers.size).toBe(0);
    expect(objections).toMatchObject([{ noted: { note: 'Our Mondays.' } }]);
    expect(await says('To watch: Our Mondays.', inObjection)).toBe(true);
  });

  test('is offered to others when its owner leaves, and lapses without asking anybody', async () => {
    await team.changeCircle(ana, { deciders: [ana, ben, cai] });
    expect(await says('has left the circle', inObjection)).toBe(true);
    expect(inObjection()).toContain('If nobody does, it becomes something to watch.');
    expect(objection().actions).toContain('objection.adopt');
    expect(await says('it becomes something to watch.', () => team.dms(ana))).toBe(true);
    expect(team.dms(ana)).not.toContain('everyone is asked again');

    await team.advance(8 * DAY);
    expect(await says('It is looked at at the review.', inObjection)).toBe(true);
    expect(await says('Nobody took it on, so it is now something', inItsThread)).toBe(true);
    expect(await says('Everyone is asked for an answer when the text is ready.', team.thread)).toBe(
      true,
    );
    expect(team.dms(cai)).not.toContain('asked again');
    expect((await team.round()).answers.size).toBe(0);
  });

  test('is written about to an owner who is silent, after three working days', async () => {
    await team.advance(3 * DAY + 2 * HOUR);
    expect(await says('Your objection is still open', () => team.dms(dee))).toBe(true);
    expect(team.dms(ana)).toContain('has not been heard from about their objection');
  });
});
