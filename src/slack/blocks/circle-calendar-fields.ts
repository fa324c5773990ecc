import type { InputBlock } from '@slack/types';
import { dayOf, type Calendar, type Day, type Instant } from '../../core/calendar.ts';
import type { CircleSettings } from '../../core/circle.ts';
import { daysFrom, spansOf } from '../../core/closed-days.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, list } from '../../words/terms.ts';
import { circleFields } from './circle-fields.ts';
import { checkboxes, option } from './elements.ts';
import { input, plainTextInput } from './input.ts';

/** Days or ranges that a sentence holds; a longer list says how many more there are. */
const SPANS_MAX = 12;

/** The weekdays, Monday first, by their ISO numbers: the values of the form. */
const WEEKDAYS = [
  [1, 'monday'],
  [2, 'tuesday'],
  [3, 'wednesday'],
  [4, 'thursday'],
  [5, 'friday'],
  [6, 'saturday'],
  [7, 'sunday'],
] as const;

/**
 * On which days the circle works: its weekdays, and the closed days to come as `written`, which
 * reads back to the same days. Source: docs/process.md §2.2.
 */
export function calendarFields(
  { calendar }: CircleSettings,
  written: string,
  { calendar: { form, weekday } }: Words,
): InputBlock[] {
  const [[first, firstName], ...others] = WEEKDAYS;
  const dayOption = (number: number, name: keyof typeof weekday) =>
    option({ value: String(number), label: weekday[name]() });
  return [
    input({
      field: circleFields.workingWeekdays,
      label: form.weekdays(),
      hint: form.weekdaysHint(),
      element: checkboxes({
        options: [
          dayOption(first, firstName),
          ...others.map(([number, name]) => dayOption(number, name)),
        ],
        initial: calendar.workingWeekdays.map(String),
      }),
    }),
    input({
      field: circleFields.closedDays,
      label: form.closedDays(),
      hint: form.closedDaysHint(),
      optional: true,
      element: plainTextInput({ initial: written, multiline: true }),
    }),
  ];
}

/** The days on which the circle works, for its members (docs/process.md §2.2). */
export function calendarShown({ calendar }: CircleSettings, now: Instant, words: Words): Saying[] {
  const { show } = words.calendar;
  const ahead = daysFrom(calendar.closedDays, dayOf(now, calendar.timeZone));
  return [
    show.weekdays({ days: weekdaysNamed(calendar, words) }),
    ...(ahead.length > 0 ? [show.closedDays({ days: daysNamed(ahead, words) })] : []),
  ];
}

/** “Monday, Tuesday and Friday”. */
export function weekdaysNamed({ workingWeekdays }: Calendar, { calendar }: Words): Saying {
  const names = WEEKDAYS.filter(([number]) => workingWeekdays.includes(number));
  return list(names.map(([, name]) => calendar.weekday[name]()));
}

/** Days as a sentence names them; those that follow one another as a range. */
export function daysNamed(days: readonly Day[], words: Words): Saying {
  const spans = spansOf(days).map(({ from, to }) =>
    from === to ? day(from) : words.calendar.span({ from: day(from), to: day(to) }),
  );
  if (spans.length <= SPANS_MAX) return list(spans);
  const shown = joined(spans.slice(0, SPANS_MAX), ', ');
  return joined([shown, words.everyday.tooManyToShow({ n: spans.length - SPANS_MAX })]);
}
