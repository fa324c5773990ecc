import type { Saying } from '../words/message.ts';
import { sections } from './blocks/kit.ts';
import { message, type MessageContent } from './blocks/message.ts';

/** One saying as a whole message. */
export function sentence(saying: Saying): MessageContent {
  return message({ text: saying, blocks: sections(saying) });
}
