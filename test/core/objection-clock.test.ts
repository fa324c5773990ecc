import { describe, expect, test } from 'vitest';
import { nextDueAt } from '../../src/core/clock.ts';
import type { Circle } from '../../src/core/circle.ts';
import { objectionId } from '../../src/core/ids.ts';
import type { Round } from '../../src/core/round.ts';
import {
  answersCount,
  membersToConfirm,
  openObjections,
  silentMembers,
  standingOf,
} from '../../src/core/standing.ts';
import * as world from '../support/bakery.ts';
import { given } from '../support/given.ts';

const { ana, ben, cai, dee, eli, fay, bakery, bakeryTime, sundayOpening } = world;
const about = { objectionId: world.objectionOf(dee) };
/** Raised on Tuesday at ten, when a deadline is far. */
const raisedAt = bakeryTime('2026-06-02 10:00');
const raised = { ...world.objects(dee), at: raisedAt };
const far = bakeryTime('2026-07-30 17:00');
const opened: Round = { ...sundayOpening, deadlineAt: far };
const everyoneElse = world.allConsentBut([dee]);
/** While somebody is still to be heard, the program takes no step of its own. */
const butCai = world.allConsentBut([dee, cai]);
const objected = given(opened, ...everyoneElse, raised);
const waiting = given(opened, ...butCai, raised);
const look = (at: string) => ({ type: 'look_at_clock', at: bakeryTime(at), by: null }) as const;
const types = (events: readonly { type: string }[]) =>
  events.map(({ type }) => type).filter((type) => type.startsWith('obj'));

/** The events about objections that looking at these moments brings, one after another. */
function watched(circle: Circle, start: Round, ...moments: readonly string[]) {
  let round = start;
  const happened: { type: string; at: number }[] = [];
  for (const moment of moments) {
    const outcome = given(round).in(circle).when(look(moment));
    happened.push(...outcome.events.filter(({ type }) => type.startsWith('obj')));
    ({ round } = outcome);
  }
  return { round, happened };
}

describe('an owner who is not heard from (docs/process.md §2.6, §10 case 6)', () => {
  test('is written to after three working days, and again four after that', () => {
    waiting.when(look('2026-06-05 09:59')).happens();
    const first = waiting.when(look('2026-06-05 10:00'));
    expect(types(first.events)).toEqual(['objector_contacted']);
    expect(types(given(first.round).when(look('2026-06-11 09:59')).events)).toEqual([]);
    const second = given(first.round).when(look('2026-06-11 10:00'));
    expect(types(second.events)).toEqual(['objector_contacted']);
  });

  test('is written to twice and no more, and nothing lapses by itself', () => {
    const { round, happened } = watched(
      bakery,
      waiting.round,
      '2026-06-05 10:00',
      '2026-06-11 10:00',
      '2026-06-25 10:00',
      '2026-07-29 10:00',
    );
    expect(types(happened)).toEqual(['objector_contacted', 'objector_contacted']);
    expect(openObjections(round)).toHaveLength(1);
  });

  test('is waited for anew once they did something about it', () => {
    const reworded = { type: 'objection_reworded', ...about, ...world.objectionText } as const;
    const at = bakeryTime('2026-06-04 16:00');
    const heard = given(opened, ...butCai, raised, { ...reworded, at, by: dee });
    heard.when(look('2026-06-05 10:00')).happens();
    const talks = { type: 'talk_asked', ...about, at, by: dee } as const;
    given(opened, ...butCai, raised, talks)
      .when(look('2026-06-05 10:00'))
      .happens();
    const others = given(opened, ...butCai, raised, { ...talks, by: ana });
    expect(types(others.when(look('2026-06-05 10:00')).events)).toEqual(['objector_contacted']);
  });

  test('is not silent any more once they say that it still stands', () => {
    const { round } = watched(bakery, waiting.round, '2026-06-05 10:00', '2026-06-11 10:00');
    const at = bakeryTime('2026-06-12 10:00');
    const stands = { type: 'keep_objection', ...about, at, by: dee } as const;
    const heard = given(round).when(stands);
    heard.happens({ type: 'objection_stands', versionNumber: 1 });
    const adopts = { type: 'adopt_objection', ...about, at: at + 1, by: eli } as const;
    given(heard.round).when(adopts).refused('objector_is_here', { objector: dee });
    expect(types(given(heard.round).when(look('2026-06-17 09:59')).events)).toEqual([]);
    expect(types(given(heard.round).when(look('2026-06-17 10:00')).events)).toEqual([
      'objector_contacted',
    ]);
  });

  test('wakes the timer at that moment', () => {
    expect(nextDueAt(waiting.round, bakery, raisedAt)).toBe(bakeryTime('2026-06-05 10:00'));
  });

  test('raised at night is written to in working hours', () => {
    const late = { ...raised, at: bakeryTime('2026-06-02 23:00') };
    const { round } = given(opened, ...butCai, late);
    expect(nextDueAt(round, bakery, late.at)).toBe(bakeryTime('2026-06-08 09:00'));
  });

  test('is left in peace while the round is at a meeting or parked', () => {
    const meeting = given(opened, ...butCai, raised, world.goesToMeeting(raisedAt));
    expect(types(meeting.when(look('2026-06-25 10:00')).events)).toEqual([]);
    const resumedAt = bakeryTime('2026-06-24 10:00');
    const resumed = { type: 'round_resumed', deadlineAt: far, at: resumedAt, by: ana } as const;
    const again = given(meeting.round, resumed);
    expect(types(again.when(look('2026-06-26 10:00')).events)).toEqual([]);
    expect(types(again.when(look('2026-06-29 10:00')).events)).toEqual(['objector_contacted']);
  });
});

describe('adopting an objection', () => {
  const adopts = (by: typeof eli, at: string) =>
    ({ type: 'adopt_objection', ...about, at: bakeryTime(at), by }) as const;
  const gone = world.bakeryAfter(world.leavesCircle(dee, bakeryTime('2026-06-03 10:00')));
  const noticed = objected.in(gone).when(look('2026-06-03 10:00')).round;

  test('whose owner is here and was just heard from is refused', () => {
    objected.when(adopts(eli, '2026-06-03 10:00')).refused('objector_is_here', { objector: dee });
    const once = given(objected.round).when(look('2026-06-05 10:00')).round;
    given(once).when(adopts(eli, '2026-06-05 11:00')).refused('objector_is_here');
  });

  test('of an owner who left makes the adopter its owner; who raised it stays known', () => {
    const adopted = given(noticed).in(gone).when(adopts(eli, '2026-06-04 10:00'));
    adopted.happens({ type: 'objection_adopted', by: eli });
    expect(openObjections(adopted.round)).toMatchObject([{ by: eli, raisedBy: dee }]);
    expect(adopted.round.answers.get(eli)).toMatchObject({ kind: 'objection' });
    expect(adopted.round.answers.has(dee)).toBe(false);
    const settles = { type: 'settle_objection', ...about, at: bakeryTime('2026-06-05 10:00') };
    given(adopted.round)
      .in(gone)
      .when({ ...settles, type: 'settle_objection', by: dee })
      .refused('not_the_objector', { objector: eli });
    const settled = given(adopted.round)
      .in(gone)
      .when({ ...settles, type: 'settle_objection', by: eli });
    expect(standingOf(settled.round)).toBe('consented');
  });

  test('of an owner who was written to twice and stays silent is possible', () => {
    const { round } = watched(bakery, objected.round, '2026-06-05 10:00', '2026-06-11 10:00');
    const adopted = given(round).when(adopts(eli, '2026-06-12 10:00'));
    expect(types(adopted.events)).toEqual(['objection_adopted']);
    expect(silentMembers(adopted.round)).toEqual([dee]);
  });

  test('is for deciding members who are here, have none of their own, and of an open one', () => {
    const inGone = given(noticed).in(gone);
    const facilitators = [ana, cai];
    inGone.when(adopts(fay, '2026-06-04 10:00')).refused('adopters_decide', { facilitators });
    inGone.when(adopts(world.olu, '2026-06-04 10:00')).refused('not_in_circle');
    inGone.when(adopts(ben, '2026-06-04 10:00')).refused('proposer_adopts_not');
    const own = { ...world.objects(eli), objectionId: objectionId('own'), at: raisedAt };
    given(noticed, own)
      .in(gone)
      .when(adopts(eli, '2026-06-04 09:00'))
      .refused('own_objection_open');
    const leave = { fromOn: '2026-06-01', untilOn: null };
    const eliAway = world.bakeryAfter(
      world.leavesCircle(dee, bakeryTime('2026-06-03 10:00')),
      world.goesOnLeave(eli, leave),
    );
    const { refusal } = given(noticed).in(eliAway).when(adopts(eli, '2026-06-04 10:00'));
    expect(refusal).toEqual({ code: 'adopter_away' });
    const taken = given(noticed).in(gone).when(adopts(cai, '2026-06-04 10:00')).round;
    given(taken)
      .in(gone)
      .when(adopts(eli, '2026-06-04 11:00'))
      .refused('objector_is_here', { objector: cai });
  });
});

describe('an objection whose owner is away', () => {
  const until = (untilOn: string | null) =>
    world.bakeryAfter(world.goesOnLeave(dee, { fromOn: '2026-06-03', untilOn }));

  test.each([
    ['left the circle', world.bakeryAfter(world.leavesCircle(dee, raisedAt)), 'left'],
    ['is on leave', until(null), 'on_leave'],
    ['has no account', world.bakeryAfter(world.closesAccount(dee, raisedAt)), 'deactivated'],
  ] as const)('who %s waits five working days to be adopted', (_, circle, reason) => {
    const { happened, round } = watched(circle, objected.round, '2026-06-03 10:00');
    expect(happened).toMatchObject([{ type: 'objector_away', reason }]);
    expect(types(given(round).in(circle).when(look('2026-06-10 16:59')).events)).toEqual([]);
    const over = given(round).in(circle).when(look('2026-06-10 17:00'));
    expect(types(over.events)).toEqual(['objection_lapsed_to_note']);
  });

  test('is not written about to somebody on leave', () => {
    const { happened } = watched(
      until(null),
      objected.round,
      '2026-06-03 10:00',
      '2026-06-08 12:00',
    );
    expect(types(happened)).toEqual(['objector_away']);
  });

  test('belongs to its owner as before when they come back', () => {
    const circle = until('2026-06-04');
    const { happened, round } = watched(
      circle,
      objected.round,
      '2026-06-03 10:00',
      '2026-06-05 10:00',
    );
    expect(types(happened)).toEqual(['objector_away', 'objector_back']);
    expect(types(given(round).in(circle).when(look('2026-06-12 09:00')).events)).toEqual([
      'objector_contacted',
    ]);
  });

  test('can be settled by its owner all the same', () => {
    const circle = until(null);
    const { round } = watched(circle, objected.round, '2026-06-03 10:00');
    const at = bakeryTime('2026-06-04 10:00');
    const settles = { type: 'settle_objection', ...about, at, by: dee } as const;
    expect(given(round).in(circle).when(settles).refusal).toBeNull();
  });
});

describe('an objection that nobody adopts (docs/process.md §2.6)', () => {
  const gone = world.bakeryAfter(world.leavesCircle(dee, raisedAt));
  const { round: lapsed } = watched(gone, objected.round, '2026-06-03 10:00', '2026-06-10 17:00');

  test('is something to watch, with its own words', () => {
    expect(openObjections(lapsed)).toEqual([]);
    expect(lapsed.objections).toMatchObject([
      { by: dee, noted: { note: world.objectionText.harm, by: null } },
    ]);
  });

  test('never makes the round decided: everyone is asked again, and earlier answers are kept', () => {
    expect(standingOf(lapsed)).toBe('waiting');
    expect(silentMembers(lapsed)).toEqual([ana, ben, cai, eli]);
    expect(membersToConfirm(lapsed)).toEqual([ana, ben, cai, eli]);
    expect([...lapsed.answers.values()].some((answer) => answersCount(lapsed, answer))).toBe(false);
    const closes = { type: 'decide', decisionNumber: 1, by: ana } as const;
    given(lapsed)
      .in(gone)
      .when({ ...closes, at: bakeryTime('2026-06-11 10:00') })
      .refused('members_silent');
  });

  test('gives at least three working days, and never less than there was', () => {
    expect(lapsed.deadlineAt).toBe(far);
    const soon = { ...objected.round, deadlineAt: bakeryTime('2026-06-08 17:00') };
    const { round } = watched(gone, soon, '2026-06-03 10:00', '2026-06-10 17:00');
    expect(round.deadlineAt).toBe(bakeryTime('2026-06-15 17:00'));
  });

  test('is decided once they have answered again', () => {
    const again = [ana, ben, cai, eli].map((by) => ({
      ...world.consents(by),
      at: bakeryTime('2026-06-11 10:00'),
    }));
    expect(standingOf(given(lapsed, ...again).round)).toBe('consented');
  });

  test('cannot be adopted or worked on any more', () => {
    const at = bakeryTime('2026-06-11 10:00');
    const { refusal } = given(lapsed)
      .in(gone)
      .when({ type: 'adopt_objection', ...about, at, by: eli });
    expect(refusal).toEqual({ code: 'objection_not_open' });
  });

  test('has its whole time again where the service was down when it ended (§10 case 24)', () => {
    const { round } = watched(gone, objected.round, '2026-06-03 10:00');
    const outage = {
      type: 'add_back_outage',
      outageFrom: bakeryTime('2026-06-10 12:00'),
      outageTo: bakeryTime('2026-06-11 09:00'),
      at: bakeryTime('2026-06-11 09:00'),
      by: null,
    } as const;
    const given1 = given(round).in(gone).when(outage);
    expect(types(given1.events)).toEqual(['objector_away']);
    const after = given(given1.round).in(gone);
    expect(types(after.when(look('2026-06-18 16:59')).events)).toEqual([]);
    expect(types(after.when(look('2026-06-18 17:00')).events)).toEqual([
      'objection_lapsed_to_note',
    ]);
  });
});
