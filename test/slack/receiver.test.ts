import { App, HTTPReceiver } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { BODY_LIMIT_BYTES, createHttpReceiver } from '../../src/slack/receiver.ts';
import { createBoltLog } from '../../src/slack/bolt-log.ts';
import { JSON_TYPE, FORM, SIGNING_SECRET } from '../support/slack-request.ts';
import {
  click,
  commandBody,
  eventBody,
  payloadBody,
  send,
  signed,
} from '../support/slack-request.ts';
import type { Sent } from '../support/slack-request.ts';

const lines: string[] = [];
const log = createLog({ level: 'debug', write: (line) => lines.push(line) });
const contexts: { retryNum?: number | undefined; retryReason?: string | undefined }[] = [];
const seen: unknown[] = [];

function listen(app: App): void {
  app.command('/propose', ({ ack, command }) => {
    seen.push(command.text);
    return command.text === 'twice' ? ack().then(() => ack('again')) : ack(`you: ${command.text}`);
  });
  app.command('/object', ({ ack }) => ack({ response_type: 'ephemeral', text: 'as an object' }));
  app.command('/silent', ({ ack }) => ack());
  app.action('consent', ({ ack }) => ack());
  app.event('member_joined_channel', ({ context }) => {
    contexts.push({ retryNum: context.retryNum, retryReason: context.retryReason });
    return Promise.resolve();
  });
}

const ours = createHttpReceiver({
  signingSecret: SIGNING_SECRET,
  host: '127.0.0.1',
  port: 0,
  log,
  health: () => Promise.resolve({ ok: true, body: { ok: true } }),
  sentenceFor: () => 'Something went wrong here.',
});
const bolts = new HTTPReceiver({
  signingSecret: SIGNING_SECRET,
  logger: createBoltLog(log),
  unhandledRequestTimeoutMillis: 50,
});
let ourPort = 0;
let boltPort = 0;

beforeAll(async () => {
  for (const receiver of [ours, bolts]) {
    const authorize = () => Promise.resolve({ botToken: 'xoxb-t', botId: 'B1', botUserId: 'U9' });
    const app = new App({ receiver, authorize, convoStore: false, logger: createBoltLog(log) });
    listen(app);
  }
  ourPort = (await ours.start()).port;
  const address = (await bolts.start({ host: '127.0.0.1', port: 0 })).address();
  boltPort = address !== null && typeof address === 'object' ? address.port : 0;
});

afterAll(async () => {
  await ours.stop();
  await bolts.stop();
});

/** What each receiver answers. Where they differ, `because` says why ours is meant to. */
interface Case {
  readonly title: string;
  readonly sent: () => Sent;
  readonly bolt: number;
  readonly expected: number;
  readonly because?: string;
}

const same = (title: string, sent: () => Sent, bolt: number): Case => ({
  title,
  sent,
  bolt,
  expected: bolt,
});
const better = (
  title: string,
  sent: () => Sent,
  [bolt, expected]: [number, number],
  because: string,
) => ({ title, sent, bolt, expected, because });

const command = commandBody();
const event = eventBody();
const big = 'x'.repeat(BODY_LIMIT_BYTES + 1);
const as = (body: string, how?: Parameters<typeof signed>[1]) => (): Sent => ({
  body,
  headers: signed(body, how),
});
const json = (body: string) => as(body, { type: JSON_TYPE });
const unsigned =
  (body: string, type = FORM) =>
  (): Sent => ({
    body,
    headers: { 'content-type': type },
  });
const withHeader = (name: string, value: string) => (): Sent => ({
  body: command,
  headers: { ...signed(command), [name]: value },
});
const at = (path: string) => (): Sent => ({ ...as(command)(), path });
const sentIn = (secondsFromNow: number) => as(command, { secondsFromNow });

const cases: readonly Case[] = [
  same('a command', as(command), 200),
  same('the largest command', as(`${command}&pad=`.padEnd(BODY_LIMIT_BYTES, 'x')), 200),
  same('a click', as(payloadBody(click())), 200),
  same('an event', json(event), 200),
  same('a check of the address', json('{"type":"url_verification","challenge":"c"}'), 200),
  same('an unsigned TLS check', unsigned('ssl_check=1&token=t'), 200),
  same('a TLS check that smuggles a command', unsigned(`ssl_check=1&${command}`), 200),
  same('an unsigned TLS check of another value', unsigned('ssl_check=2'), 401),
  same('a TLS check that is not a form', unsigned('{"ssl_check":"1"}', JSON_TYPE), 401),
  same('a command without signature', unsigned(command), 401),
  same('a forged signature', as(command, { secret: 'not-the-secret' }), 401),
  same('a changed body', () => ({ body: `${command}x`, headers: signed(command) }), 401),
  same('an unknown signature version', withHeader('x-slack-signature', 'v1=00'), 401),
  same('an empty signature', withHeader('x-slack-signature', ''), 401),
  same('a time stamp that is no number', withHeader('x-slack-request-timestamp', 'now'), 401),
  same('a stale request', sentIn(-310), 401),
  same('a request from 4 minutes ago', sentIn(-240), 200),
  same('a request from 4 minutes ahead', sentIn(240), 200),
  better('a request from the future', sentIn(310), [200, 401], 'it could be kept and replayed'),
  better(
    'a form with a charset',
    as(command, { type: `${FORM}; charset=utf-8` }),
    [400, 200],
    'some proxies add it',
  ),
  better(
    'a form in capitals',
    as(command, { type: FORM.toUpperCase() }),
    [400, 200],
    'media types have no case',
  ),
  same('JSON with a charset', as(event, { type: `${JSON_TYPE}; charset=utf-8` }), 200),
  same('JSON that breaks off', json('{"type":'), 400),
  same('a payload that breaks off', as('payload=%7B'), 400),
  same('an empty body', json(''), 400),
  better('a body that is a number', json('7'), [404, 400], 'no payload of Slack is a number'),
  better('a body that is a list', json('[]'), [404, 400], 'no payload of Slack is a list'),
  same('an object of no known kind', json('{}'), 404),
  better(
    'a command that nobody takes up',
    as(commandBody({ command: '/nobody' })),
    [404, 200],
    'the member gets a sentence',
  ),
  better('a body over our limit', as(big), [404, 413], 'no payload of Slack comes near it'),
  same('a body over both limits', as(big.repeat(5)), 413),
  same('another path', at('/slack/event'), 404),
  same('a path with a query', at('/slack/events?from=proxy'), 200),
  better('a path that is no URL', at('//'), [500, 404], 'the fault is not ours'),
  better('GET on the path', () => ({ method: 'GET' }), [404, 405], 'a person who tries it is told'),
];

describe("beside Bolt's own receiver", () => {
  for (const { title, sent, bolt, expected, because } of cases) {
    const kept =
      because === undefined ? `the same, ${bolt}` : `${expected}, not ${bolt}: ${because}`;
    test(`${title} gets ${kept}`, async () => {
      const [boltAnswer, ourAnswer] = [await send(boltPort, sent()), await send(ourPort, sent())];
      expect([boltAnswer.status, ourAnswer.status]).toEqual([bolt, expected]);
      if (because === undefined && bolt === 200) expect(ourAnswer.body).toBe(boltAnswer.body);
    });
  }

  test('a body of null is refused, over which Bolt throws where nobody can catch it', async () => {
    expect((await send(ourPort, json('null')())).status).toBe(400);
  });

  test('what a listener acknowledges with arrives alike: text, an object, nothing', async () => {
    for (const name of ['/propose', '/object', '/silent']) {
      const body = commandBody({ command: name });
      const [theirs, mine] = [await send(boltPort, as(body)()), await send(ourPort, as(body)())];
      expect({ status: mine.status, body: mine.body }).toEqual({ status: 200, body: theirs.body });
      expect(mine.contentType?.split(';')[0]).toBe(
        name === '/propose' ? 'text/plain' : theirs.contentType?.split(';')[0],
      );
    }
  });

  test('a second acknowledgement is an error of the listener, and the first counts', async () => {
    const body = commandBody({ text: 'twice' });
    for (const port of [boltPort, ourPort]) {
      lines.length = 0;
      expect(await send(port, as(body)())).toMatchObject({ status: 200, body: '' });
      await expect.poll(() => lines.join('')).toContain('slack_bolt_receiver_ack_multiple_error');
    }
  });

  test('the number and reason of a repeated event reach the listener', async () => {
    const retry = { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' };
    for (const port of [boltPort, ourPort]) {
      contexts.length = 0;
      await send(port, { body: event, headers: { ...json(event)().headers, ...retry } });
      await send(port, json(event)());
      await expect
        .poll(() => contexts)
        .toEqual([
          { retryNum: 2, retryReason: 'http_timeout' },
          { retryNum: undefined, retryReason: undefined },
        ]);
    }
  });

  test('what a smuggled command says is never heard', async () => {
    seen.length = 0;
    const body = `ssl_check=1&${commandBody({ text: 'smuggled' })}`;
    await send(ourPort, { body, headers: { 'content-type': FORM } });
    await send(ourPort, as(body)());
    expect(seen).toEqual([]);
  });
});

test('a refused request is logged with what to check, and never with what it held', async () => {
  lines.length = 0;
  const body = commandBody({ text: 'the baker is tired' });
  await send(ourPort, as(body, { secret: 'another' })());
  await send(ourPort, as(body)());
  expect(lines.join('')).toContain('its signature is not by SLACK_SIGNING_SECRET');
  for (const hidden of ['the baker is tired', SIGNING_SECRET, 'hooks.slack.com/commands', 'v0=']) {
    expect(lines.join('')).not.toContain(hidden);
  }
});
