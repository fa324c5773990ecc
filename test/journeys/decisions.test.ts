import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { startWillowRound } from '../support/willow-round.ts';
import type { WillowRound } from '../support/willow-round.ts';

let team: WillowRound;

beforeEach(async () => {
  team = await startWillowRound();
});

afterEach(() => team.running.stop());

describe('/decisions', () => {
  beforeEach(async () => {
    await team.becomesReady();
    await team.perform(people.ana, { type: 'decide', decisionNumber: 0 });
    await team.running.settle();
  });

  const decisions = (who: string, text = '', channel: string = channels.willow) =>
    team.slack.command(who, channel, '/decisions', text);

  test('lists what the circle decided, for its members alone', async () => {
    await decisions(people.fay);
    expect(team.whispered(people.fay)).toContain('What Willow Team decided');
    expect(team.whispered(people.fay)).toContain('*D-1* Open on Sundays\n<@UBEN> looks after it');
    expect(team.whispered(people.ana)).toBe('');
  });

  test('finds by words, and says where nothing has them', async () => {
    await decisions(people.ana, 'thirty people', channels.general);
    expect(team.whispered(people.ana)).toContain('Open on Sundays');
    expect(await decisions(people.ben, 'harbour')).toMatchObject({
      text: expect.stringContaining('No decision of your circles has the words “harbour”.'),
    });
  });

  test('shows the whole record by its number, with the link to its thread', async () => {
    await decisions(people.dee, 'd 1');
    const { shown } = team.modalOf(people.dee);
    expect(shown).toContain('Decided by consent, v1, 4 of 4 answered');
    expect(shown).toContain('Open from 8 to 12 for three months.');
    expect(shown).toContain('|The card and its thread>');
  });

  test('opens the record from the list', async () => {
    await decisions(people.dee);
    await team.slack.click(people.dee, { actionId: 'decision.open', in: 'ephemeral' });
    await team.shownTo(people.dee, 'D-1 Open on Sundays');
  });

  test('explains itself', async () => {
    expect(await decisions(people.ana, 'help')).toMatchObject({
      text: expect.stringContaining('newest first'),
    });
  });
});
