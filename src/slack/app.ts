import { App, type Receiver } from '@slack/bolt';
import { clientOptions } from './gateway.ts';
import { message } from './blocks/message.ts';
import { section } from './blocks/kit.ts';
import type { MemberId } from '../core/ids.ts';
import { createBoltLog } from './bolt-log.ts';
import { clickOf, commandOf, shortcutOf, submissionOf, type Interaction } from './interaction.ts';
import { joinListeners, type Listeners } from './listener.ts';
import {
  ackOnce,
  callReply,
  clickReply,
  submissionReply,
  type Ack,
  type OnceAck,
} from './replies.ts';
import type { ClickReply } from './reply-to-person.ts';
import type { Services } from './services.ts';
import { faultNameOf } from './slack-error.ts';

const AUTHORIZE_TIMEOUT_MS = 10_000;

type AppParts = {
  readonly token: string;
  readonly slackApiUrl: string;
  readonly receiver: Receiver;
  readonly services: Services;
  readonly nouns: readonly Listeners[];
  /** Draws a person's Home anew, after a click on it. */
  readonly redrawHome: (by: MemberId, services: Services) => Promise<void>;
};

/**
 * Bolt with one listener for each kind of payload. Which of our listeners a payload is for is
 * looked up by its id; an id that nobody knows (a button of an older release) gets an answer too.
 */
export function createSlackApp(parts: AppParts): App {
  const { services, token, slackApiUrl, receiver } = parts;
  const { teamId, botUserId } = services;
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: token, botUserId, teamId }),
    clientOptions: clientOptions(slackApiUrl, AUTHORIZE_TIMEOUT_MS, services.log),
    logger: createBoltLog(services.log, 'bolt'),
    convoStore: false,
  });
  register(app, joinListeners(parts.nouns), parts);
  // The receiver answers the person where a listener fails, so the fault must go on to it.
  app.error(async (error) => {
    throw error;
  });
  return app;
}

function register(app: App, table: Required<Listeners>, parts: AppParts): void {
  const { services } = parts;
  app.command(/./u, ({ body, ack }) => onCommand(body, ackOnce(ack as Ack), table, services));
  app.shortcut(/./u, ({ body, ack }) => onShortcut(body, ackOnce(ack as Ack), table, services));
  app.action({ type: 'block_actions' }, ({ body, ack }) =>
    onClick(body, ackOnce(ack as Ack), table, parts),
  );
  app.view({ type: 'view_submission' }, ({ body, ack }) =>
    onSubmission(body, ackOnce(ack as Ack), table, services),
  );
  app.view({ type: 'view_closed' }, ({ ack }) => ack());
  app.event(/./u, ({ event }) => onEvent({ ...event }, table, services));
}

async function onCommand(
  body: unknown,
  ack: OnceAck,
  table: Required<Listeners>,
  services: Services,
): Promise<void> {
  const call = commandOf(body);
  if (!call) return ack();
  const reply = callReply(call, ack, services, true);
  const listener = table.commands[call.command];
  if (listener) await listening(call, ack, services, () => listener(call, reply, services));
  else await reply.say(sentence(services.words.system.unknownCommand()));
  await ack();
}

async function onShortcut(
  body: unknown,
  ack: OnceAck,
  table: Required<Listeners>,
  services: Services,
): Promise<void> {
  const call = shortcutOf(body);
  if (!call) return ack();
  const reply = callReply(call, ack, services, false);
  const listener = table.shortcuts[call.callbackId];
  if (listener) await listening(call, ack, services, () => listener(call, reply, services));
  else await unknownButton(reply, services);
  await ack();
}

async function onClick(
  body: unknown,
  ack: OnceAck,
  table: Required<Listeners>,
  { services, redrawHome }: AppParts,
): Promise<void> {
  const click = clickOf(body);
  if (!click) return ack();
  const reply = clickReply(click, ack, services);
  const listener = table.clicks[click.actionId];
  if (listener) await listening(click, ack, services, () => listener(click, reply, services));
  else await unknownButton(reply, services);
  await ack();
  if (click.isHome) await redrawHome(click.by, services);
}

async function unknownButton(
  reply: Pick<ClickReply, 'ack' | 'say'>,
  services: Services,
): Promise<void> {
  await reply.ack();
  await reply.say(sentence(services.words.system.unknownButton()));
}

async function onSubmission(
  body: unknown,
  ack: OnceAck,
  table: Required<Listeners>,
  services: Services,
): Promise<void> {
  const submission = submissionOf(body);
  const listener = submission && table.submissions[submission.view.callbackId];
  // To ack a form that nobody knows would close it, with what was typed: the receiver answers it.
  if (!submission || !listener) return;
  const reply = submissionReply(ack, services);
  await listening(submission, ack, services, () => listener(submission, reply, services));
  await ack();
}

async function onEvent(
  event: Readonly<Record<string, unknown>>,
  table: Required<Listeners>,
  services: Services,
): Promise<void> {
  const listener = table.events[String(event['type'])];
  await listener?.(event, services);
}

/**
 * Runs a listener. A fault before its ack is the receiver's to answer; one after it is told to the
 * person here, because Slack has already taken the spinner away.
 */
async function listening(
  where: Interaction,
  ack: OnceAck,
  services: Services,
  listen: () => Promise<void>,
): Promise<void> {
  try {
    await listen();
  } catch (error) {
    if (!ack.done()) throw error;
    services.log.error(
      { err: error, fault: faultNameOf(error) },
      'a listener failed after its ack',
    );
    const sorry = sentence(services.words.system.afterRecorded());
    const reply = callReply(where, ack, services, false);
    await reply.say(sorry).catch((lost: unknown) => {
      services.log.error({ fault: faultNameOf(lost) }, 'a person could not be told of a fault');
    });
  }
}

function sentence(saying: Parameters<typeof section>[0]) {
  return message({ text: saying, blocks: [section(saying)] });
}
