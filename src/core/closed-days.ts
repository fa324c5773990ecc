import { addDays, dayOf, instantOf, isWorkingDay } from './calendar.ts';
import type { Calendar, Day, Instant } from './calendar.ts';

/** Closed days ahead that a circle may keep (choice). */
export const CLOSED_DAYS_MAX = 120;
/** Days in a row without a working day (choice): no round could end in them. */
export const REST_DAYS_MAX = 120;
/** Passed days are kept this long: spans that began before them still count by them. */
const KEPT_DAYS = 366;

/** Days one after another, from the first to the last. */
export type DaySpan = { readonly from: Day; readonly to: Day };

/** What can be wrong with a circle's calendar, and the field that it belongs to. */
export type CalendarRefusal =
  | { readonly code: 'working_weekday_missing'; readonly field: 'working_weekdays' }
  | { readonly code: 'too_many_closed_days'; readonly field: 'closed_days'; readonly max: number }
  | {
      readonly code: 'rest_too_long';
      readonly field: 'closed_days';
      readonly from: Day;
      readonly max: number;
    };

/**
 * What is wrong with the days on which a circle works, or null. Without a working day in sight no
 * deadline can be worked out, so a circle works on one weekday at least and rests for 120 days in
 * a row at most: weekdays off before and after its closed days are of the same rest.
 * Source: docs/process.md §2.2.
 */
export function checkCalendar(calendar: Calendar, at: Instant): CalendarRefusal | null {
  const { workingWeekdays, closedDays, timeZone } = calendar;
  if (!workingWeekdays.some((weekday) => weekday >= 1 && weekday <= 7)) {
    return { code: 'working_weekday_missing', field: 'working_weekdays' };
  }
  const ahead = daysFrom(closedDays, dayOf(at, timeZone));
  const max = CLOSED_DAYS_MAX;
  if (ahead.length > max) return { code: 'too_many_closed_days', field: 'closed_days', max };
  const starts = spansOf(ahead).map(({ from: closed }) => restStart(closed, calendar));
  const from = starts.find((day) => restsTooLong(day, calendar));
  if (from === undefined) return null;
  return { code: 'rest_too_long', field: 'closed_days', from, max: REST_DAYS_MAX };
}

/**
 * The closed days after a form named the coming ones. Those that have passed stay for a year,
 * though no form shows them: a span in working days that began before them still counts by them.
 * Coming days as they were are no change. Source: docs/process.md §2.2.
 */
export function closedDaysAfter(
  before: readonly Day[],
  named: readonly Day[],
  today: Day,
): readonly Day[] {
  const ahead = daysFrom(named, today);
  if (ahead.join() === daysFrom(before, today).join()) return before;
  const oldest = addDays(today, -KEPT_DAYS);
  return [...daysFrom(before, oldest).filter((day) => day < today), ...ahead];
}

/** Those from `first` on, in order, each once. */
export function daysFrom(days: readonly Day[], first: Day): Day[] {
  return [...new Set(days)].filter((day) => day >= first).sort();
}

/** Days that follow one another, taken together. */
export function spansOf(days: readonly Day[]): DaySpan[] {
  const spans: DaySpan[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = spans.at(-1);
    if (last && addDays(last.to, 1) === day) spans[spans.length - 1] = { ...last, to: day };
    else spans.push({ from: day, to: day });
  }
  return spans;
}

/**
 * The closed days inside a window on which the circle would else have worked; a day counts when
 * its noon is inside. Source: docs/process.md §2.2.
 */
export function closedDaysWithin(from: Instant, to: Instant, calendar: Calendar): Day[] {
  const usual = { ...calendar, closedDays: [] };
  return daysFrom(calendar.closedDays, dayOf(from, calendar.timeZone)).filter((day) => {
    const noon = instantOf(day, 12, 0, calendar.timeZone);
    return noon >= from && noon <= to && isWorkingDay(day, usual);
  });
}

/** The first day of the rest that a closed day is part of, as far back as a rest may begin. */
function restStart(day: Day, calendar: Calendar): Day {
  let first = day;
  for (let days = 0; days < REST_DAYS_MAX; days += 1) {
    const before = addDays(first, -1);
    if (isWorkingDay(before, calendar)) return first;
    first = before;
  }
  return first;
}

function restsTooLong(first: Day, calendar: Calendar): boolean {
  for (let days = 0; days <= REST_DAYS_MAX; days += 1) {
    if (isWorkingDay(addDays(first, days), calendar)) return false;
  }
  return true;
}
