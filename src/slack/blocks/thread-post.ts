import type { KnownBlock } from '@slack/types';
import type { Circle } from '../../core/circle.ts';
import { documentOfText } from '../../core/document-of-text.ts';
import type { Round } from '../../core/round.ts';
import type { RoundEvent, RoundEventType } from '../../core/round-event.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, verbatim } from '../../words/terms.ts';
import { context, section, sections } from './kit.ts';
import { message, type MessageContent } from './message.ts';
import { richTextOf } from './rich-text.ts';
import { proposalNumber } from './round-line.ts';

/** An event to be told of, and the round and circle as they are now. */
export type Told<Type extends RoundEventType = RoundEventType> = {
  readonly event: RoundEvent & { readonly type: Type };
  readonly round: Round;
  readonly circle: Circle;
  readonly words: Words;
  /** A link to the objection's own message, where the event is about one and it is up. */
  readonly talk?: string | null;
};

/** One idea of a post: its blocks, and the same as plain text. */
export type PostPart = { readonly said: Saying; readonly blocks: readonly KnownBlock[] };
export type Post = readonly PostPart[];

/** The clock has no name; what it does is worded without one, so this is never read by anybody. */
export function memberOr(by: RoundEvent['by'], words: Words): Saying {
  return by ? member(by) : words.refusal.someFacilitator();
}

/** A paragraph of a post. */
export function line(said: Saying): PostPart {
  return { said, blocks: sections(said) };
}

/** Small print of a post: what follows. */
export function quiet(said: Saying): PostPart {
  return { said, blocks: [context([said])] };
}

/** What people wrote at length, as rich text: in full, and never read as markup. */
export function written(text: string): PostPart {
  return { said: verbatim(text), blocks: richTextOf(documentOfText(text)) };
}

/** The same below its own title; `said` is how plain text says both. */
export function titled(said: Saying, title: Saying, text: string): PostPart {
  return { said, blocks: [section(title), ...richTextOf(documentOfText(text))] };
}

/** A post under the card stands alone for a screen reader: it begins with what it is about. */
export function posted({ round, words }: Told, post: Post): MessageContent {
  const number = proposalNumber(round, words);
  const about = words.thread.about({ number, title: round.title });
  const blocks = post.flatMap((part) => part.blocks);
  return message({
    text: joined([about, ...post.map(({ said }) => said)], '\n'),
    blocks,
  });
}
