import type { Answer } from '../answer.ts';
import { type JsonObject, textAt } from '../json.ts';
import { payloadBase, payloadChannel } from '../payload/parties.ts';
import type { Ephemeral, Message } from '../state/message.ts';
import { messageAnswer } from '../state/message.ts';
import { issueResponseUrl, issueTrigger } from '../state/trigger.ts';
import type { User } from '../state/user.ts';
import { type View, elementKey, viewAnswer } from '../state/view.ts';
import type { Workspace } from '../workspace.ts';
import { type Stage, answerOf, personOf } from './act.ts';
import { valuesOf } from './element-state.ts';
import { enteredState, option, optionsOf } from './entered-state.ts';
import { type Found, type Place, find } from './find.ts';
import type { Target } from './target.ts';

/** A person clicks a button or chooses in a menu: block_actions. */
export async function click(stage: Stage, who: string, target: Target): Promise<Answer> {
  const { workspace } = stage;
  const user = personOf(workspace, who);
  const found = find(workspace, user, target);
  const { element, block } = found.placed;
  if (block['type'] === 'input' && block['dispatch_action'] !== true) {
    throw new Error(`${found.placed.actionId} tells the bot nothing until it is submitted.`);
  }
  if (element['confirm'] !== undefined && target.confirm === 'no') {
    return { kind: 'cancelled', shown: '' };
  }
  const state = chosenState(found, target);
  const payload = clickPayload(workspace, user, found, state);
  const name = 'block_actions';
  const receipt = await stage.dispatch({ kind: 'interactive', name, payload });
  return answerOf(receipt, 'click');
}

/** What the element holds after the click; nothing for a button. */
function chosenState({ placed, place }: Found, target: Target): JsonObject {
  const { element, blockId, actionId } = placed;
  const type = textAt(element, 'type');
  if (type === 'button') return {};
  const choice = target.choose ?? target.text ?? null;
  if (type === 'overflow') return { selected_option: option(element, choice) };
  const isOptionLabel = target.choose === undefined && optionsOf(element).length > 0;
  const wanted = target.choose === undefined && !isOptionLabel ? null : choice;
  const key = elementKey(blockId, actionId);
  if (!('view' in place)) return enteredState(element, wanted);
  const state = enteredState(element, wanted, place.view.offered.get(key));
  place.view.entered.set(key, state);
  return state;
}

function clickPayload(
  workspace: Workspace,
  user: User,
  found: Found,
  state: JsonObject,
): JsonObject {
  const { element, blockId, actionId } = found.placed;
  const { clock, ids } = workspace;
  const { type, text, value, style } = element;
  const isButton = type === 'button';
  const action = {
    type,
    action_id: actionId,
    block_id: blockId,
    ...(isButton ? { text, value, style } : { placeholder: element['placeholder'], ...state }),
    action_ts: ids.ts(clock.now()),
  };
  return {
    type: 'block_actions',
    ...payloadBase(workspace, user),
    ...placePayload(workspace, user, found, state),
    actions: [action],
  };
}

function placePayload(
  workspace: Workspace,
  user: User,
  { place, placed }: Found,
  state: JsonObject,
): JsonObject {
  if ('view' in place) {
    const { app, team } = workspace.state;
    const { view } = place;
    return {
      container: { type: 'view', view_id: view.id },
      trigger_id: issueTrigger(workspace, user.id, { viewId: view.id }),
      view: viewAnswer(view, app, team.id, valuesOf(view)),
    };
  }
  const { blockId, actionId } = placed;
  const entered = new Map([[elementKey(blockId, actionId), state]]);
  const content = { blocks: place.message.blocks };
  return {
    ...messagePlace(workspace, user, place),
    state: { values: valuesOf({ content, entered, openedIn: undefined }) },
  };
}

/** Clicks in a message know their channel, and can be answered at a response_url. */
function messagePlace(
  workspace: Workspace,
  user: User,
  place: Exclude<Place, { view: View }>,
): JsonObject {
  const { channelId, ts, threadTs } = place.message;
  const channel = workspace.state.channels.get(channelId);
  const isEphemeral = place.kind === 'ephemeral';
  const original = { kind: place.kind, ts };
  const reply = { userId: user.id, channelId, threadTs, original };
  return {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channelId,
      is_ephemeral: isEphemeral,
      thread_ts: threadTs,
    },
    channel: channel === undefined ? null : payloadChannel(channel),
    ...(isMessage(place.message)
      ? { message: messageAnswer(place.message, workspace.state.team.id) }
      : {}),
    trigger_id: issueTrigger(workspace, user.id, { channelId }),
    response_url: issueResponseUrl(workspace, reply, 'actions'),
  };
}

function isMessage(message: Message | Ephemeral): message is Message {
  return 'history' in message;
}
