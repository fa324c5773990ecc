import { ReceiverMultipleAckError } from '@slack/bolt';
import type { ReceiverEvent } from '@slack/bolt';
import type { Log } from '../log.ts';
import { apologyFor } from './apology.ts';
import type { Apology, Fault, Reply } from './apology.ts';
import type { RequestBody } from './request-body.ts';
import { postTo } from './response-url.ts';

/** What takes requests up: Bolt's App. */
export interface Listeners {
  processEvent(event: ReceiverEvent): Promise<void>;
}

export interface SlackRequest {
  readonly body: RequestBody;
  /** Which repetition of an event this is, from 1, and why Slack repeats it. */
  readonly retryNum?: number;
  readonly retryReason?: string;
}

export interface ReplyOptions {
  readonly log: Log;
  /**
   * What to tell the member when nobody answered. After `late` it must not say that nothing
   * happened: the listener is still at work.
   */
  readonly sentenceFor: (body: RequestBody, fault: Fault) => string;
  /** How long listeners may take before the member is told. Slack itself gives up after 3,000. */
  readonly replyWithinMs?: number;
}

/** Half a second is left for the way back to Slack. */
const REPLY_WITHIN_MS = 2500;

/**
 * Gives a request to the listeners and sees to it that it is answered, once, whatever they do:
 * acknowledge, throw, refuse the authorization, take too long, or not know it at all. Resolves when
 * all work on it has ended, that after the acknowledgement included; it never rejects.
 *
 * An error handler of the app (`app.error`) must throw the error on, as Bolt's own does; where it
 * resolves, Bolt acknowledges an unauthorized request as if all were well.
 */
export async function replyTo(
  request: SlackRequest,
  listeners: Listeners,
  send: (reply: Reply) => Promise<void>,
  options: ReplyOptions,
): Promise<void> {
  const { log, replyWithinMs = REPLY_WITHIN_MS } = options;
  const about = describe(request.body);
  let repliedBy: 'nobody' | 'listener' | 'apology' = 'nobody';
  let lateApology: Promise<void> | undefined;

  const deliver = (reply: Reply) =>
    send(reply).catch((err: unknown) => log.warn({ err, ...about }, 'the answer got lost'));
  const apologise = async (fault: Fault) => {
    if (repliedBy !== 'nobody') return;
    repliedBy = 'apology';
    const apology = composeApology(request.body, fault, options);
    await Promise.all([deliver(apology), sendMessage(apology, log)]);
  };
  const ack = async (payload?: unknown) => {
    if (repliedBy === 'listener') throw new ReceiverMultipleAckError();
    if (repliedBy === 'apology') return log.warn(about, 'a listener answered too late');
    repliedBy = 'listener';
    await deliver({ status: 200, payload });
  };

  const timer = setTimeout(() => {
    lateApology = apologise('late');
  }, replyWithinMs);
  try {
    await listeners.processEvent({ ...request, ack });
    await apologise('unanswered');
  } catch (err) {
    log.error({ err, ...about }, 'a request could not be dealt with');
    await apologise('failed');
  }
  clearTimeout(timer);
  await lateApology;
}

function composeApology(body: RequestBody, fault: Fault, options: ReplyOptions): Apology {
  try {
    options.log.warn({ fault, ...describe(body) }, 'a request got an apology for an answer');
    return apologyFor(body, fault, options.sentenceFor(body, fault));
  } catch (err) {
    options.log.error({ err }, 'no words were found for an apology');
    return { status: 500 };
  }
}

async function sendMessage({ message }: Apology, log: Log): Promise<void> {
  if (message === undefined) return;
  try {
    const { status, ok } = await postTo(message.url, message.payload);
    if (!ok) log.warn({ status }, 'an apology was not accepted');
  } catch (err) {
    log.warn({ err }, 'an apology could not be sent');
  }
}

/** What a log may say of a request: which kind it is, never what is in it. */
function describe(body: RequestBody): { readonly kind: string } {
  if (typeof body['command'] === 'string') return { kind: 'command' };
  return { kind: typeof body['type'] === 'string' ? body['type'].slice(0, 40) : 'unknown' };
}
