import type { Saying } from '../../words/message.ts';
import { joined } from '../../words/terms.ts';
import { header, section } from './kit.ts';
import { message, type MessageContent } from './message.ts';

/** What a command answers to `help`: a heading, and one paragraph for each thing to know. */
export function helpMessage(title: Saying, sayings: readonly Saying[]): MessageContent {
  return message({
    text: joined([title, ...sayings], '\n'),
    blocks: [header(title), ...sayings.map((saying) => section(saying))],
  });
}
