import { isValidSlackRequest } from '@slack/bolt';
import type { IncomingHttpHeaders } from 'node:http';

/** How far Slack's clock and ours may be apart, in either direction. */
const SIGNATURE_LIFE_SECONDS = 5 * 60;

type SignatureVerdict = 'genuine' | 'unsigned' | 'stale' | 'from_the_future' | 'forged';

interface SignedRequest {
  readonly headers: IncomingHttpHeaders;
  /** The body as it came: the signature is over its text, before any parsing. */
  readonly text: string;
  readonly signingSecret: string;
  readonly nowMs: number;
}

/**
 * Whether a request is from Slack. Bolt's own check, and one that it leaves out: a time stamp in
 * the future is refused too, because a recorded request could be replayed until then.
 * Source: docs.slack.dev, "Verifying requests from Slack".
 */
export function verdictOn(request: SignedRequest): SignatureVerdict {
  const { headers, text, signingSecret, nowMs } = request;
  const signature = headers['x-slack-signature'];
  const timestamp = headers['x-slack-request-timestamp'];
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return 'unsigned';
  const sentAtSeconds = Number(timestamp);
  if (!Number.isSafeInteger(sentAtSeconds)) return 'unsigned';
  const ageSeconds = Math.floor(nowMs / 1000) - sentAtSeconds;
  if (ageSeconds > SIGNATURE_LIFE_SECONDS) return 'stale';
  if (ageSeconds < -SIGNATURE_LIFE_SECONDS) return 'from_the_future';
  const genuine = isValidSlackRequest({
    signingSecret,
    body: text,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': sentAtSeconds },
    nowMilliseconds: nowMs,
  });
  return genuine ? 'genuine' : 'forged';
}
