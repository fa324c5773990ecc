import type { WorldSeed } from '../../../src/sandbox/slack/world.ts';

/** A small workspace for the tests of the pretend Slack itself. */
export const WORLD: WorldSeed = {
  team: { id: 'T_BAKERY', name: 'Bakery', domain: 'bakery' },
  app: {
    id: 'A_APP',
    botId: 'B_BOT',
    botUserId: 'U_BOT',
    signingSecret: 'signing-secret-of-the-tests',
    botToken: 'xoxb-test-token',
    appToken: 'xapp-test-token',
    clientId: '1.2',
    clientSecret: 'client-secret',
    manifest: {
      display_information: { name: 'Consent' },
      features: {
        app_home: { home_tab_enabled: true, messages_tab_enabled: true },
        bot_user: { display_name: 'consent' },
        shortcuts: [
          { name: 'Propose', type: 'global', callback_id: 'propose_global', description: '-' },
          { name: 'Turn', type: 'message', callback_id: 'propose_message', description: '-' },
        ],
        slash_commands: [
          {
            command: '/propose',
            description: 'Propose',
            usage_hint: '[title]',
            should_escape: true,
          },
          { command: '/raw', description: 'Unescaped' },
        ],
      },
      oauth_config: {
        scopes: {
          bot: ['commands', 'chat:write', 'channels:read', 'groups:read', 'users:read'],
        },
      },
      settings: {
        event_subscriptions: {
          bot_events: [
            'app_home_opened',
            'app_uninstalled',
            'tokens_revoked',
            'member_joined_channel',
            'member_left_channel',
            'channel_left',
            'group_left',
            'channel_archive',
            'channel_unarchive',
            'channel_rename',
            'user_change',
            'message.im',
          ],
        },
        interactivity: { is_enabled: true },
      },
    },
  },
  users: [
    { id: 'U_ANA', name: 'ana', realName: 'Ana Ruiz', tz: 'Europe/Madrid' },
    { id: 'U_BEN', name: 'ben', realName: 'Ben Okafor', tz: 'America/New_York' },
    { id: 'U_GUEST', name: 'gus', realName: 'Gus Guest', guest: 'single' },
    { id: 'U_GONE', name: 'gone', realName: 'Gone', isDeactivated: true },
    { id: 'U_ROBOT', name: 'robot', realName: 'Another bot', isBot: true },
    {
      id: 'U_FAR',
      name: 'far',
      realName: 'Far Away',
      foreignTeam: { id: 'T_MILL', domain: 'mill' },
    },
  ],
  channels: [
    {
      id: 'C_CIRCLE',
      name: 'circle',
      members: ['U_ANA', 'U_BEN', 'U_GONE', 'U_FAR', 'U_BOT'],
      messages: [{ user: 'U_ANA', text: 'Good morning' }],
    },
    { id: 'C_LOBBY', name: 'lobby', members: ['U_ANA', 'U_GUEST'] },
    { id: 'C_SECRET', name: 'secret', isPrivate: true, members: ['U_BEN'] },
    { id: 'C_INNER', name: 'inner', isPrivate: true, members: ['U_ANA', 'U_BOT'] },
    { id: 'C_OLD', name: 'old', isArchived: true, members: ['U_ANA', 'U_BOT'] },
  ],
};
