import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberId } from '../../src/core/ids.ts';
import { people } from '../../src/sandbox/world.ts';
import { DAY } from '../support/time.ts';
import { deciders, object, startWillowRound, willow } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

const { ana, ben, cai, dee } = people;
let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});

afterEach(() => team.running.stop());

/** Ben facilitates, with these; Dee saw a problem, and all is settled and ready. */
async function contested(...others: readonly string[]) {
  await team.perform(dee, object);
  await team.perform(dee, { type: 'settle_objection', objectionId: object.objectionId });
  const facilitators = [ben, ...others].map(memberId);
  const { performer } = team.program;
  const circle = await performer.circle(willow);
  if (!circle) throw new Error('There is no such circle');
  const roster = [...circle.members.values()].map(({ id, status }) => ({ id, status }));
  const form = { settings: circle.settings, roster, facilitators };
  const by = { at: team.now(), by: memberId(ana) };
  await performer.onCircle(willow, { type: 'change_circle', form, ...by });
  for (const who of deciders) await team.perform(who, { type: 'consent' });
  await team.running.advance(DAY);
}

async function waysOf(who: string): Promise<string> {
  await team.resolve(who);
  return team.modalOf(who).shown;
}

describe('a contested round whose proposer facilitates', () => {
  test('alone: they hear that any other member may close it, and so does everyone', async () => {
    await contested();
    expect(await waysOf(ben)).toContain(
      'so someone else closes it. Any other member who decides may do it now.',
    );
    const shown = await waysOf(cai);
    expect(shown).toContain('Any member who decides can close it as decided, except <@UBEN>.');
    expect(shown).toContain('Tell <@UBEN> what would help, or write it in the thread.');
    await team.choose(cai, 'decide');
    await team.slack.submit(cai);
    expect((await team.roundNow()).ending).toMatchObject({ kind: 'decided', by: cai });
  });

  test('with others: they hear whom to ask', async () => {
    await contested(ana);
    const shown = await waysOf(ben);
    expect(shown).toContain('so someone else closes it. You can ask <@UANA>. From');
    expect(shown).toContain('Next: everyone asked consents. <@UANA> can close it as decided.');
  });
});

test('whoever moved the deadline once hears who may move it again, by name', async () => {
  await team.choose(dee, 'extend');
  await team.slack.submit(dee);
  expect(team.modalOf(dee).title).toBe('Done');
  expect(await waysOf(dee)).toContain('Ask <@UANA> and <@UCAI>, who may move it again');
});
