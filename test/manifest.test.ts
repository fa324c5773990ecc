import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { joinListeners } from '../src/slack/listener.ts';
import { nouns } from '../src/slack/nouns.ts';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'manifest.yml'), 'utf8');

/** Slack's own limits of a manifest (docs.slack.dev, reference/app-manifest). */
const upTo = (max: number) => z.string().min(1).max(max);
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(1), minor_version: z.literal(1) }),
  display_information: z.strictObject({
    name: upTo(35),
    description: upTo(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/u),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: upTo(80), always_online: z.boolean() }),
    shortcuts: z.array(
      z.strictObject({
        name: upTo(24),
        type: z.enum(['global', 'message']),
        callback_id: upTo(255),
        description: upTo(150),
      }),
    ),
    slash_commands: z.array(
      z.strictObject({
        command: z
          .string()
          .regex(/^\/[a-z]+$/u)
          .max(32),
        description: upTo(2000),
        usage_hint: upTo(1000),
        should_escape: z.literal(true),
      }),
    ),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

const manifest = manifestSchema.parse(parse(text));
const listeners = joinListeners(nouns);

describe('the manifest names exactly what the program listens to:', () => {
  test('its commands', () => {
    const commands = manifest.features.slash_commands.map(({ command }) => command);
    expect(commands.toSorted()).toEqual(Object.keys(listeners.commands).toSorted());
  });

  test('its shortcuts', () => {
    const shortcuts = manifest.features.shortcuts.map(({ callback_id }) => callback_id);
    expect(shortcuts.toSorted()).toEqual(Object.keys(listeners.shortcuts).toSorted());
  });

  test('its events', () => {
    const events = manifest.settings.event_subscriptions.bot_events;
    expect(events.toSorted()).toEqual(Object.keys(listeners.events).toSorted());
  });
});

/** What each method of Slack's asks for; of several scopes each covers another kind of channel. */
const SCOPES_OF_METHOD: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

const SCOPES_OF_EVENT: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  reaction_added: ['reactions:read'],
  user_change: ['users:read'],
};

/** Every `client.<method>(` in the program; the pretend Slack is no part of it. */
function methodsCalled(folder = join(root, 'src')): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('sandbox'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const calls = files.flatMap((code) => [
    ...code.matchAll(/\bclient\s*\.\s*([a-z]\w*(?:\s*\.\s*\w+)+)\s*\(/giu),
  ]);
  return [...new Set(calls.map(([, method = '']) => method.replaceAll(/\s/gu, '')))];
}

describe('the scopes', () => {
  const { bot: scopes } = manifest.oauth_config.scopes;

  test('are exactly those that commands, calls and events need', () => {
    const methods = methodsCalled();
    expect(methods).toContain('chat.postMessage');
    expect(methods.filter((method) => !SCOPES_OF_METHOD[method])).toEqual([]);
    const events = Object.keys(listeners.events);
    expect(events.filter((event) => !SCOPES_OF_EVENT[event])).toEqual([]);
    const needed = [
      'commands',
      ...methods.flatMap((method) => SCOPES_OF_METHOD[method] ?? []),
      ...events.flatMap((event) => SCOPES_OF_EVENT[event] ?? []),
    ];
    expect(scopes.toSorted()).toEqual([...new Set(needed)].toSorted());
  });

  test('never let the bot read what people write, or their e-mail addresses', () => {
    expect(scopes.filter((scope) => /history|email|^search|^files/u.test(scope))).toEqual([]);
  });
});

test('the lines for HTTP name one address, for each place that Slack needs it', () => {
  const places = [...text.matchAll(/# (request_url|url): (\S+)/gu)].map(([, key, url]) => [
    key,
    url,
  ]);
  const address = 'https://bot.example/slack/events';
  expect(places).toEqual([
    ...manifest.features.slash_commands.map(() => ['url', address]),
    ['request_url', address],
    ['request_url', address],
  ]);
});

test('with the lines for HTTP it is still a manifest', () => {
  const http = text
    .replaceAll(/# ((?:request_)?url: )/gu, '$1')
    .replace('socket_mode_enabled: true', 'socket_mode_enabled: false');
  expect(parse(http)).toMatchObject({
    features: { slash_commands: manifest.features.slash_commands.map((each) => ({ ...each })) },
    settings: {
      socket_mode_enabled: false,
      interactivity: { request_url: 'https://bot.example/slack/events' },
      event_subscriptions: { request_url: 'https://bot.example/slack/events' },
    },
  });
});
