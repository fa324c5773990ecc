import { pathOf } from './address.ts';

/**
 * The place in the page that an address of the pretend workspace means, such as
 * `https://willow-bank.slack.com/archives/CWILLOW/p1772530200000100`; undefined for any other.
 */
export function placeOfPermalink(
  address: string,
  { domain, handle }: { readonly domain: string; readonly handle: string },
): string | undefined {
  const url = URL.parse(address);
  if (url === null || url.hostname !== `${domain}.slack.com`) return undefined;
  const [, place = '', seconds = '', micros = ''] =
    /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(url.pathname) ?? [];
  if (place === '') return undefined;
  const thread = url.searchParams.get('thread_ts') ?? undefined;
  const side = thread === undefined ? 'm' : 't';
  return `${pathOf({ handle, place, thread })}#${side}-${seconds}.${micros}`;
}
