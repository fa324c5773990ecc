/**
 * Calls per minute and method, for one app in one workspace:
 * https://docs.slack.dev/apis/web-api/rate-limits. The tiers are Slack's floors ("20+ per
 * minute"); the pretend Slack takes the floor as the ceiling, so that a bot which stays within
 * it here stays within it there.
 */
export const CALLS_PER_MINUTE: Readonly<Record<string, number>> = {
  // Tier 1 is "1+", with bursts: an app may open ten connections, and all at once.
  'apps.connections.open': 10,
  'users.list': 20,
  'conversations.list': 20,
  'chat.update': 50,
  'chat.delete': 50,
  'conversations.info': 50,
  'conversations.open': 50,
  'conversations.history': 50,
  'conversations.replies': 50,
  'team.info': 50,
  'views.open': 100,
  'views.update': 100,
  'views.push': 100,
  'views.publish': 100,
  'conversations.members': 100,
  'users.info': 100,
  'chat.postEphemeral': 100,
  'oauth.v2.access': 100,
  // "Several hundred" messages a minute over the whole workspace.
  'chat.postMessage': 300,
  // "Hundreds of requests per minute."
  'auth.test': 300,
  'chat.getPermalink': 300,
};

/** One message a second and channel, with short bursts. */
export const CHANNEL_BURST = 5;
const CHANNEL_REFILL_MS = 1000;

const MINUTE_MS = 60_000;

/** Counts calls by the pretend clock. */
export type RateLimiter = {
  /**
   * Notes a call. Answers 0 where it may go ahead, else the whole seconds after which to try
   * again; a refused call is not counted.
   */
  secondsToWait(method: string, channel: string, now: number): number;
};

/** Starts with nothing used up. */
export function rateLimiter(): RateLimiter {
  const minutes = new Map<string, number[]>();
  const channels = new Map<string, { tokens: number; at: number }>();
  return {
    secondsToWait(method, channel, now) {
      const most = CALLS_PER_MINUTE[method];
      if (most === undefined) return 0;
      const recent = (minutes.get(method) ?? []).filter((at) => at > now - MINUTE_MS);
      minutes.set(method, recent);
      const [oldest = now] = recent;
      if (recent.length >= most) return secondsUp(oldest + MINUTE_MS - now);
      const wait = method === 'chat.postMessage' ? channelWait(channels, channel, now) : 0;
      if (wait === 0) recent.push(now);
      return secondsUp(wait);
    },
  };
}

/** Takes a token of the channel's bucket; answers the milliseconds until there is one. */
function channelWait(
  channels: Map<string, { tokens: number; at: number }>,
  channel: string,
  now: number,
): number {
  const bucket = channels.get(channel) ?? { tokens: CHANNEL_BURST, at: now };
  const refilled = bucket.tokens + Math.max(now - bucket.at, 0) / CHANNEL_REFILL_MS;
  const tokens = Math.min(refilled, CHANNEL_BURST);
  if (tokens < 1) {
    channels.set(channel, { tokens, at: now });
    return (1 - tokens) * CHANNEL_REFILL_MS;
  }
  channels.set(channel, { tokens: tokens - 1, at: now });
  return 0;
}

function secondsUp(ms: number): number {
  return Math.ceil(Math.max(ms, 0) / 1000);
}
