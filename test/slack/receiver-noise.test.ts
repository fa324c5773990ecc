import { App } from '@slack/bolt';
import * as fc from 'fast-check';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createBoltLog } from '../../src/slack/bolt-log.ts';
import { createHttpReceiver } from '../../src/slack/receiver.ts';
import { commandBody, FORM, JSON_TYPE, send, signed } from '../support/slack-request.ts';
import { SIGNING_SECRET } from '../support/slack-request.ts';

const log = createLog({ level: 'silent' });
const receiver = createHttpReceiver({
  signingSecret: SIGNING_SECRET,
  host: '127.0.0.1',
  port: 0,
  log,
  health: () => Promise.resolve({ ok: true, body: { ok: true } }),
  sentenceFor: () => 'Something went wrong here.',
});
let port = 0;

beforeAll(async () => {
  const authorize = () => Promise.resolve({ botToken: 'xoxb-t', botId: 'B1', botUserId: 'U9' });
  const app = new App({ receiver, authorize, convoStore: false, logger: createBoltLog(log) });
  app.command('/propose', ({ ack }) => ack('heard'));
  port = (await receiver.start()).port;
});

afterAll(() => receiver.stop());

async function stillHears(): Promise<string> {
  const body = commandBody();
  return (await send(port, { body, headers: signed(body) })).body;
}

describe('no bytes bring it down', () => {
  const type = fc.constantFrom(FORM, JSON_TYPE, `${FORM}; charset=utf-8`, 'text/plain', '');
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array)),
    fc.json().map((text) => Buffer.from(text)),
    fc.json().map((text) => Buffer.from(`payload=${encodeURIComponent(text)}`)),
    fc.webQueryParameters().map((text) => Buffer.from(text)),
  );

  test('any signed body gets an answer', async () => {
    const answers = new Set([200, 400, 401, 404, 500]);
    await fc.assert(
      fc.asyncProperty(bytes, type, fc.boolean(), async (body, mediaType, genuine) => {
        const how = { type: mediaType, ...(genuine ? {} : { secret: 'another' }) };
        const { status } = await send(port, { body, headers: signed(body, how) });
        return genuine ? answers.has(status) : status === 401 || status === 200;
      }),
      { numRuns: 300 },
    );
    expect(await stillHears()).toBe('heard');
  });

  test('nor does anything else that is sent to the port', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (noise) => {
        await new Promise<void>((resolve) => {
          const socket = createConnection(port, '127.0.0.1', () => socket.end(noise));
          socket.on('close', () => resolve()).on('error', () => resolve());
          socket.resume();
        });
      }),
      { numRuns: 60 },
    );
    expect(await stillHears()).toBe('heard');
  });

  test('a sender that goes away in the middle of a body leaves nothing behind', async () => {
    const socket = createConnection(port, '127.0.0.1');
    socket.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
    await expect.poll(() => receiver.inFlight()).toBe(1);
    socket.destroy();
    await expect.poll(() => receiver.inFlight()).toBe(0);
  });
});
