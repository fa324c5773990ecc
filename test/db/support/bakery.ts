import type { Instant } from '../../../src/core/calendar.ts';
import type { Circle, CircleSettings, RosterEntry } from '../../../src/core/circle.ts';
import type { CircleForm } from '../../../src/core/circle-form.ts';
import { documentOfText } from '../../../src/core/document-of-text.ts';
import { channelId, circleId, memberId, objectionId, roundId } from '../../../src/core/ids.ts';
import { teamId, type CircleId, type MemberId, type RoundId } from '../../../src/core/ids.ts';
import type { ProposalForm, ProposeCommand } from '../../../src/core/proposal.ts';
import type { Round } from '../../../src/core/round.ts';
import type { RoundCommand } from '../../../src/core/decide-round.ts';
import { Performer } from '../../../src/shell/perform.ts';
import type { RoundResult } from '../../../src/shell/perform.ts';
import type { Store } from '../../../src/shell/store.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Monday, 09:00 in Berlin. */
export const MONDAY: Instant = Date.UTC(2027, 2, 1, 8);

export const team = teamId('T0BAKERY');
export const bakery = circleId('bakery');
export const bakeryChannel = channelId('C0BAKERY');
export const [ada, ben, cleo, dora, emil] = ['U0ADA', 'U0BEN', 'U0CLEO', 'U0DORA', 'U0EMIL'].map(
  (id) => memberId(id),
) as [MemberId, MemberId, MemberId, MemberId, MemberId];

/** Ada facilitates; Ben, Cleo and Dora decide with her; Emil is learning. */
export const roster: readonly RosterEntry[] = [
  ...[ada, ben, cleo, dora].map((id): RosterEntry => ({ id, status: 'full' })),
  { id: emil, status: 'learning' },
];

export const settings: CircleSettings = {
  name: 'Bakery',
  aim: 'Good bread for the street',
  calendar: {
    timeZone: 'Europe/Berlin',
    workingWeekdays: [1, 2, 3, 4, 5],
    closedDays: ['2027-12-24'],
  },
  windowDays: 7,
  minimumHours: 72,
  closing: 'facilitator',
  graceHours: 24,
  namesWaiting: true,
};

const circleForm: CircleForm = { settings, roster, facilitators: [ada] };

export const proposal: ProposalForm = {
  title: 'Open on Sundays',
  need: 'People ask for bread on Sundays',
  document: documentOfText('We open from 8 to 11.\nTwo of us work.'),
  owner: ben,
  reviewOn: '2027-06-01',
  deadlineAt: MONDAY + 7 * DAY,
  replaces: null,
};

export const objectionText = {
  harm: 'Nobody rests',
  effect: 'The team wears out',
  remedy: 'Every second Sunday',
};

/** A store with the means of using it as the program does. */
export type World = { readonly store: Store; readonly performer: Performer };

export function worldOf(store: Store): World {
  return { store, performer: new Performer(store, () => undefined) };
}

export async function openCircle(
  { performer }: World,
  form: Partial<CircleForm> = {},
  id = bakery,
  channel = bakeryChannel,
): Promise<Circle> {
  const result = await performer.onCircle(id, {
    type: 'create_circle',
    id,
    teamId: team,
    channelId: channel,
    form: { ...circleForm, ...form },
    at: MONDAY,
    by: ada,
  });
  if ('refused' in result) throw new Error(`No circle: ${result.refused.code}`);
  return result.circle;
}

type Opening = Pick<ProposeCommand, 'replacing'> & {
  readonly circle?: CircleId;
  readonly at?: number;
};

export async function openRound(
  { performer }: World,
  name = 'sundays',
  form: Partial<ProposalForm> = {},
  { circle = bakery, at = MONDAY, ...about }: Opening = {},
): Promise<Round> {
  const draft = { id: roundId(name), form: { ...proposal, ...form }, at, by: ben, ...about };
  const result = await performer.propose(circle, draft);
  if ('refused' in result) throw new Error(`No round: ${JSON.stringify(result.refused)}`);
  return result.round;
}

/** Performs a command that must not be refused. */
export async function did(
  { performer }: World,
  id: RoundId,
  command: RoundCommand,
): Promise<RoundResult> {
  const result = await performer.onRound(id, command);
  if (result.refused) throw new Error(`${command.type} was refused: ${result.refused.code}`);
  return result;
}

/** Opens a round and has everybody consent to it. */
export async function decidedRound(
  world: World,
  name: string,
  form: Partial<ProposalForm> = {},
): Promise<Round> {
  const { id } = await openRound(world, name, form);
  for (const by of [ada, ben, cleo, dora]) {
    await did(world, id, { type: 'consent', at: MONDAY + HOUR, by });
  }
  const closing = { type: 'decide' as const, decisionNumber: 0, at: MONDAY + 25 * HOUR, by: ada };
  return (await did(world, id, closing)).round;
}

/**
 * Plays rounds in which everything happens that can happen, and gives their ids. Every step is a
 * command that the rules decide; no event is made up.
 */
export async function playEverything(world: World): Promise<readonly RoundId[]> {
  await openCircle(world);
  return [
    await playAnswers(world),
    await playTheClock(world),
    await playOutage(world),
    await playWaysOn(world),
  ];
}

async function playAnswers(world: World): Promise<RoundId> {
  const { id } = await openRound(world, 'answers');
  const [first, second] = [objectionId('too-tired'), objectionId('too-dear')];
  const at = MONDAY + HOUR;
  const next = at + DAY;
  const commands: readonly RoundCommand[] = [
    { type: 'consent', note: 'Watch the noise', at, by: ben },
    { type: 'take_back_answer', at: at + 1, by: ben },
    { type: 'ask_question', text: 'Who bakes?', at: at + 2, by: emil },
    { type: 'object', objectionId: first, ...objectionText, at: at + 3, by: dora },
    {
      type: 'object',
      objectionId: first,
      ...objectionText,
      harm: 'Nobody sleeps',
      at: at + 4,
      by: dora,
    },
    { type: 'settle_objection', objectionId: first, at: at + 5, by: dora },
    { type: 'object', objectionId: second, ...objectionText, at: at + 6, by: cleo },
    { type: 'take_back_objection', objectionId: second, at: at + 7, by: cleo },
    { type: 'consent', at: next, by: ada },
    { type: 'consent', at: next, by: ben },
    { type: 'consent', note: 'In summer only', at: next, by: cleo },
    { type: 'decide', decisionNumber: 0, at: next + DAY, by: ada },
  ];
  for (const command of commands) await did(world, id, command);
  return id;
}

/** Leave and return, a hold that ends, nudges, the deadline, silence, readiness, standing in. */
async function playTheClock(world: World): Promise<RoundId> {
  const { id } = await openRound(world, 'clock', { deadlineAt: MONDAY + 4 * DAY });
  const look = (at: Instant) => did(world, id, { type: 'look_at_clock', at, by: null });
  const leave = { fromOn: '2027-03-02', untilOn: '2027-03-03' };
  await did(world, id, { type: 'ask_more_time', needs: 'The costs', at: MONDAY + HOUR, by: cleo });
  const change = { type: 'change_leave' as const, member: dora, at: MONDAY + DAY, by: dora };
  await world.performer.onCircle(bakery, { ...change, leave });
  for (let hours = 30; hours <= 14 * 24; hours += 6) await look(MONDAY + hours * HOUR);
  const answered = MONDAY + 15 * DAY;
  for (const by of [ada, ben, cleo, dora]) {
    await did(world, id, { type: 'consent', at: answered, by });
  }
  for (let days = 1; days <= 5; days += 1) await look(answered + days * DAY);
  return id;
}

async function playOutage(world: World): Promise<RoundId> {
  const circle = circleId('kitchen');
  const form = { settings: { ...settings, name: 'Kitchen', closing: 'automatic' as const } };
  await openCircle(world, form, circle, channelId('C0KITCHEN'));
  const { id } = await openRound(world, 'outage', {}, { circle });
  const at = MONDAY + HOUR;
  for (const by of [ada, ben, cleo, dora]) await did(world, id, { type: 'consent', at, by });
  const outage = { outageFrom: at + HOUR, outageTo: at + 4 * DAY };
  await did(world, id, { type: 'add_back_outage', at: at + 4 * DAY, by: null, ...outage });
  return id;
}

async function playWaysOn(world: World): Promise<RoundId> {
  const { id } = await openRound(world, 'ways-on');
  const at = MONDAY + HOUR;
  const later = at + 2 * HOUR;
  const commands: readonly RoundCommand[] = [
    { type: 'to_meeting', note: 'Easier face to face', at, by: ada },
    { type: 'resume', deadlineAt: MONDAY + 8 * DAY, at: at + HOUR, by: ada },
    {
      type: 'park',
      nextStep: 'Ask the landlord',
      who: ben,
      untilOn: '2027-04-01',
      at: later,
      by: ada,
    },
    { type: 'resume', deadlineAt: MONDAY + 9 * DAY, at: later + HOUR, by: ada },
    { type: 'withdraw', reason: 'The landlord said no', at: later + 2 * HOUR, by: ben },
  ];
  for (const command of commands) await did(world, id, command);
  return id;
}
