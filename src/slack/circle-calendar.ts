import { dayOf, isTimeZone, type Calendar, type Day, type Instant } from '../core/calendar.ts';
import { CLOSED_DAYS_MAX, closedDaysAfter, daysFrom } from '../core/closed-days.ts';
import { cutText } from '../core/text.ts';
import { parseTypedDays, writtenDays, YEARS_AHEAD } from '../shell/typed-days.ts';
import type { TypedDaysRefusal } from '../shell/typed-days.ts';
import type { Words } from '../words/index.ts';
import type { Saying } from '../words/message.ts';
import { circleFields } from './blocks/circle-fields.ts';
import type { Fields } from './form-state.ts';
import type { Services } from './services.ts';

/** Characters of a line that a refusal names: what stands under a field has little room. */
const LINE_MAX = 60;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The closed days to come, as the form shows them and reads them back (docs/process.md §2.2). */
export function closedDaysShown(calendar: Calendar, now: Instant): string {
  return writtenDays(daysFrom(calendar.closedDays, todayIn(calendar.timeZone, now)));
}

/**
 * The calendar that the form says, or why its closed days cannot be read. What it does not ask for
 * stays as it was. Source: docs/process.md §2.2.
 */
export function calendarChosen(
  fields: Fields,
  before: Calendar,
  { words, now }: Services,
): { readonly calendar: Calendar } | { readonly problem: Saying } {
  const timeZone = fields.chosen(circleFields.timeZone) ?? before.timeZone;
  const ticked = fields.ticked(circleFields.workingWeekdays);
  const workingWeekdays = fields.has(circleFields.workingWeekdays)
    ? WEEKDAYS.filter((weekday) => ticked.includes(String(weekday)))
    : before.workingWeekdays;
  const kept = { ...before, timeZone, workingWeekdays };
  if (!fields.has(circleFields.closedDays)) return { calendar: kept };

  const today = todayIn(timeZone, now());
  const typed = fields.text(circleFields.closedDays) ?? '';
  const read = parseTypedDays(typed, today, before.closedDays);
  if ('refused' in read) return { problem: problemOf(read.refused, words) };
  const closedDays = closedDaysAfter(before.closedDays, read.days, today);
  return { calendar: { ...kept, closedDays } };
}

/** A zone that nobody knows is refused under its own field: until then it is as good as any. */
function todayIn(timeZone: string, now: Instant): Day {
  return dayOf(now, isTimeZone(timeZone) ? timeZone : 'UTC');
}

function problemOf({ code, line: typed }: TypedDaysRefusal, { calendar }: Words): Saying {
  const line = cutText(typed, LINE_MAX);
  return calendar.refused[code]({ line, years: YEARS_AHEAD, max: CLOSED_DAYS_MAX });
}
