import { type JsonObject, objectAt, textAt } from '../../../src/sandbox/slack/json.ts';
import type { Memory, Step } from './contract-step.ts';

const words = (plain: string): JsonObject => ({ type: 'plain_text', text: plain });
const modal: JsonObject = {
  type: 'modal',
  title: words('One'),
  blocks: [
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'more', text: words('More') }],
    },
  ],
};
const home: JsonObject = { type: 'home', blocks: [] };
const keptView = (answer: JsonObject): Memory => ({
  view: textAt(objectAt(answer, 'view'), 'id'),
  hash: textAt(objectAt(answer, 'view'), 'hash'),
});
/** Channels, people, views and installing. */
export const PLACE_STEPS: readonly Step[] = [
  {
    says: 'a channel',
    method: 'conversations.info',
    args: ({ general }) => ({ channel: general }),
    answer: '',
  },
  {
    says: 'no channel',
    method: 'conversations.info',
    args: () => ({ channel: 'C_NONE' }),
    answer: 'channel_not_found',
  },
  {
    says: 'a private channel without the bot',
    method: 'conversations.info',
    args: ({ hidden }) => ({ channel: hidden }),
    answer: 'channel_not_found',
    differs: { theirs: 'not_in_channel', why: 'Slack does not give private channels away.' },
  },
  { says: 'all channels', method: 'conversations.list', answer: '' },
  {
    says: 'the direct messages, without their scope',
    method: 'conversations.list',
    args: () => ({ types: 'im' }),
    answer: 'missing_scope',
  },
  {
    says: 'the members',
    method: 'conversations.members',
    args: ({ general }) => ({ channel: general }),
    answer: '',
  },
  {
    says: 'the members of no channel',
    method: 'conversations.members',
    args: () => ({ channel: 'C_NONE' }),
    answer: 'channel_not_found',
  },
  {
    says: 'a page that was never given out',
    method: 'conversations.members',
    args: ({ general }) => ({ channel: general, cursor: 'nonsense' }),
    answer: 'invalid_cursor',
    differs: { theirs: '', why: 'emulate gives all members at once and reads no cursor.' },
  },
  {
    says: 'the history, without its scope',
    method: 'conversations.history',
    args: ({ general }) => ({ channel: general }),
    answer: 'missing_scope',
  },
  {
    says: 'a thread, without its scope',
    method: 'conversations.replies',
    args: ({ general }) => ({ channel: general, ts: '1.000001' }),
    answer: 'missing_scope',
  },
  {
    says: 'a conversation with nobody',
    method: 'conversations.open',
    answer: 'users_list_not_supplied',
  },
  {
    says: 'a conversation',
    method: 'conversations.open',
    args: ({ admin }) => ({ users: admin }),
    answer: '',
  },
  {
    says: 'the same conversation again',
    method: 'conversations.open',
    args: ({ admin }) => ({ users: admin }),
    answer: '',
  },
  {
    says: 'a conversation of three',
    method: 'conversations.open',
    args: ({ admin, ana }) => ({ users: `${admin},${ana}` }),
    answer: '',
  },
  {
    says: 'a conversation with someone who is not there',
    method: 'conversations.open',
    args: () => ({ users: 'U_NONE' }),
    answer: 'user_not_found',
  },
  {
    says: 'a conversation of ten',
    method: 'conversations.open',
    args: () => ({ users: 'U1,U2,U3,U4,U5,U6,U7,U8,U9' }),
    answer: 'too_many_users',
  },
  { says: 'a person', method: 'users.info', args: ({ ana }) => ({ user: ana }), answer: '' },
  {
    says: 'a person who is not there',
    method: 'users.info',
    args: () => ({ user: 'U_NONE' }),
    answer: 'user_not_found',
  },
  { says: 'all people', method: 'users.list', answer: '' },
  {
    says: 'a trigger that nobody gave',
    method: 'views.open',
    args: () => ({ trigger_id: '1.2.x', view: modal }),
    answer: 'invalid_trigger_id',
  },
  {
    says: 'a modal',
    method: 'views.open',
    trigger: 'person',
    args: () => ({ view: modal }),
    keeps: keptView,
    answer: '',
  },
  {
    says: 'the same trigger again',
    method: 'views.open',
    args: (_ids, { trigger = '' }) => ({ trigger_id: trigger, view: modal }),
    answer: 'exchanged_trigger_id',
  },
  {
    says: 'an update of the modal',
    method: 'views.update',
    args: (_ids, { view = '', hash = '' }) => ({ view_id: view, hash, view: modal }),
    answer: '',
  },
  {
    says: 'an update with the old hash',
    method: 'views.update',
    args: (_ids, { view = '', hash = '' }) => ({ view_id: view, hash, view: modal }),
    answer: 'hash_conflict',
  },
  {
    says: 'an update of no modal',
    method: 'views.update',
    args: () => ({ view_id: 'V_NONE', view: modal }),
    answer: 'not_found',
  },
  {
    says: 'a second modal',
    method: 'views.push',
    trigger: 'view',
    args: () => ({ view: { ...modal, external_id: 'second' } }),
    keeps: keptView,
    answer: '',
  },
  {
    says: 'an external_id that is open already',
    method: 'views.push',
    trigger: 'view',
    args: () => ({ view: { ...modal, external_id: 'second' } }),
    answer: 'duplicate_external_id',
  },
  {
    says: 'a third modal',
    method: 'views.push',
    trigger: 'view',
    args: () => ({ view: modal }),
    keeps: keptView,
    answer: '',
  },
  {
    says: 'a fourth modal',
    method: 'views.push',
    trigger: 'view',
    args: () => ({ view: modal }),
    answer: 'push_limit_reached',
  },
  {
    says: 'a modal where a Home belongs',
    method: 'views.publish',
    args: ({ ana }) => ({ user_id: ana, view: modal }),
    answer: 'invalid_arguments',
    differs: { theirs: 'invalid_view', why: 'Slack names broken views invalid_arguments.' },
  },
  {
    says: 'a Home',
    method: 'views.publish',
    args: ({ ana }) => ({ user_id: ana, view: home }),
    answer: '',
  },
  {
    says: 'a Home with an old hash',
    method: 'views.publish',
    args: ({ ana }) => ({ user_id: ana, view: home, hash: '1.old' }),
    answer: 'hash_conflict',
  },
  {
    says: 'a Home for nobody',
    method: 'views.publish',
    args: () => ({ user_id: 'U_NONE', view: home }),
    answer: 'invalid_arguments',
    differs: { theirs: 'user_not_found', why: "Slack's own specification has it so." },
  },
  {
    says: 'an unknown client',
    method: 'oauth.v2.access',
    args: () => ({ client_id: 'x', client_secret: 'x', code: 'x' }),
    answer: 'invalid_client_id',
  },
  {
    says: 'a client with a wrong secret',
    method: 'oauth.v2.access',
    args: () => ({ client_id: '1.2', client_secret: 'x', code: 'x' }),
    answer: 'bad_client_secret',
    differs: { theirs: 'invalid_client_id', why: 'Slack has an error of its own for it.' },
  },
  {
    says: 'a code that nobody gave',
    method: 'oauth.v2.access',
    args: () => ({ client_id: '1.2', client_secret: 'client-secret', code: 'x' }),
    answer: 'invalid_code',
  },
];
