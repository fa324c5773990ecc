import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { richText, startForms, type Forms } from '../support/forms.ts';
import { DAY, HOUR } from '../support/program.ts';
import { actionsIn, shownIn } from '../support/shown.ts';

const { ana, ben, cai, dee, otto } = people;
const SECRET = 'It may tire us more than it helps.';
let forms: Forms;

beforeEach(async () => {
  forms = await startForms();
  await forms.setUp(ana, channels.willow, { deciders: [ana, ben, cai, dee], facilitators: [ana] });
});
afterEach(() => forms.stop());

/** Ben proposes, with questions first unless the form says otherwise. */
async function propose(values: Parameters<Forms['setUp']>[2] = { begins_with: 'questions' }) {
  await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
  const answer = await forms.slack.submit(ben, {
    need: 'Thirty people a week find us closed.',
    proposal: richText('Open from 8 to 12.'),
    ...values,
  });
  if (answer.kind !== 'acked') return answer;
  await forms.slack.closeView(ben, { all: true });
  await forms.posted(channels.willow, 'Open on Sundays');
  return answer;
}

const card = (who: string = ana) => {
  const found = forms
    .screen(who)
    .messages(channels.willow)
    .find(({ text }) => text.includes('Open on Sundays'));
  if (!found) throw new Error('There is no card');
  return { ...found, shown: shownIn(found.blocks), actions: actionsIn(found.blocks) };
};
const thread = () => shownIn(forms.screen(ana).thread(channels.willow, card().ts));
const cardSays = (words: string) => forms.passing(() => card().shown.includes(words));
const click = (who: string, actionId: string) =>
  forms.slack.click(who, { actionId, channel: channels.willow, in: 'message' });
const dms = (who: string) =>
  shownIn(forms.screen(who).dms.flatMap(({ id }) => forms.screen(who).messages(id)));
const whispers = (who: string) => shownIn(forms.screen(who).ephemerals());
const round = async () => {
  const found = await forms.roundNumbered(1);
  if (!found) throw new Error('There is no such round');
  return found;
};

async function fillIn(who: string, actionId: string, values: Parameters<Forms['setUp']>[2]) {
  await click(who, actionId);
  await forms.slack.until(() => forms.screen(who).modal?.submit);
  const answer = await forms.slack.submit(who, values ?? {});
  await forms.settle();
  return answer;
}

describe('questions and first thoughts', () => {
  test('a whole step: asked, answered, thought about, edited, ready, and then answered', async () => {
    await propose();
    expect(card().shown).toContain('Questions and first thoughts');
    expect(card().shown).toContain('text not fixed yet');
    expect(card().actions).not.toContain('round.answer.consent');

    await fillIn(dee, 'round.question', { question: 'Who opens the shop?' });
    await forms.slack.closeView(dee, { all: true });
    expect(await cardSays('Who opens the shop?')).toBe(true);
    await fillIn(ben, 'round.step.answer', { reply: 'I do, every time.' });
    await forms.slack.closeView(ben, { all: true });
    expect(await forms.passing(() => thread().includes('I do, every time.'))).toBe(true);
    expect(await forms.passing(() => !card().shown.includes('Open questions'))).toBe(true);

    for (const who of [ana, cai]) {
      await fillIn(who, 'round.step.thought', { thought: `Fine, says ${who}.` });
      await forms.slack.click(who, { actionId: 'round.step.nothing_further' });
      await forms.slack.closeView(who, { all: true });
    }
    await click(dee, 'round.step.nothing_further');
    expect(await forms.passing(() => thread().includes('Fine, says UANA.'))).toBe(true);
    expect(thread()).toContain('Fine, says UCAI.');
    expect(await forms.passing(() => dms(ben).includes('Is your text ready?'))).toBe(true);

    const edited = {
      'draft.title': 'Open on Sundays',
      'draft.proposal': richText('From 9 to 12.'),
    };
    await fillIn(ben, 'round.step.edit', edited);
    await forms.slack.closeView(ben, { all: true });
    expect(await cardSays('From 9 to 12.')).toBe(true);

    await click(ben, 'round.step.ready');
    expect(await cardSays('Any objection to trying this?')).toBe(true);
    expect(card().actions).toContain('round.answer.consent');
    for (const who of [ana, ben, cai, dee]) await click(who, 'round.answer.consent');
    await forms.advance(DAY);
    await forms.slack.command(ana, channels.willow, '/resolve');
    await forms.slack.submit(ana, { 'resolve.way': 'decide' });
    await forms.slack.submit(ana, {});
    expect(await cardSays('Decided by consent, v1, 4 of 4 answered')).toBe(true);
    expect((await round()).versions).toHaveLength(1);
  });

  test('the last thought shows all, and “I have nothing further” still ends the step', async () => {
    await propose();
    for (const who of [ana, cai, dee]) {
      await fillIn(who, 'round.step.thought', { thought: `Fine, says ${who}.` });
      if (who !== dee) await forms.slack.closeView(who, { all: true });
    }
    expect(
      await forms.passing(() => thread().includes('When everyone has, this step is over')),
    ).toBe(true);
    expect(await cardSays('The first thoughts are shown.')).toBe(true);
    expect(card().actions).not.toContain('round.step.thought');
    expect(card().actions).toContain('round.step.nothing_further');

    await forms.slack.click(dee, { actionId: 'round.step.nothing_further', in: 'modal' });
    await forms.slack.closeView(dee, { all: true });
    for (const who of [ana, cai]) await click(who, 'round.step.nothing_further');
    await forms.slack.until(() => whispers(cai).includes('you have nothing further'));
    expect(await cardSays('Questions and first thoughts are over')).toBe(true);
    expect((await round()).step.endedAt).not.toBeNull();
    expect(await forms.passing(() => dms(ben).includes('Is your text ready?'))).toBe(true);
  });

  test('once its time is over the card offers asking and objecting, and nothing more', async () => {
    await propose();
    await forms.advance(2 * DAY + 9 * HOUR);
    expect(await cardSays('Questions and first thoughts are over')).toBe(true);
    expect(card().shown).not.toContain('gave a first thought');
    expect(card().shown).not.toContain('what you think');
    expect(card().actions).not.toContain('round.step.thought');
    expect(card().actions).not.toContain('round.step.nothing_further');
    expect(card().actions).toEqual(
      expect.arrayContaining(['round.question', 'round.answer.objection', 'round.step.ready']),
    );
    await fillIn(dee, 'round.question', { question: 'Who opens the shop?' });
    expect(await cardSays('Who opens the shop?')).toBe(true);
  });

  test('nothing of a first thought leaks before all are shown', async () => {
    await propose();
    await fillIn(dee, 'round.step.thought', { thought: SECRET });
    await forms.slack.closeView(dee, { all: true });
    await forms.advance(2 * 60_000);
    expect(await cardSays('1 of 3 gave a first thought')).toBe(true);

    for (const who of [ana, ben, cai]) {
      await forms.slack.openHome(who);
      await click(who, 'round.read');
      const seen = [
        JSON.stringify(card(who)),
        JSON.stringify(forms.screen(who).home ?? null),
        JSON.stringify(forms.screen(who).modals),
        JSON.stringify(forms.screen(who).thread(channels.willow, card().ts)),
        dms(who),
        whispers(who),
      ].join('\n');
      expect(seen).not.toContain('tire us');
      await forms.slack.closeView(who, { all: true });
    }
    await forms.slack.command(ana, channels.willow, '/resolve');
    expect(forms.shown(ana)).not.toContain('tire us');
    await forms.slack.closeView(ana, { all: true });
    await forms.slack.command(ana, channels.willow, '/decisions', 'tire');
    expect(whispers(ana)).not.toContain(SECRET);

    await forms.advance(2 * DAY + 8 * HOUR);
    expect(await forms.passing(() => thread().includes(SECRET))).toBe(true);
    await click(cai, 'round.read');
    await forms.slack.until(() => forms.shown(cai).includes(SECRET));
  });

  test('only its writer finds their own sealed thought in the form, to be changed', async () => {
    await propose();
    await fillIn(dee, 'round.step.thought', { thought: SECRET });
    await forms.slack.closeView(dee, { all: true });
    await click(dee, 'round.step.thought');
    await forms.slack.until(() => JSON.stringify(forms.screen(dee).modal).includes(SECRET));
    await click(cai, 'round.step.thought');
    await forms.slack.until(() => forms.screen(cai).modal?.submit);
    expect(JSON.stringify(forms.screen(cai).modal)).not.toContain(SECRET);
  });

  test('Home offers what the step waits for, and not an answer', async () => {
    await propose();
    await forms.slack.openHome(dee);
    const home = () => forms.screen(dee).home;
    await forms.slack.until(() => shownIn(home()?.blocks).includes('Open on Sundays'));
    expect(actionsIn(home()?.blocks)).toContain('round.step.thought');
    expect(actionsIn(home()?.blocks)).not.toContain('round.answer.consent');
    await click(dee, 'round.step.nothing_further');
    await forms.slack.openHome(dee);
    await forms.slack.until(() => shownIn(home()?.blocks).includes('Nothing waits for you'));
  });

  test.each([
    ['the proposer gives no first thought', ben, 'round.step.thought', 'this proposal is yours'],
    ['nobody else edits the text', dee, 'round.step.edit', 'The text is <@UBEN>’s'],
    ['nobody else says that it is ready', cai, 'round.step.ready', 'The text is <@UBEN>’s'],
    ['nor the proposer too soon', ben, 'round.step.ready', 'Others may still ask and think'],
  ])('%s, and hears why', async (_, who, actionId, words) => {
    await propose();
    await click(who, actionId);
    await forms.settle();
    await forms.slack.until(() => whispers(who).includes(words));
    expect((await round()).step.kind).toBe('questions');
  });

  test('a person who is in no circle learns nothing', async () => {
    await propose();
    const { id } = await round();
    await forms.forged({
      type: 'block_actions',
      team: { id: 'TWILLOW' },
      user: { id: otto, team_id: 'TWILLOW' },
      channel: { id: channels.general },
      container: { type: 'message', channel_id: channels.general, is_ephemeral: true },
      actions: [
        {
          type: 'button',
          action_id: 'round.step.thought',
          block_id: 'b',
          value: id,
          action_ts: '1',
        },
      ],
    });
    await forms.settle();
    await forms.slack.until(() => whispers(otto).includes('not part of this round'));
  });

  test('an objection in the step is on the card, and stays open when answers begin', async () => {
    await propose();
    await fillIn(dee, 'round.answer.objection', {
      harm: 'Nobody is left on Monday.',
      effect: 'Late mornings.',
    });
    await forms.slack.closeView(dee, { all: true });
    expect(await cardSays('Nobody is left on Monday.')).toBe(true);
    await forms.advance(2 * DAY + 9 * HOUR);
    await click(ben, 'round.step.ready');
    expect(await cardSays('Any objection to trying this?')).toBe(true);
    expect(card().shown).toContain('Nobody is left on Monday.');
  });

  test('facilitators hear when the text is not ready two working days after', async () => {
    await propose();
    await forms.advance(2 * DAY + 9 * HOUR);
    await forms.advance(3 * DAY);
    expect(await forms.passing(() => dms(ana).includes('the text is not ready yet'))).toBe(true);
  });
});

describe('beginning without the step', () => {
  test('the form starts with the answers, and the card says so', async () => {
    await propose({});
    expect(card().actions).toContain('round.answer.consent');
    expect(card().shown).toContain('began without the question step');
  });

  test('choosing questions says what comes first, and keeps what was typed', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
    expect(forms.shown(ben)).not.toContain('First come questions');
    forms.slack.fill(ben, { need: 'Thirty people a week.' });
    await forms.slack.click(ben, { actionId: 'begins_with', choose: 'questions' });
    await forms.slack.until(() => forms.shown(ben).includes('First come questions'));
    expect(forms.shown(ben)).toContain('at the earliest');
    expect(forms.valueOf(ben, 'need')).toMatchObject({ value: 'Thirty people a week.' });
    await forms.slack.click(ben, { actionId: 'begins_with', choose: 'answers' });
    await forms.slack.until(() => !forms.shown(ben).includes('First come questions'));
    expect(forms.valueOf(ben, 'need')).toMatchObject({ value: 'Thirty people a week.' });
  });

  test('where the circle always begins with questions, only a quick round may', async () => {
    await forms.changeCircle(ana, { question_step: 'always' });
    const refused = await propose({ begins_with: 'answers' });
    expect(JSON.stringify(refused)).toContain('Only a quick round may leave them out');
    await forms.slack.closeView(ben, { all: true });
    await propose({ begins_with: 'answers', quick: ['is_quick'] });
    expect(card().shown).toContain('small, reversible, and reviewed soon');
  });

  test('a circle that never has the step asks nothing about it', async () => {
    await forms.changeCircle(ana, { question_step: 'never' });
    await forms.slack.command(ben, channels.willow, '/propose');
    expect(forms.shown(ben)).not.toContain('Anything to say before we start?');
  });
});
