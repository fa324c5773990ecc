import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayOf, instantOf, isWorkingDay } from '../../src/core/calendar.ts';
import type { Calendar } from '../../src/core/calendar.ts';
import {
  MAXIMUM_WINDOW_DAYS,
  MINIMUM_WINDOW_HOURS,
  addBackOutage,
  automaticExtension,
  checkDeadline,
  checkReviewDay,
  dayBeforeOf,
  defaultDeadline,
  halfTimeOf,
  presetDeadlines,
  reviewDefault,
  withTimeToType,
} from '../../src/core/deadline.ts';

const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CALENDAR: Calendar = {
  timeZone: ZONE,
  workingWeekdays: [1, 2, 3, 4, 5],
  closedDays: ['2026-12-24', '2026-12-25', '2027-01-01'],
};
const CALENDARS: readonly Calendar[] = [
  CALENDAR,
  { ...CALENDAR, timeZone: 'America/New_York' },
  { ...CALENDAR, timeZone: 'Pacific/Auckland' },
  { ...CALENDAR, timeZone: 'Asia/Kolkata' },
  { ...CALENDAR, timeZone: 'America/Sao_Paulo', workingWeekdays: [2, 4] },
  { ...CALENDAR, timeZone: 'Asia/Riyadh', workingWeekdays: [7, 1, 2, 3, 4] },
];

const moment = (day: string, hour: number, minute = 0) => instantOf(day, hour, minute, ZONE);
/** Monday, 10:00. */
const NOW = moment('2026-11-23', 10);

const anyNow = fc.integer({ min: moment('2026-01-01', 0), max: moment('2029-01-01', 0) });
const anyCalendar = fc.constantFrom(...CALENDARS);
const anyWindow = fc.integer({ min: 1, max: 90 });

describe('a deadline', () => {
  test.each([
    ['exactly the minimum away', moment('2026-11-26', 10)],
    ['in the early morning', moment('2026-11-27', 6)],
    ['in the late evening', moment('2026-11-27', 22)],
    ['at the end of the longest window', moment('2027-01-22', 17)],
  ])('may be %s', (_, at) => expect(checkDeadline(at, NOW, CALENDAR)).toBeNull());

  test('in the past is refused, with the first moment that can be', () => {
    const refusal = { code: 'deadline_past', earliestAt: moment('2026-11-26', 10, 15) };
    expect(checkDeadline(NOW - 1, NOW, CALENDAR)).toEqual(refusal);
    expect(checkDeadline(NOW, NOW, CALENDAR)).toEqual(refusal);
  });

  test('before 72 hours is refused, with the first moment that can be', () => {
    expect(checkDeadline(moment('2026-11-26', 9, 59), NOW, CALENDAR)).toEqual({
      code: 'deadline_too_soon',
      earliestAt: moment('2026-11-26', 10, 15),
    });
  });

  test('before 72 hours on a Thursday is sent past the weekend', () => {
    const thursday = moment('2026-11-26', 12);
    expect(checkDeadline(thursday + DAY, thursday, CALENDAR)).toEqual({
      code: 'deadline_too_soon',
      earliestAt: moment('2026-11-30', 6),
    });
  });

  test('before 72 hours in the evening is sent past the night', () => {
    const lateOnMonday = moment('2026-11-23', 22, 30);
    expect(checkDeadline(lateOnMonday + DAY, lateOnMonday, CALENDAR)).toEqual({
      code: 'deadline_too_soon',
      earliestAt: moment('2026-11-27', 6),
    });
  });

  test('may be sooner where the minimum is lower', () => {
    const tomorrow = moment('2026-11-24', 11);
    expect(checkDeadline(tomorrow, NOW, CALENDAR, { minimumHours: 24 })).toBeNull();
    expect(checkDeadline(tomorrow, NOW, CALENDAR)?.code).toBe('deadline_too_soon');
  });

  test('counts 72 real hours over the change to summer time', () => {
    const friday = moment('2027-03-26', 17);
    expect(checkDeadline(moment('2027-03-29', 17), friday, CALENDAR)?.code).toBe(
      'deadline_too_soon',
    );
    expect(checkDeadline(moment('2027-03-29', 18), friday, CALENDAR)).toBeNull();
  });

  test('after 60 days is refused, with the last moment that can be', () => {
    const latestAt = moment('2027-01-22', 17);
    const refusal = { code: 'deadline_too_far', latestAt };
    expect(checkDeadline(latestAt + 1, NOW, CALENDAR)).toEqual(refusal);
    expect(checkDeadline(moment('2030-01-01', 12), NOW, CALENDAR)).toEqual(refusal);
  });

  test('on a weekend or closed day is refused, with the next working day', () => {
    const code = 'deadline_not_working_day';
    const saturday = checkDeadline(moment('2026-11-28', 12), NOW, CALENDAR);
    expect(saturday).toEqual({ code, nextAt: moment('2026-11-30', 17) });
    const christmasEve = checkDeadline(moment('2026-12-24', 12), NOW, CALENDAR);
    expect(christmasEve).toEqual({ code, nextAt: moment('2026-12-28', 17) });
  });

  test('at night is refused, with the next closing moment', () => {
    const code = 'deadline_at_night';
    const early = checkDeadline(moment('2026-11-27', 5, 59), NOW, CALENDAR);
    expect(early).toEqual({ code, nextAt: moment('2026-11-27', 17) });
    const late = checkDeadline(moment('2026-11-27', 22, 1), NOW, CALENDAR);
    expect(late).toEqual({ code, nextAt: moment('2026-11-30', 17) });
  });

  test('that a refusal suggests is allowed, and still is ten minutes later', () => {
    const anyHours = fc.integer({ min: -100, max: 100 * 24 });
    fc.assert(
      fc.property(anyNow, anyHours, anyCalendar, (now, hours, calendar) => {
        const refusal = checkDeadline(now + hours * HOUR, now, calendar);
        if (refusal === null) return;
        const { code: _, ...suggestion } = refusal;
        const [suggestedAt = Number.NaN] = Object.values(suggestion);
        expect(checkDeadline(suggestedAt, now, calendar)).toBeNull();
        if (!('earliestAt' in refusal)) return;
        expect(checkDeadline(refusal.earliestAt, now + 10 * 60_000, calendar)).toBeNull();
      }),
    );
  });

  test('that is allowed keeps every limit', () => {
    const anyMinutes = fc.integer({ min: 0, max: 70 * 24 * 60 });
    fc.assert(
      fc.property(anyNow, anyMinutes, anyCalendar, (now, minutes, calendar) => {
        const at = now + minutes * 60_000;
        if (checkDeadline(at, now, calendar) !== null) return;
        expect(at - now).toBeGreaterThanOrEqual(MINIMUM_WINDOW_HOURS * HOUR);
        expect(at - now).toBeLessThan((MAXIMUM_WINDOW_DAYS + 8) * DAY);
        expect(isWorkingDay(dayOf(at, calendar.timeZone), calendar)).toBe(true);
      }),
    );
  });
});

describe('the deadlines on offer', () => {
  test('are three working days, a week, two weeks and the window of the circle', () => {
    expect(presetDeadlines(NOW, CALENDAR, 10)).toEqual([
      { preset: 'three_working_days', at: moment('2026-11-26', 17) },
      { preset: 'one_week', at: moment('2026-11-30', 17) },
      { preset: 'circle_window', at: moment('2026-12-03', 17) },
      { preset: 'two_weeks', at: moment('2026-12-07', 17) },
    ]);
  });

  test('name a moment once, as the window of the circle', () => {
    expect(presetDeadlines(NOW, CALENDAR, 7).map(({ preset }) => preset)).toEqual([
      'three_working_days',
      'circle_window',
      'two_weeks',
    ]);
  });

  test('leave out three working days where they are under 72 hours', () => {
    const mondayEvening = moment('2026-11-23', 18);
    const presets = presetDeadlines(mondayEvening, CALENDAR, 7).map(({ preset }) => preset);
    expect(presets).toEqual(['circle_window', 'two_weeks']);
  });

  test('keep to the minimum of the circle', () => {
    const presets = presetDeadlines(NOW, CALENDAR, 10, { minimumHours: 96 });
    expect(presets.map(({ preset }) => preset)).not.toContain('three_working_days');
    expect(defaultDeadline(NOW, CALENDAR, 1, { minimumHours: 24 })).toBe(moment('2026-11-24', 17));
  });

  test('move a window that is too short or too long into what is allowed', () => {
    const mondayEvening = moment('2026-11-23', 18);
    expect(defaultDeadline(mondayEvening, CALENDAR, 3)).toBe(moment('2026-11-27', 17));
    expect(defaultDeadline(NOW, CALENDAR, 365)).toBe(moment('2027-01-22', 17));
  });

  test('are allowed, different, in order, and always hold the window of the circle', () => {
    fc.assert(
      fc.property(anyNow, anyCalendar, anyWindow, (now, calendar, windowDays) => {
        const presets = presetDeadlines(now, calendar, windowDays);
        const moments = presets.map(({ at }) => at);
        expect(moments).toEqual([...new Set(moments)].sort((one, other) => one - other));
        expect(presets.map(({ preset }) => preset)).toContain('circle_window');
        for (const at of moments) expect(checkDeadline(at, now, calendar)).toBeNull();
      }),
    );
  });
});

describe('time that is given', () => {
  test('after the deadline is three working days, until 17:00', () => {
    const friday = moment('2026-11-27', 17);
    expect(automaticExtension(friday, friday + 1000, CALENDAR)).toBe(moment('2026-12-02', 17));
  });

  test('after the deadline counts from now where the deadline is long past', () => {
    const friday = moment('2026-11-27', 17);
    const later = moment('2026-12-09', 3);
    expect(automaticExtension(friday, later, CALENDAR)).toBe(moment('2026-12-14', 17));
  });

  test('is nudged at half of it and a day before its end', () => {
    const deadline = moment('2026-11-30', 17);
    expect(halfTimeOf(NOW, deadline) - NOW).toBe(deadline - halfTimeOf(NOW, deadline));
    expect(dayBeforeOf(deadline)).toBe(moment('2026-11-29', 17));
  });

  test('to enter what was suggested is at least ten minutes, up to a quarter of an hour', () => {
    expect(withTimeToType(moment('2026-11-26', 10, 5))).toBe(moment('2026-11-26', 10, 15));
    expect(withTimeToType(moment('2026-11-26', 10, 6))).toBe(moment('2026-11-26', 10, 30));
  });
});

describe('an outage', () => {
  const from = moment('2026-11-25', 12);
  const after = (deadlineAt: number, outageTo: number) =>
    addBackOutage({ deadlineAt, outageFrom: from, outageTo, calendar: CALENDAR });

  test('leaves a deadline before or after it alone', () => {
    const to = from + 6 * HOUR;
    const deadlines = [from - 1, to + 1, moment('2026-11-28', 3)];
    expect(deadlines.map((deadlineAt) => after(deadlineAt, to))).toEqual(deadlines);
  });

  test('of an hour gives a day, to the closing moment', () => {
    expect(after(from + HOUR / 2, from + HOUR)).toBe(moment('2026-11-26', 17));
  });

  test('over the closing moment gives a day and no weekend', () => {
    expect(after(moment('2026-11-25', 17), moment('2026-11-25', 19))).toBe(
      moment('2026-11-27', 17),
    );
    expect(after(moment('2026-11-25', 17), moment('2026-11-27', 9))).toBe(moment('2026-11-30', 17));
  });

  test('of a week gives a week', () => {
    expect(after(moment('2026-11-30', 17), from + 7 * DAY)).toBe(moment('2026-12-07', 17));
  });

  test('counts a deadline at its very edges as inside', () => {
    const to = from + HOUR;
    expect(after(from, from - 1)).toBe(from);
    expect(after(from, to)).toBe(moment('2026-11-26', 17));
    expect(after(to, to)).toBe(moment('2026-11-26', 17));
  });

  test('always gives its length and a day, at a closing moment', () => {
    const anyLength = fc.integer({ min: 0, max: 30 * DAY });
    const anyShare = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyNow, anyLength, anyShare, anyCalendar, (now, length, share, calendar) => {
        const deadlineAt = now + Math.floor(length * share);
        const outageTo = now + length;
        const moved = addBackOutage({ deadlineAt, outageFrom: now, outageTo, calendar });
        const day = dayOf(moved, calendar.timeZone);
        expect(moved).toBeGreaterThanOrEqual(deadlineAt + length);
        expect(moved).toBeGreaterThanOrEqual(outageTo + DAY);
        expect(isWorkingDay(day, calendar)).toBe(true);
        expect(moved).toBe(instantOf(day, 17, 0, calendar.timeZone));
      }),
    );
  });
});

describe('a review', () => {
  test('is in three months unless said otherwise, also at the end of a month', () => {
    expect(reviewDefault('2026-11-23')).toBe('2027-02-23');
    expect(reviewDefault('2026-11-30')).toBe('2027-02-28');
    expect(checkReviewDay(reviewDefault('2026-11-30'), '2026-11-30')).toBeNull();
  });

  test('today or before is refused, with tomorrow', () => {
    const refusal = { code: 'review_past', earliestOn: '2026-11-24' };
    expect(checkReviewDay('2026-11-23', '2026-11-23')).toEqual(refusal);
    expect(checkReviewDay('2025-11-23', '2026-11-23')).toEqual(refusal);
    expect(checkReviewDay('2026-11-24', '2026-11-23')).toBeNull();
  });

  test('after five years is refused, with the last day that can be', () => {
    const latestOn = addMonths('2026-11-23', 60);
    expect(latestOn).toBe('2031-11-23');
    expect(checkReviewDay(latestOn, '2026-11-23')).toBeNull();
    expect(checkReviewDay(addDays(latestOn, 1), '2026-11-23')).toEqual({
      code: 'review_too_far',
      latestOn,
    });
  });
});
