import { addMonths as addMonthsOfLibrary } from 'date-fns/addMonths';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  instantOf,
  isDay,
  isTimeZone,
} from '../../src/core/calendar.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Riyadh',
  'Australia/Lord_Howe',
];

const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString();
/** What a clock on the wall shows there: "27/11/2026, 17:00:00". */
const clockIn = (zone: string, instant: number) =>
  new Date(instant).toLocaleString('en-GB', { timeZone: zone });
const anyDay = fc
  .integer({ min: at('2026-01-01T00:00:00Z'), max: at('2029-01-01T00:00:00Z') })
  .map((instant) => dayOf(instant, 'UTC'));
const anyZone = fc.constantFrom(...ZONES);

describe('a time zone', () => {
  test.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Kolkata'])(
    'by the name %s is one',
    (zone) => expect(isTimeZone(zone)).toBe(true),
  );

  test.each([
    '',
    'Berlin',
    'Europe/Nowhere',
    '+01:00',
    'constructor',
    '__proto__',
    'Europe/Berlin ',
  ])('by the name "%s" is none', (zone) => expect(isTimeZone(zone)).toBe(false));

  test('that does not exist is an error, not a silent UTC', () => {
    expect(() => dayOf(0, 'Europe/Nowhere')).toThrow('Unknown time zone: Europe/Nowhere');
    expect(() => instantOf('2026-01-01', 9, 0, 'constructor')).toThrow(RangeError);
  });
});

describe('a day', () => {
  test('is the one on the calendar of the zone, not of UTC', () => {
    const instant = at('2026-12-31T12:30:00Z');
    expect(dayOf(instant, 'Pacific/Auckland')).toBe('2027-01-01');
    expect(dayOf(instant, 'America/New_York')).toBe('2026-12-31');
  });

  test.each([
    '2026-02-30',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
    'tomorrow',
  ])('is not "%s"', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow('Not a calendar day');
  });

  test('31 January and a month is the last of February, also in leap years', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  test('moves by months as date-fns has it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -70, max: 70 }), (day, months) => {
        const moved = addMonthsOfLibrary(new Date(`${day}T12:00:00`), months);
        expect(addMonths(day, months)).toBe(dayOf(moved.getTime(), 'UTC'));
      }),
    );
  });

  test('moved there and back is the same day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1000, max: 1000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });
});

describe('a wall-clock time', () => {
  test('is an hour earlier in UTC while it is summer', () => {
    expect(iso(instantOf('2027-03-26', 17, 0, 'Europe/Berlin'))).toBe('2027-03-26T16:00:00.000Z');
    expect(iso(instantOf('2027-03-29', 17, 0, 'Europe/Berlin'))).toBe('2027-03-29T15:00:00.000Z');
  });

  test('that summer time skips moves forward', () => {
    expect(iso(instantOf('2027-03-14', 2, 30, 'America/New_York'))).toBe(
      '2027-03-14T07:30:00.000Z',
    );
    expect(iso(instantOf('2027-03-28', 2, 0, 'Europe/Berlin'))).toBe('2027-03-28T01:00:00.000Z');
    expect(
      clockIn('Australia/Lord_Howe', instantOf('2026-10-04', 2, 10, 'Australia/Lord_Howe')),
    ).toBe('04/10/2026, 02:40:00');
  });

  test('that comes twice is the first', () => {
    expect(iso(instantOf('2026-11-01', 1, 30, 'America/New_York'))).toBe(
      '2026-11-01T05:30:00.000Z',
    );
    expect(iso(instantOf('2026-10-25', 2, 30, 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z');
  });

  test('at which the day itself is skipped moves to the day after', () => {
    expect(dayOf(instantOf('2011-12-30', 12, 0, 'Pacific/Apia'), 'Pacific/Apia')).toBe(
      '2011-12-31',
    );
  });

  test('is shown by the clocks there, unless it is skipped', () => {
    const anyHour = fc.integer({ min: 0, max: 23 });
    const anyMinute = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(anyDay, anyHour, anyMinute, anyZone, (day, hour, minute, timeZone) => {
        const instant = instantOf(day, hour, minute, timeZone);
        const [date, month, year] = day.split('-').toReversed();
        const two = (value: number) => String(value).padStart(2, '0');
        const expected = `${date}/${month}/${year}, ${two(hour)}:${two(minute)}:00`;
        const anHourBefore = clockIn(timeZone, instant - 3_600_000);
        const isSkipped = clockIn(timeZone, instant) !== expected;
        if (isSkipped) expect(anHourBefore.slice(12) < expected.slice(12)).toBe(true);
        else expect(clockIn(timeZone, instant)).toBe(expected);
        expect(isSkipped && hour > 3).toBe(false);
      }),
    );
  });
});
