import { flagAt, numberAt, textAt, textsAt } from '../json.ts';
import {
  type Channel,
  type ChannelKind,
  HISTORY_SCOPES,
  READ_SCOPES,
  channelAnswer,
} from '../state/channel.ts';
import { type Message, isInChannel, messageAnswer } from '../state/message.ts';
import { directMessage, messagesIn, openConversation } from '../state/posting.ts';
import { type Call, type Method, isBotIn, knownChannel, refuse, requireScope } from './call.ts';
import { pageOf } from './page.ts';

/** https://docs.slack.dev/reference/methods/conversations.info */
export const conversationsInfo: Method = {
  token: 'bot',
  run(call) {
    const channel = readableChannel(call);
    const answer = channelAnswer(channel, call.workspace.state.app.botUserId);
    const isCounted = flagAt(call.args, 'include_num_members');
    return { channel: isCounted ? { ...answer, num_members: channel.members.size } : answer };
  },
};

/** https://docs.slack.dev/reference/methods/conversations.members: bots and all, in pages. */
export const conversationsMembers: Method = {
  token: 'bot',
  run(call) {
    const channel = readableChannel(call);
    const page = pageOf(call, [...channel.members]);
    return { members: [...page.items], response_metadata: { next_cursor: page.nextCursor } };
  },
};

/** https://docs.slack.dev/reference/methods/conversations.list */
export const conversationsList: Method = {
  token: 'bot',
  run(call) {
    const kinds = kindsOf(call);
    for (const kind of kinds) requireScope(call, READ_SCOPES[kind]);
    const isArchiveHidden = flagAt(call.args, 'exclude_archived');
    const { state } = call.workspace;
    const channels = [...state.channels.values()]
      .filter((channel) => kinds.includes(channel.kind))
      .filter((channel) => channel.kind === 'public' || isBotIn(call, channel))
      .filter((channel) => !(isArchiveHidden && channel.isArchived));
    const page = pageOf(call, channels);
    return {
      channels: page.items.map((channel) => channelAnswer(channel, state.app.botUserId)),
      response_metadata: { next_cursor: page.nextCursor },
    };
  },
};

/** https://docs.slack.dev/reference/methods/conversations.open */
export const conversationsOpen: Method = {
  token: 'bot',
  run(call) {
    const { workspace } = call;
    const { state } = workspace;
    const users = userList(call).filter((id) => id !== state.app.botUserId);
    if (textAt(call.args, 'channel') !== '') return reopened(call);
    if (users.length === 0) return refuse('users_list_not_supplied');
    requireScope(call, users.length > 1 ? 'mpim:write' : 'im:write');
    if (users.length > MOST_USERS) return refuse('too_many_users');
    for (const id of users) refuseUnreachable(call, id);
    const channel = conversationOf(call, users);
    if (!flagAt(call.args, 'return_im')) return { channel: { id: channel.id } };
    return { channel: channelAnswer(channel, state.app.botUserId) };
  },
};

/** https://docs.slack.dev/reference/methods/conversations.history */
export const conversationsHistory: Method = {
  token: 'bot',
  run(call) {
    const channel = readableChannel(call, HISTORY_SCOPES);
    if (!isBotIn(call, channel)) return refuse('not_in_channel');
    const isInRange = rangeOf(call);
    const all = messagesIn(call.workspace, channel.id)
      .filter(isInChannel)
      .filter(isInRange)
      .toReversed();
    return messagePage(call, all);
  },
};

/** https://docs.slack.dev/reference/methods/conversations.replies */
export const conversationsReplies: Method = {
  token: 'bot',
  run(call) {
    const channel = readableChannel(call, HISTORY_SCOPES);
    if (!isBotIn(call, channel)) return refuse('not_in_channel');
    const ts = textAt(call.args, 'ts');
    const all = messagesIn(call.workspace, channel.id).filter(
      (message) => message.ts === ts || message.threadTs === ts,
    );
    return all.length === 0 ? refuse('thread_not_found') : messagePage(call, all);
  },
};

function readableChannel(call: Call, scopes: Record<ChannelKind, string> = READ_SCOPES): Channel {
  const channel = knownChannel(call);
  requireScope(call, scopes[channel.kind]);
  return channel;
}

const KINDS: Record<string, ChannelKind> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

function kindsOf(call: Call): ChannelKind[] {
  const names = (textAt(call.args, 'types') || 'public_channel').split(',');
  return names.map((name) => KINDS[name.trim()] ?? refuse('invalid_types'));
}

const MOST_USERS = 8;

function userList(call: Call): string[] {
  const given = textsAt(call.args, 'users');
  if (given.length > 0) return given;
  return textAt(call.args, 'users')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function reopened(call: Call): { channel: { id: string } } {
  const channel = knownChannel(call);
  requireScope(call, 'im:write', 'mpim:write');
  const isDirect = channel.kind === 'im' || channel.kind === 'mpim';
  return isDirect ? { channel: { id: channel.id } } : refuse('channel_not_found');
}

function refuseUnreachable(call: Call, userId: string): void {
  const user = call.workspace.state.users.get(userId);
  if (user === undefined) return refuse('user_not_found');
  if (user.isDeactivated) return refuse('user_disabled');
  if (user.isBot) return refuse('cannot_dm_bot');
}

function conversationOf(call: Call, users: readonly string[]): Channel {
  const { workspace } = call;
  const { app, channels } = workspace.state;
  const [first = ''] = users;
  if (users.length === 1) return directMessage(workspace, app.botUserId, first);
  const members = [app.botUserId, ...users];
  for (const channel of channels.values()) {
    const isSame = members.every((id) => channel.members.has(id));
    if (channel.kind === 'mpim' && isSame && channel.members.size === members.length)
      return channel;
  }
  const { ids, clock } = workspace;
  return openConversation(workspace, ids.next('C'), 'mpim', members, clock.now());
}

function rangeOf(call: Call): (message: Message) => boolean {
  const latest = numberAt(call.args, 'latest') ?? Number.POSITIVE_INFINITY;
  const oldest = numberAt(call.args, 'oldest') ?? 0;
  const isInclusive = flagAt(call.args, 'inclusive');
  return (message) => {
    const ts = Number(message.ts);
    if (isInclusive && (ts === latest || ts === oldest)) return true;
    return ts < latest && ts > oldest;
  };
}

function messagePage(call: Call, all: readonly Message[]): ReturnType<Method['run']> {
  const page = pageOf(call, all);
  const { team } = call.workspace.state;
  return {
    messages: page.items.map((message) => messageAnswer(message, team.id)),
    has_more: page.nextCursor !== '',
    response_metadata: { next_cursor: page.nextCursor },
  };
}
