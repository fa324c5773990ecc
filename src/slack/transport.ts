import type { Receiver } from '@slack/bolt';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Words } from '../words/index.ts';
import type { Fault } from './apology.ts';
import { startHealthServer, type Health, type HttpServer } from './http-server.ts';
import { createHttpReceiver } from './receiver.ts';
import { createSocketReceiver } from './socket.ts';

/** How Slack reaches the bot, whichever way it is: the same listeners, the same answers. */
export type Transport = {
  readonly receiver: Receiver;
  start(): Promise<AddressInfo>;
  stop(): Promise<void>;
  state(): { readonly state: string; readonly ok: boolean };
};

type TransportParts = {
  readonly log: Log;
  readonly words: Words;
  readonly health: Health;
  readonly onFatal: (error: Error) => void;
};

/** Signed HTTP, or Socket Mode where the configuration has an app token. */
export function createTransport(config: Config, parts: TransportParts): Transport {
  const { transport } = config;
  return transport.kind === 'http'
    ? httpTransport(config, transport.signingSecret, parts)
    : socketTransport(config, transport.appToken, parts);
}

function httpTransport(config: Config, signingSecret: string, parts: TransportParts): Transport {
  const { host, port } = config;
  const { log, health } = parts;
  const sentenceFor = sentences(parts.words);
  const receiver = createHttpReceiver({ host, port, log, health, signingSecret, sentenceFor });
  return {
    receiver,
    start: () => receiver.start(),
    stop: () => receiver.stop(),
    state: () => ({ state: 'http', ok: true }),
  };
}

function socketTransport(config: Config, appToken: string, parts: TransportParts): Transport {
  const { host, port, slackApiUrl } = config;
  const { log, health, onFatal } = parts;
  const sentenceFor = sentences(parts.words);
  const receiver = createSocketReceiver({ appToken, slackApiUrl, log, onFatal, sentenceFor });
  let server: HttpServer | undefined;
  return {
    receiver,
    async start() {
      await receiver.start();
      const started = await startHealthServer(health, { host, port, log });
      server = started.server;
      return started.address;
    },
    async stop() {
      await receiver.stop();
      await server?.stop();
    },
    state() {
      const { state } = receiver.connectionState();
      return { state, ok: state === 'connected' };
    },
  };
}

/** What a person is told where no listener answered them. */
function sentences(words: Words): (body: unknown, fault: Fault) => string {
  return (_body, fault) => {
    if (fault === 'late') return words.system.stillWorking().plain;
    if (fault === 'unanswered') return words.system.unknownButton().plain;
    return words.system.notChanged().plain;
  };
}
