import { channelId, circleId, objectionId } from '../../../src/core/ids.ts';
import type { MemberId, RoundId } from '../../../src/core/ids.ts';
import type { RoundCommand } from '../../../src/core/decide-round.ts';
import * as world from './bakery.ts';

const { ada, ben, cleo, dora, MONDAY, HOUR, DAY } = world;

/** A decision about which something is raised, that is paused, and that is opened again. */
export async function playAfterwards(bakers: world.World): Promise<RoundId> {
  const { id, ending } = await world.decidedRound(bakers, 'afterwards');
  const at = ending?.at ?? 0;
  const late = (name: string) => ({ objectionId: objectionId(name), ...world.objectionText });
  await play(bakers, id, [
    { type: 'object_late', ...late('as-we-closed'), at: at + HOUR / 6, by: dora },
    { type: 'settle_objection', objectionId: objectionId('as-we-closed'), at: at + DAY, by: dora },
    { type: 'decide', decisionNumber: 0, at: at + DAY, by: ada },
    { type: 'pause_decision', reason: 'The oven smokes', at: at + 2 * DAY, by: ben },
    { type: 'unpause_decision', at: at + 2 * DAY + 1, by: ada },
    { type: 'correct_record', text: 'Ten, not nine.', at: at + 2 * DAY + 2, by: ada },
    { type: 'object_late', ...late('later'), at: at + 3 * DAY, by: cleo },
    { type: 'look_at_clock', at: at + 14 * DAY, by: null },
    { type: 'look_at_clock', at: at + 30 * DAY, by: null },
    {
      type: 'answer_late_objection',
      objectionId: objectionId('later'),
      text: 'We look at it on Monday',
      at: at + 31 * DAY,
      by: ben,
    },
  ]);
  return id;
}

/** A meeting with its record, a parked round that wakes, handing on, taking back and over. */
export async function playPauses(bakers: world.World): Promise<RoundId> {
  const { id } = await world.openRound(bakers, 'pauses');
  const at = MONDAY + HOUR;
  const woken = Date.parse('2027-04-01T12:00:00Z');
  const onwards = Date.parse('2027-04-09T15:00:00Z');
  await play(bakers, id, [
    { type: 'to_meeting', note: null, at, by: ben },
    {
      type: 'record_meeting',
      outcome: 'consented',
      present: [ada, ben],
      note: 'We try it',
      deadlineAt: MONDAY + 8 * DAY,
      at: at + HOUR,
      by: ada,
    },
    {
      type: 'pass_on',
      to: 'Kitchen',
      channelId: channelId('C0KITCHEN'),
      reason: 'Their oven',
      summary: 'May we use the oven?',
      at: at + 2 * HOUR,
      by: ada,
    },
    {
      type: 'resume',
      deadlineAt: MONDAY + 9 * DAY,
      answer: 'Mornings are fine',
      at: at + 3 * HOUR,
      by: ada,
    },
    {
      type: 'park',
      nextStep: 'Ask the landlord',
      who: ben,
      untilOn: '2027-04-01',
      at: at + 4 * HOUR,
      by: ada,
    },
    { type: 'look_at_clock', at: woken, by: null },
    { type: 'resume', deadlineAt: onwards, at: woken, by: ada },
    { type: 'withdraw', reason: null, at: woken + HOUR, by: ben },
    { type: 'take_over', at: woken + 2 * HOUR, by: dora },
  ]);
  return id;
}

/** A proposer who leaves and comes back, a proposal that is adopted, and one that nobody adopts. */
export async function playProposerLeft(bakers: world.World): Promise<RoundId> {
  const circle = circleId('attic');
  await world.openCircle(bakers, { settings: world.settings }, circle, channelId('C0ATTIC'));
  const { id } = await world.openRound(bakers, 'proposer-left', {}, { circle });
  const account = async (closed: boolean, member: MemberId, at: number) => {
    const changed = { type: 'account_changed', closed, member, at, by: member } as const;
    await bakers.performer.onCircle(circle, changed);
    await play(bakers, id, [{ type: 'look_at_clock', at, by: null }]);
  };
  await account(true, ben, MONDAY + HOUR);
  await account(false, ben, MONDAY + 2 * HOUR);
  await account(true, ben, MONDAY + 3 * HOUR);
  await play(bakers, id, [{ type: 'adopt_proposal', at: MONDAY + 4 * HOUR, by: dora }]);
  await account(true, dora, MONDAY + 5 * HOUR);
  await play(bakers, id, [{ type: 'look_at_clock', at: MONDAY + 10 * DAY, by: null }]);
  return id;
}

/** One that was no mistake after all, and is one in the end. */
export async function playMistaken(bakers: world.World): Promise<RoundId> {
  const { id } = await world.openRound(bakers, 'mistaken');
  const at = MONDAY + HOUR;
  await play(bakers, id, [
    { type: 'void', reason: 'It is there twice', at, by: ben },
    { type: 'take_void_back', at: at + HOUR, by: ben },
    { type: 'void', reason: 'It is there twice after all', at: at + 2 * HOUR, by: ada },
    { type: 'confirm_void', at: at + 3 * HOUR, by: ben },
  ]);
  return id;
}

async function play(
  bakers: world.World,
  id: RoundId,
  commands: readonly RoundCommand[],
): Promise<void> {
  for (const command of commands) await world.did(bakers, id, command);
}

/**
 * A decision that a newer one takes the place of; then an objection opens the newer round again.
 * Gives both rounds.
 */
export async function playReplaced(bakers: world.World): Promise<readonly RoundId[]> {
  const old = await world.decidedRound(bakers, 'replaced');
  if (old.ending?.kind !== 'decided') throw new Error('It was not decided');
  const replacing = { number: old.ending.decisionNumber, how: 'end' } as const;
  const { id } = await world.openRound(bakers, 'replacing', {}, { replacing });
  const at = MONDAY + 26 * HOUR;
  await play(bakers, id, [
    ...[ada, ben, cleo, dora].map((by) => ({ type: 'consent', at: MONDAY + HOUR, by }) as const),
    { type: 'decide', decisionNumber: 0, at, by: ada },
    {
      type: 'object_late',
      objectionId: objectionId('replaced-too-soon'),
      ...world.objectionText,
      at: at + 1,
      by: dora,
    },
  ]);
  return [old.id, id];
}
