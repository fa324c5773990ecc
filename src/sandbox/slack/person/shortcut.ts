import type { Answer } from '../answer.ts';
import { type JsonObject, objectsAt } from '../json.ts';
import { payloadBase, payloadChannel } from '../payload/parties.ts';
import { messageAnswer } from '../state/message.ts';
import { messageAt } from '../state/posting.ts';
import { issueResponseUrl, issueTrigger } from '../state/trigger.ts';
import { elementKey } from '../state/view.ts';
import { type Stage, answerOf, channelFor, personOf } from './act.ts';
import { find } from './find.ts';
import type { MessagePlace } from './reaction.ts';
import type { Target } from './target.ts';

/** A person uses a global shortcut. */
export async function shortcut(stage: Stage, who: string, callbackId: string): Promise<Answer> {
  const { workspace } = stage;
  const user = personOf(workspace, who);
  requireShortcut(stage, callbackId, 'global');
  const payload = {
    type: 'shortcut',
    ...payloadBase(workspace, user),
    action_ts: workspace.ids.ts(workspace.clock.now()),
    callback_id: callbackId,
    trigger_id: issueTrigger(workspace, user.id, {}),
  };
  return answerOf(
    await stage.dispatch({ kind: 'interactive', name: 'shortcut', payload }),
    'click',
  );
}

/** A person uses a message shortcut. Ephemeral messages have none. */
export async function messageShortcut(
  stage: Stage,
  who: string,
  place: MessagePlace,
  callbackId: string,
): Promise<Answer> {
  const { workspace } = stage;
  const user = personOf(workspace, who);
  requireShortcut(stage, callbackId, 'message');
  const channel = channelFor(workspace, user, place.channel);
  const message = messageAt(workspace, channel.id, place.ts);
  if (message === undefined) throw new Error(`There is no message ${place.ts} to act on.`);
  const original = { kind: 'message' as const, ts: message.ts };
  const reply = { userId: user.id, channelId: channel.id, threadTs: message.threadTs, original };
  const payload = {
    type: 'message_action',
    ...payloadBase(workspace, user),
    action_ts: workspace.ids.ts(workspace.clock.now()),
    channel: payloadChannel(channel),
    callback_id: callbackId,
    trigger_id: issueTrigger(workspace, user.id, { channelId: channel.id }),
    message_ts: message.ts,
    message: messageAnswer(message, workspace.state.team.id),
    response_url: issueResponseUrl(workspace, reply, 'app'),
  };
  const name = 'message_action';
  return answerOf(await stage.dispatch({ kind: 'interactive', name, payload }), 'click');
}

/** A person types into an external select: block_suggestion. Answers the options offered. */
export async function suggest(
  stage: Stage,
  who: string,
  target: Target,
  typed: string,
): Promise<JsonObject[]> {
  const { workspace } = stage;
  const user = personOf(workspace, who);
  const { placed, place } = find(workspace, user, target);
  const payload = {
    type: 'block_suggestion',
    ...payloadBase(workspace, user),
    action_id: placed.actionId,
    block_id: placed.blockId,
    value: typed,
  };
  const name = 'block_suggestion';
  const receipt = await stage.dispatch({ kind: 'interactive', name, payload });
  const offered = receipt.outcome === 'acked' ? objectsAt(receipt.body, 'options') : [];
  const key = elementKey(placed.blockId, placed.actionId);
  if ('view' in place) place.view.offered.set(key, offered);
  return offered;
}

function requireShortcut(stage: Stage, callbackId: string, type: 'global' | 'message'): void {
  const known = stage.workspace.state.app.manifest.features?.shortcuts ?? [];
  if (known.some((each) => each.callback_id === callbackId && each.type === type)) return;
  throw new Error(`The manifest has no ${type} shortcut ${callbackId}.`);
}
