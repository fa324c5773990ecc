import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId } from '../../src/core/ids.ts';
import { bot, channels, people } from '../../src/sandbox/world.ts';
import { startForms, type Forms } from '../support/forms.ts';

const { ana, ben, cai, dee, eli, hana, otto } = people;
let forms: Forms;

beforeEach(async () => {
  forms = await startForms();
});
afterEach(() => forms.stop());

/** Six people decide; Ana and Cai facilitate. */
const setUpWillow = () => forms.setUp(ana, channels.willow, { facilitators: [ana, cai] });

test('who is in the channel and not in the circle is pointed to the facilitators', async () => {
  await forms.openForm(ana, channels.general);
  await forms.slack.submit(ana, {
    name: 'Links',
    aim: 'Know of each other',
    deciders: [ana, ben],
  });
  const answer = await forms.slack.command(otto, channels.general, '/circle');

  expect(answer).toMatchObject({ text: expect.stringContaining('through <@UANA>') });
  expect(forms.screen(otto).modal).toBeUndefined();
});

describe('what Slack tells', () => {
  test('an account that is closed counts as leave, once, and the channel hears of it', async () => {
    await setUpWillow();
    await forms.slack.deactivate(eli);
    const [, closed] = await forms.heard(2);

    expect(closed).toContain('The Slack account of <@UELI> was closed.');
    expect(closed).toContain('<@UANA> and <@UCAI>, please check');
    const circle = await forms.circleOf(channels.willow);
    expect(circle?.members.size).toBe(6);
    await forms.openCircle(ana);
    expect(forms.shown(ana)).toContain('The Slack account of <@UELI> is closed.');
  });

  test('the bot greets once when it comes into a channel, and its button opens the form', async () => {
    await forms.slack.inviteBot(ana, channels.rota);
    await forms.slack.until(() =>
      forms.posts(channels.rota).some((text) => /Hello, I help/.test(text)),
    );
    await forms.slack.sendEvent({
      type: 'member_joined_channel',
      user: bot,
      channel: channels.rota,
      channel_type: 'G',
      team: 'TWILLOW',
    });
    await forms.slack.click(ana, { text: 'Set up this circle', channel: channels.rota });
    await forms.slack.until(() => forms.screen(ana).modal?.submit === 'Set up');

    const hellos = forms.posts(channels.rota).filter((text) => text.startsWith('Hello'));
    expect(hellos).toHaveLength(1);
    expect(forms.screen(ana).modal?.values).toMatchObject({
      deciders: { deciders: { selected_users: [ana, ben, dee] } },
    });
  });

  test('other people joining the channel changes nothing', async () => {
    await setUpWillow();
    await forms.slack.joinChannel(hana, channels.willow);
    await forms.settle();
    expect((await forms.circleOf(channels.willow))?.members.has(memberId(hana))).toBe(false);
    expect(forms.posts()).toHaveLength(1);
    expect(forms.screen(hana).ephemerals()).toEqual([]);
  });
});
