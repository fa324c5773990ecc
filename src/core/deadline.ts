import type { Calendar, Day, Instant } from './calendar.ts';
import {
  addDays,
  addMonths,
  closingMoment,
  dayOf,
  instantOf,
  isWorkingDay,
  windowDeadline,
  workingDayFrom,
  workingDaysAfter,
} from './calendar.ts';

/** A window is never shorter, unless a facilitator allows it (docs/process.md §2.2). */
export const MINIMUM_WINDOW_HOURS = 72;
/** A window is never longer: people forget what they were asked. */
export const MAXIMUM_WINDOW_DAYS = 60;

const EARLIEST_HOUR = 6;
const LATEST_HOUR = 22;
const EXTENSION_WORKING_DAYS = 3;
const OUTAGE_MINIMUM_HOURS = 24;
const REVIEW_DEFAULT_MONTHS = 3;
const REVIEW_MAXIMUM_MONTHS = 5 * 12;
const QUARTER_HOUR_MILLISECONDS = 15 * 60_000;
const HOUR_MILLISECONDS = 60 * 60_000;
/** A suggestion stays allowed while a person takes it up: this is the least they get for that. */
const TIME_TO_TYPE_MILLISECONDS = 10 * 60_000;

/** Why a deadline cannot be, with the moment that can. */
export type DeadlineRefusal =
  | { readonly code: 'deadline_past'; readonly earliestAt: Instant }
  | { readonly code: 'deadline_too_soon'; readonly earliestAt: Instant }
  | { readonly code: 'deadline_too_far'; readonly latestAt: Instant }
  | { readonly code: 'deadline_not_working_day'; readonly nextAt: Instant }
  | { readonly code: 'deadline_at_night'; readonly nextAt: Instant };

/** How soon a deadline may be: hours from now. */
export type DeadlineLimits = { readonly minimumHours: number };
const USUAL_LIMITS: DeadlineLimits = { minimumHours: MINIMUM_WINDOW_HOURS };

/**
 * Says whether a round that opens `now` may end at `at`; null where it may.
 *
 * Refusals: in the past; sooner than the minimum; later than 17:00 on the 60th day; on a day the
 * circle does not work; before 06:00 or after 22:00. Each carries a moment that is allowed.
 *
 * Source: docs/process.md §2.2 and §10, no. 15.
 */
export function checkDeadline(
  at: Instant,
  now: Instant,
  calendar: Calendar,
  { minimumHours }: DeadlineLimits = USUAL_LIMITS,
): DeadlineRefusal | null {
  const soonestAt = now + minimumHours * HOUR_MILLISECONDS;
  const latestAt = windowDeadline(now, MAXIMUM_WINDOW_DAYS, calendar);
  if (at <= now) {
    return { code: 'deadline_past', earliestAt: firstAllowedFrom(soonestAt, calendar) };
  }
  if (at < soonestAt) {
    return { code: 'deadline_too_soon', earliestAt: firstAllowedFrom(soonestAt, calendar) };
  }
  if (at > latestAt) return { code: 'deadline_too_far', latestAt };
  const day = dayOf(at, calendar.timeZone);
  if (!isWorkingDay(day, calendar)) {
    return { code: 'deadline_not_working_day', nextAt: closingMomentFrom(at, calendar) };
  }
  if (isAtNight(at, day, calendar)) {
    return { code: 'deadline_at_night', nextAt: closingMomentFrom(at, calendar) };
  }
  return null;
}

/** The deadlines that are offered, by what they mean. */
export type DeadlinePreset = 'three_working_days' | 'one_week' | 'two_weeks' | 'circle_window';

/**
 * The deadlines to offer, soonest first: each allowed, no moment twice. The circle's own window is
 * always among them, moved into what is allowed where it is too short or too long.
 *
 * Source: docs/process.md §2.2.
 */
export function presetDeadlines(
  now: Instant,
  calendar: Calendar,
  windowDays: number,
  limits: DeadlineLimits = USUAL_LIMITS,
): readonly { readonly preset: DeadlinePreset; readonly at: Instant }[] {
  const presets: { preset: DeadlinePreset; at: Instant }[] = [
    { preset: 'circle_window', at: defaultDeadline(now, calendar, windowDays, limits) },
    { preset: 'three_working_days', at: workingDaysAfter(now, 3, calendar) },
    { preset: 'one_week', at: windowDeadline(now, 7, calendar) },
    { preset: 'two_weeks', at: windowDeadline(now, 14, calendar) },
  ];
  return presets
    .filter(({ at }, index) => presets.findIndex((other) => other.at === at) === index)
    .filter(({ at }) => checkDeadline(at, now, calendar, limits) === null)
    .sort((one, other) => one.at - other.at);
}

/** The deadline at the end of the circle's window, moved into what is allowed (§2.2). */
export function defaultDeadline(
  now: Instant,
  calendar: Calendar,
  windowDays: number,
  { minimumHours }: DeadlineLimits = USUAL_LIMITS,
): Instant {
  const at = windowDeadline(now, Math.min(windowDays, MAXIMUM_WINDOW_DAYS), calendar);
  const soonestAt = withTimeToType(now + minimumHours * HOUR_MILLISECONDS);
  return at < soonestAt ? closingMomentFrom(soonestAt, calendar) : at;
}

/** The one extension that needs nobody: 17:00, three working days on (docs/process.md §2.4). */
export function automaticExtension(deadlineAt: Instant, now: Instant, calendar: Calendar): Instant {
  return workingDaysAfter(Math.max(deadlineAt, now), EXTENSION_WORKING_DAYS, calendar);
}

/** The middle of the window, for the first nudge (docs/process.md §2.2). */
export function halfTimeOf(openedAt: Instant, deadlineAt: Instant): Instant {
  return Math.round((openedAt + deadlineAt) / 2);
}

/** The first moment at which a round may end, with time to type it (docs/process.md §2.2). */
export function earliestDeadline(now: Instant, calendar: Calendar, limits: DeadlineLimits) {
  return firstAllowedFrom(now + limits.minimumHours * HOUR_MILLISECONDS, calendar);
}

/** 24 hours before the deadline, for the last nudge (docs/process.md §2.2). */
export function dayBeforeOf(deadlineAt: Instant): Instant {
  return deadlineAt - 24 * HOUR_MILLISECONDS;
}

/** The time in which the service was away, and what it may have hit. */
export type Outage = {
  readonly deadlineAt: Instant;
  readonly outageFrom: Instant;
  readonly outageTo: Instant;
  readonly calendar: Calendar;
};

/**
 * The deadline after an outage. One that fell into the outage gets its length back, at least 24
 * hours from its end, at a closing moment; every other stays as it is.
 *
 * Source: docs/process.md §10, no. 24.
 */
export function addBackOutage({ deadlineAt, outageFrom, outageTo, calendar }: Outage): Instant {
  if (deadlineAt < outageFrom || deadlineAt > outageTo) return deadlineAt;
  const addedBackAt = deadlineAt + (outageTo - outageFrom);
  const soonestAt = outageTo + OUTAGE_MINIMUM_HOURS * HOUR_MILLISECONDS;
  return closingMomentFrom(Math.max(addedBackAt, soonestAt), calendar);
}

/** Three months on: when a decision is looked at again, unless the circle says otherwise. */
export function reviewDefault(day: Day): Day {
  return addMonths(day, REVIEW_DEFAULT_MONTHS);
}

/** Why a day cannot be the review's, with the nearest that can. */
export type ReviewRefusal =
  | { readonly code: 'review_past'; readonly earliestOn: Day }
  | { readonly code: 'review_too_far'; readonly latestOn: Day };

/** Says whether a decision may be reviewed on that day: after today, within five years (§0). */
export function checkReviewDay(reviewOn: Day, today: Day): ReviewRefusal | null {
  const latestOn = addMonths(today, REVIEW_MAXIMUM_MONTHS);
  if (reviewOn <= today) return { code: 'review_past', earliestOn: addDays(today, 1) };
  return reviewOn > latestOn ? { code: 'review_too_far', latestOn } : null;
}

/** The next quarter of an hour that leaves time to enter it. */
export function withTimeToType(at: Instant): Instant {
  const quarters = Math.ceil((at + TIME_TO_TYPE_MILLISECONDS) / QUARTER_HOUR_MILLISECONDS);
  return quarters * QUARTER_HOUR_MILLISECONDS;
}

/** The first moment after `at` that is neither at night nor on a day off. */
function firstAllowedFrom(at: Instant, calendar: Calendar): Instant {
  const typedAt = withTimeToType(at);
  const day = dayOf(typedAt, calendar.timeZone);
  if (isWorkingDay(day, calendar) && !isAtNight(typedAt, day, calendar)) return typedAt;
  const morningOf = (day: Day) => instantOf(day, EARLIEST_HOUR, 0, calendar.timeZone);
  const morning = morningOf(workingDayFrom(day, calendar));
  return morning >= typedAt ? morning : morningOf(workingDayFrom(addDays(day, 1), calendar));
}

/** The first closing moment that is not before `at`. */
function closingMomentFrom(at: Instant, calendar: Calendar): Instant {
  const day = dayOf(at, calendar.timeZone);
  const sameDay = closingMoment(day, calendar);
  return sameDay >= at ? sameDay : closingMoment(addDays(day, 1), calendar);
}

function isAtNight(at: Instant, day: Day, { timeZone }: Calendar): boolean {
  const morning = instantOf(day, EARLIEST_HOUR, 0, timeZone);
  return at < morning || at > instantOf(day, LATEST_HOUR, 0, timeZone);
}
