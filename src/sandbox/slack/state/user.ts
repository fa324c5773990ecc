import { type JsonObject } from '../json.ts';
import type { UserSeed } from '../world.ts';

/** Someone with an account that the workspace can see. */
export type User = {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly tz: string;
  readonly locale: string;
  readonly email: string | undefined;
  /** The workspace whose account this is; another one for people of shared channels. */
  readonly teamId: string;
  readonly teamDomain: string;
  readonly isBot: boolean;
  readonly isAdmin: boolean;
  readonly guest: 'multi' | 'single' | undefined;
  readonly isForeign: boolean;
  isDeactivated: boolean;
  updatedAt: number;
};

/** Makes the user that a seed describes. */
export function userOf(
  seed: UserSeed,
  team: { readonly id: string; readonly domain: string },
  now: number,
): User {
  return {
    id: seed.id,
    name: seed.name,
    realName: seed.realName,
    tz: seed.tz ?? 'UTC',
    locale: seed.locale ?? 'en-US',
    email: seed.email,
    teamId: seed.foreignTeam?.id ?? team.id,
    teamDomain: seed.foreignTeam?.domain ?? team.domain,
    isBot: seed.isBot ?? false,
    isAdmin: seed.isWorkspaceAdmin ?? false,
    guest: seed.guest,
    isForeign: seed.foreignTeam !== undefined,
    isDeactivated: seed.isDeactivated ?? false,
    updatedAt: Math.floor(now / 1000),
  };
}

/** The user as users.info answers it: a deactivated account shows hardly more than its name. */
export function userAnswer(user: User, now: number): JsonObject {
  const { id, name, realName } = user;
  const profile = {
    real_name: realName,
    real_name_normalized: realName,
    display_name: name,
    display_name_normalized: name,
    team: user.teamId,
  };
  const base = { id, team_id: user.teamId, name, deleted: user.isDeactivated, profile };
  const flags = { is_bot: user.isBot, is_app_user: false, updated: user.updatedAt };
  if (user.isDeactivated) return { ...base, ...flags };
  return {
    ...base,
    real_name: realName,
    ...(user.isForeign ? {} : zoneAnswer(user.tz, now)),
    is_admin: user.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.guest !== undefined,
    is_ultra_restricted: user.guest === 'single',
    is_stranger: user.isForeign ? true : undefined,
    ...flags,
  };
}

/** Of people of other workspaces Slack does not tell the zone. */
function zoneAnswer(tz: string, now: number): JsonObject {
  return { tz, tz_label: tz, tz_offset: zoneOffsetSeconds(tz, now) };
}

/** Seconds east of UTC of an IANA zone at an instant. */
function zoneOffsetSeconds(zone: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = parts.formatToParts(now).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}
