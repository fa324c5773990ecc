import { afterEach, describe, expect, test } from 'vitest';
import { decisionOf } from '../../src/core/decision.ts';
import { memberId, teamId } from '../../src/core/ids.ts';
import { channels, people } from '../../src/sandbox/world.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { found } from '../support/found.ts';
import { diskFile } from '../support/on-disk.ts';
import { DAY, HOUR, MONDAY, startWillowBank } from '../support/program.ts';
import { startStory, type Story } from '../support/round-story.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { messagesAbout, proposeByForm, setUpByForm } from '../support/wired-circle.ts';

const { ana, ben, cai, dee, eli, fay } = people;
const { consent, moreTime, settleObjection } = actionIds;
const MINUTE = 60_000;
/** Monday 9 March 2026, 17:00 in London. */
const DEADLINE = MONDAY + 7 * DAY + 8 * HOUR;

describe.each(['http', 'socket'] as const)('from the form to the record over %s', (transport) => {
  test('six people consent, and a facilitator closes it', async () => {
    const disk = diskFile();
    const running = await startWillowBank({ transport, database: disk.file });
    const { slack, program } = running;
    await setUpByForm(slack);
    await proposeByForm(slack, 'Open on Sundays');
    await running.advance(MINUTE);
    const six = [ana, ben, cai, dee, eli, fay];
    const click = (who: string, actionId: string) =>
      slack.click(who, { actionId, channel: channels.willow, in: 'message' });
    for (const who of six) await click(who, consent);
    await running.advance(DAY);
    await slack.command(cai, channels.willow, '/resolve');
    await slack.until(() => slack.screenOf(cai).modal?.submit);
    await slack.submit(cai, { 'resolve.way': 'decide' });
    await slack.submit(cai);
    await running.advance(MINUTE);

    const [card] = messagesAbout(slack, 'Open on Sundays');
    const lines = shownIn(card?.blocks).split('\n');
    expect(lines).toContain('Decided by consent, v1, 6 of 6 answered');
    expect(actionsIn(card?.blocks).filter((id) => id.startsWith('round.answer.'))).toEqual([]);
    for (const who of six) {
      const screen = slack.screenOf(who);
      const dms = screen.dms.flatMap(({ id }) => screen.messages(id)).map(({ text }) => text);
      expect(dms.filter((text) => text.includes('D-1'))).toHaveLength(1);
    }

    const { store, performer } = program;
    const id = found(await store.decisionNumbered(teamId('TWILLOW'), 1));
    const { round } = found(await performer.round(id));
    expect(decisionOf(round)).toMatchObject({
      ...{ number: 1, title: 'Open on Sundays', need: 'Thirty people a week find us closed.' },
      ...{ aim: 'Good days at home', owner: ben, proposedBy: ben, reviewOn: '2026-06-02' },
      ...{ replaces: null, versionNumber: 1, silencePolicy: 'explicit', closedBy: cai },
      ...{ extensions: [], objections: [], deadlineAt: DEADLINE },
      answers: six.map((member) => ({ member, kind: 'consent', note: null })),
    });
    expect(shownIn(decisionOf(round)?.document)).toBe('Open from 8 to 12 for three months.');
    await running.stop();
    expect(await disk.differences()).toEqual([]);
    disk.remove();
  });
});

describe.each(['http', 'socket'] as const)('a round over %s', (transport) => {
  let story: Story;
  afterEach(async () => expect(await story.end()).toEqual([]));

  test('an objection holds it open past its deadline, until its owner settles it', async () => {
    story = await startStory({ transport });
    for (const who of [ana, ben, cai]) await story.click(who, consent);
    await story.object(dee, { harm: 'Nobody is left on Monday.', effect: 'No fresh bread.' });
    await story.advance(DEADLINE - story.now() + MINUTE);
    const ways = await story.waysOf(ana);
    expect(ways.offered).not.toContain('decide');
    expect(ways.shown).toContain('<@UDEE>');
    for (const who of [ana, ben, cai]) {
      await story.click(who, settleObjection);
      await story.whispered(who, 'nobody can settle another person’s');
    }
    expect((await story.round()).ending).toBeNull();

    await story.click(dee, settleObjection);
    await story.whispered(dee, 'Your answer is now consent to version 1');
    // Posts in one channel keep a pace, and the program has just asked Dee for an idea.
    await story.delivered();
    expect(await story.resolve(cai, 'decide')).toBe('Done');
    await story.delivered();
    expect(story.card().shown).toContain('Decided by consent, v1, 4 of 4 answered');
    expect(story.thread().map((line) => line.split('\n')[0])).toEqual([
      expect.stringContaining('sees a problem'),
      expect.stringContaining('says that the objection is settled'),
      expect.stringContaining('We have a decision: D-1'),
    ]);
    expect(decisionOf(await story.round())?.objections).toMatchObject([
      { by: dee, harm: 'Nobody is left on Monday.', settled: { versionNumber: 1 } },
    ]);
  });

  test('silence extends it once, asks by direct message, and still closes nothing', async () => {
    story = await startStory({ transport });
    for (const who of [ana, ben, cai]) await story.click(who, consent);
    await story.advance(DEADLINE - story.now() + MINUTE);
    const extended = await story.round();
    // Thursday 12 March 2026, 17:00: three working days more.
    expect(extended.deadlineAt).toBe(DEADLINE + 3 * DAY);
    await story.hours(17);
    expect(story.dmsOf(dee).join()).toContain('We have not heard from you yet');
    for (const who of [ana, ben, cai]) {
      expect(story.dmsOf(who).join()).not.toContain('We have not heard from you yet');
    }

    await story.advance(extended.deadlineAt - story.now() + MINUTE);
    expect((await story.round()).deadlineAt).toBe(extended.deadlineAt);
    const ways = await story.waysOf(ana);
    expect(ways.offered).not.toContain('decide');
    expect(ways.shown).toContain(
      'We have not heard from one person yet, and silence is not a yes.',
    );
    expect((await story.round()).ending).toBeNull();

    await story.clickDm(dee, consent);
    await story.whispered(dee, 'Your answer counts all the same.');
    expect(await story.resolve(ana, 'decide')).toBe('Done');
  });

  test('more time holds it, ends by itself, and is then no answer', async () => {
    story = await startStory({ transport });
    for (const who of [ana, ben, cai]) await story.click(who, consent);
    await story.advance(4 * DAY);
    await story.click(dee, moreTime);
    await story.whispered(dee, 'Noted: you need more time');
    await story.advance(DEADLINE - story.now() + MINUTE);
    expect((await story.waysOf(ana)).offered).not.toContain('decide');
    // Wednesday 11 March 2026, 17:00: three working days after the Friday of the hold.
    const heldUntil = DEADLINE + 2 * DAY;
    expect((await story.round()).deadlineAt).toBe(heldUntil);
    await story.advance(heldUntil - story.now() + MINUTE);
    expect(await story.events()).toContain('hold_ended');
    expect((await story.round()).answers.has(memberId(dee))).toBe(false);
    await story.hours(17);
    await story.clickDm(dee, consent);
    expect(await story.resolve(ana, 'decide')).toBe('Done');
  });

  test('its proposer takes it back: it ends, and a late click hears so', async () => {
    story = await startStory({ transport });
    await story.click(ana, consent);
    expect((await story.waysOf(ana)).offered).not.toContain('withdraw');
    expect(await story.resolve(ben, 'withdraw', { 'way.reason': 'The oven broke.' })).toBe('Done');
    await story.delivered();
    const { shown, blocks } = story.card();
    expect(actionsIn(blocks).filter((id) => id.startsWith('round.answer.'))).toEqual([]);
    expect(shown).toContain('The oven broke.');
    expect(shown).not.toMatch(/reject|fail/i);
    expect(story.thread().join()).toContain('takes this proposal back');
    await story.clickOldCard(cai, consent);
    await story.whispered(cai, 'This proposal was taken back on');
    expect((await story.round()).answers.size).toBe(1);
    expect((await story.round()).ending).toMatchObject({ kind: 'withdrawn', by: ben });

    await story.whispered(cai, 'Any deciding member may take it over until');
    await story.slack.click(cai, { actionId: actionIds.takeOver, in: 'ephemeral' });
    await story.whispered(cai, 'You are its proposer now.');
    expect(await story.round()).toMatchObject({ proposedBy: cai, ending: null });
  });
});
