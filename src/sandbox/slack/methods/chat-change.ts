import { LIMITS } from '../blocks/limits.ts';
import { textAt } from '../json.ts';
import { type Message, messageAnswer } from '../state/message.ts';
import { messageAt, remove, rewrite } from '../state/posting.ts';
import { type Call, type Method, isBotIn, knownChannel, refuse, requireScope } from './call.ts';
import { messageContent } from './message-content.ts';

/**
 * https://docs.slack.dev/reference/methods/chat.update: text without blocks takes the blocks
 * away, metadata left out is kept, and only an update without blocks is marked as edited.
 */
export const chatUpdate: Method = {
  token: 'bot',
  run(call) {
    requireScope(call, 'chat:write');
    const { args, workspace } = call;
    const message = ownMessage(call, 'is_inactive', 'cant_update_message');
    if (textAt(args, 'text').length > LIMITS.update_text) return refuse('msg_too_long');
    const content = messageContent(call);
    refuseMixedRichText(message, content.blocks);
    const hasBlocks = content.blocks.length > 0;
    const { app, team } = workspace.state;
    rewrite(workspace, message, {
      ...content,
      attachments: args['attachments'] === undefined ? message.attachments : content.attachments,
    });
    if (!hasBlocks) {
      message.edited = { user: app.botUserId, ts: workspace.ids.ts(workspace.clock.now()) };
    }
    const { channelId: channel, ts, text } = message;
    return { channel, ts, text, message: messageAnswer(message, team.id) };
  },
};

/** https://docs.slack.dev/reference/methods/chat.delete */
export const chatDelete: Method = {
  token: 'bot',
  run(call) {
    requireScope(call, 'chat:write');
    const message = ownMessage(call, 'is_inactive', 'cant_delete_message');
    remove(call.workspace, message);
    return { channel: message.channelId, ts: message.ts };
  },
};

/** https://docs.slack.dev/reference/methods/chat.getPermalink */
export const chatGetPermalink: Method = {
  token: 'bot',
  run(call) {
    const channel = knownChannel(call);
    const ts = textAt(call.args, 'message_ts');
    const message = messageAt(call.workspace, channel.id, ts);
    if (message === undefined) return refuse('message_not_found');
    const base = `https://${call.workspace.state.team.domain}.slack.com/archives/${channel.id}`;
    const link = `${base}/p${ts.replace('.', '')}`;
    const { threadTs } = message;
    const thread = threadTs === undefined ? '' : `?thread_ts=${threadTs}&cid=${channel.id}`;
    return { channel: channel.id, permalink: link + thread };
  },
};

function ownMessage(call: Call, archivedError: string, foreignError: string): Message {
  const channel = knownChannel(call);
  const message = messageAt(call.workspace, channel.id, textAt(call.args, 'ts'));
  if (message === undefined) return refuse('message_not_found');
  if (channel.isArchived) return refuse(archivedError);
  if (!isBotIn(call, channel)) return refuse('not_in_channel');
  if (message.userId !== call.workspace.state.app.botUserId) return refuse(foreignError);
  return message;
}

/** A message of rich text alone cannot become one without any. */
function refuseMixedRichText(message: Message, blocks: Message['blocks']): void {
  const isRich = (list: Message['blocks']): boolean =>
    list.length > 0 && list.every((block) => block['type'] === 'rich_text');
  if (!isRich(message.blocks) || blocks.length === 0) return;
  if (!blocks.some((block) => block['type'] === 'rich_text')) refuse('block_mismatch');
}
