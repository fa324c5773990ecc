import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { openStore } from '../db/open.ts';
import type { Config } from './config.ts';
import type { Instant } from './core/calendar.ts';
import { healthOf } from './health.ts';
import type { Log } from './log.ts';
import { createOutbox, type Outbox } from './shell/outbox.ts';
import { Performer } from './shell/perform.ts';
import type { Store } from './shell/store.ts';
import { createTimers, type Timers } from './shell/timers.ts';
import { createSlackApp } from './slack/app.ts';
import { createConversations } from './slack/conversations.ts';
import { createDeliver } from './slack/deliver.ts';
import { createGateway, type Gateway } from './slack/gateway.ts';
import { identify, type Identity } from './slack/identity.ts';
import { showHome as redrawHome } from './slack/home.ts';
import { nouns } from './slack/nouns.ts';
import { createPeople } from './slack/people.ts';
import { createSender } from './slack/sender.ts';
import type { Services } from './slack/services.ts';
import { createTransport, type Transport } from './slack/transport.ts';
import { StartError } from './start-error.ts';
import { wordsFor } from './words/index.ts';

/** Milliseconds that a stop waits for requests, and then for notices being sent. */
const STOP_WITHIN_MS = 9_000;
/** What is left for notices being sent, however long the requests took. */
const STOP_LEAST_MS = 500;

/** The running program, for whoever started it. */
export type Program = {
  readonly identity: Identity;
  /** Where it listens: Slack's requests and /healthz, or /healthz alone in Socket Mode. */
  readonly address: AddressInfo;
  readonly store: Store;
  readonly performer: Performer;
  /** Does at once what the clock makes due, and sends what that brings. */
  catchUp(): Promise<void>;
  /** Sends all that is due now. */
  drain(): Promise<void>;
  /** Takes no more requests, finishes what is under way, closes the database. */
  stop(): Promise<void>;
};

export type ProgramOptions = {
  readonly config: Config;
  readonly log: Log;
  /** The clock; the machine's own where left out. */
  readonly now?: () => Instant;
  /** Called once where the connection to Slack is lost for good: the program must end. */
  readonly onFatal?: (error: Error) => void;
};

/**
 * Starts the program: opens the database, checks the token, gives back the time of an outage,
 * and only then takes requests. Throws a `StartError` with one sentence for the operator.
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { config, log, now = Date.now } = options;
  const slack = createGateway({
    token: config.slackBotToken,
    slackApiUrl: config.slackApiUrl,
    log,
  });
  const identity = await identify(slack.client);
  const store = await openDatabase(config.database);
  try {
    return await assemble({ ...options, now }, { slack, identity, store });
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openDatabase(database: Config['database']): Promise<Store> {
  try {
    return await openStore(addressOf(database));
  } catch (error) {
    const why = error instanceof Error ? error.message : 'no reason given';
    throw new StartError(`The database cannot be opened (${why}). Check DATABASE_URL.`, {
      cause: error,
    });
  }
}

function addressOf(database: Config['database']): string {
  return database.kind === 'sqlite' ? `file:${database.file}` : database.url;
}

type Opened = {
  readonly slack: Gateway;
  readonly identity: Identity;
  readonly store: Store;
};

async function assemble(
  options: ProgramOptions & { readonly now: () => Instant },
  { slack, identity, store }: Opened,
): Promise<Program> {
  const { config, log, now } = options;
  if (store.exclusive) await store.releaseLeases();
  const performer = new Performer(store, () => outbox.wake());
  const services: Services = {
    ...{ performer, store, slack, log, now },
    words: wordsFor(undefined),
    people: createPeople(slack.client, identity.teamId, now),
    conversations: createConversations(slack.client),
    teamId: identity.teamId,
    botUserId: identity.botUserId,
    newId: () => randomUUID(),
    wakeOutbox: () => outbox.wake(),
  };
  const outbox = createProgramOutbox(config, services);
  const timers = createTimers({ store, performer, now, log });
  const transport = createTransport(config, {
    log,
    words: services.words,
    health: () => healthOf({ store, timers, outbox, now, slack: () => transport.state() }),
    onFatal: options.onFatal ?? (() => {}),
  });
  const { slackBotToken: token, slackApiUrl } = config;
  createSlackApp({ token, slackApiUrl, receiver: transport.receiver, services, nouns, redrawHome });

  const running = { transport, timers, outbox, store };
  const address = await start(running);
  return {
    ...{ identity, address, store, performer },
    async catchUp() {
      await timers.runDue();
      await outbox.drain();
    },
    drain: () => outbox.drain(),
    stop: () => stop(running),
  };
}

function createProgramOutbox(config: Config, services: Services): Outbox {
  const { store, log, now } = services;
  const { slackBotToken: token, slackApiUrl } = config;
  const sender = createSender({ token, slackApiUrl, log, now });
  return createOutbox({ store, log, now, deliver: createDeliver({ ...services, sender }) });
}

type Parts = {
  readonly transport: Transport;
  readonly timers: Timers;
  readonly outbox: Outbox;
  readonly store: Store;
};

/** What was begun is ended where the rest cannot begin: else it would keep the process alive. */
async function start({ transport, timers, outbox }: Parts): Promise<AddressInfo> {
  try {
    await timers.start();
    outbox.start();
    return await transport.start();
  } catch (error) {
    await transport.stop();
    await timers.stop();
    await outbox.stop(STOP_LEAST_MS);
    throw error;
  }
}

async function stop(running: Parts): Promise<void> {
  const endsAt = performance.now() + STOP_WITHIN_MS;
  await running.transport.stop();
  await running.timers.stop();
  await running.outbox.stop(Math.max(STOP_LEAST_MS, endsAt - performance.now()));
  await running.store.close();
}
