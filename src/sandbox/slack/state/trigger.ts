import type { Workspace } from '../workspace.ts';
import type { ResponseUrl, Trigger } from './state.ts';

/** How long a trigger id opens a view. */
const TRIGGER_LIFE_MS = 3000;
/** How long, and how often, an interaction can be answered at its response_url. */
export const RESPONSE_URL_LIFE_MS = 30 * 60 * 1000;
export const RESPONSE_URL_USES = 5;

/** Makes the trigger id of an interaction. */
export function issueTrigger(
  workspace: Workspace,
  userId: string,
  from: { readonly channelId?: string; readonly viewId?: string },
): string {
  const { ids, clock, state } = workspace;
  const at = clock.now();
  const id = `${Math.floor(at)}.${state.team.id.length}${at % 1000}.${ids.secret()}`;
  const { channelId, viewId } = from;
  state.triggers.set(id, { userId, channelId, viewId, at, isUsed: false });
  return id;
}

/** Uses a trigger id up, or says with Slack's error name why it cannot be used. */
export function takeTrigger(workspace: Workspace, id: string): Trigger | string {
  const trigger = workspace.state.triggers.get(id);
  if (trigger === undefined) return 'invalid_trigger_id';
  if (trigger.isUsed) return 'exchanged_trigger_id';
  if (workspace.clock.now() - trigger.at > TRIGGER_LIFE_MS) return 'expired_trigger_id';
  trigger.isUsed = true;
  return trigger;
}

/** Makes the address at which an interaction can be answered. */
export function issueResponseUrl(
  workspace: Workspace,
  at: Pick<ResponseUrl, 'userId' | 'channelId' | 'threadTs' | 'original'>,
  kind: 'commands' | 'actions' | 'app',
): string {
  const { ids, clock, state } = workspace;
  const secret = ids.secret();
  state.responseUrls.set(secret, { ...at, at: clock.now(), uses: 0 });
  return `${workspace.address()}/${kind}/${state.team.id}/${secret}`;
}
