import { z } from 'zod';
import { isWaitedFor, noAnswerOf } from '../core/no-answer.ts';
import { channelId, memberId, type MemberId } from '../core/ids.ts';
import { outgoing } from '../shell/outgoing.ts';
import type { RoundMessage } from '../shell/store.ts';
import { roundFor, seenNow } from './about-round.ts';
import type { Listeners } from './listener.ts';
import type { Services } from './services.ts';

const reactedSchema = z.object({
  user: z.string(),
  item: z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
});

/**
 * An emoji on a message that tells of a round is no answer, and whoever put it there hears so,
 * privately, with the buttons that are one. Which emoji it is nobody asks.
 *
 * Source: docs/process.md §10 case 19.
 */
export const reactionListeners: Listeners = { events: { reaction_added: onReactionAdded } };

async function onReactionAdded(
  event: Readonly<Record<string, unknown>>,
  services: Services,
): Promise<void> {
  const { data } = reactedSchema.safeParse(event);
  if (!data) return;
  const { store, teamId, now } = services;
  const { channel, ts } = data.item;
  const message = await store.messageAt({ teamId, channelId: channelId(channel), ts });
  const to = memberId(data.user);
  if (!message || !(await isToHear(message, to, services))) return;
  const { roundId, channelId: where, threadTs } = message;
  const notice = { kind: 'no_answer', roundId, to, channelId: where, threadTs } as const;
  await store.addNotices([outgoing(teamId, notice, now())]);
  services.wakeOutbox();
}

/**
 * Not about a round that they may not know of. An emoji in a thread is talk like any other, to
 * whomever nothing waits for.
 */
async function isToHear(
  { roundId, threadTs }: RoundMessage,
  to: MemberId,
  services: Services,
): Promise<boolean> {
  const known = await roundFor(to, roundId, services);
  if (!known) return false;
  const { round, circle } = seenNow(known, services);
  const told = noAnswerOf(round, circle, to);
  return told !== null && (threadTs === null || isWaitedFor(told, to));
}
