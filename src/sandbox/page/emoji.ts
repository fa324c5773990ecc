import { html } from 'hono/html';
import { icon } from './icon.ts';
import type { Html } from './reader.ts';

/** The emoji that the page offers, by Slack's names for them, with what they are called. */
const EMOJI = {
  '+1': { sign: 'thumbUp', called: 'thumbs up' },
  heart: { sign: 'heart', called: 'heart' },
  white_check_mark: { sign: 'check', called: 'check mark' },
  eyes: { sign: 'eye', called: 'eyes' },
  '-1': { sign: 'thumbDown', called: 'thumbs down' },
} as const;

export const OFFERED = Object.keys(EMOJI);

/** What an emoji is called; one that the page does not know, by Slack's name for it. */
export function emojiName(name: string): string {
  return isOffered(name) ? EMOJI[name].called : name.replaceAll('_', ' ');
}

/** The emoji, drawn; one that the page does not know as Slack writes its name. */
export function emojiSign(name: string): Html {
  return isOffered(name) ? icon(EMOJI[name].sign) : html`:${name}:`;
}

function isOffered(name: string): name is keyof typeof EMOJI {
  return Object.hasOwn(EMOJI, name);
}
