import { type JsonObject, textAt } from '../json.ts';
import type { Channel } from '../state/channel.ts';
import type { User } from '../state/user.ts';
import type { Workspace } from '../workspace.ts';

/** One call of a Web API method that has passed authentication and rate limits. */
export type Call = { readonly workspace: Workspace; readonly args: JsonObject };

/** A Web API method: which token it takes, and what it answers besides `ok: true`. */
export type Method = {
  readonly token: 'bot' | 'app' | 'none';
  readonly run: (call: Call) => JsonObject;
};

/** An `ok: false` on its way out: thrown by methods, answered by the server. */
export class ApiError extends Error {
  readonly code: string;
  readonly details: JsonObject;
  constructor(code: string, details: JsonObject = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Refuses a call with one of Slack's error names. */
export function refuse(code: string, details: JsonObject = {}): never {
  throw new ApiError(code, details);
}

/** The scopes that the app's manifest asks for. */
export function scopesOf(workspace: Workspace): readonly string[] {
  return workspace.state.app.manifest.oauth_config?.scopes?.bot ?? [];
}

/** Refuses with missing_scope where none of `scopes` was granted. */
export function requireScope(call: Call, ...scopes: string[]): void {
  const granted = scopesOf(call.workspace);
  if (scopes.some((scope) => granted.includes(scope))) return;
  refuse('missing_scope', { needed: scopes[0] ?? '', provided: granted.join(',') });
}

/** The channel under `key`, as far as the bot may know of it; refuses channel_not_found. */
export function knownChannel(call: Call, key = 'channel'): Channel {
  const channel = call.workspace.state.channels.get(textAt(call.args, key));
  if (channel === undefined) return refuse('channel_not_found');
  const isHidden = channel.kind !== 'public' && !isBotIn(call, channel);
  return isHidden ? refuse('channel_not_found') : channel;
}

export function isBotIn(call: Call, channel: Channel): boolean {
  return channel.members.has(call.workspace.state.app.botUserId);
}

/** The user under `key`; refuses user_not_found. */
export function knownUser(call: Call, key = 'user'): User {
  return call.workspace.state.users.get(textAt(call.args, key)) ?? refuse('user_not_found');
}

/** Refuses invalid_arguments with a message, as Slack does for missing or malformed ones. */
export function refuseArguments(...messages: string[]): never {
  return refuse('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}
