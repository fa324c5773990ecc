import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MemberId } from '../../../src/core/ids.ts';
import { WAYS_ON } from '../../../src/core/ways-on.ts';
import { LARGE_WAYS, type SmallWay } from '../../../src/slack/blocks/way-fields.ts';
import { checkView } from '../../../src/sandbox/slack/blocks/check.ts';
import { endedAlready } from '../../../src/slack/blocks/round-line.ts';
import { endedModal, wayMetadata, wayModal } from '../../../src/slack/blocks/way-modal.ts';
import type { WayStep } from '../../../src/slack/blocks/way-fields.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { verbatim } from '../../../src/words/terms.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  bakeryTime,
  dee,
  eli,
  goesOnLeave,
  monday,
  sundayOpening,
  thursday,
  cai,
} from '../../support/bakery.ts';
import { extremeTexts, objectedRound } from '../../support/extreme-round.ts';
import { shownIn } from '../../support/shown.ts';
import { problemsOfView } from '../../support/slack-limits.ts';

const words = wordsFor(undefined);

const isSmall = (way: (typeof WAYS_ON)[number]): way is SmallWay =>
  !LARGE_WAYS.some((large) => large === way);
const SMALL_WAYS = WAYS_ON.filter(isSmall);

function step(way: SmallWay, by: MemberId = ana, more: Partial<WayStep> = {}) {
  const round = sundayOpening;
  const view = wayModal({ round, circle: bakery, now: thursday, by, way, ...more }, words);
  expect(problemsOfView(view)).toEqual([]);
  expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual([]);
  return { view, shown: shownIn(view), json: JSON.stringify(view.blocks) };
}

describe('the step of a way on', () => {
  test.each(SMALL_WAYS)('%s says what will happen, and keeps its round', (way) => {
    const { shown, view } = step(way);
    expect(shown).toContain('What will happen:');
    expect(wayMetadata.open(view.private_metadata ?? '')).toEqual({ round: 'round-sunday', way });
  });

  test('to close names the decision, its owner, its review day, and who hears of it', () => {
    const { shown } = step('decide');
    expect(shown).toContain('We try *Open on Sundays* until Tue 1 September 2026.');
    expect(shown).toContain('<@U0DEE> looks after it.');
    expect(shown).toContain('One person who took part gets a message.');
  });

  test('to extend offers 17:00 three working days after the deadline', () => {
    const seconds = bakeryTime('2026-06-11 17:00') / 1000;
    expect(step('extend').json).toContain(`"initial_date_time":${seconds}`);
  });

  test('to extend tells a member how far they may', () => {
    expect(step('extend', eli).shown).toContain('You can move it once, until Thu 11 June, 17:00');
    expect(step('extend').shown).not.toContain('You can move it once');
    const away = [ana, cai].map((one) => goesOnLeave(one, { fromOn: '2026-06-01', untilOn: null }));
    const alone = step('extend', eli, { circle: bakeryAfter(...away) });
    expect(alone.shown).not.toContain('You can move it once');
  });

  test('to park asks for step, taker and day, and offers the owner and a working day', () => {
    const { json } = step('park');
    expect(json).toContain('"initial_user":"U0DEE"');
    expect(json).toContain('"initial_date":"2026-06-18"');
    const { json: late } = step('park', ana, { now: monday - 2 * 86_400_000 });
    expect(late).toContain('"initial_date":"2026-06-15"');
  });

  test('to take up again offers a deadline that the circle allows', () => {
    const seconds = bakeryTime('2026-06-11 17:00') / 1000;
    expect(step('resume').json).toContain(`"initial_date_time":${seconds}`);
  });

  test('keeps what was typed, and says that nothing was changed', () => {
    const typed = {
      deadlineAt: null,
      reason: null,
      note: null,
      nextStep: 'Ask the *landlord*',
      who: eli,
      untilOn: '2026-07-01',
    };
    const { shown, json } = step('park', ana, { typed, refused: verbatim('It is parked.') });
    expect(shown).toContain('*Nothing was changed.* It is parked.');
    expect(json).toContain('"initial_value":"Ask the *landlord*"');
    expect(json).toContain('"initial_user":"U0ELI"');
    expect(json).toContain('"initial_date":"2026-07-01"');
  });

  test('goes back to all ways with a button', () => {
    expect(step('extend').json).toContain('"action_id":"resolve.open"');
  });
});

describe('a round that ended meanwhile', () => {
  const at = bakeryTime('2026-06-04 10:00');

  test.each([
    [{ kind: 'decided', decisionNumber: 12, at, by: cai }, '<@U0CAI> closed it'],
    [{ kind: 'decided', decisionNumber: 12, at, by: null }, 'as our circle agreed'],
    [{ kind: 'withdrawn', reason: null, at, by: dee }, '<@U0DEE> did it'],
  ] as const)('says who ended it, and when', (ending, sentence) => {
    const said = endedAlready({ ending, circle: bakery, now: at }, words);
    expect(said.mrkdwn).toContain(sentence);
    expect(said.plain).toContain('Thu 4 June, 10:00 CEST');
  });

  test('gives people their words back, and nothing to send', () => {
    const typed = {
      deadlineAt: null,
      reason: 'Two of us are ill',
      note: null,
      nextStep: null,
      who: null,
      untilOn: null,
    };
    const view = endedModal(verbatim('It is closed.'), typed, words);
    expect(shownIn(view.blocks)).toContain('Two of us are ill');
    expect(view.submit).toBeUndefined();
    expect(problemsOfView(view)).toEqual([]);
  });
});

test('whatever people write, Slack takes every step', () => {
  fc.assert(
    fc.property(extremeTexts, fc.constantFrom(...SMALL_WAYS), (texts, way) => {
      const typed = {
        deadlineAt: thursday,
        reason: texts.note,
        note: texts.note,
        nextStep: texts.note,
        who: 'U0DEE',
        untilOn: '2026-07-01',
      };
      const round = objectedRound(texts);
      const refused = verbatim(texts.note);
      const seen = { round, circle: bakery, now: thursday, by: ana, way, typed, refused };
      for (const view of [wayModal(seen, words), endedModal(refused, typed, words)]) {
        expect(problemsOfView(view)).toEqual([]);
        expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});
