import { describe, expect, test } from 'vitest';
import { WAY_TEXT_MAX } from '../../src/core/pausing.ts';
import { MEMBER_EXTENSION_WORKING_DAYS } from '../../src/core/ways-on.ts';
import { waysOn, WAYS_ON, whyNot } from '../../src/core/ways-on.ts';
import {
  allConsent,
  ana,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  consents,
  DAY,
  dayAfterDeadline,
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
  objects,
  olu,
  parks,
  sundayOpening,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const at = wednesday;
const untilFurther = { fromOn: '2026-06-01', untilOn: null };
const nobodyFacilitates = bakeryAfter(
  goesOnLeave(ana, untilFurther),
  goesOnLeave(cai, untilFurther),
);
const wednesdayAfter = bakeryTime('2026-06-10 17:00');
const extend = (by = ana, deadlineAt = wednesdayAfter, reason: string | null = null) =>
  ({ type: 'extend', deadlineAt, reason, at, by }) as const;
const park = (by = ana, details: object = {}) => ({
  ...({
    type: 'park',
    nextStep: 'Ask the landlord',
    who: dee,
    untilOn: '2026-07-01',
  } as const),
  at,
  by,
  ...details,
});
const resume = (by = ana, deadlineAt = wednesdayAfter) =>
  ({ type: 'resume', deadlineAt, at, by }) as const;
const meet = (by = eli, note: string | null = null) =>
  ({ type: 'to_meeting', note, at, by }) as const;
const withdraw = (by = ben, reason: string | null = null) =>
  ({ type: 'withdraw', reason, at, by }) as const;

describe('every way on', () => {
  test('is listed for everybody, in one order, each with what stands in its way', () => {
    const ways = waysOn(sundayOpening, { by: eli, at, circle: bakery });
    expect(ways.map(({ way }) => way)).toEqual([...WAYS_ON]);
    expect(ways.map(({ refused }) => refused?.code ?? null)).toEqual([
      'members_silent',
      'not_publisher',
      null,
      'not_facilitator',
      null,
      'round_not_at_meeting',
      'not_facilitator',
      'round_not_paused',
      'not_facilitator',
      'not_facilitator',
      'not_proposer',
      'not_facilitator',
    ]);
  });

  test('is over when the round has ended', () => {
    const { round } = given(sundayOpening, ...allConsent(), decides(tuesday));
    const codes = waysOn(round, { by: ana, at, circle: bakery }).map(
      ({ refused }) => refused?.code,
    );
    expect(new Set(codes)).toEqual(new Set(['round_ended']));
  });

  test.each([
    ['a learning member', fay, 'member_not_asked'],
    ['a guest', gus, 'member_not_asked'],
    ['somebody from outside, administrator or not', olu, 'not_in_circle'],
  ] as const)('is closed to %s (§D11)', (_, by, code) => {
    for (const way of WAYS_ON) {
      expect(whyNot(way, sundayOpening, { by, at, circle: bakery })?.code).toBe(code);
    }
    given(sundayOpening).when(withdraw(by)).refused(code);
  });

  test('is open to a member who joined after the opening, as to any other', () => {
    const joined = given(sundayOpening).in(bakeryAfter(joinsCircle(olu, tuesday)));
    joined.when(meet(olu)).happens({ type: 'taken_to_meeting', by: olu });
  });
});

describe('extending', () => {
  test('a facilitator extends as often as needed, and each one is kept', () => {
    const once = given(sundayOpening).when(extend(ana, wednesdayAfter, ' Holidays '));
    once.happens({
      type: 'deadline_extended',
      deadlineAt: wednesdayAfter,
      cause: 'facilitator',
      reason: 'Holidays',
      by: ana,
    });
    const twice = given(once.round).when(extend(ana, wednesdayAfter + DAY));
    expect(twice.round.deadlineAt).toBe(wednesdayAfter + DAY);
    expect(twice.round.extensions).toMatchObject([
      { at, by: ana, cause: 'facilitator', reason: 'Holidays', deadlineAt: wednesdayAfter },
      { at, by: ana, cause: 'facilitator', reason: null, deadlineAt: wednesdayAfter + DAY },
    ]);
  });

  test('a deciding member extends once, by up to three working days', () => {
    expect(MEMBER_EXTENSION_WORKING_DAYS).toBe(3);
    const latestAt = bakeryTime('2026-06-11 17:00');
    given(sundayOpening)
      .when(extend(eli, latestAt + MINUTE))
      .refused('extension_too_long', { latestAt });
    const once = given(sundayOpening).when(extend(eli, latestAt));
    once.happens({ type: 'deadline_extended', cause: 'member', by: eli });
    given(once.round)
      .when(extend(eli, latestAt + DAY))
      .refused('already_extended', { facilitators: [ana, cai] });
    const caiAway = given(once.round).in(bakeryAfter(goesOnLeave(cai, untilFurther)));
    expect(caiAway.when(extend(eli, latestAt + DAY)).refusal).toEqual({
      code: 'already_extended',
      facilitators: [ana],
    });
    given(once.round)
      .when(extend(dee, latestAt + DAY))
      .happens({ cause: 'member', by: dee });
  });

  test('after the deadline a member counts their three working days from now', () => {
    const latestAt = bakeryTime('2026-06-16 17:00');
    const late = bakeryTime('2026-06-11 18:00');
    // With an objection open there is no automatic extension to move the deadline first.
    const waiting = given(sundayOpening, objects(dee));
    const { refusal } = waiting.when({ ...extend(eli, latestAt + HOUR), at: late });
    expect(refusal).toEqual({ code: 'extension_too_long', latestAt });
    expect(waiting.when({ ...extend(eli, latestAt), at: late }).refusal).toBeNull();
  });

  test('while no facilitator is here any member extends like one', () => {
    const alone = given(sundayOpening).in(nobodyFacilitates);
    const { events } = alone.when(extend(eli, bakeryTime('2026-06-26 17:00')));
    expect(events.at(-1)).toMatchObject({ cause: 'facilitator', by: eli });
  });

  test.each([
    ['an earlier moment', deadline - HOUR, at, 'deadline_not_later'],
    ['the same moment', deadline, at, 'deadline_not_later'],
    ['a moment that is over', dayAfterDeadline, bakeryTime('2026-06-11 16:00'), 'deadline_past'],
    ['a Sunday', bakeryTime('2026-06-14 12:00'), at, 'deadline_not_working_day'],
    ['a night', bakeryTime('2026-06-10 23:00'), at, 'deadline_at_night'],
    ['half a year', bakeryTime('2026-12-01 12:00'), at, 'deadline_too_far'],
  ] as const)('%s is refused', (_, deadlineAt, when, code) => {
    const extended = given(sundayOpening, objects(dee)).when({
      ...extend(ana, deadlineAt),
      at: when,
    });
    const { refusal, events } = extended;
    expect(refusal?.code).toBe(code);
    expect(events.filter(({ by }) => by !== null)).toEqual([]);
  });

  test('its reason has a limit', () => {
    given(sundayOpening)
      .when(extend(ana, wednesdayAfter, 'x'.repeat(WAY_TEXT_MAX + 1)))
      .refused('text_too_long', { field: 'reason', max: WAY_TEXT_MAX });
  });

  test('a round whose clock stands still is resumed instead', () => {
    given(sundayOpening, goesToMeeting(tuesday)).when(extend(ana)).refused('round_at_meeting');
    given(sundayOpening, parks(tuesday)).when(extend(ana)).refused('round_parked');
  });
});

describe('taking to a meeting', () => {
  test('any deciding member may, at any time, with a note or without', () => {
    given(sundayOpening, objects(dee))
      .when(meet(eli, ' Let us talk. '))
      .happens({ type: 'taken_to_meeting', note: 'Let us talk.', by: eli });
    given(sundayOpening, parks(tuesday)).when(meet(eli)).happens({ type: 'taken_to_meeting' });
  });

  test('stops the clock: nothing moves by itself', () => {
    const meeting = given(sundayOpening, ...allConsent(), goesToMeeting(tuesday));
    meeting.when({ type: 'look_at_clock', at: dayAfterDeadline + 30 * DAY, by: null }).happens();
  });

  test('is done once', () => {
    given(sundayOpening, goesToMeeting(tuesday)).when(meet(eli)).refused('round_at_meeting');
  });

  test('its note has a limit', () => {
    given(sundayOpening)
      .when(meet(eli, 'x'.repeat(WAY_TEXT_MAX + 1)))
      .refused('text_too_long', { field: 'note' });
  });
});

describe('parking', () => {
  test('a facilitator or the proposer parks, with a next step, who does it and a date', () => {
    given(sundayOpening)
      .when(park(ana, { nextStep: ' Ask the landlord ' }))
      .happens({
        type: 'round_parked',
        nextStep: 'Ask the landlord',
        who: dee,
        untilOn: '2026-07-01',
        by: ana,
      });
    given(sundayOpening).when(park(ben)).happens({ type: 'round_parked', by: ben });
    given(sundayOpening, goesToMeeting(tuesday)).when(park(ana)).happens({ type: 'round_parked' });
  });

  test('another member does not, unless no facilitator is here', () => {
    given(sundayOpening)
      .when(park(eli))
      .refused('not_facilitator', { facilitators: [ana, cai], proposer: ben });
    const own = { ...sundayOpening, proposedBy: cai };
    expect(given(own).when(park(eli)).refusal).not.toHaveProperty('proposer');
    const away = bakeryAfter(goesOnLeave(ben, { fromOn: '2026-06-01', untilOn: null }));
    const { refusal } = given(sundayOpening).in(away).when(park(eli));
    expect(refusal).toMatchObject({ code: 'not_facilitator' });
    expect(refusal).not.toHaveProperty('proposer');
    const alone = given(sundayOpening).in(nobodyFacilitates);
    expect(alone.when(park(eli)).events.at(-1)).toMatchObject({ type: 'round_parked', by: eli });
  });

  test.each([
    ['no next step', { nextStep: ' ' }, 'text_missing'],
    ['too long a next step', { nextStep: 'x'.repeat(WAY_TEXT_MAX + 1) }, 'text_too_long'],
    ['somebody from outside', { who: olu }, 'park_who_not_in_circle'],
    ['a date that is today', { untilOn: '2026-06-03' }, 'park_date_not_ahead'],
    ['a date that is over', { untilOn: '2026-05-01' }, 'park_date_not_ahead'],
  ] as const)('with %s is refused', (_, details, code) => {
    given(sundayOpening).when(park(ana, details)).refused(code);
  });

  test('is done once', () => {
    given(sundayOpening, parks(tuesday)).when(park(ana)).refused('round_parked');
  });
});

describe('resuming', () => {
  const paused = [parks(tuesday), goesToMeeting(tuesday)];

  test.each(paused)('goes on with the same version and answers after $type', (pause) => {
    for (const by of [ana, ben]) {
      const resumed = given(sundayOpening, consents(eli), objects(dee), pause).when(resume(by));
      resumed.happens({ type: 'round_resumed', deadlineAt: wednesdayAfter, by });
      expect(resumed.round).toMatchObject({ pause: null, deadlineAt: wednesdayAfter });
      expect(resumed.round.versions).toEqual(sundayOpening.versions);
      expect([...resumed.round.answers.keys()]).toEqual([eli, dee]);
    }
  });

  test('another member does not, unless no facilitator is here', () => {
    const parked = given(sundayOpening, parks(tuesday));
    parked.when(resume(eli)).refused('not_facilitator');
    const { refusal } = parked.in(nobodyFacilitates).when(resume(eli));
    expect(refusal).toBeNull();
  });

  test('a round that is not paused is not resumed', () => {
    given(sundayOpening).when(resume(ana)).refused('round_not_paused');
  });

  test.each([
    ['too soon', at + DAY - MINUTE, 'deadline_too_soon'],
    ['already over', at - DAY, 'deadline_past'],
    ['on a Saturday', bakeryTime('2026-06-13 12:00'), 'deadline_not_working_day'],
    ['at night', bakeryTime('2026-06-11 23:00'), 'deadline_at_night'],
    ['too far', bakeryTime('2026-12-11 12:00'), 'deadline_too_far'],
  ] as const)('a new deadline that is %s is refused', (_, deadlineAt, code) => {
    given(sundayOpening, parks(tuesday)).when(resume(ana, deadlineAt)).refused(code);
  });

  test('nudges whose time was missed are let go', () => {
    const late = bakeryTime('2026-06-30 12:00');
    const deadlineAt = bakeryTime('2026-07-01 12:00');
    const resumed = given(sundayOpening, parks(tuesday)).when({
      ...resume(ana, deadlineAt),
      at: late,
    });
    resumed.happens({ type: 'round_resumed' });
    given(resumed.round)
      .when({ type: 'look_at_clock', at: deadlineAt - MINUTE, by: null })
      .happens();
  });
});

describe('taking the proposal back', () => {
  test('its proposer may until the round has ended, with a reason or without', () => {
    for (const events of [[], [parks(tuesday)], [goesToMeeting(tuesday)]]) {
      const taken = given(sundayOpening, ...events).when(withdraw(ben, ' Not now. '));
      taken.happens({ type: 'round_withdrawn', reason: 'Not now.', by: ben });
      expect(taken.round).toMatchObject({
        pause: null,
        ending: { kind: 'withdrawn', reason: 'Not now.', at, by: ben },
      });
    }
  });

  test('nobody else may, facilitators included', () => {
    given(sundayOpening).when(withdraw(ana)).refused('not_proposer', { proposer: ben });
    given(sundayOpening)
      .in(nobodyFacilitates)
      .when(withdraw(eli))
      .refusedAfter([{ type: 'member_excused' }, { type: 'member_excused' }], 'not_proposer');
  });

  test('its reason has a limit', () => {
    given(sundayOpening)
      .when(withdraw(ben, 'x'.repeat(WAY_TEXT_MAX + 1)))
      .refused('text_too_long', { field: 'reason' });
  });
});
