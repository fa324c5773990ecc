import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bot, channels, people, worldSeed } from '../../src/sandbox/world.ts';
import { startForms, type Forms } from '../support/forms.ts';

const { ana, ben, cai, dee, eli, fay, gus, hana, ida } = people;
let forms: Forms;

beforeEach(async () => {
  forms = await startForms();
});
afterEach(() => forms.stop());

/** Six people decide; Ana and Cai facilitate. */
const setUpWillow = () => forms.setUp(ana, channels.willow, { facilitators: [ana, cai] });

describe('setting up', () => {
  test('offers the people of the channel, without bots, guests and closed accounts', async () => {
    await forms.openForm(ana, channels.willow);

    expect(forms.screen(ana).modal?.values).toMatchObject({
      deciders: { deciders: { selected_users: [ana, ben, cai, dee, eli, fay] } },
      facilitators: { facilitators: { selected_users: [ana] } },
      time_zone: { time_zone: { selected_option: { value: 'Europe/London' } } },
      window: { window: { selected_option: { value: '7' } } },
    });
  });

  test('records the circle, shows it and tells the channel', async () => {
    await setUpWillow();

    expect(forms.posts()).toEqual([expect.stringContaining('<@UANA> set up Willow Team here.')]);
    expect(forms.posts()[0]).toContain(
      '*Who decides:* <@UANA>, <@UBEN>, <@UCAI>, <@UDEE>, <@UELI>',
    );
    await forms.openCircle(ben);
    expect(forms.shown(ben)).toContain('*Our aim:* Good days at home');
    expect(forms.shown(ben)).toContain('We never count silence as a yes.');
  });

  test.each([
    [{ name: '\u0007' }, 'name', 'Please give the circle a name'],
    [{ aim: '  ' }, 'aim', 'Please say what the circle is here to do'],
    [{ deciders: [ana] }, 'deciders', 'at least 2 people'],
    [{ facilitators: [hana] }, 'facilitators', 'must be among those who decide'],
    [{ deciders: [ana, ben, 'UHELPER', gus] }, 'deciders', '2 bots, guests or closed accounts'],
    [{ deciders: [ana, ben, ida] }, 'deciders', 'one bot, guest or closed account'],
    [{ learning: [fay] }, 'learning', 'also stands under “Who decides”'],
    [{ deciders: [ana, ben], learning: [gus] }, 'learning', 'one bot, guest or closed account'],
  ])('refuses %j under its field', async (values, field, sentence) => {
    await forms.openForm(ana, channels.willow);
    const said = { name: 'Willow Team', aim: 'Good days at home', ...values };
    const answer = await forms.slack.submit(ana, said);

    expect(answer).toMatchObject({
      kind: 'errors',
      errors: { [field]: expect.stringContaining(sentence) },
    });
    expect(await forms.circleOf(channels.willow)).toBeNull();
  });

  test('says so where Slack cannot tell who somebody is', async () => {
    await forms.openForm(ana, channels.willow);
    forms.slack.faults.method('users.info', 1, { error: 'user_not_found' });
    const said = { name: 'Willow', aim: 'Good days', deciders: [ana, hana] };

    const answer = await forms.slack.submit(ana, said);

    expect(answer).toMatchObject({ errors: { deciders: expect.stringContaining('try again') } });
  });

  test('waits with a short notice while Slack is slow', async () => {
    forms.slack.faults.method('conversations.members', 1, { delayMs: 300 });
    await forms.slack.command(ana, channels.willow, '/circle');

    await forms.slack.until(() => forms.shown(ana).includes('One moment'));
    await forms.slack.until(() => forms.screen(ana).modal?.submit === 'Set up');
  });

  test('opens the notice first where Slack does not say in time whether the bot is there', async () => {
    forms.slack.faults.method('conversations.info', 1, { delayMs: 1_500 });
    await forms.slack.command(ana, channels.willow, '/circle');

    await forms.slack.until(() => forms.screen(ana).modal?.submit === 'Set up');
  });

  test('says that nothing was changed where Slack does not answer', async () => {
    forms.slack.faults.method('conversations.members', 1, { status: 503 });
    await forms.slack.command(ana, channels.willow, '/circle');

    await forms.slack.until(() => forms.shown(ana).includes('Slack does not answer just now'));
  });

  test('finds the members of a large channel over all their pages', async () => {
    await forms.stop();
    const world = worldSeed();
    const crowd = Array.from({ length: 450 }, (_, index) => `UCROWD${index}`);
    const users = crowd.map((id) => ({ id, name: id.toLowerCase(), realName: id }));
    const big = { id: 'CBIG', name: 'big', members: [ana, bot, ...crowd] };
    forms = await startForms({
      slack: {
        rateLimits: false,
        world: {
          ...world,
          users: [...world.users, ...users],
          channels: [...world.channels, big],
        },
      },
    });
    await forms.openForm(ana, 'CBIG');

    const values = JSON.stringify(forms.screen(ana).modal?.values['deciders']);
    expect(crowd.filter((id) => !values.includes(`"${id}"`))).toEqual([]);
    expect(forms.shown(ana)).not.toContain('Slack did not tell us');
  });

  test('says how many people Slack told nothing about', async () => {
    await forms.openForm(ana, channels.willow);
    forms.slack.faults.method('users.info', 1, { error: 'internal_error' });
    await forms.openForm(ana, channels.coop);

    expect(forms.shown(ana)).toContain('Slack did not tell us about one person in this channel.');
    expect(forms.screen(ana).modal?.values).toMatchObject({
      deciders: { deciders: { selected_users: [ana, cai] } },
    });
  });

  test('leaves the form aside where Slack does not say who sets it up', async () => {
    forms.slack.faults.method('users.info', 1, { error: 'internal_error' });
    await forms.slack.command(ana, channels.willow, '/circle');

    await forms.slack.until(() => forms.shown(ana).includes('Slack does not answer just now'));
  });
});

describe('where there can be no circle', () => {
  test('a private channel without the bot gets the exact line to invite it', async () => {
    const answer = await forms.slack.command(ana, channels.rota, '/circle');

    expect(answer).toMatchObject({ text: expect.stringContaining(`\n/invite <@${bot}>`) });
    expect(forms.screen(ana).modal).toBeUndefined();
  });

  test('an archived channel is named as such', async () => {
    await forms.slack.archive(channels.willow);
    const answer = await forms.slack.command(ana, channels.willow, '/circle');
    expect(answer).toMatchObject({ text: expect.stringContaining('This channel is archived') });
  });

  test('a direct message is not the place', async () => {
    await forms.slack.say(ana, bot, 'hello');
    const [dm] = forms.screen(ana).dms;
    const answer = await forms.slack.command(ana, dm?.id ?? '', '/circle');
    expect(answer).toMatchObject({ text: expect.stringContaining('A circle lives in a channel') });
  });

  test('a guest is asked to turn to somebody of the workspace', async () => {
    await forms.slack.command(gus, channels.willow, '/circle');
    await forms.slack.until(() =>
      forms.shown(gus).includes('set up by a person of this workspace'),
    );
    expect(await forms.circleOf(channels.willow)).toBeNull();
  });
});

test('of two who set up the same circle the first wins, and the second is shown it', async () => {
  await forms.openForm(ana, channels.willow);
  await forms.openForm(ben, channels.willow);
  const [first, second] = await Promise.all([
    forms.slack.submit(ana, { name: 'Willow Team', aim: 'Good days' }),
    forms.slack.submit(ben, { name: 'Another name', aim: 'Another aim' }),
  ]);
  await forms.settle();

  expect([first.kind, second.kind]).toEqual(['acked', 'acked']);
  const told = [forms.shown(ana), forms.shown(ben)].filter((text) => text.includes('a moment ago'));
  expect(told).toHaveLength(1);
  expect(forms.posts()).toHaveLength(1);
});

test('a form opened before the circle was there does not make a second one', async () => {
  await forms.openForm(ben, channels.willow);
  await setUpWillow();
  await forms.slack.submit(ben, { name: 'Another', aim: 'Another aim' });
  await forms.settle();

  expect(forms.shown(ben)).toContain('Someone set up Willow Team here a moment ago');
  expect(forms.posts()).toHaveLength(1);
});

test('the same form sent twice sets up one circle', async () => {
  await forms.openForm(ana, channels.willow);
  forms.slack.faults.delivery('view_submission', 1, 'twice');
  await forms.slack.submit(ana, { name: 'Willow Team', aim: 'Good days at home' });
  await forms.settle();

  expect(await forms.circleOf(channels.willow)).toMatchObject({ seq: 1, createdBy: ana });
  const id = (await forms.circleOf(channels.willow))?.id;
  expect(id && (await forms.program.store.circleEvents(id))).toHaveLength(1);
  expect(await forms.heard(1)).toHaveLength(1);
});

test('`/circle help` explains in plain words', async () => {
  const answer = await forms.slack.command(ana, channels.willow, '/circle', ' Help ');
  expect(answer).toMatchObject({ text: expect.stringContaining('How a circle works here') });
});
