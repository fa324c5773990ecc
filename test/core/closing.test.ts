import { describe, expect, test } from 'vitest';
import type { CircleEvent } from '../../src/core/circle.ts';
import {
  closersOf,
  isContested,
  standInFrom,
  STAND_IN_WORKING_DAYS,
} from '../../src/core/closing.ts';
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
  dayAfterDeadline,
  DAY,
  decides,
  dee,
  eli,
  fay,
  goesOnLeave,
  goesToMeeting,
  gus,
  leavesCircle,
  monday,
  objects,
  olu,
  parks,
  settles,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const decide = (by = ana, at = wednesday) =>
  ({ type: 'decide', decisionNumber: 12, at, by }) as const;
const ready = [
  ...allConsent(monday),
  { type: 'became_ready', at: monday + DAY, by: null } as const,
];
/** Tuesday 9:00 and two working days. */
const membersMayClose = bakeryTime('2026-06-04 09:00');
const untilFurther = { fromOn: '2026-06-01', untilOn: null };
const noFacilitatorHere = [goesOnLeave(ana, untilFurther), goesOnLeave(cai, untilFurther)];

describe('what a round still lacks', () => {
  test.each([
    ['an objection is open', [...allConsentBut([dee]), objects(dee)], 'objection_open', [dee]],
    ['a hold is running', [...allConsentBut([eli]), asksTime(eli)], 'hold_open', [eli]],
    ['somebody is silent', allConsentBut([eli, cai]), 'members_silent', [cai, eli]],
  ] as const)('while %s nobody closes it, and hears of whom', (_, events, code, members) => {
    given(sundayOpening, ...events)
      .when(decide(ana))
      .refused(code, { members });
    given(sundayOpening, goesToMeeting(tuesday), ...events)
      .when(decide(ana))
      .refused(code, { members });
  });

  test('in its first 24 hours it stays open, even where everyone has consented', () => {
    given(sundayOpening, ...allConsent(monday))
      .when(decide(ana, monday + DAY - 1))
      .refused('too_early', { fromAt: monday + DAY, isForWording: false });
    given(sundayOpening, ...ready)
      .when(decide(ana, monday + DAY))
      .happens({ type: 'round_decided', decisionNumber: 12, by: ana });
  });

  test('with fewer than two people able to answer it does not close (§10 case 22)', () => {
    const gone = [ben, cai, dee, eli].map((member) => leavesCircle(member, tuesday));
    const alone = given(sundayOpening, ...allConsent(monday)).in(bakeryAfter(...gone));
    const tried = alone.when(decide(ana));
    expect(tried.refusal).toEqual({ code: 'too_few_able' });
    const excused = Array(4).fill('member_excused');
    expect(tried.events.map(({ type }) => type)).toEqual([...excused, 'proposer_left']);
  });

  test('at a meeting too, who has left no longer counts (§10 case 3)', () => {
    const gone = [ben, cai, dee, eli].map((member) => leavesCircle(member, tuesday));
    const tried = given(sundayOpening, ...allConsent(monday), goesToMeeting(monday))
      .in(bakeryAfter(...gone))
      .when(decide(ana));
    expect(tried.refusal).toEqual({ code: 'too_few_able' });
  });

  test('in a pair both must answer', () => {
    const gone = [ana, dee, eli].map((member) => leavesCircle(member, monday));
    const pair = bakeryAfter(...gone);
    const excused = [ana, dee, eli].map(
      (member) =>
        ({ type: 'member_excused', member, reason: 'left', at: monday, by: null }) as const,
    );
    given(sundayOpening, ...excused, ...allConsentBut([ana, ben, dee, eli]))
      .in(pair)
      .when(decide(cai))
      .refused('members_silent', { members: [ben] });
    const { refusal } = given(sundayOpening, ...excused, ...allConsentBut([ana, dee, eli], monday))
      .in(pair)
      .when(decide(cai));
    expect(refusal).toBeNull();
  });

  test('a parked round is resumed first', () => {
    given(sundayOpening, ...ready, parks(tuesday))
      .when(decide(ana))
      .refused('round_parked', { untilOn: '2026-07-01' });
  });

  test('at a meeting the same holds as before: explicit consents', () => {
    given(sundayOpening, goesToMeeting(monday), ...allConsent())
      .when(decide(ana))
      .happens({ type: 'round_decided' });
  });
});

describe('who closes', () => {
  test('a facilitator who is not the proposer, as soon as the round is ready', () => {
    given(sundayOpening, ...ready)
      .when(decide(cai))
      .happens({ type: 'round_decided', by: cai });
  });

  test('a facilitator who is the proposer, if nobody ever objected', () => {
    const own = { ...sundayOpening, proposedBy: ana };
    given(own, ...ready)
      .when(decide(ana))
      .happens({ type: 'round_decided', by: ana });
  });

  test('a facilitator who is the proposer does not close a contested round, settled or not', () => {
    const own = { ...sundayOpening, proposedBy: ana };
    const settled = [objects(dee, monday), settles(dee, monday + DAY)];
    const contested = given(own, ...allConsentBut([dee], monday), ...settled);
    expect(isContested(contested.round)).toBe(true);
    contested.when(decide(ana)).refusedAfter([{ type: 'became_ready' }], 'own_contested_round');
    expect(contested.when(decide(cai)).refusal).toBeNull();
  });

  test('of a contested round that the proposer facilitates: they hear who may (§D12)', () => {
    const own = { ...sundayOpening, proposedBy: ana };
    const settled = [objects(dee, monday), settles(dee, monday + DAY)];
    const contested = given(own, ...allConsentBut([dee], monday), ...settled);
    const hears = (...events: readonly CircleEvent[]) =>
      contested.in(bakeryAfter(...events)).when(decide(ana)).refusal;
    const code = 'own_contested_round';
    const anyoneFromAt = membersMayClose;
    expect(hears()).toEqual({ code, closers: [cai], anyoneFromAt });
    const caiAway = goesOnLeave(cai, { fromOn: '2026-06-01', untilOn: null });
    expect(hears(caiAway)).toEqual({ code, closers: [], anyoneFromAt: null });
    const by = { at: monday, by: ana };
    const named = { type: 'settings_changed', changes: { standIn: eli }, ...by } as const;
    expect(hears(caiAway, named)).toEqual({ code, closers: [eli], anyoneFromAt });
    const kept = { type: 'secretaries_changed', secretaries: [dee], ...by } as const;
    expect(hears(caiAway, kept)).toEqual({ code, closers: [dee], anyoneFromAt });
  });

  test('a member may stand in when the round has been ready for two working days', () => {
    expect(STAND_IN_WORKING_DAYS).toBe(2);
    const waiting = given(sundayOpening, ...ready);
    waiting
      .when(decide(dee, membersMayClose - 1))
      .refused('not_facilitator', { facilitators: [ana, cai] });
    waiting
      .when(decide(dee, membersMayClose))
      .happens({ type: 'closing_opened_to_members' }, { type: 'round_decided', by: dee });
  });

  test('a change of an answer sets the two days back', () => {
    const changed = given(sundayOpening, ...allConsentBut([eli], monday), ...allConsent(wednesday));
    const tried = changed.when(decide(dee, membersMayClose));
    expect(tried.refusal).toMatchObject({ code: 'not_facilitator' });
    expect(standInFrom(changed.round, bakery, wednesday)).toBe(bakeryTime('2026-06-05 10:00'));
  });

  test('while no facilitator is here a member may stand in at once', () => {
    const alone = given(sundayOpening, ...allConsent(monday)).in(bakeryAfter(...noFacilitatorHere));
    alone
      .when(decide(dee, tuesday))
      .happens(
        { type: 'became_ready' },
        { type: 'closing_opened_to_members' },
        { type: 'stand_in_declared', place: 'member', by: dee },
        { type: 'round_decided', by: dee },
      );
    const circle = bakeryAfter(closesAccount(ana, monday), goesOnLeave(cai, untilFurther));
    expect(standInFrom(sundayOpening, circle, monday)).toBe(monday + DAY);
  });

  test('at once too, where a secretary looked after it before, and there is none now', () => {
    const was = { type: 'stand_in_declared', place: 'secretary', at: tuesday, by: dee } as const;
    const { round } = given(sundayOpening, ...allConsent(monday), was);
    const circle = bakeryAfter(...noFacilitatorHere);
    expect(standInFrom(round, circle, wednesday)).toBe(monday + DAY);
    expect(closersOf(round, circle, wednesday)).toEqual({ closers: [], anyoneFromAt: null });
    given(round)
      .in(circle)
      .when(decide(eli, wednesday))
      .happens(
        { type: 'became_ready' },
        { type: 'closing_opened_to_members' },
        { type: 'stand_in_declared', place: 'member', by: eli },
        { type: 'round_decided', by: eli },
      );
    const begun = { ...was, place: 'member' } as const;
    const kept = given(sundayOpening, ...allConsent(monday), begun).round;
    expect(closersOf(kept, circle, wednesday).closers).toEqual([dee]);
  });

  test('when a facilitator is back, members wait for the two days again', () => {
    const circle = bakeryAfter(...noFacilitatorHere, comesBack(cai, monday));
    const { refusal } = given(sundayOpening, ...ready)
      .in(circle)
      .when(decide(dee, tuesday));
    expect(refusal).toMatchObject({ code: 'not_facilitator' });
  });

  test('the proposer never stands in', () => {
    const { refusal } = given(sundayOpening, ...ready)
      .in(bakeryAfter(...noFacilitatorHere))
      .when(decide(ben, dayAfterDeadline));
    expect(refusal).toMatchObject({ code: 'not_facilitator' });
  });

  test.each([
    ['a learning member', fay, 'member_not_asked'],
    ['a guest', gus, 'member_not_asked'],
    ['somebody from outside', olu, 'not_in_circle'],
  ] as const)('%s never closes', (_, by, code) => {
    given(sundayOpening, ...ready)
      .when(decide(by))
      .refused(code);
  });

  test('who closes second is told who was first, when and how (§10 case 7)', () => {
    given(sundayOpening, ...ready, decides(tuesday, ana))
      .when(decide(cai))
      .refused('round_ended', { ending: { kind: 'decided', by: ana, at: tuesday } });
  });

  test('once the two days are over the circle hears that members may close', () => {
    given(sundayOpening, ...ready)
      .when({ type: 'look_at_clock', at: thursday, by: null })
      .happens({ type: 'closing_opened_to_members' });
  });
});
