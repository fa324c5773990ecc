import type { Instant } from '../core/calendar.ts';

/** Calls that background work paces itself in. */
export type PacedMethod = 'chat.postMessage' | 'chat.postEphemeral' | 'chat.update';

type Allowance = { readonly burst: number; readonly perMinute: number };

/**
 * What Slack allows, with room to spare: chat.update is in tier 3 (50 a minute and workspace),
 * chat.postEphemeral in tier 4 (100), chat.postMessage takes one a second and channel, and some
 * hundred a minute in all.
 */
const ALLOWANCES: Record<PacedMethod | 'channel' | 'message', Allowance> = {
  'chat.postMessage': { burst: 30, perMinute: 240 },
  'chat.postEphemeral': { burst: 20, perMinute: 90 },
  'chat.update': { burst: 10, perMinute: 45 },
  channel: { burst: 2, perMinute: 60 },
  message: { burst: 1, perMinute: 60 },
};

export type Pace = {
  /**
   * Milliseconds to wait before this call may be made; 0 takes the turn. `place` is the channel
   * of a post, or the message of an update.
   */
  waitMs(method: PacedMethod, place: string, now: Instant): number;
  /** Slack asked for a pause: no call of this method before `until`. */
  pause(method: PacedMethod, until: Instant): void;
};

/** Token buckets: full at first, refilled by the minute, so that the first calls never wait. */
export function createPace(): Pace {
  const buckets = new Map<string, Bucket>();
  const paused = new Map<PacedMethod, Instant>();

  function bucket(key: string, allowance: Allowance, now: Instant): Bucket {
    if (buckets.size > BUCKETS_MAX) forgetFull(buckets, now);
    const found = buckets.get(key) ?? { tokens: allowance.burst, at: now, allowance };
    buckets.set(key, found);
    refill(found, now);
    return found;
  }

  return {
    waitMs(method, place, now) {
      const until = paused.get(method) ?? 0;
      if (until > now) return until - now;
      const kind = method === 'chat.update' ? 'message' : 'channel';
      const all = bucket(method, ALLOWANCES[method], now);
      const here = bucket(`${kind}:${place}`, ALLOWANCES[kind], now);
      const wait = Math.max(untilToken(all), untilToken(here));
      if (wait > 0) return Math.ceil(wait);
      all.tokens -= 1;
      here.tokens -= 1;
      return 0;
    },
    pause: (method, until) => void paused.set(method, until),
  };
}

const BUCKETS_MAX = 1_000;
const MINUTE = 60_000;

type Bucket = { tokens: number; at: Instant; readonly allowance: Allowance };

function refill(bucket: Bucket, now: Instant): void {
  const { burst, perMinute } = bucket.allowance;
  const passed = Math.max(0, now - bucket.at);
  bucket.tokens = Math.min(burst, bucket.tokens + (passed * perMinute) / MINUTE);
  bucket.at = now;
}

function untilToken({ tokens, allowance }: Bucket): number {
  return tokens >= 1 ? 0 : ((1 - tokens) * MINUTE) / allowance.perMinute;
}

function forgetFull(buckets: Map<string, Bucket>, now: Instant): void {
  for (const [key, bucket] of buckets) {
    refill(bucket, now);
    if (bucket.tokens >= bucket.allowance.burst) buckets.delete(key);
  }
}
