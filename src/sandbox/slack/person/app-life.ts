import type { Answer } from '../answer.ts';
import { userAnswer } from '../state/user.ts';
import { clearModals } from '../state/stack.ts';
import { messageAt, remove } from '../state/posting.ts';
import type { Workspace } from '../workspace.ts';
import { ACKED, type Stage, tell } from './act.ts';

/** The app is removed: both events come, the token is dead before either is read. */
export async function uninstall(stage: Stage): Promise<Answer> {
  const { state } = stage.workspace;
  state.bot = 'account_inactive';
  for (const channel of state.channels.values()) channel.members.delete(state.app.botUserId);
  announce(stage.workspace);
  const tokens = { oauth: [], bot: [state.app.botUserId] };
  await tell(stage, { type: 'tokens_revoked', tokens });
  return tell(stage, { type: 'app_uninstalled' });
}

/** The bot token alone is revoked. */
export function revokeTokens(stage: Stage): Promise<Answer> {
  const { state } = stage.workspace;
  state.bot = 'token_revoked';
  announce(stage.workspace);
  return tell(stage, { type: 'tokens_revoked', tokens: { bot: [state.app.botUserId] } });
}

/** Someone allows the app again; the code is good for one oauth.v2.access. */
export function install(workspace: Workspace): string {
  const code = workspace.ids.secret();
  workspace.state.oauthCodes.set(code, 'fresh');
  return code;
}

/** An account is deactivated. It stays in channels' member lists, as in Slack. */
export function deactivate(stage: Stage, who: string): Promise<Answer> {
  const { state, clock, journal } = stage.workspace;
  const user = state.users.get(who);
  if (user === undefined) throw new Error(`There is nobody with the id ${who}.`);
  if (user.isDeactivated) return Promise.resolve(ACKED);
  user.isDeactivated = true;
  user.updatedAt = Math.floor(clock.now() / 1000);
  reload(stage.workspace, who);
  journal.write({ kind: 'change', what: 'user', who });
  const event = { type: 'user_change', user: userAnswer(user, clock.now()) };
  return tell(stage, { ...event, cache_ts: user.updatedAt });
}

/** An admin deletes a message of anybody; the bot is not told. */
export function deleteMessage(workspace: Workspace, channel: string, ts: string): void {
  const message = messageAt(workspace, channel, ts);
  if (message === undefined) throw new Error(`There is no message ${ts} in ${channel}.`);
  remove(workspace, message);
}

/** A person loads Slack again: ephemeral messages and open modals are gone. */
export function reload(workspace: Workspace, who: string): void {
  const { ephemerals } = workspace.state;
  const kept = ephemerals.filter((each) => each.forUserId !== who);
  ephemerals.splice(0, ephemerals.length, ...kept);
  clearModals(workspace, who);
  workspace.journal.write({ kind: 'change', what: 'ephemeral', who });
}

function announce(workspace: Workspace): void {
  workspace.journal.write({ kind: 'change', what: 'app' });
}
