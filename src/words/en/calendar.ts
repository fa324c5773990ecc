import { msg, num, term, text } from '../message.ts';

/** The days on which a circle works: its working weekdays and its closed days. */
export const calendar = {
  weekday: {
    monday: msg('Monday'),
    tuesday: msg('Tuesday'),
    wednesday: msg('Wednesday'),
    thursday: msg('Thursday'),
    friday: msg('Friday'),
    saturday: msg('Saturday'),
    sunday: msg('Sunday'),
  },
  form: {
    weekdays: msg('Working days'),
    weekdaysHint: msg('Deadlines fall on these days. “3 working days” counts only them.'),
    closedDays: msg('Closed days'),
    closedDaysHint: msg(
      'Holidays and other days off, one a line: 25 December 2026, or 24 Dec – 2 Jan. ' +
        'Days that are over are not shown any more. Deadlines that are set stay.',
    ),
  },
  show: {
    weekdays: msg('We work on {days}.', { days: term }),
    closedDays: msg('*Closed days:* {days}', { days: term }),
  },
  span: msg('{from} – {to}', { from: term, to: term }),
  preview: {
    closedOn: msg('Closed on {days}.', { days: term }),
    noneClosed: msg('No closed day inside.'),
  },
  news: {
    weekdays: msg('Working days'),
    newlyClosed: msg('*New closed days:* {days}', { days: term }),
    openAgain: msg('*No longer closed:* {days}', { days: term }),
    deadlines: msg(
      'No deadline of an open round moves. Working days are counted anew from now on.',
    ),
  },
  refused: {
    not_understood: msg(
      'We cannot read this as a day: “{line}”. Please write it like 25 December 2026.',
      { line: text },
    ),
    ambiguous: msg(
      'This could be two different days: “{line}”. Please write the month as a word.',
      { line: text },
    ),
    no_such_day: msg('There is no such day: “{line}”. Please check the date and the weekday.', {
      line: text,
    }),
    past: msg('This day is over: “{line}”. Please take it out, or correct the year.', {
      line: text,
    }),
    too_far: msg(
      'This is more than {years, number} years ahead: “{line}”. Please check the year.',
      { line: text, years: num },
    ),
    backwards: msg('This ends before it begins: “{line}”. Please turn it round.', { line: text }),
    too_many: msg(
      'With “{line}” there are more than {max, number} closed days. Please take some out.',
      { line: text, max: num },
    ),
  },
} as const;
