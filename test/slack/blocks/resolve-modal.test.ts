import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MemberId } from '../../../src/core/ids.ts';
import { roundId } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/round.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../../src/core/round-history.ts';
import { checkView } from '../../../src/sandbox/slack/blocks/check.ts';
import { roundListModal, waysModal } from '../../../src/slack/blocks/resolve-modal.ts';
import { resolveMetadata } from '../../../src/slack/blocks/resolve-modal.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  asksTime,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  dayAfterDeadline,
  deadline,
  deciders,
  dee,
  eli,
  fay,
  goesOnLeave,
  goesToMeeting,
  monday,
  objects,
  parks,
  settles,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../../support/bakery.ts';
import { extremeTexts, objectedRound } from '../../support/extreme-round.ts';
import { actionsIn, optionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfView } from '../../support/slack-limits.ts';

const words = wordsFor(undefined);

function ways(events: readonly RoundEvent[], by: MemberId = ana, now = thursday) {
  const round = events.reduce<Round>(evolveRound, sundayOpening);
  const view = waysModal({ round, circle: bakery, now, by }, words);
  expect(problemsOfView(view)).toEqual([]);
  expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual([]);
  return { view, possible: optionsIn(view.blocks), shown: shownIn(view.blocks) };
}

describe('the ways on', () => {
  test('of a ready round begin with closing it as decided', () => {
    const { possible, shown, view } = ways(allConsent());
    expect(possible).toEqual([
      'decide',
      'publish_next_version',
      'extend',
      'shorten',
      'to_meeting',
      'park',
      'pass_on',
      'escalate',
      'void',
    ]);
    expect(shown).toContain('Ready to close');
    expect(shown).toContain('heard from 5 of 5');
    expect(view.submit?.text).toBe('Continue');
    expect(resolveMetadata.open(view.private_metadata ?? '')).toEqual({ round: 'round-sunday' });
  });

  test('keep what is not possible as text with its reason, never as a dead control', () => {
    const { possible, shown } = ways([...allConsentBut([dee]), objects(dee)]);
    expect(possible).toEqual([
      'publish_next_version',
      'extend',
      'shorten',
      'to_meeting',
      'park',
      'pass_on',
      'escalate',
      'void',
    ]);
    expect(shown).toContain('*Close as decided:*');
    expect(shown).toContain('no number of consents outweighs it');
    expect(shown).toContain('<@U0DEE>');
    expect(shown).toContain('*Take the proposal back:* Only <@U0BEN>');
  });

  test.each([
    ['a hold', [...allConsentBut([eli]), asksTime(eli)], '<@U0ELI> asked for more time'],
    ['silence', allConsentBut([eli]), 'We have not heard from one person yet'],
  ] as const)('do not close over %s', (_, events, reason) => {
    const { possible, shown } = ways(events);
    expect(possible).not.toContain('decide');
    expect(shown).toContain(reason);
  });

  test('do not close within the first day, and say from when', () => {
    const { possible, shown } = ways(allConsent(monday), ana, bakeryTime('2026-06-01 15:00'));
    expect(possible).not.toContain('decide');
    expect(shown).toContain('It can be closed from');
    expect(shown).toContain('everyone consents. It can be closed from');
  });

  test('do not name who is silent', () => {
    const { shown } = ways(allConsentBut([eli]), ana, dayAfterDeadline);
    expect(shown).not.toContain('<@U0ELI>');
  });

  test('let a facilitator close their own proposal only where nobody ever objected', () => {
    const own = (events: readonly RoundEvent[]) => {
      const round = events.reduce<Round>(evolveRound, { ...sundayOpening, proposedBy: ana });
      return waysModal({ round, circle: bakery, now: thursday, by: ana }, words);
    };
    expect(optionsIn(own(allConsent()).blocks)).toContain('decide');
    const contested = own([objects(dee), settles(dee, tuesday), ...allConsent(wednesday)]);
    expect(optionsIn(contested.blocks)).not.toContain('decide');
    expect(shownIn(contested.blocks)).toContain('You can ask <@U0CAI>.');
  });

  test('say by name who can close, or that any member can while no facilitator is here', () => {
    const { shown: named } = ways(allConsent(), eli, wednesday);
    expect(named).toContain('<@U0ANA> and <@U0CAI> can close it as decided.');
    const alone = bakeryAfter(
      ...[ana, cai].map((one) => goesOnLeave(one, { fromOn: '2026-06-01', untilOn: null })),
    );
    const round = allConsent().reduce<Round>(evolveRound, sundayOpening);
    const shown = shownIn(
      waysModal({ round, circle: alone, now: wednesday, by: eli }, words).blocks,
    );
    expect(shown).toContain('Any member who decides can close it as decided, except <@U0BEN>.');
  });

  test('give a member who does not facilitate what is theirs to do', () => {
    const { possible, shown } = ways(allConsent(), eli, wednesday);
    expect(possible).toEqual(['extend', 'to_meeting']);
    expect(shown).toContain('This is the facilitators’ to do.');
  });

  test('let the proposer park and take back', () => {
    expect(ways(allConsentBut([eli]), ben).possible).toEqual([
      'publish_next_version',
      'extend',
      'to_meeting',
      'park',
      'withdraw',
      'void',
    ]);
  });

  test('of a parked round are to take it up again, or talk', () => {
    const { possible, shown } = ways([parks(tuesday)]);
    expect(possible).toEqual(['to_meeting', 'resume', 'pass_on', 'escalate', 'void']);
    expect(shown).toContain('Parked');
    expect(shown).toContain('Next: Ask the landlord about Sundays (<@U0DEE>');
    expect(shown).toContain(
      '*Close as decided, Publish next version, Extend the deadline, Shorten the deadline, ' +
        'Park it with a next step:* The round is parked, and stands still until',
    );
  });

  test('say each reason once, with all the ways that it concerns', () => {
    const { shown } = ways(allConsent(), eli, wednesday);
    expect(shown).toContain(
      '*Park it with a next step, It was a mistake:* This is the proposer’s and the facilitators’',
    );
    expect(shown).toContain(
      '*Close as decided, Shorten the deadline, Pass it on, Ask more widely:* ' +
        'This is the facilitators’ to do.',
    );
    expect(shown.split('This is the facilitators’ to do.')).toHaveLength(2);
  });

  test.each([
    ['open', allConsent()],
    ['at a meeting', [goesToMeeting(tuesday)]],
    ['parked', [parks(tuesday)]],
    ['waiting', allConsentBut([eli])],
  ] as const)('do not send anybody back to where they are: %s', (_, events) => {
    for (const by of [ana, ben, eli, fay]) {
      expect(ways(events, by, dayAfterDeadline).shown).not.toContain('/resolve');
    }
  });

  test('of a round at a meeting begin with what the meeting came to', () => {
    expect(ways([...allConsent(), goesToMeeting(tuesday)]).possible).toEqual([
      'decide',
      'publish_next_version',
      'record_meeting',
      'park',
      'resume',
      'pass_on',
      'escalate',
      'void',
    ]);
  });

  test('do not offer to take up what is not paused', () => {
    expect(ways(allConsent()).shown).not.toContain('Take it up again');
  });

  test('of a learning member who is asked are to take it to a meeting, or be left out', () => {
    const asking = { ...sundayOpened, asked: [...deciders, fay], asksLearning: true };
    const circle = bakeryAfter({
      ...{ type: 'settings_changed', changes: { asksLearning: true }, at: monday, by: ana },
    });
    const round = replayRound([asking]);
    const view = waysModal({ round, circle, now: thursday, by: fay }, words);
    expect(problemsOfView(view)).toEqual([]);
    expect(optionsIn(view.blocks)).toEqual(['to_meeting']);
    expect(actionsIn(view.blocks)).toContain('round.leave_out');
    expect(shownIn(view.blocks).split('Only people who decide in this circle')).toHaveLength(2);
  });

  test('of nobody who only looks on: nothing to send', () => {
    const { view, possible, shown } = ways(allConsent(), fay);
    expect(possible).toEqual([]);
    expect(view.submit).toBeUndefined();
    expect(shown).toContain('No way on is open to you just now.');
  });
});

describe('the state of a round in a line', () => {
  const line = (events: readonly RoundEvent[], now = thursday) => {
    const { shown } = ways(events, ana, now);
    return shown;
  };

  test.each([
    ['asking', allConsentBut([eli]), thursday, ['Asking for consent', 'one person still to be']],
    ['objected', [objects(dee)], thursday, ['Someone sees a problem', 'one open objection']],
    ['integrating', [objects(dee)], dayAfterDeadline, ['Working on an objection', 'with <@U0DEE>']],
    ['waiting', allConsentBut([eli]), dayAfterDeadline, ['Waiting', 'one person has not answered']],
    ['held', [asksTime(eli)], thursday, ['<@U0ELI> asked for more time. You can ask']],
    ['at a meeting', [goesToMeeting(tuesday)], thursday, ['At a meeting', 'after the meeting']],
  ] as const)('%s', (_, events, now, sentences) => {
    for (const sentence of sentences) expect(line(events, now)).toContain(sentence);
  });

  test('says after the deadline that it was', () => {
    expect(line(allConsentBut([eli]), deadline)).toContain('the deadline was');
  });
});

describe('the list of open rounds', () => {
  test('has a button for each, and a screen reader hears which', () => {
    const other = { ...sundayOpening, id: roundId('r_2'), number: 32, title: 'A second oven' };
    const seen = [sundayOpening, other].map((round) => ({ round, circle: bakery, now: tuesday }));
    const view = roundListModal(seen, words);
    expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual([]);
    const json = JSON.stringify(view.blocks);
    expect(json).toContain('"value":"round-sunday"');
    expect(json).toContain('"accessibility_label":"Choose P-32: A second oven"');
  });

  test('says how many more there are than it shows', () => {
    const seen = Array.from({ length: 42 }, (_, index) => ({
      round: { ...sundayOpening, id: roundId(`r_${index}`) },
      circle: bakery,
      now: tuesday,
    }));
    const view = roundListModal(seen, words);
    expect(problemsOfView(view)).toEqual([]);
    expect(shownIn(view.blocks)).toContain('12 more rounds are open.');
  });
});

test('whatever people write, Slack takes the modals', () => {
  fc.assert(
    fc.property(extremeTexts, (texts) => {
      const seen = { round: objectedRound(texts), circle: bakery, now: thursday };
      for (const view of [waysModal({ ...seen, by: cai }, words), roundListModal([seen], words)]) {
        expect(problemsOfView(view)).toEqual([]);
        expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});
