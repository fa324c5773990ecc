/** A date as somebody typed it; `year` and `weekday` are null where they did not say. */
export type TypedDate = {
  readonly year: number | null;
  /** 1 = January. */
  readonly month: number;
  readonly date: number;
  /** ISO number: 1 = Monday to 7 = Sunday. */
  readonly weekday: number | null;
};

/** The months as they are written out. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const MONTH =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|' +
  'sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY =
  '(?:(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const DATE = '(?:the )?(?<date>\\d{1,2})(?:st|nd|rd|th)?\\.?';
const YEAR = '(?:,? ?-?(?<year>\\d{4}))?';

const ISO = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<date>\d{1,2})$/;
const DATE_FIRST = new RegExp(`^${WEEKDAY}${DATE}(?: of)?[ -]?${MONTH}${YEAR}$`, 'i');
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH}[ -]?${DATE}${YEAR}$`, 'i');
const DOTTED = /^(?<date>\d{1,2})\. ?(?<month>\d{1,2})(?:\. ?(?<year>\d{4}|\d{2}))?\.?$/;
const SLASHED = /^(?<one>\d{1,2})(?<mark>[-/])(?<other>\d{1,2})(?:\k<mark>(?<year>\d{4}|\d{2}))?$/;

/**
 * The date that a text is from end to end, or why it is none. Whether there is such a day is not
 * asked here. Of `5/11` nobody knows the month, and of `25/12/26` nobody the year: they are
 * ambiguous. `25/12` can only be one day, and who writes `5.11.` puts the month last.
 */
export function dateIn(text: string): TypedDate | 'not_understood' | 'ambiguous' {
  const slashed = SLASHED.exec(text)?.groups;
  if (slashed) return slashedDate(slashed);
  const patterns = [ISO, DATE_FIRST, MONTH_FIRST, DOTTED];
  const groups = patterns.map((pattern) => pattern.exec(text)?.groups).find(Boolean);
  if (!groups) return 'not_understood';
  const { year, month = '', date, weekday } = groups;
  return {
    year: year === undefined ? null : Number(year.length === 2 ? `20${year}` : year),
    month: /^\d/.test(month) ? Number(month) : monthNamed(month),
    date: Number(date),
    weekday: weekday === undefined ? null : WEEKDAYS.indexOf(startOf(weekday)) + 1,
  };
}

function slashedDate(groups: Readonly<Record<string, string | undefined>>) {
  const { year } = groups;
  const [one, other] = [Number(groups['one']), Number(groups['other'])];
  const isShort = year?.length === 2;
  if (isShort || (one !== other && one <= 12 && other <= 12)) return 'ambiguous';
  const [date, month] = one > 12 ? [one, other] : [other, one];
  return { year: year === undefined ? null : Number(year), month, date, weekday: null };
}

function monthNamed(name: string): number {
  return MONTHS.findIndex((month) => startOf(month) === startOf(name)) + 1;
}

function startOf(name: string): string {
  return name.slice(0, 3).toLowerCase();
}
