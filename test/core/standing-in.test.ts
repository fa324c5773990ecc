import { describe, expect, test } from 'vitest';
import type { CircleEvent } from '../../src/core/circle.ts';
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
  leavesCircle,
  monday,
  objectionOf,
  objects,
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
