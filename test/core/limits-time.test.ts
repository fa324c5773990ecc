import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/core/calendar.ts';
import type { Circle } from '../../src/core/circle.ts';
import type { CircleForm } from '../../src/core/circle-form.ts';
import { WINDOW_DAYS } from '../../src/core/circle-form.ts';
import { catchUp } from '../../src/core/clock.ts';
import { checkCalendar, closedDaysAfter, REST_DAYS_MAX } from '../../src/core/closed-days.ts';
import { whyNotReady } from '../../src/core/closing.ts';
import { addBackOutage } from '../../src/core/deadline.ts';
import { memberId, objectionId } from '../../src/core/ids.ts';
import type { Round } from '../../src/core/round.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import {
  ana,
  asksTime,
  bakery,
  bakeryAfter,
  bakeryRoster,
  bakerySettings,
  bakeryTime,
  ben,
  cai,
  consents,
  deadline,
  deciders,
  dee,
  extendedDeadline,
  fay,
  founded,
  gus,
  HOUR,
  joinsCircle,
  leavesCircle,
  MINUTE,
  monday,
  objects,
  sundayOpened,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { found } from '../support/found.ts';
import { given, givenCircle } from '../support/given.ts';

const { calendar } = bakerySettings;
const stepOver = bakeryTime('2026-06-03 17:00');
const step = { questionsUntilAt: stepOver, isSkipped: false } as const;
const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;

describe('the circle’s days', () => {
  const today = '2026-06-01';

  test.each([
    ['the shortest window', WINDOW_DAYS.least, null],
    ['a day less', WINDOW_DAYS.least - 1, 'window_out_of_range'],
    ['the longest window', WINDOW_DAYS.most, null],
    ['a day more', WINDOW_DAYS.most + 1, 'window_out_of_range'],
  ])('%s: %i days', (_, windowDays, code) => {
    const settings = { ...bakerySettings, windowDays };
    const form: CircleForm = { settings, roster: bakeryRoster, facilitators: [ana, cai] };
    const command = { type: 'change_circle', form, at: monday, by: ana } as const;
    expect(givenCircle(bakery).when(command).refusal?.code ?? null).toBe(code);
  });

  test('may rest as long as the limit says, and not a day longer', () => {
    // From a Monday to a Monday; the day after it is a Tuesday.
    const closedDays = Array.from({ length: REST_DAYS_MAX }, (_, n) => addDays('2026-07-06', n));
    const always = [1, 2, 3, 4, 5, 6, 7];
    const exceptTuesday = [1, 3, 4, 5, 6, 7];
    expect(closedDays.at(-1)).toBe('2026-11-02');
    expect(checkCalendar({ ...calendar, workingWeekdays: always, closedDays }, monday)).toBeNull();
    expect(
      checkCalendar({ ...calendar, workingWeekdays: exceptTuesday, closedDays }, monday),
    ).toEqual({
      code: 'rest_too_long',
      field: 'closed_days',
      from: '2026-07-06',
      max: REST_DAYS_MAX,
    });
  });

  test('keeps a closed day for 366 days after it, and drops it then', () => {
    const [kept, dropped] = [addDays(today, -366), addDays(today, -367)];
    const named = ['2026-12-25'];
    expect(closedDaysAfter([dropped, kept], named, today)).toEqual([kept, ...named]);
  });
});

describe('a floor of answers', () => {
  const seven = [...deciders, fay, memberId('U0HAL')];
  const circle = bakeryAfter(joinsCircle(memberId('U0HAL'), founded), leavesCircle(gus, founded), {
    type: 'roster_changed',
    joined: [],
    changed: [{ id: fay, status: 'full' }],
    left: [],
    at: founded,
    by: ana,
  });
  const terms = { ...sundayOpened.terms, silencePolicy: 'floor' } as const;
  const round = replayRound([{ ...sundayOpened, terms, asked: seven }]);
  const decide = { type: 'decide', decisionNumber: 12, at: extendedDeadline, by: ana } as const;
  const afterSilenceOf = (silent: number) => {
    const heard = seven.slice(0, seven.length - silent).map((by) => consents(by, tuesday));
    const extended = given(round, ...heard)
      .in(circle)
      .when(look(deadline)).round;
    return given(extended).in(circle);
  };

  test('lets two be silent after the deadline and its extension', () => {
    const then = afterSilenceOf(2).when(decide);
    expect(then.refusal).toBeNull();
    expect(then.round.ending?.kind).toBe('decided');
  });

  test('waits for three, although more than half have answered', () => {
    const then = afterSilenceOf(3).when(decide);
    expect(then.refusal).toMatchObject({ code: 'members_silent', members: seven.slice(-3) });
    expect(then.round.ending).toBeNull();
  });

  test('lets nobody be silent before the extension is over', () => {
    const then = afterSilenceOf(2).when({ ...decide, at: extendedDeadline - MINUTE });
    expect(then.refusal).toMatchObject({ code: 'too_early', fromAt: extendedDeadline });
  });
});

describe('an outage', () => {
  const at = (outageFrom: number, outageTo: number) =>
    addBackOutage({ deadlineAt: deadline, outageFrom, outageTo, calendar });
  /** The service was away from an hour before the deadline. */
  const from = deadline - HOUR;

  test('leaves 24 hours at least: back at the deadline itself, the next day’s closing hour', () => {
    expect(at(from, deadline)).toBe(bakeryTime('2026-06-09 17:00'));
  });

  test('and a minute later those hours are not over on the next day', () => {
    expect(at(from, deadline + MINUTE)).toBe(bakeryTime('2026-06-10 17:00'));
  });
});

describe('the clock', () => {
  const many = Array.from({ length: 1_500 }, (_, n) => memberId(`U1M${n}`));
  const large = replayRound([{ ...sundayOpened, asked: [...deciders, ...many] }]);
  const bring = (round: Round, circle: Circle, now: number) =>
    catchUp(round, { circle, now, decisionNumber: null });

  test('brings an event for each of 1,500 people in one instant: all of them left', () => {
    const events = bring(large, bakery, tuesday);
    expect(events).toHaveLength(1_500);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['member_excused']));
  });

  test('brings the end of 1,500 holds in one instant', () => {
    const as = found(bakery.members.get(dee));
    const members = new Map([...bakery.members, ...many.map((id) => [id, { ...as, id }] as const)]);
    const circle = { ...bakery, members };
    const holds = many.map((by) => asksTime(by, monday, thursday));
    const held = holds.reduce<Round>(evolveRound, large);
    const events = bring(held, circle, thursday);
    expect(events.filter(({ type }) => type === 'hold_ended')).toHaveLength(1_500);
  });

  test('takes for a fault what never rests', () => {
    // A circle that says of everybody, by turns, that they have left and that they are here.
    let asked = 0;
    const get: Circle['members']['get'] = (id) => {
      asked += 1;
      return asked % 3 === 0 ? undefined : bakery.members.get(id);
    };
    const circle = { ...bakery, members: Object.assign(new Map(bakery.members), { get }) };
    expect(() => bring(replayRound([sundayOpened]), circle, tuesday)).toThrow('does not rest');
  });
});

describe('what is refused', () => {
  const questions = replayRound([{ ...sundayOpened, step }]);

  test('a round in its question step is not ready', () => {
    expect(whyNotReady(questions, tuesday)).toEqual({
      code: 'round_in_questions',
      untilAt: stepOver,
    });
  });

  test('nor is one whose text waits to be opened', () => {
    const asked = { type: 'opening_asked', at: thursday, by: ben } as const;
    const ended = { type: 'question_step_ended', at: stepOver, by: null } as const;
    const waiting = given(questions, ended, asked).round;
    expect(whyNotReady(waiting, thursday)).toEqual({ code: 'round_waits_for_opening' });
  });

  test('a text whose owner has left cannot be asked about', () => {
    const ended = { type: 'question_step_ended', at: stepOver, by: null } as const;
    const circle = bakeryAfter(leavesCircle(dee, wednesday));
    const then = given(questions, ended)
      .in(circle)
      .when({ type: 'begin_answers', at: thursday, by: ben });
    expect(then.refusal).toMatchObject({
      code: 'version_incomplete',
      problems: [{ field: 'owner', code: 'owner_not_in_circle' }],
    });
  });

  test('an objection that nobody raised is not kept, whatever else is open', () => {
    const nobodys = objectionId('none');
    given(replayRound([sundayOpened]), objects(dee))
      .when({ type: 'keep_objection', objectionId: nobodys, at: tuesday + HOUR, by: dee })
      .refused('objection_not_open');
  });
});
