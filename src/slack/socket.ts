import { SocketModeReceiver } from '@slack/bolt';
import type { Receiver } from '@slack/bolt';
import type { Reply } from './apology.ts';
import { createBoltLog } from './bolt-log.ts';
import { STOP_WITHIN_MS } from './http-server.ts';
import { createInFlight } from './in-flight.ts';
import { replyTo } from './reply.ts';
import type { Listeners, ReplyOptions, SlackRequest } from './reply.ts';
import { isRequestBody } from './request-body.ts';
import { keepConnected } from './socket-connection.ts';
import type { ConnectionState, SocketClient } from './socket-connection.ts';

export interface SocketReceiverOptions extends ReplyOptions {
  readonly appToken: string;
  /** Ends in a slash. */
  readonly slackApiUrl: string;
  /**
   * Called once when Slack refuses the token after the start, so that no waiting helps: the program
   * must log it and exit, not zero, and leave the rest to its supervisor and its operator.
   */
  readonly onFatal: (error: Error) => void;
  /** The pause after the first failed attempt to reconnect; each next one is twice as long. */
  readonly firstPauseMs?: number;
}

export interface SocketReceiver extends Receiver {
  /** Connects. Rejects with a `StartError` when Slack cannot be had. */
  start(): Promise<void>;
  /** Waits for what is in flight, then until the socket is closed; 8 s at most. */
  stop(): Promise<void>;
  /** How the connection is, and the instant since when. */
  connectionState(): { readonly state: ConnectionState; readonly since: Date };
  inFlight(): number;
}

/**
 * Takes Slack's requests over a Socket Mode connection: the client of Bolt's SocketModeReceiver,
 * with every request answered in the way of our HTTP receiver.
 *
 * It reconnects by itself and not by the client: the client waits 5 s at every refresh that Slack
 * asks for, in which clicks are lost, and where Slack then refuses the token its rejection can be
 * caught by nobody. Here the first attempt is made at once, the later ones after 1, 2, 4 … 30 s.
 */
export function createSocketReceiver(options: SocketReceiverOptions): SocketReceiver {
  const client = createClient(options);
  const inFlight = createInFlight();
  let listeners: Listeners | undefined;
  client.on('slack_event', (envelope: Envelope) => {
    const request = requestOf(envelope);
    if (request === undefined) options.log.warn('an envelope without a payload was left alone');
    if (request === undefined || listeners === undefined) return;
    const app = listeners;
    void inFlight.run(() => replyTo(request, app, senderOf(envelope), options));
  });
  const connection = keepConnected(client, options);
  return {
    init: (app) => {
      listeners = app;
    },
    start: () => connection.open(),
    stop: async () => {
      const endsAt = Date.now() + STOP_WITHIN_MS;
      const left = () => Math.max(0, endsAt - Date.now());
      await inFlight.drained(left() / 2);
      await connection.close(left());
      const drained = await inFlight.drained(left());
      if (!drained)
        options.log.warn({ inFlight: inFlight.count() }, 'stopped with work unfinished');
    },
    connectionState: () => connection.state(),
    inFlight: () => inFlight.count(),
  };
}

const CALL_WITHIN_MS = 5000;

function createClient({ appToken, slackApiUrl, log }: SocketReceiverOptions): SocketClient {
  const { client } = new SocketModeReceiver({
    appToken,
    logger: createBoltLog(log, 'socket'),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        slackApiUrl,
        timeout: CALL_WITHIN_MS,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
      },
    },
  });
  return client;
}

/** What the client makes of one frame. */
interface Envelope {
  readonly body: unknown;
  readonly ack: (payload?: unknown) => Promise<void>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

function requestOf({ body, retry_num, retry_reason }: Envelope): SlackRequest | undefined {
  if (!isRequestBody(body)) return undefined;
  return {
    body,
    ...(retry_num === undefined ? {} : { retryNum: retry_num }),
    ...(retry_reason === undefined ? {} : { retryReason: retry_reason }),
  };
}

/** An envelope has no error status: where HTTP would give one, it stays without acknowledgement. */
function senderOf(envelope: Envelope): (reply: Reply) => Promise<void> {
  return async ({ status, payload }) => {
    if (status === 200) await envelope.ack(payload);
  };
}
