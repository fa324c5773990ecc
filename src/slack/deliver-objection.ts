import type { Instant } from '../core/calendar.ts';
import { roundAt } from '../core/clock.ts';
import type { ObjectionId } from '../core/ids.ts';
import type { Notice } from '../core/notice.ts';
import { openObjections } from '../core/standing.ts';
import type { Round } from '../core/round.ts';
import type { RoundEvent } from '../core/round-event.ts';
import type { Delivery } from '../shell/outbox.ts';
import { outgoing } from '../shell/outgoing.ts';
import { objectionMessage } from './blocks/objection-card.ts';
import { objectionThreadPost } from './blocks/objection-thread.ts';
import { inChannel, toldInChannel } from './channel-face.ts';
import { deliveryOf, DONE, permalinkOf, postAbout, type DeliverParts } from './delivering.ts';
import type { Sending } from './sender.ts';

type NoticeOf<Kind extends Notice['kind']> = Notice & { readonly kind: Kind };

const NEEDLESS: Delivery = { outcome: 'needless' };
const MESSAGE_WAIT_MS = 2_000;
/** What tells of an objection waits so long for the message that it links to. */
const TALK_WAIT_MS = 60_000;
/** The message is gone or may not be changed: a new one takes its place. */
const LOST = new Set([
  'message_not_found',
  'thread_not_found',
  'cannot_reply_to_message',
  'cant_update_message',
  'edit_window_closed',
]);

/**
 * Posts an objection's message, or draws it anew. It waits for the card, above which it must not
 * stand; once it is up, the card gets a link to it. A post whose outcome is not known is sent
 * again, so that an objection is never without its message.
 */
export async function deliverObjection(
  { roundId, objectionId }: NoticeOf<'objection'>,
  parts: DeliverParts,
): Promise<Delivery> {
  const { store, sender, words, now } = parts;
  const card = await store.cardOf(roundId);
  if (!card) return { outcome: 'later', dueAt: now() + MESSAGE_WAIT_MS };
  const { round: recorded, circle } = await found(roundId, parts);
  const face = await inChannel(recorded, parts);
  const round = roundAt(face, { circle, now: now() });
  const objection = round.objections.find(({ id }) => id === objectionId);
  if (!objection) return NEEDLESS;
  const permalink = await permalinkOf(roundId, parts);
  const seen = { round, circle, now: now(), objection, permalink };
  const content = objectionMessage(seen, words);
  const kept = await store.objectionMessageOf(roundId, objectionId);
  if (kept) {
    const updated = await sender.update(kept.channelId, kept.ts, content);
    if (!isLost(updated)) return deliveryOf(updated);
  }
  const posted = await sender.post(circle.channelId, content);
  if (!('sent' in posted)) return stuckRather(posted.unsent);
  await store.saveObjectionMessage({ roundId, objectionId, ...posted.sent }, now());
  await store.addNotices([outgoing(round.teamId, { kind: 'card', roundId }, now())]);
  return DONE;
}

/** Says something in an objection's thread; waits for its message, which begins the thread. */
export async function deliverObjectionThread(
  { roundId, objectionId, seq }: NoticeOf<'objection_thread'>,
  parts: DeliverParts,
): Promise<Delivery> {
  const { store, words, now } = parts;
  const kept = await store.objectionMessageOf(roundId, objectionId);
  if (!kept) return { outcome: 'later', dueAt: now() + MESSAGE_WAIT_MS };
  const { round, circle } = await found(roundId, parts);
  const event = (await store.roundEvents(roundId))[seq - 1];
  if (!event) throw new Error(`Round ${roundId} has no event ${seq}`);
  const face = await toldInChannel({ round, event }, parts);
  const content = objectionThreadPost({ ...face, circle, words });
  if (!content) return NEEDLESS;
  const place = { channel: kept.channelId, threadTs: kept.ts };
  const posted = await postAbout(round, place, content, parts);
  if (!isLost(posted)) return deliveryOf(posted);
  // Drawing the message anew finds that it is gone, and puts up another, whose thread this joins.
  const notice = { kind: 'objection', roundId, objectionId } as const;
  await store.addNotices([outgoing(round.teamId, notice, now())]);
  return { outcome: 'failed', error: 'thread_not_found' };
}

/** Links to the messages of a round's open objections, as far as they are up. */
export async function talksOf(
  round: Round,
  parts: DeliverParts,
): Promise<ReadonlyMap<ObjectionId, string>> {
  const talks = new Map<ObjectionId, string>();
  for (const { id } of openObjections(round)) {
    const permalink = await talkOf(round, id, parts);
    if (permalink) talks.set(id, permalink);
  }
  return talks;
}

/**
 * A link to where the objection is talked about that an event is about, and whether it is still
 * waited for: what tells of a new objection links to its message, which is on its way.
 */
export async function talkTold(
  told: { readonly round: Round; readonly event: RoundEvent; readonly createdAt: Instant },
  parts: DeliverParts,
): Promise<{ readonly talk: string | null; readonly isAwaited: boolean }> {
  const { round, event, createdAt } = told;
  const talk = 'objectionId' in event ? await talkOf(round, event.objectionId, parts) : null;
  const isNew = event.type === 'objection_raised' && parts.now() - createdAt < TALK_WAIT_MS;
  return { talk, isAwaited: isNew && talk === null };
}

/** A link to the message of one objection; null where it is not up or Slack gives none. */
async function talkOf(
  { id: roundId }: Pick<Round, 'id'>,
  objectionId: ObjectionId,
  { store, conversations }: Pick<DeliverParts, 'store' | 'conversations'>,
): Promise<string | null> {
  const kept = await store.objectionMessageOf(roundId, objectionId);
  return kept && conversations.permalink(kept.channelId, kept.ts);
}

function isLost(sending: Sending): boolean {
  if ('sent' in sending) return false;
  const { unsent } = sending;
  return unsent.outcome === 'impossible' && LOST.has(unsent.error);
}

/** What cannot be posted now waits for people, as the card does: it is never given up. */
function stuckRather(unsent: Delivery): Delivery {
  return unsent.outcome === 'impossible' ? { outcome: 'stuck', error: unsent.error } : unsent;
}

async function found(id: Round['id'], { performer }: DeliverParts) {
  const known = await performer.round(id);
  if (!known) throw new Error(`There is no round ${id}`);
  return known;
}
