import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { people } from '../../src/sandbox/world.ts';

/** As much of Slack as Socket Mode needs, which sends whatever a test hands it. */
export type SocketDesk = {
  /** Its Web API. */
  readonly url: string;
  /** The acks that came, in order. */
  readonly received: readonly { readonly envelope_id: string }[];
  send(envelope: object): void;
  close(): void;
};

const ackSchema = z.object({ envelope_id: z.string() });

/** Opens a desk on a free port of 127.0.0.1. */
export async function openDesk(): Promise<SocketDesk> {
  const received: { readonly envelope_id: string }[] = [];
  const http = createServer((request, response) => {
    const answer = request.url?.endsWith('apps.connections.open')
      ? { ok: true, url: `ws://127.0.0.1:${portOf()}/link?ticket=one` }
      : { ok: true, team_id: 'T111', team: 'Other', user_id: people.otto, user: 'bot' };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) =>
      received.push(ackSchema.parse(JSON.parse(data.toString()))),
    );
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });
  const portOf = () => (http.address() as AddressInfo).port;
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf()}/api/`,
    received,
    send(envelope) {
      for (const socket of sockets.clients) socket.send(JSON.stringify(envelope));
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.closeAllConnections();
      http.close();
    },
  };
}
