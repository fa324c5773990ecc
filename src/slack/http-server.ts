import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log.ts';
import { StartError } from '../start-error.ts';
import type { Reply } from './apology.ts';
import { createInFlight } from './in-flight.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export interface HttpServerOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly log: Log;
  /** How long a stop waits for what is in flight. */
  readonly stopWithinMs?: number;
}

export interface HttpServer {
  /** Listens. Rejects with a `StartError` when the address cannot be had. */
  start(): Promise<AddressInfo>;
  /** Takes no more connections, waits up to 8 s for what is in flight, then closes all. */
  stop(): Promise<void>;
  /** How many requests are being dealt with, work after the answer included. */
  inFlight(): number;
}

/** What the program says of its own health, and whether it is good. */
export type Health = () => Promise<{ readonly ok: boolean; readonly body: object }>;

export const STOP_WITHIN_MS = 8000;
const HEALTH_WITHIN_MS = 5000;
const HEADERS_WITHIN_MS = 5000;
const REQUEST_WITHIN_MS = 10_000;

/** A plain HTTP server: exact paths, 404 and 405 for all others, an answer to every request. */
export function createHttpServer(routes: readonly Route[], options: HttpServerOptions): HttpServer {
  const { log, stopWithinMs = STOP_WITHIN_MS } = options;
  const inFlight = createInFlight();
  let stopping = false;

  const server = createServer((request, response) => {
    if (stopping) response.setHeader('connection', 'close');
    void inFlight.run(() => answer(routes, request, response, log));
  });
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = REQUEST_WITHIN_MS;

  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error) => reject(listenError(error, options)));
        server.listen({ host: options.host, port: options.port }, () => {
          const address = server.address();
          if (address !== null && typeof address === 'object') resolve(address);
        });
      }),
    stop: async () => {
      stopping = true;
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeIdleConnections();
      const drained = await inFlight.drained(stopWithinMs);
      if (!drained) log.warn({ inFlight: inFlight.count() }, 'stopped with work unfinished');
      server.closeAllConnections();
      await closed;
    },
    inFlight: () => inFlight.count(),
  };
}

/**
 * `GET /healthz`: 200 when all is well, 503 with the reasons when it is not, when the question
 * itself fails, or when it is not answered within 5 s.
 */
export function healthRoute(health: Health, log: Log, withinMs = HEALTH_WITHIN_MS): Route {
  const handle = async (_request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('cache-control', 'no-store');
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), withinMs);
    });
    try {
      const { ok, body } = await Promise.race([health(), tooLong]);
      writeReply(response, { status: ok ? 200 : 503, payload: body });
    } catch (err) {
      log.error({ err }, 'the health of the program could not be found out');
      writeReply(response, { status: 503, payload: { ok: false } });
    } finally {
      clearTimeout(timer);
    }
  };
  return { method: 'GET', path: '/healthz', handle };
}

/** Serves `/healthz` alone, for a program that Slack reaches by Socket Mode. */
export async function startHealthServer(
  health: Health,
  options: HttpServerOptions,
): Promise<{ readonly server: HttpServer; readonly address: AddressInfo }> {
  const server = createHttpServer([healthRoute(health, options.log)], options);
  return { server, address: await server.start() };
}

/** Writes a whole answer: nothing, plain text, or JSON. */
export function writeReply(response: ServerResponse, { status, payload }: Reply): void {
  if (payload === undefined || payload === null || payload === '') {
    response.writeHead(status, { 'content-length': 0 }).end();
    return;
  }
  const isText = typeof payload === 'string';
  const text = isText ? payload : JSON.stringify(payload);
  response.writeHead(status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  try {
    await dispatch(routes, request, response);
  } catch (err) {
    log.error({ err }, 'a request could not be dealt with');
    if (response.headersSent) response.destroy();
    else writeReply(response, { status: 500 });
  }
  await sent(response);
}

async function dispatch(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path] = (request.url ?? '').split('?', 1);
  const here = routes.filter((route) => route.path === path);
  // Node leaves the body out of the answer to HEAD by itself.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = here.find((each) => each.method === method);
  if (route !== undefined) return route.handle(request, response);
  if (here.length === 0) return writeReply(response, { status: 404 });
  response.setHeader('allow', here.map((each) => each.method).join(', '));
  writeReply(response, { status: 405 });
}

/** Waits until the answer has left the program, or its reader has gone. */
function sent(response: ServerResponse): Promise<void> {
  if (response.writableFinished || response.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    response.once('finish', resolve);
    response.once('close', resolve);
  });
}

function listenError(error: Error, { host, port }: HttpServerOptions): StartError {
  const code = 'code' in error ? String(error.code) : error.message;
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use by another program: stop that one, or set PORT to another.`,
    EACCES: `Port ${port} may not be opened by this user: set PORT to one above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: set HOST to another, or leave it out.`,
    ENOTFOUND: `The name ${host} is not known: set HOST to an address of this machine.`,
  };
  const sentence = sentences[code] ?? `Cannot listen on ${host}, port ${port} (${code}).`;
  return new StartError(sentence, { cause: error });
}
