import { WebClient } from '@slack/web-api';
import type { Instant } from '../core/calendar.ts';
import type { ChannelId, MemberId } from '../core/ids.ts';
import { channelId } from '../core/ids.ts';
import type { Log } from '../log.ts';
import type { Delivery } from '../shell/outbox.ts';
import type { MessageContent } from './blocks/message.ts';
import { clientOptions } from './gateway.ts';
import { createPace, type PacedMethod } from './pace.ts';
import { faultNameOf, retryAfterMsOf, slackErrorOf } from './slack-error.ts';

const BACKGROUND_TIMEOUT_MS = 10_000;
/** Slack's Retry-After is in whole seconds; a little more keeps clear of its edge. */
const RETRY_MARGIN_MS = 250;

export type Sent = { readonly channelId: ChannelId; readonly ts: string };
export type Sending = { readonly sent: Sent } | { readonly unsent: Delivery };

/** What background work may ask of Slack: paced, with its own client, never retried by itself. */
export type Sender = {
  /** With `alsoInChannel` a reply in a thread stands in the channel too. */
  post(
    channel: string,
    content: MessageContent,
    threadTs?: string,
    alsoInChannel?: boolean,
  ): Promise<Sending>;
  /** Says something in a channel, or in a thread of it, that only this person sees. */
  whisper(
    channel: string,
    to: MemberId,
    content: MessageContent,
    threadTs: string | null,
  ): Promise<Sending>;
  update(channel: string, ts: string, content: MessageContent): Promise<Sending>;
};

/** Faults that pass when people act: the channel is opened to the bot, or taken out of archive. */
const WAITS_FOR_PEOPLE = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'missing_scope',
  'ekm_access_denied',
  'team_access_not_granted',
  'account_inactive',
  'invalid_auth',
  'token_revoked',
  'not_authed',
]);

/** Slack's own faults, which pass. */
const PASSES = new Set([
  'ratelimited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'team_added_to_org',
  'request_timeout',
]);

export function createSender(parts: {
  readonly token: string;
  readonly slackApiUrl: string;
  readonly log: Log;
  readonly now: () => Instant;
}): Sender {
  const { token, slackApiUrl, log, now } = parts;
  const client = new WebClient(token, clientOptions(slackApiUrl, BACKGROUND_TIMEOUT_MS, log));
  const pace = createPace();

  async function paced(
    method: PacedMethod,
    place: string,
    call: () => Promise<{ channel?: string; ts?: string }>,
  ): Promise<Sending> {
    const wait = pace.waitMs(method, place, now());
    if (wait > 0) return { unsent: { outcome: 'later', dueAt: now() + wait } };
    try {
      const { channel, ts } = await call();
      if (!channel || !ts) return { unsent: { outcome: 'failed', error: 'answer_without_ts' } };
      return { sent: { channelId: channelId(channel), ts } };
    } catch (error) {
      const pauseMs = retryAfterMsOf(error);
      if (pauseMs === null) return { unsent: deliveryAfter(error) };
      pace.pause(method, now() + pauseMs + RETRY_MARGIN_MS);
      const dueAt = now() + pauseMs + RETRY_MARGIN_MS;
      return { unsent: { outcome: 'later', dueAt, error: 'ratelimited' } };
    }
  }

  return {
    post: (channel, content, thread_ts, alsoInChannel = false) =>
      paced('chat.postMessage', channel, () =>
        client.chat.postMessage({
          channel,
          ...content,
          unfurl_links: false,
          unfurl_media: false,
          ...(thread_ts && (alsoInChannel ? { thread_ts, reply_broadcast: true } : { thread_ts })),
        }),
      ),
    whisper: (channel, user, content, threadTs) =>
      paced('chat.postEphemeral', `${channel}:${user}`, async () => {
        const thread = threadTs === null ? {} : { thread_ts: threadTs };
        const told = await client.chat.postEphemeral({ channel, user, ...content, ...thread });
        return { channel, ...(told.message_ts && { ts: told.message_ts }) };
      }),
    update: (channel, ts, content) =>
      paced('chat.update', `${channel}:${ts}`, () =>
        client.chat.update({ channel, ts, ...content, parse: 'none' }),
      ),
  };
}

function deliveryAfter(fault: unknown): Delivery {
  const code = slackErrorOf(fault);
  const error = faultNameOf(fault);
  if (code === null || PASSES.has(code)) return { outcome: 'failed', error };
  return { outcome: WAITS_FOR_PEOPLE.has(code) ? 'stuck' : 'impossible', error };
}
