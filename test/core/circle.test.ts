import { describe, expect, test } from 'vitest';
import {
  absenceOf,
  activeFacilitators,
  decidersOf,
  isFacilitator,
  isFullMember,
  isMember,
} from '../../src/core/circle.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  bakeryCreated,
  bakeryTime,
  ben,
  cai,
  closesAccount,
  comesBack,
  dee,
  deciders,
  eli,
  fay,
  founded,
  goesOnLeave,
  gus,
  joinsCircle,
  leavesCircle,
  monday,
  olu,
  tuesday,
  wednesday,
} from '../support/bakery.ts';

describe('a circle', () => {
  test('begins with who belongs to it and who facilitates', () => {
    expect(bakery).toMatchObject({
      id: 'circle-bakery',
      facilitators: [ana, cai],
      createdAt: founded,
      createdBy: ana,
      seq: 1,
    });
    expect(bakery.members.get(fay)).toEqual({
      id: fay,
      status: 'learning',
      sinceAt: founded,
      leave: null,
      deactivatedAt: null,
    });
  });

  test('cannot begin with anything else, nor by itself', () => {
    expect(() => evolveCircle(null, comesBack(eli, monday))).toThrow('cannot begin with');
    expect(() => evolveCircle(null, { ...bakeryCreated, by: null })).toThrow('by a person');
  });

  test('keeps its own roster, whoever is in the channel (§D10)', () => {
    const circle = bakeryAfter(joinsCircle(olu, tuesday), leavesCircle(eli, wednesday));
    expect(circle.members.get(olu)).toMatchObject({ status: 'full', sinceAt: tuesday });
    expect(isMember(circle, eli)).toBe(false);
    expect(circle.seq).toBe(3);
  });

  test('keeps since when a person belongs to it when their part in it changes', () => {
    const circle = bakeryAfter({
      type: 'roster_changed',
      joined: [],
      left: [],
      at: tuesday,
      by: ana,
      changed: [
        {
          id: fay,
          status: 'full',
        },
      ],
    });
    expect(circle.members.get(fay)).toMatchObject({ status: 'full', sinceAt: founded });
  });

  test('takes no notice of what happens to somebody who does not belong to it', () => {
    expect(bakeryAfter(closesAccount(olu, monday)).members).toEqual(bakery.members);
  });

  test('changes only the settings that were changed', () => {
    const circle = bakeryAfter({
      type: 'settings_changed',
      changes: { windowDays: 5 },
      at: tuesday,
      by: ana,
    });
    expect(circle.settings).toEqual({ ...bakery.settings, windowDays: 5 });
  });
});

describe('who is who', () => {
  test('full members decide; learning members and guests belong to it', () => {
    expect(deciders.every((member) => isFullMember(bakery, member))).toBe(true);
    expect([fay, gus, olu].some((member) => isFullMember(bakery, member))).toBe(false);
    expect([fay, gus].every((member) => isMember(bakery, member))).toBe(true);
    expect(isMember(bakery, olu)).toBe(false);
  });

  test('a facilitator who is no full member any more does not facilitate', () => {
    expect(isFacilitator(bakery, ana)).toBe(true);
    expect(isFacilitator(bakery, ben)).toBe(false);
    expect(isFacilitator(bakeryAfter(leavesCircle(ana, tuesday)), ana)).toBe(false);
  });
});

describe('who is away', () => {
  const away = bakeryAfter(goesOnLeave(eli, { fromOn: '2026-06-02', untilOn: '2026-06-03' }));

  test.each([
    ['the evening before', '2026-06-01 23:59', null],
    ['the first minute', '2026-06-02 00:00', 'on_leave'],
    ['the last minute', '2026-06-03 23:59', 'on_leave'],
    ['the morning after', '2026-06-04 00:00', null],
  ] as const)('a leave counts by whole days of the circle: %s', (_, clock, absence) => {
    expect(absenceOf(away, eli, bakeryTime(clock))).toBe(absence);
  });

  test('a leave without an end lasts until they are back', () => {
    const leave = goesOnLeave(eli, { fromOn: '2026-06-02', untilOn: null });
    expect(absenceOf(bakeryAfter(leave), eli, bakeryTime('2030-01-01 12:00'))).toBe('on_leave');
    expect(absenceOf(bakeryAfter(leave, comesBack(eli, wednesday)), eli, wednesday)).toBeNull();
  });

  test('a closed account is away at once, whatever its leave says (§10 case 5)', () => {
    const closed = bakeryAfter(closesAccount(eli, monday));
    expect(absenceOf(closed, eli, monday)).toBe('deactivated');
    const reopened = bakeryAfter(closesAccount(eli, monday), {
      type: 'account_reopened',
      member: eli,
      at: tuesday,
      by: null,
    });
    expect(absenceOf(reopened, eli, tuesday)).toBeNull();
  });

  test('nobody is away who does not belong to the circle', () => {
    expect(absenceOf(bakery, olu, monday)).toBeNull();
  });

  test('deciders are split by who is here', () => {
    expect(decidersOf(away, tuesday)).toEqual({ here: [ana, ben, cai, dee], away: [eli] });
  });

  test('facilitators who are away are not waited for', () => {
    const circle = bakeryAfter(closesAccount(ana, monday));
    expect(activeFacilitators(circle, monday)).toEqual([cai]);
    expect(activeFacilitators(bakeryAfter(leavesCircle(cai, monday)), monday)).toEqual([ana]);
  });
});
