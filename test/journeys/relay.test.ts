import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { startSundays, willow, type Sundays } from '../support/sundays.ts';
import { actionsIn, shownIn } from '../support/shown.ts';

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

  /** People join the circle while the round is open, some of them as facilitators. */
  async function join(joiners: readonly string[], facilitators: readonly string[] = [ana, cai]) {
    const { performer } = story.program;
    const circle = await performer.circle(willow);
    if (!circle) throw new Error('There is no circle');
    const before = [...circle.members.values()].filter(({ id }) => !joiners.includes(id));
    const form = {
      settings: circle.settings,
      roster: [
        ...before.map(({ id, status }) => ({ id, status })),
        ...joiners.map((one) => ({ id: memberId(one), status: 'full' as const })),
      ],
      facilitators: facilitators.map(memberId),
    };
    const by = memberId(ana);
    await performer.onCircle(willow, { type: 'change_circle', form, at: story.now(), by });
  }
  const offered = (who: string) => actionsIn(story.slack.screenOf(who).ephemerals().at(-1)?.blocks);

  test('S20: a facilitator is offered to ask who joined since', async () => {
    const fay = memberId(people.fay);
    await join([people.fay]);
    for (const answer of [actionIds.consent, actionIds.moreTime]) {
      await story.click(people.fay, answer);
      await story.whispered(people.fay, 'not one of the people asked');
      expect(offered(people.fay)).toEqual([actionIds.wishToBeAsked, actionIds.askQuestion]);
    }
    await story.slack.click(people.fay, { text: 'Ask to be included', in: 'ephemeral' });
    await story.whispered(people.fay, 'The facilitators hear that you wish to be asked');
    await story.delivered();
    await story.slack.click(ana, { text: 'Ask them too', in: 'message' });
    await story.delivered();
    expect((await story.round()).asked.get(fay)?.excused).toBeNull();
    expect(directTo(people.fay)).toContain('You are asked in this round too');
    await story.click(people.fay, 'round.answer.consent');
    expect((await story.round()).answers.get(fay)?.kind).toBe('consent');
  });

  test('S20: a facilitator who joined since is asked by their own click, and answers', async () => {
    await join([people.eli], [people.eli]);
    await story.click(people.eli, actionIds.consent);
    await story.whispered(people.eli, 'not one of the people asked');
    await story.clickReceipt(people.eli, actionIds.wishToBeAsked);
    await story.whispered(people.eli, 'You are asked in this round too');
    await story.clickReceipt(people.eli, actionIds.consent);
    await story.whispered(people.eli, 'Noted: you consent');
    expect((await story.round()).answers.get(memberId(people.eli))?.kind).toBe('consent');
  });

  test('S20: a learning member is offered to ask a question, and nothing else', async () => {
    await story.click(people.fay, actionIds.consent);
    await story.whispered(people.fay, 'not one of the people asked');
    expect(offered(people.fay)).toEqual([actionIds.askQuestion]);
    await story.clickReceipt(people.fay, actionIds.askQuestion);
    await story.modalWith(people.fay, 'question');
    await story.slack.submit(people.fay, { question: 'Who opens the door on Sundays?' });
    const { questions } = await story.round();
    expect(questions).toMatchObject([{ by: people.fay, text: 'Who opens the door on Sundays?' }]);
  });
});
