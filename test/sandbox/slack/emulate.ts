import { createEmulator } from 'emulate';
import { objectsAt, textAt } from '../../../src/sandbox/slack/json.ts';
import { startPretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import type { WorldSeed } from '../../../src/sandbox/slack/world.ts';
import { type Caller, callerOf } from './bot.ts';
import { WORLD } from './world.ts';

/** One of the two Slacks that are compared: how to call it, and how to get a trigger id. */
export type Side = {
  readonly call: Caller;
  /** A trigger id of a person's act; with a view, of a click in that view. */
  trigger(viewId?: string): Promise<string>;
  close(): Promise<unknown>;
};

/** The ids that both know, by the names that the calls use. */
export type Known = {
  readonly general: string;
  readonly strange: string;
  readonly hidden: string;
  readonly old: string;
  readonly admin: string;
  readonly ana: string;
  /** A message of somebody else in `general`; each side has its own. */
  readonly foreign: { readonly ours: string; readonly theirs: string };
};

const SCOPES = [
  'chat:write',
  'channels:read',
  'groups:read',
  'users:read',
  'im:write',
  'mpim:write',
];
const ADMIN_TOKEN = 'xoxp-admin-of-the-tests';
const ADMIN_SCOPES = [
  'channels:read',
  'groups:read',
  'channels:write',
  'channels:manage',
  'channels:join',
  'chat:write',
  'users:read',
];

/** Starts emulate, an independent pretend Slack, and ours in a world with the same ids. */
export async function startBothSlacks(): Promise<{ ours: Side; theirs: Side; known: Known }> {
  const theirs = await startEmulate();
  const admin = (method: string, args = {}): ReturnType<Caller> =>
    theirs.call(method, args, ADMIN_TOKEN);
  const types = 'public_channel,private_channel';
  const channels = objectsAt(await admin('conversations.list', { types }), 'channels');
  const users = objectsAt(await admin('users.list'), 'members');
  const idOf = (list: typeof users, name: string): string =>
    textAt(
      list.find((each) => each['name'] === name),
      'id',
    );
  const general = idOf(channels, 'general');
  const old = idOf(channels, 'old');
  await admin('conversations.invite', { channel: general, users: WORLD.app.botUserId });
  await admin('conversations.invite', { channel: old, users: WORLD.app.botUserId });
  await admin('conversations.archive', { channel: old });
  const foreign = textAt(await admin('chat.postMessage', { channel: general, text: 'Hi' }), 'ts');
  const ids = {
    general,
    old,
    strange: idOf(channels, 'random'),
    hidden: idOf(channels, 'hidden'),
    admin: idOf(users, 'admin'),
    ana: idOf(users, 'ana'),
  };
  const { side, foreign: own } = await startOurs(ids);
  return { ours: side, theirs, known: { ...ids, foreign: { ours: own, theirs: foreign } } };
}

async function startEmulate(): Promise<Side> {
  const { id, botId, botUserId, botToken, clientId = '', clientSecret = '' } = WORLD.app;
  const bot = { app_id: id, bot_id: botId, bot_user_id: botUserId };
  const app = {
    ...bot,
    bot_name: 'consent',
    name: 'Consent',
    scopes: SCOPES,
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: ['https://example.com'],
  };
  const tokens = [
    { ...bot, token: botToken, user_id: botUserId, type: 'bot', scopes: SCOPES },
    { token: ADMIN_TOKEN, user: 'admin', type: 'user', scopes: ADMIN_SCOPES },
  ];
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      tokens: {
        [botToken]: { login: botUserId, scopes: SCOPES },
        [ADMIN_TOKEN]: { login: 'U000000001', scopes: ADMIN_SCOPES },
      },
      slack: {
        users: [{ name: 'ana' }],
        channels: [{ name: 'hidden', is_private: true }, { name: 'old' }],
        oauth_apps: [app],
        tokens,
        strict_scopes: true,
      },
    },
  });
  const call = callerOf(`${emulator.url}/api/`);
  return {
    call,
    async trigger(viewId) {
      const user = { user_id: 'U000000001', ...(viewId === undefined ? {} : { view_id: viewId }) };
      return textAt(await call('views.generateTriggerId', user), 'trigger_id');
    },
    close: () => emulator.close(),
  };
}

async function startOurs(ids: Omit<Known, 'foreign'>): Promise<{ side: Side; foreign: string }> {
  const { admin, ana, general, strange, hidden, old } = ids;
  const bot = WORLD.app.botUserId;
  const manifest = { ...WORLD.app.manifest, oauth_config: { scopes: { bot: SCOPES } } };
  const world: WorldSeed = {
    team: { id: 'T000000001', name: 'Emulate', domain: 'emulate' },
    app: { ...WORLD.app, manifest },
    users: [
      { id: admin, name: 'admin', realName: 'Admin User' },
      { id: ana, name: 'ana', realName: 'ana' },
    ],
    channels: [
      {
        id: general,
        name: 'general',
        members: [admin, bot],
        messages: [{ user: admin, text: 'Hi' }],
      },
      { id: strange, name: 'random', members: [admin] },
      { id: hidden, name: 'hidden', isPrivate: true, members: [admin, ana] },
      { id: old, name: 'old', isArchived: true, members: [admin, ana, bot] },
    ],
  };
  const slack = await startPretendSlack({ world, rateLimits: false });
  const side: Side = {
    call: callerOf(slack.url),
    // Nobody listens; what was to be delivered stands in the journal, with its trigger id.
    async trigger(viewId) {
      if (viewId === undefined) await slack.command(admin, general, '/propose');
      else await slack.click(admin, { in: 'modal', actionId: 'more' });
      const sent = slack.journal.entries.findLast((entry) => entry.kind === 'delivery');
      return sent?.kind === 'delivery' ? textAt(sent.payload, 'trigger_id') : '';
    },
    close: () => slack.close(),
  };
  return { side, foreign: slack.state.messages.get(general)?.[0]?.ts ?? '' };
}
