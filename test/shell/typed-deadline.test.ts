import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../src/core/calendar.ts';
import type { Calendar } from '../../src/core/calendar.ts';
import { parseTypedDeadline } from '../../src/shell/typed-deadline.ts';

const calendarIn = (timeZone: string): Calendar => ({
  timeZone,
  workingWeekdays: [1, 2, 3, 4, 5],
  closedDays: ['2026-12-24', '2026-12-25'],
});
const BERLIN = calendarIn('Europe/Berlin');
const NEW_YORK = calendarIn('America/New_York');
const AUCKLAND = calendarIn('Pacific/Auckland');
const KOLKATA = calendarIn('Asia/Kolkata');
const SAO_PAULO = calendarIn('America/Sao_Paulo');
const RIYADH: Calendar = { ...calendarIn('Asia/Riyadh'), workingWeekdays: [7, 1, 2, 3, 4] };

const zoneBefore = process.env.TZ;
afterEach(() => {
  process.env.TZ = zoneBefore;
});

/** Reads the text on Monday 23 November 2026 at 10:03; `at` is what a clock there shows. */
function read(text: string, calendar = BERLIN) {
  const { timeZone } = calendar;
  const found = parseTypedDeadline(text, instantOf('2026-11-23', 10, 3, timeZone), calendar);
  if (!found) return null;
  const shown = new Date(found.at).toLocaleString('sv-SE', { timeZone });
  return { at: shown.replace(/:00$/, ''), text: found.text };
}

/** Phrases that are a deadline and nothing else, as read in Berlin on Monday 23 November 2026. */
const PHRASES: readonly (readonly [string, string])[] = [
  ['friday 5pm', '2026-11-27 17:00'],
  ['Friday, 5 p.m.', '2026-11-27 17:00'],
  ['fri 17:00', '2026-11-27 17:00'],
  ['fri 17.30', '2026-11-27 17:30'],
  ['friday 17h', '2026-11-27 17:00'],
  ['friday 17 h', '2026-11-27 17:00'],
  ['friday 17h30', '2026-11-27 17:30'],
  ['friday 17:00h', '2026-11-27 17:00'],
  ['17h friday', '2026-11-27 17:00'],
  ['5pm on friday', '2026-11-27 17:00'],
  ['fri @ 5pm', '2026-11-27 17:00'],
  ['friday at 5', '2026-11-27 17:00'],
  ['friday at 5am', '2026-11-27 05:00'],
  ['friday at 05:00', '2026-11-27 05:00'],
  ['friday', '2026-11-27 17:00'],
  ['friday noon', '2026-11-27 12:00'],
  ['friday morning', '2026-11-27 09:00'],
  ['friday afternoon', '2026-11-27 15:00'],
  ['friday evening', '2026-11-27 20:00'],
  ['friday eod', '2026-11-27 17:00'],
  ['end of day friday', '2026-11-27 17:00'],
  ['the end of friday', '2026-11-27 17:00'],
  ['this friday', '2026-11-27 17:00'],
  ['next friday', '2026-12-04 17:00'],
  ['tuesday next week', '2026-12-01 17:00'],
  ['monday', '2026-11-30 17:00'],
  ['on monday', '2026-11-30 17:00'],
  ['next monday', '2026-11-30 17:00'],
  ['monday 9am', '2026-11-30 09:00'],
  ['sunday', '2026-11-29 17:00'],
  ['today', '2026-11-23 17:00'],
  ['tonight', '2026-11-23 22:00'],
  ['tomorrow', '2026-11-24 17:00'],
  ['tomorrow at noon', '2026-11-24 12:00'],
  ['the day after tomorrow', '2026-11-25 17:00'],
  ['next week', '2026-11-30 17:00'],
  ['3 working days', '2026-11-26 17:00'],
  ['three working days', '2026-11-26 17:00'],
  ['in 3 business days', '2026-11-26 17:00'],
  ['5 workdays', '2026-11-30 17:00'],
  ['10 wd', '2026-12-07 17:00'],
  ['3 working days at 10:30', '2026-11-26 10:30'],
  ['3 working days at noon', '2026-11-26 12:00'],
  ['3 working days from now', '2026-11-26 17:00'],
  ['23 working days', '2026-12-28 17:00'],
  ['3d', '2026-11-26 17:00'],
  ['5d', '2026-11-30 17:00'],
  ['3 days', '2026-11-26 17:00'],
  ['in ten days', '2026-12-03 17:00'],
  ['in a week', '2026-11-30 17:00'],
  ['a week from today', '2026-11-30 17:00'],
  ['in 2 weeks 11h', '2026-12-07 11:00'],
  ['a fortnight', '2026-12-07 17:00'],
  ['in one month', '2026-12-23 17:00'],
  ['72h', '2026-11-26 10:15'],
  ['in 96 hours', '2026-11-27 10:15'],
  ['2026-12-23', '2026-12-23 17:00'],
  ['2026-12-24 17:00', '2026-12-24 17:00'],
  ['2026-12-24T17:00', '2026-12-24 17:00'],
  ['2026-12-24T17:00:00+01:00', '2026-12-24 17:00'],
  ['2026-12-24T17:00:00-05:00', '2026-12-24 23:00'],
  ['2026-12-24T16:00:00Z', '2026-12-24 17:00'],
  ['2026-12-24 16:00Z', '2026-12-24 17:00'],
  ['friday 5pm UTC', '2026-11-27 18:00'],
  ['24 december', '2026-12-24 17:00'],
  ['December 24th at 18:00', '2026-12-24 18:00'],
  ['the 24th of december', '2026-12-24 17:00'],
  ['fri 4 dec 17:00', '2026-12-04 17:00'],
  ['Friday, 4 December 2026, 17:00', '2026-12-04 17:00'],
  ['3 january', '2027-01-03 17:00'],
  ['24.12.2026', '2026-12-24 17:00'],
  ['5.12.2026 17:00', '2026-12-05 17:00'],
  ['24/12/2026', '2026-12-24 17:00'],
  ['12/24/2026', '2026-12-24 17:00'],
  ['5/5/2027', '2027-05-05 17:00'],
  ['28 Oct 2026 17:00', '2026-10-28 17:00'],
];

describe('a typed deadline', () => {
  test.each(PHRASES)('is read in "%s"', (phrase, at) => {
    expect(read(phrase)).toEqual({ at, text: '' });
  });

  test.each(PHRASES)('is the same after a title, introduced: "%s"', (phrase, at) => {
    const title = 'Open on Sundays';
    for (const introduction of ['by ', 'Before ', 'deadline: ', 'due by ']) {
      expect(read(`${title} ${introduction}${phrase}`)).toEqual({ at, text: title });
    }
    expect(read(`until ${phrase}: ${title}`)).toEqual({ at, text: title });
  });

  test.each([
    ['by friday 5pm', '2026-11-27 17:00'],
    ['until friday', '2026-11-27 17:00'],
    ['Deadline: 3 working days', '2026-11-26 17:00'],
    ['  in   a \u00a0 week. ', '2026-11-30 17:00'],
  ])('may stand alone with its introduction: "%s"', (text, at) => {
    expect(read(text)).toEqual({ at, text: '' });
  });

  test.each([
    ['until Friday: Open on Sundays', '2026-11-27 17:00'],
    ['until friday 17:00: Open on Sundays', '2026-11-27 17:00'],
    ['Until friday 17:00 – Open on Sundays', '2026-11-27 17:00'],
    ['by 3 working days - Open on Sundays', '2026-11-26 17:00'],
    ['deadline friday, Open on Sundays', '2026-11-27 17:00'],
    ['deadline: friday 17:00: Open on Sundays', '2026-11-27 17:00'],
    ['Open on Sundays until friday 5pm', '2026-11-27 17:00'],
    ['Open on Sundays by 3 working days', '2026-11-26 17:00'],
    ['Open on Sundays, deadline friday', '2026-11-27 17:00'],
    ['Open on Sundays - due by 2026-12-04', '2026-12-04 17:00'],
    ['Open on Sundays (by friday 5pm)', '2026-11-27 17:00'],
    ['Open on Sundays (friday 5pm)', '2026-11-27 17:00'],
    ['Open on Sundays, 3d', '2026-11-26 17:00'],
    ['Open on Sundays - in 2 weeks', '2026-12-07 17:00'],
    ['Open on Sundays | 3 working days', '2026-11-26 17:00'],
    ['Open on Sundays; fri 17:00', '2026-11-27 17:00'],
    ['Open on Sundays – Friday 4 December 2026, 17:00', '2026-12-04 17:00'],
    ['“Open on Sundays” until friday 5pm', '2026-11-27 17:00'],
    ['"Open on Sundays" friday', '2026-11-27 17:00'],
    ['  „Open on   Sundays“   3 working days', '2026-11-26 17:00'],
  ])('leaves the title: "%s"', (text, at) => {
    expect(read(text)).toEqual({ at, text: 'Open on Sundays' });
  });

  test.each([
    ['Budget 2027 by friday', 'Budget 2027'],
    ['Hold the fair in June until friday', 'Hold the fair in June'],
    ['Open on Sunday by friday', 'Open on Sunday'],
    ['Let’s try “quiet hours” by friday', 'Let’s try “quiet hours”'],
    ['“Quiet hours” in the house by friday', '“Quiet hours” in the house'],
    ['Write it by hand by friday', 'Write it by hand'],
  ])('leaves a title with dates, quotes or "by" of its own: "%s"', (text, title) => {
    expect(read(text)).toEqual({ at: '2026-11-27 17:00', text: title });
  });
});

describe('no deadline', () => {
  test.each([
    'Open on Sundays',
    'Sunday opening',
    'Open on Sunday',
    'Open on Saturday, Sunday',
    'Open Friday 9am, Saturday 10am',
    'Open Monday until Friday',
    'Open from Monday 9am until Friday 5pm',
    'Closed from 24 December until 2 January',
    'Opening day: Sunday',
    'Sunday: open the café',
    'Friday 5pm: tea for all',
    'Opening day, Sunday',
    'Opening day - 24 December',
    'Keep the shop open until 10 pm',
    'Quiet hours until 10 pm on Fridays',
    'until Sunday opening',
    'Friday 5pm tea for all',
    'Before Christmas party planning',
    'By Friday, we decide',
    'The day before Sunday',
    'Change from Saturday to before Sunday',
    'A trial of quiet hours, 3 months',
    'A trial of quiet hours - 2 weeks',
    'Undo what we decided last friday',
    'Answer by last friday',
    'Close before the weekend',
    'Plan by May',
    'Pay by 2027',
    'Pay by the week',
    'Work by the sun',
    '“Be home by Friday”',
    'Adopt "Be home by Friday"',
    'friday 5pm - 6pm',
    'by monday - friday',
    'by 30 February',
    'by 2026-02-30',
    'by 5/11',
    'by 5pm',
    'by 17h',
    '17h',
    'by 0 days',
    'by 9999 days',
    'by 3 days ago',
    'in 3 days 4 hours and a bit',
    '5',
    '',
    ': - ,',
  ])('is read in "%s"', (text) => expect(read(text)).toBeNull());

  test('is looked for in a wall of text without end', () => {
    const wall = 'by friday, until monday - '.repeat(400);
    expect(read(`${wall}we eat`)).toBeNull();
  });

  test('breaks on anything that is typed', () => {
    const pieces = [
      'by ',
      'until ',
      'friday',
      ' 5pm',
      ': ',
      ' - ',
      '3',
      'd',
      '"',
      '”',
      '(',
      '/',
      '.',
    ];
    const typed = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(typed, (parts) => {
        const found = read(parts.join(''));
        expect(found === null || found.at.length === 16).toBe(true);
      }),
    );
  });
});

describe('the zone of the circle', () => {
  test.each([
    ['29.03.2027 17:00', BERLIN, '2027-03-29T15:00:00Z'],
    ['26 march 2027 17:00', BERLIN, '2027-03-26T16:00:00Z'],
    ['15 march 2027', NEW_YORK, '2027-03-15T21:00:00Z'],
    ['12 march 2027', NEW_YORK, '2027-03-12T22:00:00Z'],
    ['2027-03-14 02:30', NEW_YORK, '2027-03-14T07:30:00Z'],
    ['2027-11-07 01:30am', NEW_YORK, '2027-11-07T05:30:00Z'],
    ['5 april 2027', AUCKLAND, '2027-04-05T05:00:00Z'],
    ['2 april 2027', AUCKLAND, '2027-04-02T04:00:00Z'],
    ['friday 5pm', AUCKLAND, '2026-11-27T04:00:00Z'],
    ['tomorrow', KOLKATA, '2026-11-24T11:30:00Z'],
    ['in a week', SAO_PAULO, '2026-11-30T20:00:00Z'],
    ['4 working days', RIYADH, '2026-11-29T14:00:00Z'],
    ['2026-12-01T17:00+05:30', NEW_YORK, '2026-12-01T11:30:00Z'],
    ['2027-07-01 17:00 UTC', BERLIN, '2027-07-01T17:00:00Z'],
  ])('decides in "%s"', (text, calendar, expected) => {
    const now = instantOf('2026-11-23', 10, 3, calendar.timeZone);
    const found = parseTypedDeadline(text, now, calendar);
    expect(new Date(found?.at ?? 0)).toEqual(new Date(expected));
  });

  test('decides what day it is', () => {
    const now = Date.parse('2026-11-23T20:00:00Z');
    const tomorrow = (calendar: Calendar) => parseTypedDeadline('tomorrow', now, calendar)?.at;
    expect(tomorrow(BERLIN)).toBe(instantOf('2026-11-24', 17, 0, 'Europe/Berlin'));
    expect(tomorrow(AUCKLAND)).toBe(instantOf('2026-11-25', 17, 0, 'Pacific/Auckland'));
  });

  test('makes a weekday later than today, late in the evening too', () => {
    for (const minute of [0, 1, 719, 1439]) {
      const now = instantOf('2026-11-23', 0, minute, 'Pacific/Auckland');
      const found = parseTypedDeadline('monday', now, AUCKLAND);
      expect(found?.at).toBe(instantOf('2026-11-30', 17, 0, 'Pacific/Auckland'));
    }
  });

  test('decides alone, not that of the machine', () => {
    const all = () => PHRASES.map(([phrase]) => read(phrase, AUCKLAND));
    process.env.TZ = 'UTC';
    const inUtc = all();
    for (const zone of ['America/New_York', 'Europe/Berlin', 'Pacific/Auckland', 'Asia/Beirut']) {
      process.env.TZ = zone;
      expect(all()).toEqual(inUtc);
    }
  });
});
