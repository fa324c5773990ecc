import type { Receiver } from '@slack/bolt';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer, healthRoute, writeReply } from './http-server.ts';
import type { Health, HttpServerOptions } from './http-server.ts';
import { replyTo } from './reply.ts';
import type { Listeners, ReplyOptions, SlackRequest } from './reply.ts';
import { isTlsCheck, isUnsignedTlsCheck, parseBody, readBody } from './request-body.ts';
import type { RequestBody } from './request-body.ts';
import { verdictOn } from './signature.ts';

/** The path that every request URL of the app's manifest ends in. */
export const EVENTS_PATH = '/slack/events';

/** Slack's largest payload is a form of 250 kB; percent-encoding at most triples it. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

export interface HttpReceiverOptions extends HttpServerOptions, ReplyOptions {
  readonly signingSecret: string;
  readonly health: Health;
  /** The clock that signatures are held against, in epoch milliseconds. */
  readonly now?: () => number;
}

export interface HttpReceiver extends Receiver {
  start(): Promise<AddressInfo>;
  stop(): Promise<void>;
  /** How many requests are being dealt with, work after the answer included. */
  inFlight(): number;
}

/**
 * Takes Slack's requests over HTTP and gives the genuine ones to Bolt. It differs from Bolt's own
 * receiver on purpose: each body is read within a limit and parsed once, a media type may carry a
 * charset, a time stamp in the future is refused, a body that is no object is refused and not
 * thrown over, and every request is answered as soon as it is known how it went.
 */
export function createHttpReceiver(options: HttpReceiverOptions): HttpReceiver {
  let listeners: Listeners | undefined;
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const arrival = await admit(request, options);
    if ('reply' in arrival) {
      if (arrival.reply.status === 413) response.setHeader('connection', 'close');
      return writeReply(response, arrival.reply);
    }
    // Bolt hands over the app before it starts a receiver.
    if (listeners === undefined) return writeReply(response, { status: 503 });
    await replyTo(
      arrival.request,
      listeners,
      async (reply) => writeReply(response, reply),
      options,
    );
  };
  const server = createHttpServer(
    [{ method: 'POST', path: EVENTS_PATH, handle }, healthRoute(options.health, options.log)],
    options,
  );
  return {
    init: (app) => {
      listeners = app;
    },
    start: () => server.start(),
    stop: () => server.stop(),
    inFlight: () => server.inFlight(),
  };
}

type Arrival =
  | { readonly request: SlackRequest }
  | { readonly reply: { readonly status: number; readonly payload?: unknown } };

/** Reads, checks and parses a request; what needs no listener is answered here. */
async function admit(request: IncomingMessage, options: HttpReceiverOptions): Promise<Arrival> {
  const { log, signingSecret, now = Date.now } = options;
  const contentType = request.headers['content-type'];
  const bytes = await readBody(request, BODY_LIMIT_BYTES);
  if (bytes === 'gone') return { reply: { status: 400 } };
  if (bytes === 'too_large') {
    log.warn({ limitBytes: BODY_LIMIT_BYTES }, 'refused a request: its body is too large');
    return { reply: { status: 413 } };
  }
  const text = bytes.toString();
  const verdict = verdictOn({ headers: request.headers, text, signingSecret, nowMs: now() });
  if (verdict !== 'genuine') {
    if (isUnsignedTlsCheck(text, contentType)) return { reply: { status: 200 } };
    log.warn({ verdict }, `refused a request: ${WHAT_TO_CHECK[verdict]}`);
    return { reply: { status: 401 } };
  }
  const body = parseBody(text, contentType);
  if (body === undefined) {
    log.warn('refused a request: its body is not what its media type says');
    return { reply: { status: 400 } };
  }
  return answerOfItsOwn(body) ?? { request: { body, ...retryOf(request.headers) } };
}

const WHAT_TO_CHECK = {
  unsigned: 'it carries no signature of Slack',
  stale: "its time stamp is over 5 minutes old (is this machine's clock right?)",
  from_the_future: "its time stamp is over 5 minutes ahead (is this machine's clock right?)",
  forged: 'its signature is not by SLACK_SIGNING_SECRET',
} as const;

/** Slack's two questions about the address itself. */
function answerOfItsOwn(body: RequestBody): Arrival | undefined {
  if (isTlsCheck(body)) return { reply: { status: 200 } };
  if (body['type'] !== 'url_verification') return undefined;
  return { reply: { status: 200, payload: { challenge: body['challenge'] } } };
}

function retryOf(headers: IncomingHttpHeaders): Pick<SlackRequest, 'retryNum' | 'retryReason'> {
  const retryNum = Number.parseInt(String(headers['x-slack-retry-num']), 10);
  const retryReason = headers['x-slack-retry-reason'];
  return {
    ...(Number.isNaN(retryNum) ? {} : { retryNum }),
    ...(typeof retryReason === 'string' ? { retryReason } : {}),
  };
}
