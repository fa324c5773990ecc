import type { ModalView } from '@slack/types';
import type { MessageContent } from './blocks/message.ts';
import type { Click, Interaction } from './interaction.ts';
import type { CallReply, ClickReply, SubmissionReply } from './reply-to-person.ts';
import type { Services } from './services.ts';
import { faultNameOf, slackErrorOf } from './slack-error.ts';

/** Bolt's ack, whatever the kind of payload. */
export type Ack = (payload?: unknown) => Promise<void>;

/** Acks once; whatever comes later finds it done. */
export type OnceAck = { (payload?: unknown): Promise<void>; readonly done: () => boolean };

export function ackOnce(ack: Ack): OnceAck {
  let acked = false;
  const once = async (payload?: unknown) => {
    if (acked) return;
    acked = true;
    await ack(payload);
  };
  return Object.assign(once, { done: () => acked });
}

/** How a click is answered: by ack, privately where it was made, or by a modal. */
export function clickReply(click: Click, ack: OnceAck, services: Services): ClickReply {
  return {
    ack: () => ack(),
    say: (content) => sayPrivately(click, content, services),
    replace: (content) => replacePrivately(click, content, services),
    open: (view) => openOrPush(click, view, services),
    update: (viewId, view) => services.slack.updateView(viewId, view),
  };
}

/** How a sent form is answered: everything that changes the stack of modals goes by ack. */
export function submissionReply(ack: OnceAck, services: Services): SubmissionReply {
  return {
    close: () => ack(),
    closeAll: () => ack({ response_action: 'clear' }),
    errors: (errors) => ack({ response_action: 'errors', errors }),
    show: (view) => ack({ response_action: 'update', view }),
    update: (viewId, view) => services.slack.updateView(viewId, view),
  };
}

/** How a command or shortcut is answered. The first private answer of a command goes by ack. */
export function callReply(
  call: Interaction,
  ack: OnceAck,
  services: Services,
  acksWithWords: boolean,
): CallReply {
  return {
    ack: () => ack(),
    async say(content) {
      if (acksWithWords && !ack.done()) {
        await ack({ response_type: 'ephemeral', ...content });
      } else {
        await sayPrivately(call, content, services);
      }
    },
    open: (view) => openOrPush({ ...call, view: null }, view, services),
    update: (viewId, view) => services.slack.updateView(viewId, view),
  };
}

/** Through the response_url; then as an ephemeral message; then, so that it is never silence, DM. */
async function sayPrivately(
  where: Interaction,
  content: MessageContent,
  services: Services,
): Promise<void> {
  const payload = { response_type: 'ephemeral', replace_original: false, ...content };
  if (where.responseUrl && (await responded(where.responseUrl, payload, services))) return;
  try {
    if (!where.channelId) throw new Error('No channel to whisper in');
    await services.slack.whisper(where.channelId, where.by, content);
  } catch {
    await services.slack.directMessage(where.by, content);
  }
}

async function replacePrivately(
  click: Click,
  content: MessageContent,
  services: Services,
): Promise<void> {
  const payload = { response_type: 'ephemeral', replace_original: true, ...content };
  const mayReplace = click.responseUrl !== null && click.isEphemeral;
  if (mayReplace && (await responded(click.responseUrl, payload, services))) return;
  await sayPrivately(click, content, services);
}

async function responded(
  url: string,
  payload: Readonly<Record<string, unknown>>,
  services: Services,
): Promise<boolean> {
  try {
    return await services.slack.respond(url, payload);
  } catch (error) {
    services.log.warn({ fault: faultNameOf(error) }, 'a response_url did not take an answer');
    return false;
  }
}

/** Null where the trigger is gone: the person waited too long, and must be told otherwise. */
async function openOrPush(
  where: Interaction & { readonly view: unknown },
  view: ModalView,
  services: Services,
): Promise<string | null> {
  if (!where.triggerId) return null;
  try {
    if (where.view) return await services.slack.pushView(where.triggerId, view);
    return await services.slack.openView(where.triggerId, view);
  } catch (error) {
    const code = slackErrorOf(error);
    if (code === 'expired_trigger_id' || code === 'exchanged_trigger_id') return null;
    throw error;
  }
}
