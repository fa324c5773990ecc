import { flagAt, textAt } from '../json.ts';
import { userAnswer } from '../state/user.ts';
import { type Method, knownUser, refuse, requireScope, scopesOf } from './call.ts';
import { pageOf } from './page.ts';

/** https://docs.slack.dev/reference/methods/auth.test */
export const authTest: Method = {
  token: 'bot',
  run({ workspace }) {
    const { team, app, users } = workspace.state;
    return {
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: users.get(app.botUserId)?.name ?? '',
      team_id: team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    };
  },
};

/** https://docs.slack.dev/reference/methods/team.info */
export const teamInfo: Method = {
  token: 'bot',
  run(call) {
    requireScope(call, 'team:read');
    const { id, name, domain } = call.workspace.state.team;
    const url = `https://${domain}.slack.com/`;
    return { team: { id, name, url, domain, email_domain: '', icon: {}, is_verified: false } };
  },
};

/** https://docs.slack.dev/reference/methods/users.info: with the zone, and no e-mail address. */
export const usersInfo: Method = {
  token: 'bot',
  run(call) {
    requireScope(call, 'users:read');
    const user = knownUser(call);
    const answer = userAnswer(user, call.workspace.clock.now());
    const isAsked = flagAt(call.args, 'include_locale');
    return { user: isAsked ? { ...answer, locale: user.locale } : answer };
  },
};

/** https://docs.slack.dev/reference/methods/users.list: deactivated ones too, foreign ones not. */
export const usersList: Method = {
  token: 'bot',
  run(call) {
    requireScope(call, 'users:read');
    const { state, clock } = call.workspace;
    const own = [...state.users.values()].filter((user) => !user.isForeign);
    if (own.length > MOST_WITHOUT_LIMIT && textAt(call.args, 'limit') === '') {
      return refuse('limit_required');
    }
    const page = pageOf(call, own, MOST_WITHOUT_LIMIT);
    return {
      members: page.items.map((user) => userAnswer(user, clock.now())),
      cache_ts: Math.floor(clock.now() / 1000),
      response_metadata: { next_cursor: page.nextCursor },
    };
  },
};

/** A workspace with more people than this must be asked in pages. */
const MOST_WITHOUT_LIMIT = 1000;

/** https://docs.slack.dev/reference/methods/apps.connections.open */
export const appsConnectionsOpen: Method = {
  token: 'app',
  run({ workspace }) {
    const ticket = workspace.ids.secret();
    workspace.state.tickets.set(ticket, 'fresh');
    const host = workspace.address().replace('http://', 'ws://');
    return { url: `${host}/link/?ticket=${ticket}&app_id=${workspace.state.app.id}` };
  },
};

/** https://docs.slack.dev/reference/methods/oauth.v2.access */
export const oauthV2Access: Method = {
  token: 'none',
  run(call) {
    const { state } = call.workspace;
    const { app, team, oauthCodes } = state;
    const code = textAt(call.args, 'code');
    if (textAt(call.args, 'client_id') !== (app.clientId ?? '')) return refuse('invalid_client_id');
    if (textAt(call.args, 'client_secret') !== (app.clientSecret ?? '')) {
      return refuse('bad_client_secret');
    }
    if (oauthCodes.get(code) === 'used') return refuse('code_already_used');
    if (!oauthCodes.has(code)) return refuse('invalid_code');
    oauthCodes.set(code, 'used');
    state.bot = 'installed';
    return {
      access_token: app.botToken,
      token_type: 'bot',
      scope: scopesOf(call.workspace).join(','),
      bot_user_id: app.botUserId,
      app_id: app.id,
      team: { name: team.name, id: team.id },
      enterprise: null,
      authed_user: { id: [...state.users.keys()][0] ?? '' },
      is_enterprise_install: false,
    };
  },
};
