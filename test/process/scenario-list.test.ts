import { afterEach, describe, expect, test } from 'vitest';
import { channels, people } from '../../src/sandbox/world.ts';
import { startForms, type Forms } from '../support/forms.ts';
import { startWillowRound, type WillowRound } from '../support/willow-round.ts';
import { isThere, numbersNamedIn, type Elsewhere } from './tests-elsewhere.ts';

/** The scenarios that are to hold; the numbers between them were never given. */
const SCENARIOS = [
  ...[1, 2, 3, 4, 6, 7, 8, 10, 12, 13, 14, 15, 18, 19],
  ...[20, 22, 23, 24, 26, 28, 32, 34],
];

const HERE = ['process/scenarios.test.ts', 'process/scenario-list.test.ts'];

/** Scenarios whose whole test stands beside what it is about. */
const ELSEWHERE: Readonly<Record<number, readonly Elsewhere[]>> = {
  15: [['core/next-version.test.ts', 'S15: three versions in one go']],
  22: [['core/silence.test.ts', 'S22: the floor']],
  28: [
    ['journeys/pausing.test.ts', 'offers only circles that the person belongs to (S28)'],
    [
      'journeys/pausing.test.ts',
      'is passed on with a summary and nothing else, and goes on with the answer',
    ],
  ],
};

/** Scenarios of what is not built yet, with the reason. */
const LATER: Readonly<Record<number, string>> = {
  26: 'home shows the day of the review as it comes; one notice on that day is for later',
  32: 'nothing is erased yet: erasure comes as a feature of its own',
};

/** More that S24 asks for: other ways in, and what a stranger is told there. */
const WAYS_IN: readonly Elsewhere[] = [
  ['journeys/home.test.ts', 'shows nobody the rounds of circles that they are not in'],
  ['slack/answer.test.ts', 'to an outsider, exactly as for a round that does not exist'],
  ['slack/reading.test.ts', 'is never shown to an outsider'],
  ['slack/objection-work.test.ts', 'is no secret to be found out from outside the circle'],
  ['journeys/correcting.test.ts', 'a stranger hears the same as of a round that does not exist'],
];

let running: Forms | WillowRound['running'] | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

test('every scenario is the name of a test, has its test elsewhere, or is for later', () => {
  const named = HERE.flatMap((file) => numbersNamedIn(file, 'S'));
  const said = [...Object.keys(ELSEWHERE), ...Object.keys(LATER)].map(Number);
  const known = [...new Set([...named, ...said])].toSorted((one, other) => one - other);
  expect(known).toEqual(SCENARIOS);
});

test.each([...Object.values(ELSEWHERE).flat(), ...WAYS_IN])('%s has “%s”', (file, name) => {
  expect(isThere([file, name])).toBe(true);
});

describe('what people expect of what they type', () => {
  test('S24: a stranger hears the same of a round and a decision as of none', async () => {
    const team = await startWillowRound();
    ({ running } = team);
    const asks = (command: '/resolve' | '/decisions', text: string) =>
      team.slack.command(people.otto, channels.willow, command, text);
    expect(await asks('/resolve', 'P-1')).toEqual(await asks('/resolve', 'P-99'));
    await team.becomesReady();
    await team.choose(people.ana, 'decide');
    await team.slack.submit(people.ana);
    expect((await team.roundNow()).ending).toMatchObject({ kind: 'decided' });
    expect(await asks('/decisions', 'D-1')).toEqual(await asks('/decisions', 'D-99'));
    expect(await asks('/decisions', 'sundays')).toEqual(await asks('/decisions', 'mondays'));
  });

  test.each([
    ['  “Open  on   Sundays” ', 'Open on Sundays'],
    ['"Open on Sundays"', 'Open on Sundays'],
    ['', undefined],
    ['   ', undefined],
    ['“”', undefined],
  ])('S34: /propose %j opens the form, with what can be read', async (typed, title) => {
    const forms = await startForms();
    running = forms;
    await forms.setUp(people.ana, channels.willow);
    await forms.slack.command(people.ben, channels.willow, '/propose', typed);
    const { modal } = forms.screen(people.ben);
    expect(modal?.title).toBe('Propose something');
    expect(modal?.values).toMatchObject({ title: { title: { value: title ?? null } } });
  });
});
