import { roundAt } from '../core/clock.ts';
import { isToldLately, noAnswerOf } from '../core/no-answer.ts';
import type { Notice } from '../core/notice.ts';
import type { Delivery } from '../shell/outbox.ts';
import type { LeasedNotice } from '../shell/store.ts';
import { noAnswerMessage } from './blocks/no-answer.ts';
import { deliveryOf, permalinkOf, postAbout, roundInCircle, toPerson } from './delivering.ts';
import type { DeliverParts } from './delivering.ts';
import { isDirectMessage } from './reach.ts';

const NEEDLESS: Delivery = { outcome: 'needless' };

/**
 * "An emoji is no answer", to one person, where they put it: so that only they see it, or as a
 * direct message where that cannot be. Nothing where the round has ended meanwhile, or they have
 * answered since, or have heard it lately.
 *
 * Source: docs/process.md §10 case 19.
 */
export async function deliverNoAnswer(
  { roundId, to, channelId, threadTs }: Notice & { readonly kind: 'no_answer' },
  { key, createdAt }: Pick<LeasedNotice, 'key' | 'createdAt'>,
  parts: DeliverParts,
): Promise<Delivery> {
  const { store, sender, words, now } = parts;
  const { round: stored, circle } = await roundInCircle(roundId, parts);
  const round = roundAt(stored, { circle, now: now() });
  const noAnswer = noAnswerOf(round, circle, to);
  const toldAt = await store.lastDeliveredAt(key);
  if (!noAnswer || isToldLately(noAnswer, toldAt, now())) return NEEDLESS;
  if (noAnswer.kind === 'answered' && noAnswer.answer.at > createdAt) return NEEDLESS;
  const permalink = await permalinkOf(roundId, parts);
  const content = noAnswerMessage({ round, to, noAnswer, permalink }, words);
  if (!isDirectMessage(channelId)) {
    const whispered = deliveryOf(await sender.whisper(channelId, to, content, threadTs));
    const isGone = whispered.outcome === 'impossible' || whispered.outcome === 'stuck';
    if (!isGone) return whispered;
  }
  return toPerson(await postAbout(round, { channel: to }, content, parts));
}
