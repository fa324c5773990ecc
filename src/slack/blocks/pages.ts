import type { KnownBlock } from '@slack/types';
import type { RoundId } from '../../core/ids.ts';
import type { Words } from '../../words/index.ts';
import { button } from './elements.ts';
import { actions } from './kit.ts';
import { VIEW_BYTES_BUDGET } from './limits.ts';
import { bytesIn } from './view.ts';

/** Room on a page; the rest of a view's 100 blocks and of its bytes is for the button and frame. */
const BLOCKS_MAX = 95;
const BYTES_MAX = VIEW_BYTES_BUDGET - 10_000;

/** What belongs together on a page. */
export type PageItem = readonly KnownBlock[];

type PageParts = {
  readonly items: readonly PageItem[];
  /** The first item to show; one that is not there is taken as the first of all. */
  readonly from: number;
  /** The button that shows the next page: its action, and the round it is about. */
  readonly actionId: string;
  readonly round: RoundId;
  /** What that button carries, where it says more than the round and the first item. */
  readonly seal?: (from: number) => string;
};

/** As many items as a view takes, and a button for the rest where there is one. */
export function pageOf(
  { items, from, actionId, round, seal }: PageParts,
  words: Words,
): KnownBlock[] {
  const first = from < items.length ? from : 0;
  const blocks: KnownBlock[] = [];
  let next = first;
  for (const item of items.slice(first)) {
    const together = [...blocks, ...item];
    const isFull = together.length > BLOCKS_MAX || bytesIn(together) > BYTES_MAX;
    if (isFull && blocks.length > 0) break;
    blocks.push(...item);
    next += 1;
  }
  if (first === 0 && next >= items.length) return blocks;
  const isLast = next >= items.length;
  const label = isLast ? words.card.fromTheStart() : words.card.readOn();
  const further = isLast ? 0 : next;
  const value = seal ? seal(further) : pageValue.seal(round, further);
  return [...blocks, actions([button({ actionId, label, value })])];
}

/** What the button of a page carries: the round, and the item that the page begins with. */
export const pageValue = {
  seal: (round: RoundId, from: number): string => `${round}:${from}`,
  /** The first item; 0 where the value names none. */
  from(value: string): number {
    const from = Number(value.split(':')[1]);
    return Number.isInteger(from) && from > 0 ? from : 0;
  },
};
