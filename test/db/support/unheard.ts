import { channelId, circleId, type RoundId } from '../../../src/core/ids.ts';
import * as world from './bakery.ts';

const { dora, MONDAY, HOUR, DAY } = world;

/** A round that nobody answers, and one that too few answer for what the circle agreed on. */
export async function playUnheard(bakers: world.World): Promise<readonly RoundId[]> {
  const circle = circleId('loft');
  const adopted = { decisionNumber: 1, adoptedOn: '2027-01-05', reviewOn: '2027-12-01' };
  const settings = { ...world.settings, silence: { policy: 'floor', ...adopted } } as const;
  await world.openCircle(bakers, { settings }, circle, channelId('C0LOFT'));
  const { id: unheard } = await world.openRound(bakers, 'unheard', {}, { circle });
  const { id: few } = await world.openRound(bakers, 'few', {}, { circle });
  await world.did(bakers, few, { type: 'consent', at: MONDAY + HOUR, by: dora });
  for (const id of [unheard, few]) {
    for (const at of [MONDAY + 8 * DAY, MONDAY + 20 * DAY]) {
      await world.did(bakers, id, { type: 'look_at_clock', at, by: null });
    }
  }
  return [unheard, few];
}
