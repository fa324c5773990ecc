import { describe, expect, test } from 'vitest';
import { nextDueAt } from '../../src/core/clock.ts';
import { whyNotReady } from '../../src/core/closing.ts';
import { stateOf } from '../../src/core/standing.ts';
import { noticesOf } from '../../src/core/notice.ts';
import * as world from '../support/bakery.ts';
import { given } from '../support/given.ts';

const { ana, ben, cai, dee, eli, fay, gus, olu, bakery, bakeryTime, sundayOpening } = world;
const { deadline, wednesday, thursday, friday } = world;

const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;
const adopt = (by = dee, at = thursday) => ({ type: 'adopt_proposal', at, by }) as const;
const withoutBen = world.bakeryAfter(world.leavesCircle(ben, wednesday));
/** Five working days after Wednesday. */
const untilAt = bakeryTime('2026-06-10 17:00');
/** Everyone consents on Tuesday, and Ben, who proposed, leaves on Wednesday. */
const left = given(sundayOpening, ...world.allConsent())
  .in(withoutBen)
  .when(look(wednesday));
const types = (events: readonly { type: string }[]) => events.map(({ type }) => type);

describe('a proposer who has left (docs/process.md §2.4)', () => {
  test.each([
    ['is somebody who left the circle', withoutBen],
    ['is somebody without an account', world.bakeryAfter(world.closesAccount(ben, wednesday))],
  ])('is noticed once where it %s: nothing closes until somebody adopts', (_, circle) => {
    const then = given(sundayOpening, ...world.allConsent())
      .in(circle)
      .when(look(wednesday));
    expect(types(then.events)).toContain('proposer_left');
    expect(then.round.proposerGone).toEqual({ at: wednesday, untilAt });
    const again = given(then.round).in(circle);
    again.when(look(wednesday)).happens();
    again
      .when({ type: 'decide', decisionNumber: 12, at: thursday, by: ana })
      .refused('proposer_missing', { untilAt });
    expect(stateOf(then.round, thursday)).toBe('consent_open');
  });

  test('is not gone while on leave', () => {
    const circle = world.bakeryAfter(
      world.goesOnLeave(ben, { fromOn: '2026-06-01', untilOn: null }),
    );
    const then = given(sundayOpening).in(circle).when(look(wednesday));
    expect(types(then.events)).not.toContain('proposer_left');
  });

  test('keeps even a round that closes by itself open', () => {
    const start = given(world.sundayAutomatic, ...world.allConsent()).in(withoutBen);
    const gone = start.when(look(world.tuesday + world.HOUR)).round;
    const then = given(gone).in(withoutBen).when(look(deadline));
    expect(types(then.events)).not.toContain('round_decided');
    expect(then.round.ending).toBeNull();
  });

  test('leaves answers as they are, and new ones count', () => {
    const { round } = given(sundayOpening, world.consents(cai))
      .in(withoutBen)
      .when(look(wednesday));
    const then = given(round).in(withoutBen).when({ type: 'consent', at: thursday, by: dee });
    then.happens({ type: 'consented', by: dee });
    expect([...then.round.answers.keys()]).toEqual([cai, dee]);
  });

  test('is told to facilitators and under the card, and what waits for an answer says so', () => {
    const event = { type: 'proposer_left', untilAt, at: wednesday, by: null } as const;
    const notices = noticesOf(event, left.round, withoutBen);
    expect(notices).toMatchObject([
      { kind: 'card' },
      { kind: 'thread' },
      { kind: 'direct', to: ana },
      { kind: 'direct', to: cai },
    ]);
    const objected = given(left.round, world.objects(dee, wednesday)).round;
    expect(whyNotReady(objected, thursday)).toMatchObject({ code: 'objection_open' });
  });

  test('is waited for no longer when they come back', () => {
    const { round } = left;
    const then = given(round).in(bakery).when(look(thursday));
    expect(types(then.events)).toContain('proposer_returned');
    expect(then.round.proposerGone).toBeNull();
    expect(then.round.lastChangeAt).toBe(thursday);
  });

  test('is noticed in the question step, and after a pause ends', () => {
    const parked = given(sundayOpening, world.parks(world.tuesday)).in(withoutBen);
    expect(types(parked.when(look(thursday)).events)).not.toContain('proposer_left');
    const resumed = parked.when({
      type: 'resume',
      deadlineAt: bakeryTime('2026-06-12 17:00'),
      at: thursday,
      by: ana,
    });
    expect(types(resumed.events)).toContain('proposer_left');
    const step = { ...sundayOpening.step, kind: 'questions', untilAt: friday } as const;
    const asking = given({ ...sundayOpening, step })
      .in(withoutBen)
      .when(look(wednesday));
    expect(types(asking.events)).toContain('proposer_left');
    expect(nextDueAt(asking.round, withoutBen, wednesday)).not.toBeNull();
  });
});

describe('adopting a proposal (docs/process.md §2.4)', () => {
  const waiting = given(left.round).in(withoutBen);

  test('makes any deciding member its proposer: text and answers stay as they are', () => {
    const then = waiting.when(adopt());
    expect(then.refusal).toBeNull();
    expect(then.events[0]).toMatchObject({ type: 'proposal_adopted', by: dee });
    expect(then.round).toMatchObject({ proposedBy: dee, proposerGone: null });
    expect(then.round.versions).toEqual(left.round.versions);
    expect(then.round.answers).toEqual(left.round.answers);
    const decide = { type: 'decide', decisionNumber: 12, at: thursday, by: ana } as const;
    expect(given(then.round).in(withoutBen).when(decide).round.ending?.kind).toBe('decided');
  });

  test('is not for people who do not decide, nor for strangers', () => {
    for (const by of [fay, gus]) waiting.when(adopt(by)).refused('member_not_asked');
    waiting.when(adopt(olu)).refused('not_in_circle');
    waiting.when(adopt(ben)).refused('not_in_circle');
  });

  test('is refused while the proposer is here, and once somebody has adopted it', () => {
    given(sundayOpening).when(adopt()).refused('proposer_is_here', { proposer: ben });
    const { round } = waiting.when(adopt());
    given(round).in(withoutBen).when(adopt(eli)).refused('proposer_is_here', { proposer: dee });
  });

  test('is refused after the end', () => {
    const ended = given(sundayOpening, ...world.allConsent(), world.decides(wednesday));
    ended.in(withoutBen).when(adopt()).refused('round_ended');
  });

  test('is not for who adopted an objection to it: they would settle it against their text', () => {
    const adopted = { ...world.objects(dee, wednesday) };
    const { objectionId } = adopted;
    const { round } = given(left.round, adopted, {
      type: 'objection_adopted',
      objectionId,
      at: wednesday,
      by: eli,
    });
    const start = given(round).in(withoutBen);
    start.when(adopt(eli)).refused('adopted_objection_open');
    expect(start.when(adopt(cai)).round.proposedBy).toBe(cai);
  });

  test('may be done by who objected themselves, whose objection stays open', () => {
    const start = given(left.round, world.objects(dee, wednesday)).in(withoutBen);
    const { round } = start.when(adopt(dee));
    expect(round.proposedBy).toBe(dee);
    expect(whyNotReady(round, thursday)).toMatchObject({ code: 'objection_open' });
  });
});

describe('a proposal that nobody adopts (docs/process.md §2.4)', () => {
  const waiting = given(left.round).in(withoutBen);

  test('is parked after five working days, and a facilitator looks for somebody', () => {
    expect(types(waiting.when(look(untilAt - 1)).events)).not.toContain('proposal_unadopted');
    const then = waiting.when(look(untilAt));
    expect(then.events.at(-1)).toMatchObject({ type: 'proposal_unadopted', who: ana });
    expect(then.round.pause).toMatchObject({
      kind: 'parked',
      nextStep: null,
      who: ana,
      untilOn: '2026-06-17',
    });
    const { round } = waiting.when(look(deadline));
    expect(nextDueAt(round, withoutBen, deadline)).toBe(untilAt);
  });

  test('can still be adopted then, stays parked, and is taken up again by its proposer', () => {
    const parked = given(waiting.when(look(untilAt)).round).in(withoutBen);
    const adopted = parked.when(adopt(dee, untilAt));
    expect(adopted.round.pause).toMatchObject({ kind: 'parked', who: dee });
    const resume = {
      type: 'resume',
      deadlineAt: bakeryTime('2026-06-19 17:00'),
      at: untilAt,
      by: dee,
    } as const;
    const then = given(adopted.round).in(withoutBen).when(resume);
    expect(then.round).toMatchObject({ pause: null, proposerGone: null });
  });

  test('comes back on its day to whoever looks for somebody, not to who left', () => {
    const { round } = waiting.when(look(untilAt));
    const woke = { type: 'round_woke', at: untilAt + 7 * world.DAY, by: null } as const;
    const direct = noticesOf(woke, round, withoutBen).filter(({ kind }) => kind === 'direct');
    expect(direct).toMatchObject([{ to: ana }]);
  });

  test('gets its five days anew where they ran out while the service was down', () => {
    const outage = { outageFrom: untilAt - world.HOUR, outageTo: untilAt + world.HOUR };
    const at = outage.outageTo;
    const then = waiting.when({ type: 'add_back_outage', ...outage, at, by: null });
    expect(types(then.events)).toContain('proposer_left');
    expect(types(then.events)).not.toContain('proposal_unadopted');
    const before = { outageFrom: wednesday, outageTo: thursday };
    const early = waiting.when({ type: 'add_back_outage', ...before, at: thursday, by: null });
    expect(types(early.events)).not.toContain('proposer_left');
  });
});
