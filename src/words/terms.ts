/**
 * The parts of a sentence that are not plain words: members, moments, days, links and lists.
 * Each is a saying, to be given to a message as a `term`.
 */
import { cutText, oneLine } from '../core/text.ts';
import { CATALOGUE_LOCALE } from './catalogue.ts';
import type { Saying } from './message.ts';
import { escaped, sayingOfLine } from './user-text.ts';

const SLACK_ID = /^[A-Z][A-Z0-9_]+$/u;
const LINK_CHARACTERS_MAX = 2000;

/** A member by Slack user id: Slack shows the name in mrkdwn. Names are not known to the bot. */
export function member(id: string): Saying {
  return SLACK_ID.test(id) ? { mrkdwn: `<@${id}>`, plain: `@${id}` } : verbatim(`@${id}`);
}

/** A channel by id: Slack shows its name in mrkdwn. */
export function channel(id: string): Saying {
  return SLACK_ID.test(id) ? { mrkdwn: `<#${id}>`, plain: `#${id}` } : verbatim(`#${id}`);
}

/** Where a round was handed on to: as somebody wrote it, or else by its channel. */
export function placeNamed({
  to,
  channelId,
}: {
  readonly to: string;
  readonly channelId: string | null;
}): Saying {
  return to === '' && channelId !== null ? channel(channelId) : verbatim(to);
}

/**
 * A moment. Slack shows mrkdwn in each reader's own time zone; plain text says it in `zone`, with
 * the zone's short name: “Thu 5 June, 17:00 CEST”.
 *
 * @param at milliseconds since 1970, UTC
 * @param zone an IANA zone; throws a RangeError where there is no such zone
 */
export function moment(at: number, zone: string, locale = CATALOGUE_LOCALE): Saying {
  const plain = `${dayAndTime(at, zone, locale)} ${zoneName(at, zone, locale)}`;
  const shown = escaped(plain).replaceAll('|', '/');
  const seconds = Math.floor(at / 1000);
  return { mrkdwn: `<!date^${seconds}^{date_short_pretty} {time}|${shown}>`, plain };
}

/** A calendar day, `2026-09-05` → “Sat 5 September 2026”. It is the same day in every zone. */
export function day(on: string, locale = CATALOGUE_LOCALE): Saying {
  const parts = { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const at = Date.parse(`${on}T00:00:00Z`);
  return sayingOfLine(formatter(locale, 'UTC', parts).format(at).replaceAll(',', ''));
}

/** A calendar day without its year, `2026-05-03` → “3 May”: for agreements of the circle. */
export function dayAndMonth(on: string, locale = CATALOGUE_LOCALE): Saying {
  const at = Date.parse(`${on}T00:00:00Z`);
  return sayingOfLine(formatter(locale, 'UTC', { day: 'numeric', month: 'long' }).format(at));
}

/**
 * A link with its label. An address that is not http(s) or mailto, or is too long to be kept whole,
 * is only shown.
 */
export function link(url: string, label: Saying): Saying {
  const plain = label.plain === url ? url : `${label.plain} (${url})`;
  if (!isLinkable(url)) return sayingOfLine(plain);
  const address = escaped(url).replaceAll('|', '%7C');
  return { mrkdwn: `<${address}|${label.mrkdwn.replaceAll(/<[^>]*>/gu, '') || address}>`, plain };
}

/** True where an address may be made a link: http(s) or mailto, no spaces, not too long. */
export function isLinkable(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\u202A-\u202E\u2066-\u2069]+$/iu.test(url)
    ? url.length <= LINK_CHARACTERS_MAX
    : false;
}

/** Several sayings as one: “a, b and c”. */
export function list(sayings: readonly Saying[], locale = CATALOGUE_LOCALE): Saying {
  const format = listFormatter(locale);
  return {
    mrkdwn: format.format(sayings.map((saying) => saying.mrkdwn)),
    plain: format.format(sayings.map((saying) => saying.plain)),
  };
}

/** Several sayings one after another, with our own separator between them (a space by default). */
export function joined(sayings: readonly Saying[], separator = ' '): Saying {
  return {
    mrkdwn: sayings.map((saying) => saying.mrkdwn).join(separator),
    plain: sayings.map((saying) => saying.plain).join(separator),
  };
}

/** A user's string as a saying, on one line: escaped in mrkdwn. */
export function verbatim(text: string): Saying {
  return sayingOfLine(text);
}

/** A user's string of at most `max` characters as they typed it, cut between graphemes with “…”. */
export function shortened(text: string, max: number): Saying {
  return sayingOfLine(cutText(oneLine(text), max));
}

function dayAndTime(at: number, zone: string, locale: string): string {
  const day = formatter(locale, zone, { weekday: 'short', day: 'numeric', month: 'long' });
  const time = formatter(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day.format(at).replaceAll(',', '')}, ${time.format(at)}`;
}

/** English locales differ in which zones they can name; the first name found is said. */
const LOCALES_WITH_ZONE_NAMES = ['en-GB', 'en-US', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA'];

function zoneName(at: number, zone: string, locale: string): string {
  const nameIn = (each: string) =>
    formatter(each, zone, { timeZoneName: 'short' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const isName = (name: string) => !/^(?:GMT|UTC)[+-]/u.test(name);

  const own = nameIn(locale);
  if (isName(own)) return own;
  const named = LOCALES_WITH_ZONE_NAMES.find((each) => isName(nameIn(each)));
  return named === undefined ? own : nameIn(named);
}

/** Making one costs far more than using it, and every card names people several times. */
const listFormatters = new Map<string, Intl.ListFormat>();

function listFormatter(locale: string): Intl.ListFormat {
  const found =
    listFormatters.get(locale) ??
    new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });
  listFormatters.set(locale, found);
  return found;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  locale: string,
  timeZone: string,
  parts: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, parts]);
  const found = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...parts });
  formatters.set(key, found);
  return found;
}
