import { dayOf, type Calendar, type Instant } from '../../core/calendar.ts';
import { daysFrom } from '../../core/closed-days.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { daysNamed, weekdaysNamed } from './circle-calendar-fields.ts';
import { zoneLabel } from './time-zones.ts';

/**
 * What the channel hears of a changed calendar, each part that changed: zone, working weekdays,
 * and which closed days came or went (docs/process.md §2.2, §6).
 */
export function calendarChanged(
  after: Calendar,
  before: Calendar | null,
  at: Instant,
  words: Words,
): Saying[] {
  const { circleNews: news, calendar } = words;
  const zone = ({ timeZone }: Calendar) => news.value.zone({ zone: zoneLabel(timeZone) });
  const weekdays = (one: Calendar) => weekdaysNamed(one, words);
  const line = (label: Saying, said: (one: Calendar) => Saying) => {
    const to = said(after);
    if (!before) return [news.now({ label, to })];
    const from = said(before);
    return from.plain === to.plain ? [] : [news.fromTo({ label, from, to })];
  };
  return [
    ...line(news.label.calendar(), zone),
    ...line(calendar.news.weekdays(), weekdays),
    ...closedDaysChanged(after, before, at, words),
  ];
}

function closedDaysChanged(
  after: Calendar,
  before: Calendar | null,
  at: Instant,
  words: Words,
): Saying[] {
  const today = dayOf(at, after.timeZone);
  const { news } = words.calendar;
  const had = daysFrom(before?.closedDays ?? [], today);
  const has = daysFrom(after.closedDays, today);
  const fresh = has.filter((day) => !had.includes(day));
  const gone = had.filter((day) => !has.includes(day));
  return [
    ...(fresh.length > 0 ? [news.newlyClosed({ days: daysNamed(fresh, words) })] : []),
    ...(gone.length > 0 ? [news.openAgain({ days: daysNamed(gone, words) })] : []),
  ];
}
