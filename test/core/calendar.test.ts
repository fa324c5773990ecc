import { TZDate, tz } from '@date-fns/tz';
import { addBusinessDays } from 'date-fns/addBusinessDays';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  closingMoment,
  dayOf,
  holdsWeekend,
  holdsWorkingDay,
  instantOf,
  isWithinWorkingHours,
  isWorkingDay,
  nextWorkingMoment,
  windowDeadline,
  workingDayFrom,
  workingDaysAfter,
} from '../../src/core/calendar.ts';
import type { Calendar } from '../../src/core/calendar.ts';

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const calendarIn = (timeZone: string, closedDays: readonly string[] = []): Calendar => ({
  timeZone,
  workingWeekdays: MONDAY_TO_FRIDAY,
  closedDays,
});
const BERLIN = calendarIn('Europe/Berlin', ['2026-12-24', '2026-12-25']);
const NEW_YORK = calendarIn('America/New_York');
const RIYADH: Calendar = { ...calendarIn('Asia/Riyadh'), workingWeekdays: [7, 1, 2, 3, 4] };
const NEVER: Calendar = { ...BERLIN, workingWeekdays: [] };

const CALENDARS = [
  BERLIN,
  NEW_YORK,
  RIYADH,
  calendarIn('Pacific/Auckland', ['2027-01-01', '2027-01-04']),
  calendarIn('Asia/Kolkata'),
  calendarIn('America/Sao_Paulo', ['2027-02-08', '2027-02-09', '2027-02-10']),
  calendarIn('Australia/Lord_Howe'),
  calendarIn('Asia/Kathmandu'),
];

const at = (text: string) => Date.parse(text);
const in2026To2029 = fc.integer({
  min: at('2026-01-01T00:00:00Z'),
  max: at('2029-01-01T00:00:00Z'),
});
const anyCalendar = fc.constantFrom(...CALENDARS);
const anyDay = in2026To2029.map((instant) => dayOf(instant, 'UTC'));
/** What a clock on the wall shows there: "27/11/2026, 17:00:00". */
const clockIn = (zone: string, instant: number) =>
  new Date(instant).toLocaleString('en-GB', { timeZone: zone });
const iso = (instant: number) => new Date(instant).toISOString();

const zoneBefore = process.env.TZ;
afterEach(() => {
  process.env.TZ = zoneBefore;
});

describe('a working day', () => {
  test('is a working weekday that is not closed', () => {
    expect(isWorkingDay('2026-12-23', BERLIN)).toBe(true);
    expect(isWorkingDay('2026-12-24', BERLIN)).toBe(false);
    expect(isWorkingDay('2026-12-26', BERLIN)).toBe(false);
    expect(isWorkingDay('2026-11-27', RIYADH)).toBe(false);
    expect(isWorkingDay('2026-11-29', RIYADH)).toBe(true);
  });

  test('follows over weekend and closed days together', () => {
    expect(workingDayFrom('2026-12-24', BERLIN)).toBe('2026-12-28');
    expect(workingDayFrom('2026-12-23', BERLIN)).toBe('2026-12-23');
  });

  test('is missed aloud in a calendar that has none', () => {
    const closedDays = Array.from({ length: 800 }, (_, index) => addDays('2026-01-01', index));
    const problem = 'no working day for a year from 2026-01-01';
    expect(() => workingDayFrom('2026-01-01', NEVER)).toThrow(problem);
    expect(() => closingMoment('2026-01-01', { ...BERLIN, closedDays })).toThrow(problem);
    expect(() => workingDaysAfter(0, 1, NEVER)).toThrow(RangeError);
    expect(() => nextWorkingMoment(0, NEVER)).toThrow(RangeError);
  });
});

describe('a closing moment', () => {
  test('is 17:00, on a weekend or closed day that of the next working day', () => {
    expect(clockIn('Europe/Berlin', closingMoment('2026-12-22', BERLIN))).toBe(
      '22/12/2026, 17:00:00',
    );
    expect(clockIn('Europe/Berlin', closingMoment('2026-12-24', BERLIN))).toBe(
      '28/12/2026, 17:00:00',
    );
    expect(clockIn('Asia/Riyadh', closingMoment('2026-11-27', RIYADH))).toBe(
      '29/11/2026, 17:00:00',
    );
  });

  test('is at the end of the window, by the days of the circle', () => {
    const lateInNewYork = at('2026-11-17T03:30:00Z');
    expect(iso(windowDeadline(lateInNewYork, 7, NEW_YORK))).toBe('2026-11-23T22:00:00.000Z');
    expect(iso(windowDeadline(lateInNewYork, 7, calendarIn('UTC')))).toBe(
      '2026-11-24T17:00:00.000Z',
    );
  });

  test('is always 17:00 on a working day, on or after the day asked for', () => {
    fc.assert(
      fc.property(
        in2026To2029,
        fc.integer({ min: 0, max: 60 }),
        anyCalendar,
        (instant, days, calendar) => {
          const closes = windowDeadline(instant, days, calendar);
          const day = dayOf(closes, calendar.timeZone);
          expect(clockIn(calendar.timeZone, closes)).toMatch(/, 17:00:00$/);
          expect(isWorkingDay(day, calendar)).toBe(true);
          expect(day >= addDays(dayOf(instant, calendar.timeZone), days)).toBe(true);
        },
      ),
    );
  });
});

describe('working days later', () => {
  test('the time of day stays over the change to summer time', () => {
    const fridayMorning = instantOf('2027-03-26', 9, 30, 'Europe/Berlin');
    expect(iso(addWorkingDays(fridayMorning, 1, BERLIN))).toBe('2027-03-29T07:30:00.000Z');
  });

  test('a Friday and Saturday weekend is left out in Riyadh', () => {
    const wednesday = instantOf('2026-11-25', 10, 0, 'Asia/Riyadh');
    expect(clockIn('Asia/Riyadh', addWorkingDays(wednesday, 2, RIYADH))).toBe(
      '29/11/2026, 10:00:00',
    );
    expect(clockIn('Asia/Riyadh', workingDaysAfter(wednesday, 2, RIYADH))).toBe(
      '29/11/2026, 17:00:00',
    );
  });

  test('counting from a day off starts on the next working day', () => {
    const saturday = instantOf('2026-11-21', 10, 0, 'Europe/Berlin');
    expect(dayOf(workingDaysAfter(saturday, 1, BERLIN), 'Europe/Berlin')).toBe('2026-11-23');
  });

  test('seconds and milliseconds are kept', () => {
    const instant = at('2026-11-23T09:30:12.345Z');
    expect(iso(addWorkingDays(instant, 3, BERLIN))).toBe('2026-11-26T09:30:12.345Z');
  });

  test('are those of date-fns where the weekend is Saturday and Sunday', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'];
    const workday = fc.tuple(anyDay, fc.constantFrom(...zones), fc.integer({ min: 4, max: 23 }));
    fc.assert(
      fc.property(workday, fc.integer({ min: 1, max: 30 }), ([day, zone, hour], days) => {
        const calendar = calendarIn(zone);
        fc.pre(isWorkingDay(day, calendar));
        const instant = instantOf(day, hour, 15, zone);
        const expected = addBusinessDays(new TZDate(instant, zone), days, { in: tz(zone) });
        expect(iso(addWorkingDays(instant, days, calendar))).toBe(iso(expected.getTime()));
      }),
    );
  });

  test('exactly so many working days lie between, and the time of day is the same', () => {
    fc.assert(
      fc.property(
        in2026To2029,
        fc.integer({ min: 1, max: 20 }),
        anyCalendar,
        (instant, days, calendar) => {
          const { timeZone } = calendar;
          const noon = instantOf(dayOf(instant, timeZone), 12, 0, timeZone);
          const later = addWorkingDays(noon, days, calendar);
          let counted = 0;
          for (let day = dayOf(noon, timeZone); day < dayOf(later, timeZone);) {
            day = addDays(day, 1);
            if (isWorkingDay(day, calendar)) counted += 1;
          }
          expect(counted).toBe(days);
          expect(clockIn(timeZone, later)).toMatch(/, 12:00:00$/);
        },
      ),
    );
  });
});

describe('working hours', () => {
  const moment = (day: string, hour: number, minute = 0) =>
    instantOf(day, hour, minute, 'Europe/Berlin');

  test('begin at nine and end before five', () => {
    expect(isWithinWorkingHours(moment('2026-11-23', 8, 59), BERLIN)).toBe(false);
    expect(isWithinWorkingHours(moment('2026-11-23', 9), BERLIN)).toBe(true);
    expect(isWithinWorkingHours(moment('2026-11-23', 16, 59), BERLIN)).toBe(true);
    expect(isWithinWorkingHours(moment('2026-11-23', 17), BERLIN)).toBe(false);
    expect(isWithinWorkingHours(moment('2026-11-22', 12), BERLIN)).toBe(false);
    expect(isWithinWorkingHours(moment('2026-12-24', 12), BERLIN)).toBe(false);
  });

  test('may be the whole day', () => {
    const wholeDay = { fromHour: 0, toHour: 24 };
    expect(isWithinWorkingHours(moment('2026-11-23', 23, 59), BERLIN, wholeDay)).toBe(true);
    expect(isWithinWorkingHours(moment('2026-11-28', 0), BERLIN, wholeDay)).toBe(false);
  });

  test('inside them it is now, before them today, after them the next working day', () => {
    const inside = moment('2026-11-23', 11, 17);
    expect(nextWorkingMoment(inside, BERLIN)).toBe(inside);
    expect(nextWorkingMoment(moment('2026-11-23', 6), BERLIN)).toBe(moment('2026-11-23', 9));
    expect(nextWorkingMoment(moment('2026-11-27', 18), BERLIN)).toBe(moment('2026-11-30', 9));
    expect(nextWorkingMoment(moment('2026-12-23', 20), BERLIN)).toBe(moment('2026-12-28', 9));
  });

  test('the next moment is never earlier, always inside, and its own next', () => {
    fc.assert(
      fc.property(in2026To2029, anyCalendar, (instant, calendar) => {
        const next = nextWorkingMoment(instant, calendar);
        expect(next).toBeGreaterThanOrEqual(instant);
        expect(isWithinWorkingHours(next, calendar)).toBe(true);
        expect(nextWorkingMoment(next, calendar)).toBe(next);
      }),
    );
  });
});

describe('a window', () => {
  const moment = (day: string, hour: number) => instantOf(day, hour, 0, 'Europe/Berlin');

  test('from Monday to Friday holds no weekend', () => {
    expect(holdsWeekend(moment('2026-11-23', 9), moment('2026-11-27', 17), BERLIN)).toBe(false);
    expect(holdsWeekend(moment('2026-11-23', 9), moment('2026-11-30', 17), BERLIN)).toBe(true);
  });

  test('that touches a Sunday only late at night holds no weekend', () => {
    expect(holdsWeekend(moment('2026-11-22', 23), moment('2026-11-27', 17), BERLIN)).toBe(false);
    expect(holdsWeekend(moment('2026-11-22', 9), moment('2026-11-27', 17), BERLIN)).toBe(true);
  });

  test('holds the weekend of its own circle', () => {
    const [wednesday, friday] = [moment('2026-11-25', 9), moment('2026-11-27', 17)];
    expect(holdsWeekend(wednesday, friday, RIYADH)).toBe(true);
    expect(holdsWeekend(wednesday, friday, BERLIN)).toBe(false);
  });

  test('of a circle that works all week has no weekend to miss', () => {
    const everyDay = { ...BERLIN, workingWeekdays: [1, 2, 3, 4, 5, 6, 7] };
    expect(holdsWeekend(moment('2026-11-23', 9), moment('2026-11-24', 17), everyDay)).toBe(true);
  });

  test('over Christmas holds no working day', () => {
    const [from, to] = [moment('2026-12-23', 18), moment('2026-12-28', 9)];
    expect(holdsWorkingDay(from, to, BERLIN)).toBe(false);
    expect(holdsWorkingDay(from, moment('2026-12-28', 17), BERLIN)).toBe(true);
    expect(holdsWorkingDay(from, to, NEVER)).toBe(false);
  });
});

describe('the zone of the machine', () => {
  const results = () =>
    CALENDARS.flatMap((calendar) =>
      ['2026-10-24T22:30:00Z', '2027-03-13T23:45:00Z', '2027-03-27T01:30:00Z'].flatMap((text) => [
        addWorkingDays(at(text), 1, calendar),
        workingDaysAfter(at(text), 3, calendar),
        windowDeadline(at(text), 7, calendar),
        nextWorkingMoment(at(text), calendar),
        instantOf('2027-03-28', 2, 30, calendar.timeZone),
        at(`${addMonths(dayOf(at(text), calendar.timeZone), 5)}T00:00:00Z`),
      ]),
    );

  test.each(['America/New_York', 'Europe/Berlin', 'Pacific/Auckland', 'Asia/Kolkata'])(
    'changes nothing when it is %s',
    (zone) => {
      process.env.TZ = 'UTC';
      const inUtc = results();
      process.env.TZ = zone;
      expect(new Date(at('2027-01-01T00:00:00Z')).getTimezoneOffset()).not.toBe(0);
      expect(results()).toEqual(inUtc);
    },
  );
});
