import { section } from './blocks/kit.ts';
import { message } from './blocks/message.ts';
import { channelId, type RoundId } from '../core/ids.ts';
import { link } from '../words/terms.ts';
import type { Click } from './interaction.ts';
import type { Services } from './services.ts';
import { faultNameOf } from './slack-error.ts';

/**
 * A click on a card tells where that card is. Where the database knows of no card (its posting had
 * an unknown outcome), this one becomes the card; where it knows of another, this one is an orphan
 * and now points to the real one. The click itself counts either way.
 *
 * Never throws: what the person did is recorded already.
 */
export async function mendCard(click: Click, round: RoundId, services: Services): Promise<void> {
  const { messageTs: ts, channelId: channel, isEphemeral } = click;
  const isDirect = channel?.startsWith('D') ?? true;
  if (!ts || !channel || isEphemeral || isDirect) return;
  try {
    const card = await services.store.cardOf(round);
    if (!card)
      await services.store.saveCard({ roundId: round, channelId: channel, ts }, services.now());
    else if (card.ts !== ts) await pointToCard({ channel, ts }, card, services);
  } catch (error) {
    services.log.warn({ round, fault: faultNameOf(error) }, 'an old copy of a card is not mended');
  }
}

async function pointToCard(
  orphan: { readonly channel: string; readonly ts: string },
  card: { readonly channelId: string; readonly ts: string },
  services: Services,
): Promise<void> {
  const { conversations, words, slack } = services;
  const permalink = await conversations.permalink(channelId(card.channelId), card.ts);
  const place = words.system.thisCard();
  const saying = words.system.cardMoved({ card: permalink ? link(permalink, place) : place });
  const content = message({ text: saying, blocks: [section(saying)] });
  await slack.client.chat.update({ ...orphan, ...content, parse: 'none' });
}
