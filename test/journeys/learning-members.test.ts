import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId } from '../../src/core/ids.ts';
import { heardFrom } from '../../src/core/standing.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { startForms, type Forms } from '../support/forms.ts';
import { diskFile } from '../support/on-disk.ts';
import { HOUR, startProgramFor } from '../support/program.ts';
import { optionsIn, shownIn } from '../support/shown.ts';
import { messagesAbout, proposeByForm } from '../support/wired-circle.ts';

const { ana, ben, cai, dee, eli, fay } = people;
const TITLE = 'Open on Sundays';
let forms: Forms;

beforeEach(async () => {
  forms = await startForms();
});
afterEach(() => forms.stop());

/** Five people decide, and Fay learns; with `asks` she is asked too. */
async function setUp(asks: boolean): Promise<void> {
  await forms.setUp(ana, channels.willow, {
    ...{ facilitators: [ana, cai], deciders: [ana, ben, cai, dee, eli], learning: [fay] },
    asks_learning: asks ? ['asks_learning'] : [],
  });
}

async function propose(): Promise<void> {
  await proposeByForm(forms.slack, TITLE);
  await forms.advance(60_000);
}

const click = (who: string, actionId: string) =>
  forms.slack.click(who, { actionId, channel: channels.willow, in: 'message' });
const shownCard = () => shownIn(messagesAbout(forms.slack, TITLE)[0]?.blocks);
const round = async () => {
  const found = await forms.roundNumbered(1);
  if (!found) throw new Error('There is no round');
  return found;
};

describe('a circle that asks its learning members', () => {
  beforeEach(() => setUp(true));

  test('says so in the channel and in /circle', async () => {
    expect(forms.posts().join('\n')).toContain('They are asked for their consent too.');
    await forms.openCircle(fay);
    expect(forms.shown(fay)).toContain('Learning members are asked too');
  });

  test('waits for them, counts them, and hears what they say', async () => {
    await forms.slack.command(ben, channels.willow, '/propose', TITLE);
    await forms.slack.until(() => forms.screen(ben).modal?.submit);
    expect(forms.shown(ben)).toContain('Asks *6 people*');
    await forms.slack.closeView(ben, { all: true });
    await propose();
    for (const who of [ana, ben, cai, dee, eli]) await click(who, actionIds.consent);
    await forms.passing(() => shownCard().includes('5 of 6'));
    expect(shownCard()).toContain('5 of 6');

    await click(fay, actionIds.consent);
    await forms.slack.until(() =>
      forms
        .screen(fay)
        .ephemerals()
        .find(({ text }) => text.includes('Noted')),
    );
    expect(heardFrom(await round())).toEqual({ heard: 6, asked: 6 });
    expect(await forms.passing(() => shownCard().includes('6 of 6'))).toBe(true);
  });

  test('writes to them before the deadline, with the buttons', async () => {
    await propose();
    await forms.advance(4 * 24 * HOUR);
    await forms.advance(HOUR);
    const nudged = () =>
      forms
        .screen(fay)
        .dms.flatMap(({ id }) => forms.screen(fay).messages(id))
        .some(({ blocks }) => JSON.stringify(blocks).includes(actionIds.consent));
    expect(await forms.passing(nudged)).toBe(true);
  });

  test('lets them object and take it to a meeting, and do nothing else with /resolve', async () => {
    await propose();
    await forms.slack.command(fay, channels.willow, '/resolve');
    const modal = await forms.slack.until(() => forms.screen(fay).modal);
    expect(optionsIn(modal.blocks)).toEqual(['to_meeting']);
    expect(shownIn(modal.blocks)).toContain('Only people who decide in this circle do this.');
    await forms.slack.closeView(fay, { all: true });
    await click(fay, actionIds.object);
    await forms.slack.until(() => forms.screen(fay).modal?.submit);
    await forms.slack.submit(fay, {
      harm: 'Nobody is left for Monday mornings.',
      effect: 'There would be no fresh bread.',
    });
    expect((await round()).objections).toMatchObject([{ by: memberId(fay) }]);
    await forms.slack.closeView(fay, { all: true });
    await forms.slack.command(fay, channels.willow, '/propose', 'More bread');
    const whisper = await forms.slack.until(() => forms.screen(fay).ephemerals().at(-1));
    expect(whisper.text).toContain('Only people who decide in this circle propose here.');
  });

  test('keeps asking them in the open round when the agreement ends', async () => {
    await propose();
    const answer = await forms.changeCircle(ana, { asks_learning: [] });
    expect(answer.kind).toBe('acked');
    expect(await forms.posted(channels.willow, '→ not asked for their consent')).toBe(true);
    await click(fay, actionIds.consent);
    await forms.settle();
    expect((await round()).answers.has(memberId(fay))).toBe(true);
    await forms.slack.command(ben, channels.willow, '/propose', 'Another one');
    await forms.slack.until(() => forms.screen(ben).modal?.submit);
    expect(forms.shown(ben)).toContain('Asks *5 people*');
  });
});

test('whom a round asks outlives a restart, and tables and history agree', async () => {
  await forms.stop();
  const disk = diskFile();
  forms = await startForms({ database: disk.file });
  await setUp(true);
  await propose();
  await forms.changeCircle(ana, { asks_learning: [] });
  await forms.program.stop();
  expect(await disk.differences()).toEqual([]);

  const program = await startProgramFor(forms.slack, { database: disk.file });
  await click(fay, actionIds.consent);
  await program.drain();
  const { store, performer, identity } = program;
  const id = await store.roundNumbered(identity.teamId, 1);
  const found = id && (await performer.round(id));
  expect(found?.round.answers.get(memberId(fay))?.kind).toBe('consent');
  expect(found?.circle.settings.asksLearning).toBe(false);
  await program.stop();
  expect(await disk.differences()).toEqual([]);
  disk.remove();
});

test('a circle that does not leaves them to ask and comment', async () => {
  await setUp(false);
  await propose();
  await click(fay, actionIds.consent);
  const whisper = await forms.slack.until(() => forms.screen(fay).ephemerals().at(-1));
  expect(whisper.text).toContain('You are not one of the people asked in this round');
  expect(JSON.stringify(whisper.blocks)).not.toContain(actionIds.wishToBeAsked);
  await forms.slack.command(fay, channels.willow, '/resolve');
  const refusal = await forms.slack.until(() => forms.screen(fay).ephemerals().at(-1));
  expect(refusal.text).not.toBe('');
  expect(forms.screen(fay).modals).toEqual([]);
});
