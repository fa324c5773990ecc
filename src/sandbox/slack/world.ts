import type { JsonObject } from './json.ts';

/** All that a pretend Slack needs to begin: a workspace, the app under test, people, channels. */
export type WorldSeed = {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: AppSeed;
  readonly users: readonly UserSeed[];
  readonly channels: readonly ChannelSeed[];
};

/** The app under test, as its settings page would show it. */
export type AppSeed = {
  readonly id: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly signingSecret: string;
  readonly botToken: string;
  /** The `xapp-` token of Socket Mode. */
  readonly appToken: string;
  readonly verificationToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** The manifest as parsed: scopes, commands, shortcuts and events are taken from it alone. */
  readonly manifest: AppManifest;
};

/** The parts of an app manifest that the pretend Slack obeys. */
export type AppManifest = {
  readonly display_information: { readonly name: string };
  readonly features?: {
    readonly app_home?: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
      readonly messages_tab_read_only_enabled?: boolean;
    };
    readonly bot_user?: { readonly display_name: string; readonly always_online?: boolean };
    readonly shortcuts?: readonly ManifestShortcut[];
    readonly slash_commands?: readonly ManifestCommand[];
  };
  readonly oauth_config?: { readonly scopes?: { readonly bot?: readonly string[] } };
  readonly settings?: {
    readonly event_subscriptions?: { readonly bot_events?: readonly string[] };
    readonly interactivity?: { readonly is_enabled?: boolean };
  };
};

export type ManifestCommand = {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape?: boolean;
};

export type ManifestShortcut = {
  readonly name: string;
  readonly type: 'global' | 'message';
  readonly callback_id: string;
  readonly description: string;
};

/** A person or a bot. The app's own bot user is added by itself. */
export type UserSeed = {
  readonly id: string;
  /** The handle, as in `@ana`. */
  readonly name: string;
  readonly realName: string;
  /** An IANA zone, such as Europe/Madrid. UTC when it is left out. */
  readonly tz?: string;
  readonly email?: string;
  readonly isBot?: boolean;
  readonly isDeactivated?: boolean;
  /** A guest of several channels (`multi`) or of one (`single`). */
  readonly guest?: 'multi' | 'single';
  /** Someone of another workspace, who is here through a shared channel. */
  readonly foreignTeam?: { readonly id: string; readonly domain: string };
  readonly isWorkspaceAdmin?: boolean;
  readonly locale?: string;
};

export type ChannelSeed = {
  readonly id: string;
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly isArchived?: boolean;
  readonly isShared?: boolean;
  readonly topic?: string;
  readonly purpose?: string;
  /** User ids; the bot's own id puts the bot into the channel. */
  readonly members: readonly string[];
  readonly messages?: readonly MessageSeed[];
};

/** A message that was there before the story begins. */
type MessageSeed = {
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  /** Epoch milliseconds. */
  readonly at?: number;
};
