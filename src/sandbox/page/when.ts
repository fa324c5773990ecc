import { dayOf, addDays } from '../../core/calendar.ts';
import type { Reader } from './reader.ts';

type Eyes = Pick<Reader, 'zone' | 'now'>;

/**
 * A date as Slack's format strings ask for it, such as `{date_short_pretty} {time}`, by the
 * reader's own clock. What is in braces and unknown stays as it is. `at` is in epoch milliseconds.
 */
export function formattedDate(format: string, at: number, eyes: Eyes): string {
  return format.replaceAll(/\{(\w+)\}/g, (whole, name: string) => part(name, at, eyes) ?? whole);
}

/** The clock time of a message, such as `14:05`. */
export function clockTime(at: number, { zone }: Pick<Eyes, 'zone'>): string {
  return styled(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** The day above a group of messages: Today, Yesterday, or its date. */
export function dayHeading(at: number, eyes: Eyes): string {
  const near = nearName(at, eyes);
  return near === undefined ? long(at, eyes) : near[0]?.toUpperCase() + near.slice(1);
}

/** A whole moment, such as `Wed 18 March 2026, 10:00`. */
export function moment(at: number, { zone }: Pick<Eyes, 'zone'>): string {
  const day = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return `${styled(at, zone, day).replace(',', '')}, ${clockTime(at, { zone })}`;
}

/** The same without the year, for the clock of the page: `Wed 18 Mar, 10:00`. */
export function clockMoment(at: number, zone: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return `${styled(at, zone, day).replace(',', '')}, ${clockTime(at, { zone })}`;
}

/** What the clock on the wall of the reader shows, for a field: `2026-03-20T17:00`. */
export function fieldMoment(at: number, zone: string): string {
  return `${dayOf(at, zone)}T${clockTime(at, { zone })}`;
}

function part(name: string, at: number, eyes: Eyes): string | undefined {
  const { zone, now } = eyes;
  const pretty = (plain: string): string => nearName(at, eyes) ?? plain;
  const short = styled(at, zone, { day: 'numeric', month: 'short', year: 'numeric' });
  const full = styled(at, zone, { day: 'numeric', month: 'long', year: 'numeric' });
  const parts: Readonly<Record<string, () => string>> = {
    date_num: () => dayOf(at, zone),
    date_slash: () => dayOf(at, zone).replaceAll('-', '/'),
    date: () => full,
    date_short: () => short,
    date_long: () => long(at, eyes),
    date_pretty: () => pretty(full),
    date_short_pretty: () => pretty(short),
    date_long_pretty: () => pretty(long(at, eyes)),
    day_divider_pretty: () => dayHeading(at, eyes),
    time: () => clockTime(at, eyes),
    time_secs: () => `${clockTime(at, eyes)}:${styled(at, zone, { second: '2-digit' })}`,
    ago: () => ago(at - now),
  };
  return parts[name]?.();
}

function long(at: number, { zone }: Pick<Eyes, 'zone'>): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return styled(at, zone, day);
}

/** yesterday, today or tomorrow; undefined for every other day. */
function nearName(at: number, { zone, now }: Eyes): string | undefined {
  const today = dayOf(now, zone);
  const names = new Map([
    [addDays(today, -1), 'yesterday'],
    [today, 'today'],
    [addDays(today, 1), 'tomorrow'],
  ]);
  return names.get(dayOf(at, zone));
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function ago(difference: number): string {
  const words = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
  const size = Math.abs(difference);
  if (size < HOUR) return words.format(Math.round(difference / MINUTE), 'minute');
  if (size < DAY) return words.format(Math.round(difference / HOUR), 'hour');
  return words.format(Math.round(difference / DAY), 'day');
}

function styled(at: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(at);
}
