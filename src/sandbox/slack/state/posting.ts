import type { Workspace } from '../workspace.ts';
import type { Channel } from './channel.ts';
import type { Ephemeral, Message, MessageContent } from './message.ts';

type Content = Pick<MessageContent, 'text' | 'blocks' | 'attachments' | 'metadata'>;

/** Where a message goes: a channel, or a thread in it, which may be shown in the channel too. */
type Place = {
  readonly channelId: string;
  readonly threadTs?: string | undefined;
  readonly isBroadcast?: boolean;
};

/** Puts a message into a channel, as the bot or as a person. */
export function post(
  workspace: Workspace,
  { channelId, threadTs, isBroadcast = false }: Place,
  userId: string,
  content: Content,
): Message {
  const { state, ids, clock, journal } = workspace;
  const isBot = userId === state.app.botUserId;
  const message: Message = {
    ts: ids.ts(clock.now()),
    channelId,
    userId,
    botId: isBot ? state.app.botId : undefined,
    appId: isBot ? state.app.id : undefined,
    threadTs,
    isBroadcast,
    text: content.text,
    blocks: content.blocks,
    attachments: content.attachments,
    metadata: content.metadata,
    edited: undefined,
    reactions: [],
    history: [],
    isTombstone: false,
  };
  messagesIn(workspace, channelId).push(message);
  journal.write({ kind: 'change', what: 'message', channel: channelId, ts: message.ts });
  return message;
}

/** Shows a message to one person only, until they load the page again. */
export function postEphemeral(
  workspace: Workspace,
  where: Pick<Ephemeral, 'channelId' | 'forUserId' | 'threadTs'>,
  content: Pick<Content, 'text' | 'blocks' | 'attachments'>,
): Ephemeral {
  const { state, ids, clock, journal } = workspace;
  const { text, blocks, attachments } = content;
  const ephemeral = { ...where, ts: ids.ts(clock.now()), text, blocks, attachments };
  state.ephemerals.push(ephemeral);
  const { channelId: channel, forUserId: who } = where;
  journal.write({ kind: 'change', what: 'ephemeral', who, channel, ts: ephemeral.ts });
  return ephemeral;
}

/** Changes what a message says and keeps what it said before. */
export function rewrite(workspace: Workspace, message: Message, content: Partial<Content>): void {
  const { clock, journal } = workspace;
  message.history.push({ text: message.text, blocks: message.blocks, until: clock.now() });
  message.text = content.text ?? message.text;
  message.blocks = content.blocks ?? message.blocks;
  message.attachments = content.attachments ?? message.attachments;
  message.metadata = content.metadata ?? message.metadata;
  const { channelId: channel, ts } = message;
  journal.write({ kind: 'change', what: 'message', channel, ts });
}

/** Takes a message away; a parent whose thread lives on becomes a tombstone. */
export function remove(workspace: Workspace, message: Message): void {
  const { channelId: channel, ts } = message;
  const messages = messagesIn(workspace, channel);
  const hasReplies = messages.some((each) => each.threadTs === ts && each.ts !== ts);
  if (hasReplies) message.isTombstone = true;
  else messages.splice(messages.indexOf(message), 1);
  workspace.journal.write({ kind: 'change', what: 'message', channel, ts });
}

/** The messages of a channel, in the order in which they were posted. */
export function messagesIn(workspace: Workspace, channelId: string): Message[] {
  const known = workspace.state.messages.get(channelId);
  if (known !== undefined) return known;
  const fresh: Message[] = [];
  workspace.state.messages.set(channelId, fresh);
  return fresh;
}

/** The message with this timestamp, unless it was deleted. */
export function messageAt(
  workspace: Workspace,
  channelId: string,
  ts: string,
): Message | undefined {
  const found = messagesIn(workspace, channelId).find((message) => message.ts === ts);
  return found?.isTombstone === true ? undefined : found;
}

/** The direct message of these two, opened where there was none. */
export function directMessage(workspace: Workspace, one: string, other: string): Channel {
  const { state, ids, clock } = workspace;
  for (const channel of state.channels.values()) {
    const { kind, members } = channel;
    if (kind === 'im' && members.has(one) && members.has(other)) return channel;
  }
  return openConversation(workspace, ids.next('D'), 'im', [one, other], clock.now());
}

/** Opens a direct message of any number of people. */
export function openConversation(
  workspace: Workspace,
  id: string,
  kind: 'im' | 'mpim',
  members: readonly string[],
  createdAt: number,
): Channel {
  const channel: Channel = {
    id,
    name: kind === 'im' ? '' : `mpdm-${members.join('--').toLowerCase()}-1`,
    kind,
    members: new Set(members),
    creator: members[0] ?? '',
    createdAt,
    isShared: false,
    topic: '',
    purpose: '',
    isArchived: false,
  };
  workspace.state.channels.set(id, channel);
  workspace.journal.write({ kind: 'change', what: 'channel', channel: id });
  return channel;
}
