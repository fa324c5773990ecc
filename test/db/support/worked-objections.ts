import { channelId, circleId, objectionId, type RoundId } from '../../../src/core/ids.ts';
import * as world from './bakery.ts';

const { ada, ben, cleo, dora, objectionText, MONDAY, HOUR, DAY } = world;

/** Objections that are worked on, adopted, turned into a note, and one that nobody adopts. */
export async function playObjections(bakers: world.World): Promise<RoundId> {
  const circle = circleId('cellar');
  await world.openCircle(bakers, { settings: world.settings }, circle, channelId('C0CELLAR'));
  const { id } = await world.openRound(bakers, 'objections', {}, { circle });
  const [first, second] = [objectionId('cold'), objectionId('dark')];
  const about = { objectionId: first, at: MONDAY + HOUR } as const;
  const helps = { ...about, by: ada } as const;
  await world.did(bakers, id, { type: 'ask_help', at: about.at, by: dora });
  await world.did(bakers, id, { type: 'object', ...objectionText, ...about, by: dora });
  await world.did(bakers, id, { type: 'ask_clarity', text: 'How cold?', ...helps });
  await world.did(bakers, id, { type: 'ask_aim_link', ...helps });
  await world.did(bakers, id, {
    type: 'suggest_wording',
    ...objectionText,
    harm: 'Too cold',
    ...helps,
  });
  await world.did(bakers, id, { type: 'suggest_way', way: 'pilot', text: 'In May', ...helps });
  await world.did(bakers, id, { type: 'ask_talk', ...about, by: ben });
  const raised = { type: 'object', objectionId: second, ...objectionText } as const;
  await world.did(bakers, id, { ...raised, at: about.at, by: cleo });
  for (const by of [ada, ben]) await world.did(bakers, id, { type: 'consent', at: about.at, by });
  for (const day of [2, 4]) {
    const at = MONDAY + day * DAY + 2 * HOUR;
    await world.did(bakers, id, { type: 'look_at_clock', at, by: null });
  }
  const leave = { fromOn: '2027-03-06', untilOn: '2027-03-09' };
  const away = { type: 'change_leave', leave, at: MONDAY + 4 * DAY } as const;
  await bakers.performer.onCircle(circle, { ...away, member: dora, by: dora });
  await world.did(bakers, id, { type: 'look_at_clock', at: MONDAY + 5 * DAY + HOUR, by: null });
  const later = { objectionId: first, at: MONDAY + 5 * DAY + 2 * HOUR } as const;
  await world.did(bakers, id, { type: 'adopt_objection', ...later, by: ada });
  await world.did(bakers, id, { type: 'make_note', note: 'Coats', ...later, by: ada });
  for (const untilOn of ['2027-03-12', null]) {
    const again = { ...away, leave: { fromOn: '2027-03-10', untilOn } };
    const at = untilOn === null ? MONDAY + 14 * DAY : MONDAY + 9 * DAY;
    await bakers.performer.onCircle(circle, { ...again, at, member: cleo, by: cleo });
    await world.did(bakers, id, { type: 'look_at_clock', at: at + 4 * DAY, by: null });
  }
  await world.did(bakers, id, { type: 'look_at_clock', at: MONDAY + 40 * DAY, by: null });
  return id;
}
