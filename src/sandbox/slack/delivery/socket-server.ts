import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type JsonObject, isObject, objectAt, parseJson, textAt } from '../json.ts';
import type { Workspace } from '../workspace.ts';
import type { Attempt, Courier, Delivery, Receipt } from './courier.ts';

/** Knobs and readings of Socket Mode. */
export type SocketKnobs = {
  connections(): number;
  /** Asks every connection to come again, as Slack does every few hours. */
  refresh(): void;
  /** Breaks every connection without a word. */
  cut(): void;
};

/** The server side of Socket Mode. */
export type SocketServer = SocketKnobs & {
  readonly courier: Courier;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
};

/** The most connections that an app may hold at once. */
const MOST_CONNECTIONS = 10;
/** How often Slack pings; the client gives a connection up after thirty seconds without. */
const PING_EVERY_MS = 10_000;

type Waiting = Map<string, (receipt: Receipt) => void>;

/** Opens Socket Mode: nothing is connected yet. */
export function openSocketServer(workspace: Workspace): SocketServer {
  const server = new WebSocketServer({ noServer: true });
  const live: WebSocket[] = [];
  const waiting: Waiting = new Map();
  let turn = 0;
  const note = (what: string): void =>
    workspace.journal.write({ kind: 'socket', what, connections: live.length });
  const next = (): WebSocket | undefined => {
    turn += 1;
    return live[turn % live.length];
  };
  return {
    courier: { transport: 'socket', send: (...told) => send(workspace, waiting, next(), ...told) },
    connections: () => live.length,
    upgrade(request, socket, head) {
      if (takeTicket(workspace, request)) {
        server.handleUpgrade(request, socket, head, (connection) => {
          welcome(workspace, connection, { live, waiting, note });
        });
      } else socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
    },
    refresh() {
      for (const connection of live.splice(0)) {
        connection.send(JSON.stringify(disconnectFrame('refresh_requested')));
      }
      note('refresh');
    },
    cut() {
      for (const connection of live.splice(0)) connection.terminate();
      note('cut');
    },
    close() {
      for (const connection of server.clients) connection.terminate();
      server.close();
    },
  };
}

type Room = {
  readonly live: WebSocket[];
  readonly waiting: Waiting;
  readonly note: (what: string) => void;
};

function welcome(workspace: Workspace, connection: WebSocket, room: Room): void {
  const { live, waiting, note } = room;
  if (live.length >= MOST_CONNECTIONS) {
    connection.send(JSON.stringify(disconnectFrame('too_many_websockets')));
    return connection.close();
  }
  live.push(connection);
  const pings = setInterval(() => connection.ping(), PING_EVERY_MS);
  pings.unref();
  connection.on('message', (data: RawData) => settle(waiting, data));
  connection.on('error', () => connection.terminate());
  connection.on('close', () => {
    clearInterval(pings);
    const place = live.indexOf(connection);
    if (place >= 0) live.splice(place, 1);
    note('closed');
  });
  connection.send(
    JSON.stringify({
      type: 'hello',
      num_connections: live.length,
      debug_info: { host: 'pretend-slack', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: workspace.state.app.id },
    }),
  );
  note('connected');
}

/** A ticket opens one connection; a second use, or none, is turned away. */
function takeTicket(workspace: Workspace, request: IncomingMessage): boolean {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const ticket = url.searchParams.get('ticket') ?? '';
  const { tickets } = workspace.state;
  if (url.pathname !== '/link/' || tickets.get(ticket) !== 'fresh') return false;
  tickets.set(ticket, 'used');
  return true;
}

function send(
  workspace: Workspace,
  waiting: Waiting,
  connection: WebSocket | undefined,
  delivery: Delivery,
  attempt: Attempt,
): Promise<Receipt> {
  if (connection === undefined) return Promise.resolve({ outcome: 'unreachable' });
  const id = crypto.randomUUID();
  const acked = new Promise<Receipt>((resolve) => {
    const late = setTimeout(() => {
      waiting.delete(id);
      resolve({ outcome: 'timeout' });
    }, workspace.ackTimeoutMs);
    late.unref();
    waiting.set(id, (receipt) => {
      clearTimeout(late);
      waiting.delete(id);
      resolve(receipt);
    });
  });
  connection.send(JSON.stringify(envelope(id, delivery, attempt)));
  return acked;
}

function envelope(id: string, { kind, payload }: Delivery, attempt: Attempt): JsonObject {
  const base = { envelope_id: id, payload, type: kind };
  if (kind === 'events_api') {
    const { number, reason } = attempt;
    const retry = { retry_attempt: number, retry_reason: reason };
    return { ...base, accepts_response_payload: false, ...retry };
  }
  const isForm = payload['type'] === 'view_submission' || payload['type'] === 'block_suggestion';
  return { ...base, accepts_response_payload: kind === 'slash_commands' || isForm };
}

function settle(waiting: Waiting, data: RawData): void {
  const text = Buffer.isBuffer(data) ? data.toString('utf8') : '';
  const frame = parseJson(text);
  if (!isObject(frame)) return;
  const body = objectAt(frame, 'payload') ?? textBody(textAt(frame, 'payload'));
  waiting.get(textAt(frame, 'envelope_id'))?.({ outcome: 'acked', body });
}

function textBody(text: string): JsonObject {
  return text === '' ? {} : { text };
}

function disconnectFrame(reason: string): JsonObject {
  return { type: 'disconnect', reason, debug_info: { host: 'pretend-slack' } };
}
