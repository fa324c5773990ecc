import { describe, expect, test } from 'vitest';
import type { Circle, CircleEvent } from '../../src/core/circle.ts';
import { nextDueAt } from '../../src/core/clock.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { noticesOf } from '../../src/core/notice.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { openObjections, silentMembers, standingOf } from '../../src/core/standing.ts';
import * as world from '../support/bakery.ts';
import { given } from '../support/given.ts';

const { ana, ben, cai, dee, eli, bakery, bakeryTime, monday } = world;
const about = { objectionId: world.objectionOf(dee) };
const raised = { ...world.objects(dee), at: bakeryTime('2026-06-02 10:00') };
/** Three weeks of questions: long enough for every time of an objection. */
const stepUntil = bakeryTime('2026-06-23 17:00');
const long = { ...world.sundayOpened, deadlineAt: bakeryTime('2026-07-30 17:00') };
const asking = replayRound([{ ...long, step: { questionsUntilAt: stepUntil, isSkipped: false } }]);
/** Its text is ready, and it waits for a facilitator. */
const waiting = replayRound([
  { ...long, step: { questionsUntilAt: null, isSkipped: false, opensBy: 'facilitator' } },
  { type: 'opening_asked', at: monday, by: ben },
]);
const wentAt = bakeryTime('2026-06-03 10:00');
const gone = world.bakeryAfter(world.leavesCircle(dee, wentAt));
const onLeave: CircleEvent = world.goesOnLeave(dee, { fromOn: '2026-06-03', untilOn: null });

const look = (at: string): RoundCommand => ({
  type: 'look_at_clock',
  at: bakeryTime(at),
  by: null,
});
const types = (events: readonly RoundEvent[]) =>
  events.map(({ type }) => type).filter((type) => type.startsWith('obj'));
const lookedAt = (round: Round, circle: Circle, ...moments: string[]) =>
  moments.reduce((one, at) => given(one).in(circle).when(look(at)).round, round);

describe.each([
  ['in the question step', asking],
  ['while its text waits to be opened', waiting],
])('an objection %s (docs/process.md §2.1, §2.6)', (_, start) => {
  const { round } = given(start, raised);

  test('is written about to its silent owner after three working days and four more', () => {
    expect(nextDueAt(round, bakery, raised.at)).toBeLessThanOrEqual(bakeryTime('2026-06-05 10:00'));
    expect(types(given(round).when(look('2026-06-05 09:59')).events)).toEqual([]);
    const first = given(round).when(look('2026-06-05 10:00'));
    expect(types(first.events)).toEqual(['objector_contacted']);
    const second = given(first.round).when(look('2026-06-11 10:00'));
    expect(types(second.events)).toEqual(['objector_contacted']);
    const adopts = { type: 'adopt_objection', ...about, by: eli } as const;
    const adopted = given(second.round).when({ ...adopts, at: bakeryTime('2026-06-11 11:00') });
    adopted.happens({ type: 'objection_adopted', by: eli });
    expect(adopted.round.answers.get(eli)?.kind).toBe('objection');
  });

  test.each([
    ['left', gone],
    ['on_leave', world.bakeryAfter(onLeave)],
  ] as const)(
    'whose owner is away (%s) may be taken on for five working days',
    (reason, circle) => {
      const away = given(round).in(circle).when(look('2026-06-03 10:00'));
      expect(away.events).toContainEqual({
        ...{ type: 'objector_away', reason, ...about },
        ...{ at: wentAt, by: null },
      });
      const due: number[] = [];
      let [now, current]: [number, Round] = [wentAt, away.round];
      for (;;) {
        const next = nextDueAt(current, circle, now + 1);
        if (next === null || next > bakeryTime('2026-06-10 17:00')) break;
        due.push(next);
        current = given(current)
          .in(circle)
          .when({ type: 'look_at_clock', at: next, by: null }).round;
        now = next;
      }
      expect(due.at(-1)).toBe(bakeryTime('2026-06-10 17:00'));
      expect(openObjections(current)).toEqual([]);
    },
  );

  test('that nobody takes on is something to watch, and nobody is asked again', () => {
    const before = lookedAt(round, gone, '2026-06-03 10:00', '2026-06-10 16:59');
    expect(openObjections(before)).toHaveLength(1);
    const over = given(before).in(gone).when(look('2026-06-10 17:00'));
    expect(types(over.events)).toEqual(['objection_lapsed_to_note']);
    const { round: lapsed } = over;
    expect(lapsed.objections).toMatchObject([
      { noted: { note: world.objectionText.harm, by: null } },
    ]);
    expect(lapsed).toMatchObject({ askedAgainAt: null, deadlineAt: start.deadlineAt });
    expect(lapsed.answers.size).toBe(0);
    expect(lapsed.step.kind).toBe('questions');
    const [event] = over.events.filter(({ type }) => type === 'objection_lapsed_to_note');
    const told = event ? noticesOf(event, lapsed, gone).map(({ kind }) => kind) : [];
    expect(told).toEqual(['card', 'thread', 'objection', 'objection_thread']);
  });

  test('is adopted in time, and is then its new owner’s', () => {
    const before = lookedAt(round, gone, '2026-06-03 10:00');
    const adopts = { type: 'adopt_objection', ...about, at: world.friday, by: eli } as const;
    const adopted = given(before).in(gone).when(adopts);
    expect(types(adopted.events)).toEqual(['objection_adopted']);
    const later = lookedAt(adopted.round, gone, '2026-06-10 17:00');
    expect(openObjections(later)).toMatchObject([{ by: eli, raisedBy: dee }]);
  });

  test('waits for nobody while the round is at a meeting', () => {
    const met = given(round, world.goesToMeeting(raised.at)).round;
    const moments = ['2026-06-05 10:00', '2026-06-10 17:00', '2026-06-17 17:00'];
    expect(lookedAt(met, gone, ...moments).objections).toMatchObject([
      { noted: null, contactedAt: [] },
    ]);
  });

  test('gets the time to take it on anew where that ran out in an outage', () => {
    const before = lookedAt(round, gone, '2026-06-03 10:00');
    const [outageFrom, outageTo] = [bakeryTime('2026-06-10 12:00'), bakeryTime('2026-06-11 10:00')];
    const back = { type: 'add_back_outage', outageFrom, outageTo, by: null } as const;
    const anew = given(before)
      .in(gone)
      .when({ ...back, at: outageTo });
    expect(types(anew.events)).toEqual(['objector_away']);
    expect(openObjections(lookedAt(anew.round, gone, '2026-06-18 16:59'))).toHaveLength(1);
    expect(openObjections(lookedAt(anew.round, gone, '2026-06-18 17:00'))).toEqual([]);
  });
});

test('once the text is ready everyone is asked, also whose note is watched', () => {
  const notes = { type: 'make_note', ...about, note: 'Mondays.' } as const;
  const noted = given(asking, raised).when({ ...notes, at: world.wednesday, by: dee });
  expect(noted.round.answers.size).toBe(0);
  const over = lookedAt(noted.round, bakery, '2026-06-23 17:00');
  const begun = given(over).when({ type: 'begin_answers', at: stepUntil, by: ben });
  expect(silentMembers(begun.round)).toEqual([ana, ben, cai, dee, eli]);
  expect(standingOf(begun.round)).toBe('waiting');
});
