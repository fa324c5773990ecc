import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/calendar.ts';
import { CLOSED_DAYS_MAX } from '../../src/core/closed-days.ts';
import { parseTypedDays, writtenDays } from '../../src/shell/typed-days.ts';

/** Saturday. */
const TODAY = '2026-11-28';
const read = (text: string, today = TODAY, known: readonly string[] = []) => {
  const found = parseTypedDays(text, today, known);
  return 'refused' in found ? `${found.refused.code}: ${found.refused.line}` : found.days;
};
const christmas = '2026-12-25';
const fromTo = (from: string, to: string) => {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
const holidays = fromTo('2026-12-24', '2027-01-02');

describe('one day', () => {
  test.each([
    '2026-12-25',
    '2026/12/25',
    '2026.12.25',
    '25 Dec 2026',
    '25 December 2026',
    '25 december, 2026',
    '25th of December 2026',
    'the 25th of December',
    '25. December 2026',
    '25-Dec-2026',
    '25Dec',
    '25 December',
    '25 dec.',
    'December 25',
    'December 25th, 2026',
    'Dec 25 2026',
    'Fri 25 December 2026',
    'Friday, 25 December',
    'Friday December 25',
    '25.12.2026',
    '25.12.26',
    '25.12.',
    '25/12',
    '12/25',
    '25/12/2026',
    '12/25/2026',
    '25-12-2026',
    '  •  25   December  ',
    '- 25 December,',
    '25\u00a0December',
  ])('“%s”', (text) => {
    expect(read(text)).toEqual([christmas]);
  });

  test('is the next one where no year is named: also today, and the year after', () => {
    expect(read('28 Nov')).toEqual(['2026-11-28']);
    expect(read('27 Nov')).toEqual(['2027-11-27']);
    expect(read('1 May')).toEqual(['2027-05-01']);
    expect(read('5 Sept')).toEqual(['2027-09-05']);
  });

  test('may be 29 February, where there is one', () => {
    expect(read('29 Feb 2028')).toEqual(['2028-02-29']);
    expect(read('29 Feb')).toEqual(['2028-02-29']);
    expect(read('29 February 2027')).toBe('no_such_day: 29 February 2027');
    expect(read('29 Feb', '2028-03-01')).toBe('too_far: 29 Feb');
  });
});

describe('several days', () => {
  test.each([
    ['25 December\n26 December', ['2026-12-25', '2026-12-26']],
    ['25 December\r\n\r\n26 December\n', ['2026-12-25', '2026-12-26']],
    ['25 Dec, 26 Dec', ['2026-12-25', '2026-12-26']],
    ['25 Dec 2026, 2027-01-01; 1 May', ['2026-12-25', '2027-01-01', '2027-05-01']],
    ['Dec 25, 2026, Jan 1, 2027', ['2026-12-25', '2027-01-01']],
    ['Fri, 25 Dec and Sat, 26 Dec', ['2026-12-25', '2026-12-26']],
    ['25 Dec & 26 Dec', ['2026-12-25', '2026-12-26']],
    ['26 Dec\n25 Dec\n26 Dec 2026', ['2026-12-25', '2026-12-26']],
  ])('%j', (text, days) => {
    expect(read(text)).toEqual(days);
  });

  test('nothing is none', () => {
    for (const text of ['', ' ', '\n \n', ', ,']) expect(read(text)).toEqual([]);
  });
});

describe('a range', () => {
  test.each([
    '24 Dec 2026 – 2 Jan 2027',
    '24 Dec – 2 Jan',
    '24 Dec – 2 Jan 2027',
    '24 Dec 2026 – 2 Jan',
    '24 Dec — 2 Jan',
    '24 Dec - 2 Jan',
    '24 Dec-2 Jan',
    '24 Dec–2 Jan',
    '24 Dec -- 2 Jan',
    '24 Dec .. 2 Jan',
    'from 24 December to 2 January',
    '24 December until 2 January',
    'Thu 24 Dec – Sat 2 Jan',
    '2026-12-24 – 2027-01-02',
    '2026-12-24 to 2027-01-02',
    '2026-12-24-2027-01-02',
    '24.12. – 2.1.',
    '24.12.2026–2.1.2027',
    'Dec 24, 2026 – Jan 2, 2027',
  ])('“%s”', (text) => {
    expect(read(text)).toEqual(holidays);
  });

  test.each(['24–26 Dec', '24-26 December 2026', '24 to 26 Dec', 'Dec 24–26', 'Dec 24-26, 2026'])(
    'with the month said once: “%s”',
    (text) => {
      expect(read(text)).toEqual(['2026-12-24', '2026-12-25', '2026-12-26']);
    },
  );

  test('that has begun is taken from today on', () => {
    expect(read('24 Dec – 2 Jan', '2026-12-30')).toEqual(fromTo('2026-12-30', '2027-01-02'));
    expect(read('1 Nov 2026 – 29 Nov 2026')).toEqual(['2026-11-28', '2026-11-29']);
  });

  test('of one day is that day', () => {
    expect(read('25 Dec – 25 Dec')).toEqual([christmas]);
  });
});

describe('what is not a day is refused, and named', () => {
  test.each([
    ['Christmas', 'not_understood: Christmas'],
    ['25 Dec\nsometime in May\n1 June', 'not_understood: sometime in May'],
    ['25 Dec, whenever', 'not_understood: 25 Dec, whenever'],
    ['25 Dec (Christmas)', 'not_understood: 25 Dec (Christmas)'],
    ['Friday', 'not_understood: Friday'],
    ['every Friday', 'not_understood: every Friday'],
    ['December', 'not_understood: December'],
    ['2026', 'not_understood: 2026'],
    ['25', 'not_understood: 25'],
    ['25 Dec 5pm', 'not_understood: 25 Dec 5pm'],
    ['24, 25 Dec', 'not_understood: 24, 25 Dec'],
    ['24 Dec – 26 Dec – 28 Dec', 'not_understood: 24 Dec – 26 Dec – 28 Dec'],
    ['<@U0ANA>', 'not_understood: <@U0ANA>'],
    ['🎄', 'not_understood: 🎄'],
  ])('%j', (text, refused) => {
    expect(read(text)).toBe(refused);
  });

  test.each([
    ['5/11', 'ambiguous: 5/11'],
    ['5/11/2026', 'ambiguous: 5/11/2026'],
    ['05-11-2026', 'ambiguous: 05-11-2026'],
    ['25/12/26', 'ambiguous: 25/12/26'],
    ['25-12-26', 'ambiguous: 25-12-26'],
    ['5/11 – 6/11', 'ambiguous: 5/11 – 6/11'],
  ])('numbers that could be two days: %j', (text, refused) => {
    expect(read(text)).toBe(refused);
  });

  test('numbers that can be one day only are read', () => {
    expect(read('5/5')).toEqual(['2027-05-05']);
    expect(read('5.11.')).toEqual(['2027-11-05']);
  });

  test.each([
    ['31 April', 'no_such_day: 31 April'],
    ['2026-13-01', 'no_such_day: 2026-13-01'],
    ['30 Feb – 3 March', 'no_such_day: 30 Feb – 3 March'],
    ['1 March – 32 March', 'no_such_day: 1 March – 32 March'],
    ['Thu 25 Dec 2026', 'no_such_day: Thu 25 Dec 2026'],
    ['Thu 25 Dec', 'no_such_day: Thu 25 Dec'],
    ['0 Jan', 'no_such_day: 0 Jan'],
  ])('days that do not exist: %j', (text, refused) => {
    expect(read(text)).toBe(refused);
  });

  test.each([
    ['25 Dec 2025', 'past: 25 Dec 2025'],
    ['27 Nov 2026', 'past: 27 Nov 2026'],
    ['1 May 2026 – 5 May 2026', 'past: 1 May 2026 – 5 May 2026'],
    ['25 Dec 1026', 'past: 25 Dec 1026'],
    ['26 Dec, 25 Dec 2025', 'past: 25 Dec 2025'],
    ['25 Dec 2062', 'too_far: 25 Dec 2062'],
    ['2026-12-01 – 9999-12-31', 'too_far: 2026-12-01 – 9999-12-31'],
    ['26 Dec 2026 – 24 Dec 2026', 'backwards: 26 Dec 2026 – 24 Dec 2026'],
    ['26–24 Dec', 'backwards: 26–24 Dec'],
    ['26 Dec – 24 Dec', 'backwards: 26 Dec – 24 Dec'],
  ])('years and ends that cannot be meant: %j', (text, refused) => {
    expect(read(text)).toBe(refused);
  });

  test('a day that passed while the form was open stays what it was', () => {
    expect(read('27 Nov 2026', TODAY, ['2026-11-27'])).toEqual(['2026-11-27']);
    expect(read('26 Nov 2026 – 30 Nov 2026', TODAY, ['2026-11-27'])).toEqual(
      fromTo('2026-11-27', '2026-11-30'),
    );
  });

  test('more days than a circle may keep, at the line that is too many', () => {
    const most = `${TODAY} – ${addDays(TODAY, CLOSED_DAYS_MAX - 1)}`;
    expect(read(most)).toHaveLength(CLOSED_DAYS_MAX);
    expect(read(`${most}\n${TODAY}`)).toHaveLength(CLOSED_DAYS_MAX);
    expect(read(`${most}\n1 July 2027\n2 July 2027`)).toBe('too_many: 1 July 2027');
    expect(read('1 Jan 2027 – 31 Dec 2027')).toBe('too_many: 1 Jan 2027 – 31 Dec 2027');
  });
});

describe('days written for the form', () => {
  test('are one a line, and together where they follow one another', () => {
    expect(writtenDays([])).toBe('');
    expect(writtenDays(['2027-05-01', ...holidays, christmas])).toBe(
      '24 December 2026 – 2 January 2027\n1 May 2027',
    );
  });

  const ahead = fc.uniqueArray(fc.integer({ min: 0, max: 1_000 }), { maxLength: CLOSED_DAYS_MAX });

  test('read back to exactly the same days, and fit into the field', () => {
    fc.assert(
      fc.property(ahead, fc.integer({ min: 0, max: 800 }), (offsets, later) => {
        const today = addDays(TODAY, later);
        const days = offsets.map((offset) => addDays(today, offset)).sort();
        const text = writtenDays(days);
        expect(parseTypedDays(text, today)).toEqual({ days });
        expect(text.length).toBeLessThanOrEqual(3_000);
      }),
    );
  });

  test('whatever is typed is read or refused, and never thrown', () => {
    const part = fc.constantFrom(
      '25',
      'Dec',
      '-',
      '–',
      '/',
      '.',
      ',',
      ' ',
      '2026',
      '\n',
      'to',
      '31',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const found = parseTypedDays(text, TODAY);
        if ('refused' in found) expect(found.refused.line).not.toBe('');
        else expect(found.days.every((day) => day >= TODAY)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
