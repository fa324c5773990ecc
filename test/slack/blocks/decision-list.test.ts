import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage } from '../../../src/sandbox/slack/blocks/check.ts';
import { decisionList } from '../../../src/slack/blocks/decision-list.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { verbatim } from '../../../src/words/terms.ts';
import { extremeText } from '../../support/extreme-text.ts';
import { actionsIn, optionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfMessage } from '../../support/slack-limits.ts';

const words = wordsFor(undefined);
const heading = verbatim('What Bakery decided');

const line = (number: number, title = 'Open on Sundays') => ({
  number,
  roundId: `r_${number}`,
  title,
  owner: 'U0DEE',
  reviewOn: '2026-09-01',
  pausedAt: null as number | null,
});

describe('the list of decisions', () => {
  test('says of each who looks after it and when the circle looks again', () => {
    const content = decisionList([line(13, 'A second oven'), line(12)], heading, words);
    const shown = shownIn(content.blocks);
    expect(shown).toContain('What Bakery decided');
    expect(shown).toContain('*D-12* Open on Sundays\n<@U0DEE> looks after it');
    expect(shown).toContain('we look again on Tue 1 September 2026');
    expect(shown.indexOf('D-13')).toBeLessThan(shown.indexOf('D-12'));
    expect(content.text).toContain('D-12');
  });

  test('says of one that a newer one took its place, also where it was paused', () => {
    const superseded = { how: 'end', number: verbatim('D-57'), on: verbatim('3 May') } as const;
    const { blocks } = decisionList([{ ...line(12), pausedAt: 1, superseded }], heading, words);
    expect(shownIn(blocks)).toContain('*Ended by D-57 on 3 May*');
    expect(shownIn(blocks)).not.toContain('Paused');
  });

  test('opens any of them with one menu, because a message takes each id once', () => {
    const { blocks } = decisionList([line(13), line(12)], heading, words);
    expect(actionsIn(blocks)).toEqual(['decision.open']);
    expect(optionsIn(blocks)).toEqual(['r_13', 'r_12']);
    expect(checkMessage(JSON.parse(JSON.stringify(blocks)))).toEqual([]);
  });

  test('opens a single one with a button', () => {
    const { blocks } = decisionList([line(12)], heading, words);
    expect(JSON.stringify(blocks)).toContain('"value":"r_12"');
    expect(optionsIn(blocks)).toEqual([]);
  });

  test('says that there are more than it shows', () => {
    const many = Array.from({ length: 21 }, (_, index) => line(index + 1));
    const content = decisionList(many, heading, words);
    expect(optionsIn(content.blocks)).toHaveLength(20);
    expect(content.text).toContain('There are more.');
    expect(decisionList(many.slice(1), heading, words).text).not.toContain('There are more.');
  });
});

test('whatever titles people gave, Slack takes the list', () => {
  fc.assert(
    fc.property(fc.array(extremeText, { minLength: 1, maxLength: 21 }), (titles) => {
      const lines = titles.map((title, index) => line(index + 1, title.slice(0, 120)));
      const content = decisionList(lines, heading, words);
      expect(problemsOfMessage(content)).toEqual([]);
      expect(checkMessage(JSON.parse(JSON.stringify(content.blocks)))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
