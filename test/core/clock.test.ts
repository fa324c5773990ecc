import { describe, expect, test } from 'vitest';
import { closesAloneAt } from '../../src/core/automatic-closing.ts';
import { catchUp, nextDueAt, roundAt } from '../../src/core/clock.ts';
import type { Circle } from '../../src/core/circle.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound } from '../../src/core/round-history.ts';
import { stateOf } from '../../src/core/standing.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  asksTime,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  closesAccount,
  comesBack,
  consents,
  DAY,
  dayAfterDeadline,
  deadline,
  deciders,
  decides,
  dee,
  eli,
  extendedDeadline,
  friday,
  goesOnLeave,
  goesToMeeting,
  HOUR,
  joinsCircle,
  leavesCircle,
  MINUTE,
  monday,
  objects,
  olu,
  parks,
  settles,
  sundayAutomatic,
  sundayOpening,
  sundayWithout,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { DECISION_NUMBER, given } from '../support/given.ts';

const halfTime = bakeryTime('2026-06-05 01:00');
const dayBefore = bakeryTime('2026-06-07 17:00');
const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;
const after = (...events: readonly RoundEvent[]) => given(sundayOpening, ...events).round;
const typesOf = (events: readonly RoundEvent[]) => events.map(({ type }) => type);
/** The round after the clock was looked at, and what that brought. */
const at = (now: number, round = sundayOpening, circle: Circle = bakery) =>
  given(round).in(circle).when(look(now));

describe('at the deadline', () => {
  test('an objection is open: it never closes, and nothing extends it', () => {
    const past = at(deadline, after(...allConsentBut([dee, eli]), objects(dee)));
    past.happens({ type: 'objector_contacted' }, { type: 'deadline_passed', at: deadline });
    expect(stateOf(past.round, deadline)).toBe('integrating');
    at(deadline + 300 * DAY, past.round).happens(
      { type: 'objector_contacted' },
      { type: 'owner_asked_for_idea' },
    );
    const late = given(past.round).when({ type: 'consent', at: dayAfterDeadline, by: eli });
    late.happens({ type: 'consented', by: eli });
  });

  test('an objection is open and everyone else consents: the same', () => {
    const past = at(deadline, after(...allConsentBut([dee]), objects(dee)));
    past.happens(
      { type: 'objector_contacted' },
      { type: 'owner_asked_for_idea' },
      { type: 'deadline_passed', at: deadline },
    );
    expect(stateOf(past.round, deadline)).toBe('integrating');
  });

  test('a hold is running: it does not close, and the deadline moves to the end of the hold', () => {
    const held = given(sundayOpening, ...allConsentBut([eli])).when({
      type: 'ask_more_time',
      needs: null,
      at: friday,
      by: eli,
    });
    const until = bakeryTime('2026-06-10 17:00');
    expect(held.round.deadlineAt).toBe(until);
    const past = at(deadline, held.round);
    expect(typesOf(past.events)).not.toContain('deadline_passed');
    expect(past.round.ending).toBeNull();
  });

  test('no objection, someone is silent: one automatic extension, then the round waits', () => {
    const first = at(deadline, after(...allConsentBut([eli])));
    first.happens(
      { type: 'deadline_passed', at: deadline },
      { type: 'deadline_extended', deadlineAt: extendedDeadline, cause: 'silence', by: null },
    );
    const second = at(extendedDeadline, first.round);
    second.happens({ type: 'deadline_passed', at: extendedDeadline });
    expect(stateOf(second.round, extendedDeadline)).toBe('waiting');
    at(extendedDeadline + 300 * DAY, second.round).happens();
    given(second.round)
      .when({ type: 'consent', at: extendedDeadline + DAY, by: eli })
      .happens({ type: 'consented', by: eli }, { type: 'became_ready' });
  });

  test('nobody answered at all: as where someone is silent', () => {
    at(deadline).happens(
      { type: 'deadline_passed' },
      { type: 'deadline_extended', cause: 'silence' },
    );
  });

  test('everyone consents: it is ready to close, and a person closes it', () => {
    const past = at(deadline, after(...allConsent(deadline - MINUTE)));
    past.happens({ type: 'deadline_passed' }, { type: 'became_ready', at: deadline - MINUTE });
    expect(stateOf(past.round, deadline)).toBe('ready_to_close');
    expect(past.round.ending).toBeNull();
  });

  test('everyone consents, with notes to watch: the same', () => {
    const noted = after(...allConsentBut([eli]), consents(eli, tuesday, 'Watch our sleep.'));
    const past = at(tuesday, noted);
    past.happens({ type: 'became_ready' });
    expect(past.round.answers.get(eli)).toMatchObject({ note: 'Watch our sleep.' });
  });

  test('fewer than two are able to answer: nothing moves', () => {
    const gone = [ana, cai, dee, eli].map((member) => closesAccount(member, tuesday));
    const past = at(deadline, after(...allConsent()), bakeryAfter(...gone));
    expect(typesOf(past.events)).toEqual([...Array(4).fill('member_excused'), 'deadline_passed']);
  });
});

describe('at any time', () => {
  test('an objection in the last 24 hours: the deadline stays, and so do the others answers', () => {
    const round = after(...allConsentBut([dee]), objects(dee, deadline - HOUR));
    expect(round.deadlineAt).toBe(deadline);
    expect(at(deadline, round).round.answers.size).toBe(5);
  });

  test('a hold runs out: its owner has not answered again', () => {
    const held = asksTime(eli);
    const ended = at(held.untilAt, after(...allConsentBut([eli]), held));
    ended.happens({ type: 'hold_ended', member: eli }, { type: 'members_reminded' });
    expect(ended.round.answers.has(eli)).toBe(false);
    expect(stateOf(ended.round, held.untilAt)).toBe('consent_open');
  });

  test('a hold runs out at the deadline: the row for a silent person applies', () => {
    const held = asksTime(eli, wednesday, deadline);
    const ended = at(deadline, after(...allConsentBut([eli]), held));
    expect(typesOf(ended.events)).toEqual(['hold_ended', 'deadline_passed', 'deadline_extended']);
  });

  test('a person on leave answers: the answer counts, and they are back in', () => {
    const leave = { fromOn: '2026-06-01', untilOn: '2026-06-10' };
    const circle = bakeryAfter(goesOnLeave(eli, leave));
    const away = sundayWithout({ member: eli, reason: 'on_leave' });
    const answered = given(away).in(circle).when({ type: 'consent', at: tuesday, by: eli });
    expect(answered.round.asked.get(eli)?.excused).toBeNull();
    at(wednesday, answered.round, circle).happens();
    const back = given(answered.round).in(circle).when({
      type: 'take_back_answer',
      at: wednesday,
      by: eli,
    });
    back.happens({ type: 'answer_taken_back' }, { type: 'member_excused', reason: 'on_leave' });
  });

  test('a person joins while it is open: they are not asked, and the round does not wait', () => {
    const circle = bakeryAfter(joinsCircle(olu, tuesday));
    at(tuesday, after(...allConsent()), circle).happens({ type: 'became_ready' });
  });
});

describe('who is asked while the round is open', () => {
  test('S19: a closed account is excused, and the four others remain', () => {
    const circle = bakeryAfter(closesAccount(eli, tuesday));
    at(tuesday, sundayOpening, circle).happens({
      type: 'member_excused',
      member: eli,
      reason: 'deactivated',
      at: tuesday,
      by: null,
    });
  });

  test('S18: who is away until Monday is not waited for, and asked again when they are back', () => {
    const circle = bakeryAfter(goesOnLeave(eli, { fromOn: '2026-06-02', untilOn: '2026-06-03' }));
    const away = at(tuesday, sundayOpening, circle);
    away.happens({ type: 'member_excused', member: eli, reason: 'on_leave' });
    at(bakeryTime('2026-06-03 23:59'), away.round, circle).happens();
    at(bakeryTime('2026-06-04 00:00'), away.round, circle).happens({
      type: 'member_returned',
      member: eli,
    });
  });

  test('who answered before their leave began still counts', () => {
    const circle = bakeryAfter(goesOnLeave(eli, { fromOn: '2026-06-03', untilOn: null }));
    at(wednesday, after(consents(eli)), circle).happens();
  });

  test('who was already away at the opening is not waited for when they are back', () => {
    const circle = bakeryAfter(goesOnLeave(eli, { fromOn: '2026-06-01', untilOn: '2026-06-02' }));
    const away = sundayWithout({ member: eli, reason: 'on_leave' });
    at(wednesday, away, circle).happens();
    const round = given(away, ...allConsentBut([eli])).round;
    at(wednesday, round, circle).happens({ type: 'became_ready' });
    given(away).in(circle).when({ type: 'consent', at: wednesday, by: eli }).happens({
      type: 'consented',
      by: eli,
    });
  });

  test('a consent of who left no longer counts, and counts again if they come back', () => {
    const gone = at(tuesday, after(consents(eli)), bakeryAfter(leavesCircle(eli, tuesday)));
    gone.happens({ type: 'member_excused', reason: 'left' });
    at(wednesday, gone.round, bakery).happens({ type: 'member_returned', member: eli });
  });

  test('who goes from leave to leaving is kept as having left', () => {
    const leave = goesOnLeave(eli, { fromOn: '2026-06-02', untilOn: null });
    const away = at(tuesday, sundayOpening, bakeryAfter(leave));
    const left = at(wednesday, away.round, bakeryAfter(leave, leavesCircle(eli, wednesday)));
    left.happens({ type: 'member_excused', member: eli, reason: 'left' });
    expect(left.round.asked.get(eli)?.excused).toEqual({ reason: 'left', at: tuesday });
  });

  test('is kept up to date while the clock stands still', () => {
    const circle = bakeryAfter(leavesCircle(eli, tuesday));
    for (const pause of [goesToMeeting(tuesday), parks(tuesday)]) {
      at(wednesday, after(pause), circle).happens({ type: 'member_excused', member: eli });
    }
  });
});

describe('nudges', () => {
  test('go to those who have not answered, at half time and a day before', () => {
    const half = at(halfTime, after(consents(ana), asksTime(eli, thursday, extendedDeadline)));
    half.happens({ type: 'members_reminded', occasion: 'half_time', members: [ben, cai, dee] });
    at(dayBefore - 1, half.round).happens();
    at(dayBefore, half.round).happens({
      type: 'members_reminded',
      occasion: 'day_before',
      members: [ben, cai, dee],
    });
  });

  test('come once', () => {
    const half = at(halfTime);
    at(halfTime + HOUR, half.round).happens();
  });

  test('are let go where a later one is due, or the deadline has come', () => {
    const late = at(dayBefore + HOUR);
    late.happens({ type: 'members_reminded', occasion: 'day_before' });
    expect(typesOf(at(deadline, after(...allConsentBut([eli]))).events)).not.toContain(
      'members_reminded',
    );
  });

  test('a day before comes again when the deadline has moved', () => {
    const reminded = at(dayBefore).round;
    const extended = given(reminded).when({
      type: 'extend',
      deadlineAt: extendedDeadline,
      reason: null,
      at: dayBefore + HOUR,
      by: ana,
    });
    extended.happens({ type: 'deadline_extended' });
    at(extendedDeadline - DAY, extended.round).happens({
      type: 'members_reminded',
      occasion: 'day_before',
    });
  });

  test('a day before does not come again where the new deadline is less than a day away', () => {
    const reminded = at(dayBefore).round;
    given(reminded)
      .when({
        type: 'extend',
        deadlineAt: deadline + HOUR,
        reason: null,
        at: deadline - HOUR,
        by: ana,
      })
      .happens({ type: 'deadline_extended' });
  });
});

describe('closing by itself', () => {
  const ready = (answeredAt = tuesday) => given(sundayAutomatic, ...allConsent(answeredAt)).round;

  test('happens a grace period after the round became ready', () => {
    const closesAt = tuesday + 2 * HOUR;
    expect(closesAloneAt(ready())).toBe(closesAt);
    at(closesAt - 1, ready()).happens({ type: 'became_ready', at: tuesday });
    const closed = at(closesAt + HOUR, ready());
    closed.happens(
      { type: 'became_ready', at: tuesday },
      { type: 'round_decided', decisionNumber: DECISION_NUMBER, at: closesAt, by: null },
    );
  });

  test('happens at the deadline where that comes first', () => {
    const closed = at(dayAfterDeadline, ready(deadline - HOUR));
    expect(closed.events.at(-1)).toMatchObject({ type: 'round_decided', at: deadline, by: null });
  });

  test('never happens in the first 24 hours', () => {
    expect(closesAloneAt(ready(monday))).toBe(monday + DAY + 2 * HOUR);
  });

  test.each([
    ['an objection', [...allConsentBut([dee]), objects(dee)]],
    ['a silence', allConsentBut([dee])],
    ['a hold', [...allConsentBut([dee]), asksTime(dee, tuesday, extendedDeadline)]],
  ] as const)('never happens over %s', (_, events) => {
    const { round } = given(sundayAutomatic, ...events);
    expect(closesAloneAt(round)).toBeNull();
    expect(at(dayAfterDeadline, round).round.ending).toBeNull();
  });

  test('does not happen in a circle where a facilitator closes', () => {
    expect(closesAloneAt(after(...allConsent()))).toBeNull();
    expect(at(dayAfterDeadline + 100 * DAY, after(...allConsent())).round.ending).toBeNull();
  });

  test('begins its grace period anew after a change', () => {
    const changed = given(ready(), { ...consents(eli, tuesday + HOUR, 'Watch our sleep.') }).round;
    expect(closesAloneAt(changed)).toBe(tuesday + 3 * HOUR);
  });

  test('is called off by an objection (§10 case 17)', () => {
    const objected = given(ready()).when({
      type: 'object',
      objectionId: objects(dee).objectionId,
      harm: 'Too tired.',
      effect: 'People leave us.',
      remedy: null,
      at: tuesday + HOUR,
      by: dee,
    });
    at(dayAfterDeadline, objected.round).happens(
      { type: 'objector_contacted' },
      { type: 'owner_asked_for_idea' },
      { type: 'deadline_passed' },
    );
  });

  test('needs no stand-in: nobody hears that members may close, facilitator or not', () => {
    const leave = { fromOn: '2026-06-01', untilOn: null };
    const nobody = bakeryAfter(goesOnLeave(ana, leave), goesOnLeave(cai, leave));
    at(tuesday, ready(), nobody).happens({ type: 'became_ready' });
  });

  test('waits while the round is at a meeting', () => {
    at(dayAfterDeadline, given(ready(), goesToMeeting(tuesday)).round).happens();
  });
});

describe('a reading of the clock', () => {
  test('twice at the same moment brings nothing the second time', () => {
    for (const now of [tuesday, halfTime, dayBefore, deadline, dayAfterDeadline]) {
      const { round } = at(now);
      expect(catchUp(round, { circle: bakery, now, decisionNumber: 12 })).toEqual([]);
    }
  });

  test('shows the round as the clock has it, and never closes it by reading', () => {
    const { round } = given(sundayAutomatic, ...allConsent());
    const read = roundAt(round, { circle: bakery, now: dayAfterDeadline });
    expect(read.marks.deadlinePassedAt).toBe(deadline);
    expect(read.ending).toBeNull();
  });
});

describe('the next instant for the timers', () => {
  const due = (round = sundayOpening, circle = bakery, now = monday) =>
    nextDueAt(round, circle, now);

  test.each([
    ['nobody has answered: half time', [], halfTime],
    ['all consent: when it has been open for a day', allConsent(monday), monday + DAY],
    ['a hold runs out first', [asksTime(eli, monday, thursday)], thursday],
    ['it is parked: in the morning of its day', [parks(monday)], bakeryTime('2026-07-01 09:00')],
    ['it is at a meeting: never', [goesToMeeting(monday)], null],
    ['it has ended: never', [...allConsent(monday), decides(monday)], null],
  ] as const)('where %s', (_, events, instant) => {
    expect(due(after(...events))).toBe(instant);
  });

  test('after half time is a day before, then the deadline, then the extended one, then its waking', () => {
    const seen: number[] = [];
    let round = sundayOpening;
    for (let now = monday, next = due(); next !== null; next = due(round, bakery, now)) {
      seen.push(next);
      now = next;
      ({ round } = at(now, round));
    }
    const wakes = bakeryTime('2026-06-18 09:00');
    const extended = [extendedDeadline - DAY, extendedDeadline, wakes];
    expect(seen).toEqual([halfTime, dayBefore, deadline, ...extended]);
  });

  test('is the second message to an owner who is not heard from, and then there is none', () => {
    const alone = at(dayAfterDeadline, after(...allConsentBut([dee]), objects(dee)));
    const past = at(bakeryTime('2026-06-11 10:00'), alone.round);
    expect(typesOf(past.events)).toEqual(['circle_asked_for_ideas']);
    const secondAt = due(past.round, bakery, dayAfterDeadline) ?? 0;
    expect(secondAt).toBe(bakeryTime('2026-06-15 10:00'));
    const last = at(secondAt, past.round);
    expect(typesOf(last.events)).toEqual(['objector_contacted']);
    expect(due(last.round, bakery, secondAt)).toBeNull();
  });

  test('is the close where the round closes by itself, whether or not a facilitator is here', () => {
    const leave = { fromOn: '2026-06-01', untilOn: null };
    const nobody = bakeryAfter(goesOnLeave(ana, leave), goesOnLeave(cai, leave));
    for (const circle of [bakery, nobody]) {
      const ready = at(tuesday, given(sundayAutomatic, ...allConsent()).round, circle);
      expect(due(ready.round, circle, tuesday)).toBe(tuesday + 2 * HOUR);
    }
  });

  test('is two working days after a round became ready, when members may close', () => {
    const ready = at(tuesday, after(...allConsent()));
    const half = at(halfTime, ready.round).round;
    expect(due(ready.round, bakery, tuesday)).toBe(bakeryTime('2026-06-04 10:00'));
    expect(due(half, bakery, halfTime)).toBe(dayBefore);
  });

  test('is when the last facilitator goes on leave, where members may close from then on', () => {
    const leave = { fromOn: '2026-06-03', untilOn: null };
    const circle = bakeryAfter(goesOnLeave(ana, leave), goesOnLeave(cai, leave));
    const ready = at(tuesday, after(...allConsent()), circle);
    const opens = bakeryTime('2026-06-03 00:00');
    expect(due(ready.round, circle, tuesday)).toBe(opens);
    at(opens, ready.round, circle).happens({ type: 'closing_opened_to_members' });
  });

  test('is when a facilitator comes back too late to matter: no timer spins', () => {
    const leave = { fromOn: '2026-06-01', untilOn: '2026-06-01' };
    const circle = bakeryAfter(goesOnLeave(ana, leave), goesOnLeave(cai, leave));
    const ready = at(tuesday, after(...allConsent(monday)), circle);
    expect(due(ready.round, circle, tuesday)).toBe(bakeryTime('2026-06-04 09:00'));
  });

  test('is when a leave begins and when it ends', () => {
    const circle = bakeryAfter(goesOnLeave(eli, { fromOn: '2026-06-02', untilOn: '2026-06-03' }));
    const begins = bakeryTime('2026-06-02 00:00');
    expect(due(sundayOpening, circle)).toBe(begins);
    expect(due(at(begins, sundayOpening, circle).round, circle, begins)).toBe(
      bakeryTime('2026-06-04 00:00'),
    );
  });

  test('a leave that came and went unseen is no instant', () => {
    const circle = bakeryAfter(goesOnLeave(eli, { fromOn: '2026-06-02', untilOn: '2026-06-02' }));
    expect(due(sundayOpening, circle, thursday)).toBe(halfTime);
    expect(due(sundayOpening, bakeryAfter(comesBack(eli, monday)))).toBe(halfTime);
  });
});

test('what the clock brings is the same whether it is looked at often or once', () => {
  const once = at(dayAfterDeadline, after(...allConsentBut([eli])));
  let round = after(...allConsentBut([eli]));
  for (let now = tuesday; now <= dayAfterDeadline; now += HOUR) {
    const command: RoundCommand = look(now);
    ({ round } = given(round).when(command));
  }
  expect(round).toMatchObject({
    ending: once.round.ending,
    asked: once.round.asked,
    answers: once.round.answers,
  });
  expect(round.extensions).toMatchObject([{ cause: 'silence', deadlineAt: extendedDeadline }]);
});

test('an objection that is settled after the deadline leaves the round ready', () => {
  const settled = settles(dee, dayAfterDeadline);
  const round = [objects(dee), settled].reduce(evolveRound, after(...allConsentBut([dee])));
  const past = at(dayAfterDeadline, round);
  past.happens({ type: 'deadline_passed' }, { type: 'became_ready', at: dayAfterDeadline });
  expect(deciders.every((member) => past.round.answers.get(member)?.kind === 'consent')).toBe(true);
});
