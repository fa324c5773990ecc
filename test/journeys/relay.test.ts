import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { startSundays, willow, type Sundays } from '../support/sundays.ts';
import { shownIn } from '../support/shown.ts';

const { ana, ben, cai, dee } = people;
let story: Sundays;

beforeEach(async () => {
  story = await startSundays();
});
afterEach(() => story.stop());

const directTo = (who: string) =>
  story.slack
    .screenOf(who)
    .dms.flatMap(({ id }) => story.slack.screenOf(who).messages(id))
    .map(({ text, blocks }) => `${text}\n${shownIn(blocks)}`)
    .join('\n');

/** Ana opens /resolve and writes down what Dee said on the phone. */
async function relay(answer: object) {
  await story.slack.command(ana, channels.willow, '/resolve');
  await story.slack.click(ana, { text: 'Record an answer given outside Slack' });
  await story.modalWith(ana, 'An answer from outside');
  return story.slack.submit(ana, {
    member: dee,
    wording: 'their_own',
    channel: 'phone',
    ...answer,
  });
}

describe('an answer given outside Slack', () => {
  test('is asked about, counts when it is confirmed, and shows for ever how it came', async () => {
    await relay({ answer: 'consent', note: 'Watch the heating.', witness: cai });
    await story.delivered();
    expect((await story.round()).answers.has(memberId(dee))).toBe(false);
    expect(story.card().shown).toContain('waits to be confirmed');
    expect(directTo(dee)).toContain('Watch the heating.');

    await story.slack.click(dee, { text: 'Yes, that is what I said', in: 'message' });
    await story.delivered();
    const answer = (await story.round()).answers.get(memberId(dee));
    expect(answer).toMatchObject({ kind: 'consent', note: 'Watch the heating.' });
    expect(story.card().shown).not.toContain('waits to be confirmed');
    expect(directTo(ana)).toContain('confirmed the answer');

    await story.perform(ana, { type: 'consent' });
    await story.click(ana, 'round.answers.see');
    const { shown } = await story.modalWith(ana, 'by phone');
    expect(shown).toContain(`relayed by <@${ana}> by phone, confirmed by <@${dee}>`);
  });

  test('that objects is open at once, and goes when it is not right', async () => {
    await relay({
      answer: 'objection',
      harm: 'Nobody is left for Monday mornings.',
      effect: 'We would open late.',
    });
    await story.delivered();
    expect(story.card().shown).toContain('Nobody is left for Monday mornings.');
    expect(story.card().shown).toContain('relayed by');

    await story.slack.click(dee, { text: 'That is not right', in: 'message' });
    await story.delivered();
    expect(story.card().shown).not.toContain('Nobody is left for Monday mornings.');
    expect(directTo(ana)).toContain('not right');
  });

  test('keeps what was typed where something is missing', async () => {
    const empty = await relay({ answer: 'objection', harm: '', effect: 'We would open late.' });
    expect(empty).toMatchObject({ errors: { harm: expect.stringContaining('could go wrong') } });
  });

  test('is not for others to write down: they have no such button', async () => {
    await story.slack.command(ben, channels.willow, '/resolve');
    const modal = story.slack.screenOf(ben).modal;
    expect(shownIn(modal?.blocks ?? [])).not.toContain('Record an answer');
    expect(shownIn(modal?.blocks ?? [])).toContain('Leave me out of this one');
  });
});

describe('who is asked', () => {
  test('leaves out who wishes it, for all to see', async () => {
    await story.slack.command(dee, channels.willow, '/resolve');
    await story.slack.click(dee, { text: 'Leave me out of this one' });
    await story.modalWith(dee, 'Leave me out');
    await story.slack.submit(dee, { why: 'My sister owns the shop next door.' });
    await story.delivered();
    expect(story.card().shown).toContain(`Left out by their own wish: <@${dee}>`);
    expect(directTo(ana)).toContain('My sister owns the shop next door.');
  });

  test('S20: a facilitator is offered to ask who joined since', async () => {
    const { performer } = story.program;
    const circle = await performer.circle(willow);
    if (!circle) throw new Error('There is no circle');
    const roster = [...circle.members.values()].map(({ id, status }) => ({ id, status }));
    const fay = memberId(people.fay);
    const form = {
      settings: circle.settings,
      roster: roster.map((one) => (one.id === fay ? { ...one, status: 'full' as const } : one)),
      facilitators: circle.facilitators,
    };
    await performer.onCircle(willow, {
      type: 'change_circle',
      form,
      at: story.now(),
      by: memberId(ana),
    });
    await story.click(people.fay, 'round.answer.consent');
    await story.whispered(people.fay, 'not one of the people asked');
    await story.slack.click(people.fay, { text: 'Ask to be included', in: 'ephemeral' });
    await story.delivered();
    await story.slack.click(ana, { text: 'Ask them too', in: 'message' });
    await story.delivered();
    expect((await story.round()).asked.get(fay)?.excused).toBeNull();
    expect(directTo(people.fay)).toContain('You are asked in this round too');
    await story.click(people.fay, 'round.answer.consent');
    expect((await story.round()).answers.get(fay)?.kind).toBe('consent');
  });
});
