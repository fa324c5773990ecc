import { describe, expect, test } from 'vitest';
import { noticesOf } from '../../src/core/notice.ts';
import { WAY_TEXT_MAX } from '../../src/core/pausing.ts';
import type { MemberId } from '../../src/core/ids.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { URGENT_WINDOW_HOURS } from '../../src/core/shortening.ts';
import { closableFrom, stateOf } from '../../src/core/standing.ts';
import { whyNot } from '../../src/core/ways-on.ts';
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
  consents,
  DAY,
  deadline,
  decides,
  dee,
  eli,
  fay,
  goesOnLeave,
  goesToMeeting,
  gus,
  HOUR,
  joinsCircle,
  MINUTE,
  monday,
  objects,
  olu,
  parks,
  sundayAutomatic,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

/** On Tuesday Ana makes it Thursday, 17:00; it was Monday. */
const thursdayAt5 = bakeryTime('2026-06-04 17:00');
const shorten = (by: MemberId = ana, deadlineAt = thursdayAt5, more: object = {}) =>
  ({
    type: 'shorten',
    deadlineAt,
    reason: ' The oven breaks. ',
    at: tuesday,
    by,
    ...more,
  }) as const;
const shortened = {
  type: 'deadline_shortened',
  deadlineAt: thursdayAt5,
  reason: 'The oven breaks.',
  at: tuesday,
  by: ana,
} as const satisfies RoundEvent;
/** Before the nudge at half time. */
const soon = tuesday + HOUR;
const giveBack = (by: MemberId = eli, at = soon) => ({ type: 'give_time_back', at, by }) as const;
const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;
const untilFurther = { fromOn: '2026-06-01', untilOn: null };
const nobodyFacilitates = bakeryAfter(
  goesOnLeave(ana, untilFurther),
  goesOnLeave(cai, untilFurther),
);

describe('a shorter deadline', () => {
  test('is a facilitator’s, with a reason, and is kept with who and why', () => {
    const then = given(sundayOpening).when(shorten());
    then.happens(shortened);
    expect(then.round.deadlineAt).toBe(thursdayAt5);
    expect(then.round.extensions).toEqual([
      {
        at: tuesday,
        by: ana,
        deadlineAt: thursdayAt5,
        cause: 'urgency',
        reason: 'The oven breaks.',
      },
    ]);
    expect(then.round.shortened).toMatchObject({ insteadOf: deadline, givenBackBy: null });
  });

  test.each([
    ['a member', eli, 'not_facilitator'],
    ['the proposer', ben, 'not_facilitator'],
    ['a learning member', fay, 'member_not_asked'],
    ['a guest', gus, 'member_not_asked'],
    ['somebody from outside', olu, 'not_in_circle'],
  ] as const)('is not for %s to make', (_, by, code) => {
    given(sundayOpening).when(shorten(by)).refused(code);
  });

  test('is a stand-in’s while no facilitator is here, and says so first', () => {
    const { events } = given(sundayOpening).in(nobodyFacilitates).when(shorten(eli));
    const own = events.filter(({ by }) => by === eli);
    expect(own).toMatchObject([{ type: 'stand_in_declared' }, { type: 'deadline_shortened' }]);
    const { refusal } = given(sundayOpening).in(nobodyFacilitates).when(shorten(ben));
    expect(refusal?.code).toBe('not_facilitator');
  });

  test.each([
    ['24 hours from now', tuesday + URGENT_WINDOW_HOURS * HOUR, null],
    ['less than that', tuesday + URGENT_WINDOW_HOURS * HOUR - MINUTE, 'deadline_too_soon'],
    ['in the past', monday, 'deadline_past'],
    ['a Sunday', bakeryTime('2026-06-07 12:00'), 'deadline_not_working_day'],
    ['a night', bakeryTime('2026-06-04 23:00'), 'deadline_at_night'],
    ['the present deadline', deadline, 'deadline_not_earlier'],
    ['a later one', deadline + DAY, 'deadline_not_earlier'],
  ] as const)('may be, or not: %s', (_, deadlineAt, code) => {
    const { refusal } = given(sundayOpening).when(shorten(ana, deadlineAt));
    expect(refusal?.code ?? null).toBe(code);
  });

  test.each([
    ['   ', 'text_missing'],
    ['x'.repeat(WAY_TEXT_MAX + 1), 'text_too_long'],
  ] as const)('needs a reason that fits', (reason, code) => {
    const when = given(sundayOpening).when(shorten(ana, thursdayAt5, { reason }));
    when.refused(code, { field: 'reason' });
  });

  test('does not cut a hold short', () => {
    const held = given(sundayOpening, asksTime(dee));
    const untilAt = bakeryTime('2026-06-05 17:00');
    held.when(shorten()).refused('deadline_before_hold', { untilAt });
    expect(held.when(shorten(ana, untilAt)).refusal).toBeNull();
  });

  test('is too late to make where less than 24 hours are left', () => {
    given(sundayOpening, objects(dee))
      .when(shorten(ana, deadline - HOUR, { at: bakeryTime('2026-06-07 18:00') }))
      .refusedAfter([{}, {}], 'too_late_to_shorten', { deadlineAt: deadline });
  });

  test('comes once for a text, also where the time was given back', () => {
    given(sundayOpening, shortened)
      .when(shorten(cai, bakeryTime('2026-06-03 17:00')))
      .refused('shortened_before', { givenBackBy: null });
    given(sundayOpening, shortened, { type: 'deadline_given_back', deadlineAt: deadline, ...by() })
      .when(shorten(cai, bakeryTime('2026-06-05 17:00'), { at: soon }))
      .refused('shortened_before', { givenBackBy: eli });
  });

  test.each([
    ['parked', parks(monday), 'round_parked'],
    ['at a meeting', goesToMeeting(monday), 'round_at_meeting'],
    ['handed on', handedOn(), 'round_handed_on'],
    ['decided', decides(monday), 'round_ended'],
  ] as const)('is not for a round that is %s', (_, event, code) => {
    expect(given(sundayOpening, event).when(shorten()).refusal?.code).toBe(code);
    const { refusal } = given(sundayOpening, shortened, event).when(giveBack());
    expect(refusal?.code).toBe(code);
  });

  test('is not for the question step', () => {
    const step = { questionsUntilAt: bakeryTime('2026-06-03 17:00'), isSkipped: false };
    const round = replayRound([{ ...sundayOpened, step }]);
    given(round).when(shorten()).refused('round_in_questions');
    given(round).when(giveBack(eli, tuesday)).refused('round_in_questions');
  });

  test.each(['floor', 'lazy'] as const)('never makes silence enough sooner: %s', (policy) => {
    const terms = { ...sundayOpened.terms, silencePolicy: policy };
    given(replayRound([{ ...sundayOpened, terms }]))
      .when(shorten())
      .refused('silence_needs_its_time', { policy });
  });
});

describe('a shortened deadline', () => {
  test('lets nobody close sooner: everyone’s consent and 24 hours, as before', () => {
    const { round } = given(sundayOpening, shortened, ...allConsentBut([eli], tuesday));
    expect(whyNot('decide', round, { by: ana, at: thursday, circle: bakery })?.code).toBe(
      'members_silent',
    );
    expect(closableFrom(round)).toBe(monday + DAY);
    const short = given(sundayOpening).when(
      shorten(ana, bakeryTime('2026-06-02 12:00'), { at: bakeryTime('2026-06-01 11:00') }),
    );
    expect(closableFrom(short.round)).toBe(monday + DAY);
  });

  test('waits for the silent, with the automatic extension, and closes nothing by itself', () => {
    const silent = given(sundayAutomatic, shortened, ...allConsentBut([eli]));
    const { events, round } = silent.when(look(thursdayAt5));
    expect(events.map(({ type }) => type)).toEqual(['deadline_passed', 'deadline_extended']);
    expect(round.ending).toBeNull();
    expect(round.deadlineAt).toBe(bakeryTime('2026-06-09 17:00'));
  });

  test('closes by itself where everyone consents, at the earliest after 24 hours', () => {
    const all = given(sundayAutomatic, shortened, ...allConsent(tuesday));
    const { round } = all.when(look(thursdayAt5));
    expect(round.ending).toMatchObject({ kind: 'decided', at: tuesday + 2 * HOUR });
  });

  test('is moved by a hold that ends later, as ever', () => {
    const then = given(sundayOpening, shortened).when({
      ...({ type: 'ask_more_time', needs: null } as const),
      ...{ at: soon, by: dee },
    });
    const untilAt = bakeryTime('2026-06-05 17:00');
    then.happens({ type: 'more_time_asked' }, { type: 'deadline_extended', deadlineAt: untilAt });
  });

  test('gets the time of an outage back (§10 case 24)', () => {
    const { round } = given(sundayOpening, shortened, ...allConsentBut([eli])).when({
      type: 'add_back_outage',
      outageFrom: thursdayAt5 - HOUR,
      outageTo: thursdayAt5 + HOUR,
      at: thursdayAt5 + HOUR,
      by: null,
    });
    expect(round.extensions.at(-1)).toMatchObject({ cause: 'outage' });
    expect(round.deadlineAt).toBe(bakeryTime('2026-06-08 17:00'));
  });

  test('lets the nudges go whose time is over, and asks the silent at once', () => {
    const { round } = given(sundayOpening, consents(eli)).when(
      shorten(ana, tuesday + 24 * HOUR, { at: tuesday }),
    );
    expect(round.marks).toMatchObject({ halfTimeAt: tuesday, dayBeforeAt: tuesday });
    const told = noticesOf({ ...shortened, at: tuesday }, round, bakery);
    const nudged = told.flatMap((notice) => (notice.kind === 'nudge' ? [notice.to] : []));
    expect(nudged).toEqual([ana, ben, cai, dee]);
    expect(told.some(({ kind }) => kind === 'thread')).toBe(true);
  });

  test('is forgotten when a window begins anew', () => {
    const met = given(sundayOpening, shortened, goesToMeeting(wednesday)).when({
      ...({ type: 'resume', deadlineAt: bakeryTime('2026-06-12 17:00') } as const),
      ...{ at: thursday, by: ana },
    });
    expect(met.round.shortened).toBeNull();
    given(met.round).when(giveBack(eli, thursday)).refused('no_time_to_give_back');
    expect(
      given(met.round).when(shorten(ana, bakeryTime('2026-06-09 17:00'), { at: thursday })).refusal,
    ).toBeNull();
  });
});

describe('“Give it the time back”', () => {
  test.each([eli, ben, ana])('is any asked member’s, at once (%s)', (by) => {
    const then = given(sundayOpening, shortened).when(giveBack(by));
    then.happens({ type: 'deadline_given_back', deadlineAt: deadline, by });
    expect(then.round).toMatchObject({ deadlineAt: deadline, shortened: { givenBackBy: by } });
    expect(then.round.extensions.at(-1)).toMatchObject({ cause: 'given_back', by });
  });

  test('takes nobody’s own extension', () => {
    const { round } = given(sundayOpening, shortened).when(giveBack());
    const later = bakeryTime('2026-06-10 17:00');
    const extend = { type: 'extend', deadlineAt: later, reason: null, at: soon } as const;
    given(round)
      .when({ ...extend, by: eli })
      .happens({ cause: 'member', by: eli });
  });

  test('gives the automatic extension back too', () => {
    const extended = given(sundayOpening, shortened, ...allConsentBut([eli], tuesday)).when(
      look(bakeryTime('2026-06-04 18:00')),
    );
    const shorterYet = { ...extended.round, deadlineAt: bakeryTime('2026-06-05 17:00') };
    const { round } = given(shorterYet).when(giveBack(eli, bakeryTime('2026-06-05 10:00')));
    const { round: later } = given(round).when(look(deadline));
    expect(later.extensions.map(({ cause }) => cause)).toEqual([
      'urgency',
      'silence',
      'given_back',
      'silence',
    ]);
  });

  test('comes once, and whoever is second hears who was first', () => {
    const { round } = given(sundayOpening, shortened).when(giveBack(dee));
    given(round).when(giveBack(eli)).refused('no_time_to_give_back', { givenBackBy: dee });
  });

  test.each([
    ['nothing was shortened', sundayOpening, soon],
    ['the deadline is later by now', extendedSince(), soon],
  ] as const)('is refused where %s', (_, round, at) => {
    given(round).when(giveBack(eli, at)).refused('no_time_to_give_back', { givenBackBy: null });
  });

  test('is refused where the old deadline is over', () => {
    const objected = given(sundayOpening, shortened, objects(dee));
    const { refusal } = objected.when(giveBack(eli, deadline));
    expect(refusal).toEqual({ code: 'no_time_to_give_back', givenBackBy: null });
  });

  test.each([
    ['a learning member', fay, bakery, 'member_not_asked'],
    ['who joined since', olu, bakeryAfter(joinsCircle(olu, tuesday)), 'member_not_asked'],
    ['somebody from outside', olu, bakery, 'not_in_circle'],
  ] as const)('is not for %s', (_, by, circle, code) => {
    given(sundayOpening, shortened).in(circle).when(giveBack(by)).refused(code);
  });

  test('opens the window again for objections that were being worked on', () => {
    const objected = given(sundayOpening, shortened, objects(dee, tuesday));
    const late = thursdayAt5 + HOUR;
    const { round: before } = objected.when(look(late));
    expect(stateOf(before, late)).toBe('integrating');
    const { round } = given(before).when(giveBack(eli, late));
    expect(stateOf(round, late)).toBe('objections_open');
  });
});

function by() {
  return { at: tuesday, by: eli };
}

function handedOn() {
  return {
    ...({ type: 'round_handed_on', kind: 'passed_on', to: 'Mill', channelId: null } as const),
    ...{ reason: 'Theirs', summary: 'Sundays', at: monday, by: ana },
  };
}

function extendedSince(): Round {
  const { round } = given(sundayOpening, shortened, {
    ...({ type: 'deadline_extended', cause: 'facilitator', reason: null } as const),
    ...{ deadlineAt: deadline + DAY, at: tuesday, by: cai },
  });
  return round;
}
