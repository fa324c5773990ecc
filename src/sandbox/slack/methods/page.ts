import { numberAt, textAt } from '../json.ts';
import { type Call, refuse } from './call.ts';

/**
 * Cuts one page out of a list by `limit` and `cursor`, as Slack's cursors do.
 * Refuses invalid_limit and invalid_cursor.
 */
export function pageOf<Item>(
  call: Call,
  all: readonly Item[],
  defaultLimit = 100,
): { readonly items: readonly Item[]; readonly nextCursor: string } {
  const limit = numberAt(call.args, 'limit') ?? defaultLimit;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PER_PAGE)
    return refuse('invalid_limit');
  const start = startOf(textAt(call.args, 'cursor'));
  const end = start + limit;
  return { items: all.slice(start, end), nextCursor: end < all.length ? cursorOf(end) : '' };
}

const MOST_PER_PAGE = 1000;

function cursorOf(place: number): string {
  return Buffer.from(`next:${place}`).toString('base64');
}

function startOf(cursor: string): number {
  if (cursor === '') return 0;
  const match = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  return match === null ? refuse('invalid_cursor') : Number(match[1]);
}
