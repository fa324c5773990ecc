import { type JsonObject, flagAt, textAt } from './json.ts';
import { ApiError, type Call, refuse } from './methods/call.ts';
import { messageContent } from './methods/message-content.ts';
import type { MessageContent } from './state/message.ts';
import { messageAt, post, postEphemeral, remove, rewrite } from './state/posting.ts';
import type { ResponseUrl } from './state/state.ts';
import { RESPONSE_URL_LIFE_MS, RESPONSE_URL_USES } from './state/trigger.ts';
import type { Workspace } from './workspace.ts';

/**
 * Answers an interaction at its response_url: a new message for one person, or with
 * `response_type: in_channel` for all; `replace_original` and `delete_original` change the
 * message that was clicked. Answers 404 once it is used up or too old, 400 where it is wrong.
 */
export function answerResponseUrl(
  workspace: Workspace,
  secret: string,
  args: JsonObject,
): { readonly status: number; readonly body: JsonObject } {
  const reply = replyTo(workspace, secret, args);
  workspace.journal.write({ kind: 'response_url', args, answer: reply.body });
  return reply;
}

function replyTo(
  workspace: Workspace,
  secret: string,
  args: JsonObject,
): ReturnType<typeof answerResponseUrl> {
  const place = workspace.state.responseUrls.get(secret);
  if (place === undefined) return { status: 404, body: { ok: false, error: 'invalid_url' } };
  if (place.uses >= RESPONSE_URL_USES)
    return { status: 404, body: { ok: false, error: 'used_url' } };
  if (workspace.clock.now() - place.at > RESPONSE_URL_LIFE_MS) {
    return { status: 404, body: { ok: false, error: 'expired_url' } };
  }
  try {
    carryOut({ workspace, args }, place);
    place.uses += 1;
    return { status: 200, body: { ok: true } };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: 400, body: { ok: false, error: error.code, ...error.details } };
  }
}

function carryOut(call: Call, place: ResponseUrl): void {
  if (flagAt(call.args, 'delete_original')) return deleteOriginal(call.workspace, place);
  const content = messageContent(call);
  const isReplacing = flagAt(call.args, 'replace_original') && place.original !== undefined;
  if (isReplacing) return replaceOriginal(call.workspace, place, content);
  const { app } = call.workspace.state;
  const { channelId, userId: forUserId } = place;
  const threadTs = textAt(call.args, 'thread_ts') || place.threadTs;
  if (textAt(call.args, 'response_type') === 'in_channel') {
    post(call.workspace, { channelId, threadTs }, app.botUserId, content);
  } else {
    postEphemeral(call.workspace, { channelId, forUserId, threadTs }, content);
  }
}

function deleteOriginal(workspace: Workspace, place: ResponseUrl): void {
  const { original, channelId, userId } = place;
  if (original?.kind === 'message') {
    const message = messageAt(workspace, channelId, original.ts);
    if (message === undefined) return refuse('message_not_found');
    return remove(workspace, message);
  }
  const { ephemerals } = workspace.state;
  const index = ephemerals.findIndex((each) => each.ts === original?.ts);
  if (index < 0) return refuse('message_not_found');
  ephemerals.splice(index, 1);
  workspace.journal.write({ kind: 'change', what: 'ephemeral', who: userId, channel: channelId });
}

function replaceOriginal(workspace: Workspace, place: ResponseUrl, content: MessageContent): void {
  const { original, channelId, userId } = place;
  if (original?.kind === 'message') {
    const message = messageAt(workspace, channelId, original.ts);
    if (message === undefined) return refuse('message_not_found');
    return rewrite(workspace, message, content);
  }
  const ephemeral = workspace.state.ephemerals.find((each) => each.ts === original?.ts);
  if (ephemeral === undefined) {
    postEphemeral(workspace, { channelId, forUserId: userId, threadTs: place.threadTs }, content);
    return;
  }
  const { text, blocks, attachments } = content;
  Object.assign(ephemeral, { text, blocks, attachments });
  workspace.journal.write({ kind: 'change', what: 'ephemeral', who: userId, channel: channelId });
}
