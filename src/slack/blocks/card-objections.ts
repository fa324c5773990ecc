import type { KnownBlock } from '@slack/types';
import type { Objection } from '../../core/objection.ts';
import { openObjections, takesAnswers } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import { membersNamed } from '../../words/members.ts';
import { actions, context, section } from './kit.ts';
import { joined, link } from '../../words/terms.ts';
import { documentOfLines } from './labelled-document.ts';
import { readAllButton } from './card-facts.ts';
import { charactersIn } from './message.ts';
import { objectionBlocks, ownerButtons } from './objection-part.ts';
import { objectionHeadline } from './relay-line.ts';
import { richTextOf } from './rich-text.ts';
import type { RoundSeen } from './round-line.ts';

/** How many characters and blocks of a card the objections may take. */
export type ObjectionRoom = { readonly characters: number; readonly blocks: number };

/**
 * The open objections of a card, in the order in which they were raised: each in full, as many as
 * there is room for. Where some are left over, the card says how many and from whom, and a button
 * shows them all.
 *
 * One row of buttons serves all: each person can have one open objection, and means that one.
 *
 * Source: docs/process.md §D2, §2.6.
 */
export function cardObjections(
  seen: RoundSeen,
  words: Words,
  room: ObjectionRoom,
): { readonly blocks: readonly KnownBlock[]; readonly hidden: number } {
  const { round } = seen;
  const open = openObjections(round);
  if (open.length === 0) return { blocks: [], hidden: 0 };

  const owners = takesAnswers(round) ? [ownerButtons({ round }, words), onlyOwner(words)] : [];
  const rest = [...aimBlocks(seen, words), ...owners];
  const all = shownIn(seen, open, words, roomBeside(rest, room));
  if (all.shown.length === open.length) {
    return { blocks: [...all.blocks, ...rest], hidden: 0 };
  }
  const most = hiddenBlocks(seen, words, open);
  const some = shownIn(seen, open, words, roomBeside([...rest, ...most], room));
  const hidden = open.slice(some.shown.length);
  const blocks = [...some.blocks, ...hiddenBlocks(seen, words, hidden), ...rest];
  return { blocks, hidden: hidden.length };
}

function shownIn(seen: RoundSeen, open: readonly Objection[], words: Words, room: ObjectionRoom) {
  const shown: Objection[] = [];
  const blocks: KnownBlock[] = [];
  for (const objection of open) {
    const next = objectionOnCard(seen, objection, words);
    const together = [...blocks, ...next];
    if (together.length > room.blocks || charactersIn(together) > room.characters) break;
    shown.push(objection);
    blocks.push(...next);
  }
  return { shown, blocks };
}

/** In full, with a link to the thread in which it is worked on. */
function objectionOnCard(seen: RoundSeen, objection: Objection, words: Words): KnownBlock[] {
  const { round, talks } = seen;
  const headline = objectionHeadline(round, objection, words);
  const url = talks?.get(objection.id);
  const talk = url ? [link(url, words.objectionCard.talkAbout())] : [];
  return objectionBlocks(objection, words, joined([headline, ...talk], ' · '));
}

function roomBeside(blocks: readonly KnownBlock[], room: ObjectionRoom): ObjectionRoom {
  return {
    characters: room.characters - charactersIn(blocks),
    blocks: room.blocks - blocks.length,
  };
}

function hiddenBlocks(seen: RoundSeen, words: Words, hidden: readonly Objection[]): KnownBlock[] {
  const n = hidden.length;
  const members = membersNamed(
    hidden.map(({ by }) => by),
    words,
  );
  return [
    section(words.objection.more({ n, members })),
    actions([readAllButton(seen, words.objection.readMore({ n }))]),
  ];
}

/** The yardstick for every objection: the circle's aim when the round opened. */
function aimBlocks({ round }: RoundSeen, words: Words): KnownBlock[] {
  return richTextOf(documentOfLines(words.everyday.aim({ aim: round.terms.aim }).plain));
}

function onlyOwner(words: Words): KnownBlock {
  return context([words.objection.onlyOwner()]);
}
