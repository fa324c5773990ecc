import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FormValues } from '../../src/sandbox/slack/person/form-value.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { actionIds, callbackIds } from '../../src/slack/ids.ts';
import { forgedForm, richText, startForms, type Forms } from '../support/forms.ts';
import { shownIn } from '../support/shown.ts';
import { DAY } from '../support/time.ts';

const { ana, ben, cai, dee, eli, fay } = people;
/** Stands in every text that somebody writes here. */
const MARK = 'zqxmark';
const REASON = 'about one member’s pay';
let forms: Forms;

beforeEach(async () => {
  forms = await startForms({ slack: { rateLimits: false } });
  await forms.setUp(ana, channels.willow, {
    deciders: [ana, ben, cai, dee, eli],
    facilitators: [ana, cai],
    learning: [fay],
  });
});
afterEach(() => forms.stop());

const messages = () => forms.screen(ana).messages(channels.willow);
const dms = (who: string) =>
  shownIn(forms.screen(who).dms.flatMap(({ id }) => forms.screen(who).messages(id)));
const whispers = (who: string) => forms.screen(who).ephemerals();
const click = (who: string, actionId: string) =>
  forms.slack.click(who, { actionId, channel: channels.willow, in: 'message' });

/** Ben opens the form about one member's pay. */
async function begin(topic = 'one_member'): Promise<void> {
  await forms.slack.command(ben, channels.willow, '/propose', `Pay ${MARK}`);
  await forms.slack.click(ben, { actionId: 'proposal.topic', choose: topic });
  await forms.slack.until(() => forms.shown(ben).includes('Show nothing of it in the channel'));
}

const written = { need: `Need ${MARK}`, proposal: richText(`Raise it ${MARK}`), concerns: eli };

async function propose(values: FormValues = {}): Promise<void> {
  await begin();
  const sent = { ...written, confidential_reason: REASON, ...values };
  expect((await forms.slack.submit(ben, sent)).kind).toBe('acked');
  await forms.slack.closeView(ben, { all: true });
  expect(await forms.passing(() => shownIn(messages()).includes('Heard from 0 of 5'))).toBe(true);
}

async function fillIn(who: string, actionId: string, values: FormValues): Promise<void> {
  await click(who, actionId);
  await forms.slack.until(() => forms.screen(who).modal?.submit);
  expect((await forms.slack.submit(who, values)).kind).toBe('acked');
  await forms.settle();
}

async function consentAll(...who: readonly string[]): Promise<void> {
  for (const one of who) await click(one, actionIds.consent);
  await forms.settle();
}

async function decide(): Promise<void> {
  await consentAll(ana, ben, cai, dee, eli);
  await forms.advance(DAY);
  await forms.slack.command(ana, channels.willow, '/resolve', 'P-1');
  await forms.slack.submit(ana, { 'resolve.way': 'decide' });
  await forms.slack.submit(ana);
  await forms.settle();
  expect((await forms.roundNumbered(1))?.ending).toMatchObject({ kind: 'decided' });
}

/** Everything that was ever posted or drawn anew in the channel. */
function everInChannel(): string {
  const { journal } = forms.slack;
  const calls = [...journal.calls('chat.postMessage'), ...journal.calls('chat.update')];
  const here = calls.filter(({ args }) => args['channel'] === channels.willow);
  expect(here.length).toBeGreaterThan(2);
  return JSON.stringify(here.map(({ args }) => args));
}

describe('the form', () => {
  test('offers the mark only about one person, and ticks it for pay, role or conduct', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', 'Sundays');
    const ticked = () => JSON.stringify(forms.valueOf(ben, 'confidential') ?? null);
    for (const topic of ['roles', 'aim_or_domain']) {
      await forms.slack.click(ben, { actionId: 'proposal.topic', choose: topic });
      await forms.settle();
      expect(forms.shown(ben)).not.toContain('Confidential');
    }
    for (const topic of ['support', 'membership']) {
      await forms.slack.click(ben, { actionId: 'proposal.topic', choose: topic });
      await forms.slack.until(() => forms.shown(ben).includes('Confidential'));
      await forms.settle();
      expect(ticked()).not.toContain('is_confidential');
    }
    await forms.slack.click(ben, { actionId: 'proposal.topic', choose: 'one_member' });
    await forms.slack.until(() => ticked().includes('is_confidential'));
  });

  test('asks for a reason, and nothing typed is lost', async () => {
    await begin();
    const answer = await forms.slack.submit(ben, written);
    expect(JSON.stringify(answer)).toContain('confidential_reason');
    expect(JSON.stringify(answer)).toContain('Please fill this in.');
    expect(await forms.roundNumbered(1)).toBeNull();
    const again = await forms.slack.submit(ben, { confidential_reason: REASON });
    expect(again.kind).toBe('acked');
    expect(forms.shown(ben)).toContain('the card shows the reason, and none of its texts');
    expect((await forms.roundNumbered(1))?.terms.confidential).toBe(REASON);
  });

  test('leaves it open where the proposer unticks it', async () => {
    await begin();
    const answer = await forms.slack.submit(ben, { ...written, confidential: [] });
    expect(answer.kind).toBe('acked');
    expect((await forms.roundNumbered(1))?.terms.confidential).toBeUndefined();
    expect(await forms.passing(() => shownIn(messages()).includes(MARK))).toBe(true);
  });

  test('keeps the mark and its reason in a draft', async () => {
    await begin('support');
    forms.slack.fill(ben, { confidential: ['is_confidential'], confidential_reason: REASON });
    await forms.slack.click(ben, { actionId: actionIds.keepDraft });
    await forms.settle();
    await forms.slack.closeView(ben, { all: true });
    await forms.slack.openHome(ben);
    await forms.settle();
    await forms.slack.click(ben, { actionId: actionIds.openDraft, in: 'home' });
    await forms.slack.until(() => forms.valueOf(ben, 'confidential'));
    expect(JSON.stringify(forms.valueOf(ben, 'confidential'))).toContain('is_confidential');
    expect(forms.valueOf(ben, 'confidential_reason')).toMatchObject({ value: REASON });
  });
});

describe('a confidential proposal about one member’s pay', () => {
  test('goes its whole way without one of its texts in the channel', async () => {
    await propose();
    expect(shownIn(messages())).toContain(`Confidential: ${REASON}`);
    expect(dms(eli)).toContain(MARK);
    await fillIn(dee, actionIds.object, {
      harm: `Harm ${MARK}`,
      effect: `Effect ${MARK}`,
      remedy: `Remedy ${MARK}`,
    });
    await fillIn(cai, actionIds.askQuestion, { question: `Why ${MARK}` });
    expect(await forms.passing(() => shownIn(messages()).includes('Not shown here'))).toBe(true);
    const objection = (await forms.roundNumbered(1))?.objections[0]?.id ?? '';

    await fillIn(ben, actionIds.publishVersion, {
      'version.proposal': richText(`Raise it by less ${MARK}`),
      'version.answers': [objection],
    });
    await forms.slack.closeView(ben, { all: true });
    expect(await forms.passing(() => dms(dee).includes('You are asked first.'))).toBe(true);
    expect(dms(dee)).toContain('by less');
    // The card says in a moment which version it is about; her own message says it already.
    const channel = forms.screen(dee).dms[0]?.id ?? '';
    await forms.slack.click(dee, { actionId: actionIds.settleObjection, channel });
    await forms.settle();

    await click(ana, actionIds.readAll);
    await forms.slack.until(() => forms.shown(ana).includes(`Raise it by less ${MARK}`));
    expect(forms.shown(ana)).toContain(`Harm ${MARK}`);
    expect(forms.shown(ana)).toContain('Please keep it to yourself.');
    await forms.slack.closeView(ana, { all: true });

    expect(await forms.passing(() => shownIn(messages()).includes('· version 2 ·'))).toBe(true);
    await decide();
    expect(await forms.passing(() => shownIn(messages()).includes('D-1'))).toBe(true);
    await forms.advance(DAY);
    expect(everInChannel().toLowerCase()).not.toContain(MARK);
    expect(everInChannel()).not.toContain('by less');

    await forms.slack.command(ana, channels.willow, '/decisions', MARK);
    expect(shownIn(whispers(ana))).toContain(`Pay ${MARK}`);
  }, 30_000);

  test('tells of an emoji only those who may read it, and only where nobody else sees it', async () => {
    await propose();
    const card = messages().find(({ blocks }) => shownIn(blocks).includes(REASON))?.ts ?? '';
    for (const who of [dee, fay]) await forms.slack.react(who, channels.willow, card, '+1');
    await forms.settle();
    expect(shownIn(whispers(dee))).toContain(`emoji on “Pay ${MARK}”`);
    expect(whispers(fay)).toEqual([]);
    expect(dms(fay)).not.toContain('emoji');
    expect(shownIn(messages())).not.toContain(MARK);
  });

  test('is not handed on, and /resolve says why', async () => {
    await propose();
    await forms.slack.command(ana, channels.willow, '/resolve', 'P-1');
    await forms.slack.until(() => forms.shown(ana).includes('nothing of it goes to another'));
  });

  test('is looked at again as a confidential one', async () => {
    await propose();
    await decide();
    await forms.slack.command(ana, channels.willow, '/propose', 'D-1');
    await forms.slack.until(() => forms.valueOf(ana, 'confidential_reason'));
    expect(JSON.stringify(forms.valueOf(ana, 'confidential'))).toContain('is_confidential');
    expect(forms.valueOf(ana, 'confidential_reason')).toMatchObject({ value: REASON });
  });
});

describe('whoever may not read it', () => {
  /** What Fay hears privately of a command: the answer to it, or what was whispered. */
  async function hears(command: '/decisions' | '/resolve' | '/propose', text: string) {
    const before = whispers(fay).length;
    const answer = await forms.slack.command(fay, channels.willow, command, text);
    await forms.settle();
    expect(forms.screen(fay).modal).toBeUndefined();
    const said = JSON.stringify([answer, shownIn(whispers(fay).slice(before))]);
    return said.replaceAll(/\d{10,}\.\d+/gu, '').replaceAll(text, '…');
  }

  test('gets the answer for what there is not, from every command', async () => {
    await propose();
    expect(await hears('/resolve', 'P-1')).toBe(await hears('/resolve', 'P-9'));
    expect(await hears('/resolve', MARK)).toBe(await hears('/resolve', 'nothing'));
    await decide();
    expect(await hears('/resolve', 'P-1')).toBe(await hears('/resolve', 'P-9'));
    expect(await hears('/decisions', 'D-1')).toBe(await hears('/decisions', 'D-9'));
    expect(await hears('/decisions', MARK)).toBe(await hears('/decisions', 'nothing'));
    expect(await hears('/propose', 'D-1')).toBe(await hears('/propose', 'D-9'));
    expect(await hears('/decisions', '')).not.toContain('Confidential');
    await forms.slack.openHome(fay);
    await forms.settle();
    const home = shownIn(forms.screen(fay).home);
    expect(home).not.toContain(MARK);
    expect(home).not.toContain('D-1');
    await forms.advance(60 * DAY);
    expect(dms(fay)).not.toContain(MARK);
  });

  test('hears on the card that they are not part of it', async () => {
    await propose();
    for (const action of ['readAll', 'seeAnswers', 'consent', 'askQuestion'] as const) {
      const before = whispers(fay).length;
      await click(fay, actionIds[action]);
      await forms.slack.until(() => whispers(fay).length > before);
      const said = shownIn(whispers(fay).slice(before));
      expect(said).toContain('You are not part of this round.');
      expect(said).not.toContain(MARK);
      expect(forms.screen(fay).modal).toBeUndefined();
    }
  });

  test('gets it from every button and form, whoever forged it', async () => {
    await propose();
    await fillIn(dee, actionIds.object, { harm: `H ${MARK}`, effect: `E ${MARK}` });
    const round = await forms.roundNumbered(1);
    const objection = round?.objections[0]?.id ?? '';
    const heard = () => [
      ...whispers(fay).map(({ text }) => text),
      ...forms
        .screen(fay)
        .dms.flatMap(({ id }) => forms.screen(fay).messages(id))
        .map(({ text }) => text),
    ];
    const press = (action: string, value: string) => ({
      type: 'block_actions',
      team: { id: 'TWILLOW' },
      user: { id: fay, team_id: 'TWILLOW' },
      trigger_id: '1.1',
      channel: { id: channels.willow },
      container: { type: 'message', channel_id: channels.willow, message_ts: '1.2' },
      message: { ts: '1.2' },
      actions: [{ type: 'button', block_id: 'b', action_id: action, value }],
    });
    /** All that Fay hears when she tries every door to a round with that id. */
    const heardOf = async (id: string, least: number) => {
      const before = heard().length;
      const answers: string[] = [];
      const send = async (payload: object) => {
        const { status, body } = await forms.forged(payload);
        answers.push(`${status} ${body}`);
      };
      for (const action of Object.values(actionIds)) {
        for (const rest of ['', `:${objection}`, ':1']) await send(press(action, `${id}${rest}`));
      }
      const metadata = JSON.stringify({ round: id, objection, version: 1 });
      for (const form of Object.values(callbackIds)) await send(forgedForm(fay, form, metadata));
      await forms.slack.until(() => heard().length - before >= least);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await forms.settle();
      return { answers, heard: heard().slice(before).toSorted() };
    };
    const unknown = await heardOf('r_unknown', 100);
    const known = await heardOf(round?.id ?? '', unknown.heard.length);
    expect(known).toEqual(unknown);
    expect(JSON.stringify(known)).not.toContain(MARK);
    expect(forms.screen(fay).modal).toBeUndefined();
    expect((await forms.roundNumbered(1))?.seq).toBe(round?.seq);
  }, 60_000);
});
