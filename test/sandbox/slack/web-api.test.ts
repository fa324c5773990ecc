import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type JsonObject, objectsAt, textAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import { type Caller, startBoth } from './bot.ts';
import { WORLD } from './world.ts';

let slack: PretendSlack;
let call: Caller;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ slack, call, close } = await startBoth({ rateLimits: false }));
});
afterAll(() => close());

const hello = { channel: 'C_CIRCLE', text: 'Hello' };

describe('a call', () => {
  it('is taken as JSON, as a form with JSON in it, and as multipart', async () => {
    const blocks = [{ type: 'divider' }];
    const json = await call('chat.postMessage', { ...hello, blocks });
    const form = new URLSearchParams({ ...hello, blocks: JSON.stringify(blocks) });
    const multipart = new FormData();
    for (const [key, value] of form) multipart.set(key, value);
    form.set('token', WORLD.app.botToken);
    const answers = [
      json,
      await post('chat.postMessage', form, {}),
      await post('chat.postMessage', multipart, {
        authorization: `Bearer ${WORLD.app.botToken}`,
      }),
    ];
    for (const answer of answers) {
      const [first] = objectsAt(objectMessage(answer), 'blocks');
      expect(answer['ok']).toBe(true);
      expect(first).toMatchObject({ type: 'divider', block_id: expect.any(String) });
    }
  });

  it('is answered with HTTP 200 even where it is refused', async () => {
    const answer = await call('chat.postMessage', { channel: 'C_NONE', text: 'x' });
    expect(answer).toMatchObject({ status: 200, ok: false, error: 'channel_not_found' });
    expect(await call('chat.conjure')).toMatchObject({ status: 200, error: 'unknown_method' });
  });

  it('never leaves a token or a secret in the journal', async () => {
    await post('auth.test', new URLSearchParams({ token: WORLD.app.botToken }), {});
    const client = { client_id: '1.2', client_secret: 'client-secret' };
    await call('oauth.v2.access', { ...client, code: slack.install() }, '');
    const written = JSON.stringify(slack.journal.entries);
    for (const secret of [WORLD.app.botToken, WORLD.app.appToken, 'client-secret']) {
      expect(written).not.toContain(secret);
    }
  });

  it('from a page of another name is turned away', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'evil.example' };
      request(`${slack.url}auth.test`, { headers }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('authentication', () => {
  it.each([
    ['', 'not_authed'],
    ['xoxb-somebody-else', 'invalid_auth'],
    [WORLD.app.appToken, 'not_allowed_token_type'],
  ])('refuses the token "%s" with %s', async (token, error) => {
    expect(await call('auth.test', {}, token)).toMatchObject({ ok: false, error });
  });

  it('takes the app token, and it alone, for Socket Mode', async () => {
    expect(await call('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
    const answer = await call('apps.connections.open', {}, WORLD.app.appToken);
    expect(textAt(answer, 'url')).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/);
  });

  it('says which scope is missing and which ones there are', async () => {
    expect(await call('conversations.open', { users: 'U_ANA' })).toMatchObject({
      error: 'missing_scope',
      needed: 'im:write',
      provided: 'commands,chat:write,channels:read,groups:read,users:read',
    });
    expect(await call('conversations.history', { channel: 'C_CIRCLE' })).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:history',
    });
    expect(await call('conversations.history', { channel: 'C_INNER' })).toMatchObject({
      needed: 'groups:history',
    });
    expect(await call('team.info')).toMatchObject({ needed: 'team:read' });
    expect(await call('conversations.list', { types: 'im' })).toMatchObject({ needed: 'im:read' });
  });

  it('fails with account_inactive after uninstalling, until it is installed again', async () => {
    const other = await startBoth();
    await other.slack.uninstall();
    expect(await other.call('auth.test')).toMatchObject({ error: 'account_inactive' });
    const client = { client_id: '1.2', client_secret: 'client-secret' };
    const code = other.slack.install();
    expect(await other.call('oauth.v2.access', { ...client, code: 'x' }, '')).toMatchObject({
      error: 'invalid_code',
    });
    const wrong = { ...client, client_secret: 'no', code };
    expect(await other.call('oauth.v2.access', wrong, '')).toMatchObject({
      error: 'bad_client_secret',
    });
    const stranger = { ...client, client_id: 'no', code };
    expect(await other.call('oauth.v2.access', stranger, '')).toMatchObject({
      error: 'invalid_client_id',
    });
    const answer = await other.call('oauth.v2.access', { ...client, code }, '');
    expect(answer).toMatchObject({ ok: true, access_token: WORLD.app.botToken });
    expect(await other.call('oauth.v2.access', { ...client, code }, '')).toMatchObject({
      error: 'code_already_used',
    });
    expect(await other.call('auth.test')).toMatchObject({ ok: true, user_id: 'U_BOT' });
    await other.slack.revokeTokens();
    expect(await other.call('auth.test')).toMatchObject({ error: 'token_revoked' });
    await other.close();
  });
});

describe('blocks.validate', () => {
  it('needs no token, and tells each problem with its place', async () => {
    const validate = (args: JsonObject): ReturnType<Caller> => call('blocks.validate', args, '');
    const divider = { type: 'divider' };
    expect(await validate({ blocks: [divider] })).toMatchObject({ ok: true });
    expect(await validate({ message: { blocks: [divider] } })).toMatchObject({ ok: true });
    expect(await validate({ view: { type: 'home', blocks: [divider] } })).toMatchObject({
      ok: true,
    });
    expect(await validate({ blocks: [{ type: 'divider', glow: 1 }] })).toMatchObject({
      error: 'invalid_blocks',
      errors: [{ pointer: '/blocks/0', message: 'invalid additional property: glow' }],
      response_metadata: {
        messages: ['[ERROR] invalid additional property: glow [json-pointer:/blocks/0]'],
      },
    });
    expect(await validate({ view: { type: 'modal' } })).toMatchObject({ error: 'invalid_blocks' });
    expect(await validate({})).toMatchObject({ error: 'invalid_arguments' });
  });
});

describe('reading', () => {
  it('pages through the members, bots and deactivated people among them', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const answer = await call('conversations.members', { channel: 'C_CIRCLE', limit: 2, cursor });
      seen.push(...(Array.isArray(answer['members']) ? answer['members'].map(String) : []));
      cursor = textAt(metadataOf(answer), 'next_cursor');
    } while (cursor !== '');
    expect(seen).toEqual(['U_ANA', 'U_BEN', 'U_GONE', 'U_FAR', 'U_BOT']);
    const wrong = { channel: 'C_CIRCLE', cursor: 'nonsense' };
    expect(await call('conversations.members', wrong)).toMatchObject({ error: 'invalid_cursor' });
    const many = { channel: 'C_CIRCLE', limit: 1001 };
    expect(await call('conversations.members', many)).toMatchObject({ error: 'invalid_limit' });
  });

  it('hides a private channel that the bot is not in', async () => {
    for (const method of ['conversations.info', 'conversations.members']) {
      expect(await call(method, { channel: 'C_SECRET' })).toMatchObject({
        error: 'channel_not_found',
      });
    }
    const answer = await call('conversations.list', { types: 'public_channel,private_channel' });
    const ids = objectsAt(answer, 'channels').map((channel) => channel['id']);
    expect(ids).toEqual(['C_CIRCLE', 'C_LOBBY', 'C_INNER', 'C_OLD']);
    const living = await call('conversations.list', { exclude_archived: true });
    expect(objectsAt(living, 'channels').map((each) => each['id'])).toEqual([
      'C_CIRCLE',
      'C_LOBBY',
    ]);
    expect(await call('conversations.list', { types: 'x' })).toMatchObject({
      error: 'invalid_types',
    });
  });

  it('tells of a person with zone and flags, and little of those who have left', async () => {
    expect(await call('users.info', { user: 'U_ANA', include_locale: true })).toMatchObject({
      user: { tz: 'Europe/Madrid', tz_offset: expect.any(Number), locale: 'en-US', is_bot: false },
    });
    const flags = async (user: string): Promise<unknown> =>
      (await call('users.info', { user }))['user'];
    expect(await flags('U_GUEST')).toMatchObject({ is_ultra_restricted: true });
    expect(await flags('U_GONE')).toMatchObject({ deleted: true });
    expect(await flags('U_GONE')).not.toHaveProperty('tz');
    expect(await flags('U_FAR')).toMatchObject({ team_id: 'T_MILL', is_stranger: true });
    expect(await call('users.info', { user: 'U_NONE' })).toMatchObject({ error: 'user_not_found' });
    const all = await call('users.list', { limit: 100 });
    const ids = objectsAt(all, 'members').map((each) => each['id']);
    expect(ids).toContain('U_GONE');
    expect(ids).not.toContain('U_FAR');
  });

  it('knows history, threads and direct messages where the manifest has the scopes', async () => {
    const scopes = [
      'chat:write',
      'im:write',
      'mpim:write',
      'im:read',
      'team:read',
      'channels:read',
      'channels:history',
    ];
    const { manifest } = WORLD.app;
    const app = {
      ...WORLD.app,
      manifest: { ...manifest, oauth_config: { scopes: { bot: scopes } } },
    };
    const rich = await startBoth({ world: { ...WORLD, app } });
    const first = await rich.call('chat.postMessage', hello);
    const reply = { ...hello, text: 'Reply', thread_ts: textAt(first, 'ts') };
    await rich.call('chat.postMessage', reply);
    const history = await rich.call('conversations.history', { channel: 'C_CIRCLE', limit: 1 });
    expect(history).toMatchObject({ has_more: true, messages: [{ text: 'Hello' }] });
    const thread = { channel: 'C_CIRCLE', ts: textAt(first, 'ts') };
    expect(await rich.call('conversations.replies', thread)).toMatchObject({
      messages: [{ text: 'Hello' }, { text: 'Reply' }],
    });
    expect(await rich.call('conversations.replies', { ...thread, ts: '1.1' })).toMatchObject({
      error: 'thread_not_found',
    });
    expect(await rich.call('conversations.history', { channel: 'C_LOBBY' })).toMatchObject({
      error: 'not_in_channel',
    });
    const opened = await rich.call('conversations.open', { users: 'U_ANA' });
    expect(opened).toMatchObject({ channel: { id: expect.stringMatching(/^D/) } });
    expect(await rich.call('conversations.open', { users: 'U_ANA' })).toMatchObject({
      channel: opened['channel'],
    });
    expect(await rich.call('team.info')).toMatchObject({ team: { id: 'T_BAKERY' } });
    for (const [users, error] of [
      ['', 'users_list_not_supplied'],
      ['U_NONE', 'user_not_found'],
      ['U_GONE', 'user_disabled'],
      ['U_ROBOT', 'cannot_dm_bot'],
      ['1,2,3,4,5,6,7,8,9', 'too_many_users'],
    ]) {
      expect(await rich.call('conversations.open', { users: users ?? '' })).toMatchObject({
        error,
      });
    }
    await rich.close();
  });
});

function objectMessage(answer: JsonObject): JsonObject {
  const message = answer['message'];
  return typeof message === 'object' && message !== null && !Array.isArray(message) ? message : {};
}

function metadataOf(answer: JsonObject): JsonObject {
  return objectMessage({ message: answer['response_metadata'] });
}

async function post(
  method: string,
  body: URLSearchParams | FormData,
  headers: Record<string, string>,
): Promise<JsonObject> {
  const response = await fetch(slack.url + method, { method: 'POST', headers, body });
  return JSON.parse(await response.text());
}
