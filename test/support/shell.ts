import { openStore } from '../../db/open.ts';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { channelId, circleId, memberId, roundId, teamId } from '../../src/core/ids.ts';
import type { CircleId, MemberId } from '../../src/core/ids.ts';
import type { CircleForm } from '../../src/core/circle-form.ts';
import type { Round } from '../../src/core/round.ts';
import { Performer } from '../../src/shell/perform.ts';
import type { Store } from '../../src/shell/store.ts';
import { DAY, HOUR, MONDAY } from './time.ts';

export const ana = memberId('UANA');
export const ben = memberId('UBEN');
export const cai = memberId('UCAI');
export const willow = circleId('c_willow');
export const sundays = roundId('r_sundays');

const deciders = [ana, ben, cai];

export const form: CircleForm = {
  settings: {
    name: 'Willow Team',
    aim: 'Good days at home for the people we support.',
    calendar: { timeZone: 'Europe/London', workingWeekdays: [1, 2, 3, 4, 5], closedDays: [] },
    windowDays: 7,
    minimumHours: 72,
    closing: 'facilitator',
    graceHours: 2,
    namesWaiting: false,
  },
  roster: deciders.map((id) => ({ id, status: 'full' })),
  facilitators: [ana],
};

/** Friday 6 March 2026, 17:00 in London. */
export const FRIDAY = MONDAY + 4 * DAY + 8 * HOUR;

export type Shell = {
  readonly store: Store;
  readonly performer: Performer;
  /** How often the outbox would have been woken. */
  readonly wakes: () => number;
};

/** A store in memory (or at `url`) with a circle of three, and the performer over it. */
export async function openShell(url = 'file::memory:'): Promise<Shell> {
  const store = await openStore(url);
  let wakes = 0;
  const performer = new Performer(store, () => void (wakes += 1));
  if (!(await performer.circle(willow))) await setUpWillow(performer);
  return { store, performer, wakes: () => wakes };
}

async function setUpWillow(performer: Performer): Promise<void> {
  await performer.onCircle(willow, {
    type: 'create_circle',
    id: willow,
    teamId: teamId('TWILLOW'),
    channelId: channelId('CWILLOW'),
    form,
    at: MONDAY,
    by: ana,
  });
}

type Opening = {
  readonly circle?: CircleId;
  readonly isQuick?: boolean;
  /** Whose place in the circle is in question. */
  readonly concerns?: MemberId | null;
};

/** Ben proposes to open on Sundays, until Friday. Throws where that is refused. */
export async function openSundays(
  performer: Performer,
  id = sundays,
  { circle = willow, isQuick = false, concerns = null }: Opening = {},
): Promise<Round> {
  const result = await performer.propose(circle, {
    id,
    at: MONDAY,
    by: ben,
    form: {
      title: 'Open on Sundays',
      need: 'Thirty people a week find us closed.',
      document: documentOfText('Open from 8 to 12 for three months.'),
      owner: ben,
      reviewOn: '2026-06-02',
      deadlineAt: FRIDAY,
      replaces: null,
      ...(isQuick && { isQuick }),
      ...(concerns && { topic: 'membership', concerns, isRemoval: true }),
    },
  });
  if ('refused' in result) throw new Error(`Refused: ${result.refused.code}`);
  return result.round;
}
