import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { openObjections } from '../../src/core/standing.ts';
import { startQuestions } from '../support/question-step.ts';

const { ana, cai, dee } = people;
let team: Awaited<ReturnType<typeof startQuestions>>;

beforeEach(async () => {
  team = await startQuestions();
});
afterEach(() => team.stop());

/** Ana opens /resolve and writes down what Dee said on the phone. */
async function relay(answer: object): Promise<void> {
  await team.slack.command(ana, channels.willow, '/resolve', 'P-1');
  await team.slack.click(ana, { text: 'Record an answer given outside Slack' });
  await team.slack.until(() => team.screen(ana).modal?.title === 'An answer from outside');
  expect(team.shown(ana)).toContain('About the draft of “Open on Sundays”.');
  const who = { member: dee, wording: 'their_own', channel: 'phone', witness: cai };
  await team.slack.submit(ana, { ...who, ...answer });
  await team.settle();
}

const objection = {
  answer: 'objection',
  harm: 'Nobody is left on Monday.',
  effect: 'Late mornings.',
};

describe('while questions are asked, for somebody outside Slack', () => {
  test('an objection is open at once, of the draft, and the witness confirms it', async () => {
    await relay(objection);
    expect(openObjections(await team.round())).toMatchObject([{ by: dee }]);
    expect(await team.passing(() => team.dms(cai).includes('Nobody is left on Monday.'))).toBe(
      true,
    );
    expect(await team.passing(() => team.message('objection to the draft').ts !== '')).toBe(true);
    await team.slack.click(cai, { actionId: 'relay.confirm', in: 'message' });
    await team.slack.until(async () => (await team.round()).relays[0]?.confirmed !== null);
    const { relays } = await team.round();
    expect(relays).toMatchObject([{ confirmed: { by: cai } }]);
    expect(openObjections(await team.round())).toHaveLength(1);
  });

  test('that is not right, it is taken out', async () => {
    await relay(objection);
    expect(await team.passing(() => team.dms(dee).includes('Nobody is left on Monday.'))).toBe(
      true,
    );
    await team.slack.click(dee, { actionId: 'relay.deny', in: 'message' });
    await team.slack.until(async () => openObjections(await team.round()).length === 0);
  });

  test('a consent is not written down yet, and what was typed comes back', async () => {
    await relay({ answer: 'consent', note: 'Watch the heating.' });
    expect((await team.round()).relays).toEqual([]);
    const { modal } = team.screen(ana);
    expect(`${team.shown(ana)} ${JSON.stringify(modal?.errors)}`).toContain('questions');
  });
});
