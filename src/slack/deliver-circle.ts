import { whyNotAskable } from '../core/asking.ts';
import type { Circle, CircleEvent } from '../core/circle.ts';
import { evolveCircle } from '../core/circle-history.ts';
import { closingStory, keepersHere } from '../core/circle-people.ts';
import { roundAt } from '../core/clock.ts';
import { mayRead } from '../core/confidential.ts';
import type { Notice } from '../core/notice.ts';
import { openObjections, takesAnswers } from '../core/standing.ts';
import type { Delivery } from '../shell/outbox.ts';
import { accountClosedMessage } from './blocks/circle-closed.ts';
import { circleNews } from './blocks/circle-news.ts';
import { channelLeftMessage } from './blocks/circle-channel-left.ts';
import { joinedMessage } from './blocks/circle-joined.ts';
import type { MessageContent } from './blocks/message.ts';
import type { RoundSeen } from './blocks/round-line.ts';
import { deliveryOf, permalinkOf, toPerson, type DeliverParts } from './delivering.ts';

type NoticeOf<Kind extends Notice['kind']> = Notice & { kind: Kind };
type EventOf<Type extends CircleEvent['type']> = CircleEvent & { readonly type: Type };

/** A change of the circle, in its channel (docs/process.md §6). */
export async function deliverCircleNews(
  { circleId, seq }: NoticeOf<'circle_news'>,
  parts: DeliverParts,
): Promise<Delivery> {
  const events = await parts.store.circleEvents(circleId);
  const event = eventIn(events, seq);
  const circle = circleAfter(events.slice(0, seq));
  const before = seq > 1 ? circleAfter(events.slice(0, seq - 1)) : null;
  const content = circleNews({ event, circle, before, words: parts.words });
  if (!content) return { outcome: 'needless' };
  return deliveryOf(await parts.sender.post(circle.channelId, content));
}

/**
 * A change of the circle, to one person, from what is true when it is sent: nothing where it was
 * answered or undone meanwhile. Source: docs/process.md §10 cases 2, 4 and 5.
 */
export async function deliverCircleDirect(
  notice: NoticeOf<'circle_direct'>,
  parts: DeliverParts,
): Promise<Delivery> {
  const events = await parts.store.circleEvents(notice.circleId);
  const about = { ...notice, events, circle: circleAfter(events) };
  const content = await contentOf(about, parts);
  if (!content) return { outcome: 'needless' };
  return toPerson(await parts.sender.post(notice.to, content));
}

type About = NoticeOf<'circle_direct'> & {
  readonly events: readonly CircleEvent[];
  /** As it is now. */
  readonly circle: Circle;
};

async function contentOf(about: About, parts: DeliverParts): Promise<MessageContent | null> {
  const event = eventIn(about.events, about.seq);
  switch (event.type) {
    case 'roster_changed':
      return joined(about, parts);
    case 'channel_left':
      return channelLeft(about, event, parts);
    case 'account_closed':
      return accountClosed(about, event, parts);
    default:
      return null;
  }
}

async function joined({ circle, to }: About, parts: DeliverParts): Promise<MessageContent | null> {
  const rounds = (await openRounds(circle, parts)).filter(({ round }) => {
    const isAsked = whyNotAskable(round, to, circle)?.code === 'asked_already';
    return takesAnswers(round) && !isAsked && mayRead(round, circle, to);
  });
  const isMember = circle.members.has(to);
  if (!isMember || rounds.length === 0) return null;
  const cards = new Map<string, string>();
  for (const { round } of rounds) {
    const permalink = await permalinkOf(round.id, parts);
    if (permalink) cards.set(round.id, permalink);
  }
  return joinedMessage({ circle, rounds, to, cards, words: parts.words });
}

function channelLeft(
  { circle, to }: About,
  { member }: EventOf<'channel_left'>,
  { words, now }: DeliverParts,
): MessageContent | null {
  const known = circle.members.get(member);
  if (!known || !known.leftChannelAt || known.deactivatedAt !== null) return null;
  if (to !== member && !keepersHere(circle, member, now()).includes(to)) return null;
  return channelLeftMessage({ circle, member, to, words });
}

async function accountClosed(
  { circle, to, events, seq }: About,
  { member }: EventOf<'account_closed'>,
  parts: DeliverParts,
): Promise<MessageContent | null> {
  const isKeeper = keepersHere(circle, member, parts.now()).includes(to);
  if (closingStory(events, seq)?.answer || !isKeeper) return null;
  const objected = (await openRounds(circle, parts)).filter(
    ({ round }) =>
      mayRead(round, circle, to) && openObjections(round).some(({ by }) => by === member),
  );
  return accountClosedMessage({ circle, member, seq, objected, words: parts.words });
}

/** The open rounds as the clock has them now, by deadline (docs/process.md §D9). */
async function openRounds(circle: Circle, parts: DeliverParts): Promise<RoundSeen[]> {
  const { store, performer } = parts;
  const now = parts.now();
  const ids = await store.openRoundsOf(circle.id);
  const found = await Promise.all(ids.map((id) => performer.round(id)));
  return found
    .filter((one) => one !== null)
    .map(({ round }) => ({ round: roundAt(round, { circle, now }), circle, now }))
    .filter(({ round }) => !round.ending);
}

function eventIn(events: readonly CircleEvent[], seq: number): CircleEvent {
  const event = events[seq - 1];
  if (!event) throw new Error(`A circle has no event ${seq}`);
  return event;
}

function circleAfter(events: readonly CircleEvent[]): Circle {
  const circle = events.reduce<Circle | null>(evolveCircle, null);
  if (!circle) throw new Error('A circle without events does not exist');
  return circle;
}
