import type { Instant } from '../core/calendar.ts';
import { mayRead } from '../core/confidential.ts';
import type { RoundId } from '../core/ids.ts';
import type { Notice } from '../core/notice.ts';
import type { Deliver, Delivery } from '../shell/outbox.ts';
import { outgoing } from '../shell/outgoing.ts';
import type { RoundInCircle } from '../shell/perform.ts';
import { cardUnposted } from './blocks/card-unposted.ts';
import { directMessage } from './blocks/direct-message.ts';
import { roundCard } from './blocks/round-card.ts';
import { deliverSummary, deliverSummaryUnposted } from './deliver-summary.ts';
import { announcesAnew } from './blocks/unheard-part.ts';
import { threadLine } from './blocks/thread-line.ts';
import { inChannel, toldInChannel } from './channel-face.ts';
import { waitsForConcerned } from './concern-told.ts';
import { deliverCircleDirect, deliverCircleNews } from './deliver-circle.ts';
import { deliverInvitation } from './deliver-draft.ts';
import { deliverNoAnswer } from './deliver-no-answer.ts';
import { deliverNudge } from './deliver-nudge.ts';
import { deliverObjection, deliverObjectionThread } from './deliver-objection.ts';
import { talksOf, talkTold } from './deliver-objection.ts';
import {
  DONE,
  deliveryOf,
  eventOf,
  permalinkOf,
  postAbout,
  roundInCircle,
  toPerson,
  type DeliverParts,
} from './delivering.ts';
import type { Sending } from './sender.ts';

type NoticeOf<Kind extends Notice['kind']> = Notice & { kind: Kind };

const NEEDLESS: Delivery = { outcome: 'needless' };
const CARD_WAIT_MS = 2_000;
/** The card is gone or may not be changed: a new one takes its place. */
const CARD_LOST = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
/** The card under which a line should go is gone. */
const THREAD_LOST = new Set(['message_not_found', 'thread_not_found', 'cannot_reply_to_message']);

/** Sends notices, each drawn from what the database says when it is sent. */
export function createDeliver(parts: DeliverParts): Deliver {
  return async (leased) => {
    const { notice } = leased;
    switch (notice.kind) {
      case 'card':
        return deliverCard(notice.roundId, parts);
      case 'objection':
        return deliverObjection(notice, parts);
      case 'objection_thread':
        return deliverObjectionThread(notice, parts);
      case 'thread':
        return deliverThread(notice, leased.createdAt, parts);
      case 'direct':
        return deliverDirect(notice, leased.createdAt, parts);
      case 'nudge':
        return deliverNudge(notice, leased, parts);
      case 'no_answer':
        return deliverNoAnswer(notice, leased, parts);
      case 'handed_on':
        return deliverSummary(notice, parts);
      case 'summary_unposted':
        return deliverSummaryUnposted(notice, parts);
      case 'circle_news':
        return deliverCircleNews(notice, parts);
      case 'circle_direct':
        return deliverCircleDirect(notice, parts);
      case 'draft_invited':
        return deliverInvitation(notice, parts);
      case 'card_unposted':
        return deliverUnposted(notice, parts);
    }
  };
}

/** Posts the card, or draws it anew. Where it cannot be up, its proposer hears why, once. */
async function deliverCard(id: RoundId, parts: DeliverParts): Promise<Delivery> {
  const { round, circle } = await roundInCircle(id, parts);
  const talks = await talksOf(round, parts);
  const { words } = parts;
  const shown = await inChannel(round, parts);
  const content = roundCard({ round: shown, circle, now: parts.now(), words, talks });
  const card = await parts.store.cardOf(id);
  if (card) {
    const updated = await parts.sender.update(card.channelId, card.ts, content);
    if (!isLost(updated, CARD_LOST)) return deliveryOf(updated);
  }
  if (!card && (await waitsForConcerned(round, parts))) {
    return { outcome: 'later', dueAt: parts.now() + CARD_WAIT_MS };
  }
  const posted = await parts.sender.post(circle.channelId, content);
  if ('sent' in posted) {
    await parts.store.saveCard({ roundId: id, ...posted.sent }, parts.now());
    return DONE;
  }
  if (posted.unsent.outcome === 'stuck') await tellProposer(round, posted.unsent.error, parts);
  return posted.unsent.outcome === 'impossible'
    ? { outcome: 'stuck', error: posted.unsent.error }
    : posted.unsent;
}

async function tellProposer(
  round: RoundInCircle['round'],
  error: string,
  { store, now }: DeliverParts,
): Promise<void> {
  const notice = { kind: 'card_unposted', roundId: round.id, to: round.proposedBy, error } as const;
  const told = outgoing(round.teamId, notice, now());
  const before = await store.lastDeliveredAt(told.key);
  if (before === null) await store.addNotices([told]);
}

async function deliverThread(
  { roundId, seq }: NoticeOf<'thread'>,
  createdAt: Instant,
  parts: DeliverParts,
): Promise<Delivery> {
  const card = await parts.store.cardOf(roundId);
  if (!card) return { outcome: 'later', dueAt: parts.now() + CARD_WAIT_MS };
  const { round, circle } = await roundInCircle(roundId, parts);
  const event = await eventOf(roundId, seq, parts);
  const { talk, isAwaited } = await talkTold({ round, event, createdAt }, parts);
  if (isAwaited) return { outcome: 'later', dueAt: parts.now() + CARD_WAIT_MS };
  const { words } = parts;
  const face = await toldInChannel({ round, event }, parts);
  const content = threadLine({ ...face, circle, words, talk });
  if (!content) return NEEDLESS;
  const place = {
    channel: card.channelId,
    threadTs: card.ts,
    alsoInChannel: announcesAnew(event, round),
  };
  const posted = await postAbout(round, place, content, parts);
  if (!isLost(posted, THREAD_LOST)) return deliveryOf(posted);
  // Drawing the card anew finds that it is gone, and puts up another, whose thread this joins.
  await parts.store.addNotices([outgoing(round.teamId, { kind: 'card', roundId }, parts.now())]);
  return { outcome: 'failed', error: 'thread_not_found' };
}

async function deliverDirect(
  { roundId, seq, to }: NoticeOf<'direct'>,
  createdAt: Instant,
  parts: DeliverParts,
): Promise<Delivery> {
  const { round, circle } = await roundInCircle(roundId, parts);
  const event = await eventOf(roundId, seq, parts);
  const permalink = await permalinkOf(roundId, parts);
  const { words } = parts;
  const { talk, isAwaited } = await talkTold({ round, event, createdAt }, parts);
  if (isAwaited) return { outcome: 'later', dueAt: parts.now() + CARD_WAIT_MS };
  const told = mayRead(round, circle, to) ? { round, event } : null;
  const shown = told ?? (await toldInChannel({ round, event }, parts));
  const content = directMessage({ ...shown, circle, words, to, permalink, talk });
  return toPerson(await postAbout(round, { channel: to }, content, parts));
}

async function deliverUnposted(
  { roundId, to, error }: NoticeOf<'card_unposted'>,
  parts: DeliverParts,
): Promise<Delivery> {
  if (await parts.store.cardOf(roundId)) return NEEDLESS;
  const { round, circle } = await roundInCircle(roundId, parts);
  const { words, botUserId } = parts;
  const content = cardUnposted({ round, circle, error, words, botUserId });
  return toPerson(await parts.sender.post(to, content));
}

function isLost(sending: Sending, lost: ReadonlySet<string>): boolean {
  if ('sent' in sending) return false;
  const { unsent } = sending;
  return unsent.outcome === 'impossible' && lost.has(unsent.error);
}
