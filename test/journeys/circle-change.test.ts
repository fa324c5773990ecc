import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { forgedForm, startForms, type Forms } from '../support/forms.ts';
import { DAY } from '../support/program.ts';
import { actionsIn } from '../support/shown.ts';

const { ana, ben, cai, dee, eli, fay, hana } = people;
let forms: Forms;

beforeEach(async () => {
  forms = await startForms();
});
afterEach(() => forms.stop());

/** Six people decide; Ana and Cai facilitate. */
const setUpWillow = () => forms.setUp(ana, channels.willow, { facilitators: [ana, cai] });

describe('changing', () => {
  beforeEach(setUpWillow);

  test('is recorded, posted, and shown in the view below', async () => {
    await forms.openCircle(ana);
    await forms.slack.click(ana, { text: 'Change' });
    const answer = await forms.slack.submit(ana, {
      name: 'Willow',
      window: '10',
      closing: 'automatic',
      card: ['names_waiting'],
      deciders: [ana, ben, cai, dee, eli],
      learning: [fay],
      facilitators: [ana],
    });

    expect(answer.kind).toBe('acked');
    expect(forms.screen(ana).modals).toHaveLength(1);
    await forms.slack.until(() => forms.shown(ana).includes('*Learning members:* <@UFAY>'));
    const [, settings, roster, facilitators] = await forms.heard(4);
    expect(settings).toContain('changed the agreements of Willow');
    expect(settings).toContain('10 days');
    expect(roster).toContain('*Learning members from now on:* <@UFAY>');
    expect(facilitators).toContain('Now: <@UANA>.');
  });

  test('is for facilitators: others have no button', async () => {
    await forms.openCircle(ben);
    expect(actionsIn(forms.screen(ben).modal?.blocks)).toEqual(['circle.leave']);
  });

  test('is refused to somebody who is no longer a facilitator', async () => {
    await forms.openCircle(cai);
    await forms.changeCircle(ana, { facilitators: [ana] });
    await forms.slack.click(cai, { text: 'Change' });
    await forms.settle();

    expect(forms.screen(cai).modals).toHaveLength(1);
    const direct = forms.screen(cai).dms.flatMap(({ id }) => forms.screen(cai).messages(id));
    expect(direct.map(({ text }) => text).join()).toContain(
      'Only facilitators and secretaries change the circle',
    );
  });

  test('does not overwrite what somebody else changed meanwhile', async () => {
    await forms.openCircle(cai);
    await forms.slack.click(cai, { text: 'Change' });
    await forms.changeCircle(ana, { aim: 'Good days, and good nights' });
    const answer = await forms.slack.submit(cai, { name: 'Cai’s Team' });

    expect(answer).toMatchObject({
      errors: { name: expect.stringContaining('Someone changed the circle') },
    });
    const circle = await forms.circleOf(channels.willow);
    expect(circle?.settings).toMatchObject({ name: 'Willow Team', aim: /nights/ });
  });

  test('goes on where somebody only went on leave meanwhile', async () => {
    await forms.openCircle(cai);
    await forms.slack.click(cai, { text: 'Change' });
    await forms.openCircle(ben);
    await forms.slack.click(ben, { text: 'I am away' });
    await forms.slack.submit(ben);
    const answer = await forms.slack.submit(cai, { name: 'Willow' });

    expect(answer.kind).toBe('acked');
  });

  test('without a change tells nobody', async () => {
    await forms.changeCircle(ana, {});
    expect(forms.posts()).toHaveLength(1);
  });
});

describe('a view that is out of date', () => {
  beforeEach(setUpWillow);

  const takeBenOut = () =>
    forms.changeCircle(ana, { deciders: [ana, cai, dee, eli, fay], facilitators: [ana] });

  test.each(['circle.leave', 'circle.back', 'circle.change'])(
    'in the hands of somebody who left is answered in words: %s',
    async (actionId) => {
      await takeBenOut();
      const id = (await forms.circleOf(channels.willow))?.id;
      await forms.slack.say(ben, channels.willow, 'hello');
      const { status } = await forms.forged({
        type: 'block_actions',
        team: { id: 'TWILLOW' },
        user: { id: ben, team_id: 'TWILLOW' },
        channel: { id: channels.willow },
        actions: [{ type: 'button', action_id: actionId, value: id }],
      });

      expect(status).toBe(200);
      const whisper = await forms.slack.until(() => forms.screen(ben).ephemerals().at(-1));
      expect(whisper.text).toContain('There is no circle for you here.');
    },
  );

  test('of time away is refused to somebody who left', async () => {
    await forms.openCircle(ben);
    await forms.slack.click(ben, { text: 'I am away' });
    await takeBenOut();
    const answer = await forms.slack.submit(ben);

    expect(answer).toMatchObject({
      errors: { from_on: expect.stringContaining('no circle for you') },
    });
  });

  test('of time away for another is refused to who is no facilitator any more', async () => {
    await forms.openCircle(cai);
    await forms.slack.click(cai, { text: 'Set time away' });
    await forms.changeCircle(ana, { facilitators: [ana] });
    const answer = await forms.slack.submit(cai, { member: dee });

    expect(answer).toMatchObject({
      errors: { member: expect.stringContaining('For someone else, please ask a facilitator') },
    });
  });

  test('of the circle is refused to somebody who is not in it', async () => {
    const circle = await forms.circleOf(channels.willow);
    const about = { id: circle?.id, seq: circle?.seq };
    const metadata = JSON.stringify({ channel: channels.willow, circle: about, next: null });
    const { body } = await forms.forged(forgedForm(hana, 'circle.form', metadata));
    expect(body).toContain('There is no circle for you here.');
  });

  test('of the circle is refused to a member who does not keep it', async () => {
    const circle = await forms.circleOf(channels.willow);
    const about = { id: circle?.id, seq: circle?.seq };
    const metadata = JSON.stringify({ channel: channels.willow, circle: about, next: null });
    const { body } = await forms.forged(forgedForm(ben, 'circle.form', metadata));

    expect(body).toContain(
      'Only facilitators and secretaries change the circle. Please ask one of them.',
    );
    expect((await forms.circleOf(channels.willow))?.seq).toBe(circle?.seq);
  });

  test('of an earlier release is answered under its first field', async () => {
    const { body } = await forms.forged(forgedForm(ana, 'circle.form', '{"v":1}'));
    expect(JSON.parse(body)).toMatchObject({
      response_action: 'errors',
      errors: { name: expect.stringContaining('from an earlier release') },
    });
  });

  test('of a circle that is not there is answered like one of somebody else', async () => {
    const metadata = JSON.stringify({ circle: 'c_nowhere' });
    const { body } = await forms.forged(forgedForm(ana, 'circle.leave.form', metadata));
    expect(body).toContain('There is no circle for you here.');
  });
});

describe('time away', () => {
  beforeEach(setUpWillow);

  test('is set and ended by the person, and the channel hears of both', async () => {
    await forms.openCircle(ben);
    await forms.slack.click(ben, { text: 'I am away' });
    expect(actionsIn(forms.screen(ben).modal?.blocks)).not.toContain('member');
    await forms.slack.submit(ben, { from_on: '2026-03-02', until_on: '2026-03-06' });
    await forms.settle();
    await forms.slack.until(() => forms.shown(ben).includes('Fri 6 March 2026'));
    await forms.slack.click(ben, { text: 'I am back' });

    await forms.slack.until(() => forms.shown(ben).includes('<@UBEN> is back.'));
    expect((await forms.heard(3)).slice(1)).toEqual([
      '<@UBEN> is away from Mon 2 March 2026 until Fri 6 March 2026.',
      '<@UBEN> is back.',
    ]);
  });

  test.each([
    [{ from_on: '2026-03-05', until_on: '2026-03-04' }],
    [{ from_on: '2026-02-01', until_on: '2026-03-01' }],
  ])('that runs backwards or is over is refused under its field: %j', async (values) => {
    await forms.openCircle(ben);
    await forms.slack.click(ben, { text: 'I am away' });
    const answer = await forms.slack.submit(ben, values);
    expect(answer).toMatchObject({
      errors: { until_on: expect.stringContaining('not before the first day') },
    });
  });

  test('may be set and ended for anybody by a facilitator, with their name', async () => {
    await forms.openCircle(ana);
    await forms.slack.click(ana, { text: 'Set time away' });
    await forms.slack.submit(ana, { member: dee });
    await forms.slack.click(ana, { text: 'Set time away' });
    await forms.slack.submit(ana, { member: dee, back: ['is_back'] });

    const [, away, back] = await forms.heard(3);
    expect(away).toContain('<@UDEE> is away from Mon 2 March 2026, with no date');
    expect(away).toContain('Noted by <@UANA>.');
    expect(back).toContain('<@UDEE> is back.');
  });

  test('of somebody who is not in the circle is refused under the field', async () => {
    await forms.openCircle(ana);
    await forms.slack.click(ana, { text: 'Set time away' });
    const answer = await forms.slack.submit(ana, { member: hana });
    expect(answer).toMatchObject({
      errors: { member: expect.stringContaining('not in the circle') },
    });
  });

  test('that is over is no longer shown', async () => {
    await forms.openCircle(ben);
    await forms.slack.click(ben, { text: 'I am away' });
    await forms.slack.submit(ben, { until_on: '2026-03-04' });
    await forms.slack.closeView(ben, { all: true });
    await forms.advance(4 * DAY);
    await forms.openCircle(ben);

    expect(forms.shown(ben)).toContain('*Away:* nobody');
    expect(forms.shown(ben)).not.toContain('I am back');
  });
});
