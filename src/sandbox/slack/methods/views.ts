import { type Surface, checkView } from '../blocks/check.ts';
import { LIMITS } from '../blocks/limits.ts';
import { withInventedIds } from '../blocks/normal.ts';
import { valuesOf } from '../person/element-state.ts';
import { type JsonObject, objectAt, objectsAt, textAt } from '../json.ts';
import {
  MOST_STACKED,
  allViews,
  openModal,
  publishHome,
  pushModal,
  stackOf,
  updateView,
  viewById,
} from '../state/stack.ts';
import type { Trigger } from '../state/state.ts';
import { takeTrigger } from '../state/trigger.ts';
import { type View, viewAnswer } from '../state/view.ts';
import { type Call, type Method, refuse, refuseArguments } from './call.ts';
import { refuseProblems } from './message-content.ts';

/** https://docs.slack.dev/reference/methods/views.open */
export const viewsOpen: Method = {
  token: 'bot',
  run(call) {
    const content = checkedView(call, 'modal');
    refuseDuplicateExternalId(call, content, undefined);
    const { userId, channelId } = takenTrigger(call);
    return answerOf(call, openModal(call.workspace, userId, content, channelId));
  },
};

/** https://docs.slack.dev/reference/methods/views.push */
export const viewsPush: Method = {
  token: 'bot',
  run(call) {
    const content = checkedView(call, 'modal');
    refuseDuplicateExternalId(call, content, undefined);
    const { userId, viewId } = takenTrigger(call);
    const stack = stackOf(call.workspace, userId);
    if (!stack.some((view) => view.id === viewId)) return refuse('not_found');
    if (stack.length >= MOST_STACKED) return refuse('push_limit_reached');
    return answerOf(call, pushModal(call.workspace, userId, content));
  },
};

/** https://docs.slack.dev/reference/methods/views.update */
export const viewsUpdate: Method = {
  token: 'bot',
  run(call) {
    const view = namedView(call);
    const content = checkedView(call, view.kind);
    refuseStaleHash(call, view);
    refuseDuplicateExternalId(call, content, view);
    updateView(call.workspace, view, content);
    return answerOf(call, view);
  },
};

/** https://docs.slack.dev/reference/methods/views.publish */
export const viewsPublish: Method = {
  token: 'bot',
  run(call) {
    const { state } = call.workspace;
    if (state.app.manifest.features?.app_home?.home_tab_enabled !== true)
      return refuse('not_enabled');
    const user = state.users.get(textAt(call.args, 'user_id'));
    if (user === undefined || user.isDeactivated) return refuseArguments('invalid `user_id`');
    const content = checkedView(call, 'home');
    const known = state.homes.get(user.id);
    if (known !== undefined) refuseStaleHash(call, known);
    refuseDuplicateExternalId(call, content, known);
    return answerOf(call, publishHome(call.workspace, user.id, content));
  },
};

/** A view ready to be shown: checked, and with invented ids. Also used for acks of submissions. */
export function preparedView(
  workspace: Call['workspace'],
  view: JsonObject,
  kind: Exclude<Surface, 'message'>,
): JsonObject {
  if (JSON.stringify(view).length > LIMITS.view_bytes) return refuse('view_too_large');
  if (textAt(view, 'type') !== kind)
    return refuseArguments(`must be a ${kind} [json-pointer:/view]`);
  if (workspace.strictBlocks) refuseProblems(checkView(view), 'invalid_arguments');
  return { ...view, blocks: withInventedIds(objectsAt(view, 'blocks'), workspace.ids) };
}

function checkedView(call: Call, kind: Exclude<Surface, 'message'>): JsonObject {
  const view = objectAt(call.args, 'view');
  if (view === undefined) return refuseArguments('missing required field: view');
  return preparedView(call.workspace, view, kind);
}

function takenTrigger(call: Call): Trigger {
  const id = textAt(call.args, 'trigger_id') || textAt(call.args, 'interactivity_pointer');
  if (id === '') return refuseArguments('missing required field: trigger_id');
  const trigger = takeTrigger(call.workspace, id);
  return typeof trigger === 'string' ? refuse(trigger) : trigger;
}

function namedView(call: Call): View {
  const id = textAt(call.args, 'view_id');
  const externalId = textAt(call.args, 'external_id');
  if (id !== '') return viewById(call.workspace, id) ?? refuse('not_found');
  if (externalId === '') return refuseArguments('missing required field: view_id');
  return viewByExternalId(call, externalId) ?? refuse('not_found');
}

function viewByExternalId(call: Call, externalId: string): View | undefined {
  const views = allViews(call.workspace);
  return views.find((view) => textAt(view.content, 'external_id') === externalId);
}

function refuseStaleHash(call: Call, view: View): void {
  const hash = textAt(call.args, 'hash');
  if (hash !== '' && hash !== view.hash) refuse('hash_conflict');
}

function refuseDuplicateExternalId(call: Call, content: JsonObject, own: View | undefined): void {
  const externalId = textAt(content, 'external_id');
  if (externalId === '') return;
  const other = viewByExternalId(call, externalId);
  if (other !== undefined && other !== own) refuse('duplicate_external_id');
}

function answerOf(call: Call, view: View): JsonObject {
  const { app, team } = call.workspace.state;
  return { view: viewAnswer(view, app, team.id, valuesOf(view)) };
}
