import type { ChannelId, MemberId } from '../core/ids.ts';
import type { Saying } from '../words/message.ts';
import type { Words } from '../words/index.ts';
import { member } from '../words/terms.ts';
import type { Reach } from './conversations.ts';
import type { Services } from './services.ts';

/** Of the three seconds that a trigger lives, this much may go to asking Slack first. */
const REACH_WITHIN_MS = 1_200;

/** Where the bot stands in the channel, or null where Slack does not say so in time. */
export async function reachInTime(
  channel: ChannelId,
  { conversations }: Services,
): Promise<Reach | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), REACH_WITHIN_MS);
  });
  try {
    return await Promise.race([conversations.reach(channel).catch(() => null), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** What stands in the way of a circle in this channel, and what to do; null where nothing does. */
export function obstacleOf(reach: Reach, words: Words, botUserId: MemberId): Saying | null {
  const { where } = words.circle;
  const obstacles = {
    reachable: null,
    not_invited: where.invite({ line: where.inviteLine({ bot: member(botUserId) }) }),
    archived: where.archived(),
    direct_message: where.directMessage(),
  } as const satisfies Record<Reach, Saying | null>;
  return obstacles[reach];
}

/** True for a direct message, which Slack tells by the first letter of its id alone. */
export function isDirectMessage(channel: ChannelId): boolean {
  return channel.startsWith('D');
}
