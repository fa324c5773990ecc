import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { memberId, objectionId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { richText, startForms, type Forms } from '../support/forms.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { DAY } from '../support/time.ts';
import type { Deed } from '../support/willow-round.ts';

const { ana, ben, cai, dee, eli, hana } = people;
let forms: Forms;

beforeEach(async () => {
  forms = await startForms();
  await forms.setUp(ana, channels.willow, {
    deciders: [ana, ben, cai, dee, eli],
    facilitators: [ana, cai],
  });
});
afterEach(() => forms.stop());

const proposal = richText('We ended the talks without a way on.');
const dms = (who: string) =>
  shownIn(forms.screen(who).dms.flatMap(({ id }) => forms.screen(who).messages(id)));
const whispers = (who: string) => shownIn(forms.screen(who).ephemerals());
const cards = () =>
  forms
    .screen(ana)
    .messages(channels.willow)
    .filter(({ blocks }) => actionsIn(blocks).includes(actionIds.consent));
const onCard = (actionId: string) => ({
  actionId,
  channel: channels.willow,
  in: 'message' as const,
});
const hears = (who: string, words: string) => forms.passing(() => dms(who).includes(words));

/** Ben opens the form, and chooses what it is about. */
async function begin(topic: string): Promise<void> {
  await forms.slack.command(ben, channels.willow, '/propose', 'A matter of one person');
  await forms.slack.click(ben, { actionId: 'proposal.topic', choose: topic });
  await forms.slack.until(() => forms.shown(ben).includes('Who is it about?'));
}

/** Ben proposes that Cai, who facilitates, leaves the circle. */
async function proposeRemoval() {
  await begin('membership');
  const person = { concerns: cai, removal: ['is_removal'] };
  const answer = await forms.slack.submit(ben, { need: 'We tried.', proposal, ...person });
  expect(answer.kind).toBe('acked');
}

describe('the form', () => {
  test('counts who is asked without the person, as soon as they are chosen', async () => {
    await begin('membership');
    const asked = () => Number(/Asks \*(\d+) people\*/u.exec(forms.shown(ben))?.[1]);
    const before = asked();
    await forms.slack.click(ben, { actionId: 'concerns', choose: cai });
    await forms.slack.click(ben, { actionId: 'removal', choose: 'is_removal' });
    await forms.slack.until(() => forms.shown(ben).includes('Not asked: <@UCAI>'));
    expect(asked()).toBe(before - 1);
    expect(forms.valueOf(ben, 'title')).toMatchObject({ value: 'A matter of one person' });
  });

  test('asks for a person only where it is about one, and keeps what was typed', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', 'A matter of one person');
    expect(forms.shown(ben)).not.toContain('Who is it about?');
    await forms.slack.click(ben, { actionId: 'proposal.topic', choose: 'membership' });
    await forms.slack.until(() => forms.shown(ben).includes('Who is it about?'));
    expect(forms.valueOf(ben, 'title')).toMatchObject({ value: 'A matter of one person' });
    expect(forms.shown(ben)).toContain('taking this person out of the circle');
    expect(forms.shown(ben)).toContain('a meeting comes first, if you can');
    await forms.slack.click(ben, { actionId: 'proposal.topic', choose: 'one_member' });
    await forms.slack.until(() => forms.shown(ben).includes('They are asked like the others.'));
    expect(forms.shown(ben)).not.toContain('taking this person out of the circle');
    await forms.slack.click(ben, { actionId: 'proposal.topic', choose: 'our_work' });
    await forms.slack.until(() => !forms.shown(ben).includes('Who is it about?'));
  });

  test.each([
    ['a person', {}, 'Please fill this in.'],
    ['somebody of the circle', { concerns: hana }, 'someone who is in the circle'],
    ['somebody else', { concerns: ben }, 'leave the circle without a proposal'],
  ])('needs %s to be named for a removal', async (_, person, words) => {
    await begin('membership');
    const values = { need: 'We tried.', proposal, removal: ['is_removal'], ...person };
    const answer = await forms.slack.submit(ben, values);
    expect(JSON.stringify(answer)).toContain(words);
    expect(await forms.roundNumbered(1)).toBeNull();
  });

  test('does not let the person look after it', async () => {
    await begin('membership');
    const person = { concerns: cai, removal: ['is_removal'], owner: cai };
    const answer = await forms.slack.submit(ben, { need: 'We tried.', proposal, ...person });
    expect(JSON.stringify(answer)).toContain('choose somebody else');
  });
});

describe('a proposal about taking somebody out of the circle', () => {
  test('is told to them before its card is up, and everyone sees who is not asked', async () => {
    await proposeRemoval();
    expect(cards()).toHaveLength(0);
    expect(await hears(cai, 'proposes that you leave Willow Team')).toBe(true);
    expect(cards()).toHaveLength(0);
    expect(await forms.passing(() => cards().length === 1)).toBe(true);
    const shown = shownIn(cards()[0]?.blocks);
    expect(shown).toContain('Heard from 0 of 4');
    expect(shown).toContain(`Not asked: <@${cai}>, because it is about`);
    expect(await hears(ana, 'They are not asked, and may ask and comment.')).toBe(true);
    expect(dms(cai)).not.toContain('This proposal is about');
  });

  test('answers the person kindly, whatever they press', async () => {
    await proposeRemoval();
    expect(await forms.passing(() => cards().length === 1)).toBe(true);
    const why = 'Nobody decides about their own';
    for (const action of ['consent', 'object', 'moreTime', 'seeAnswers'] as const) {
      const before = whispers(cai).length;
      await forms.slack.click(cai, onCard(actionIds[action]));
      await forms.slack.until(() => whispers(cai).length > before);
      const said = whispers(cai).slice(before);
      expect(said).toContain(action === 'seeAnswers' ? 'when it has ended' : why);
      expect(said).not.toContain('Ask to be included');
      expect(forms.screen(cai).modal).toBeUndefined();
    }
    const before = whispers(cai).length;
    await forms.slack.click(cai, onCard(actionIds.resolve));
    await forms.slack.until(() => whispers(cai).slice(before).includes(why));
    await forms.slack.command(cai, channels.willow, '/resolve', 'P-1');
    await forms.slack.until(() => whispers(cai).split(why).length > 5);
    const round = await forms.roundNumbered(1);
    expect(round?.answers.size).toBe(0);
    expect(round?.objections).toEqual([]);

    await forms.slack.click(cai, onCard(actionIds.askQuestion));
    await forms.slack.until(() => forms.screen(cai).modal?.submit);
    await forms.slack.submit(cai, { question: 'Can we talk once more?' });
    await forms.settle();
    expect((await forms.roundNumbered(1))?.questions).toMatchObject([{ by: cai }]);
  });

  test('answers so too at a button that the rules keep from them', async () => {
    await proposeRemoval();
    expect(await forms.passing(() => cards().length === 1)).toBe(true);
    const value = (await forms.roundNumbered(1))?.id;
    const ts = cards()[0]?.ts;
    await forms.forged({
      type: 'block_actions',
      team: { id: 'TWILLOW' },
      user: { id: cai, team_id: 'TWILLOW' },
      trigger_id: '1.1',
      channel: { id: channels.willow },
      container: { type: 'message', channel_id: channels.willow, message_ts: ts },
      message: { ts },
      actions: [{ type: 'button', block_id: 'b', action_id: actionIds.relayAnswer, value }],
    });
    await forms.slack.until(() => whispers(cai).includes('Nobody decides about their own'));
  });

  test('can be read by them from their message', async () => {
    await proposeRemoval();
    expect(await hears(cai, 'proposes that you leave')).toBe(true);
    await forms.slack.click(cai, { actionId: actionIds.readAll, in: 'message' });
    await forms.slack.until(() => forms.shown(cai).includes('We ended the talks'));
  });
});

/** Source: docs/process.md §2.7, §2.1, §10 cases 8 and 25. */
describe('the person hears whenever it is as before', () => {
  const AS_BEFORE = 'Nothing is decided: you are a member as before.';
  async function perform(who: string, deed: Deed): Promise<void> {
    const id = (await forms.roundNumbered(1))?.id;
    if (!id) throw new Error('There is no P-1');
    const command: RoundCommand = { ...deed, at: forms.slack.clock.now(), by: memberId(who) };
    const { refused } = await forms.program.performer.onRound(id, command);
    if (refused) throw new Error(`Refused: ${refused.code}`);
    await forms.settle();
  }
  const objects = {
    type: 'object_late',
    objectionId: objectionId('o_1'),
    harm: 'We never asked the parents.',
    effect: 'They leave too.',
    remedy: null,
  } as const;

  test('when an objection arrives as it closes', async () => {
    await proposeRemoval();
    for (const who of [ana, ben, dee, eli]) await perform(who, { type: 'consent' });
    await forms.advance(DAY);
    await perform(ana, { type: 'decide', decisionNumber: 0 });
    expect(await hears(cai, 'It was about your place in the circle.')).toBe(true);
    await perform(dee, objects);
    expect(await hears(cai, 'so the round is open again')).toBe(true);
    expect(dms(cai)).toContain(AS_BEFORE);
    expect(dms(cai)).not.toContain('Your answer stands');
    expect(dms(eli)).toContain('Your answer stands');
  });

  test('when it is taken back, and somebody takes it over', async () => {
    await proposeRemoval();
    await perform(ben, { type: 'withdraw', reason: null });
    await perform(eli, { type: 'take_over' });
    expect(await hears(cai, `<@${eli}> has taken this proposal over`)).toBe(true);
    expect(dms(cai)).toContain(AS_BEFORE);
  });

  test('when it was opened by mistake', async () => {
    await proposeRemoval();
    await perform(ben, { type: 'void', reason: 'The wrong circle.' });
    await perform(ana, { type: 'confirm_void' });
    expect(await hears(cai, 'The wrong circle.')).toBe(true);
    expect(dms(cai)).toContain(AS_BEFORE);
  });
});

describe('a meeting first', () => {
  test('is offered to the proposer after sending, and nothing is forced', async () => {
    await proposeRemoval();
    expect(forms.shown(ben)).toContain(`It is about <@${cai}>. A meeting comes first`);
    await forms.slack.click(ben, { text: 'Take it to a meeting first' });
    await forms.slack.until(() => forms.screen(ben).modal?.submit);
    expect((await forms.roundNumbered(1))?.pause).toBeNull();
    expect((await forms.slack.submit(ben, {})).kind).toBe('acked');
    await forms.settle();
    expect((await forms.roundNumbered(1))?.pause).toMatchObject({ kind: 'to_meeting', by: ben });
  });

  test('is offered to facilitators and the person, about their pay, role or conduct', async () => {
    await begin('one_member');
    const answer = await forms.slack.submit(ben, {
      need: 'Fair.',
      proposal,
      concerns: eli,
      confidential_reason: 'about one member’s pay',
    });
    expect(answer.kind).toBe('acked');
    await forms.slack.closeView(ben, { all: true });
    expect(await hears(eli, 'You are asked like the others.')).toBe(true);
    expect(await hears(ana, `This proposal is about <@${eli}>.`)).toBe(true);
    await forms.slack.click(ana, { actionId: actionIds.meetFirst, in: 'message' });
    await forms.slack.until(() => forms.screen(ana).modal?.submit);
    await forms.slack.submit(ana, {});
    await forms.settle();
    expect((await forms.roundNumbered(1))?.pause).toMatchObject({ kind: 'to_meeting', by: ana });
    await forms.slack.click(eli, { actionId: actionIds.meetFirst, in: 'message' });
    await forms.slack.until(() =>
      `${whispers(eli)}${dms(eli)}`.includes('This round is at a meeting'),
    );
  });
});
