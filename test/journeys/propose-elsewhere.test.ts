import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bot, channels, people } from '../../src/sandbox/world.ts';
import { forgedForm, richText, startForms, type Forms } from '../support/forms.ts';

const { ana, ben, cai, otto } = people;
let forms: Forms;

beforeEach(async () => {
  forms = await startForms();
});
afterEach(() => forms.stop());

const written = {
  title: 'Open on Sundays',
  need: 'Thirty people a week find us closed.',
  proposal: richText('Open 8–12 for three months'),
};

describe('from elsewhere', () => {
  beforeEach(() => forms.setUp(ana, channels.willow));

  test('a message becomes the text of a proposal, with its formatting', async () => {
    await forms.slack.say(ben, channels.willow, 'We could open on Sundays');
    const [message] = forms.screen(ben).messages(channels.willow).slice(-1);
    await forms.slack.messageShortcut(
      cai,
      channels.willow,
      message?.ts ?? '',
      'propose_from_message',
    );

    expect(JSON.stringify(forms.valueOf(cai, 'proposal'))).toContain('We could open on Sundays');
    expect(forms.valueOf(cai, 'owner')).toMatchObject({ selected_user: cai });
  });

  test('from anywhere, the only circle is taken', async () => {
    await forms.slack.shortcut(ben, 'propose_global');
    expect(forms.shown(ben)).toContain('of Willow Team until');
  });

  test('from anywhere, who is in no circle learns what to do', async () => {
    await forms.slack.shortcut(otto, 'propose_global');
    expect(forms.shown(otto)).toContain('You do not decide in any circle yet.');
    expect(forms.screen(otto).modal?.submit).toBeUndefined();
  });

  test('from anywhere, who is in several circles chooses one first', async () => {
    await forms.setUp(ana, channels.coop, { name: 'Co-op Circle', deciders: [ana, cai] });
    await forms.slack.shortcut(cai, 'propose_global');
    await forms.slack.submit(cai, { 'For which circle?': 'Co-op Circle' });

    expect(forms.shown(cai)).toContain('Asks *2 people* of Co-op Circle');
    await forms.slack.submit(cai, written);
    expect(await forms.posted(channels.coop, 'Open on Sundays')).toBe(true);
  });

  test('in a direct message the command keeps its title while the circle is chosen', async () => {
    await forms.setUp(ana, channels.coop, { name: 'Co-op Circle', deciders: [ana, cai] });
    await forms.slack.say(cai, bot, 'hello');
    const [dm] = forms.screen(cai).dms;
    await forms.slack.command(cai, dm?.id ?? '', '/propose', 'Open on Sundays by 5 working days');
    await forms.slack.submit(cai, { 'For which circle?': 'Willow Team' });

    expect(forms.valueOf(cai, 'title')).toMatchObject({ value: 'Open on Sundays' });
    expect(forms.shown(cai)).toContain('of Willow Team');
  });

  test('a card that could not be posted is posted when the bot is back', async () => {
    await forms.slack.kickBot(ana, channels.willow);
    await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
    const answer = await forms.slack.submit(ben, {
      need: written.need,
      proposal: written.proposal,
    });
    await forms.settle();
    expect(answer.kind).toBe('acked');
    expect(forms.posts(channels.willow).join()).not.toContain('Open on Sundays');

    await forms.slack.inviteBot(ana, channels.willow);
    expect(await forms.posted(channels.willow, 'Open on Sundays')).toBe(true);
  });
});

describe('in a channel with no circle', () => {
  test('the circle is set up there and then, and the proposal goes on', async () => {
    await forms.slack.command(ana, channels.willow, '/propose', 'Open on Sundays by friday 5pm');
    await forms.slack.until(() => forms.screen(ana).modal?.submit === 'Set up');
    await forms.slack.submit(ana, { name: 'Willow Team', aim: 'Good days at home' });

    expect(forms.screen(ana).modal?.title).toBe('Propose something');
    expect(forms.valueOf(ana, 'title')).toMatchObject({ value: 'Open on Sundays' });
    await forms.slack.submit(ana, { need: written.need, proposal: written.proposal });
    expect(await forms.posted(channels.willow, 'Open on Sundays')).toBe(true);
  });

  test('a message is kept too', async () => {
    await forms.slack.say(ana, channels.willow, 'We could open on Sundays');
    const [message] = forms.screen(ana).messages(channels.willow).slice(-1);
    await forms.slack.messageShortcut(
      ana,
      channels.willow,
      message?.ts ?? '',
      'propose_from_message',
    );
    await forms.slack.until(() => forms.screen(ana).modal?.submit === 'Set up');
    await forms.slack.submit(ana, { name: 'Willow Team', aim: 'Good days at home' });

    expect(JSON.stringify(forms.valueOf(ana, 'proposal'))).toContain('We could open on Sundays');
  });

  test('a private one without the bot gets the invite line', async () => {
    const answer = await forms.slack.command(ana, channels.rota, '/propose', 'Swap rule');
    expect(answer).toMatchObject({ text: expect.stringContaining(`/invite <@${bot}>`) });
  });
});

test.each(['help', ' HELP ', '?'])('`/propose %s` explains in plain words', async (text) => {
  const answer = await forms.slack.command(ana, channels.willow, '/propose', text);
  expect(answer).toMatchObject({ text: expect.stringContaining('How to propose something') });
});

test('a trigger that is too old is answered in words', async () => {
  await forms.setUp(ana, channels.willow);
  forms.slack.faults.method('views.open', 1, { error: 'expired_trigger_id' });
  const answer = await forms.slack.command(ana, channels.willow, '/propose');
  expect(answer).toMatchObject({ text: expect.stringContaining('Please try once more') });
});

describe('a form that is out of date', () => {
  test('of an earlier release is answered under its first field', async () => {
    const { body } = await forms.forged(forgedForm(ana, 'proposal.form', 'not json'));
    expect(JSON.parse(body)).toMatchObject({
      errors: { title: expect.stringContaining('from an earlier release') },
    });
  });

  test('of a circle that the person left stays as it is, and they hear why', async () => {
    await forms.setUp(ana, channels.willow);
    await forms.slack.command(ben, channels.willow, '/propose');
    await forms.changeCircle(ana, { deciders: [ana, cai] });
    const before = forms.shown(ben);
    await forms.slack.click(ben, { text: 'In two weeks' });
    const [dm] = await forms.slack.until(() =>
      forms.screen(ben).dms.length > 0 ? forms.screen(ben).dms : null,
    );

    expect(forms.shown(ben)).toBe(before);
    expect(forms.screen(ben).messages(dm?.id ?? '')).toMatchObject([
      { text: expect.stringContaining('Only people who decide in this circle propose here.') },
    ]);
  });

  test.each([
    [otto, 'You do not decide in any circle yet.'],
    [cai, 'Fewer than two people who decide are here just now.'],
  ])('of the choice is answered under its field: %s', async (who, sentence) => {
    await forms.setUp(ana, channels.willow, { deciders: [ana, cai] });
    await forms.slack.command(ana, channels.willow, '/circle');
    await forms.slack.click(ana, { text: 'Set time away' });
    await forms.slack.submit(ana);
    const circle = await forms.circleOf(channels.willow);
    const field = 'proposal.circle';
    const chosen = { type: 'static_select', selected_option: { value: circle?.id ?? '' } };
    const { body } = await forms.forged(
      forgedForm(who, 'proposal.circle.form', '', { [field]: { [field]: chosen } }),
    );
    expect(JSON.parse(body)).toMatchObject({
      errors: { [field]: expect.stringContaining(sentence) },
    });
  });
});
