import { afterEach, beforeEach, expect, test } from 'vitest';
import { memberId, type RoundId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { richText, startForms, type Forms } from '../support/forms.ts';
import { DAY } from '../support/program.ts';
import { actionsIn, shownIn } from '../support/shown.ts';

const { ana, ben, cai, dee, eli } = people;
const five = [ana, ben, cai, dee, eli];
let forms: Forms;
let id: RoundId;

beforeEach(async () => {
  forms = await startForms();
  await forms.setUp(ana, channels.willow, { deciders: five, facilitators: [ana] });
  await forms.slack.command(ben, channels.willow, '/propose', 'Open on Sundays');
  const proposal = richText('We do it for three months.');
  await forms.slack.submit(ben, { need: 'People ask for bread.', proposal });
  await forms.slack.closeView(ben, { all: true });
  await forms.settle();
  const round = await forms.roundNumbered(1);
  if (!round) throw new Error('There is no P-1');
  id = round.id;
});
afterEach(() => forms.stop());

const inChannel = () => forms.screen(dee).messages(channels.willow);
const posted = (words: string) => inChannel().find(({ blocks }) => shownIn(blocks).includes(words));
const dms = (who: string) =>
  shownIn(forms.screen(who).dms.flatMap(({ id: dm }) => forms.screen(who).messages(dm)));
const roundNow = async () => (await forms.program.performer.round(id))?.round;

test('nobody answers: it is announced anew in the channel, and then parked', async () => {
  await forms.advance(8 * DAY);
  const announced = 'Nobody has answered this yet';
  expect(await forms.passing(() => posted(announced) !== undefined)).toBe(true);
  const post = posted(announced);
  expect(post?.threadTs).not.toBeUndefined();
  expect(actionsIn(post?.blocks)).toEqual(
    expect.arrayContaining(['round.answer.consent', 'round.answer.objection', 'round.read']),
  );

  await forms.advance(6 * DAY);
  expect(await forms.passing(() => dms(ana).includes('Nobody answered this round'))).toBe(true);
  expect(dms(ben)).toContain('Nobody answered this round');
  expect(dms(eli)).not.toContain('Nobody answered this round');
  expect((await roundNow())?.pause).toMatchObject({ kind: 'parked', cause: 'unanswered' });
  const card = posted('Parked: Open on Sundays');
  expect(shownIn(card?.blocks)).toContain('Find out why nobody answered');
});

test('one answer from the announcement is enough: it is not parked', async () => {
  await forms.advance(8 * DAY);
  await forms.passing(() => posted('Nobody has answered this yet') !== undefined);
  const post = posted('Nobody has answered this yet');
  if (!post) throw new Error('It was not announced');
  await forms.slack.click(dee, { actionId: 'round.answer.consent', ts: post.ts });
  await forms.advance(6 * DAY);
  const round = await roundNow();
  expect(round?.answers.size).toBe(1);
  expect(round?.pause).toBeNull();
});

/** Source: docs/process.md §10 case 19. */
test('an emoji on the announcement is told in the channel, where it was put', async () => {
  await forms.advance(8 * DAY);
  await forms.passing(() => posted('Nobody has answered this yet') !== undefined);
  await forms.slack.react(
    dee,
    channels.willow,
    posted('Nobody has answered this yet')?.ts ?? '',
    '+1',
  );
  const told = () => forms.screen(dee).ephemerals();
  expect(await forms.passing(() => told().length > 0)).toBe(true);
  expect(shownIn(told()[0]?.blocks)).toContain('does not count as an answer');
  expect(told()[0]).toMatchObject({ channel: channels.willow, threadTs: undefined });
});

test('where somebody has answered, the channel is left in peace', async () => {
  const answered = { type: 'consent', at: forms.slack.clock.now(), by: memberId(dee) } as const;
  await forms.program.performer.onRound(id, answered);
  await forms.advance(8 * DAY);
  await forms.settle();
  expect(posted('Nobody has answered this yet')).toBeUndefined();
  expect(posted('there is more time')).toBeUndefined();
});
