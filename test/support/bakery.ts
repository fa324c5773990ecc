/**
 * A named world for tests: the circle of a bakery that a co-op of care workers and neighbours
 * runs together. Nothing in it is random, and nothing reads a clock.
 *
 * The round `sundayOpening` opens on Monday morning and asks the five deciding members. All
 * instants are in June 2026, in the bakery's own time zone, two hours ahead of UTC.
 */
import type { Instant } from '../../src/core/calendar.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import type { Circle, CircleEvent, CircleSettings, Leave } from '../../src/core/circle.ts';
import type { MemberStatus, RosterEntry } from '../../src/core/circle.ts';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { channelId, circleId, memberId, objectionId, roundId, teamId } from '../../src/core/ids.ts';
import type { MemberId } from '../../src/core/ids.ts';
import type { ProposalForm } from '../../src/core/proposal.ts';
import type { ExcuseReason, Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The moment when the bakery's clock shows that: `'2026-06-01 09:00'`. */
export const bakeryTime = (clock: string): Instant =>
  Date.parse(`${clock.replace(' ', 'T')}:00+02:00`);

export const founded = bakeryTime('2026-05-04 10:00');
export const monday = bakeryTime('2026-06-01 09:00');
export const tuesday = bakeryTime('2026-06-02 10:00');
export const wednesday = bakeryTime('2026-06-03 10:00');
export const thursday = bakeryTime('2026-06-04 10:00');
export const friday = bakeryTime('2026-06-05 10:00');
/** A week and a day on, at the bakery's closing hour: Monday, 8 June, 17:00. */
export const deadline = bakeryTime('2026-06-08 17:00');
export const dayAfterDeadline = bakeryTime('2026-06-09 10:00');
/** Three working days after the deadline: Thursday, 11 June, 17:00. */
export const extendedDeadline = bakeryTime('2026-06-11 17:00');

/** Facilitates, bakes. */
export const ana = memberId('U0ANA');
/** Proposes to open on Sundays. */
export const ben = memberId('U0BEN');
/** Facilitates, keeps the books. */
export const cai = memberId('U0CAI');
export const dee = memberId('U0DEE');
export const eli = memberId('U0ELI');
/** A learning member. */
export const fay = memberId('U0FAY');
/** A guest, from the care team next door. */
export const gus = memberId('U0GUS');
/** Works somewhere else. */
export const olu = memberId('U0OLU');

export const deciders: readonly MemberId[] = [ana, ben, cai, dee, eli];
const statusOf = (status: MemberStatus) => (id: MemberId) => ({ id, status });
export const bakeryRoster: readonly RosterEntry[] = [
  ...deciders.map(statusOf('full')),
  statusOf('learning')(fay),
  statusOf('guest')(gus),
];

export const bakerySettings: CircleSettings = {
  name: 'Bakery',
  aim: 'Good bread for our neighbours, and work that is good for us',
  calendar: { timeZone: 'Europe/Berlin', workingWeekdays: [1, 2, 3, 4, 5], closedDays: [] },
  windowDays: 7,
  minimumHours: 72,
  closing: 'facilitator',
  graceHours: 2,
  namesWaiting: false,
};

export const bakeryCreated: CircleEvent = {
  type: 'circle_created',
  id: circleId('circle-bakery'),
  teamId: teamId('T0BAKERY'),
  channelId: channelId('C0BAKERY'),
  settings: bakerySettings,
  roster: bakeryRoster,
  facilitators: [ana, cai],
  at: founded,
  by: ana,
};

/** Five deciding members, one learning member and one guest; Ana and Cai facilitate. */
export const bakery: Circle = evolveCircle(null, bakeryCreated);

/** The bakery after more has happened to it. */
export function bakeryAfter(...events: readonly CircleEvent[]): Circle {
  return events.reduce<Circle>(evolveCircle, bakery);
}

export const goesOnLeave = (
  member: MemberId,
  leave: Leave,
  at: Instant = founded,
): CircleEvent => ({
  type: 'leave_changed',
  member,
  leave,
  at,
  by: member,
});

export const comesBack = (member: MemberId, at: Instant): CircleEvent => ({
  type: 'leave_changed',
  member,
  leave: null,
  at,
  by: member,
});

export const leavesCircle = (member: MemberId, at: Instant): CircleEvent => ({
  type: 'roster_changed',
  joined: [],
  changed: [],
  left: [member],
  at,
  by: ana,
});

export const joinsCircle = (
  member: MemberId,
  at: Instant,
  status: MemberStatus = 'full',
): CircleEvent => ({
  type: 'roster_changed',
  joined: [
    {
      id: member,
      status,
    },
  ],
  changed: [],
  left: [],
  at,
  by: ana,
});

export const closesAccount = (member: MemberId, at: Instant): CircleEvent => ({
  type: 'account_closed',
  member,
  at,
  by: null,
});

/** The bakery agrees that a round which is ready closes by itself. */
export const closesByItself: CircleEvent = {
  type: 'settings_changed',
  changes: { closing: 'automatic' },
  at: founded,
  by: ana,
};

/** What Ben writes. */
export const sundayForm: ProposalForm = {
  title: 'Open on Sundays',
  need: 'People ask for fresh bread on Sundays, and Saturdays are too full.',
  document: documentOfText('We open on Sundays from 8:00 to 11:00.\nTwo people bake in turns.'),
  owner: dee,
  reviewOn: '2026-09-01',
  deadlineAt: deadline,
  replaces: 'Opening hours of 2024',
};

export const sundayOpened: RoundEvent & { type: 'round_opened' } = {
  type: 'round_opened',
  id: roundId('round-sunday'),
  teamId: bakery.teamId,
  circleId: bakery.id,
  number: 31,
  ...sundayForm,
  terms: {
    silencePolicy: 'explicit',
    closing: 'facilitator',
    graceHours: 2,
    aim: bakerySettings.aim,
  },
  asked: deciders,
  away: [],
  at: monday,
  by: ben,
};

/** Ben's round, just opened; nobody has answered. */
export const sundayOpening: Round = replayRound([sundayOpened]);

/** The same round in a circle where it closes by itself. */
export const sundayAutomatic: Round = replayRound([
  { ...sundayOpened, terms: { ...sundayOpened.terms, closing: 'automatic' } },
]);

/** The same round, where some were away when it opened. */
export function sundayWithout(...away: { member: MemberId; reason: ExcuseReason }[]): Round {
  const gone = away.map(({ member }) => member);
  const asked = deciders.filter((member) => !gone.includes(member));
  return replayRound([{ ...sundayOpened, asked, away }]);
}

export const consents = (by: MemberId, at: Instant = tuesday, note: string | null = null) =>
  ({ type: 'consented', note, at, by }) as const satisfies RoundEvent;

/** Everybody's consent but these people's. */
export const allConsentBut = (but: readonly MemberId[], at: Instant = tuesday): RoundEvent[] =>
  deciders.filter((member) => !but.includes(member)).map((member) => consents(member, at));

export const allConsent = (at: Instant = tuesday): RoundEvent[] => allConsentBut([], at);

/** Each person's objection has an id of its own: `objection-U0DEE`. */
export const objectionOf = (member: MemberId) => objectionId(`objection-${member}`);

export const objectionText = {
  harm: 'Nobody would have a whole weekend any more.',
  effect: 'People get tired, and tired people leave us.',
  remedy: 'Two Sundays a month for each of us at most.',
};

export const objects = (by: MemberId, at: Instant = tuesday) =>
  ({
    type: 'objection_raised',
    objectionId: objectionOf(by),
    ...objectionText,
    at,
    by,
  }) as const satisfies RoundEvent;

export const settles = (by: MemberId, at: Instant) =>
  ({
    type: 'objection_settled',
    objectionId: objectionOf(by),
    at,
    by,
  }) as const satisfies RoundEvent;

/** A hold, until 17:00 three working days on: for one taken on Tuesday, Friday, 5 June. */
export const asksTime = (
  by: MemberId,
  at: Instant = tuesday,
  untilAt: Instant = bakeryTime('2026-06-05 17:00'),
) => ({ type: 'more_time_asked', needs: null, untilAt, at, by }) as const satisfies RoundEvent;

export const parks = (at: Instant, untilOn = '2026-07-01') =>
  ({
    type: 'round_parked',
    nextStep: 'Ask the landlord about Sundays',
    who: dee,
    untilOn,
    at,
    by: ana,
  }) as const satisfies RoundEvent;

export const goesToMeeting = (at: Instant, by: MemberId = dee) =>
  ({ type: 'taken_to_meeting', note: null, at, by }) as const satisfies RoundEvent;

export const decides = (at: Instant, by: MemberId | null = ana) =>
  ({ type: 'round_decided', decisionNumber: 12, at, by }) as const satisfies RoundEvent;
