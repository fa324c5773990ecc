import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { circleId, memberId, roundId } from '../../src/core/ids.ts';
import { app, channels, people } from '../../src/sandbox/world.ts';
import { DAY, HOUR, MONDAY } from '../support/time.ts';
import { send, signed } from '../support/slack-request.ts';
import { LATER, startWillowRound, willow } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

const coop = circleId('c_coop');

let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});

afterEach(() => team.running.stop());

describe('a member', () => {
  test('who decides may extend once, by three working days', async () => {
    await team.choose(people.dee, 'extend');
    await team.slack.submit(people.dee, { 'way.deadline': (MONDAY + 14 * DAY) / 1000 });
    expect(team.modalOf(people.dee).errors['way.deadline']).toContain('by three working days');
    await team.slack.submit(people.dee, { 'way.deadline': LATER / 1000 });
    expect(team.modalOf(people.dee).title).toBe('Done');

    await team.resolve(people.dee);
    expect(team.modalOf(people.dee).shown).toContain(
      'You have moved the deadline of this round once',
    );
  });

  test('who decides may close after two working days, except the proposer', async () => {
    await team.becomesReady();
    await team.resolve(people.dee);
    expect(JSON.stringify(team.modalOf(people.dee).blocks)).not.toContain('"value":"decide"');
    await team.running.advance(2 * DAY + HOUR);
    expect(team.threadOf(people.dee)).toContain('Any deciding member may close it now');
    await team.choose(people.dee, 'decide');
    await team.slack.submit(people.dee);
    expect((await team.roundNow()).ending).toMatchObject({ kind: 'decided', by: people.dee });
  });

  test('who proposed takes it back in their own words', async () => {
    await team.choose(people.ben, 'withdraw');
    await team.slack.submit(people.ben, { 'way.reason': 'We found a better day' });
    expect((await team.roundNow()).ending).toMatchObject({ kind: 'withdrawn' });
    await team.delivered();
    expect(team.threadOf(people.eli)).toContain('Why: We found a better day');
    expect(await team.resolve(people.ana, 'P-1')).toMatchObject({
      text: expect.stringContaining('<@UBEN> did it'),
    });
  });

  test('who is learning hears who chooses the way on', async () => {
    expect(await team.resolve(people.fay)).toMatchObject({
      text: expect.stringContaining('deciding members choose the way on'),
    });
    expect(team.slack.screenOf(people.fay).modal).toBeUndefined();
  });
});

describe('somebody from outside the circle', () => {
  test('gets the same answer for its round as for one that does not exist', async () => {
    const [real, none] = [
      await team.resolve(people.otto, 'P-1'),
      await team.resolve(people.otto, 'P-99'),
    ];
    expect(real).toEqual(none);
    expect(real).toMatchObject({ text: expect.stringContaining('There is no such round') });
    await team.becomesReady();
    await team.choose(people.ana, 'decide');
    await team.slack.submit(people.ana);
    const decisions = (text: string) =>
      team.slack.command(people.otto, channels.willow, '/decisions', text);
    expect(await decisions('D-1')).toEqual(await decisions('D-99'));
    expect(await decisions('D-1')).toMatchObject({
      text: expect.stringContaining('There is no such decision'),
    });
    expect(await decisions('sundays')).toMatchObject({
      text: expect.stringContaining('You are in no circle yet.'),
    });
  });

  test('gets the same answer for a click on its card', async () => {
    await team.slack.click(people.eli, { actionId: 'round.resolve', in: 'message' });
    await team.slack.until(() => team.slack.screenOf(people.eli).ephemerals().length > 0);
    const [whisper] = team.slack.screenOf(people.eli).ephemerals();
    expect(whisper?.text).toContain('There is no such round in your circles.');
  });

  test('is not heard any more once they have left, whatever form they have open', async () => {
    await team.choose(people.dee, 'to_meeting');
    const circle = await team.program.performer.circle(willow);
    if (!circle) throw new Error('There is no circle');
    await team.program.performer.onCircle(willow, {
      type: 'change_circle',
      form: {
        settings: circle.settings,
        roster: [...circle.members.values()]
          .filter(({ id }) => id !== people.dee)
          .map(({ id, status }) => ({ id, status })),
        facilitators: circle.facilitators,
      },
      at: team.now(),
      by: memberId(people.ana),
    });
    await team.slack.submit(people.dee, { 'way.note': 'The rota' });
    expect(team.modalOf(people.dee).shown).toContain('There is no such round in your circles.');
    expect((await team.roundNow()).pause).toBeNull();
  });

  test('is told that there is nothing to resolve for them', async () => {
    expect(await team.resolve(people.otto)).toMatchObject({
      text: expect.stringContaining('You are not a deciding member of a circle yet.'),
    });
  });
});

describe('a form that Slack’s own client would not have sent', () => {
  /** Sends a signed view_submission; answers what the bot acks it with. */
  async function forged(who: string, callbackId: string, metadata: object, values: object = {}) {
    const view = {
      id: 'VFORGED',
      type: 'modal',
      callback_id: callbackId,
      private_metadata: JSON.stringify(metadata),
      state: { values },
    };
    const user = { id: who, team_id: 'TWILLOW' };
    const payload = { type: 'view_submission', team: { id: 'TWILLOW' }, user, view };
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    const headers = signed(body, { secret: app.signingSecret });
    const answered = await send(team.program.address.port, { body, headers });
    expect(answered.status).toBe(200);
    return answered.body;
  }
  const step = (who: string, way: string, round = 'r_sundays', values: object = {}) =>
    forged(who, 'resolve.way.form', { round, way }, values);

  test('is answered under each field that is empty', async () => {
    expect(await step(people.ana, 'extend')).toContain(
      '"errors":{"way.deadline":"Please choose a day and a time."}',
    );
    const park = await step(people.ana, 'park');
    expect(park).toContain('"way.who":"Please choose who takes the next step."');
    expect(park).toContain('"way.until_on":"Please choose a day."');
    const chosen = {
      a: { 'way.who': { type: 'users_select', selected_user: people.dee } },
      b: { 'way.until_on': { type: 'datepicker', selected_date: '2026-03-20' } },
    };
    expect(await step(people.ana, 'park', 'r_sundays', chosen)).toContain(
      '"errors":{"way.next_step":"Please say what the next step is."}',
    );
    expect((await team.roundNow()).extensions).toEqual([]);
    expect((await team.roundNow()).pause).toBeNull();
  });

  test('is answered under its note or reason where that is too long', async () => {
    const long = { type: 'plain_text_input', value: 'x'.repeat(501) };
    for (const [way, field] of [
      ['to_meeting', 'way.note'],
      ['withdraw', 'way.reason'],
    ] as const) {
      const answer = await step(people.ben, way, 'r_sundays', { a: { [field]: long } });
      expect(answer).toContain(`"errors":{"${field}":"This is longer than 500 characters.`);
    }
    expect((await team.roundNow()).ending).toBeNull();
  });

  test('does not choose a way that there is not', async () => {
    const chosen = {
      a: { 'resolve.way': { type: 'radio_buttons', selected_option: { value: 'delete' } } },
    };
    const answer = await forged(people.ana, 'resolve.form', { round: 'r_sundays' }, chosen);
    expect(answer).toContain('Please choose one way on.');
  });

  test('does nothing for somebody from outside, who learns no more than of no round', async () => {
    const outside = await step(people.otto, 'to_meeting');
    expect(outside).toContain('There is no such round in your circles.');
    expect(outside).toEqual(await step(people.otto, 'to_meeting', 'r_nowhere'));
    expect(await step(people.fay, 'to_meeting')).toEqual(outside);
    expect((await team.roundNow()).pause).toBeNull();
  });

  test('of an older release does nothing', async () => {
    const answer = await forged(people.ana, 'resolve.way.form', { some: 'thing' });
    expect(answer).toContain('There is no such round in your circles.');
  });
});

describe('/resolve', () => {
  test('explains itself', async () => {
    expect(await team.resolve(people.ana, 'help')).toMatchObject({
      text: expect.stringContaining('shows every way on'),
    });
  });

  test('says it in words where Slack takes no form any more', async () => {
    team.slack.faults.method('views.open', 1, { error: 'expired_trigger_id' });
    expect(await team.resolve(people.ana)).toMatchObject({
      text: expect.stringContaining('Please try once more.'),
    });
  });

  test('says where nothing is open', async () => {
    await team.perform(people.ben, { type: 'withdraw', reason: null });
    expect(await team.resolve(people.ana)).toMatchObject({
      text: expect.stringContaining('No round is open in Willow Team.'),
    });
    expect(await team.resolve(people.ana, '', channels.general)).toMatchObject({
      text: expect.stringContaining('No round is open in your circles.'),
    });
  });

  test('shows in another channel the rounds of all circles that the person decides in', async () => {
    await team.setUpCircle(coop, channels.coop, 'Co-op Circle', [
      people.ana,
      people.hana,
      people.cai,
    ]);
    await team.propose(roundId('r_links'), coop, people.hana, 'One more link');
    await team.resolve(people.ana, '', channels.general);
    const { shown } = team.modalOf(people.ana);
    expect(shown).toContain('Willow Team');
    expect(shown).toContain('Co-op Circle');
    await team.resolve(people.hana, '', channels.general);
    expect(team.modalOf(people.hana).shown).toContain('*One more link*');
    expect(team.modalOf(people.hana).shown).not.toContain('Sundays');
  });
});
