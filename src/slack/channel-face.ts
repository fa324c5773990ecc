import { isConfidential } from '../core/confidential.ts';
import { publicEvent, publicFace, type InPlace } from '../core/public-face.ts';
import type { Round } from '../core/round.ts';
import type { RoundEvent } from '../core/round-event.ts';
import type { Store } from '../shell/store.ts';
import type { Words } from '../words/index.ts';

type FaceParts = {
  readonly store: Pick<Store, 'roundEvents'>;
  readonly words: Words;
};

/**
 * The round as its channel may see it. Whatever is drawn there is drawn from this, and nothing
 * else: of a confidential one no word that anybody wrote. Source: docs/process.md §4.4.
 */
export async function inChannel(round: Round, { store, words }: FaceParts): Promise<Round> {
  if (!isConfidential(round)) return round;
  return publicFace(await store.roundEvents(round.id), inPlaceOf(round, words));
}

/** The same, with one of its events (docs/process.md §4.4). */
export async function toldInChannel(
  { round, event }: { readonly round: Round; readonly event: RoundEvent },
  parts: FaceParts,
): Promise<{ readonly round: Round; readonly event: RoundEvent }> {
  if (!isConfidential(round)) return { round, event };
  const shown = await inChannel(round, parts);
  return { round: shown, event: publicEvent(event, inPlaceOf(round, parts.words)) };
}

/** What stands in the channel in the place of a title and of each text (docs/process.md §4.4). */
export function inPlaceOf({ terms }: Pick<Round, 'terms'>, { confidential }: Words): InPlace {
  const reason = terms.confidential ?? '';
  return { title: confidential.title({ reason }).plain, text: confidential.text().plain };
}
