import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundId } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/round.ts';
import { replayRound } from '../../../src/core/round-history.ts';
import { checkMessage } from '../../../src/sandbox/slack/blocks/check.ts';
import { nudgeMessage } from '../../../src/slack/blocks/nudge.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { bakery, ben, cai, consents, DAY, dayAfterDeadline } from '../../support/bakery.ts';
import { deadline, eli, friday, sundayOpened, sundayOpening } from '../../support/bakery.ts';
import { thursday, wednesday } from '../../support/bakery.ts';
import { extremeTexts, objectedRound } from '../../support/extreme-round.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfMessage } from '../../support/slack-limits.ts';
import { asking, published } from '../../support/versions.ts';

const words = wordsFor(undefined);
const answers = [actionIds.consent, actionIds.object, actionIds.moreTime];

const oven: Round = {
  ...sundayOpening,
  id: roundId('round-oven'),
  number: 32,
  title: 'A second oven',
  need: 'Bread is late on market days.',
  deadlineAt: deadline + DAY,
};

const answered = [sundayOpened, consents(eli)];
const anew = replayRound([...answered, published(2)]);
const takenOver = replayRound([
  ...answered,
  { type: 'round_withdrawn', reason: null, at: wednesday, by: ben },
  { type: 'round_taken_over', asking: asking(thursday), at: thursday, by: cai },
]);

const confirmed = (...rounds: readonly Round[]) => ({ shown: shownIn(nudge(rounds).blocks) });

function nudge(rounds: readonly Round[], now = friday, permalinks = new Map<string, string>()) {
  const inCircle = rounds.map((round) => ({ round, circle: bakery }));
  return nudgeMessage({ rounds: inCircle, to: eli, now, words, permalinks });
}

describe('a nudge', () => {
  test('asks one question, with its three answers in the message', () => {
    const content = nudge([sundayOpening]);
    const shown = shownIn(content.blocks);
    expect(shown).toContain('We have not heard from you yet. One round waits for your answer.');
    expect(shown).toContain('Open on Sundays');
    expect(shown).toContain('Why: People ask for fresh bread on Sundays');
    expect(shown).toContain('Please answer by <!date^');
    expect(shown).toContain('We are not counting silence as a yes.');
    expect(actionsIn(content.blocks)).toEqual(answers);
    expect(content.text).toContain('Mon 8 June, 17:00 CEST');
    expect(content.text).toContain('We are not counting silence as a yes.');
  });

  test('gathers all that waits, the soonest first, and has each button once', () => {
    const content = nudge(
      [oven, sundayOpening],
      friday,
      new Map([[oven.id, 'https://example.slack.com/oven']]),
    );
    const shown = shownIn(content.blocks);
    expect(shown).toContain('2 rounds wait for your answer.');
    expect(shown.indexOf('Open on Sundays')).toBeLessThan(shown.indexOf('A second oven'));
    expect(shown).toContain('Also waiting for you');
    expect(shown).toContain('<https://example.slack.com/oven|Answer on its card>');
    expect(actionsIn(content.blocks)).toEqual(answers);
    expect(JSON.stringify(content.blocks)).toContain(`"value":"${sundayOpening.id}:1"`);
    expect(checkMessage(JSON.parse(JSON.stringify(content.blocks)))).toEqual([]);
  });

  test('opens with the new version where they answered an earlier one', () => {
    const { shown } = confirmed(anew);
    expect(shown).toContain('There is a new version since you answered. One round waits');
    expect(shown).toContain('You had no objection to version 1. Here is what changed.');
    expect(shown).not.toContain('We have not heard from you yet.');
  });

  test('says of the same text that it is the same, and who brings it now', () => {
    const { shown } = confirmed(takenOver);
    expect(shown).toContain('Everyone is asked again since you answered. One round waits');
    expect(shown).toContain('You had no objection to version 1. The text is the same.');
    expect(shown).toContain('<@U0CAI> brings it now, so everyone is asked again.');
    expect(shown).not.toContain('changed');
    expect(shown).not.toContain('Only their form');
  });

  test('says of every round that it gathers what they answered before', () => {
    const { shown } = confirmed(sundayOpening, {
      ...anew,
      id: oven.id,
      deadlineAt: deadline + DAY,
    });
    expect(shown).not.toContain('We have not heard from you yet.');
    expect(shown.slice(shown.indexOf('Also waiting for you'))).toContain(
      'You had no objection to version 1. There is a new version since you answered.',
    );
  });

  test('says after the deadline that the answer still counts', () => {
    const shown = shownIn(nudge([sundayOpening], dayAfterDeadline).blocks);
    expect(shown).toContain('The deadline was');
    expect(shown).toContain('Your answer still counts.');
  });

  test('is not sent where nothing waits', () => {
    expect(() => nudge([])).toThrow('Nothing waits for U0ELI');
  });
});

test('whatever people write, and however much waits, Slack takes the nudge', () => {
  fc.assert(
    fc.property(extremeTexts, fc.integer({ min: 1, max: 60 }), (texts, count) => {
      const round = objectedRound(texts);
      const rounds = Array.from({ length: count }, (_, index) => ({
        ...round,
        id: roundId(`r_${index}`),
        deadlineAt: deadline + index,
      }));
      const links = new Map<string, string>(
        rounds.map(({ id }) => [id, `https://example.slack.com/${'p'.repeat(100)}`]),
      );
      const content = nudge(rounds, friday, links);
      expect(problemsOfMessage(content)).toEqual([]);
      expect(checkMessage(JSON.parse(JSON.stringify(content.blocks)))).toEqual([]);
      expect(actionsIn(content.blocks)).toEqual(answers);
    }),
    { numRuns: 30 },
  );
});
