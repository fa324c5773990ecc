import { describe, expect, test } from 'vitest';
import { addDays, instantOf, isWorkingDay, type Calendar } from '../../src/core/calendar.ts';
import type { CircleEvent } from '../../src/core/circle.ts';
import type { CircleForm } from '../../src/core/circle-form.ts';
import { catchUp } from '../../src/core/clock.ts';
import {
  checkCalendar,
  CLOSED_DAYS_MAX,
  closedDaysAfter,
  closedDaysWithin,
  daysFrom,
  REST_DAYS_MAX,
  spansOf,
} from '../../src/core/closed-days.ts';
import { standInLatest } from '../../src/core/closing.ts';
import { presetDeadlines } from '../../src/core/deadline.ts';
import {
  allConsent,
  ana,
  asksTime,
  bakery,
  bakeryAfter,
  bakeryRoster,
  bakerySettings,
  bakeryTime,
  ben,
  cai,
  consents,
  deadline,
  dee,
  eli,
  friday,
  monday,
  parks,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given, givenCircle } from '../support/given.ts';

const usual = bakerySettings.calendar;
const today = '2026-06-01';
const rowOf = (from: string, count: number, step = 1) =>
  Array.from({ length: count }, (_, n) => addDays(from, n * step));
const calendarWith = (changes: Partial<Calendar>): Calendar => ({ ...usual, ...changes });
const changes = (calendar: Partial<Calendar>, at = monday, by = ana) => {
  const settings = { ...bakerySettings, calendar: calendarWith(calendar) };
  const form: CircleForm = { settings, roster: bakeryRoster, facilitators: [ana, cai] };
  return { type: 'change_circle', form, at, by } as const;
};
const changed = (calendar: Partial<Calendar>, at = tuesday): CircleEvent => ({
  type: 'settings_changed',
  changes: { calendar: calendarWith(calendar) },
  at,
  by: ana,
});

describe('the circle’s calendar', () => {
  test('is changed as a whole, by who keeps the circle', () => {
    const closedDays = ['2026-12-24', '2026-12-25'];
    const workingWeekdays = [1, 2, 3, 4];
    givenCircle(bakery)
      .when(changes({ closedDays, workingWeekdays }))
      .happens({
        type: 'settings_changed',
        changes: { calendar: { timeZone: 'Europe/Berlin', workingWeekdays, closedDays } },
      });
    givenCircle(bakery)
      .when(changes({ closedDays }, monday, ben))
      .refused('not_circle_keeper');
    givenCircle(bakery).when(changes({})).happens();
  });

  test('needs a weekday on which the circle works', () => {
    for (const workingWeekdays of [[], [0], [8]]) {
      givenCircle(bakery)
        .when(changes({ workingWeekdays }))
        .refused('working_weekday_missing', { field: 'working_weekdays' });
    }
    givenCircle(bakery)
      .when(changes({ workingWeekdays: [7] }))
      .happens({ type: 'settings_changed' });
  });

  test('holds a limited number of closed days to come; passed ones are not counted', () => {
    const most = rowOf('2026-07-01', CLOSED_DAYS_MAX, 2);
    const passed = rowOf('2026-01-01', 60);
    givenCircle(bakery)
      .when(changes({ closedDays: [...passed, ...most] }))
      .happens({ type: 'settings_changed' });
    givenCircle(bakery)
      .when(changes({ closedDays: [...most, '2026-07-02'] }))
      .refused('too_many_closed_days', { field: 'closed_days', max: CLOSED_DAYS_MAX });
  });

  test('leaves a working day in sight', () => {
    const mondays = rowOf('2026-07-06', 18, 7);
    const rests = { workingWeekdays: [1], closedDays: mondays };
    givenCircle(bakery)
      .when(changes(rests))
      .refused('rest_too_long', { field: 'closed_days', from: '2026-06-30', max: REST_DAYS_MAX });
    expect(checkCalendar(calendarWith({ ...rests, workingWeekdays: [1, 2] }), monday)).toBeNull();
    const closedDays = rowOf('2026-07-07', CLOSED_DAYS_MAX);
    expect(checkCalendar(calendarWith({ closedDays }), monday)).toBeNull();
    expect(presetDeadlines(monday, calendarWith({ closedDays }), 7)).not.toEqual([]);
  });

  const weekdays = (from: string, to: string) =>
    rowOf(from, 150).filter((day) => day <= to && isWorkingDay(day, usual));
  test.each([
    // The Tuesday before the first closed Monday until the Sunday after the last.
    ['one weekday, 118 days', [1], rowOf('2026-07-06', 16, 7), null],
    ['one weekday, 125 days', [1], rowOf('2026-07-06', 17, 7), '2026-06-30'],
    ['five weekdays, 120 days', undefined, weekdays('2026-07-07', '2026-11-03'), null],
    ['five weekdays, 121 days', undefined, weekdays('2026-07-07', '2026-11-04'), '2026-07-07'],
    // The weekends before and after are of the same rest.
    ['with weekends, 118 days', undefined, weekdays('2026-07-06', '2026-10-29'), null],
    ['with weekends, 121 days', undefined, weekdays('2026-07-06', '2026-10-30'), '2026-07-04'],
    // It began before today, and the days that have passed are of it.
    ['begun before, 120 days', undefined, weekdays('2026-05-05', '2026-09-01'), null],
    ['begun before, 121 days', undefined, weekdays('2026-05-05', '2026-09-02'), '2026-05-05'],
    ['begun long before', undefined, rowOf('2025-12-02', 200), '2026-02-01'],
  ])('counts a rest from its first day to its last: %s', (_, workingWeekdays, closedDays, from) => {
    const calendar = calendarWith({ closedDays, ...(workingWeekdays && { workingWeekdays }) });
    const refusal = { code: 'rest_too_long', field: 'closed_days', from, max: REST_DAYS_MAX };
    expect(checkCalendar(calendar, monday)).toEqual(from === null ? null : refusal);
  });

  test('is checked when the circle is set up, too', () => {
    const { id, teamId, channelId } = bakery;
    const { form } = changes({ workingWeekdays: [] });
    const create = { type: 'create_circle', id, teamId, channelId, form } as const;
    givenCircle(null)
      .when({ ...create, at: monday, by: ana })
      .refused('working_weekday_missing');
  });
});

describe('closed days after the form', () => {
  test('are those it names; passed ones stay, though it does not show them', () => {
    const before = ['2026-05-01', '2026-12-25'];
    expect(closedDaysAfter(before, ['2026-12-24'], today)).toEqual(['2026-05-01', '2026-12-24']);
    expect(closedDaysAfter(before, [], today)).toEqual(['2026-05-01']);
  });

  test('let go of what is more than a year old, when they change', () => {
    const before = ['2024-12-25', '2026-05-01', '2026-12-25'];
    expect(closedDaysAfter(before, ['2026-12-25'], today)).toBe(before);
    expect(closedDaysAfter(before, ['2026-12-26'], today)).toEqual(['2026-05-01', '2026-12-26']);
  });

  test('are in order, each once', () => {
    const named = ['2026-12-26', '2026-12-25', '2026-12-26'];
    expect(closedDaysAfter([], named, today)).toEqual(['2026-12-25', '2026-12-26']);
    expect(daysFrom(named, '2026-12-26')).toEqual(['2026-12-26']);
  });

  test('belong together where they follow one another', () => {
    expect(spansOf(['2027-01-01', '2026-12-30', '2026-12-31', '2027-01-03'])).toEqual([
      { from: '2026-12-30', to: '2027-01-01' },
      { from: '2027-01-03', to: '2027-01-03' },
    ]);
    expect(spansOf([])).toEqual([]);
  });
});

describe('closed days inside a window', () => {
  const calendar = calendarWith({ closedDays: ['2026-06-04', '2026-06-06', '2026-06-08'] });

  test('are working weekdays whose noon lies in it', () => {
    expect(closedDaysWithin(monday, deadline, calendar)).toEqual(['2026-06-04', '2026-06-08']);
    expect(closedDaysWithin(monday, bakeryTime('2026-06-08 11:00'), calendar)).toEqual([
      '2026-06-04',
    ]);
    const afternoon = instantOf('2026-06-04', 13, 0, calendar.timeZone);
    expect(closedDaysWithin(afternoon, friday, calendar)).toEqual([]);
  });

  test('are days on which no deadline falls', () => {
    const presets = presetDeadlines(monday, calendar, 7);
    expect(presets.map(({ at }) => at)).not.toContain(deadline);
    expect(presets).toContainEqual({
      preset: 'three_working_days',
      at: bakeryTime('2026-06-05 17:00'),
    });
  });
});

describe('a change of the calendar while a round is open', () => {
  const closed = bakeryAfter(changed({ closedDays: ['2026-06-05', '2026-06-08', '2026-06-09'] }));
  const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;

  test('moves neither its deadline nor a hold, and brings nothing at all', () => {
    const held = given(sundayOpening, asksTime(dee));
    const { round } = held.in(closed).when(look(wednesday));
    held.in(closed).when(look(wednesday)).happens();
    expect(round.deadlineAt).toBe(deadline);
    expect(round.answers.get(dee)).toMatchObject({ untilAt: bakeryTime('2026-06-05 17:00') });
    const events = catchUp(round, {
      circle: closed,
      now: bakeryTime('2026-06-05 17:00'),
      decisionNumber: 12,
    });
    expect(events).toContainEqual(expect.objectContaining({ type: 'hold_ended' }));
  });

  test('counts for what is worked out from then on: a hold, the extension at the deadline', () => {
    const { events } = given(sundayOpening)
      .in(closed)
      .when({ type: 'ask_more_time', needs: null, at: thursday, by: eli });
    expect(events).toMatchObject([
      { type: 'more_time_asked', untilAt: bakeryTime('2026-06-12 17:00') },
      { type: 'deadline_extended', cause: 'hold' },
    ]);
    const silent = given(sundayOpening, consents(ana)).in(closed).when(look(deadline));
    expect(silent.events).toContainEqual(
      expect.objectContaining({
        type: 'deadline_extended',
        cause: 'silence',
        deadlineAt: bakeryTime('2026-06-12 17:00'),
      }),
    );
  });

  test('counts for working days that run: the stand-in waits for two that are left', () => {
    const { round } = given(sundayOpening, ...allConsent());
    expect(standInLatest(round, bakery)).toBe(thursday);
    const sooner = bakeryAfter(changed({ closedDays: ['2026-06-04'] }));
    expect(standInLatest(round, sooner)).toBe(friday);
  });

  test('lets a parked round come back on the next day on which the circle works', () => {
    const { round } = given(sundayOpening, parks(tuesday, '2026-06-05'));
    const woken = (circle: typeof bakery, at: number) =>
      catchUp(round, { circle, now: at, decisionNumber: 12 }).map(({ type }) => type);
    expect(woken(bakery, bakeryTime('2026-06-05 12:00'))).toEqual(['round_woke']);
    expect(woken(closed, bakeryTime('2026-06-05 12:00'))).toEqual([]);
    expect(woken(closed, bakeryTime('2026-06-10 12:00'))).toEqual(['round_woke']);
  });

  test('a deadline that somebody types for a closed day is refused with a possible one', () => {
    const at = wednesday;
    const extend = { type: 'extend', reason: null, at, by: ana } as const;
    given(sundayOpening)
      .in(closed)
      .when({ ...extend, deadlineAt: bakeryTime('2026-06-09 17:00') })
      .refused('deadline_not_working_day', { nextAt: bakeryTime('2026-06-10 17:00') });
  });
});
