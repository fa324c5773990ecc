import { parse, type ParsedResult } from 'chrono-node/en';
import {
  CLOSING_HOUR,
  addDays,
  addMonths,
  dayOf,
  instantOf,
  isDay,
  windowDeadline,
  workingDayFrom,
  workingDaysAfter,
} from '../core/calendar.ts';
import type { Calendar, Day, Instant } from '../core/calendar.ts';
import { withTimeToType } from '../core/deadline.ts';

/** The deadline in what a person typed, and their text without it. */
export type TypedDeadline = { readonly at: Instant; readonly text: string };

/**
 * Finds the deadline in the text of a command: "Open on Sundays until friday 5pm". Null where there
 * is none; whether the circle allows it is for `checkDeadline` to say.
 *
 * Titles are full of days ("Open on Sundays"), so words count as a deadline only where they are
 * - the whole text: "friday 5pm";
 * - at the start, after by, until, till, before, due or deadline, and set off by a colon or a dash:
 *   "until Friday: Open on Sundays" (after due and deadline a comma will do);
 * - at the very end after one of these words: "Open on Sundays by 3 working days". Not where what
 *   is before reads as its beginning: "Open from Monday until Friday";
 * - at the very end after a comma, semicolon, dash, bar, bracket or closing quote, where they can
 *   hardly mean another thing: a day with a time, or "3d", "in a week", "3 working days".
 *   Not "Opening day, Sunday", nor "A trial, 3 months".
 * In all of them every word must belong to the deadline, and a day must be named.
 *
 * Without a time it is 17:00. What is counted ("in a week") moves on to a working day; what is
 * named ("sunday") stays. A weekday is always a later day than today. Hours 1 to 5 are in the
 * afternoon unless am or a leading zero says otherwise. Of `5/11` nobody knows the month: null.
 *
 * Source: docs/process.md §2.2.
 */
export function parseTypedDeadline(
  text: string,
  now: Instant,
  calendar: Calendar,
): TypedDeadline | null {
  for (const { phrase, rest, isIntroduced } of readingsOf(withoutBlanks(text))) {
    if (phrase.length > PHRASE_MAX) continue;
    const found = countedMoment(phrase, now, calendar) ?? namedMoment(phrase, now, calendar);
    if (found && (isIntroduced || found.isSure)) {
      return { at: found.at, text: cleanTitle(trimSeparators(rest)) };
    }
  }
  return null;
}

/** A title as typed, without extra blanks and without quotes around the whole of it. */
export function cleanTitle(text: string): string {
  const title = withoutBlanks(text);
  const [opening, inner, closing] = [title.slice(0, 1), title.slice(1, -1), title.slice(-1)];
  const quotesInside = inner.replace(APOSTROPHES, '');
  const isWrapped = !quotesInside.includes(opening) && !quotesInside.includes(closing);
  return isWrapped && QUOTES.includes(opening + closing) ? inner.trim() : title;
}

/** One way to read the text: `phrase` would be the deadline, `rest` the title. */
type Reading = { readonly phrase: string; readonly rest: string; readonly isIntroduced: boolean };

/** A moment; `isSure` where its words could hardly be part of a title. */
type Moment = { readonly at: Instant; readonly isSure: boolean };

/** Year, month, day, hour … as the parser found them. */
type Parts = ParsedResult['start'];

type TimeOfDay = { readonly hour: number; readonly minute: number };

const PHRASE_MAX = 60;
/** For questions whose answer does not hang on today. */
const ANY_DAY: Day = '2000-01-01';
/** Opening and closing, as people of many languages set them. */
const QUOTES = ['“”', '„“', '„”', '””', '""', '«»', '»«', '‘’', '’’', "''"];
const APOSTROPHES = /(?<=\p{L})['’](?=\p{L})/gu;

const INTRODUCTION = /(?:by|until|till|before|due(?: by)?|deadline(?: is)?)(?: ?: ?| )/;
const LEADING_INTRODUCTION = new RegExp(`^${INTRODUCTION.source}`, 'i');
const TRAILING_INTRODUCTION = new RegExp(`(?<=[\\s,;:(|–—"”])${INTRODUCTION.source}`, 'gi');
const LEADING_SEPARATOR = /: |:(?=[^\d\s])| [-–—|] |; /g;
const TRAILING_SEPARATOR = / [-–—|] | \(|[,;”“"»] /g;
/** What no title ends with: the words after it belong to it. */
const UNFINISHED = /\b(?:from|to|and|or|than|not|the|a|an|just|only|even|week|days?|stand)$/i;

const NUMBER_WORDS = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const COUNTED = new RegExp(
  `^(in |within )?(\\d{1,3}|an|${NUMBER_WORDS.join('|')}|ten)[ -]?` +
    '(working[ -]days?|business[ -]days?|work ?days?|wd|bd|hours?|hrs?|h|days?|d|' +
    'weeks?|wks?|w|fortnights?|months?)(?: from (?:now|today))?(?:,? (?:at )?(.+))?$',
  'i',
);
const NEVER_A_DEADLINE = /\b(?:last|past|ago|yesterday|previous|now|weekends?)\b/i;
const END_OF_DAY = new RegExp(
  '\\b(?:the )?(?:end of (?:the )?(?:day|business)|eod|cob|close of business|' +
    'end of(?= (?:mon|tue|wed|thu|fri|sat|sun|today|tomorrow)))\\b(?: on| of)?',
  'i',
);
const TIMES_OF_DAY: readonly (readonly [RegExp, number])[] = [
  [/\bmorning\b/i, 9],
  [/\bafternoon\b/i, 15],
  [/\bevening\b/i, 20],
  [/\b(?:tonight|night)\b/i, 22],
];

function* readingsOf(line: string): Generator<Reading> {
  yield { phrase: line.replace(LEADING_INTRODUCTION, ''), rest: '', isIntroduced: true };
  yield* leadingReadings(line);
  for (const { 0: words, index } of line.matchAll(TRAILING_INTRODUCTION)) {
    const phrase = line.slice(index + words.length);
    if (phrase.length > PHRASE_MAX) continue;
    const rest = trimSeparators(line.slice(0, index));
    const isRange = /^(?:un)?till?\b/i.test(words) && endsInDate(rest);
    if (rest === '' || UNFINISHED.test(rest) || isRange) continue;
    yield { phrase, rest, isIntroduced: true };
  }
  for (const { 0: separator, index } of line.matchAll(TRAILING_SEPARATOR)) {
    const phrase = line.slice(index + separator.length);
    if (phrase.length > PHRASE_MAX) continue;
    const closesQuote = /^[”“"»]/.test(separator) && /^[“„"«]/.test(line);
    const rest = line.slice(0, closesQuote ? index + 1 : index);
    if (trimSeparators(rest) === '' || endsInDate(rest)) continue;
    yield { phrase, rest, isIntroduced: closesQuote };
  }
}

function* leadingReadings(line: string): Generator<Reading> {
  const words = LEADING_INTRODUCTION.exec(line)?.[0];
  if (words === undefined) return;
  const tail = line.slice(words.length);
  const isRange = parse(tail.slice(0, PHRASE_MAX), noonOf(ANY_DAY))[0]?.end;
  if (isRange) return;
  const commas = /^d/i.test(words) ? [...tail.matchAll(/, /g)] : [];
  for (const { 0: separator, index } of [...tail.matchAll(LEADING_SEPARATOR), ...commas]) {
    const rest = tail.slice(index + separator.length);
    if (rest !== '') yield { phrase: tail.slice(0, index), rest, isIntroduced: true };
  }
}

/** "3 working days", "in a week", "72h at noon": counted from now. */
function countedMoment(phrase: string, now: Instant, calendar: Calendar): Moment | null {
  const [, prefix, number = '', unit = '', tail] = COUNTED.exec(withoutEnd(phrase)) ?? [];
  const count = countOf(number.toLowerCase());
  if (count === 0) return null;
  const isWorkingDays = /^(?:work|bus|wd|bd)/i.test(unit);
  const isSure = prefix !== undefined || isWorkingDays || /^[dh]$/i.test(unit);
  if (/^h/i.test(unit)) {
    // "17h" is five in the afternoon to many, and no deadline is that near.
    const isTimeOfDay = /^h$/i.test(unit) && prefix === undefined && count <= 24;
    const at = withTimeToType(now + count * 3_600_000);
    return isTimeOfDay || tail !== undefined ? null : { at, isSure };
  }
  const time = tail === undefined ? { hour: CLOSING_HOUR, minute: 0 } : timeIn(tail);
  if (time === null) return null;
  const day = isWorkingDays
    ? dayOf(workingDaysAfter(now, count, calendar), calendar.timeZone)
    : countedDay(count, unit, now, calendar);
  return { at: instantOf(day, time.hour, time.minute, calendar.timeZone), isSure };
}

function countedDay(count: number, unit: string, now: Instant, calendar: Calendar): Day {
  const { timeZone } = calendar;
  if (/^m/i.test(unit)) return workingDayFrom(addMonths(dayOf(now, timeZone), count), calendar);
  const days = /^f/i.test(unit) ? 14 : /^w/i.test(unit) ? 7 : 1;
  return dayOf(windowDeadline(now, count * days, calendar), timeZone);
}

function countOf(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  if (number === 'an' || number === 'a') return 1;
  return number === 'ten' ? 10 : Math.max(NUMBER_WORDS.indexOf(number), 0);
}

/** "friday 5pm", "24 December", "2026-12-24T17:00+01:00": a day by its name or date. */
function namedMoment(phrase: string, now: Instant, calendar: Calendar): Moment | null {
  const bare = withoutEnd(phrase);
  if (NEVER_A_DEADLINE.test(bare) || isAmbiguous(bare)) return null;
  const words = inChronoWords(bare.replace(END_OF_DAY, ' ').trim()).replace(/^on /i, '');
  const today = dayOf(now, calendar.timeZone);
  const start = parseWhole(words, today) ?? parseWhole(words.replace(/^the (?=\d)/i, ''), today);
  if (start === null || !namesDay(start, words)) return null;

  const day = dayIn(start, today);
  if (day === null) return null;
  const time = timeOfDayIn(start, words);
  const offset = start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null;
  const at =
    offset === null
      ? instantOf(day, time.hour, time.minute, calendar.timeZone)
      : instantOf(day, time.hour, time.minute, 'UTC') - offset * 60_000;
  return { at, isSure: start.isCertain('hour') };
}

/** The parts of a text that is a date from end to end; null for ranges and for anything else. */
function parseWhole(words: string, today: Day): Parts | null {
  const [result, ...others] = parse(words, noonOf(today), { forwardDate: true });
  if (!result || others.length > 0 || result.end) return null;
  return result.index === 0 && result.text.length === words.length ? result.start : null;
}

/**
 * The parser works in the machine's own zone. It is given the circle's date there, at noon, which
 * no zone skips; its parts are then put together in the circle's zone, because its own result is
 * an hour off where summer time begins or ends in between.
 */
function noonOf(today: Day): Date {
  return new Date(`${today}T12:00:00`);
}

function namesDay(start: Parts, words: string): boolean {
  const isCounted = start.tags().has('result/relativeDate');
  if (isCounted && !/\b(?:next (?:week|day)|after tomorrow)\b/i.test(words)) return false;
  return start.isCertain('day') || start.isCertain('weekday');
}

function dayIn(start: Parts, today: Day): Day | null {
  const [year, month, date] = [start.get('year'), start.get('month'), start.get('day')];
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  if (!isDay(day)) return null;
  const isWeekdayOnly = start.isCertain('weekday') && !start.isCertain('day');
  return isWeekdayOnly && day <= today ? addDays(day, 7) : day;
}

function timeOfDayIn(start: Parts, words: string): TimeOfDay {
  if (!start.isCertain('hour')) {
    const named = TIMES_OF_DAY.find(([pattern]) => pattern.test(words));
    return { hour: named?.[1] ?? CLOSING_HOUR, minute: 0 };
  }
  const hour = start.get('hour') ?? CLOSING_HOUR;
  const isAfternoon = hour >= 1 && hour <= 5 && !start.isCertain('meridiem');
  const hasLeadingZero = /(?<!\d)0\d[:.]\d{2}/.test(words);
  return {
    hour: isAfternoon && !hasLeadingZero ? hour + 12 : hour,
    minute: start.get('minute') ?? 0,
  };
}

/** A time of day and nothing else; null for any other words. */
function timeIn(text: string): TimeOfDay | null {
  const words = inChronoWords(`at ${text}`);
  const start = parseWhole(words, ANY_DAY) ?? parseWhole(words.slice(3), ANY_DAY);
  if (!start?.isCertain('hour') || start.isCertain('day') || start.isCertain('weekday'))
    return null;
  return timeOfDayIn(start, words);
}

/** Spells "17h", "17h30", "@" and "24.12.2026" so that the parser reads them as Europeans do. */
function inChronoWords(words: string): string {
  return words
    .replace(/ ?@ ?/g, ' at ')
    .replace(
      /\b(\d{1,2})[.](\d{1,2})[.](\d{4})\b/g,
      (_, date: string, month: string, year: string) =>
        [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-'),
    )
    .replace(/(\d) (\d{2}:\d{2}(?::\d{2})?)Z\b/gi, '$1T$2Z')
    .replace(/\b(\d{1,2})h(\d{2})\b/gi, '$1:$2')
    .replace(/\b(\d{1,2}:\d{2}) ?h(?:rs?)?\b/gi, '$1')
    .replace(/(?<= )(\d{1,2}) ?h(?:rs?)?\b|^(\d{1,2}) ?h(?= )/gi, '$1$2:00');
}

function isAmbiguous(words: string): boolean {
  const [, one, other] = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?!\d)/.exec(words) ?? [];
  return one !== other && Number(one) <= 12 && Number(other) <= 12;
}

/** True where the text ends in a day or a time: an "until Friday" after it is its other end. */
function endsInDate(text: string): boolean {
  const tail = text.slice(-PHRASE_MAX);
  return parse(tail, noonOf(ANY_DAY)).some(({ index, text: words, start }) => {
    const names = (['day', 'weekday', 'hour'] as const).some((part) => start.isCertain(part));
    return names && index + words.length === tail.length;
  });
}

function withoutBlanks(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

function trimSeparators(text: string): string {
  return text.replace(/^[\s,;:|–—-]+|[\s,;:|(–—-]+$/g, '');
}

function withoutEnd(phrase: string): string {
  return phrase.replace(/[\s,;!?)]+$/, '').replace(/(?<![ap]\.m)\.$/i, '');
}
