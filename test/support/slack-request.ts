import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';

export const SIGNING_SECRET = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
export const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export interface Answered {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends one request on a connection of its own, so that no test waits for another's. */
export function send(port: number, sent: Sent): Promise<Answered> {
  const { method = 'POST', path = '/slack/events', body = '', headers = {} } = sent;
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, agent: false });
    for (const [name, value] of given) request.setHeader(name, value);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'],
          // When it was answered is no part of the answer: two that are alike may be a second apart.
          headers: { ...response.headers, date: undefined },
          body: text,
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The headers with which Slack would send this body, now or some seconds from now. */
export function signed(
  body: string | Buffer,
  { type = FORM, secret = SIGNING_SECRET, secondsFromNow = 0 } = {},
): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000) + secondsFromNow;
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body);
  return {
    'content-type': type,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': `v0=${hmac.digest('hex')}`,
  };
}

/** A slash command as Slack sends it. */
export function commandBody(fields: Readonly<Record<string, string>> = {}): string {
  return new URLSearchParams({
    token: 'verification-token',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    command: '/propose',
    text: 'bread on Mondays',
    trigger_id: '1.2.x',
    response_url: 'https://hooks.slack.com/commands/T1/1/x',
    ...fields,
  }).toString();
}

/** A click, a submission or a shortcut: JSON within a form. */
export function payloadBody(payload: object): string {
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

/** A click on a button in a message. */
export function click(fields: object = {}): object {
  return {
    type: 'block_actions',
    team: { id: 'T1' },
    user: { id: 'U1', team_id: 'T1' },
    channel: { id: 'C1' },
    trigger_id: '1.2.x',
    actions: [{ type: 'button', action_id: 'consent', block_id: 'b', value: 'R1', action_ts: '1' }],
    ...fields,
  };
}

/** A form that a member submitted. */
export function submission(blocks: readonly object[]): object {
  return {
    type: 'view_submission',
    team: { id: 'T1' },
    user: { id: 'U1', team_id: 'T1' },
    view: { id: 'V1', type: 'modal', callback_id: 'propose', blocks, state: { values: {} } },
  };
}

/** An event of the Events API. */
export function eventBody(fields: object = {}): string {
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: 'Ev1',
    event: { type: 'member_joined_channel', user: 'U2', channel: 'C1', team: 'T1' },
    ...fields,
  });
}
