import { isFullMember, type Circle } from '../core/circle.ts';
import { mayRead } from '../core/confidential.ts';
import type { MemberId } from '../core/ids.ts';
import type { DecisionLine, Store } from '../shell/store.ts';
import type { Services } from './services.ts';

type Search = Parameters<Store['findDecisions']>[0];

/**
 * The decisions of a search that this person may read, as many as it asks for while there are more:
 * what is left out shows neither by a match nor by a gap. Source: docs/process.md §3, §4.4.
 */
export async function decisionsFor(
  by: MemberId,
  circles: readonly Circle[],
  search: Search,
  services: Services,
): Promise<DecisionLine[]> {
  const deciding = new Set<string>(
    circles.filter((circle) => isFullMember(circle, by)).map(({ id }) => id),
  );
  for (let { limit } = search; ; limit *= 2) {
    const found = await services.store.findDecisions({ ...search, limit });
    const isShown = await Promise.all(
      found.map(async (line) => deciding.has(line.circleId) || isReadable(by, line, services)),
    );
    const shown = found.filter((_, index) => isShown[index]);
    if (shown.length >= search.limit || found.length < limit) return shown.slice(0, search.limit);
  }
}

async function isReadable(
  by: MemberId,
  { roundId }: DecisionLine,
  { performer }: Services,
): Promise<boolean> {
  const known = await performer.round(roundId);
  return known !== null && mayRead(known.round, known.circle, by);
}
