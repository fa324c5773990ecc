import type { SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.ts';
import { StartError } from '../start-error.ts';
import { createReconnectPace } from './reconnect-pace.ts';

export type SocketClient = SocketModeReceiver['client'];

/** `refused` is final: Slack will not have the token any more. */
export type ConnectionState = 'starting' | 'connected' | 'reconnecting' | 'refused' | 'stopped';

export interface ConnectionOptions {
  readonly log: Log;
  readonly onFatal: (error: Error) => void;
  readonly firstPauseMs?: number;
}

export interface SocketConnection {
  /** Connects. Rejects with a `StartError` when Slack cannot be had. */
  open(): Promise<void>;
  /** Resolves when the socket is closed, by force when Slack does not close it in that time. */
  close(withinMs: number): Promise<void>;
  /** How the connection is, and the instant since when. */
  state(): { readonly state: ConnectionState; readonly since: Date };
}

const CONNECT_WITHIN_MS = 15_000;

/**
 * Keeps a client connected that does not reconnect by itself: at once when the connection is lost,
 * then after 1, 2, 4 … 30 s, or as long as Slack says. It gives up, aloud, when Slack refuses the
 * token.
 */
export function keepConnected(client: SocketClient, options: ConnectionOptions): SocketConnection {
  const { log, onFatal, firstPauseMs } = options;
  const stopped = new AbortController();
  const { now, become } = createStatus(log);
  const pace = createReconnectPace(firstPauseMs);
  let attempt: Promise<void> = Promise.resolve();
  const connectNow = () => (attempt = connect(client, stopped.signal));
  const failed = (error: Error) => {
    if (stopped.signal.aborted) return;
    if (isRefusal(error)) {
      become('refused');
      return onFatal(inOneSentence(error));
    }
    pace.failed(error);
    log.warn({ err: error }, 'Slack could not be reached');
  };
  const reconnect = onlyOnce(async () => {
    while (now().state === 'reconnecting') {
      await pauseFor(pace.pauseMs(), stopped.signal);
      if (!stopped.signal.aborted) await connectNow().catch(failed);
    }
  });
  watch(client, { now, become }, (connectedAt) => {
    pace.lost(Date.now() - connectedAt.getTime());
    reconnect();
  });
  return {
    state: now,
    open: () =>
      connectNow().catch((error: Error) => {
        throw inOneSentence(error);
      }),
    close: async (withinMs) => {
      become('stopped');
      stopped.abort();
      await closeSocket(client, withinMs);
      await settled(attempt, withinMs);
    },
  };
}

type Status = ReturnType<typeof createStatus>;

function createStatus(log: Log) {
  let status: { state: ConnectionState; since: Date } = { state: 'starting', since: new Date() };
  return {
    now: () => status,
    become: (state: ConnectionState) => {
      // A connection that comes up during a stop changes nothing: it is closed at once.
      if (status.state === 'stopped') return;
      status = { state, since: new Date() };
      log.info({ state }, 'the connection to Slack changed');
    },
  };
}

/** The state changes in the event itself: a connection may be lost before its promise is seen. */
function watch(client: SocketClient, status: Status, onLost: (connectedAt: Date) => void): void {
  client.on('connected', () => status.become('connected'));
  client.on('disconnected', () => {
    const { state, since } = status.now();
    if (state !== 'connected') return;
    status.become('reconnecting');
    onLost(since);
  });
}

async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  // A stop cuts the pause short, which is no fault.
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

/** Runs work that never rejects, and lets no second run of it begin before the first has ended. */
function onlyOnce(work: () => Promise<void>): () => void {
  let running = false;
  return () => {
    if (running) return;
    running = true;
    void work().finally(() => {
      running = false;
    });
  };
}

/** One attempt, until Slack says hello. Rejects with an Error, whatever the client rejects with. */
async function connect(client: SocketClient, stopped: AbortSignal): Promise<void> {
  const timer = setTimeout(() => void client.disconnect(), CONNECT_WITHIN_MS);
  try {
    await client.start();
  } catch (thrown) {
    throw asError(thrown);
  } finally {
    clearTimeout(timer);
  }
  // A stop in the middle of an attempt cannot call it off, so its connection is closed after it.
  if (stopped.aborted) await client.disconnect();
}

async function closeSocket(client: SocketClient, withinMs: number): Promise<void> {
  const closed = client.disconnect();
  if (await settled(closed, withinMs)) return;
  // Told a second time, the client no longer waits for Slack's half of the farewell.
  await client.disconnect();
}

/** Whether a promise came to its end, good or bad, within a time. */
function settled(promise: Promise<unknown>, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), withinMs);
    const settle = () => {
      clearTimeout(timer);
      resolve(true);
    };
    promise.then(settle, settle);
  });
}

/** Slack's errors that no waiting mends. */
const REFUSALS: ReadonlySet<string> = new Set([
  'not_authed',
  'missing_scope',
  'invalid_auth',
  'not_allowed_token_type',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'user_removed_from_team',
  'team_disabled',
]);

function isRefusal(error: Error): error is WebAPIPlatformError {
  return error instanceof WebAPIPlatformError && REFUSALS.has(error.data.error);
}

/** The client rejects with nothing at all where a connection is lost before it was made. */
function asError(thrown: unknown): Error {
  return thrown instanceof Error
    ? thrown
    : new Error('The connection was closed before its hello.');
}

function inOneSentence(error: Error): StartError {
  const sentence = isRefusal(error)
    ? `Slack refused SLACK_APP_TOKEN (${error.data.error}): make one at api.slack.com/apps → ` +
      'your app → Basic Information → App-Level Tokens, with the scope connections:write.'
    : `Slack could not be reached by Socket Mode: ${error.message}`;
  return new StartError(sentence, { cause: error });
}
