import type { JsonObject } from '../json.ts';
import { type Reaction, reactionsAnswer } from './reaction.ts';

/** A message that everybody in its channel sees. */
export type Message = {
  readonly ts: string;
  readonly channelId: string;
  readonly userId: string;
  /** Set where an app has posted it. */
  readonly botId: string | undefined;
  readonly appId: string | undefined;
  readonly threadTs: string | undefined;
  /** A reply that stands in the channel too. */
  readonly isBroadcast: boolean;
  text: string;
  blocks: JsonObject[];
  attachments: JsonObject[];
  metadata: JsonObject | undefined;
  /** Shown as "edited": never after an update that gave blocks. */
  edited: { readonly user: string; readonly ts: string } | undefined;
  /** In the order in which each emoji first came. */
  reactions: readonly Reaction[];
  /** What it said before, the oldest first. */
  readonly history: Edition[];
  /** A parent that was deleted while its thread lives on is kept as a tombstone. */
  isTombstone: boolean;
};

/** One earlier state of a message. */
type Edition = {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  /** Epoch milliseconds at which it stopped being shown. */
  readonly until: number;
};

/** A message that one person sees until the next reload. */
export type Ephemeral = {
  readonly ts: string;
  readonly channelId: string;
  readonly forUserId: string;
  readonly threadTs: string | undefined;
  text: string;
  blocks: JsonObject[];
  attachments: JsonObject[];
};

/** True of what stands in the channel itself, and not only in a thread. */
export function isInChannel({
  ts,
  threadTs,
  isBroadcast,
}: Pick<Message, 'ts' | 'threadTs' | 'isBroadcast'>): boolean {
  return isBroadcast || threadTs === undefined || threadTs === ts;
}

/** What a message says, checked and with invented block_ids. */
export type MessageContent = {
  readonly text: string;
  readonly blocks: JsonObject[];
  readonly attachments: JsonObject[];
  readonly metadata: JsonObject | undefined;
  /** Set where Slack would warn in its answer. */
  readonly warning: string | undefined;
};

/** The message as the Web API and payloads show it. */
export function messageAnswer(message: Message, teamId: string): JsonObject {
  if (message.isTombstone) {
    const { ts, threadTs } = message;
    const text = 'This message was deleted.';
    return {
      type: 'message',
      subtype: 'tombstone',
      text,
      user: 'USLACKBOT',
      ts,
      thread_ts: threadTs,
    };
  }
  return {
    type: 'message',
    subtype: message.isBroadcast ? 'thread_broadcast' : undefined,
    user: message.userId,
    bot_id: message.botId,
    app_id: message.appId,
    text: message.text,
    team: teamId,
    ts: message.ts,
    thread_ts: message.threadTs,
    blocks: message.blocks.length > 0 ? message.blocks : undefined,
    attachments: message.attachments.length > 0 ? message.attachments : undefined,
    metadata: message.metadata,
    edited: message.edited === undefined ? undefined : { ...message.edited },
    reactions: reactionsAnswer(message.reactions),
  };
}
