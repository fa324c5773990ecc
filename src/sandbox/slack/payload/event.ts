import { type JsonObject, textAt } from '../json.ts';
import type { Delivery } from '../delivery/courier.ts';
import type { Workspace } from '../workspace.ts';

/** An event in the wrapping in which the Events API delivers it. */
export function eventDelivery(workspace: Workspace, event: JsonObject): Delivery {
  const { state, ids, clock } = workspace;
  const { app, team } = state;
  const name = textAt(event, 'type');
  const bot = { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true };
  return {
    kind: 'events_api',
    name,
    payload: {
      token: app.verificationToken ?? 'verification-token',
      team_id: team.id,
      context_team_id: team.id,
      context_enterprise_id: null,
      api_app_id: app.id,
      event: { ...event, event_ts: textAt(event, 'event_ts') || ids.ts(clock.now()) },
      type: 'event_callback',
      event_id: ids.next('Ev'),
      event_time: Math.floor(clock.now() / 1000),
      authorizations: [{ ...bot, is_enterprise_install: false }],
      is_ext_shared_channel: false,
      event_context: `4-${ids.secret()}`,
    },
  };
}

/**
 * Whether the app's manifest asks for this event, with the scope that it needs. Messages are asked
 * for by kind of channel.
 */
export function isSubscribed(workspace: Workspace, event: JsonObject): boolean {
  const { manifest } = workspace.state.app;
  const wanted = manifest.settings?.event_subscriptions?.bot_events ?? [];
  const type = textAt(event, 'type');
  const name = type === 'message' ? `message.${messageKind(event)}` : type;
  const scope = SCOPE_OF_EVENT[name];
  return wanted.includes(name) && (scope === undefined || hasScope(workspace, scope));
}

/** Scopes that go with one event alone; those of channels and people are seen by their methods. */
const SCOPE_OF_EVENT: Readonly<Record<string, string>> = {
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
};

function hasScope({ state }: Workspace, scope: string): boolean {
  return state.app.manifest.oauth_config?.scopes?.bot?.includes(scope) === true;
}

function messageKind(event: JsonObject): string {
  const kinds: Record<string, string> = { channel: 'channels', group: 'groups' };
  const kind = textAt(event, 'channel_type');
  return kinds[kind] ?? kind;
}
