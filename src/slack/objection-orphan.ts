import type { ObjectionId, RoundId } from '../core/ids.ts';
import type { Round } from '../core/round.ts';
import { link } from '../words/terms.ts';
import { section } from './blocks/kit.ts';
import { message } from './blocks/message.ts';
import { objectionValue, suggestionValue } from './ids.ts';
import type { Click } from './interaction.ts';
import { mendCard } from './orphan.ts';
import type { Services } from './services.ts';
import { faultNameOf } from './slack-error.ts';

/**
 * A click on an objection's message tells where it is, in the same way as one on a card does: a
 * button that names an objection stands on its message, and every other one on the card. What is
 * said in an objection's thread is neither.
 *
 * Never throws: what the person did is recorded already.
 */
export async function mendMessage(click: Click, round: Round, services: Services): Promise<void> {
  if (suggestionValue.open(click.value)) return;
  const named = objectionValue.open(click.value)?.objection;
  const objection = round.objections.find(({ id }) => id === named);
  if (objection) await mendObjection(click, round.id, objection.id, services);
  else await mendCard(click, round.id, services);
}

async function mendObjection(
  click: Click,
  roundId: RoundId,
  objectionId: ObjectionId,
  services: Services,
): Promise<void> {
  const { messageTs: ts, channelId, isEphemeral } = click;
  const isDirect = channelId?.startsWith('D') ?? true;
  if (!ts || !channelId || isEphemeral || isDirect) return;
  const { store, now } = services;
  try {
    const kept = await store.objectionMessageOf(roundId, objectionId);
    const found = { roundId, objectionId, channelId, ts };
    if (!kept) await store.saveObjectionMessage(found, now());
    else if (kept.ts !== ts) await pointTo({ channel: channelId, ts }, kept, services);
  } catch (error) {
    const fault = faultNameOf(error);
    services.log.warn({ round: roundId, fault }, 'an old copy of an objection is not mended');
  }
}

async function pointTo(
  copy: { readonly channel: string; readonly ts: string },
  kept: { readonly channelId: NonNullable<Click['channelId']>; readonly ts: string },
  { conversations, words, slack }: Services,
): Promise<void> {
  const permalink = await conversations.permalink(kept.channelId, kept.ts);
  const label = words.objectionCard.movedPlace();
  const saying = words.objectionCard.moved({ place: permalink ? link(permalink, label) : label });
  const content = message({ text: saying, blocks: [section(saying)] });
  await slack.client.chat.update({ ...copy, ...content, parse: 'none' });
}
