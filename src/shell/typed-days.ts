import { addDays, addMonths, isDay, type Day } from '../core/calendar.ts';
import { CLOSED_DAYS_MAX, daysFrom, spansOf } from '../core/closed-days.ts';
import { dateIn, MONTHS, type TypedDate } from './typed-date.ts';

/** How far ahead a day may be: a year with a slip of the finger is found out (choice). */
export const YEARS_AHEAD = 3;

/** Why days are not taken, and what was typed that is the reason. */
export type TypedDaysRefusal = {
  readonly code:
    'not_understood' | 'ambiguous' | 'no_such_day' | 'past' | 'too_far' | 'backwards' | 'too_many';
  readonly line: string;
};

export type TypedDays = { readonly days: readonly Day[] } | { readonly refused: TypedDaysRefusal };

type Code = TypedDaysRefusal['code'];
/** What one piece of text says: days, or why it says none. */
type Reading = { readonly from: Day; readonly to: Day } | Code;
type Context = { readonly today: Day; readonly known: ReadonlySet<Day> };

/**
 * Reads days as people type them: one a line, or a few with commas between them; days, and ranges
 * of them. "2026-12-25", "25 Dec", "Fri 25 December 2026", "25.12.2026", "24 Dec – 2 Jan 2027".
 *
 * Without a year it is the next such day. Nothing is guessed: one line that cannot be read refuses
 * all, and is named. Of `5/11` nobody knows the month. A day that has passed is refused unless it
 * is among `known`; of a range that has begun, what is left is taken.
 *
 * Source: docs/process.md §2.2.
 */
export function parseTypedDays(text: string, today: Day, known: readonly Day[] = []): TypedDays {
  const context = { today, known: new Set(known) };
  const days = new Set<Day>();
  for (const typed of text.split(/[\n\r]+/)) {
    const line = tidy(typed);
    const read = line === '' ? [] : readLine(line, context);
    if (!Array.isArray(read)) return { refused: { code: read.code, line: read.line } };
    for (const day of read) days.add(day);
    if (daysFrom([...days], today).length > CLOSED_DAYS_MAX) {
      return { refused: { code: 'too_many', line } };
    }
  }
  return { days: [...days].sort() };
}

/** The same days, written so that reading them gives them back: a day or a range a line. */
export function writtenDays(days: readonly Day[]): string {
  return spansOf(days)
    .map(({ from, to }) => (from === to ? written(from) : `${written(from)} – ${written(to)}`))
    .join('\n');
}

function written(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year}`;
}

/** The days of a line; of pieces between commas, the longest that can be read go together. */
function readLine(line: string, context: Context): Day[] | TypedDaysRefusal {
  const whole = readPiece(line, context.today);
  if (whole !== 'not_understood') return daysOf(whole, line, context);
  const pieces = line.split(/\s*[,;&]\s*|\s+and\s+/i).filter((piece) => piece !== '');
  const days: Day[] = [];
  for (let at = 0; at < pieces.length;) {
    const found = longestFrom(pieces, at, context.today);
    if (!found) return { code: 'not_understood', line };
    const read = daysOf(found.reading, found.piece, context);
    if (!Array.isArray(read)) return read;
    days.push(...read);
    at += found.length;
  }
  return days;
}

/** "Dec 25, 2026" is one piece, and "25 Dec, 26 Dec" are two. */
function longestFrom(pieces: readonly string[], at: number, today: Day) {
  for (const length of [3, 2, 1]) {
    const some = pieces.slice(at, at + length);
    const piece = some.join(', ');
    const reading = some.length === length ? readPiece(piece, today) : 'not_understood';
    if (reading !== 'not_understood') return { reading, piece, length };
  }
  return null;
}

function daysOf(reading: Reading, line: string, { today, known }: Context) {
  if (typeof reading === 'string') return { code: reading, line };
  const { from, to } = reading;
  if (from > to) return { code: 'backwards' as const, line };
  if (to > addMonths(today, 12 * YEARS_AHEAD)) return { code: 'too_far' as const, line };
  if (to < today && !known.has(to)) return { code: 'past' as const, line };
  const days: Day[] = [];
  for (let day = to; day >= from && (day >= today || known.has(day)); day = addDays(day, -1)) {
    days.unshift(day);
  }
  return days;
}

/** A day, or a range of days: the longest text of which all belongs to it. */
function readPiece(piece: string, today: Day): Reading {
  const [start = '', end, ...more] = piece.split(RANGE);
  if (more.length > 0) return 'not_understood';
  if (end !== undefined) return rangeOf(start, end, today);
  const date = dateIn(piece);
  if (typeof date === 'string' && date !== 'not_understood') return date;
  if (typeof date !== 'string') return singleOf(date, today);
  // A hyphen without blanks stands in many dates, so it divides only what is none as a whole.
  for (const { index } of piece.matchAll(/-/g)) {
    const range = rangeOf(piece.slice(0, index), piece.slice(index + 1), today);
    if (range !== 'not_understood') return range;
  }
  return 'not_understood';
}

const RANGE = /\s*[–—‒−]\s*|\s+-+\s+|\s*\.{2,}\s*|\s*…\s*|\s+(?:to|until|till|through|thru)\s+/i;

function singleOf(date: TypedDate, today: Day): Reading {
  const day = nextOf(date, today);
  return day === null ? 'no_such_day' : { from: day, to: day };
}

/** The day with its year; without one, the next such day. Null where there is none. */
function nextOf(date: TypedDate, today: Day): Day | null {
  if (date.year !== null) return dayIn(date, date.year);
  const first = Number(today.slice(0, 4));
  // 29 February may be eight years away.
  for (let year = first; year <= first + 8; year += 1) {
    const { weekday: _weekday, ...anyWeekday } = date;
    const day = dayIn({ ...anyWeekday, weekday: null }, year);
    if (day !== null && day >= today) return dayIn(date, year);
  }
  return null;
}

/**
 * A range. Years that were not typed are those in which it ends next; it may begin in the year
 * before, as holidays do, but not so long before that it was rather typed the wrong way round.
 */
function rangeOf(start: string, end: string, today: Day): Reading {
  const dates = bothIn(start.replace(/^from /i, ''), end);
  if (typeof dates === 'string') return dates;
  const [first, last] = dates;
  const isOverNewYear = placeOf(first) > placeOf(last);
  const laterYear = first.year !== null && isOverNewYear ? first.year + 1 : first.year;
  const to = nextOf({ ...last, year: last.year ?? laterYear }, today);
  if (to === null) return 'no_such_day';
  const endYear = Number(to.slice(0, 4));
  const from = dayIn(first, first.year ?? (isOverNewYear ? endYear - 1 : endYear));
  if (from === null) return 'no_such_day';
  const isTurned = isOverNewYear && addDays(from, CLOSED_DAYS_MAX) < to;
  return isTurned ? 'backwards' : { from, to };
}

/** Where in a year the date stands. */
function placeOf({ month, date }: TypedDate): number {
  return month * 100 + date;
}

/** Both ends; "24 – 26 December" and "Dec 24 – 26" say the month once. */
function bothIn(start: string, end: string): readonly [TypedDate, TypedDate] | Code {
  const [first, last] = [dateIn(start), dateIn(end)];
  if (typeof first !== 'string' && typeof last !== 'string') return [first, last];
  const [, head] = BARE.exec(start) ?? [];
  if (head && typeof last !== 'string') {
    return [{ ...last, date: Number(head), weekday: null }, last];
  }
  const [, tail, typedYear] = BARE.exec(end) ?? [];
  if (tail && typeof first !== 'string') {
    const year = typedYear ? Number(typedYear) : first.year;
    return [
      { ...first, year },
      { ...first, year, date: Number(tail), weekday: null },
    ];
  }
  return first === 'ambiguous' || last === 'ambiguous' ? 'ambiguous' : 'not_understood';
}

/** A day of the month alone, perhaps with a year. */
const BARE = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)?\.?(?:,? (\d{4}))?$/i;

/** Null where there is no such day, or it is another weekday than the one that was typed. */
function dayIn({ month, date, weekday }: TypedDate, year: number): Day | null {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  if (!isDay(day)) return null;
  const isOther = weekday !== null && (new Date(day).getUTCDay() || 7) !== weekday;
  return isOther ? null : day;
}

function tidy(line: string): string {
  return line
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(/^[-*•–] /, '')
    .replace(/[\s,;.]+$/, '');
}
