import { App } from '@slack/bolt';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { createLog } from '../../src/log.ts';
import { createBoltLog } from '../../src/slack/bolt-log.ts';
import { createSocketReceiver } from '../../src/slack/socket.ts';
import type { SocketReceiver } from '../../src/slack/socket.ts';
import { click, submission } from '../support/slack-request.ts';

const lines: string[] = [];
const log = createLog({ level: 'debug', write: (line) => lines.push(line) });
const APP_TOKEN = 'xapp-1-A1-222-abcdef';

afterEach(() => {
  lines.length = 0;
});

type DeskAnswer = (url: string) => {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
};

const takesOn: DeskAnswer = (url) => ({ body: { ok: true, url } });

/** The part of Slack that hands out connections: `answers` first, then as many as are asked for. */
class ConnectionDesk {
  readonly sockets: WebSocket[] = [];
  readonly received: unknown[] = [];
  attempts = 0;
  answers: ((url: string) => { status?: number; headers?: Record<string, string>; body: object })[];
  private readonly http: Server;
  private readonly ws: WebSocketServer;

  constructor(answers: DeskAnswer[] = []) {
    this.answers = answers;
    this.http = createServer((_request, response) => {
      const url = `ws://127.0.0.1:${this.port()}/link?ticket=t1ck3t`;
      const next = this.answers[this.attempts] ?? takesOn;
      this.attempts += 1;
      const { status = 200, headers = {}, body } = next(url);
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    });
    this.ws = new WebSocketServer({ server: this.http });
    this.ws.on('connection', (socket) => {
      this.sockets.push(socket);
      socket.on('message', (data: Buffer) => this.received.push(JSON.parse(data.toString())));
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    });
  }

  port(): number {
    const address = this.http.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      for (const socket of this.sockets) socket.terminate();
      this.ws.close();
      this.http.closeAllConnections();
      this.http.close();
    });
    return this;
  }

  send(envelope: object): void {
    this.sockets.at(-1)?.send(JSON.stringify(envelope));
  }
}

interface Running {
  readonly receiver: SocketReceiver;
  readonly app: App;
  readonly fatal: Error[];
}

async function connect(desk: ConnectionDesk): Promise<Running> {
  const fatal: Error[] = [];
  const receiver = createSocketReceiver({
    appToken: APP_TOKEN,
    slackApiUrl: `http://127.0.0.1:${desk.port()}/api/`,
    log,
    sentenceFor: (_body, fault) => `Sorry: ${fault}.`,
    replyWithinMs: 1000,
    firstPauseMs: 10,
    onFatal: (error) => fatal.push(error),
  });
  const authorize = () => Promise.resolve({ botToken: 'xoxb-t', botId: 'B1', botUserId: 'U9' });
  const app = new App({ receiver, authorize, convoStore: false, logger: createBoltLog(log) });
  onTestFinished(() => receiver.stop());
  return { receiver, app, fatal };
}

const refusal = (error: string) => () => ({ body: { ok: false, error } });
const command = (text: string) => ({
  type: 'slash_commands',
  envelope_id: `e-${text}`,
  accepts_response_payload: true,
  payload: { command: '/propose', text, team_id: 'T1', user_id: 'U1', channel_id: 'C1' },
});

describe('starting', () => {
  test('says hello, and the state tells it', async () => {
    const desk = await new ConnectionDesk().open();
    const { receiver } = await connect(desk);
    expect(receiver.connectionState().state).toBe('starting');
    await receiver.start();
    expect(receiver.connectionState()).toEqual({ state: 'connected', since: expect.any(Date) });
  });

  test('with a token that Slack refuses, one sentence says where to get another', async () => {
    const desk = await new ConnectionDesk([refusal('invalid_auth')]).open();
    const { receiver } = await connect(desk);
    await expect(receiver.start()).rejects.toThrow(
      /^Slack refused SLACK_APP_TOKEN \(invalid_auth\): make one at .*connections:write\.$/,
    );
    expect(lines.join('')).not.toContain(APP_TOKEN);
  });

  test('while Slack is out of order, one sentence says that it cannot be reached', async () => {
    const desk = await new ConnectionDesk([() => ({ status: 503, body: {} })]).open();
    const { receiver } = await connect(desk);
    await expect(receiver.start()).rejects.toThrow(/^Slack could not be reached by Socket Mode/);
  });
});

describe('requests', () => {
  test('reach the listeners, and their acknowledgement goes back in its envelope', async () => {
    const desk = await new ConnectionDesk().open();
    const { receiver, app } = await connect(desk);
    app.command('/propose', ({ ack, command }) => ack(`you: ${command.text}`));
    await receiver.start();
    desk.send(command('bread'));
    await expect
      .poll(() => desk.received)
      .toEqual([{ envelope_id: 'e-bread', payload: { text: 'you: bread' } }]);
    await expect.poll(() => receiver.inFlight()).toBe(0);
  });

  test('that fail or are not known get a sentence, where there is a place for one', async () => {
    const desk = await new ConnectionDesk().open();
    const { receiver, app } = await connect(desk);
    app.command('/propose', () => Promise.reject(new Error('broken')));
    await receiver.start();
    const field = { type: 'input', block_id: 'title' };
    desk.send({ type: 'interactive', envelope_id: 'e-click', payload: click() });
    desk.send({ type: 'interactive', envelope_id: 'e-form', payload: submission([field]) });
    desk.send(command('bread'));
    const whisper = { response_type: 'ephemeral', replace_original: false };
    const errors = { title: 'Sorry: unanswered.' };
    await expect
      .poll(() => desk.received)
      .toEqual([
        { envelope_id: 'e-form', payload: { response_action: 'errors', errors } },
        { envelope_id: 'e-bread', payload: { ...whisper, text: 'Sorry: failed.' } },
      ]);
  });

  test('that make no sense bring nothing down', async () => {
    const desk = await new ConnectionDesk().open();
    const { receiver, app } = await connect(desk);
    app.command('/propose', ({ ack }) => ack('still here'));
    await receiver.start();
    desk.send({ type: 'interactive', envelope_id: 'e1' });
    desk.send({ type: 'interactive', envelope_id: 'e2', payload: 'text' });
    desk.send({ type: 'of the future', envelope_id: 'e3', payload: { type: [] } });
    desk.sockets.at(-1)?.send('no JSON');
    desk.send(command('bread'));
    await expect.poll(() => JSON.stringify(desk.received)).toContain('still here');
  });
});

describe('a connection that is lost', () => {
  test('as Slack asks every few hours, is made anew at once, and requests flow again', async () => {
    const desk = await new ConnectionDesk().open();
    const { receiver, app } = await connect(desk);
    app.command('/propose', ({ ack }) => ack('heard'));
    await receiver.start();
    for (const connections of [2, 3]) {
      desk.send({ type: 'disconnect', reason: 'refresh_requested' });
      await expect.poll(() => desk.sockets.length).toBe(connections);
      await expect.poll(() => receiver.connectionState().state).toBe('connected');
    }
    desk.send(command('bread'));
    await expect.poll(() => desk.received).toHaveLength(1);
    expect(desk.attempts).toBe(3);
  });

  test('is tried again while Slack is out of order, and the state tells it', async () => {
    const desk = await new ConnectionDesk().open();
    const { receiver, fatal } = await connect(desk);
    await receiver.start();
    const busy = () => ({ status: 429, headers: { 'retry-after': '0' }, body: { ok: false } });
    const down = () => ({ status: 500, body: {} });
    desk.answers = [takesOn, down, busy, down];
    desk.sockets[0]?.terminate();
    await expect.poll(() => receiver.connectionState().state).toBe('reconnecting');
    await expect
      .poll(() => receiver.connectionState().state, { timeout: 10_000 })
      .toBe('connected');
    expect([desk.attempts, fatal]).toEqual([5, []]);
  });

  test('with a token that Slack took back: it is told once, and the state is refused', async () => {
    const desk = await new ConnectionDesk().open();
    const { receiver, fatal } = await connect(desk);
    await receiver.start();
    desk.answers = [refusal('none'), refusal('token_revoked')];
    desk.sockets[0]?.terminate();
    await expect
      .poll(() => fatal.map(({ message }) => message))
      .toEqual([expect.stringMatching(/^Slack refused SLACK_APP_TOKEN \(token_revoked\)/)]);
    expect(receiver.connectionState().state).toBe('refused');
    expect(desk.attempts).toBe(2);
  });
});

describe('stopping', () => {
  test('waits for what is in flight, then until the socket is closed', async () => {
    const desk = await new ConnectionDesk().open();
    const { receiver, app } = await connect(desk);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    app.command('/propose', async ({ ack }) => {
      await held;
      await ack('at last');
    });
    await receiver.start();
    desk.send(command('bread'));
    await expect.poll(() => receiver.inFlight()).toBe(1);
    const stop = receiver.stop();
    expect(desk.sockets[0]?.readyState).toBe(1);
    letGo();
    await stop;
    expect(JSON.stringify(desk.received)).toContain('at last');
    await expect.poll(() => desk.sockets[0]?.readyState).toBe(3);
    expect(receiver.connectionState().state).toBe('stopped');
  });

  test('ends an attempt to reconnect, and makes no other', async () => {
    const desk = await new ConnectionDesk().open();
    const { receiver } = await connect(desk);
    await receiver.start();
    const down: DeskAnswer = () => ({ status: 500, body: {} });
    desk.answers = Array.from({ length: 1000 }, () => down);
    desk.sockets[0]?.terminate();
    await expect.poll(() => lines.join('')).toContain('Slack could not be reached');
    await receiver.stop();
    const { attempts } = desk;
    await receiver.stop();
    expect([receiver.connectionState().state, desk.attempts]).toEqual(['stopped', attempts]);
  });

  test('before it was ever started is no fault', async () => {
    const { receiver } = await connect(await new ConnectionDesk().open());
    await receiver.stop();
    expect(receiver.connectionState().state).toBe('stopped');
  });
});
