/**
 * Making blocks fit: a message or view is put together from parts, and where the whole is too large
 * the least important parts become shorter, then go. What must be there stays.
 */
import type { KnownBlock } from '@slack/types';
import type { Document } from '../../core/document.ts';
import { lengthOf } from '../../core/document.ts';
import { shortenedDocument } from '../../core/shortened-document.ts';
import type { Saying } from '../../words/message.ts';
import { cutMrkdwn } from './cut.ts';
import { sections } from './kit.ts';
import { richTextOf } from './rich-text.ts';

/** How much there may be: a size in the budget's own unit, and a number of blocks. */
export type Room = {
  readonly size: number;
  readonly blocks: number;
  readonly sizeOf: (blocks: readonly KnownBlock[]) => number;
};

/**
 * Blocks that belong together. Parts with the lowest priority become smaller first: by `shrink` if
 * there is one, else they are left out whole. A part without a priority stays.
 */
export type Part = {
  readonly blocks: readonly KnownBlock[];
  readonly priority?: number;
  readonly shrink?: (room: Room) => readonly KnownBlock[];
};

/** Blocks that must be shown. */
export function fixedPart(...blocks: readonly KnownBlock[]): Part {
  return { blocks };
}

/** Blocks that are left out where there is no room. */
export function optionalPart(priority: number, ...blocks: readonly KnownBlock[]): Part {
  return { blocks, priority };
}

/** A text that is cut where there is no room; `whenCut` then stands below it. */
export function textPart(
  priority: number,
  saying: Saying,
  whenCut: readonly KnownBlock[] = [],
): Part {
  return {
    blocks: sections(saying),
    priority,
    shrink: (room) => {
      const shortest = (size: number) => {
        const cut = cutMrkdwn(saying.mrkdwn, size);
        return [...sections({ mrkdwn: cut, plain: saying.plain }), ...whenCut];
      };
      return largestFitting(shortest, saying.mrkdwn.length, room);
    },
  };
}

/**
 * A document as rich text, of at most `max` characters and less where there is no room; `whenCut`
 * (a “Read all” button) then stands below it.
 */
export function documentPart(
  priority: number,
  document: Document,
  { max = Infinity, whenCut = [] }: { max?: number; whenCut?: readonly KnownBlock[] } = {},
): Part {
  const shortened = (size: number): readonly KnownBlock[] => {
    const short = shortenedDocument(document, size);
    return [...richTextOf(short.document), ...(short.cut ? whenCut : [])];
  };
  const longest = Math.min(max, lengthOf(document));
  return {
    blocks: shortened(longest),
    priority,
    shrink: (room) => largestFitting(shortened, longest, room),
  };
}

/** The parts' blocks, which together fit into the room. */
export function fitted(parts: readonly Part[], room: Room): KnownBlock[] {
  const shown = parts.map(({ blocks }) => blocks);
  const order = parts
    .map(({ priority = Infinity }, index) => ({ priority, index }))
    .sort((one, other) => one.priority - other.priority || other.index - one.index);

  for (const { index } of order) {
    if (isFitting(shown.flat(), room)) break;
    const others = shown.filter((_, each) => each !== index).flat();
    const part = parts[index];
    if (part) shown[index] = smaller(part, roomBeside(others, room));
  }
  return forced(shown.flat(), room);
}

/** True where blocks fit. */
function isFitting(blocks: readonly KnownBlock[], room: Room): boolean {
  return blocks.length <= room.blocks && room.sizeOf(blocks) <= room.size;
}

function roomBeside(others: readonly KnownBlock[], room: Room): Room {
  return {
    ...room,
    size: Math.max(0, room.size - room.sizeOf(others)),
    blocks: Math.max(0, room.blocks - others.length),
  };
}

function smaller({ blocks, priority, shrink }: Part, room: Room): readonly KnownBlock[] {
  if (shrink) return shrink(room);
  return priority === undefined ? blocks : [];
}

const SHRINK_STEP = 0.85;
const SHORTEST_TEXT = 40;

/** Tries ever shorter forms; nothing at all where not even a line would fit. */
function largestFitting(
  blocksOf: (size: number) => readonly KnownBlock[],
  longest: number,
  room: Room,
): readonly KnownBlock[] {
  let size = Math.min(longest, Math.floor(room.size));
  while (size >= SHORTEST_TEXT) {
    const blocks = blocksOf(size);
    if (isFitting(blocks, room)) return blocks;
    size = Math.floor(size * SHRINK_STEP);
  }
  return [];
}

/**
 * The last resort, where even the parts that must stay are too large: the longest sections are cut,
 * then blocks go from the end. What people press or fill in goes last.
 */
function forced(blocks: readonly KnownBlock[], room: Room): KnownBlock[] {
  const left = [...blocks];
  while (room.sizeOf(left) > room.size && cutLongestSection(left));
  while (!isFitting(left, room) && left.length > 0) {
    const idle = left.findLastIndex(({ type }) => !['actions', 'input', 'header'].includes(type));
    left.splice(idle < 0 ? left.length - 1 : idle, 1);
  }
  return left;
}

const LONG_SECTION = 200;

/** Halves the longest section in place; false where none is long. */
function cutLongestSection(blocks: KnownBlock[]): boolean {
  let longest = { length: LONG_SECTION, index: -1 };
  for (const [index, block] of blocks.entries()) {
    const length = block.type === 'section' ? (block.text?.text.length ?? 0) : 0;
    if (length > longest.length) longest = { length, index };
  }
  const block = blocks[longest.index];
  if (block?.type !== 'section' || block.text?.type !== 'mrkdwn') return false;
  const text = cutMrkdwn(block.text.text, Math.ceil(longest.length / 2));
  blocks[longest.index] = { ...block, text: { ...block.text, text } };
  return true;
}
