import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { memberId, objectionId, type RoundId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { richText, startForms, type Forms } from '../support/forms.ts';
import { DAY, HOUR } from '../support/program.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import type { Deed } from '../support/willow-round.ts';

const { ana, ben, cai, dee, eli } = people;
const five = [ana, ben, cai, dee, eli];
let forms: Forms;

beforeEach(async () => {
  forms = await startForms();
  await forms.setUp(ana, channels.willow, { deciders: five, facilitators: [ana] });
});
afterEach(() => forms.stop());

type Values = Parameters<Forms['setUp']>[2];

/** Ben proposes; the round with that number. */
async function propose(title: string, number: number, values: Values = {}): Promise<RoundId> {
  await forms.slack.command(ben, channels.willow, '/propose', title);
  const proposal = richText('We do it for three months.');
  const answer = await forms.slack.submit(ben, { need: 'We need it.', proposal, ...values });
  if (answer.kind !== 'acked') throw new Error(JSON.stringify(answer));
  await forms.slack.closeView(ben, { all: true });
  await forms.settle();
  const round = await forms.roundNumbered(number);
  if (!round) throw new Error(`There is no P-${number}`);
  return round.id;
}

async function perform(who: string, id: RoundId, deed: Deed): Promise<void> {
  const by = memberId(who);
  const command: RoundCommand = { ...deed, at: forms.slack.clock.now(), by };
  const { refused } = await forms.program.performer.onRound(id, command);
  if (refused) throw new Error(`Refused: ${refused.code}`);
  await forms.settle();
}

const consents = async (id: RoundId, who: readonly string[]) => {
  for (const one of who) await perform(one, id, { type: 'consent' });
};
const close = (id: RoundId) => perform(ana, id, { type: 'decide', decisionNumber: 0 });

/** The circle decides on its policy, everyone answering: D-1, on Tuesday 3 March. */
async function adopt(policy: 'floor' | 'lazy') {
  const id = await propose('How we count silence', 1);
  await consents(id, five);
  await forms.advance(DAY);
  await close(id);
  return forms.changeCircle(ana, { silence: policy, silence_decision: 'D-1' });
}

const post = (words: string) =>
  forms
    .screen(ana)
    .messages(channels.willow)
    .find(({ blocks }) => shownIn(blocks).includes(words));
const posted = (words: string) => forms.passing(() => post(words) !== undefined);
const dms = (who: string) =>
  shownIn(forms.screen(who).dms.flatMap(({ id }) => forms.screen(who).messages(id)));
const whispers = (who: string) => shownIn(forms.screen(who).ephemerals());

describe('a policy on silence', () => {
  test('is adopted by a decision of the circle, posted, and shown', async () => {
    expect((await adopt('floor')).kind).toBe('acked');
    expect(await posted('by D-1 of 3 March')).toBe(true);
    await forms.openCircle(dee);
    expect(forms.shown(dee)).toContain('at most 2 not answered (D-1 of 3 March');
  });

  test.each([
    ['without one', undefined, 'name the decision'],
    ['that does not exist', 'D-9', 'no such decision in this circle'],
    ['that is no number', 'last week', 'no such decision in this circle'],
  ])('is not adopted by a decision %s', async (_, decision, words) => {
    const values = { silence: 'lazy', ...(decision && { silence_decision: decision }) };
    const answer = await forms.changeCircle(ana, values);
    expect(JSON.stringify(answer)).toContain(words);
    expect((await forms.circleOf(channels.willow))?.settings).not.toHaveProperty('silence');
  });

  test('a form that changes something else keeps it, and asks for no new proof', async () => {
    await adopt('floor');
    expect((await forms.changeCircle(ana, { name: 'Willow' })).kind).toBe('acked');
    const circle = await forms.circleOf(channels.willow);
    expect(circle?.settings.silence).toMatchObject({ policy: 'floor', adoptedOn: '2026-03-03' });
    await forms.changeCircle(ana, { silence: 'explicit' });
    const after = await forms.circleOf(channels.willow);
    expect(after?.settings.silence).toEqual({ policy: 'explicit' });
  });
});

/** Under the floor Ana closes a round that Eli has not answered, after its extension. */
async function closedWithoutEli() {
  await adopt('floor');
  const id = await propose('Open on Sundays', 2);
  await consents(id, [ana, ben, cai]);
  await forms.advance(8 * DAY);
  await forms.advance(6 * DAY);
  await close(id);
  return id;
}

describe('a round under the floor', () => {
  test('closes after its extension, names the silent, and hears those who were away', async () => {
    await adopt('floor');
    const id = await propose('Open on Sundays', 2);
    await forms.advance(2 * 60_000);
    expect(await posted('Our agreement of 3 March')).toBe(true);
    await consents(id, [ana, ben, cai]);
    await forms.advance(8 * DAY);
    await expect(close(id)).rejects.toThrow('too_early');
    await forms.advance(6 * DAY);
    expect(await posted('our agreement of 3 March lets it close')).toBe(true);
    await close(id);

    const outcome = 'No objections raised; 2 did not answer (circle policy of 3 March)';
    expect(await posted(outcome)).toBe(true);
    expect(post(outcome)?.text).toContain(outcome);
    expect(await forms.passing(() => dms(eli).includes('without an answer from you'))).toBe(true);
    await forms.slack.command(dee, channels.willow, '/decisions', 'D-2');
    await forms.slack.until(() => forms.shown(dee).includes('<@UELI>: Did not answer'));
    expect(forms.shown(dee)).not.toContain('<@UELI>: Consent');
    await forms.slack.closeView(dee, { all: true });

    await forms.slack.click(eli, { actionId: 'decision.was_away', in: 'message' });
    await forms.slack.until(() => forms.screen(eli).modal?.submit);
    await forms.slack.submit(eli, { note: 'I was in hospital.' });
    await forms.settle();
    expect(await forms.passing(() => dms(ben).includes('I was in hospital.'))).toBe(true);
    expect(dms(ben)).toContain('bring D-2 back early');
    expect(await forms.passing(() => dms(ana).includes('was away when this was decided'))).toBe(
      true,
    );
    expect(await posted('said afterwards: “I was away”')).toBe(true);
    expect((await forms.roundNumbered(2))?.wasAway).toMatchObject([{ by: eli }]);
  });

  test('opened again as it closes: the silent, who heard that it was decided, hear it too', async () => {
    const id = await closedWithoutEli();
    expect(await forms.passing(() => dms(eli).includes('without an answer from you'))).toBe(true);
    await perform(cai, id, {
      ...{ type: 'object_late', objectionId: objectionId('o_1') },
      ...{ harm: 'Nobody is left on Monday.', effect: 'Late mornings.', remedy: null },
    });
    expect(await forms.passing(() => dms(eli).includes('You have not answered'))).toBe(true);
    expect(dms(eli)).not.toContain('Your answer stands');
    expect(await forms.passing(() => dms(ana).includes('Your answer stands'))).toBe(true);
    await forms.slack.click(eli, { actionId: 'round.answer.consent', in: 'message' });
    await forms.settle();
    expect((await forms.roundNumbered(2))?.answers.get(memberId(eli))?.kind).toBe('consent');
  });

  test('“I was away” is refused to those who answered, and after 14 days', async () => {
    await closedWithoutEli();
    expect(await posted('I was away')).toBe(true);
    const button = {
      actionId: 'decision.was_away',
      channel: channels.willow,
      in: 'message',
    } as const;
    await forms.slack.click(cai, button);
    await forms.slack.until(() => whispers(cai).includes('You were not silent'));
    await forms.advance(15 * DAY);
    await forms.slack.click(dee, button);
    await forms.slack.until(() => whispers(dee).includes('The time to say “I was away” ended'));
    expect((await forms.roundNumbered(2))?.wasAway).toEqual([]);
  });

  test.each(['membership', 'roles', 'aim_or_domain', 'support'])(
    'about %s everyone must answer all the same',
    async (topic) => {
      await adopt('floor');
      const id = await propose('Something else', 2, { 'proposal.topic': topic });
      await forms.advance(2 * 60_000);
      expect(await posted('Silence is not taken as a yes')).toBe(true);
      await consents(id, [ana, ben, cai, dee]);
      await forms.advance(8 * DAY);
      await forms.advance(6 * DAY);
      await expect(close(id)).rejects.toThrow('members_silent');
    },
  );
});

describe('a round under lazy consent', () => {
  test('closes at its deadline only where it is a quick one', async () => {
    await adopt('lazy');
    const quick = await propose('New kettle', 2, { quick: ['is_quick'] });
    const other = await propose('New kitchen', 3);
    for (const id of [quick, other]) await consents(id, [cai]);
    await forms.advance(8 * DAY + 8 * HOUR);
    await close(quick);
    expect(await posted('No objections raised; 4 did not answer (circle policy of 3 March)')).toBe(
      true,
    );
    await expect(close(other)).rejects.toThrow('members_silent');
  });

  test('the reminder does not say that silence stops it', async () => {
    await adopt('lazy');
    await propose('New kettle', 2, { quick: ['is_quick'] });
    await forms.advance(3 * DAY + 6 * HOUR);
    await forms.advance(3 * DAY);
    expect(await forms.passing(() => dms(eli).includes('it may close without you'))).toBe(true);
  });
});

test('a circle without such an agreement reads nothing about silence in the form', async () => {
  await forms.slack.command(ben, channels.willow, '/propose');
  expect(forms.shown(ben)).not.toContain('everyone asked must answer');
  await forms.slack.closeView(ben, { all: true });
  const id = await propose('Open on Sundays', 1);
  await consents(id, five);
  await forms.advance(DAY);
  await close(id);
  expect(await posted('Decided by consent, v1, 5 of 5 answered')).toBe(true);
  expect(actionsIn(post('5 of 5 answered')?.blocks)).not.toContain('decision.was_away');
});
