import { isConfidential } from '../core/confidential.ts';
import type { Notice } from '../core/notice.ts';
import type { Delivery } from '../shell/outbox.ts';
import { outgoing } from '../shell/outgoing.ts';
import { summaryUnposted } from './blocks/summary-unposted.ts';
import { handedOnSummary } from './blocks/thread-pausing.ts';
import { deliveryOf, eventOf, roundInCircle, toPerson, type DeliverParts } from './delivering.ts';

type NoticeOf<Kind extends Notice['kind']> = Notice & { readonly kind: Kind };

const NEEDLESS: Delivery = { outcome: 'needless' };

/**
 * The summary of a round that was handed on, in the channel where it was to go. Where it cannot be
 * posted there, whoever handed it on hears of it and gets the text, so that nobody waits for an
 * answer to something that nobody read. Source: docs/process.md §2.1, §4.4, §D12.
 */
export async function deliverSummary(
  { roundId, seq, channelId }: NoticeOf<'handed_on'>,
  parts: DeliverParts,
): Promise<Delivery> {
  const { circle, round } = await roundInCircle(roundId, parts);
  const event = await eventOf(roundId, seq, parts);
  if (event.type !== 'round_handed_on' || !event.by || isConfidential(round)) return NEEDLESS;
  const content = handedOnSummary(event, event.by, circle, parts.words);
  const delivery = deliveryOf(await parts.sender.post(channelId, content));
  if (delivery.outcome !== 'stuck' && delivery.outcome !== 'impossible') return delivery;
  const unposted = { kind: 'summary_unposted', roundId, seq, to: event.by } as const;
  await parts.store.addNotices([outgoing(round.teamId, unposted, parts.now())]);
  return NEEDLESS;
}

/** Tells whoever handed it on that nobody there knows (docs/process.md §D12). */
export async function deliverSummaryUnposted(
  { roundId, seq, to }: NoticeOf<'summary_unposted'>,
  parts: DeliverParts,
): Promise<Delivery> {
  const { round } = await roundInCircle(roundId, parts);
  const event = await eventOf(roundId, seq, parts);
  if (event.type !== 'round_handed_on' || event.channelId === null) return NEEDLESS;
  const { channelId, summary } = event;
  const content = summaryUnposted({ round, channelId, summary }, parts.words);
  return toPerson(await parts.sender.post(to, content));
}
