import { type JsonObject, textAt } from '../../../src/sandbox/slack/json.ts';
import type { Memory, Step } from './contract-step.ts';
import type { Known } from './emulate.ts';

const text = 'Hello';
const kept = (answer: JsonObject): Memory => ({ ts: textAt(answer, 'ts') });
const post = (says: string, args: (ids: Known) => JsonObject, answer: string): Step => ({
  says,
  method: 'chat.postMessage',
  args,
  answer,
});

/** Who is calling, and what is posted, changed and taken away. */
export const MESSAGE_STEPS: readonly Step[] = [
  { says: 'nobody', method: 'auth.test', token: '', answer: 'not_authed' },
  {
    says: 'somebody unknown',
    method: 'auth.test',
    token: 'xoxb-unknown',
    answer: 'invalid_auth',
    differs: { theirs: '', why: 'emulate takes any token for one of its admin.' },
  },
  { says: 'the bot', method: 'auth.test', answer: '' },
  {
    says: 'a method that is not there',
    method: 'chat.conjure',
    answer: 'unknown_method',
    differs: { theirs: 'HTTP 404', why: 'Slack answers 200, and clients would retry a 404.' },
  },
  { ...post('a message', ({ general }) => ({ channel: general, text }), ''), keeps: kept },
  {
    ...post('a reply', () => ({}), ''),
    args: ({ general }, { ts = '' }) => ({ channel: general, text, thread_ts: ts }),
  },
  post('a message nowhere', () => ({ channel: 'C_NONE', text }), 'channel_not_found'),
  post('a message to no channel', () => ({ text }), 'channel_not_found'),
  post('a message of nothing', ({ general }) => ({ channel: general }), 'no_text'),
  post('a message to an archive', ({ old }) => ({ channel: old, text }), 'is_archived'),
  post('a direct message', ({ ana }) => ({ channel: ana, text }), ''),
  post('a direct message to nobody', () => ({ channel: 'U_NONE', text }), 'channel_not_found'),
  post(
    'a message with blocks',
    ({ general }) => ({ channel: general, text, blocks: [{ type: 'divider' }] }),
    '',
  ),
  post(
    'a message with metadata',
    ({ general }) => ({
      channel: general,
      text,
      metadata: { event_type: 'round', event_payload: { id: 'P-1' } },
    }),
    '',
  ),
  {
    ...post('broken blocks', () => ({}), 'invalid_blocks'),
    args: ({ general }) => ({ channel: general, text, blocks: [{ type: 'hologram' }] }),
    differs: { theirs: '', why: 'Slack checks Block Kit.' },
  },
  {
    ...post('a message to a public channel without the bot', () => ({}), 'not_in_channel'),
    args: ({ strange }) => ({ channel: strange, text }),
    differs: { theirs: '', why: 'Slack wants the bot in, or chat:write.public.' },
  },
  {
    ...post('a message to a private channel without the bot', () => ({}), 'channel_not_found'),
    args: ({ hidden }) => ({ channel: hidden, text }),
    differs: { theirs: 'not_in_channel', why: 'Slack does not give private channels away.' },
  },
  {
    says: 'an update',
    method: 'chat.update',
    args: ({ general }, { ts = '' }) => ({ channel: general, ts, text: 'Changed' }),
    answer: '',
  },
  {
    says: 'an update of nothing',
    method: 'chat.update',
    args: ({ general }) => ({ channel: general, ts: '1.000001', text }),
    answer: 'message_not_found',
  },
  {
    says: "an update of somebody else's message",
    method: 'chat.update',
    args: ({ general }, { foreign = '' }) => ({ channel: general, ts: foreign, text }),
    answer: 'cant_update_message',
  },
  {
    says: 'an update to nothing',
    method: 'chat.update',
    args: ({ general }, { ts = '' }) => ({ channel: general, ts }),
    answer: 'no_text',
  },
  {
    says: 'an update to more than 4,000 characters',
    method: 'chat.update',
    args: ({ general }, { ts = '' }) => ({ channel: general, ts, text: 'x'.repeat(4001) }),
    answer: 'msg_too_long',
    differs: { theirs: '', why: 'Slack cuts new messages, and refuses long updates.' },
  },
  {
    says: 'an ephemeral message',
    method: 'chat.postEphemeral',
    args: ({ general, admin }) => ({ channel: general, user: admin, text }),
    answer: '',
  },
  {
    says: 'an ephemeral message to nobody',
    method: 'chat.postEphemeral',
    args: ({ general }) => ({ channel: general, user: 'U_NONE', text }),
    answer: 'user_not_found',
  },
  {
    says: 'an ephemeral message to no one named',
    method: 'chat.postEphemeral',
    args: ({ general }) => ({ channel: general, text }),
    answer: 'user_not_found',
  },
  {
    says: 'an ephemeral message to someone who is not there',
    method: 'chat.postEphemeral',
    args: ({ general, ana }) => ({ channel: general, user: ana, text }),
    answer: 'user_not_in_channel',
  },
  {
    says: 'an ephemeral message of nothing',
    method: 'chat.postEphemeral',
    args: ({ general, admin }) => ({ channel: general, user: admin }),
    answer: 'no_text',
  },
  {
    says: 'an ephemeral message in an archive',
    method: 'chat.postEphemeral',
    args: ({ old, admin }) => ({ channel: old, user: admin, text }),
    answer: 'is_archived',
  },
  {
    says: 'a link',
    method: 'chat.getPermalink',
    args: ({ general }, { ts = '' }) => ({ channel: general, message_ts: ts }),
    answer: '',
  },
  {
    says: 'a link to no message',
    method: 'chat.getPermalink',
    args: ({ general }) => ({ channel: general, message_ts: '1.000001' }),
    answer: 'message_not_found',
  },
  {
    says: 'a link into no channel',
    method: 'chat.getPermalink',
    args: (_ids, { ts = '' }) => ({ channel: 'C_NONE', message_ts: ts }),
    answer: 'channel_not_found',
  },
  {
    ...post('a second message', ({ general }) => ({ channel: general, text }), ''),
    keeps: kept,
  },
  {
    says: 'a deletion',
    method: 'chat.delete',
    args: ({ general }, { ts = '' }) => ({ channel: general, ts }),
    answer: '',
  },
  {
    says: 'the same deletion again',
    method: 'chat.delete',
    args: ({ general }, { ts = '' }) => ({ channel: general, ts }),
    answer: 'message_not_found',
  },
  {
    says: "a deletion of somebody else's message",
    method: 'chat.delete',
    args: ({ general }, { foreign = '' }) => ({ channel: general, ts: foreign }),
    answer: 'cant_delete_message',
  },
];
