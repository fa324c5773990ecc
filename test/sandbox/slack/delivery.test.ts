import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signatureOf } from '../../../src/sandbox/slack/delivery/signature.ts';
import { type JsonObject, objectAt, objectsAt, textAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import { type Bot, type Caller, startBoth } from './bot.ts';
import { card } from './fixtures.ts';
import { WORLD } from './world.ts';

let slack: PretendSlack;
let bot: Bot;
let call: Caller;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ slack, bot, call, close } = await startBoth({ rateLimits: false }));
});
afterEach(() => close());

const last = (): JsonObject => bot.got.at(-1)?.body ?? {};

describe('a delivery over HTTP', () => {
  it('is signed as Slack signs (the example of its documentation)', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow' +
      '&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner' +
      '&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands' +
      '%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN' +
      '&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(signatureOf('8f742231b10e8888abcd99yyyzzz85a5', '1531420618', body)).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });

  it('carries a signature over the raw body, made now', async () => {
    await slack.command('U_ANA', 'C_CIRCLE', '/propose', 'Ünï');
    const got = bot.got[0];
    const at = String(got?.headers['x-slack-request-timestamp']);
    const expected = signatureOf(WORLD.app.signingSecret, at, got?.raw ?? '');
    expect(got?.headers['x-slack-signature']).toBe(expected);
    expect(Math.abs(Number(at) * 1000 - Date.now())).toBeLessThan(5000);
  });
});

describe('a slash command', () => {
  it('arrives as a form, with what was typed escaped where the manifest wants it', async () => {
    const typed = 'Ask @ben in #circle and #inner <b> & https://example.com';
    const marks = '&lt;b&gt; &amp;';
    await slack.command('U_ANA', 'C_CIRCLE', '/propose', typed);
    expect(bot.got[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(last()).toMatchObject({
      team_id: 'T_BAKERY',
      team_domain: 'bakery',
      channel_id: 'C_CIRCLE',
      channel_name: 'circle',
      user_id: 'U_ANA',
      user_name: 'ana',
      command: '/propose',
      api_app_id: 'A_APP',
      is_enterprise_install: 'false',
      text: `Ask <@U_BEN> in <#C_CIRCLE|circle> and <#C_INNER|> ${marks} <https://example.com>`,
    });
    await slack.command('U_ANA', 'C_INNER', '/raw', '@ben <b>');
    expect(last()).toMatchObject({ text: '@ben <b>', channel_name: 'privategroup' });
  });

  it('may be answered in its ack, to one person or to the channel', async () => {
    bot.reply = () => ({ json: { text: 'Only you' } });
    const answer = await slack.command('U_ANA', 'C_LOBBY', '/propose');
    expect(answer).toMatchObject({ kind: 'acked', text: 'Only you' });
    expect(slack.screenOf('U_ANA').ephemerals('C_LOBBY')).toMatchObject([{ text: 'Only you' }]);
    bot.reply = () => ({ json: { text: 'All', response_type: 'in_channel' } });
    await slack.command('U_ANA', 'C_CIRCLE', '/propose', 'x');
    const texts = slack
      .screenOf('U_BEN')
      .messages('C_CIRCLE')
      .map((each) => each.text);
    expect(texts).toEqual(['Good morning', '/propose x', 'All']);
    bot.reply = () => ({ json: { blocks: [{ type: 'hologram' }] } });
    expect((await slack.command('U_ANA', 'C_CIRCLE', '/propose')).kind).toBe('trouble_connecting');
  });

  it('fails aloud where nobody acks, or the bot errs, is away, or does not know it', async () => {
    const slow = await startBoth({ ackTimeoutMs: 100 });
    slow.bot.reply = () => 'never';
    expect(await slow.slack.command('U_ANA', 'C_CIRCLE', '/propose')).toEqual({
      kind: 'operation_timeout',
      shown: '/propose failed with the error "operation_timeout"',
    });
    await slow.close();
    bot.reply = () => ({ status: 500 });
    expect(await slack.command('U_ANA', 'C_CIRCLE', '/propose')).toMatchObject({
      kind: 'dispatch_failed',
      status: 500,
    });
    slack.deliverTo({ http: 'http://127.0.0.1:9/slack/events' });
    expect(await slack.command('U_ANA', 'C_CIRCLE', '/propose')).toMatchObject({
      kind: 'dispatch_failed',
      status: 0,
    });
    expect(await slack.command('U_ANA', 'C_CIRCLE', '/dance')).toMatchObject({
      kind: 'client_error',
      shown: '/dance is not a valid command.',
    });
  });
});

describe('a click', () => {
  it('in a message knows message, channel and where to answer', async () => {
    const ts = textAt(await call('chat.postMessage', card()), 'ts');
    await slack.click('U_BEN', { text: 'Consent' });
    expect(bot.got[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(last()).toMatchObject({
      type: 'block_actions',
      user: { id: 'U_BEN', username: 'ben', name: 'ben', team_id: 'T_BAKERY' },
      api_app_id: 'A_APP',
      team: { id: 'T_BAKERY', domain: 'bakery' },
      container: { type: 'message', message_ts: ts, channel_id: 'C_CIRCLE', is_ephemeral: false },
      channel: { id: 'C_CIRCLE', name: 'circle' },
      message: { ts, user: 'U_BOT', bot_id: 'B_BOT', blocks: [{ block_id: 's' }, {}] },
      state: { values: { answers: { until: { type: 'datepicker', selected_date: null } } } },
      actions: [
        {
          type: 'button',
          action_id: 'consent',
          block_id: 'answers',
          value: 'P-1',
          text: { type: 'plain_text', text: 'Consent', emoji: true },
          action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
        },
      ],
    });
  });

  it('chooses in menus, dates and confirmations', async () => {
    await call('chat.postMessage', card());
    await slack.click('U_ANA', { actionId: 'facilitate', choose: 'Extend' });
    expect(last()).toMatchObject({ actions: [{ selected_option: { value: 'extend' } }] });
    await slack.click('U_ANA', { actionId: 'until', choose: '2026-06-05' });
    expect(last()).toMatchObject({
      actions: [{ type: 'datepicker', selected_date: '2026-06-05' }],
      state: { values: { answers: { until: { selected_date: '2026-06-05' } } } },
    });
    const before = bot.got.length;
    const no = await slack.click('U_ANA', { text: 'Close', confirm: 'no' });
    expect(no.kind).toBe('cancelled');
    expect(bot.got).toHaveLength(before);
    expect((await slack.click('U_ANA', { text: 'Close' })).kind).toBe('acked');
  });

  it('in an ephemeral message carries no message, and in a Home no channel', async () => {
    await call('chat.postEphemeral', { ...card(), user: 'U_ANA' });
    await slack.click('U_ANA', { text: 'Consent' });
    expect(last()).toMatchObject({ container: { is_ephemeral: true } });
    expect(last()).not.toHaveProperty('message');
    const view = { type: 'home', blocks: objectsAt(card(), 'blocks') };
    await call('views.publish', { user_id: 'U_ANA', view });
    await slack.click('U_ANA', { text: 'Consent', in: 'home' });
    expect(last()).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } });
    expect(last()).not.toHaveProperty('channel');
    expect(last()).not.toHaveProperty('response_url');
    await expect(slack.click('U_BEN', { text: 'Consent' })).rejects.toThrow('sees nothing');
  });

  it('of someone from another workspace bears their own team', async () => {
    await call('chat.postMessage', card());
    await slack.click('U_FAR', { text: 'Consent' });
    expect(last()).toMatchObject({ team: { id: 'T_MILL' }, user: { team_id: 'T_MILL' } });
  });

  it('in a thread of a direct message names both', async () => {
    const parent = await call('chat.postMessage', { ...card(), channel: 'U_ANA' });
    const channel = textAt(parent, 'channel');
    const thread_ts = textAt(parent, 'ts');
    await call('chat.postMessage', { ...card('Reply'), channel, thread_ts });
    await slack.click('U_ANA', { text: 'Consent' });
    expect(last()).toMatchObject({
      container: { channel_id: channel, thread_ts },
      channel: { id: channel, name: 'directmessage' },
      message: { text: 'Reply', thread_ts },
    });
    await expect(slack.click('U_BEN', { text: 'Consent', channel })).rejects.toThrow(
      'sees nothing',
    );
  });

  it('leads nowhere where the manifest does not ask for interactivity', async () => {
    const { manifest } = WORLD.app;
    const settings = { ...manifest.settings, interactivity: { is_enabled: false } };
    const app = { ...WORLD.app, manifest: { ...manifest, settings } };
    const mute = await startBoth({ world: { ...WORLD, app } });
    await mute.call('chat.postMessage', card());
    expect((await mute.slack.click('U_ANA', { text: 'Consent' })).kind).toBe('dispatch_failed');
    expect(mute.bot.got).toEqual([]);
    await mute.close();
  });

  it('leads nowhere once the app is removed', async () => {
    await call('chat.postMessage', card());
    await slack.uninstall();
    const before = bot.got.length;
    expect((await slack.click('U_ANA', { text: 'Consent' })).kind).toBe('dispatch_failed');
    expect(bot.got).toHaveLength(before);
  });
});

describe('an event', () => {
  it('comes again at once, after a minute and after five, and then no more', async () => {
    bot.reply = () => ({ status: 500 });
    await slack.joinChannel('U_GUEST', 'C_CIRCLE');
    await slack.until(() => bot.got.length === 2);
    slack.clock.advance(60_000);
    await slack.until(() => bot.got.length === 3);
    await slack.until(() => slack.journal.entries.at(-1)?.kind === 'receipt');
    slack.clock.advance(300_000);
    await slack.until(() => bot.got.length === 4);
    await slack.until(() => slack.journal.entries.at(-1)?.kind === 'receipt');
    slack.clock.advance(3_600_000);
    const numbers = bot.got.map((got) => got.headers['x-slack-retry-num']);
    expect(numbers).toEqual([undefined, '1', '2', '3']);
    expect(bot.got[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    const ids = new Set(bot.got.map((got) => got.body['event_id']));
    expect(ids.size).toBe(1);
  });

  it('is not repeated where the bot says so', async () => {
    bot.reply = () => ({ status: 500, headers: { 'x-slack-no-retry': '1' } });
    await slack.joinChannel('U_GUEST', 'C_CIRCLE');
    slack.clock.advance(3_600_000);
    expect(slack.journal.deliveries('member_joined_channel')).toHaveLength(1);
  });

  it('gives the reason when the bot was slow', async () => {
    const slow = await startBoth({ ackTimeoutMs: 300 });
    slow.bot.reply = () => 'never';
    await slow.slack.joinChannel('U_GUEST', 'C_CIRCLE');
    await slow.slack.until(() => slow.bot.got.length === 2);
    expect(slow.bot.got[1]?.headers['x-slack-retry-reason']).toBe('http_timeout');
    await slow.close();
  });

  it('is told as Slack tells it, and only where the bot is', async () => {
    await slack.joinChannel('U_GUEST', 'C_CIRCLE');
    expect(last()).toMatchObject({
      type: 'event_callback',
      team_id: 'T_BAKERY',
      event: {
        type: 'member_joined_channel',
        user: 'U_GUEST',
        channel: 'C_CIRCLE',
        channel_type: 'C',
      },
      authorizations: [{ team_id: 'T_BAKERY', user_id: 'U_BOT', is_bot: true }],
    });
    const before = bot.got.length;
    await slack.joinChannel('U_BEN', 'C_LOBBY');
    expect(bot.got).toHaveLength(before);
    await slack.inviteBot('U_ANA', 'C_LOBBY');
    expect(last()).toMatchObject({ event: { user: 'U_BOT', inviter: 'U_ANA' } });
    await slack.leaveChannel('U_BEN', 'C_LOBBY');
    expect(last()).toMatchObject({ event: { type: 'member_left_channel', user: 'U_BEN' } });
    await slack.kickBot('U_ANA', 'C_LOBBY');
    expect(last()).toMatchObject({ event: { type: 'channel_left', channel: 'C_LOBBY' } });
    await slack.kickBot('U_ANA', 'C_INNER');
    expect(last()).toMatchObject({ event: { type: 'group_left' } });
  });

  it('tells of channels, people and the end of the app', async () => {
    await slack.rename('C_CIRCLE', 'bakers');
    expect(last()).toMatchObject({ event: { channel: { id: 'C_CIRCLE', name: 'bakers' } } });
    await slack.archive('C_CIRCLE');
    expect(last()).toMatchObject({ event: { type: 'channel_archive' } });
    await slack.deactivate('U_BEN');
    expect(last()).toMatchObject({ event: { type: 'user_change', user: { deleted: true } } });
    await slack.uninstall();
    const names = bot.got.slice(-2).map((got) => textAt(objectAt(got.body, 'event'), 'type'));
    expect(names).toEqual(['tokens_revoked', 'app_uninstalled']);
  });

  it('of a message comes from direct messages alone, as the manifest asks', async () => {
    await slack.say('U_ANA', 'C_CIRCLE', 'Hello all');
    expect(bot.got).toEqual([]);
    await slack.say('U_ANA', 'U_BOT', 'Hello <bot>');
    expect(last()).toMatchObject({
      event: { type: 'message', channel_type: 'im', text: 'Hello &lt;bot&gt;', user: 'U_ANA' },
    });
    await slack.sendEvent({ type: 'team_join', user: { id: 'U_NEW' } });
    expect(last()).toMatchObject({ event: { type: 'team_join' } });
  });
});
