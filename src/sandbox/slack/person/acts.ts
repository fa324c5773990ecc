import type { Answer } from '../answer.ts';
import type { JsonObject } from '../json.ts';
import { showErrors } from '../state/stack.ts';
import type { Stage } from './act.ts';
import { deactivate, deleteMessage, install, reload, revokeTokens, uninstall } from './app-life.ts';
import { click } from './click.ts';
import { command } from './command.ts';
import { changeChannel, join, kickBot, leave, openHome, say } from './conversation.ts';
import { fill, modalOf } from './form.ts';
import type { FormValues } from './form-value.ts';
import { react, unreact } from './reaction.ts';
import { messageShortcut, shortcut, suggest } from './shortcut.ts';
import { closeView, submit } from './submit.ts';
import type { Target } from './target.ts';

/**
 * What people do. Each act resolves when the bot has acked, or has not in time; what follows
 * from it (a modal, a message) may come a moment later: wait for it with `until`. An act that
 * nobody could do in Slack (a button that is not there, a modal that is not open) throws.
 */
export type PersonActs = {
  /** Types a slash command into a channel or direct message. */
  command(who: string, channel: string, command: string, text?: string): Promise<Answer>;
  /** Clicks a button, or chooses in a menu, found by label or action_id. */
  click(who: string, target: Target): Promise<Answer>;
  /** Types into the top modal without sending it. */
  fill(who: string, values: FormValues, viewId?: string): void;
  /** Sends the top modal (it must be `viewId`, where that is given); types `values` in first. */
  submit(who: string, values?: FormValues, viewId?: string): Promise<Answer>;
  /** Closes the top modal; `all` closes the whole stack, as the cross does. */
  closeView(who: string, options?: { readonly all?: boolean }): Promise<Answer>;
  shortcut(who: string, callbackId: string): Promise<Answer>;
  messageShortcut(who: string, channel: string, ts: string, callbackId: string): Promise<Answer>;
  /** Types into an external select; answers the options that the bot offers. */
  suggest(who: string, target: Target, typed: string): Promise<JsonObject[]>;
  openHome(who: string, tab?: 'home' | 'messages'): Promise<Answer>;
  /** Writes a message. `channel` may be a person's or the bot's id: a direct message. */
  say(who: string, channel: string, text: string, threadTs?: string): Promise<Answer>;
  /** Puts an emoji, by its name without colons, on a message that everybody sees. */
  react(who: string, channel: string, ts: string, emoji: string): Promise<Answer>;
  unreact(who: string, channel: string, ts: string, emoji: string): Promise<Answer>;
  joinChannel(who: string, channel: string): Promise<Answer>;
  leaveChannel(who: string, channel: string): Promise<Answer>;
  inviteBot(who: string, channel: string): Promise<Answer>;
  /** Takes the bot out; Slack tells it by `channel_left` or `group_left` only. */
  kickBot(who: string, channel: string): Promise<Answer>;
  archive(channel: string): Promise<Answer>;
  unarchive(channel: string): Promise<Answer>;
  rename(channel: string, name: string): Promise<Answer>;
  deactivate(who: string): Promise<Answer>;
  /** An admin deletes a message; the bot is not told. */
  deleteMessage(channel: string, ts: string): void;
  /** Loads Slack again: ephemeral messages and open modals are gone. */
  reload(who: string): void;
  /** Removes the app from the workspace. */
  uninstall(): Promise<Answer>;
  /** Revokes the bot token alone. */
  revokeTokens(): Promise<Answer>;
  /** Allows the app again; answers the code for oauth.v2.access. */
  install(): string;
};

/** Everybody's acts on one stage. */
export function personActs(stage: Stage): PersonActs {
  const { workspace } = stage;
  return {
    command: (who, channel, name, text = '') =>
      command(stage, who, { channel, command: name, text }),
    click: (who, target) => click(stage, who, target),
    fill(who, values, viewId) {
      const view = modalOf(workspace, who, viewId);
      fill(view, values);
      showErrors(workspace, view, view.errors);
    },
    submit: (who, values = {}, viewId) => submit(stage, who, values, viewId),
    closeView: (who, options) => closeView(stage, who, options?.all === true),
    shortcut: (who, callbackId) => shortcut(stage, who, callbackId),
    messageShortcut: (who, channel, ts, callbackId) =>
      messageShortcut(stage, who, { channel, ts }, callbackId),
    suggest: (who, target, typed) => suggest(stage, who, target, typed),
    openHome: (who, tab = 'home') => openHome(stage, who, tab),
    say: (who, channel, text, threadTs) => say(stage, who, { channel, threadTs }, text),
    react: (who, channel, ts, emoji) => react(stage, who, { channel, ts }, emoji),
    unreact: (who, channel, ts, emoji) => unreact(stage, who, { channel, ts }, emoji),
    joinChannel: (who, channel) => join(stage, who, channel),
    leaveChannel: (who, channel) => leave(stage, who, channel),
    inviteBot: (who, channel) => join(stage, workspace.state.app.botUserId, channel, who),
    kickBot: (who, channel) => kickBot(stage, who, channel),
    archive: (channel) => changeChannel(stage, channel, { isArchived: true }),
    unarchive: (channel) => changeChannel(stage, channel, { isArchived: false }),
    rename: (channel, name) => changeChannel(stage, channel, { name }),
    deactivate: (who) => deactivate(stage, who),
    deleteMessage: (channel, ts) => deleteMessage(workspace, channel, ts),
    reload: (who) => reload(workspace, who),
    uninstall: () => uninstall(stage),
    revokeTokens: () => revokeTokens(stage),
    install: () => install(workspace),
  };
}
