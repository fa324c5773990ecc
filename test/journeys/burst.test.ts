import { afterEach, describe, expect, test } from 'vitest';
import { actionIds } from '../../src/slack/ids.ts';
import { harvest, hundred, startAssembly } from '../support/big-circle.ts';
import { found } from '../support/found.ts';
import { DAY } from '../support/program.ts';
import { shownIn } from '../support/shown.ts';

const { consent, moreTime } = actionIds;
/** Redrawings of the card for a hundred answers: it is drawn from what is stored by then. */
const DRAWINGS_MOST = 6;

let circle: Awaited<ReturnType<typeof startAssembly>>;
afterEach(() => circle.stop());

function card(): string {
  const who = found(hundred[99]);
  const messages = circle.slack.screenOf(who).messages('CASSEMBLY');
  return shownIn(found(messages.find(({ text }) => text.includes('A harvest feast'))).blocks);
}

describe.each(['http', 'socket'] as const)('a hundred members over %s', (transport) => {
  test('answer within one second: each is stored, and the card is drawn a few times', async () => {
    circle = await startAssembly(transport);
    const { slack, program } = circle;
    const drawings = () => slack.journal.calls('chat.update').length;
    const before = drawings();
    const answers = await Promise.all(hundred.map((who) => circle.click(who, consent)));
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['acked']));

    const stored = found(await program.performer.round(harvest)).round;
    expect(stored.answers.size).toBe(100);
    expect((await circle.events()).filter((type) => type === 'consented')).toHaveLength(100);
    await slack.until(() => card().includes('Heard from 100 of 100'), 10_000);
    expect(drawings() - before).toBeLessThanOrEqual(DRAWINGS_MOST);
    const refused = slack.journal.calls('chat.update').filter(({ status }) => status === 429);
    expect(refused).toEqual([]);
  });
});

describe('in the same instant', () => {
  test('five answers of one person are kept in the order of their coming', async () => {
    circle = await startAssembly();
    const who = found(hundred[7]);
    const buttons = [consent, moreTime, consent, moreTime, consent];
    const answers = await Promise.all(buttons.map((button) => circle.click(who, button)));
    for (const { kind } of answers) expect(kind).toBe('acked');
    const { answers: kept } = found(await circle.program.performer.round(harvest)).round;
    expect([...kept.keys()]).toEqual([who]);
    const last = (await circle.events()).at(-1);
    expect(kept.get(who)?.kind).toBe(last === 'consented' ? 'consent' : 'more_time');
  });

  test('five people are five answers', async () => {
    circle = await startAssembly();
    const five = hundred.slice(20, 25);
    await Promise.all(five.map((who) => circle.click(who, consent)));
    const { answers } = found(await circle.program.performer.round(harvest)).round;
    expect([...answers.keys()].toSorted()).toEqual(five);
  });

  test('ten facilitators close it: one decision, and nine are told who was first', async () => {
    circle = await startAssembly();
    const { slack } = circle;
    await circle.consentAll();
    await circle.advance(DAY);
    const ten = hundred.slice(0, 10);
    for (const who of ten) {
      await slack.command(who, 'CASSEMBLY', '/resolve');
      await slack.until(() => slack.screenOf(who).modal?.submit);
      await slack.submit(who, { 'resolve.way': 'decide' });
    }
    await Promise.all(ten.map((who) => slack.submit(who)));
    const titles = ten.map((who) => slack.screenOf(who).modal?.title ?? '').toSorted();
    expect(titles).toEqual(['Done', ...Array.from({ length: 9 }, () => 'This round has ended')]);
    expect((await circle.events()).filter((type) => type === 'round_decided')).toHaveLength(1);
    const told = ten.map((who) => shownIn(slack.screenOf(who).modal?.blocks));
    for (const text of told) expect(text).toContain('D-1');
  });
});
