import { channelId, circleId, relayId, type RoundId } from '../../../src/core/ids.ts';
import * as world from './bakery.ts';

const { ada, ben, cleo, dora, emil, MONDAY, HOUR, DAY } = world;

/** Answers from outside, people who are asked too, and a secretary who stands in. */
export async function playRelays(bakers: world.World): Promise<RoundId> {
  const circle = circleId('pantry');
  const settings = { ...world.settings, name: 'Pantry', standIn: cleo };
  const form = { settings, secretaries: [dora] };
  await world.openCircle(bakers, form, circle, channelId('C0PANTRY'));
  const { id } = await world.openRound(bakers, 'relays', {}, { circle });
  const at = MONDAY + HOUR;
  const said = {
    said: { kind: 'consent', note: null },
    wording: 'their_own',
    channel: 'phone',
    supporter: null,
    saidOn: '2027-03-01',
    witness: null,
  } as const;
  for (const [number, answer] of (['confirm_relay', 'deny_relay'] as const).entries()) {
    const relay = relayId(`y-${number}`);
    const member = number === 0 ? cleo : dora;
    const written = { type: 'relay_answer', relayId: relay, member, ...said, at, by: ada } as const;
    await world.did(bakers, id, written);
    await world.did(bakers, id, { type: answer, relayId: relay, at: at + 1, by: member });
  }
  const roster = world.roster.map((one) =>
    one.id === emil ? { ...one, status: 'full' as const } : one,
  );
  const changed = { settings, roster, facilitators: [ada] };
  await bakers.performer.onCircle(circle, { type: 'change_circle', form: changed, at, by: ada });
  await world.did(bakers, id, { type: 'wish_to_be_asked', at, by: emil });
  await world.did(bakers, id, { type: 'ask_member_too', member: emil, at, by: ada });
  const leave = { fromOn: '2027-03-01', untilOn: null };
  await bakers.performer.onCircle(circle, {
    type: 'change_leave',
    member: ada,
    leave,
    at,
    by: ada,
  });
  const park = { type: 'park', nextStep: 'Wait', who: ben, untilOn: '2027-04-01' } as const;
  await world.did(bakers, id, { ...park, at: at + DAY, by: cleo });
  return id;
}
