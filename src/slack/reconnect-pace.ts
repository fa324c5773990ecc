import { WebAPIRateLimitedError } from '@slack/web-api';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const STEADY_AFTER_MS = 10_000;

export interface ReconnectPace {
  /** How long to wait before the next attempt. */
  pauseMs(): number;
  /** An attempt went wrong. */
  failed(error: Error): void;
  /** A connection is gone that had lived so long. */
  lost(livedMs: number): void;
}

/**
 * When to connect anew: at once after a connection that lived for 10 s, so that Slack's own refresh
 * leaves no hole; then after 1, 2, 4 … 30 s, or longer where Slack asks for it. A connection that
 * is lost as soon as it is made counts as a failure, or it would be made in an endless rush.
 */
export function createReconnectPace(firstPauseMs = FIRST_PAUSE_MS): ReconnectPace {
  let failures = 0;
  let askedMs = 0;
  return {
    pauseMs: () => {
      if (failures === 0) return 0;
      return Math.max(askedMs, Math.min(firstPauseMs * 2 ** (failures - 1), LONGEST_PAUSE_MS));
    },
    failed: (error) => {
      failures += 1;
      askedMs = error instanceof WebAPIRateLimitedError ? error.retryAfter * 1000 : 0;
    },
    lost: (livedMs) => {
      failures = livedMs < STEADY_AFTER_MS ? failures + 1 : 0;
      askedMs = 0;
    },
  };
}
