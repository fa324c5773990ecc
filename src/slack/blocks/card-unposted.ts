import type { Circle } from '../../core/circle.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { channel, joined, member } from '../../words/terms.ts';
import { context, section } from './kit.ts';
import { message, type MessageContent } from './message.ts';
import { proposalNumber } from './round-line.ts';

const NOT_INVITED = new Set(['not_in_channel', 'channel_not_found']);
const ARCHIVED = new Set(['is_archived', 'is_inactive']);

/**
 * Tells a proposer why the card of their proposal is not in the channel yet, what they can do, and
 * that nothing is lost.
 *
 * @param parts.error Slack's error code
 */
export function cardUnposted(parts: {
  readonly round: Round;
  readonly circle: Circle;
  readonly error: string;
  readonly words: Words;
  readonly botUserId: MemberId;
}): MessageContent {
  const { round, words } = parts;
  const number = proposalNumber(round, words);
  const stored = words.direct.unposted({ title: round.title, number });
  const next = words.direct.unpostedNext();
  const reasons = reasonsOf(parts);
  return message({
    text: joined([stored, ...reasons, next], '\n'),
    blocks: [section(stored), ...reasons.map((saying) => section(saying)), context([next])],
  });
}

function reasonsOf({
  circle,
  error,
  words,
  botUserId,
}: Parameters<typeof cardUnposted>[0]): Saying[] {
  const { direct } = words;
  const where = { channel: channel(circle.channelId) };
  if (NOT_INVITED.has(error)) {
    return [direct.unpostedInvite(where), direct.inviteLine({ bot: member(botUserId) })];
  }
  if (ARCHIVED.has(error)) return [direct.unpostedArchived(where)];
  if (error.startsWith('restricted_action')) return [direct.unpostedRestricted(where)];
  return [direct.unpostedOther({ ...where, code: error })];
}
