import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type JsonObject, isObject, parseJson, textAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import { type Caller, startBoth } from './bot.ts';
import { WORLD } from './world.ts';

let slack: PretendSlack;
let call: Caller;
let close: () => Promise<void>;
beforeEach(async () => {
  const both = await startBoth({ rateLimits: false, deliverTo: 'socket', ackTimeoutMs: 600 });
  ({ slack, call, close } = both);
});
afterEach(() => close());

/** A client of Socket Mode that writes every frame down, and acks those it is told to. */
type Client = {
  readonly frames: JsonObject[];
  readonly socket: WebSocket;
  ack: ((frame: JsonObject) => JsonObject | undefined) | undefined;
  isClosed: boolean;
};

async function ticket(): Promise<string> {
  return textAt(await call('apps.connections.open', {}, WORLD.app.appToken), 'url');
}

async function connect(): Promise<Client> {
  const socket = new WebSocket(await ticket());
  const client: Client = { frames: [], socket, ack: () => ({}), isClosed: false };
  socket.on('message', (data: Buffer) => {
    const frame = parseJson(data.toString('utf8'));
    if (!isObject(frame)) return;
    client.frames.push(frame);
    const payload = client.ack?.(frame);
    const { envelope_id } = frame;
    if (envelope_id === undefined || payload === undefined) return;
    const isEmpty = Object.keys(payload).length === 0;
    socket.send(JSON.stringify(isEmpty ? { envelope_id } : { envelope_id, payload }));
  });
  socket.on('error', () => undefined);
  socket.on('close', () => (client.isClosed = true));
  await slack.until(() => client.frames.length > 0 || client.isClosed);
  return client;
}

describe('a connection', () => {
  it('is greeted, and needs a ticket that nobody has used', async () => {
    const url = await ticket();
    const first = new WebSocket(url);
    await new Promise((resolve) => first.once('open', resolve));
    const second = new WebSocket(url);
    const error = await new Promise<Error>((resolve) => second.once('error', resolve));
    expect(error.message).toContain('401');
    const client = await connect();
    expect(client.frames[0]).toMatchObject({
      type: 'hello',
      num_connections: 2,
      connection_info: { app_id: 'A_APP' },
    });
  });

  it('is one of ten at most', async () => {
    for (let each = 0; each < 10; each += 1) await connect();
    const eleventh = await connect();
    expect(eleventh.frames).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
    expect(slack.socket.connections()).toBe(10);
  });

  it('answers the pings of the client', async () => {
    const { socket } = await connect();
    const pong = new Promise((resolve) => socket.once('pong', () => resolve('pong')));
    socket.ping();
    expect(await pong).toBe('pong');
  });

  it('is asked to come again, and gets nothing more', async () => {
    const old = await connect();
    slack.socket.refresh();
    await slack.until(() => old.frames.length === 2);
    expect(old.frames[1]).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    const fresh = await connect();
    expect((await slack.command('U_ANA', 'C_CIRCLE', '/propose')).kind).toBe('acked');
    expect(fresh.frames).toHaveLength(2);
    expect(old.frames).toHaveLength(2);
  });

  it('can be cut without a word', async () => {
    const client = await connect();
    slack.socket.cut();
    await slack.until(() => client.isClosed);
    const answer = await slack.command('U_ANA', 'C_CIRCLE', '/propose');
    expect(answer).toMatchObject({ kind: 'dispatch_failed', status: 0 });
  });
});

describe('an envelope', () => {
  it('bears its type, and says whether it may be answered', async () => {
    const client = await connect();
    client.ack = (frame) => (frame['type'] === 'slash_commands' ? { text: 'Only you' } : {});
    const answer = await slack.command('U_ANA', 'C_CIRCLE', '/propose');
    expect(answer).toMatchObject({ kind: 'acked', text: 'Only you' });
    await slack.shortcut('U_ANA', 'propose_global');
    await slack.openHome('U_ANA');
    const shapes = client.frames.slice(1).map(({ payload: _payload, ...rest }) => rest);
    const envelope_id = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(shapes).toEqual([
      { envelope_id, type: 'slash_commands', accepts_response_payload: true },
      { envelope_id, type: 'interactive', accepts_response_payload: false },
      {
        envelope_id,
        type: 'events_api',
        accepts_response_payload: false,
        retry_attempt: 0,
        retry_reason: '',
      },
    ]);
  });

  it('goes to one of two connections, not to both', async () => {
    const clients = [await connect(), await connect()];
    for (let each = 0; each < 4; each += 1) await slack.command('U_ANA', 'C_CIRCLE', '/propose');
    expect(clients.map((client) => client.frames.length - 1)).toEqual([2, 2]);
  });

  it('of an event comes again where it was not acked; of a command never', async () => {
    const client = await connect();
    client.ack = (frame) => (frame['retry_attempt'] === 2 ? {} : undefined);
    await slack.openHome('U_ANA');
    await slack.until(() => client.frames.length === 4);
    const attempts = client.frames.slice(1).map((frame) => frame['retry_attempt']);
    expect(attempts).toEqual([0, 1, 2]);
    expect(client.frames[2]).toMatchObject({ retry_reason: 'timeout' });
    expect((await slack.command('U_ANA', 'C_CIRCLE', '/propose')).kind).toBe('operation_timeout');
    expect(client.frames).toHaveLength(5);
  });
});
