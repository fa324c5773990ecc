import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { forgedForm, startForms, type Forms } from '../support/forms.ts';
import { proposeByForm } from '../support/wired-circle.ts';

const { ana, ben, cai } = people;
const WEEKDAYS = ['1', '2', '3', '4', '5'];
let forms: Forms;

beforeEach(async () => {
  // It is Monday 2 March 2026, and the circle works from Monday to Friday.
  forms = await startForms();
});
afterEach(() => forms.stop());

const setUp = (values = {}) =>
  forms.setUp(ana, channels.willow, { facilitators: [ana, cai], ...values });
const calendar = async () => (await forms.circleOf(channels.willow))?.settings.calendar;

async function openChange(who: string): Promise<void> {
  await forms.openCircle(who);
  await forms.slack.click(who, { text: 'Change' });
}

describe('the circle’s calendar', () => {
  test('is set up with the circle', async () => {
    await setUp({ working_weekdays: ['2', '6'], closed_days: '4 April 2026' });
    expect(await calendar()).toMatchObject({
      workingWeekdays: [2, 6],
      closedDays: ['2026-04-04'],
    });
  });

  test('is changed, posted, shown, and comes back as days that read the same', async () => {
    await setUp();
    await openChange(ana);
    expect(forms.valueOf(ana, 'working_weekdays')).toMatchObject({
      selected_options: WEEKDAYS.map((value) => expect.objectContaining({ value })),
    });
    const answer = await forms.slack.submit(ana, {
      working_weekdays: ['1', '2', '3', '4'],
      closed_days: '3.4.\n6 April\n24 Dec – 2 Jan',
    });
    expect(answer.kind).toBe('acked');
    await forms.slack.until(() => forms.shown(ana).includes('*Closed days:*'));
    expect(forms.shown(ana)).toContain('We work on Monday, Tuesday, Wednesday and Thursday.');
    expect(forms.shown(ana)).toContain('Thu 24 December 2026 – Sat 2 January 2027');
    expect(await forms.posted(channels.willow, '*New closed days:* Fri 3 April 2026')).toBe(true);
    expect(forms.posts().join()).toContain('No deadline of an open round moves.');

    const before = await calendar();
    await forms.slack.closeView(ana, { all: true });
    await openChange(ana);
    expect(forms.valueOf(ana, 'closed_days')).toMatchObject({
      value: '3 April 2026\n6 April 2026\n24 December 2026 – 2 January 2027',
    });
    const posts = forms.posts().length;
    await forms.slack.submit(ana);
    await forms.settle();
    expect(await calendar()).toEqual(before);
    expect(forms.posts()).toHaveLength(posts);
  });

  test('refuses a line that is no day under its field, and keeps what was typed', async () => {
    await setUp();
    await openChange(ana);
    const typed = '3 April\nthe Monday after\n6 April';
    const answer = await forms.slack.submit(ana, { closed_days: typed, name: 'Willow' });
    expect(answer).toMatchObject({
      errors: { closed_days: expect.stringContaining('“the Monday after”') },
    });
    expect(forms.valueOf(ana, 'closed_days')).toMatchObject({ value: typed });
    expect(forms.valueOf(ana, 'name')).toMatchObject({ value: 'Willow' });
    const corrected = await forms.slack.submit(ana, { closed_days: '3 April\n6 April' });
    expect(corrected.kind).toBe('acked');
    expect((await calendar())?.closedDays).toEqual(['2026-04-03', '2026-04-06']);
  });

  test('refuses it in the form that sets up, too', async () => {
    await forms.openForm(ana, channels.willow);
    const values = { name: 'Willow Team', aim: 'Good days', closed_days: '5/6' };
    const answer = await forms.slack.submit(ana, values);
    expect(answer).toMatchObject({
      errors: { closed_days: expect.stringContaining('could be two different days') },
    });
    expect(await forms.circleOf(channels.willow)).toBeNull();
  });

  test.each([
    ['5/6', 'Please write the month as a word'],
    ['31 April', 'There is no such day'],
    ['1 May 2025', 'This day is over'],
    ['1 May 2062', 'more than 3 years ahead'],
    ['6 May 2026 – 5 May 2026', 'ends before it begins'],
    ['1 May 2026 – 1 May 2027', 'more than 120 closed days'],
    [`${'very '.repeat(100)}long`, 'Please write it like 25 December 2026.'],
  ])('answers “%s” with what to do', async (typed, said) => {
    await setUp();
    await openChange(ana);
    const answer = await forms.slack.submit(ana, { closed_days: typed });
    expect(answer).toMatchObject({ errors: { closed_days: expect.stringContaining(said) } });
  });

  test('needs a working day, also of a client that lets none through', async () => {
    await setUp();
    const circle = await forms.circleOf(channels.willow);
    const about = { id: circle?.id, seq: circle?.seq };
    const metadata = JSON.stringify({ channel: channels.willow, circle: about, next: null });
    const plain = (field: string, value: string) => ({
      [field]: { [field]: { type: 'plain_text_input', value } },
    });
    const users = (field: string, ids: readonly string[]) => ({
      [field]: { [field]: { type: 'multi_users_select', selected_users: [...ids] } },
    });
    const { body } = await forms.forged(
      forgedForm(ana, 'circle.form', metadata, {
        ...plain('name', 'Willow'),
        ...plain('aim', 'Good days'),
        ...users('deciders', [ana, ben, cai]),
        ...users('facilitators', [ana]),
        working_weekdays: {
          working_weekdays: { type: 'checkboxes', selected_options: [] },
        },
      }),
    );
    expect(body).toContain('Please choose at least one day on which the circle works.');
    expect((await calendar())?.workingWeekdays).toEqual([1, 2, 3, 4, 5]);
  });

  test('of a form from an earlier release, which does not ask, stays as it is', async () => {
    await setUp({ closed_days: '3 April' });
    const before = await calendar();
    const circle = await forms.circleOf(channels.willow);
    const about = { id: circle?.id, seq: circle?.seq };
    const metadata = JSON.stringify({ channel: channels.willow, circle: about, next: null });
    const users = (field: string) => ({
      [field]: { [field]: { type: 'multi_users_select', selected_users: [ana, ben, cai] } },
    });
    await forms.forged(
      forgedForm(ana, 'circle.form', metadata, {
        name: { name: { type: 'plain_text_input', value: 'Willow' } },
        aim: { aim: { type: 'plain_text_input', value: 'Good days' } },
        ...users('deciders'),
        ...users('facilitators'),
      }),
    );
    expect((await forms.circleOf(channels.willow))?.settings.name).toBe('Willow');
    expect(await calendar()).toEqual(before);
  });

  test('is said in the form of a proposal, and moves no deadline that is set', async () => {
    await setUp();
    await proposeByForm(forms.slack, 'Open on Sundays');
    await forms.settle();
    const deadlineAt = (await forms.roundNumbered(1))?.deadlineAt;
    await forms.changeCircle(ana, { closed_days: '5 March\n9 March' });
    expect((await forms.roundNumbered(1))?.deadlineAt).toBe(deadlineAt);

    await forms.slack.command(ben, channels.willow, '/propose', 'More bread');
    await forms.slack.until(() => forms.screen(ben).modal?.submit);
    expect(forms.shown(ben)).toContain('Closed on Thu 5 March 2026 and Mon 9 March 2026.');
    expect(forms.shown(ben)).toContain('Tue 10 March');
    await forms.slack.closeView(ben, { all: true });

    await forms.changeCircle(ana, { closed_days: '3 April' });
    await forms.slack.command(ben, channels.willow, '/propose', 'More bread');
    await forms.slack.until(() => forms.screen(ben).modal?.submit);
    expect(forms.shown(ben)).toContain('No closed day inside.');
  });
});
