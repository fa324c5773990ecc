import { describe, expect, test } from 'vitest';
import type { CircleEvent } from '../../src/core/circle.ts';
import { closingStory, circleDirects, keepersHere } from '../../src/core/circle-people.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  bakeryCreated,
  ben,
  cai,
  closesAccount,
  dee,
  eli,
  fay,
  goesOnLeave,
  joinsCircle,
  leavesCircle,
  monday,
  olu,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { givenCircle } from '../support/given.ts';

const at = wednesday;
const forEver = { fromOn: '2026-05-01', untilOn: null };
const away = (...members: (typeof ana)[]) => members.map((one) => goesOnLeave(one, forEver));
const leftChannel = { type: 'channel_left', member: dee, at: tuesday, by: null } as const;
const expected = { type: 'return_expected', member: dee, at: tuesday, by: ana } as const;
const closed = closesAccount(dee, monday);
const toldBy = (event: CircleEvent) => circleDirects(event, bakeryAfter(event)).map(({ to }) => to);

describe('who hears of a change of the circle', () => {
  test('whoever joins, by the number of the event, and nobody else (§10 case 2)', () => {
    const joins = joinsCircle(olu, tuesday);
    expect(circleDirects(joins, bakeryAfter(joins))).toEqual([
      { kind: 'circle_direct', circleId: bakery.id, seq: 2, to: olu },
    ]);
    expect(toldBy(leavesCircle(dee, tuesday))).toEqual([]);
    expect(circleDirects(bakeryCreated, bakery)).toEqual([]);
  });

  test('the person and who keeps the circle, of a channel left (§10 case 4)', () => {
    expect(toldBy(leftChannel)).toEqual([dee, ana, cai]);
    expect(toldBy({ ...leftChannel, type: 'channel_rejoined' })).toEqual([]);
    expect(toldBy({ ...leftChannel, member: ana })).toEqual([ana, cai]);
  });

  test('who keeps the circle, of an account closed (§10 case 5)', () => {
    expect(toldBy(closed)).toEqual([ana, cai]);
    expect(toldBy(expected)).toEqual([]);
  });
});

describe('who keeps the circle just now', () => {
  test('facilitators who are here, and not the person that it is about', () => {
    expect(keepersHere(bakery, dee, at)).toEqual([ana, cai]);
    expect(keepersHere(bakeryAfter(...away(ana)), dee, at)).toEqual([cai]);
  });

  test('without them the named stand-in, then the secretaries, then who decides', () => {
    const changes = { standIn: eli };
    const named: CircleEvent = { type: 'settings_changed', changes, at: monday, by: ana };
    const secretaries: CircleEvent = {
      ...{ type: 'secretaries_changed', secretaries: [ben], at: monday, by: ana },
    };
    const without = away(ana, cai);
    expect(keepersHere(bakeryAfter(named, secretaries, ...without), dee, at)).toEqual([eli]);
    expect(keepersHere(bakeryAfter(secretaries, ...without), dee, at)).toEqual([ben]);
    expect(keepersHere(bakeryAfter(...without), dee, at)).toEqual([ben, eli]);
  });

  test('of a circle whose only facilitator has no account, who decides in it', () => {
    const alone: CircleEvent = {
      ...{ type: 'facilitators_changed', facilitators: [ana], at: monday, by: ana },
    };
    const circle = bakeryAfter(alone, closesAccount(ana, monday));
    expect(keepersHere(circle, ana, at)).toEqual([ben, cai, dee, eli]);
  });
});

describe('what is noted of the channel', () => {
  const moved = (inside: boolean, member = dee) =>
    ({ type: 'channel_changed', member, inside, at, by: member }) as const;

  test('a leaving once, and a coming back once', () => {
    givenCircle(bakery).when(moved(false)).happens({ type: 'channel_left', member: dee, by: null });
    givenCircle(bakery, leftChannel).when(moved(false)).happens();
    givenCircle(bakery, leftChannel).when(moved(true)).happens({ type: 'channel_rejoined' });
    givenCircle(bakery).when(moved(true)).happens();
  });

  test('nothing of whoever is outside the circle, or has no account', () => {
    givenCircle(bakery).when(moved(false, olu)).happens();
    givenCircle(bakery, closed).when(moved(false)).happens();
  });
});

describe('whether a person whose account was closed has left (§10 case 5)', () => {
  const says = (type: 'confirm_left' | 'expect_back', by = ana, member = dee) =>
    ({ type, member, at, by }) as const;

  test('they have: a change of the circle like any other', () => {
    givenCircle(bakery, closed)
      .when(says('confirm_left'))
      .happens({ type: 'roster_changed', joined: [], changed: [], left: [dee], at, by: ana });
  });

  test('a facilitator is no longer one either', () => {
    givenCircle(bakery, closesAccount(cai, monday))
      .when(says('confirm_left', ana, cai))
      .happens(
        { type: 'roster_changed', left: [cai] },
        { type: 'facilitators_changed', facilitators: [ana] },
      );
  });

  test('they will be back: recorded with who said so, once', () => {
    givenCircle(bakery, closed).when(says('expect_back')).happens(expectedNow);
    givenCircle(bakery, closed, expected)
      .when(says('expect_back', cai))
      .refused('back_expected', { member: dee, by: ana });
    givenCircle(bakery, closed, expected)
      .when(says('confirm_left', cai))
      .refused('back_expected', { member: dee, by: ana });
  });

  test('is for who keeps the circle alone', () => {
    for (const by of [ben, fay, olu]) {
      givenCircle(bakery, closed)
        .when(says('confirm_left', by))
        .refused('not_circle_keeper', { facilitators: [ana, cai] });
      givenCircle(bakery, closed).when(says('expect_back', by)).refused('not_circle_keeper');
    }
    givenCircle(bakery, closed, ...away(ana, cai))
      .when(says('expect_back', ben))
      .happens({});
  });

  test('is no question where the account is open, or the person is in the circle no more', () => {
    for (const type of ['confirm_left', 'expect_back'] as const) {
      givenCircle(bakery).when(says(type)).refused('account_open', { member: dee });
      givenCircle(bakery, closed, leavesCircle(dee, tuesday))
        .when(says(type))
        .refused('left_already', { member: dee });
    }
  });

  test('is no where the circle would have no facilitator, or too few people', () => {
    const alone: CircleEvent = {
      ...{ type: 'facilitators_changed', facilitators: [ana], at: monday, by: ana },
    };
    givenCircle(bakery, alone, closesAccount(ana, monday))
      .when(says('confirm_left', ben, ana))
      .refused('facilitator_missing');
    const others = [ben, cai, eli].map((one) => leavesCircle(one, monday));
    givenCircle(bakery, alone, ...others, closed)
      .when(says('confirm_left'))
      .refused('too_few_deciders');
  });
});

describe('what came of the question', () => {
  const story = (...after: CircleEvent[]) => closingStory([bakeryCreated, closed, ...after], 2);
  const reopened = { type: 'account_reopened', member: dee, at: tuesday, by: null } as const;

  test('nothing yet, or whatever was first', () => {
    expect(story()).toEqual({ member: dee, answer: null });
    expect(story(leavesCircle(eli, tuesday))?.answer).toBeNull();
    expect(story({ ...expected, member: eli })?.answer).toBeNull();
    expect(story(expected, reopened)?.answer).toEqual({ answer: 'back', by: ana, at: tuesday });
    expect(story(reopened, expected)?.answer).toMatchObject({ answer: 'reopened', by: null });
    expect(story(leavesCircle(dee, tuesday))?.answer).toMatchObject({ answer: 'left' });
  });

  test('is null for what closed no account', () => {
    expect(closingStory([bakeryCreated], 1)).toBeNull();
    expect(closingStory([bakeryCreated], 7)).toBeNull();
  });
});

const expectedNow = { type: 'return_expected', member: dee, at, by: ana } as const;
