import { decideRound, type RoundCommand } from '../core/decide-round.ts';
import { isMember, type Circle } from '../core/circle.ts';
import { roundAt } from '../core/clock.ts';
import { asConcerned } from '../core/concern.ts';
import { mayRead } from '../core/confidential.ts';
import { roundId, type MemberId, type RoundId } from '../core/ids.ts';
import type { RoundRefusal } from '../core/round-refusal.ts';
import { openObjectionOf } from '../core/standing.ts';
import type { RoundInCircle } from '../shell/perform.ts';
import { explainEnding } from '../words/explain-ending.ts';
import { explainRound } from '../words/explain.ts';
import { facilitatorsNamed } from '../words/members.ts';
import type { Saying } from '../words/message.ts';
import type { MessageContent } from './blocks/message.ts';
import { insteadOf } from './blocks/instead.ts';
import { privately } from './blocks/receipt.ts';
import type { RoundSeen } from './blocks/round-line.ts';
import { modal } from './blocks/view.ts';
import { callbackIds } from './ids.ts';
import type { Click, Interaction } from './interaction.ts';
import type { ClickListener } from './listener.ts';
import { mendMessage } from './objection-orphan.ts';
import type { ClickReply } from './reply-to-person.ts';
import type { Services } from './services.ts';

/** A click about a round that this person may know of. */
export type RoundClick = {
  readonly click: Click;
  readonly reply: ClickReply;
  readonly known: RoundInCircle;
};

/**
 * A listener for a button that carries a round's id (and more behind a colon, where it does).
 * Whoever may not know of the round gets the same answer as for a round that does not exist.
 * Where a card was clicked, it is mended after the ack.
 *
 * Source: docs/process.md §D12, §3.
 */
export function aboutRound(
  listen: (about: RoundClick, services: Services) => Promise<void>,
): ClickListener {
  return async (click, reply, services) => {
    const known = await roundFor(click.by, roundIdIn(click.value), services);
    if (!known) {
      await reply.ack();
      const said = await strangerSaying(click, services);
      await tell({ click, reply }, privately(said), services);
      return;
    }
    await listen({ click, reply, known }, services);
    await reply.ack();
    await mendMessage(click, known.round, services);
  };
}

/**
 * The round, where this person belongs to its circle, or has left an open objection in it, and may
 * read it. Null for everybody else, and alike for a round that does not exist.
 */
export async function roundFor(
  by: MemberId,
  id: RoundId,
  { performer }: Services,
): Promise<RoundInCircle | null> {
  const found = await performer.round(id);
  if (!found) return null;
  const { round, circle } = found;
  const isPart = isMember(circle, by) || openObjectionOf(round, by) !== null;
  return isPart && mayRead(round, circle, by) ? found : null;
}

/** The round as it stands now, with what the clock has brought (docs/process.md §D9). */
export function seenNow({ round, circle }: RoundInCircle, services: Services): RoundSeen {
  const now = services.now();
  return { round: roundAt(round, { circle, now }), circle, now };
}

/**
 * Why a command would be refused now, or null: asked before a form is opened for it. What is still
 * to be typed is no reason.
 */
export function whyNotNow(known: RoundInCircle, command: RoundCommand): RoundRefusal | null {
  const { round, circle } = known;
  const { refused } = decideRound(round, command, { circle, decisionNumber: 0 });
  return refused && 'field' in refused ? null : refused;
}

/** What a person hears who was refused: the rule and the next step. */
export async function refusalSaying(
  refused: RoundRefusal,
  circle: Circle,
  where: Interaction,
  services: Services,
): Promise<Saying> {
  if (refused.code === 'not_in_circle') return strangerSaying(where, services);
  const zone = circle.settings.calendar.timeZone;
  if (refused.code === 'round_ended') {
    return explainEnding(services.words, refused.ending, { zone, now: services.now() });
  }
  return explainRound(services.words, refused, zone);
}

/**
 * What everyone hears who is no part of a round, whether or not there is such a round. It depends
 * on the channel that they stand in and on nothing else.
 */
export async function strangerSaying(where: Interaction, services: Services): Promise<Saying> {
  const { store, performer, teamId, words } = services;
  const id = where.channelId && (await store.circleOfChannel(teamId, where.channelId));
  const circle = id && (await performer.circle(id));
  if (!circle) return words.refusal.stranger();
  const facilitators = facilitatorsNamed(circle.facilitators, words);
  return words.refusal.strangerHere({ facilitators });
}

/** Tells a person where they clicked: in place of a private message or modal, else privately. */
export async function tell(
  { click, reply }: Pick<RoundClick, 'click' | 'reply'>,
  content: MessageContent,
  { words }: Services,
): Promise<void> {
  const { view } = click;
  if (view && isInModal(click) && (await reply.update(view.id, modalOf(content, words)))) return;
  await reply.replace(content);
}

/** Tells a person why what they clicked cannot be. */
export async function tellRefusal(
  about: RoundClick,
  why: RoundRefusal,
  services: Services,
): Promise<void> {
  const { click, reply, known } = about;
  const refused = asConcerned(known.round, click.by, known.circle, why);
  await reply.ack();
  const said = await refusalSaying(refused, known.circle, click, services);
  const seen = seenNow(known, services);
  const place = isInModal(click) ? 'modal' : 'message';
  const instead = insteadOf(refused, { ...seen, by: click.by, place }, services.words);
  await tell(about, privately(said, instead), services);
}

/** A click in Home has a view too, and none that could say something. */
function isInModal({ view }: Click): boolean {
  return view !== null && view.callbackId !== '';
}

function modalOf({ blocks }: MessageContent, words: Services['words']) {
  const close = words.everyday.close();
  return modal({ callbackId: callbackIds.message, title: words.answer.title(), close, blocks });
}

function roundIdIn(value: string): RoundId {
  return roundId(value.split(':')[0] ?? '');
}
