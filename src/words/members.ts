import type { MemberId } from '../core/ids.ts';
import type { Words } from './index.ts';
import type { Saying } from './message.ts';
import { joined, list, member } from './terms.ts';

/** Names that a sentence holds; a longer list says how many more there are. */
const NAMES_MAX = 10;

/** Members by name: “@a, @b and @c”, or the first ten “and 3 more”. */
export function membersNamed(
  ids: readonly MemberId[],
  words: Words,
  { max = NAMES_MAX }: { readonly max?: number } = {},
): Saying {
  const names = ids.slice(0, max).map(member);
  if (ids.length <= max) return list(names);
  return joined([joined(names, ', '), words.everyday.tooManyToShow({ n: ids.length - max })]);
}

/** The facilitators by name; “a facilitator” where there is none to name. */
export function facilitatorsNamed(ids: readonly MemberId[], words: Words): Saying {
  return ids.length > 0 ? membersNamed(ids, words) : words.refusal.someFacilitator();
}
