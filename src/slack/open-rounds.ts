import { roundAt } from '../core/clock.ts';
import { isMember, type Circle } from '../core/circle.ts';
import { mayRead } from '../core/confidential.ts';
import type { ChannelId, CircleId, MemberId, RoundId } from '../core/ids.ts';
import type { RoundSeen } from './blocks/round-line.ts';
import type { Services } from './services.ts';

/** The circle of a channel, for somebody who belongs to it; null for everybody else. */
export async function circleHere(
  where: { readonly channelId: ChannelId | null; readonly by: MemberId },
  { store, performer, teamId }: Services,
): Promise<Circle | null> {
  if (!where.channelId) return null;
  const id = await store.circleOfChannel(teamId, where.channelId);
  const circle = id && (await performer.circle(id));
  return circle && isMember(circle, where.by) ? circle : null;
}

/** Every circle that the person belongs to, by name. */
export async function circlesOf(by: MemberId, services: Services): Promise<Circle[]> {
  const { store, performer, teamId } = services;
  const ids = await store.circlesOf(teamId, by);
  const circles = await Promise.all(ids.map((id) => performer.circle(id)));
  return circles.filter((circle) => circle !== null).filter((circle) => isMember(circle, by));
}

/** The open rounds of these circles that this person may read, as of now, by deadline (§D9). */
export async function openRoundsIn(
  by: MemberId,
  circleIds: readonly CircleId[],
  services: Services,
): Promise<RoundSeen[]> {
  const { store } = services;
  const lists = await Promise.all(circleIds.map((id) => store.openRoundsOf(id)));
  const rounds = await Promise.all(lists.flat().map((id) => roundNow(id, services)));
  return rounds
    .filter((seen) => seen !== null)
    .filter(({ round }) => !round.ending)
    .filter(isForEyesOf(by))
    .sort((one, other) => one.round.deadlineAt - other.round.deadlineAt);
}

/**
 * A round for somebody who belongs to its circle and may read it. Null for everybody else too, so that nobody
 * learns that it exists (docs/process.md §3).
 */
export async function roundFor(
  by: MemberId,
  id: RoundId,
  services: Services,
): Promise<RoundSeen | null> {
  const seen = await roundNow(id, services);
  return seen && isMember(seen.circle, by) && isForEyesOf(by)(seen) ? seen : null;
}

/** Whether this person may read it: a confidential round is not for everybody (§4.4). */
function isForEyesOf(by: MemberId) {
  return ({ round, circle }: RoundSeen) => mayRead(round, circle, by);
}

async function roundNow(id: RoundId, services: Services): Promise<RoundSeen | null> {
  const found = await services.performer.round(id);
  if (!found) return null;
  const now = services.now();
  return { ...found, round: roundAt(found.round, { circle: found.circle, now }), now };
}
