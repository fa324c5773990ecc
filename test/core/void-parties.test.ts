import { describe, expect, test } from 'vitest';
import type { MemberId } from '../../src/core/ids.ts';
import { voidConfirmers, voidHearers } from '../../src/core/voiding.ts';
import {
  ana,
  bakeryAfter,
  ben,
  cai,
  dee,
  eli,
  goesOnLeave,
  leavesCircle,
  monday,
  sundayOpening,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const away = { fromOn: '2026-06-01', untilOn: null };
const asked = (by: MemberId) =>
  ({ type: 'void_asked', reason: 'It is there twice.', at: tuesday, by }) as const;
const agrees = (by: MemberId) => ({ type: 'confirm_void', at: wednesday, by }) as const;

describe('nobody alone says that a round was opened by mistake (§2.1)', () => {
  const circle = bakeryAfter(leavesCircle(ben, monday), goesOnLeave(cai, away, monday));
  const round = given(sundayOpening, asked(ana)).in(circle);

  test('a facilitator who asked does not agree as a stand-in, with the proposer gone', () => {
    const { refusal, events } = round.when(agrees(ana));
    expect(refusal).toEqual({ code: 'void_for_others', asker: ana, confirmers: [dee, eli] });
    expect(events.map(({ type }) => type)).not.toContain('round_voided');
  });

  test('another member agrees in their place', () => {
    const { events } = round.when(agrees(dee));
    expect(events.at(-1)).toMatchObject({ type: 'round_voided', askedBy: ana, by: dee });
  });
});

test('who has stood in is written to about it, once any member no longer may agree', () => {
  const circle = bakeryAfter(goesOnLeave(ana, away, monday), goesOnLeave(cai, away, monday));
  const declared = { type: 'stand_in_declared', place: 'member', at: monday, by: eli } as const;
  const { round } = given(sundayOpening, declared, asked(ben));
  expect(voidConfirmers(round, circle, wednesday)).toEqual([eli]);
  expect(voidHearers(round, circle, wednesday)).toEqual([eli]);
});

test('a stand-in who asked leaves it to the next in order, never to themselves', () => {
  const gone = [leavesCircle(ben, monday), goesOnLeave(ana, away, monday)] as const;
  const circle = bakeryAfter(...gone, goesOnLeave(cai, away, monday));
  const declared = { type: 'stand_in_declared', place: 'member', at: tuesday, by: eli } as const;
  const after = given(sundayOpening, declared, asked(eli)).in(circle);
  expect(after.when(agrees(eli)).refusal).toMatchObject({ confirmers: [dee] });
  expect(after.when(agrees(dee)).events.at(-1)).toMatchObject({ type: 'round_voided', by: dee });
});
