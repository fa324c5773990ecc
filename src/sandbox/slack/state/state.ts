import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import type { AppSeed, WorldSeed } from '../world.ts';
import { type Channel, channelOf } from './channel.ts';
import type { Ephemeral, Message } from './message.ts';
import { type User, userOf } from './user.ts';
import type { View } from './view.ts';

/** Everything that the pretend Slack remembers. Read it in tests; change it by acts and calls. */
export type SlackState = {
  readonly team: WorldSeed['team'];
  readonly app: AppSeed;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** By channel, in the order in which they were posted; thread replies are among them. */
  readonly messages: Map<string, Message[]>;
  readonly ephemerals: Ephemeral[];
  /** By person: the stack of modals, the top one last. */
  readonly modals: Map<string, View[]>;
  readonly homes: Map<string, View>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly tickets: Map<string, 'fresh' | 'used'>;
  readonly oauthCodes: Map<string, 'fresh' | 'used'>;
  /** Whether the bot token works; see the Web API errors of the same names. */
  bot: 'installed' | 'account_inactive' | 'token_revoked';
};

/** What a trigger id allows: to open one view for one person, for three seconds. */
export type Trigger = {
  readonly userId: string;
  readonly channelId: string | undefined;
  readonly viewId: string | undefined;
  readonly at: number;
  isUsed: boolean;
};

/** Where the app may answer an interaction: five times, within half an hour. */
export type ResponseUrl = {
  readonly userId: string;
  readonly channelId: string;
  readonly threadTs: string | undefined;
  /** The message whose button was clicked; undefined for commands. */
  readonly original: { readonly kind: 'message' | 'ephemeral'; readonly ts: string } | undefined;
  readonly at: number;
  uses: number;
};

/** Builds the state at the start of the story. */
export function stateOf(world: WorldSeed, clock: Clock, ids: Ids): SlackState {
  const { team, app } = world;
  const now = clock.now();
  const bot = {
    id: app.botUserId,
    name: app.manifest.features?.bot_user?.display_name ?? app.manifest.display_information.name,
    realName: app.manifest.display_information.name,
    isBot: true,
  };
  const seeds = [...world.users.filter((user) => user.id !== bot.id), bot];
  const messages = new Map<string, Message[]>();
  for (const channel of world.channels) messages.set(channel.id, seededMessages(channel, now, ids));
  return {
    team,
    app,
    users: new Map(seeds.map((seed) => [seed.id, userOf(seed, team, now)])),
    channels: new Map(world.channels.map((seed) => [seed.id, channelOf(seed, now)])),
    messages,
    ephemerals: [],
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    tickets: new Map(),
    oauthCodes: new Map(),
    bot: 'installed',
  };
}

function seededMessages(channel: WorldSeed['channels'][number], now: number, ids: Ids): Message[] {
  return (channel.messages ?? []).map((seed) => ({
    ts: ids.ts(Math.min(seed.at ?? now, now)),
    channelId: channel.id,
    userId: seed.user,
    botId: undefined,
    appId: undefined,
    threadTs: undefined,
    isBroadcast: false,
    text: seed.text,
    blocks: (seed.blocks ?? []).map((block) => structuredClone(block)),
    attachments: [],
    metadata: undefined,
    edited: undefined,
    reactions: [],
    history: [],
    isTombstone: false,
  }));
}
