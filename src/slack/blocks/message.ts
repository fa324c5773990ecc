import type { KnownBlock } from '@slack/types';
import type { Saying } from '../../words/message.ts';
import { cutMrkdwn } from './cut.ts';
import { fitted, fixedPart } from './fit.ts';
import type { Part } from './fit.ts';
import { LIMITS, MESSAGE_CHARACTERS_BUDGET, MESSAGE_TEXT_BUDGET } from './limits.ts';

/** What is posted: blocks to see, and the whole as text for notifications and screen readers. */
export type MessageContent = { readonly text: string; readonly blocks: KnownBlock[] };

/** A message whose blocks are known to be short. Where they are not, the longest are cut. */
export function message(parts: {
  readonly text: Saying;
  readonly blocks: readonly KnownBlock[];
}): MessageContent {
  return fitMessage({ text: parts.text, parts: parts.blocks.map((block) => fixedPart(block)) });
}

/** A message put together from parts, which become smaller until Slack takes it. */
export function fitMessage({
  text,
  parts,
}: {
  readonly text: Saying;
  readonly parts: readonly Part[];
}): MessageContent {
  const room = {
    size: MESSAGE_CHARACTERS_BUDGET,
    blocks: LIMITS.blocksInMessage,
    sizeOf: charactersIn,
  };
  return { text: cutMrkdwn(text.mrkdwn, MESSAGE_TEXT_BUDGET), blocks: fitted(parts, room) };
}

/** All characters in blocks: every text, id, value and address, but not Slack's own type names. */
export function charactersIn(content: unknown): number {
  if (typeof content === 'string') return content.length;
  if (typeof content !== 'object' || content === null) return 0;
  return Object.entries(content).reduce((sum, [name, value]) => {
    return name === 'type' ? sum : sum + charactersIn(value);
  }, 0);
}
