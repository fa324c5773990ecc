import { tzOffset } from '@date-fns/tz/tzOffset';

/** A moment: milliseconds since 1970 in UTC. */
export type Instant = number;

/** A calendar day, `YYYY-MM-DD`, in whatever zone its owner keeps. */
export type Day = string;

/**
 * When a circle works (docs/process.md §2.2 and §10, no. 15).
 *
 * `timeZone` is an IANA name; `workingWeekdays` are ISO numbers, 1 = Monday to 7 = Sunday;
 * `closedDays` are days off on top of these: public holidays, the circle's own breaks.
 */
export type Calendar = {
  readonly timeZone: string;
  readonly workingWeekdays: readonly number[];
  readonly closedDays: readonly Day[];
};

/** A stretch of the working day: from the first hour, up to but without the last. */
export type WorkingHours = { readonly fromHour: number; readonly toHour: number };

/** Deadlines fall at this hour of the circle's day (docs/process.md §2.2). */
export const CLOSING_HOUR = 17;
/** The hours in which a person may be written to, unless they say otherwise (§D13). */
const WORKING_HOURS: WorkingHours = { fromHour: 9, toHour: 17 };

const MINUTE_MILLISECONDS = 60_000;
const DAY_MILLISECONDS = 24 * 60 * MINUTE_MILLISECONDS;
/** No circle rests for longer than this: a calendar that says so is a mistake. */
const LONGEST_REST_DAYS = 366;

/** True for a zone by name. A fixed offset such as `+01:00` is none: it has no summer time. */
export function isTimeZone(zone: string): boolean {
  if (!/^[a-z]/i.test(zone)) return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** True for a real day written `YYYY-MM-DD`; 30 February is none. */
export function isDay(text: string): boolean {
  const clock = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(clock) && dayStarting(clock) === text;
}

/** The day on the calendar of `zone` at that moment. */
export function dayOf(at: Instant, zone: string): Day {
  return dayStarting(wallClock(at, zone));
}

/** The day `days` later, or earlier where negative. */
export function addDays(day: Day, days: number): Day {
  return dayStarting(startOf(day) + days * DAY_MILLISECONDS);
}

/** The same date `months` later; where the month is too short, its last day. */
export function addMonths(day: Day, months: number): Day {
  const start = new Date(startOf(day));
  const moved = new Date(new Date(start).setUTCMonth(start.getUTCMonth() + months + 1, 0));
  return dayStarting(moved.setUTCDate(Math.min(start.getUTCDate(), moved.getUTCDate())));
}

/**
 * The moment when a clock in `zone` shows that time on that day. A time that summer time skips
 * moves forward by what was skipped; of a time that comes twice, the first.
 */
export function instantOf(day: Day, hour: number, minute: number, zone: string): Instant {
  return instantAt(startOf(day) + (hour * 60 + minute) * MINUTE_MILLISECONDS, zone);
}

/** True where the circle works on that day: a working weekday and not a closed day. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  return calendar.workingWeekdays.includes(weekdayOf(day)) && !calendar.closedDays.includes(day);
}

/**
 * That day, or the first working day after it.
 * Throws a RangeError where the calendar has none for a year: no rule can go on from there.
 */
export function workingDayFrom(day: Day, calendar: Calendar): Day {
  for (let days = 0; days <= LONGEST_REST_DAYS; days += 1) {
    const candidate = addDays(day, days);
    if (isWorkingDay(candidate, calendar)) return candidate;
  }
  throw new RangeError(`The calendar has no working day for a year from ${day}`);
}

/** 17:00 on that day; where the circle rests then, on its next working day (§10, no. 15). */
export function closingMoment(day: Day, calendar: Calendar): Instant {
  return instantOf(workingDayFrom(day, calendar), CLOSING_HOUR, 0, calendar.timeZone);
}

/** The same time of day, `days` working days later: one or more. */
export function addWorkingDays(at: Instant, days: number, calendar: Calendar): Instant {
  const clock = wallClock(at, calendar.timeZone);
  const day = dayStarting(clock);
  const moved = startOf(nthWorkingDay(day, days, calendar)) - startOf(day);
  return instantAt(clock + moved, calendar.timeZone);
}

/** 17:00 on the `days`-th working day after the day of `at`: one or more. */
export function workingDaysAfter(at: Instant, days: number, calendar: Calendar): Instant {
  return closingMoment(nthWorkingDay(dayOf(at, calendar.timeZone), days, calendar), calendar);
}

/** 17:00 that many calendar days on, rolled forward to a working day (docs/process.md §2.2). */
export function windowDeadline(openedAt: Instant, days: number, calendar: Calendar): Instant {
  return closingMoment(addDays(dayOf(openedAt, calendar.timeZone), days), calendar);
}

/** True inside the working hours of a working day. */
export function isWithinWorkingHours(
  at: Instant,
  calendar: Calendar,
  hours: WorkingHours = WORKING_HOURS,
): boolean {
  const day = dayOf(at, calendar.timeZone);
  const startsAt = instantOf(day, hours.fromHour, 0, calendar.timeZone);
  const endsAt = instantOf(day, hours.toHour, 0, calendar.timeZone);
  return at >= startsAt && at < endsAt && isWorkingDay(day, calendar);
}

/** `at` where it lies inside working hours, else the next start of them (§D13). */
export function nextWorkingMoment(at: Instant, calendar: Calendar): Instant {
  if (isWithinWorkingHours(at, calendar)) return at;
  const startOn = (day: Day) =>
    instantOf(workingDayFrom(day, calendar), WORKING_HOURS.fromHour, 0, calendar.timeZone);
  const today = dayOf(at, calendar.timeZone);
  return startOn(today) >= at ? startOn(today) : startOn(addDays(today, 1));
}

/**
 * True where people have a weekday off between the two moments, so that those who only have time
 * then can answer (docs/process.md §2.2). A circle that works all week has no weekend to miss.
 */
export function holdsWeekend(from: Instant, to: Instant, calendar: Calendar): boolean {
  const weekdays = new Set(calendar.workingWeekdays);
  const isRest = (day: Day) => !weekdays.has(weekdayOf(day));
  return weekdays.size === 7 || holdsDay(from, to, calendar.timeZone, isRest);
}

/** True where the circle works on a day between the two moments. */
export function holdsWorkingDay(from: Instant, to: Instant, calendar: Calendar): boolean {
  return holdsDay(from, to, calendar.timeZone, (day) => isWorkingDay(day, calendar));
}

/** A day counts when its noon is inside: an hour at either end is no day to answer on. */
function holdsDay(from: Instant, to: Instant, zone: string, counts: (day: Day) => boolean) {
  for (let day = dayOf(from, zone); ; day = addDays(day, 1)) {
    const noon = instantOf(day, 12, 0, zone);
    if (noon > to) return false;
    if (noon >= from && counts(day)) return true;
  }
}

function nthWorkingDay(day: Day, days: number, calendar: Calendar): Day {
  let reached = day;
  for (let counted = 0; counted < days; counted += 1) {
    reached = workingDayFrom(addDays(reached, 1), calendar);
  }
  return reached;
}

/** ISO number of the weekday: 1 = Monday to 7 = Sunday. */
function weekdayOf(day: Day): number {
  return new Date(startOf(day)).getUTCDay() || 7;
}

/** What a clock in `zone` shows, as if that clock stood in UTC; `clock` is always that here. */
function wallClock(at: Instant, zone: string): number {
  return at + offsetOf(at, zone);
}

function instantAt(clock: number, zone: string): Instant {
  // The earlier offset goes first, and is kept for a time that is skipped: it carries that time
  // forward over the gap. No zone changes its clocks twice within two days.
  const before = clock - offsetOf(clock - DAY_MILLISECONDS, zone);
  const after = clock - offsetOf(clock + DAY_MILLISECONDS, zone);
  return wallClock(before, zone) !== clock && wallClock(after, zone) === clock ? after : before;
}

function offsetOf(at: Instant, zone: string): number {
  const minutes = tzOffset(zone, new Date(at));
  if (!Number.isFinite(minutes)) throw new RangeError(`Unknown time zone: ${zone}`);
  return Math.round(minutes * MINUTE_MILLISECONDS);
}

function startOf(day: Day): number {
  if (!isDay(day)) throw new RangeError(`Not a calendar day: ${day}`);
  return Date.parse(day);
}

function dayStarting(clock: number): Day {
  return new Date(clock).toISOString().slice(0, 10);
}
