import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/** Slack's own code for a refused call (`channel_not_found`), or null for any other fault. */
export function slackErrorOf(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error : null;
}

/** Milliseconds that Slack asks us to wait, or null where it does not. */
export function retryAfterMsOf(error: unknown): number | null {
  return error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : null;
}

/** A name for any fault that says what kind it was and nothing that people wrote. */
export function faultNameOf(error: unknown): string {
  const platform = slackErrorOf(error);
  if (platform) return platform;
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof WebAPIRequestError) return 'no_connection';
  return error instanceof Error ? error.name : 'unknown';
}
