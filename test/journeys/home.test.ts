import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { people } from '../../src/sandbox/world.ts';
import { DAY } from '../support/time.ts';
import { shownIn } from '../support/shown.ts';
import { startWillowRound } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});

afterEach(() => team.running.stop());

describe('a Home', () => {
  const homeOf = async (who: string) => {
    await team.slack.openHome(who);
    await team.slack.until(() => team.slack.screenOf(who).home);
    return shownIn(team.slack.screenOf(who).home?.blocks);
  };

  test('shows what waits for a person, and what they facilitate', async () => {
    const shown = await homeOf(people.ana);
    expect(shown).toContain('Waiting for you');
    expect(shown).toContain('*Open on Sundays* · P-1 · Willow Team');
    expect(shown).toContain('You facilitate');
    expect(await homeOf(people.ben)).toContain('Your proposals');
  });

  test('shows nobody the rounds of circles that they are not in', async () => {
    const shown = await homeOf(people.otto);
    expect(shown).toContain('You are in no circle yet.');
    expect(shown).not.toContain('Sundays');
  });

  test('has nothing waiting for who has answered', async () => {
    await team.perform(people.dee, { type: 'consent' });
    expect(await homeOf(people.dee)).toContain('Nothing waits for you. One round is open');
  });

  test('brings a decision to mind when its review day comes near', async () => {
    await team.becomesReady();
    await team.perform(people.ana, { type: 'decide', decisionNumber: 0 });
    expect(await homeOf(people.cai)).not.toContain('Look again soon');
    await team.running.advance(62 * DAY);
    expect(await homeOf(people.dee)).toContain('*D-1* Open on Sundays');
  });

  test('is not drawn for who looks at the messages only', async () => {
    await team.slack.openHome(people.ana, 'messages');
    await homeOf(people.dee);
    expect(team.slack.screenOf(people.ana).home).toBeUndefined();
  });

  test('that Slack does not take changes nothing, and is drawn when it is looked at again', async () => {
    team.slack.faults.method('views.publish', 1, { error: 'internal_error' });
    await team.slack.openHome(people.ana);
    expect(await homeOf(people.ana)).toContain('Waiting for you');
  });

  test('opens the ways on from there', async () => {
    await homeOf(people.ana);
    await team.slack.click(people.ana, { actionId: 'round.resolve', in: 'home' });
    await team.shownTo(people.ana, 'Which way on?');
  });
});
