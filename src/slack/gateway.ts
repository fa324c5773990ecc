import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { HomeView, ModalView } from '@slack/types';
import { z } from 'zod';
import type { ChannelId, MemberId } from '../core/ids.ts';
import type { Log } from '../log.ts';
import type { MessageContent } from './blocks/message.ts';
import { createBoltLog } from './bolt-log.ts';
import { postTo } from './response-url.ts';
import { slackErrorOf } from './slack-error.ts';

/** Milliseconds that a person waits for a call at most; a trigger lives three seconds. */
const INTERACTIVE_TIMEOUT_MS = 2_500;

/** The calls that a waiting person causes. Each throws on a fault, and none is tried again. */
export type Gateway = {
  readonly client: WebClient;
  openView(triggerId: string, view: ModalView): Promise<string>;
  pushView(triggerId: string, view: ModalView): Promise<string>;
  /** False where the view is closed or its trigger gone; throws on any other fault. */
  updateView(viewId: string, view: ModalView): Promise<boolean>;
  publishHome(member: MemberId, view: HomeView): Promise<void>;
  whisper(channel: ChannelId, member: MemberId, content: MessageContent): Promise<void>;
  directMessage(member: MemberId, content: MessageContent): Promise<void>;
  /** Answers through a response_url; false where it is used up or gone. */
  respond(responseUrl: string, payload: Readonly<Record<string, unknown>>): Promise<boolean>;
};

/**
 * The options of every client: one call at a time decides for itself what a fault means, and a
 * rate limit on background work never delays a person, because each kind has its own client.
 */
export function clientOptions(slackApiUrl: string, timeoutMs: number, log: Log): WebClientOptions {
  return {
    slackApiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: createBoltLog(log, 'web-api'),
  };
}

export function createGateway(options: {
  readonly token: string;
  readonly slackApiUrl: string;
  readonly log: Log;
}): Gateway {
  const { token, slackApiUrl, log } = options;
  const client = new WebClient(token, clientOptions(slackApiUrl, INTERACTIVE_TIMEOUT_MS, log));
  return {
    client,
    openView: async (trigger_id, view) => viewIdOf(await client.views.open({ trigger_id, view })),
    pushView: async (trigger_id, view) => viewIdOf(await client.views.push({ trigger_id, view })),
    async updateView(view_id, view) {
      try {
        await client.views.update({ view_id, view });
        return true;
      } catch (error) {
        if (slackErrorOf(error) === 'not_found') return false;
        throw error;
      }
    },
    async publishHome(user_id, view) {
      await client.views.publish({ user_id, view });
    },
    async whisper(channel, user, content) {
      await client.chat.postEphemeral({ channel, user, ...content });
    },
    async directMessage(member, content) {
      await client.chat.postMessage({
        channel: member,
        unfurl_links: false,
        unfurl_media: false,
        ...content,
      });
    },
    respond: async (responseUrl, payload) => (await postTo(responseUrl, payload)).ok,
  };
}

function viewIdOf(answer: unknown): string {
  return z.object({ view: z.object({ id: z.string() }) }).parse(answer).view.id;
}
