import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, objectAt, textAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import { type Bot, type Caller, startBoth } from './bot.ts';
import { WORLD } from './world.ts';

let slack: PretendSlack;
let bot: Bot;
let call: Caller;
let close: () => Promise<void>;

async function start(how: { scope?: boolean; events?: readonly string[] } = {}): Promise<void> {
  const { scope = true, events = ['reaction_added', 'reaction_removed'] } = how;
  const { manifest } = WORLD.app;
  const scopes = manifest.oauth_config?.scopes?.bot ?? [];
  const settings = { ...manifest.settings, event_subscriptions: { bot_events: events } };
  const bots = scope ? [...scopes, 'reactions:read'] : scopes;
  const app = {
    ...WORLD.app,
    manifest: { ...manifest, settings, oauth_config: { scopes: { bot: bots } } },
  };
  ({ slack, bot, call, close } = await startBoth({
    rateLimits: false,
    world: { ...WORLD, app },
  }));
}
beforeEach(() => start());
afterEach(() => close());

const post = async (channel = 'C_CIRCLE', args: JsonObject = {}): Promise<string> =>
  textAt(await call('chat.postMessage', { channel, text: 'A card', ...args }), 'ts');
const shown = (who: string, ts: string, channel = 'C_CIRCLE') =>
  slack.screenOf(who).thread(channel, ts)[0]?.reactions;
const told = () => bot.got.map(({ body }) => objectAt(body, 'event'));

describe('an emoji on a message', () => {
  it('is seen by everybody in the channel, and taken away again', async () => {
    const ts = await post();
    await slack.react('U_ANA', 'C_CIRCLE', ts, '+1');
    await slack.react('U_BEN', 'C_CIRCLE', ts, 'tada');
    await slack.react('U_BEN', 'C_CIRCLE', ts, '+1');
    expect(shown('U_ANA', ts)).toEqual([
      { name: '+1', users: ['U_ANA', 'U_BEN'] },
      { name: 'tada', users: ['U_BEN'] },
    ]);
    slack.reload('U_BEN');
    expect(shown('U_BEN', ts)).toHaveLength(2);
    await slack.unreact('U_BEN', 'C_CIRCLE', ts, 'tada');
    await slack.unreact('U_ANA', 'C_CIRCLE', ts, '+1');
    expect(shown('U_ANA', ts)).toEqual([{ name: '+1', users: ['U_BEN'] }]);
  });

  it('comes with the message, in Slack’s shape, and with none where there is none', async () => {
    const ts = await post();
    const updated = async () =>
      objectAt(await call('chat.update', { channel: 'C_CIRCLE', ts, text: 'Anew' }), 'message');
    expect(await updated()).not.toHaveProperty('reactions');
    await slack.react('U_ANA', 'C_CIRCLE', ts, 'heart');
    expect(await updated()).toMatchObject({
      reactions: [{ name: 'heart', users: ['U_ANA'], count: 1 }],
    });
  });

  it('is told to the bot as Slack tells it', async () => {
    const ts = await post();
    await slack.react('U_ANA', 'C_CIRCLE', ts, 'thumbsup::skin-tone-3');
    await slack.unreact('U_ANA', 'C_CIRCLE', ts, 'thumbsup::skin-tone-3');
    const event = {
      user: 'U_ANA',
      item: { type: 'message', channel: 'C_CIRCLE', ts },
      reaction: 'thumbsup::skin-tone-3',
      item_user: 'U_BOT',
    };
    expect(told()).toMatchObject([
      { type: 'reaction_added', ...event },
      { type: 'reaction_removed', ...event },
    ]);
    const file = '../../fixtures/slack-payloads/events.L112.reaction_added.json';
    const real = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as JsonObject;
    const keysOf = (one: JsonObject | undefined) => Object.keys(one ?? {}).toSorted();
    expect(keysOf(told()[0])).toEqual(keysOf(objectAt(real, 'event')));
    const items = [told()[0], objectAt(real, 'event')].map((one) => objectAt(one ?? {}, 'item'));
    expect(keysOf(items[0])).toEqual(keysOf(items[1]));
  });

  it('is told of what people wrote too, and in a direct message with the bot', async () => {
    const [first] = slack.screenOf('U_ANA').messages('C_CIRCLE');
    await slack.react('U_ANA', 'C_CIRCLE', first?.ts ?? '', 'wave');
    const ts = await post('U_ANA');
    await slack.react('U_ANA', 'U_BOT', ts, 'ok');
    const [dm] = slack.screenOf('U_ANA').dms;
    expect(told()).toMatchObject([
      { item_user: first?.user?.id },
      { item_user: 'U_BOT', item: { channel: dm?.id, ts } },
    ]);
  });
});

describe('an emoji is not told to the bot', () => {
  const putOne = async (channel = 'C_CIRCLE') => {
    const [first] = slack.screenOf('U_ANA').messages(channel);
    await slack.react('U_ANA', channel, first?.ts ?? '', '+1');
  };

  it('where it is not in the channel', async () => {
    await slack.joinChannel('U_ANA', 'C_LOBBY');
    await slack.say('U_ANA', 'C_LOBBY', 'Hello');
    await putOne('C_LOBBY');
    expect(told()).toEqual([]);
  });

  it.each([
    ['without the scope', { scope: false }],
    ['that it has not asked for', { events: ['reaction_removed'] }],
  ])('%s', async (_, how) => {
    await close();
    await start(how);
    await putOne();
    expect(told()).toEqual([]);
    expect(slack.screenOf('U_ANA').messages('C_CIRCLE')[0]?.reactions).toHaveLength(1);
  });
});

describe('nobody can put an emoji', () => {
  it('there twice, nor take away what is not theirs', async () => {
    const ts = await post();
    await slack.react('U_ANA', 'C_CIRCLE', ts, '+1');
    expect(() => slack.react('U_ANA', 'C_CIRCLE', ts, '+1')).toThrow('there already');
    expect(() => slack.unreact('U_BEN', 'C_CIRCLE', ts, '+1')).toThrow('has not put :+1:');
    expect(() => slack.unreact('U_ANA', 'C_CIRCLE', ts, 'tada')).toThrow('has not put :tada:');
    expect(shown('U_ANA', ts)).toHaveLength(1);
  });

  it.each(['', ':+1:', 'Thumbs Up', '👍', '+1::skin-tone-9', 'x'.repeat(101)])(
    'by the name %j',
    async (name) => {
      const ts = await post();
      expect(() => slack.react('U_ANA', 'C_CIRCLE', ts, name)).toThrow('no name of an emoji');
    },
  );

  it('on what is not there: deleted, seen by one person only, or elsewhere', async () => {
    const ts = await post();
    await post('C_CIRCLE', { thread_ts: ts });
    slack.deleteMessage('C_CIRCLE', ts);
    expect(() => slack.react('U_ANA', 'C_CIRCLE', ts, '+1')).toThrow('There is no message');
    const whisper = { channel: 'C_CIRCLE', user: 'U_ANA', text: 'Only you' };
    const only = textAt(await call('chat.postEphemeral', whisper), 'message_ts');
    expect(() => slack.react('U_ANA', 'C_CIRCLE', only, '+1')).toThrow('There is no message');
    expect(() => slack.react('U_ANA', 'C_NONE', '1.1', '+1')).toThrow('There is no channel');
  });

  it('in a channel that they are not in, or that is archived, or when their account is closed', async () => {
    const ts = await post('C_INNER');
    expect(() => slack.react('U_BEN', 'C_INNER', ts, '+1')).toThrow('cannot see the channel');
    const open = await post();
    await slack.leaveChannel('U_BEN', 'C_CIRCLE');
    expect(() => slack.react('U_BEN', 'C_CIRCLE', open, '+1')).toThrow('is not in the channel');
    expect(() => slack.react('U_GONE', 'C_CIRCLE', open, '+1')).toThrow('deactivated');
    await slack.archive('C_CIRCLE');
    expect(() => slack.react('U_ANA', 'C_CIRCLE', open, '+1')).toThrow('is archived');
  });
});
