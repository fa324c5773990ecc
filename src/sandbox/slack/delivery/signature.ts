import { createHmac } from 'node:crypto';

/**
 * The v0 signature over a raw body:
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return `v0=${digest}`;
}

/** The two headers that go with a signed body. `at` is in epoch milliseconds. */
export function signedHeaders(secret: string, at: number, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  return {
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signatureOf(secret, timestamp, body),
  };
}
