import type { ChannelId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { channel, joined } from '../../words/terms.ts';
import { takeUpButton } from './card-open.ts';
import { actions, section } from './kit.ts';
import { message, type MessageContent } from './message.ts';
import { proposalNumber } from './round-line.ts';
import { written } from './thread-post.ts';

/** The summary is not in the channel: its text, and what one can do (docs/process.md §D12). */
export function summaryUnposted(
  { round, channelId, summary }: { round: Round; channelId: ChannelId; summary: string },
  words: Words,
): MessageContent {
  const { pausing } = words;
  const number = proposalNumber(round, words);
  const title = round.title;
  const said = pausing.summaryUnposted({ title, number, channel: channel(channelId) });
  const next = pausing.summaryUnpostedNext();
  const text = written(summary);
  const isWaiting = round.pause !== null && 'to' in round.pause;
  return message({
    text: joined([said, next, text.said], '\n'),
    blocks: [
      section(said),
      section(next),
      ...text.blocks,
      ...(isWaiting ? [actions([takeUpButton({ round }, words)])] : []),
    ],
  });
}
