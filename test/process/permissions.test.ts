import { describe, expect, test } from 'vitest';
import { asksLearning } from '../../src/core/askable.ts';
import { decideCircle } from '../../src/core/circle-change.ts';
import type { Circle, CircleEvent } from '../../src/core/circle.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import { decideRound, type RoundCommand } from '../../src/core/decide-round.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { channelId, memberId, objectionId, relayId, roundId } from '../../src/core/ids.ts';
import { decideProposal } from '../../src/core/proposal.ts';
import { currentVersion, type Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import {
  allConsentBut,
  ana,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  consents,
  DAY,
  decides,
  dee,
  eli,
  fay,
  goesOnLeave,
  goesToMeeting,
  gus,
  joinsCircle,
  leavesCircle,
  monday,
  objectionOf,
  objectionText,
  objects,
  olu,
  parks,
  sundayForm,
  sundayOpened,
  sundayOpening,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { rowsIn, sectionOf } from '../support/process-table.ts';

const at = wednesday;
const changed = (facilitators: readonly MemberId[], secretaries: readonly MemberId[]) =>
  [
    { type: 'facilitators_changed', facilitators, at: monday, by: ana },
    { type: 'secretaries_changed', secretaries, at: monday, by: ana },
  ] as const satisfies CircleEvent[];

/** Ana facilitates, Cai is secretary, Ben proposed, Dee objects, Eli decides like the others. */
const circle = bakeryAfter(...changed([ana], [cai]));
const away = goesOnLeave(ana, { fromOn: '2026-06-01', untilOn: null }, monday);
const without = evolveCircle(circle, away);

/** The people who stand for a column of the table. Two columns have nobody to stand for them. */
const PEOPLE: Readonly<Record<string, readonly MemberId[]>> = {
  'Guest, learning member': [gus, fay],
  'Deciding member': [eli],
  Proposer: [ben],
  Objector: [dee],
  Facilitator: [ana],
  Secretary: [cai],
  Administrator: [olu],
};
const NOT_BUILT: ReadonlySet<string> = new Set(['Leader, delegate']);

/** What somebody tries: true where it is allowed. */
type Try = (who: MemberId, circle: Circle) => boolean;
type Played = {
  readonly allowed: Try;
  readonly later?: Try;
  readonly twice?: Try;
  /** The same where they have words of their own in it. */
  readonly own?: Try;
};

const after = (...events: readonly RoundEvent[]) =>
  events.reduce<Round>(evolveRound, sundayOpening);
const contested = after(objects(dee, monday));
const settleable = (by: MemberId): RoundCommand => ({
  type: 'settle_objection',
  objectionId: objectionOf(dee),
  at,
  by,
});

function may(round: Round, command: RoundCommand, where: Circle): boolean {
  return tried(round, command, where).refused === null;
}

/** Where the circle asks its learning members, Fay is asked in every one of these rounds. */
function tried(round: Round, command: RoundCommand, where: Circle) {
  const asked = new Map(round.asked).set(fay, { member: fay, excused: null });
  const here = asksLearning(where.settings) ? { ...round, asked, asksLearning: true } : round;
  return decideRound(here, command, { circle: where, decisionNumber: 12 });
}

const onRound =
  (round: Round, deed: (by: MemberId) => RoundCommand): Try =>
  (who, where) =>
    may(round, deed(who), where);

const decide = (by: MemberId, when = at): RoundCommand => ({
  type: 'decide',
  decisionNumber: 12,
  at: when,
  by,
});
const ready = after(...allConsentBut([], monday));
const closes: (when: number) => Try = (when) => (who, where) =>
  may(who === dee ? contested : ready, decide(who, when), where);
/** It waits since Tuesday for a facilitator, as the circle chose. */
const waiting = replayRound([
  { ...sundayOpened, step: { questionsUntilAt: null, isSkipped: false, opensBy: 'facilitator' } },
  { type: 'opening_asked', at: tuesday, by: ben },
]);
const opens: (when: number) => Try = (when) => (by, where) =>
  may(waiting, { type: 'open_answers', at: when, by }, where);
const extend = (by: MemberId): RoundCommand => ({
  type: 'extend',
  deadlineAt: bakeryTime('2026-06-10 17:00'),
  reason: null,
  at,
  by,
});
const fridayAt5 = bakeryTime('2026-06-05 17:00');
const shorten = (by: MemberId): RoundCommand => {
  return { type: 'shorten', deadlineAt: fridayAt5, reason: 'The oven', at, by };
};
const shortenedBy = (by: MemberId): RoundEvent => ({
  ...{ type: 'deadline_shortened', deadlineAt: fridayAt5, reason: 'The oven', at: tuesday, by },
});
const saysMistake = (by: MemberId): RoundEvent => {
  return { type: 'void_asked', reason: 'Twice', at: tuesday, by };
};
const extendsTwice: Try = (who, where) => {
  const { round } = tried(sundayOpening, extend(who), where);
  const deadlineAt = bakeryTime('2026-06-11 17:00');
  return may(round, { type: 'extend', deadlineAt, reason: null, at, by: who }, where);
};
const relay = (member: MemberId, by: MemberId): RoundCommand => ({
  type: 'relay_answer',
  relayId: relayId('y-1'),
  member,
  said: { kind: 'consent', note: null },
  wording: 'their_own',
  channel: 'phone',
  supporter: null,
  saidOn: '2026-06-02',
  witness: null,
  at,
  by,
});
/** Decides since the round opened, and was not asked. */
const hal = memberId('U0HAL');

/** Decided on Tuesday; somebody else looks after it. */
const closed: Round = { ...after(...allConsentBut([], monday), decides(tuesday)), owner: hal };

const corrects = (by: MemberId): RoundCommand => ({
  ...{ type: 'correct_record', text: 'Four, not three.', at, by },
});
/** Decided with a note of this person to watch. */
const withOwnWords = (by: MemberId): Round =>
  after(...allConsentBut([by], monday), consents(by, monday, 'The noise'), decides(tuesday));

const withoutOwner: Try = (who, where) => {
  const gone = evolveCircle(where, leavesCircle(dee, tuesday));
  return may(
    contested,
    { type: 'adopt_objection', objectionId: objectionOf(dee), at, by: who },
    gone,
  );
};

/** Each row of the table that is built, by how it begins: what is tried for it. */
const ROWS: Readonly<Record<string, Played>> = {
  '`/propose`': {
    allowed: (by, where) => {
      const ruling = decideProposal(where, {
        ...{ id: roundId('r-2'), number: 32, form: sundayForm },
        ...{ at: monday, by },
      });
      return 'events' in ruling;
    },
  },
  'Ask, comment': {
    allowed: onRound(sundayOpening, (by) => ({ type: 'ask_question', text: 'How?', at, by })),
  },
  'Consent, object, more time': {
    allowed: (by, where) =>
      may(sundayOpening, { type: 'consent', at, by }, where) &&
      may(sundayOpening, { type: 'ask_more_time', needs: null, at, by }, where) &&
      may(
        sundayOpening,
        { type: 'object', objectionId: objectionId('o'), ...objectionText, at, by },
        where,
      ),
  },
  'Change an answer before the end': {
    allowed: (by, where) => {
      const { round } = tried(sundayOpening, { type: 'ask_more_time', needs: null, at, by }, where);
      return may(round, { type: 'take_back_answer', at, by }, where);
    },
  },
  'Edit a draft, publish a version': {
    allowed: (by, where) => {
      const { title, need, document, owner, reviewOn, link } = currentVersion(sundayOpening);
      const wording = { title, need: `${need} Or so.`, document, owner, reviewOn, link };
      return may(
        sundayOpening,
        {
          type: 'publish_next_version',
          ...{ basedOn: 1, change: 'substance', wording, answersObjections: [] },
          ...{ linkedDocumentChanged: false, proposerAgrees: true, at, by },
        },
        where,
      );
    },
  },
  'Open the consent step': { allowed: opens(at), later: opens(at + 5 * DAY) },
  'Say an objection is settled, taken back': { allowed: onRound(contested, settleable) },
  'Turn an objection into something to watch': {
    allowed: onRound(contested, (by) => ({
      ...{ type: 'make_note', objectionId: objectionOf(dee), note: 'Watch tiredness' },
      ...{ at, by },
    })),
  },
  'Adopt an orphaned objection': { allowed: withoutOwner },
  Extend: { allowed: onRound(sundayOpening, extend), twice: extendsTwice },
  'Shorten for urgency': { allowed: onRound(sundayOpening, shorten) },
  'Give back time': {
    allowed: onRound(after(shortenedBy(ana)), (by) => ({ type: 'give_time_back', at, by })),
  },
  'Take to a meeting': {
    allowed: onRound(sundayOpening, (by) => ({ type: 'to_meeting', note: null, at, by })),
  },
  'Close as decided': { allowed: closes(at), later: closes(at + 5 * DAY) },
  'Take the proposal back': {
    allowed: onRound(sundayOpening, (by) => ({ type: 'withdraw', reason: null, at, by })),
  },
  'Say it was opened by mistake': {
    allowed: onRound(sundayOpening, (by) => ({ type: 'void', reason: 'Twice', at, by })),
  },
  'Agree that it was': {
    allowed: (by, where) => {
      // The other party's wish: the proposer agrees to the facilitator's, and the other way round.
      const asker = by === ben ? ana : ben;
      return may(after(saysMistake(asker)), { type: 'confirm_void', at, by }, where);
    },
  },
  Park: {
    allowed: onRound(sundayOpening, (by) => ({
      ...{ type: 'park', nextStep: 'Ask', who: dee, untilOn: '2026-07-01', at, by },
    })),
  },
  Resume: {
    allowed: onRound(after(parks(tuesday)), (by) => ({
      ...{ type: 'resume', deadlineAt: bakeryTime('2026-06-10 17:00'), at, by },
    })),
  },
  'Escalate, pass on': {
    allowed: onRound(sundayOpening, (by) => ({
      ...{ type: 'pass_on', to: 'Mill circle', channelId: channelId('C0MILL') },
      ...{ reason: 'It is theirs', summary: 'Opening on Sundays', at, by },
    })),
  },
  'Record what a meeting came to': {
    allowed: onRound(after(goesToMeeting(tuesday)), (by) => ({
      ...{ type: 'record_meeting', present: [eli, dee], note: null, outcome: 'consented' },
      ...{ deadlineAt: bakeryTime('2026-06-10 17:00'), at, by },
    })),
  },
  'Take over what was taken back': {
    allowed: onRound(
      after({ type: 'round_withdrawn', reason: null, at: tuesday, by: ben }),
      (by) => ({ type: 'take_over', at, by }),
    ),
  },
  'Raise something about a decision': {
    allowed: onRound(closed, (by) => ({
      ...{ type: 'object_late', objectionId: objectionId('late'), ...objectionText, at, by },
    })),
  },
  'Answer what was raised; pause a decision': {
    allowed: onRound(closed, (by) => ({
      ...{ type: 'pause_decision', reason: 'The oven leaks gas', at, by },
    })),
  },
  'Correct a record': {
    allowed: onRound(closed, corrects),
    own: (by, where) => may(withOwnWords(by), corrects(by), where),
  },
  'Record a relayed answer': {
    allowed: (by, where) => {
      return may(sundayOpening, relay(by === eli ? dee : eli, by), where);
    },
  },
  'Ask somebody too': {
    allowed: (by, where) => {
      const joined = evolveCircle(where, joinsCircle(hal, tuesday));
      return may(sundayOpening, { type: 'ask_member_too', member: hal, at, by }, joined);
    },
  },
  'Be left out of a round': {
    allowed: onRound(sundayOpening, (by) => ({ type: 'leave_me_out', why: 'Kin', at, by })),
  },
  'Change the circle': {
    allowed: (by, where) => {
      const roster = [...where.members.values()].map(({ id, status }) => ({ id, status }));
      const form = { settings: where.settings, roster, facilitators: where.facilitators };
      return 'events' in decideCircle(where, { type: 'change_circle', form, at, by });
    },
  },
};

/** Rows that have nothing to try in the rules, with the reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "See the circle's rounds": 'Slack shows it or not: see the journeys of strangers',
  'Say that a relayed answer is right': 'between three people: see relaying.test.ts',
};

const rows = rowsIn(sectionOf('# §3. Permissions'));
const nameOf = (row: ReadonlyMap<string, string>) => row.get('Action') ?? '';
const startOf = (table: Readonly<Record<string, unknown>>, name: string) =>
  Object.keys(table).find((start) => name.startsWith(start));

test('the table is read: every row is tried, or says where else it is', () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const name = nameOf(row);
    expect([name, startOf(ROWS, name) ?? startOf(ELSEWHERE, name)]).not.toContain(undefined);
  }
  for (const start of [...Object.keys(ROWS), ...Object.keys(ELSEWHERE)]) {
    expect(rows.some((row) => nameOf(row).startsWith(start))).toBe(true);
  }
  const columns = [...(rows[0]?.keys() ?? [])].slice(1);
  expect(columns.toSorted()).toEqual([...Object.keys(PEOPLE), ...NOT_BUILT].toSorted());
});

const cells = rows.flatMap((row) => {
  const played = ROWS[startOf(ROWS, nameOf(row)) ?? ''];
  if (!played) return [];
  return Object.entries(PEOPLE).flatMap(([column, people]) =>
    people.map((who) => ({
      action: nameOf(row),
      column,
      cell: row.get(column) ?? '',
      who,
      played,
    })),
  );
});

/** What a cell says, in the words that the table uses. */
const MEANINGS: readonly (readonly [
  RegExp,
  'may' | 'may not' | 'stand-in' | 'idle' | 'once' | 'own',
])[] = [
  [/^(?:✓|S|\*\*S\*\*|enact)/u, 'may'],
  [/^(?:–|suggest|propose|install only)/u, 'may not'],
  [/^own text/u, 'own'],
  [/^only erasure/u, 'may not'],
  [/^only as stand-in/u, 'idle'],
  [/^stand-in/u, 'stand-in'],
  [/^once/u, 'once'],
];

describe('docs/process.md §3', () => {
  test.each(cells)('$action · $column ($who): $cell', ({ cell, who, played }) => {
    const meaning = MEANINGS.find(([pattern]) => pattern.test(cell))?.[1];
    const { allowed, later, twice, own } = played;
    switch (meaning) {
      case 'may':
        return expect(allowed(who, circle)).toBe(true);
      case 'may not':
        return expect(allowed(who, circle)).toBe(false);
      case 'stand-in':
        expect(allowed(who, circle)).toBe(false);
        return expect(allowed(who, without)).toBe(true);
      case 'idle':
        expect(allowed(who, circle)).toBe(false);
        return expect(later?.(who, circle)).toBe(true);
      case 'own':
        // The proposer's words are in every record.
        expect(allowed(who, circle)).toBe(who === ben);
        return expect(own?.(who, circle)).toBe(true);
      case 'once':
        expect(allowed(who, circle)).toBe(true);
        return expect(twice?.(who, circle)).toBe(false);
      default:
        return expect.unreachable(`Nobody says what “${cell}” means`);
    }
  });
});

describe('“S”: only their own', () => {
  test('nobody settles, takes back or turns into a note what somebody else objects', () => {
    for (const who of [ana, ben, cai, eli, fay, gus, olu]) {
      expect(may(contested, settleable(who), circle)).toBe(false);
    }
  });

  test('no command answers for another person, or leaves them out', () => {
    for (const deed of [
      { type: 'consent', at, by: eli },
      { type: 'leave_me_out', why: 'Kin', at, by: eli },
    ] as const) {
      const { events } = decideRound(sundayOpening, deed, { circle, decisionNumber: 12 });
      expect(events.map(({ by }) => by)).toEqual([eli]);
    }
  });
});

/** What an asked learning member may do beside asking and raising something (§2.7). */
const THEIRS: ReadonlySet<string> = new Set([
  'Ask, comment',
  'Consent, object, more time',
  'Change an answer before the end',
  'Take to a meeting',
  'Raise something about a decision',
  'Be left out of a round',
]);

describe('a learning member who is asked', () => {
  const agreed = evolveCircle(circle, {
    ...{ type: 'settings_changed', changes: { asksLearning: true }, at: monday, by: ana },
  });
  const nobody = evolveCircle(agreed, away);

  test.each(Object.keys(ROWS))('%s', (name) => {
    const { allowed, later, twice } = ROWS[name] ?? {};
    const tries = [allowed, later, twice].filter((one) => one !== undefined);
    for (const where of [agreed, nobody]) {
      for (const play of tries) expect(play(fay, where)).toBe(THEIRS.has(name));
    }
  });
});

test('a facilitator who proposed closes only where nobody ever objected (§2.4)', () => {
  const own = { ...ready, proposedBy: ana };
  expect(may(own, decide(ana), circle)).toBe(true);
  const settled = after(...allConsentBut([dee], monday), objects(dee, monday), {
    ...{ type: 'objection_settled', objectionId: objectionOf(dee), at: monday, by: dee },
  });
  expect(may({ ...settled, proposedBy: ana }, decide(ana), circle)).toBe(false);
});
