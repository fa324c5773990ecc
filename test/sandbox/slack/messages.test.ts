import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JsonObject, objectAt, textAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import type { AppManifest } from '../../../src/sandbox/slack/world.ts';
import { type Caller, startBoth } from './bot.ts';
import { WORLD } from './world.ts';

let slack: PretendSlack;
let call: Caller;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ slack, call, close } = await startBoth({ rateLimits: false }));
});
afterEach(() => close());

const section = (text: string): JsonObject => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
});
const post = (args: JsonObject = {}): ReturnType<Caller> =>
  call('chat.postMessage', { channel: 'C_CIRCLE', text: 'Hello', ...args });

describe('chat.postMessage', () => {
  it('gives each message a later timestamp, however fast they come', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post()));
    const stamps = answers.map((answer) => textAt(answer, 'ts'));
    expect(new Set(stamps).size).toBe(20);
    const shown = slack
      .screenOf('U_ANA')
      .messages('C_CIRCLE')
      .map((message) => message.ts);
    expect(shown).toEqual(shown.toSorted());
  });

  it.each([
    ['a channel that is not there', { channel: 'C_NONE' }, 'channel_not_found'],
    ['a private channel without the bot', { channel: 'C_SECRET' }, 'channel_not_found'],
    ['a public channel without the bot', { channel: 'C_LOBBY' }, 'not_in_channel'],
    ['an archived channel', { channel: 'C_OLD' }, 'is_archived'],
    ['another bot', { channel: 'U_ROBOT' }, 'cannot_dm_bot'],
    ['someone who has left', { channel: 'U_GONE' }, 'channel_not_found'],
    ['nothing said', { text: ' ' }, 'no_text'],
    ['blocks that are no list', { blocks: 'x' }, 'invalid_blocks_format'],
    ['blocks that are wrong', { blocks: [{ type: 'hologram' }] }, 'invalid_blocks'],
    ['metadata without a payload', { metadata: { event_type: 'x' } }, 'invalid_metadata_format'],
    [
      'metadata without end',
      { metadata: { event_type: 'x', event_payload: { a: 'y'.repeat(9000) } } },
      'metadata_too_large',
    ],
    [
      'too many attachments',
      { attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) },
      'too_many_attachments',
    ],
    [
      'blocks of more than 13,200 characters',
      { blocks: Array.from({ length: 5 }, () => section('x'.repeat(2650))) },
      'msg_blocks_too_long',
    ],
  ])('refuses %s', async (_what, args, error) => {
    expect(await post(args)).toMatchObject({ ok: false, error });
  });

  it('opens the direct message with a person and answers its id, which updates need', async () => {
    const posted = await post({ channel: 'U_ANA', text: 'Psst' });
    const channel = textAt(posted, 'channel');
    expect(channel).toMatch(/^D/);
    const ts = textAt(posted, 'ts');
    const byUser = await call('chat.update', { channel: 'U_ANA', ts, text: 'x' });
    expect(byUser).toMatchObject({ error: 'channel_not_found' });
    expect(await call('chat.update', { channel, ts, text: 'x' })).toMatchObject({ ok: true });
    expect(slack.screenOf('U_ANA').dms.map((dm) => dm.id)).toEqual([channel]);
    expect(slack.screenOf('U_BEN').dms).toEqual([]);
    expect(slack.screenOf('U_BEN').messages(channel)).toEqual([]);
  });

  it('cuts a text of more than 40,000 characters and warns', async () => {
    const answer = await post({ text: 'x'.repeat(40_001) });
    expect(answer).toMatchObject({ ok: true, warning: 'message_truncated' });
    expect(textAt(objectAt(answer, 'message'), 'text')).toHaveLength(40_000);
  });

  it('needs the Messages tab for direct messages, chat:write.public for others', async () => {
    const bare = await startWith({
      features: { app_home: { messages_tab_enabled: false } },
      oauth_config: { scopes: { bot: ['chat:write', 'chat:write.public'] } },
    });
    const text = 'x';
    expect(await bare.call('chat.postMessage', { channel: 'U_ANA', text })).toMatchObject({
      error: 'messages_tab_disabled',
    });
    expect(await bare.call('chat.postMessage', { channel: 'C_LOBBY', text })).toMatchObject({
      ok: true,
    });
    await bare.close();
  });

  it('shows a reply in the channel too where it is broadcast', async () => {
    const parent = textAt(await post({ text: 'Parent' }), 'ts');
    await post({ thread_ts: parent, text: 'Quiet' });
    const loud = await post({ thread_ts: parent, text: 'Loud', reply_broadcast: true });
    const seen = slack.screenOf('U_BEN');
    const texts = (shown: readonly { readonly text: string }[]) => shown.map(({ text }) => text);
    expect(texts(seen.messages('C_CIRCLE')).slice(-2)).toEqual(['Parent', 'Loud']);
    expect(texts(seen.thread('C_CIRCLE', parent))).toEqual(['Parent', 'Quiet', 'Loud']);
    expect(objectAt(loud, 'message')).toMatchObject({ subtype: 'thread_broadcast' });
  });

  it('has nothing to broadcast where there is no thread', async () => {
    const alone = await post({ text: 'Alone', reply_broadcast: true });
    expect(objectAt(alone, 'message')).not.toHaveProperty('subtype');
  });

  it('answers in the thread of a reply when it is given the reply', async () => {
    const parent = await post();
    const reply = await post({ thread_ts: textAt(parent, 'ts') });
    await post({ thread_ts: textAt(reply, 'ts'), text: 'Third' });
    const thread = slack.screenOf('U_BEN').thread('C_CIRCLE', textAt(parent, 'ts'));
    expect(thread.map((message) => message.text)).toEqual(['Hello', 'Hello', 'Third']);
    const [, top] = slack.screenOf('U_BEN').messages('C_CIRCLE');
    expect(top?.replyCount).toBe(2);
  });
});

describe('chat.update', () => {
  it('takes blocks away when only text is given, keeps metadata and what was', async () => {
    const metadata = { event_type: 'round', event_payload: { id: 'P-1' } };
    const posted = await post({ blocks: [section('one')], metadata });
    const ts = textAt(posted, 'ts');
    const edited = await call('chat.update', { channel: 'C_CIRCLE', ts, text: 'two' });
    expect(edited).toMatchObject({ ok: true, message: { text: 'two', metadata } });
    expect(objectAt(edited, 'message')).not.toHaveProperty('blocks');
    expect(objectAt(edited, 'message')).toHaveProperty('edited');
    const [, message] = slack.state.messages.get('C_CIRCLE') ?? [];
    expect(message?.history).toMatchObject([{ text: 'Hello', blocks: [{ type: 'section' }] }]);
    const blocks = [section('three')];
    const silent = await post();
    const place = { channel: 'C_CIRCLE', ts: textAt(silent, 'ts') };
    const answer = await call('chat.update', { ...place, text: 'x', blocks });
    expect(objectAt(answer, 'message')).not.toHaveProperty('edited');
  });

  it('refuses what Slack refuses', async () => {
    const ts = textAt(await post(), 'ts');
    const other = slack.screenOf('U_ANA').messages('C_CIRCLE')[0]?.ts ?? '';
    const update = (args: JsonObject): ReturnType<Caller> =>
      call('chat.update', { channel: 'C_CIRCLE', ts, text: 'x', ...args });
    expect(await update({ ts: '1.000001' })).toMatchObject({ error: 'message_not_found' });
    expect(await update({ ts: other })).toMatchObject({ error: 'cant_update_message' });
    expect(await update({ text: 'x'.repeat(4001) })).toMatchObject({ error: 'msg_too_long' });
    expect(await update({ text: '' })).toMatchObject({ error: 'no_text' });
    await slack.archive('C_CIRCLE');
    expect(await update({})).toMatchObject({ error: 'is_inactive' });
    await slack.unarchive('C_CIRCLE');
    await slack.kickBot('U_ANA', 'C_CIRCLE');
    expect(await update({})).toMatchObject({ error: 'not_in_channel' });
  });

  it('refuses to turn rich text into something else', async () => {
    const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }];
    const ts = textAt(await post({ blocks: [{ type: 'rich_text', elements }] }), 'ts');
    const args = { channel: 'C_CIRCLE', ts, text: 'x', blocks: [section('y')] };
    expect(await call('chat.update', args)).toMatchObject({ error: 'block_mismatch' });
  });
});

describe('chat.delete and chat.getPermalink', () => {
  it('leaves a tombstone where a thread lives on', async () => {
    const ts = textAt(await post(), 'ts');
    await post({ thread_ts: ts, text: 'Reply' });
    expect(await call('chat.delete', { channel: 'C_CIRCLE', ts })).toMatchObject({ ok: true });
    const [top] = slack.screenOf('U_ANA').thread('C_CIRCLE', ts);
    expect(top).toMatchObject({ isDeleted: true, text: 'This message was deleted.' });
    expect(await call('chat.update', { channel: 'C_CIRCLE', ts, text: 'x' })).toMatchObject({
      error: 'message_not_found',
    });
    const other = slack.screenOf('U_ANA').messages('C_CIRCLE')[0]?.ts ?? '';
    expect(await call('chat.delete', { channel: 'C_CIRCLE', ts: other })).toMatchObject({
      error: 'cant_delete_message',
    });
  });

  it('links to a message and to a reply', async () => {
    const ts = textAt(await post(), 'ts');
    const reply = textAt(await post({ thread_ts: ts }), 'ts');
    const link = async (message_ts: string): Promise<string> =>
      textAt(await call('chat.getPermalink', { channel: 'C_CIRCLE', message_ts }), 'permalink');
    const base = 'https://bakery.slack.com/archives/C_CIRCLE/p';
    expect(await link(ts)).toBe(base + ts.replace('.', ''));
    expect(await link(reply)).toBe(`${base}${reply.replace('.', '')}?thread_ts=${ts}&cid=C_CIRCLE`);
    const none = { channel: 'C_CIRCLE', message_ts: '1.1' };
    expect(await call('chat.getPermalink', none)).toMatchObject({ error: 'message_not_found' });
  });
});

describe('chat.postEphemeral', () => {
  const whisper = (args: JsonObject = {}): ReturnType<Caller> =>
    call('chat.postEphemeral', { channel: 'C_CIRCLE', user: 'U_ANA', text: 'Only you', ...args });

  it('is seen by one person, until they load the page again, and cannot be updated', async () => {
    const ts = textAt(await whisper(), 'message_ts');
    expect(slack.screenOf('U_ANA').ephemerals('C_CIRCLE')).toMatchObject([{ text: 'Only you' }]);
    expect(slack.screenOf('U_BEN').ephemerals()).toEqual([]);
    expect(await call('chat.update', { channel: 'C_CIRCLE', ts, text: 'x' })).toMatchObject({
      error: 'message_not_found',
    });
    slack.reload('U_ANA');
    expect(slack.screenOf('U_ANA').ephemerals()).toEqual([]);
  });

  it('stands in the thread that it is given, for one person still', async () => {
    const first = slack.screenOf('U_ANA').messages('C_CIRCLE')[0];
    await slack.say('U_BEN', 'C_CIRCLE', 'In the thread', first?.ts);
    await whisper({ thread_ts: first?.ts });
    expect(slack.screenOf('U_ANA').ephemerals('C_CIRCLE')).toMatchObject([
      { text: 'Only you', threadTs: first?.ts },
    ]);
    expect(slack.screenOf('U_BEN').ephemerals()).toEqual([]);
  });

  it.each([
    [{ channel: 'C_NONE' }, 'channel_not_found'],
    [{ channel: 'C_OLD' }, 'is_archived'],
    [{ channel: 'C_LOBBY' }, 'not_in_channel'],
    [{ user: 'U_NONE' }, 'user_not_found'],
    [{ user: 'U_GUEST' }, 'user_not_in_channel'],
    [{ user: 'U_GONE' }, 'user_not_in_channel'],
    [{ text: '' }, 'no_text'],
  ])('refuses %j with %s', async (args, error) => {
    expect(await whisper(args)).toMatchObject({ ok: false, error });
  });
});

function startWith(manifest: Partial<AppManifest>): ReturnType<typeof startBoth> {
  const app = { ...WORLD.app, manifest: { ...WORLD.app.manifest, ...manifest } };
  return startBoth({ world: { ...WORLD, app } });
}
