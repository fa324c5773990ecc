import type { JsonObject } from '../json.ts';
import { type Channel, payloadName } from '../state/channel.ts';
import type { User } from '../state/user.ts';
import type { Workspace } from '../workspace.ts';

/** The user as interaction payloads show them. */
function payloadUser(user: User): JsonObject {
  return { id: user.id, username: user.name, name: user.name, team_id: user.teamId };
}

/** The workspace of the one who acts: for people of shared channels it is their own. */
function payloadTeam(user: User): JsonObject {
  return { id: user.teamId, domain: user.teamDomain };
}

export function payloadChannel(channel: Channel): JsonObject {
  return { id: channel.id, name: payloadName(channel) };
}

/** What every interaction payload carries. */
export function payloadBase(workspace: Workspace, user: User): JsonObject {
  const { app } = workspace.state;
  return {
    user: payloadUser(user),
    api_app_id: app.id,
    token: app.verificationToken ?? 'verification-token',
    team: payloadTeam(user),
    enterprise: null,
    is_enterprise_install: false,
  };
}
