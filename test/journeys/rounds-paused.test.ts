import { afterEach, describe, expect, test } from 'vitest';
import { people } from '../../src/sandbox/world.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { found } from '../support/found.ts';
import { DAY, HOUR, MONDAY, startProgramFor } from '../support/program.ts';
import { startStory, type Story } from '../support/round-story.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { deciders, sundays } from '../support/sundays.ts';

const { ana, ben, cai, dee } = people;
const { consent, moreTime } = actionIds;
const MINUTE = 60_000;
/** Monday 9 March 2026, 17:00 in London. */
const DEADLINE = MONDAY + 7 * DAY + 8 * HOUR;
/** Friday 20 March 2026, 17:00 in London. */
const LATER = MONDAY + 18 * DAY + 8 * HOUR;
const NUDGE = 'We have not heard from you yet';

let story: Story;
afterEach(async () => expect(await story.end()).toEqual([]));

describe.each(['http', 'socket'] as const)('a round that pauses over %s', (transport) => {
  test('parked: it takes no answers and its clock stands still, until it is resumed', async () => {
    story = await startStory({ transport });
    await story.click(ana, consent);
    const parked = { 'way.next_step': 'Ask the landlord', 'way.who': dee };
    const untilOn = { 'way.until_on': '2026-03-18' };
    expect(await story.resolve(ana, 'park', { ...parked, ...untilOn })).toBe('Done');
    await story.clickOldCard(ben, consent);
    await story.whispered(ben, 'parked');
    await story.advance(DEADLINE - story.now() + DAY);
    expect(await story.events()).toEqual(['round_opened', 'consented', 'round_parked']);
    expect(story.dmsOf(ben).join()).not.toContain(NUDGE);
    expect(story.dmsOf(dee).join()).toContain('Ask the landlord');

    const resumed = await story.resolve(ana, 'resume', { 'way.deadline': LATER / 1000 });
    expect(resumed).toBe('Done');
    await story.delivered();
    for (const who of [ben, cai, dee]) await story.click(who, consent);
    expect(await story.resolve(cai, 'decide')).toBe('Done');
    await story.delivered();
    expect(story.card().shown).toContain('Decided by consent, v1, 4 of 4 answered');
  });

  test('at a meeting: answers count, nothing moves by itself, and it goes on', async () => {
    story = await startStory({ transport });
    for (const who of [ana, ben]) await story.click(who, consent);
    expect(await story.resolve(dee, 'to_meeting', { 'way.note': 'The rota' })).toBe('Done');
    await story.click(cai, consent);
    await story.whispered(cai, 'Noted: you consent to version 1');
    await story.advance(DEADLINE - story.now() + DAY);
    const events = ['round_opened', 'consented', 'consented', 'taken_to_meeting', 'consented'];
    expect(await story.events()).toEqual(events);

    expect(await story.resolve(ana, 'resume', { 'way.deadline': LATER / 1000 })).toBe('Done');
    await story.delivered();
    await story.click(dee, consent);
    expect(await story.resolve(ana, 'decide')).toBe('Done');
    await story.delivered();
    expect(story.thread().map((line) => line.split('\n')[0])).toEqual([
      expect.stringContaining('takes it to a meeting'),
      expect.stringContaining('takes the round up again'),
      expect.stringContaining('We have a decision: D-1'),
    ]);
  });
});

describe.each(['http', 'socket'] as const)('a round that closes by itself over %s', (transport) => {
  test('at its deadline: a click a second after it changes nothing, and hears so', async () => {
    story = await startStory({ transport, closing: 'automatic' });
    for (const who of [ana, ben, cai]) await story.click(who, consent);
    const { deadlineAt } = await story.round();
    await story.advance(deadlineAt - story.now() - HOUR);
    await story.click(dee, consent);
    // No timer has looked at the clock when the click comes: the clock decides all the same.
    story.slack.clock.advance(deadlineAt - story.now() + 1_000);
    await story.click(ana, moreTime);
    await story.whispered(ana, 'D-1');
    const { ending, answers } = await story.round();
    expect(ending).toMatchObject({ kind: 'decided', by: null, at: deadlineAt });
    expect(found([...answers.values()].find(({ member }) => member === ana)).kind).toBe('consent');

    await story.advance(DAY);
    await story.delivered();
    expect((await story.events()).filter((type) => type === 'round_decided')).toHaveLength(1);
    expect((await story.round()).ending).toEqual(ending);
    expect(story.card().shown).toContain('Decided by consent, v1, 4 of 4 answered');
    expect(actionsIn(story.card().blocks).join()).not.toContain('round.answer');
    expect(story.thread().filter((line) => line.includes('We have a decision'))).toHaveLength(1);
  });

  test('never over an objection', async () => {
    story = await startStory({ transport, closing: 'automatic' });
    for (const who of [ana, ben, cai]) await story.click(who, consent);
    await story.object(dee, { harm: 'Nobody is left on Monday.', effect: 'No fresh bread.' });
    await story.advance(DEADLINE - story.now() + 10 * DAY);
    expect((await story.round()).ending).toBeNull();
  });
});

describe('nudges', () => {
  test('go to those who have not answered, once a day, in their working hours', async () => {
    story = await startStory();
    await story.click(ana, consent);
    await story.click(ben, moreTime);
    const heardAt = new Map<string, number[]>();
    for (let hour = 0; hour < 7 * 24 + 7; hour += 1) {
      if (hour === 100) await story.click(cai, consent);
      await story.advance(HOUR);
      for (const who of [ana, ben, cai, dee]) {
        const times = heardAt.get(who) ?? [];
        const count = story.dmsOf(who).filter((text) => text.includes(NUDGE)).length;
        heardAt.set(who, count > times.length ? [...times, story.now()] : times);
        expect(count - times.length).toBeLessThanOrEqual(1);
      }
    }
    expect(heardAt.get(ana)).toEqual([]);
    // Friday morning, when half of the time was over, and the morning of the last day.
    const days = (who: string) => (heardAt.get(who) ?? []).map((at) => new Date(at).getUTCDay());
    expect(days(dee)).toEqual([5, 1]);
    expect(days(cai)).toEqual([5]);
    for (const at of [...heardAt.values()].flat()) {
      expect(new Date(at).getUTCHours()).toBeGreaterThanOrEqual(9);
      expect(new Date(at).getUTCHours()).toBeLessThan(17);
    }
  });
});

describe.each(['http', 'socket'] as const)('after an outage over %s', (transport) => {
  test('its time is given back, nothing closes meanwhile, and what waited is sent', async () => {
    story = await startStory({ transport, closing: 'automatic' });
    for (const who of deciders) await story.perform(who, { type: 'consent' });
    await story.advance(HOUR);
    await story.program.stop();
    story.slack.clock.advance(DEADLINE - story.now() + DAY);

    const again = await startProgramFor(story.slack, { transport, database: story.file });
    const round = async () => found(await again.performer.round(sundays)).round;
    expect(await round()).toMatchObject({ ending: null });
    const { extensions, deadlineAt } = await round();
    expect(extensions).toMatchObject([{ cause: 'outage', by: null }]);
    // Down for eight days and seven hours: that ends at midnight, so 17:00 on the day that begins.
    expect(new Date(deadlineAt).toISOString()).toBe('2026-03-18T17:00:00.000Z');

    story.slack.clock.advance(2 * HOUR + MINUTE);
    await again.catchUp();
    expect(await round()).toMatchObject({ ending: { kind: 'decided', by: null } });
    for (let minute = 0; minute < 3; minute += 1) {
      story.slack.clock.advance(MINUTE);
      await again.catchUp();
    }
    const thread = story.thread();
    expect(thread[0]).toContain('The service was down for a while, so that time is given back.');
    expect(thread.at(-1)).toContain('We have a decision: D-1');
    expect(shownIn(story.card().blocks)).toContain('Decided by consent, v1, 4 of 4 answered');
    await again.stop();
  });
});
