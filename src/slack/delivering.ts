import type { Instant } from '../core/calendar.ts';
import type { MemberId, RoundId } from '../core/ids.ts';
import type { Round } from '../core/round.ts';
import type { RoundEvent } from '../core/round-event.ts';
import type { Delivery } from '../shell/outbox.ts';
import type { Performer, RoundInCircle } from '../shell/perform.ts';
import type { Store } from '../shell/store.ts';
import type { Words } from '../words/index.ts';
import type { MessageContent } from './blocks/message.ts';
import type { Conversations } from './conversations.ts';
import type { People } from './people.ts';
import type { Sender, Sending } from './sender.ts';

/** What sending a notice may use. */
export type DeliverParts = {
  readonly store: Store;
  readonly performer: Performer;
  readonly sender: Sender;
  readonly people: People;
  readonly conversations: Conversations;
  readonly words: Words;
  readonly botUserId: MemberId;
  readonly now: () => Instant;
};

export const DONE: Delivery = { outcome: 'delivered' };

/** A person who cannot be written to (a closed account) is no fault to wait for. */
export function toPerson(sending: Sending): Delivery {
  const delivery = deliveryOf(sending);
  return delivery.outcome === 'stuck' && delivery.error === 'channel_not_found'
    ? { outcome: 'impossible', error: delivery.error }
    : delivery;
}

/**
 * Posts what tells of a round, and remembers that it does: whoever points at it later is understood
 * (docs/process.md §10 case 19). What stands in the channel too is pointed at there.
 */
export async function postAbout(
  { id: roundId, teamId }: Pick<Round, 'id' | 'teamId'>,
  to: { readonly channel: string; readonly threadTs?: string; readonly alsoInChannel?: boolean },
  content: MessageContent,
  { sender, store, now }: Pick<DeliverParts, 'sender' | 'store' | 'now'>,
): Promise<Sending> {
  const posted = await sender.post(to.channel, content, to.threadTs, to.alsoInChannel);
  if (!('sent' in posted)) return posted;
  const threadTs = to.alsoInChannel ? null : (to.threadTs ?? null);
  const message = { roundId, teamId, ...posted.sent, threadTs };
  await store.saveMessage(message, now());
  return posted;
}

/** What a sending came to. */
export function deliveryOf(sending: Sending): Delivery {
  return 'sent' in sending ? DONE : sending.unsent;
}

/** A link to the round's card, or null where it is not up or Slack gives none. */
export async function permalinkOf(
  roundId: RoundId,
  { store, conversations }: Pick<DeliverParts, 'store' | 'conversations'>,
): Promise<string | null> {
  const card = await store.cardOf(roundId);
  return card && conversations.permalink(card.channelId, card.ts);
}

/** The round of a notice, with its circle. */
export async function roundInCircle(
  id: RoundId,
  { performer }: Pick<DeliverParts, 'performer'>,
): Promise<RoundInCircle> {
  const found = await performer.round(id);
  if (!found) throw new Error(`There is no round ${id}`);
  return found;
}

/** The event that a notice tells of. */
export async function eventOf(
  id: RoundId,
  seq: number,
  { store }: Pick<DeliverParts, 'store'>,
): Promise<RoundEvent> {
  const event = (await store.roundEvents(id))[seq - 1];
  if (!event) throw new Error(`Round ${id} has no event ${seq}`);
  return event;
}
