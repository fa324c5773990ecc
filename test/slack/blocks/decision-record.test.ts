import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Round } from '../../../src/core/round.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { evolveRound } from '../../../src/core/round-history.ts';
import { checkView } from '../../../src/sandbox/slack/blocks/check.ts';
import { decisionModal } from '../../../src/slack/blocks/decision-record.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  allConsent,
  allConsentBut,
  asksTime,
  bakery,
  consents,
  dayAfterDeadline,
  decides,
  dee,
  eli,
  extendedDeadline,
  objectionOf,
  objectionText,
  objects,
  settles,
  sundayOpening,
  sundayWithout,
  thursday,
  tuesday,
  wednesday,
} from '../../support/bakery.ts';
import { decidedRound, extremeTexts } from '../../support/extreme-round.ts';
import { shownIn } from '../../support/shown.ts';
import { problemsOfView } from '../../support/slack-limits.ts';

const words = wordsFor(undefined);

function record(events: readonly RoundEvent[], from: Round = sundayOpening) {
  const round = events.reduce<Round>(evolveRound, from);
  const view = decisionModal({ round, circle: bakery }, words);
  expect(problemsOfView(view)).toEqual([]);
  expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual([]);
  return { view, shown: shownIn(view.blocks) };
}

describe('the record of a decision', () => {
  test('has everything that a reader years later needs', () => {
    const { shown } = record([...allConsent(), decides(thursday)]);
    for (const part of [
      'D-12 Open on Sundays',
      'Decided by consent, v1, 5 of 5 answered\n',
      'We try it until Tue 1 September 2026.',
      'People ask for fresh bread on Sundays',
      'We open on Sundays from 8:00 to 11:00.',
      'Two people bake in turns.',
      '*Looks after it*\n<@U0DEE>',
      '*We look again*\nTue 1 September 2026',
      '*Proposed by*\n<@U0BEN>',
      '*Circle*\nBakery',
      'Good bread for our neighbours',
      'Opening hours of 2024',
      'Nobody objected.',
      '<@U0ELI>: Consent · OK to try,',
      'Opened',
      'Version 1 published',
      'Deadline at the end:',
      'by <@U0ANA>',
      'Silence was not taken as a yes',
    ]) {
      expect(shown).toContain(part);
    }
  });

  test('says of silence what is true: whether or not somebody had objected', () => {
    const terms = { silencePolicy: 'floor', silenceAdoptedOn: '2026-05-03' } as const;
    const floor = { ...sundayOpening, terms: { ...sundayOpening.terms, ...terms } };
    const quiet = record([...allConsentBut([eli]), decides(dayAfterDeadline)], floor);
    expect(quiet.shown).toContain(
      'No objections raised; 1 did not answer (circle policy of 3 May)',
    );
    const contested = [...allConsentBut([dee, eli]), objects(dee), settles(dee, wednesday)];
    const { shown } = record([...contested, decides(dayAfterDeadline)], floor);
    expect(shown).toContain('No objection is left; 1 did not answer (circle policy of 3 May)');
    expect(shown).not.toContain('No objections raised');
  });

  test('tells each objection in its words, how it ended, and who said so', () => {
    const { shown } = record([
      objects(dee),
      objects(eli),
      settles(dee, wednesday),
      { type: 'objection_taken_back', objectionId: objectionOf(eli), at: wednesday, by: eli },
      ...allConsent(wednesday),
      decides(thursday),
    ]);
    expect(shown).toContain('*<@U0DEE> saw a problem*');
    expect(shown).toContain(objectionText.harm);
    expect(shown).toContain(objectionText.effect);
    expect(shown).toContain(objectionText.remedy);
    expect(shown).toContain('<@U0DEE> said that it is settled,');
    expect(shown).toContain('<@U0ELI> took it back,');
    expect(shown).not.toContain('Nobody objected.');
  });

  test('keeps the notes to watch', () => {
    const { shown } = record([
      ...allConsentBut([eli]),
      consents(eli, tuesday, 'Are we tired?'),
      decides(thursday),
    ]);
    expect(shown).toContain('To watch');
    expect(shown).toContain('<@U0ELI>: Are we tired?');
  });

  test('counts nobody who was on leave as silent, and says why they did not answer', () => {
    const away = sundayWithout({ member: eli, reason: 'on_leave' });
    const { shown } = record([...allConsentBut([eli]), decides(thursday)], away);
    expect(shown).toContain('4 of 4 answered');
    expect(shown).toContain('<@U0ELI>: was on leave, not waited for');
  });

  test('tells who asked for more time, and who did once more', () => {
    const again = asksTime(eli, wednesday);
    const events = [asksTime(eli), consents(eli), again, ...allConsent(wednesday)];
    const decided = record([...events, decides(thursday)]).shown;
    expect(decided).toContain('<@U0ELI> asked for more time <!date');
    expect(decided).toContain('<@U0ELI> asked for more time once more <!date');
  });

  test('tells each move of the deadline with its cause and reason', () => {
    const moved = { type: 'deadline_extended', deadlineAt: extendedDeadline } as const;
    const { shown } = record([
      { ...moved, cause: 'silence', reason: null, at: dayAfterDeadline, by: null },
      { ...moved, cause: 'facilitator', reason: 'Dee is ill', at: dayAfterDeadline, by: dee },
      ...allConsent(dayAfterDeadline),
      decides(dayAfterDeadline, null),
    ]);
    expect(shown).toContain('someone was still silent');
    expect(shown).toContain('<@U0DEE> extended it (“Dee is ill”)');
    expect(shown).toContain('by the circle’s own agreement');
  });

  test('has the link to its thread as soon as it is known', () => {
    const round = [...allConsent(), decides(thursday)].reduce<Round>(evolveRound, sundayOpening);
    const permalink = 'https://example.slack.com/p1';
    const view = decisionModal({ round, circle: bakery, permalink }, words);
    expect(shownIn(view.blocks)).toContain(
      '<https://example.slack.com/p1|The card and its thread>',
    );
    expect(shownIn(record([...allConsent(), decides(thursday)]).view)).not.toContain('https:');
  });

  test('is not made of a round that was not decided', () => {
    expect(() => decisionModal({ round: sundayOpening, circle: bakery }, words)).toThrow(
      'was not decided',
    );
  });
});

test('whatever people wrote, Slack takes the record, and its outcome is on it', () => {
  fc.assert(
    fc.property(extremeTexts, (texts) => {
      const view = decisionModal({ round: decidedRound(texts), circle: bakery }, words);
      expect(problemsOfView(view)).toEqual([]);
      expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual([]);
      expect(shownIn(view.blocks)).toContain('Decided by consent, v1, 5 of 5 answered');
    }),
    { numRuns: 30 },
  );
});

test('a record of a hundred objections still fits into a view', () => {
  const round = [...allConsent(), decides(thursday)].reduce<Round>(evolveRound, sundayOpening);
  const objected = objects(dee);
  const [objection] = evolveRound(sundayOpening, objected).objections;
  if (!objection) throw new Error('Nobody objected');
  const long = { ...objection, harm: '&'.repeat(1500), effect: '<'.repeat(1500) };
  const objections = Array.from({ length: 100 }, () => ({ ...long, takenBackAt: wednesday }));
  const view = decisionModal({ round: { ...round, objections }, circle: bakery }, words);
  expect(problemsOfView(view)).toEqual([]);
  expect(shownIn(view.blocks)).toContain('5 of 5 answered');
});
