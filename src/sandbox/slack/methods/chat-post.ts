import { flagAt, textAt } from '../json.ts';
import type { Channel } from '../state/channel.ts';
import { messageAnswer } from '../state/message.ts';
import { directMessage, messageAt, post, postEphemeral } from '../state/posting.ts';
import {
  type Call,
  type Method,
  isBotIn,
  knownChannel,
  knownUser,
  refuse,
  requireScope,
  scopesOf,
} from './call.ts';
import { messageContent } from './message-content.ts';

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export const chatPostMessage: Method = {
  token: 'bot',
  run(call) {
    requireScope(call, 'chat:write');
    const channel = writableChannel(call);
    const content = messageContent(call);
    const threadTs = threadOf(call, channel);
    const { state } = call.workspace;
    const isBroadcast = threadTs !== undefined && flagAt(call.args, 'reply_broadcast');
    const place = { channelId: channel.id, threadTs, isBroadcast };
    const message = post(call.workspace, place, state.app.botUserId, content);
    const { ts } = message;
    const answer = { channel: channel.id, ts, message: messageAnswer(message, state.team.id) };
    if (content.warning === undefined) return answer;
    const { warning } = content;
    return { ...answer, warning, response_metadata: { warnings: [warning] } };
  },
};

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
export const chatPostEphemeral: Method = {
  token: 'bot',
  run(call) {
    requireScope(call, 'chat:write');
    const channel = knownChannel(call);
    const content = messageContent(call);
    const user = knownUser(call);
    if (channel.isArchived) return refuse('is_archived');
    if (!isBotIn(call, channel) && channel.kind === 'public') return refuse('not_in_channel');
    if (!channel.members.has(user.id) || user.isDeactivated) return refuse('user_not_in_channel');
    const threadTs = textAt(call.args, 'thread_ts') || undefined;
    const where = { channelId: channel.id, forUserId: user.id, threadTs };
    return { message_ts: postEphemeral(call.workspace, where, content).ts };
  },
};

/** The channel to post to: a user's id opens the direct message with them. */
function writableChannel(call: Call): Channel {
  const { state } = call.workspace;
  const id = textAt(call.args, 'channel');
  const channel = state.users.has(id) ? directMessageWith(call, id) : knownChannel(call);
  if (channel.isArchived) return refuse('is_archived');
  const mayPost = isBotIn(call, channel) || scopesOf(call.workspace).includes('chat:write.public');
  if (!mayPost) return refuse('not_in_channel');
  if (channel.kind === 'im') refuseClosedMessagesTab(call);
  return channel;
}

function directMessageWith(call: Call, userId: string): Channel {
  const { state } = call.workspace;
  const user = state.users.get(userId);
  if (user === undefined || user.isDeactivated) return refuse('channel_not_found');
  if (user.isBot) return refuse('cannot_dm_bot');
  refuseClosedMessagesTab(call);
  return directMessage(call.workspace, state.app.botUserId, userId);
}

function refuseClosedMessagesTab(call: Call): void {
  const home = call.workspace.state.app.manifest.features?.app_home;
  if (home?.messages_tab_enabled !== true) refuse('messages_tab_disabled');
}

/** The thread to answer in; a reply's own ts leads to its thread. An unknown one is taken. */
function threadOf(call: Call, channel: Channel): string | undefined {
  const ts = textAt(call.args, 'thread_ts');
  return messageAt(call.workspace, channel.id, ts)?.threadTs ?? (ts || undefined);
}
