import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import type { Saying } from '../../words/message.ts';
import { cutMrkdwn, cutPlain } from './cut.ts';

/** Slack refuses empty texts. Where there is nothing to say, this is said. */
const NOTHING = '—';

/** A saying as Slack's mrkdwn, cut to `max`. `verbatim`: Slack adds no mentions or links to it. */
export function mrkdwnText(saying: Saying, max: number): MrkdwnElement {
  return mrkdwnPiece(cutMrkdwn(saying.mrkdwn, max));
}

/** Mrkdwn that has already been cut. */
export function mrkdwnPiece(mrkdwn: string): MrkdwnElement {
  return { type: 'mrkdwn', text: mrkdwn.trim() || NOTHING, verbatim: true };
}

/** A saying as Slack's plain text, cut to `max`. Emoji codes that people typed stay as they are. */
export function plainText(saying: Saying, max: number): PlainTextElement {
  return { type: 'plain_text', text: cutPlain(saying.plain.trim(), max) || NOTHING, emoji: false };
}
