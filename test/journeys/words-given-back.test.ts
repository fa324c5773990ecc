import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId } from '../../src/core/ids.ts';
import { people } from '../../src/sandbox/world.ts';
import { LATER, startWillowRound, willow, type WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee } = people;
const WORDS = 'These are your words.';
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});
afterEach(() => team.running.stop());

/** Cai takes somebody out of the circle, while they have a form open. */
async function leavesCircle(who: string) {
  const { performer } = team.program;
  const circle = await performer.circle(willow);
  if (!circle) throw new Error('There is no circle');
  const roster = [...circle.members.values()]
    .filter(({ id }) => id !== who)
    .map(({ id, status }) => ({ id, status }));
  const facilitators = circle.facilitators.filter((id) => id !== who);
  const form = { settings: circle.settings, roster, facilitators };
  const said = { at: team.now(), by: memberId(cai) };
  await performer.onCircle(willow, { type: 'change_circle', form, ...said });
}

/** Ana fills in what the meeting came to. */
async function meetingThatParks() {
  await team.perform(ben, { type: 'to_meeting', note: null });
  await team.choose(ana, 'record_meeting');
  await team.slack.submit(ana, { 'meeting.present': [ana], 'meeting.outcome': 'parked' });
}
const parked = {
  'way.next_step': 'Ask the landlord',
  'way.who': dee,
  'way.until_on': '2026-03-20',
  'meeting.note': 'We need the keys.',
};

describe('a form that cannot be recorded any more gives back everything typed', () => {
  test('a meeting that parks, where the round was taken up meanwhile', async () => {
    await meetingThatParks();
    await team.perform(ben, { type: 'resume', deadlineAt: LATER });
    await team.slack.submit(ana, parked);
    const { shown } = team.modalOf(ana);
    expect(shown).toContain('Not recorded');
    expect(shown).toContain(WORDS);
    expect(shown).toContain('Ask the landlord');
    expect(shown).toContain('We need the keys.');
    expect((await team.roundNow()).meetings).toEqual([]);
  });
});

describe('whoever is taken out of the circle while a form is open has their words back', () => {
  /** They hear what everybody hears who is no part of it, and nothing of how the round stands. */
  function hearsNothingOfIt(who: string) {
    const { shown } = team.modalOf(who);
    expect(shown).toContain('There is no such round in your circles.');
    expect(shown).toContain(WORDS);
    for (const secret of ['Open on Sundays', 'Willow Team', 'P-1', 'Deadline']) {
      expect(shown).not.toContain(secret);
    }
    return shown;
  }

  test('who takes their proposal back', async () => {
    await team.choose(ben, 'withdraw');
    await leavesCircle(ben);
    await team.slack.submit(ben, { 'way.reason': 'I move away.' });
    expect(hearsNothingOfIt(ben)).toContain('I move away.');
    expect((await team.roundNow()).ending).toBeNull();
  });

  test('who parks it', async () => {
    await team.choose(ana, 'park');
    await leavesCircle(ana);
    const { 'meeting.note': _note, ...step } = parked;
    await team.slack.submit(ana, step);
    expect(hearsNothingOfIt(ana)).toContain('Ask the landlord');
  });

  test('who passes it on', async () => {
    await team.choose(ana, 'pass_on');
    await leavesCircle(ana);
    const said = { 'hand_on.reason': 'It is their oven.', 'hand_on.summary': 'May we bake?' };
    await team.slack.submit(ana, { 'hand_on.place': 'The garden', ...said });
    const shown = hearsNothingOfIt(ana);
    for (const text of ['The garden', 'It is their oven.', 'May we bake?']) {
      expect(shown).toContain(text);
    }
    expect((await team.roundNow()).pause).toBeNull();
  });

  test('who records a meeting', async () => {
    await meetingThatParks();
    await leavesCircle(ana);
    await team.slack.submit(ana, parked);
    const shown = hearsNothingOfIt(ana);
    expect(shown).toContain('Ask the landlord');
    expect(shown).toContain('We need the keys.');
  });
});

test('whoever typed nothing hears the same, and of no words', async () => {
  await team.choose(ben, 'withdraw');
  await leavesCircle(ben);
  await team.slack.submit(ben);
  expect(team.modalOf(ben).shown).toContain('There is no such round in your circles.');
  expect(team.modalOf(ben).shown).not.toContain(WORDS);
});
