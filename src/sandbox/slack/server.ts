import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { isObject } from './json.ts';
import { argumentsOf } from './request-body.ts';
import { answerResponseUrl } from './response-url.ts';
import type { ApiReply, WebApi } from './web-api.ts';
import type { Workspace } from './workspace.ts';

/** A listening server and how to stop it. */
export type Listening = { readonly port: number; close(): Promise<void> };

/** Listens on 127.0.0.1 for Web API calls, response_urls and Socket Mode. */
export async function listen(
  workspace: Workspace,
  api: WebApi,
  port: number,
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
): Promise<Listening> {
  const server = createServer((request, response) => {
    handle(workspace, api, request, response).catch((error: unknown) => {
      // A fault of the pretend Slack itself must not look like one of the bot.
      response.writeHead(500, { 'x-pretend-slack-bug': '1' }).end(String(error));
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (isFromHere(request)) upgrade(request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: portOf(server), close: () => closed(server) };
}

async function handle(
  workspace: Workspace,
  api: WebApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isFromHere(request)) return void response.writeHead(403).end('wrong host');
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, area = '', ...rest] = url.pathname.split('/');
  const args = await argumentsOf(request, url.search);
  if (area === 'api') {
    const authorization = request.headers.authorization ?? '';
    return write(response, await api(rest.join('/'), args, authorization));
  }
  if (['commands', 'actions', 'app'].includes(area)) {
    const { status, body } = answerResponseUrl(workspace, rest[1] ?? '', args);
    const isFine = status === 200;
    const type = isFine ? 'text/html' : 'application/json';
    response.writeHead(status, { 'content-type': type });
    return void response.end(isFine ? 'ok' : JSON.stringify(body));
  }
  response.writeHead(404).end('not found');
}

function write(response: ServerResponse, reply: ApiReply): void {
  if (reply.kind === 'hang') return;
  if (reply.kind === 'drop') return void response.destroy();
  const retry = reply.retryAfterSeconds;
  response.writeHead(reply.status, {
    'content-type': 'application/json; charset=utf-8',
    ...(retry === undefined ? {} : { 'retry-after': String(retry) }),
  });
  response.end(JSON.stringify(reply.body));
}

/** A page of another site cannot talk to this server by a name that it has made up. */
function isFromHere(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return host === '127.0.0.1' || host === 'localhost';
}

function portOf(server: Server): number {
  const address: unknown = server.address();
  return isObject(address) && typeof address['port'] === 'number' ? address['port'] : 0;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
