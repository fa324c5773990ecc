import type { Answer } from '../answer.ts';
import { elementsOf } from '../blocks/walk.ts';
import { type JsonObject, isObject, objectAt, textAt } from '../json.ts';
import { ApiError } from '../methods/call.ts';
import { preparedView } from '../methods/views.ts';
import { payloadBase } from '../payload/parties.ts';
import {
  MOST_STACKED,
  clearModals,
  closeModal,
  pushModal,
  showErrors,
  stackOf,
  updateView,
} from '../state/stack.ts';
import { issueResponseUrl, issueTrigger } from '../state/trigger.ts';
import type { User } from '../state/user.ts';
import { type View, viewAnswer } from '../state/view.ts';
import type { Workspace } from '../workspace.ts';
import { ACKED, type Stage, answerOf, personOf } from './act.ts';
import { clientProblems } from './client-check.ts';
import { valuesOf } from './element-state.ts';
import { fill, modalOf } from './form.ts';
import type { FormValues } from './form-value.ts';

/** A person sends the modal before them: view_submission, unless Slack's client holds it back. */
export async function submit(
  stage: Stage,
  who: string,
  values: FormValues,
  viewId?: string,
): Promise<Answer> {
  const { workspace } = stage;
  const user = personOf(workspace, who);
  const view = modalOf(workspace, who, viewId);
  if (view.content['submit'] === undefined) throw new Error('This modal has no submit button.');
  fill(view, values);
  const problems = clientProblems(view);
  showErrors(workspace, view, problems);
  if (Object.keys(problems).length > 0) {
    return { kind: 'client_error', problems, shown: Object.values(problems).join(' ') };
  }
  const payload = viewPayload(workspace, user, view, 'view_submission');
  const name = 'view_submission';
  const receipt = await stage.dispatch({ kind: 'interactive', name, payload });
  if (receipt.outcome !== 'acked') return answerOf(receipt, 'form');
  return followAck(workspace, view, receipt.body);
}

/** A person closes the top modal, or all of them: view_closed where the app asked for it. */
export async function closeView(stage: Stage, who: string, isAll: boolean): Promise<Answer> {
  const { workspace } = stage;
  const user = personOf(workspace, who);
  const top = modalOf(workspace, who);
  const isCleared = isAll || top.content['clear_on_close'] === true;
  const closing = isCleared ? stackOf(workspace, who).toReversed() : [top];
  for (const view of closing) closeModal(workspace, view);
  let answer = ACKED;
  for (const view of closing) {
    if (view.content['notify_on_close'] !== true) continue;
    const payload = { ...viewPayload(workspace, user, view, 'view_closed'), is_cleared: isCleared };
    const receipt = await stage.dispatch({ kind: 'interactive', name: 'view_closed', payload });
    answer = answerOf(receipt, 'form');
  }
  return answer;
}

function viewPayload(
  workspace: Workspace,
  user: User,
  view: View,
  type: 'view_submission' | 'view_closed',
): JsonObject {
  const { app, team } = workspace.state;
  const isSubmission = type === 'view_submission';
  return {
    type,
    ...payloadBase(workspace, user),
    ...(isSubmission ? { trigger_id: issueTrigger(workspace, user.id, { viewId: view.id }) } : {}),
    view: viewAnswer(view, app, team.id, valuesOf(view)),
    response_urls: isSubmission ? responseUrls(workspace, user, view) : [],
  };
}

/** A channel menu with `response_url_enabled` gives the app a way to answer in that channel. */
function responseUrls(workspace: Workspace, user: User, view: View): JsonObject[] {
  const values = valuesOf(view);
  return elementsOf(view.content).flatMap(({ element, blockId, actionId }) => {
    if (element['response_url_enabled'] !== true) return [];
    const state = objectAt(objectAt(values, blockId), actionId);
    const channelId = textAt(state, 'selected_conversation') || textAt(state, 'selected_channel');
    if (channelId === '') return [];
    const place = { userId: user.id, channelId, threadTs: undefined, original: undefined };
    const url = issueResponseUrl(workspace, place, 'app');
    return [{ block_id: blockId, action_id: actionId, channel_id: channelId, response_url: url }];
  });
}

/** Does what the ack asks for: close, clear, show another view, or show errors. */
function followAck(workspace: Workspace, view: View, body: JsonObject): Answer {
  const action = textAt(body, 'response_action');
  try {
    if (action === 'errors') return withErrors(workspace, view, body);
    if (action === 'clear') clearModals(workspace, view.userId);
    else if (action === 'update') updateView(workspace, view, nextView(workspace, body));
    else if (action === 'push') pushOnto(workspace, view, nextView(workspace, body));
    else if (Object.keys(body).length === 0) closeModal(workspace, view);
    else return trouble(`no response_action that Slack knows: ${action || 'none'}`);
    return ACKED;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return trouble(`${error.code} ${JSON.stringify(error.details)}`);
  }
}

function nextView(workspace: Workspace, body: JsonObject): JsonObject {
  const view = objectAt(body, 'view');
  if (view === undefined) throw new ApiError('invalid_arguments');
  return preparedView(workspace, view, 'modal');
}

function pushOnto(workspace: Workspace, view: View, content: JsonObject): void {
  const isFull = stackOf(workspace, view.userId).length >= MOST_STACKED;
  if (isFull) throw new ApiError('push_limit_reached');
  pushModal(workspace, view.userId, content);
}

/** Errors may stand under input blocks only; anything else, and Slack shows none of them. */
function withErrors(workspace: Workspace, view: View, body: JsonObject): Answer {
  const given = objectAt(body, 'errors');
  const inputs = new Set(
    elementsOf(view.content)
      .filter(({ block }) => block['type'] === 'input')
      .map(({ blockId }) => blockId),
  );
  const errors: Record<string, string> = {};
  for (const [blockId, sentence] of Object.entries(isObject(given) ? given : {})) {
    if (!inputs.has(blockId)) return trouble(`errors names ${blockId}, which is no input block`);
    if (typeof sentence !== 'string') return trouble(`errors.${blockId} is no text`);
    errors[blockId] = sentence;
  }
  if (Object.keys(errors).length === 0) return trouble('errors is empty');
  showErrors(workspace, view, errors);
  return { kind: 'errors', errors, shown: Object.values(errors).join(' ') };
}

function trouble(why: string): Answer {
  const shown = 'We had some trouble connecting. Try again?';
  return { kind: 'trouble_connecting', why, shown };
}
