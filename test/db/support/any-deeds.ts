import * as fc from 'fast-check';
import { addDays, dayOf } from '../../../src/core/calendar.ts';
import type { CircleCommand } from '../../../src/core/circle-change.ts';
import type { RoundCommand } from '../../../src/core/decide-round.ts';
import { channelId, circleId, memberId, objectionId, roundId } from '../../../src/core/ids.ts';
import type { MemberId } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/round.ts';
import * as world from './bakery.ts';

const { ada, ben, cleo, dora, emil, MONDAY, HOUR, DAY } = world;

type Act =
  | { readonly what: 'round'; readonly type: (typeof ROUND_TYPES)[number] }
  | { readonly what: 'outage' }
  | { readonly what: 'leave' | 'roster' | 'account' };

/** Something that somebody tries, some time after what was tried before. */
export type Deed = {
  readonly act: Act;
  readonly by: MemberId;
  readonly hoursLater: number;
  readonly round: 0 | 1;
  readonly text: string;
};

const ROUND_TYPES = [
  'consent',
  'consent',
  'consent',
  'ask_more_time',
  'object',
  'settle_objection',
  'take_back_objection',
  'take_back_answer',
  'ask_question',
  'decide',
  'extend',
  'to_meeting',
  'park',
  'resume',
  'withdraw',
  'object_late',
  'answer_late_objection',
  'pause_decision',
  'unpause_decision',
  'look_at_clock',
] as const;

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...ROUND_TYPES).map(roundAct) },
  { weight: 1, arbitrary: fc.constant<Act>({ what: 'outage' }) },
  { weight: 2, arbitrary: fc.constantFrom('leave', 'roster', 'account').map((what) => ({ what })) },
);

const deed: fc.Arbitrary<Deed> = fc.record({
  act,
  by: fc.constantFrom(ada, ben, cleo, dora, emil, memberId('U0STRANGER')),
  hoursLater: fc.constantFrom(0, 0, 1, 5, 24, 60),
  round: fc.constantFrom(0, 1),
  text: fc.constantFrom('A reason', 'Another reason', 'half \ud83e', 'zero \0 byte', '  '),
});

export const anyDeeds: fc.Arbitrary<readonly Deed[]> = fc.array(deed, {
  minLength: 1,
  maxLength: 40,
});

/** Plays deeds in a circle of their own, with two rounds; many are refused, which is as good. */
export async function perform(
  bakers: world.World,
  name: string,
  deeds: readonly Deed[],
): Promise<readonly Round[]> {
  const circle = circleId(name);
  const closing = name.length % 2 === 0 ? ('automatic' as const) : ('facilitator' as const);
  const settings = { ...world.settings, name, closing };
  await world.openCircle(bakers, { settings }, circle, channelId(`C-${name}`));
  const ids = [roundId(`${name}-a`), roundId(`${name}-b`)];
  for (const id of ids) await world.openRound(bakers, id, {}, { circle });

  let at = MONDAY;
  for (const one of deeds) {
    at += one.hoursLater * HOUR;
    const id = ids[one.round] ?? roundId(name);
    const round = await roundNow(bakers, id);
    if (one.act.what === 'round') {
      await bakers.performer.onRound(id, commandOf(one.act.type, one, at, round));
    } else if (one.act.what === 'outage') {
      const outage = { outageFrom: at, outageTo: at + 3 * DAY };
      at += 3 * DAY;
      await bakers.performer.onRound(id, { type: 'add_back_outage', at, by: null, ...outage });
    } else {
      await bakers.performer.onCircle(circle, circleCommandOf(one.act.what, one, at));
    }
  }
  return Promise.all(ids.map((id) => roundNow(bakers, id)));
}

function roundAct(type: (typeof ROUND_TYPES)[number]): Act {
  return { what: 'round', type };
}

async function roundNow({ performer }: world.World, id: Round['id']): Promise<Round> {
  const known = await performer.round(id);
  if (!known) throw new Error(`Round ${id} was not opened`);
  return known.round;
}

function commandOf(
  type: (Act & { what: 'round' })['type'],
  { by, text }: Deed,
  at: number,
  round: Round,
): RoundCommand {
  const said = { at, by };
  const newId = objectionId(`${by}-${round.objections.length}`);
  const ownId = round.objections.findLast((one) => one.by === by)?.id ?? newId;
  switch (type) {
    case 'consent':
      return { type, note: text, ...said };
    case 'ask_more_time':
      return { type, needs: text, ...said };
    case 'object':
    case 'object_late':
      return {
        type,
        objectionId: newId,
        harm: `Harm: ${text}`,
        effect: `Effect: ${text}`,
        remedy: text,
        ...said,
      };
    case 'settle_objection':
    case 'take_back_objection':
      return { type, objectionId: ownId, ...said };
    case 'take_back_answer':
      return { type, ...said };
    case 'ask_question':
      return { type, text, ...said };
    case 'answer_late_objection':
      return { type, objectionId: round.aftermath.lateObjections[0]?.id ?? newId, text, ...said };
    case 'pause_decision':
      return { type, reason: text, ...said };
    case 'unpause_decision':
      return { type, ...said };
    case 'look_at_clock':
      return { type, at, by: null };
    default:
      return wayOnOf(type, text, said);
  }
}

function wayOnOf(
  type: 'decide' | 'extend' | 'to_meeting' | 'park' | 'resume' | 'withdraw',
  text: string,
  said: { readonly at: number; readonly by: MemberId },
): RoundCommand {
  const { at } = said;
  const untilOn = addDays(dayOf(at, 'Europe/Berlin'), 10);
  switch (type) {
    case 'decide':
      return { type, decisionNumber: 0, ...said };
    case 'extend':
      return { type, deadlineAt: at + 5 * DAY, reason: text, ...said };
    case 'to_meeting':
      return { type, note: text, ...said };
    case 'park':
      return { type, nextStep: text, who: ben, untilOn, ...said };
    case 'resume':
      return { type, deadlineAt: at + 6 * DAY, ...said };
    default:
      return { type, reason: text, ...said };
  }
}

function circleCommandOf(
  what: 'leave' | 'roster' | 'account',
  { by, text }: Deed,
  at: number,
): CircleCommand {
  const said = { at, by };
  if (what === 'account') {
    return { type: 'account_changed', member: by, closed: text === 'A reason', ...said };
  }
  if (what === 'leave') {
    const fromOn = dayOf(at, 'Europe/Berlin');
    const leave = text === 'A reason' ? null : { fromOn, untilOn: addDays(fromOn, 2) };
    return { type: 'change_leave', member: by, leave, ...said };
  }
  const roster = world.roster.filter(({ id }) => text === 'A reason' || id !== cleo);
  const facilitators = text === 'A reason' ? [ada] : [dora, ada];
  const form = { settings: world.settings, roster, facilitators };
  return { type: 'change_circle', form, ...said };
}
