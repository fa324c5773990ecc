import { describe, expect, test } from 'vitest';
import type { CircleEvent } from '../../src/core/circle.ts';
import { relayId } from '../../src/core/ids.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { keepersOf, standInsOf } from '../../src/core/standing-in.ts';
import {
  allConsent,
  ana,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  DAY,
  dee,
  eli,
  goesOnLeave,
  goesToMeeting,
  joinsCircle,
  leavesCircle,
  monday,
  objectionOf,
  objects,
  olu,
  parks,
  settles,
  sundayOpening,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const away = { fromOn: '2026-06-01', untilOn: null };
const gone = [ana, cai].map((one) => goesOnLeave(one, away, monday));
const secretary: CircleEvent = {
  type: 'secretaries_changed',
  secretaries: [dee],
  at: monday,
  by: ana,
};
const named = (standIn = eli): CircleEvent => ({
  type: 'settings_changed',
  changes: { standIn },
  at: monday,
  by: ana,
});
const later = bakeryTime('2026-06-10 17:00');
const extend = (by = dee) =>
  ({ type: 'extend', deadlineAt: later, reason: null, at: wednesday, by }) as const;
const park = (by = dee, at = wednesday) =>
  ({ type: 'park', nextStep: 'Ask', who: eli, untilOn: '2026-07-01', at, by }) as const;

/** A person acts in a missing facilitator's place: that is said first, and then what they did. */
const declaresFirst = (events: readonly RoundEvent[], type: string, by = dee) => {
  const own = events.filter((event) => event.by === by);
  expect(own).toMatchObject([
    { type: 'stand_in_declared', place: 'member', by },
    { type, by },
  ]);
};

describe('what a stand-in does is preceded by who stands in, and by what right', () => {
  const circle = bakeryAfter(...gone);

  test('where they agree that a round was opened by mistake', () => {
    const asked = { type: 'void_asked', reason: 'Twice', at: tuesday, by: ben } as const;
    const { events } = given(sundayOpening, asked)
      .in(circle)
      .when({ type: 'confirm_void', at: wednesday, by: dee });
    declaresFirst(events, 'round_voided');
  });

  test('where they ask one more person', () => {
    const joined = bakeryAfter(...gone, joinsCircle(olu, tuesday));
    const { events } = given(sundayOpening)
      .in(joined)
      .when({ type: 'ask_member_too', member: olu, at: wednesday, by: dee });
    declaresFirst(events, 'member_added_to_round');
  });

  test('where they resume it', () => {
    const { events } = given(sundayOpening, parks(tuesday))
      .in(circle)
      .when({ type: 'resume', deadlineAt: later, at: wednesday, by: dee });
    declaresFirst(events, 'round_resumed');
  });

  test('where they write down that the proposer took it back at a meeting', () => {
    const { events } = given(sundayOpening, goesToMeeting(tuesday))
      .in(circle)
      .when({
        ...{ type: 'record_meeting', outcome: 'withdrawn', present: [ben, dee], note: null },
        ...{ at: wednesday, by: dee },
      });
    const own = events.filter(({ by }) => by === dee);
    expect(own.map(({ type }) => type)).toEqual([
      'stand_in_declared',
      'meeting_recorded',
      'round_withdrawn',
    ]);
  });

  test('where they pass it on', () => {
    const where = { to: 'The house', channelId: null, reason: 'Theirs', summary: 'Sundays' };
    const { events } = given(sundayOpening)
      .in(circle)
      .when({ type: 'pass_on', ...where, at: wednesday, by: dee });
    declaresFirst(events, 'round_handed_on');
  });

  test('but not where a secretary relays an answer, which is their own right', () => {
    const { events, refusal } = given(sundayOpening)
      .in(bakeryAfter(...gone, secretary))
      .when({
        ...({ type: 'relay_answer', relayId: relayId('y-1'), member: eli } as const),
        ...({ said: { kind: 'consent', note: null }, wording: 'their_own' } as const),
        ...({ channel: 'phone', supporter: null, saidOn: '2026-06-03' } as const),
        ...{ witness: null, at: wednesday, by: dee },
      });
    expect(refusal).toBeNull();
    expect(events.filter(({ by }) => by === dee)).toMatchObject([{ type: 'answer_relayed' }]);
  });
});

test('who stood in because they were named keeps nothing once they are not named any more', () => {
  const declared = { type: 'stand_in_declared', place: 'named', at: monday, by: eli } as const;
  const { round } = given(sundayOpening, declared);
  expect(standInsOf(round, bakeryAfter(...gone), wednesday)?.members).toEqual([dee, eli]);
});

describe('while no facilitator is here', () => {
  test('the named stand-in acts first, and the log says so', () => {
    const circle = bakeryAfter(...gone, secretary, named());
    const { events } = given(sundayOpening).in(circle).when(park(eli));
    expect(events.slice(-2)).toMatchObject([
      { type: 'stand_in_declared', place: 'named', by: eli },
      { type: 'round_parked', by: eli },
    ]);
    const refused = given(sundayOpening).in(circle).when(park(dee)).refusal;
    expect(refused).toMatchObject({ code: 'not_facilitator', facilitators: [eli] });
  });

  test('then a secretary', () => {
    const circle = bakeryAfter(...gone, secretary);
    const { events } = given(sundayOpening).in(circle).when(park(dee));
    expect(events.at(-2)).toMatchObject({ type: 'stand_in_declared', place: 'secretary' });
    expect(given(sundayOpening).in(circle).when(park(eli)).refusal?.code).toBe('not_facilitator');
  });

  test('the next one where the one before is away too', () => {
    const circle = bakeryAfter(...gone, secretary, named(), goesOnLeave(eli, away, monday));
    expect(standInsOf(sundayOpening, circle, wednesday)?.members).toEqual([dee]);
  });

  test('then the first member who does something, and after that nobody else', () => {
    const circle = bakeryAfter(...gone);
    expect(keepersOf(sundayOpening, circle, wednesday)).toEqual([]);
    const first = given(sundayOpening).in(circle).when(extend(dee));
    expect(first.events.at(-2)).toMatchObject({ type: 'stand_in_declared', place: 'member' });
    expect(first.round.standIns).toMatchObject([{ member: dee, place: 'member' }]);
    expect(keepersOf(first.round, circle, wednesday)).toEqual([dee]);
    const other = given(first.round).in(circle).when(park(eli)).refusal;
    expect(other).toMatchObject({ code: 'not_facilitator', facilitators: [dee] });
    const again = given(first.round).in(circle).when(park(dee));
    expect(again.events.map(({ type }) => type)).toEqual(['round_parked']);
  });

  test('who proposed never stands in for their own round', () => {
    const circle = bakeryAfter(...gone, named(ben));
    expect(standInsOf(sundayOpening, circle, wednesday)?.members).toEqual([dee, eli]);
    const ready = given(sundayOpening, ...allConsent(monday)).in(circle);
    const close = { type: 'decide', decisionNumber: 12, at: wednesday, by: ben } as const;
    expect(ready.when(close).refusal?.code).toBe('not_facilitator');
  });

  test('what is a member’s own right needs no standing in', () => {
    const circle = bakeryAfter(...gone);
    const meet = { type: 'to_meeting', note: null, at: wednesday, by: dee } as const;
    const { events } = given(sundayOpening).in(circle).when(meet);
    expect(events.map(({ type }) => type)).not.toContain('stand_in_declared');
  });
});

test('while a facilitator is here nobody stands in', () => {
  const circle = bakeryAfter(secretary, named());
  expect(standInsOf(sundayOpening, circle, wednesday)).toBeNull();
  expect(given(sundayOpening).in(circle).when(park(dee)).refusal?.code).toBe('not_facilitator');
});

test('the only facilitator proposed and somebody objected: the order of stand-ins begins', () => {
  const circle = bakeryAfter(goesOnLeave(cai, away, monday), secretary);
  const own = { ...sundayOpening, proposedBy: ana };
  const contested = given(own, ...allConsent(monday), objects(dee, monday), settles(dee, tuesday));
  const decide = (by = dee) =>
    ({ type: 'decide', decisionNumber: 12, at: tuesday + DAY, by }) as const;
  expect(contested.in(circle).when(decide(ana)).refusal?.code).toBe('own_contested_round');
  const { events, refusal } = contested.in(circle).when(decide(dee));
  expect(refusal).toBeNull();
  expect(events.slice(-2)).toMatchObject([
    { type: 'stand_in_declared', place: 'secretary', by: dee },
    { type: 'round_decided', by: dee },
  ]);
});

test('the proposer does not take on an objection to their own proposal (§3)', () => {
  const left = bakeryAfter(leavesCircle(dee, tuesday));
  const adopt = (by = ben) =>
    ({ type: 'adopt_objection', objectionId: objectionOf(dee), at: wednesday, by }) as const;
  const orphaned = given(sundayOpening, objects(dee, monday)).in(left);
  expect(orphaned.when(adopt(ben)).refusal).toEqual({ code: 'proposer_adopts_not' });
  expect(orphaned.when(adopt(eli)).refusal).toBeNull();
});
