import { type IncomingHttpHeaders, createServer } from 'node:http';
import { type JsonObject, isObject, parseJson } from '../../../src/sandbox/slack/json.ts';
import {
  type PretendSlack,
  type PretendSlackOptions,
  startPretendSlack,
} from '../../../src/sandbox/slack/pretend-slack.ts';
import { WORLD } from './world.ts';

/** One request as the bot got it. */
type Got = {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  /** The payload, from JSON or from a form. */
  readonly body: JsonObject;
};

/** How the bot answers: a status and a body, or not at all. */
type Reply =
  | {
      readonly status?: number;
      readonly json?: JsonObject;
      readonly headers?: Record<string, string>;
    }
  | 'never';

/** A bot that writes everything down and answers as it is told. */
export type Bot = {
  readonly address: string;
  readonly got: Got[];
  reply: (got: Got) => Reply;
  readonly close: () => Promise<unknown>;
};

/** Starts a recording bot on a free port. */
async function startBot(): Promise<Bot> {
  const got: Got[] = [];
  const bot = { reply: (): Reply => ({}) };
  const server = createServer((request, response) => {
    let raw = '';
    request.on('data', (part: Buffer) => (raw += part.toString('utf8')));
    request.on('end', () => {
      const one = { headers: request.headers, raw, body: bodyOf(raw) };
      got.push(one);
      const reply = opened.reply(one);
      if (reply === 'never') return;
      const { status = 200, json, headers = {} } = reply;
      response.writeHead(status, {
        'content-type': 'application/json',
        ...headers,
      });
      response.end(json === undefined ? '' : JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const opened: Bot = {
    ...bot,
    address: `http://127.0.0.1:${port}/slack/events`,
    got,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
  return opened;
}

/** Starts a pretend Slack and the recording bot that it tells everything. */
export async function startBoth(
  options: Partial<PretendSlackOptions> = {},
): Promise<{ slack: PretendSlack; bot: Bot; call: Caller; close: () => Promise<void> }> {
  const bot = await startBot();
  const slack = await startPretendSlack({
    world: WORLD,
    deliverTo: { http: bot.address },
    ...options,
  });
  const close = async (): Promise<void> => {
    await slack.close();
    await bot.close();
  };
  return { slack, bot, call: callerOf(slack.url), close };
}

export type Caller = (
  method: string,
  args?: JsonObject,
  token?: string,
) => Promise<JsonObject & { status: number; retryAfter: number }>;

/** Calls the Web API as JSON, with the bot's token unless another one is given. */
export function callerOf(url: string): Caller {
  return async (method, args = {}, token = WORLD.app.botToken) => {
    const response = await fetch(url + method, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(args),
    });
    const parsed = parseJson(await response.text());
    const retryAfter = Number(response.headers.get('retry-after') ?? 0);
    return { ...(isObject(parsed) ? parsed : {}), status: response.status, retryAfter };
  };
}

function bodyOf(raw: string): JsonObject {
  const json = parseJson(raw);
  if (isObject(json)) return json;
  const form = Object.fromEntries(new URLSearchParams(raw));
  const payload = parseJson(form['payload'] ?? '');
  return isObject(payload) ? payload : form;
}
