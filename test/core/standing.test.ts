import { describe, expect, test } from 'vitest';
import type { RoundEvent } from '../../src/core/round-event.ts';
import {
  closableFrom,
  excusedMembers,
  heardFrom,
  isReady,
  openHolds,
  openObjectionOf,
  readySince,
  requiredMembers,
  silentMembers,
  standingOf,
  stateOf,
  takesAnswers,
  wasExtendedForSilence,
} from '../../src/core/standing.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  asksTime,
  ben,
  cai,
  consents,
  DAY,
  dayAfterDeadline,
  deadline,
  decides,
  dee,
  deciders,
  eli,
  goesToMeeting,
  MINUTE,
  monday,
  objects,
  parks,
  settles,
  sundayOpening,
  sundayWithout,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const excuse = (member = eli) =>
  ({ type: 'member_excused', member, reason: 'on_leave', at: tuesday, by: null }) as const;
const noLongerHere = [cai, dee, eli].map((member) => excuse(member));
const after = (...events: readonly RoundEvent[]) => given(sundayOpening, ...events).round;

describe('standing', () => {
  test.each([
    ['nobody has answered', [], 'waiting'],
    ['all but one have consented', allConsentBut([eli]), 'waiting'],
    ['everyone has consented', allConsent(), 'consented'],
    ['all consent but one who is away', [...allConsentBut([eli]), excuse()], 'consented'],
    ['one objects and nobody else has answered', [objects(dee)], 'objected'],
    ['one objects and all others consent', [...allConsentBut([dee]), objects(dee)], 'objected'],
    ['one objects and another needs time', [objects(dee), asksTime(eli)], 'objected'],
    ['one needs time and all others consent', [...allConsentBut([eli]), asksTime(eli)], 'held'],
    ['one needs time and others are silent', [asksTime(eli)], 'held'],
    [
      'the objection is settled',
      [...allConsentBut([dee]), objects(dee), settles(dee, wednesday)],
      'consented',
    ],
    [
      'only one person is able to answer',
      [...allConsent(), excuse(ben), ...noLongerHere],
      'too_few',
    ],
    [
      'two people are able to answer and both consent',
      [...allConsent(), ...noLongerHere],
      'consented',
    ],
    ['who objected has left', [...allConsentBut([eli]), objects(eli), excuse()], 'objected'],
    ['who needed time has left', [...allConsentBut([eli]), asksTime(eli), excuse()], 'consented'],
  ] as const)('where %s, the round is %3$s', (_, events, standing) => {
    expect(standingOf(after(...events))).toBe(standing);
  });

  test('S19: of five, one account is closed: four are required, and the record says why', () => {
    const round = after({ ...excuse(eli), reason: 'deactivated' });
    expect(requiredMembers(round)).toEqual([ana, ben, cai, dee]);
    expect(excusedMembers(round)).toEqual([eli]);
    expect(round.asked.get(eli)?.excused).toEqual({ reason: 'deactivated', at: tuesday });
  });

  test('S19: when all are gone, nothing is decided by nobody', () => {
    const round = after(...deciders.map((member) => excuse(member)));
    expect(standingOf(round)).toBe('too_few');
    expect(isReady(round, dayAfterDeadline)).toBe(false);
  });

  test('S18: who is away at the opening is not waited for', () => {
    const round = sundayWithout({ member: eli, reason: 'on_leave' });
    expect(heardFrom(round)).toEqual({ heard: 0, asked: 4 });
    expect(silentMembers(round)).not.toContain(eli);
  });
});

describe('state at a moment', () => {
  test.each([
    ['open and unanswered', [], tuesday, 'consent_open'],
    ['someone is silent after the deadline', [], deadline, 'waiting'],
    ['objected while others are silent', [objects(dee)], tuesday, 'objections_open'],
    ['objected after the deadline', [objects(dee)], deadline, 'integrating'],
    ['objected and all heard', [...allConsentBut([dee]), objects(dee)], tuesday, 'integrating'],
    ['all consent within a day', allConsent(monday), monday + DAY - 1, 'consent_open'],
    ['all consent after a day', allConsent(monday), monday + DAY, 'ready_to_close'],
    ['parked', [parks(tuesday)], dayAfterDeadline, 'parked'],
    ['at a meeting', [goesToMeeting(tuesday)], dayAfterDeadline, 'to_meeting'],
    ['decided', [...allConsent(), decides(tuesday)], wednesday, 'decided'],
    [
      'taken back',
      [{ type: 'round_withdrawn', reason: null, at: tuesday, by: ben }],
      wednesday,
      'withdrawn',
    ],
  ] as const)('%s', (_, events, now, state) => {
    expect(stateOf(after(...events), now)).toBe(state);
  });

  test('answers are taken until the round has ended, and not while it is parked', () => {
    expect(takesAnswers(sundayOpening)).toBe(true);
    expect(takesAnswers(after(goesToMeeting(tuesday)))).toBe(true);
    expect(takesAnswers(after(parks(tuesday)))).toBe(false);
    expect(takesAnswers(after(...allConsent(), decides(tuesday)))).toBe(false);
  });
});

describe('readiness', () => {
  test('a round may close 24 hours after it opened, or at its deadline if that is earlier', () => {
    expect(closableFrom(sundayOpening)).toBe(monday + DAY);
    expect(closableFrom({ ...sundayOpening, deadlineAt: monday + MINUTE })).toBe(monday + MINUTE);
  });

  test('it is ready since the last change, and not before it may close', () => {
    expect(readySince(after(...allConsent(wednesday)))).toBe(wednesday);
    expect(readySince(after(...allConsent(monday)))).toBe(monday + DAY);
  });
});

describe('who has been heard', () => {
  test('a hold is heard, a silence is not', () => {
    const round = after(consents(ana), objects(dee), asksTime(eli));
    expect(heardFrom(round)).toEqual({ heard: 3, asked: 5 });
    expect(silentMembers(round)).toEqual([ben, cai]);
    expect(openHolds(round)).toMatchObject([{ member: eli, kind: 'more_time' }]);
    expect(openObjectionOf(round, dee)).toMatchObject({ by: dee });
    expect(openObjectionOf(round, ana)).toBeNull();
  });

  test('only the extension for silence uses up the automatic one', () => {
    const extended = (cause: 'silence' | 'member') =>
      after({
        type: 'deadline_extended',
        deadlineAt: dayAfterDeadline,
        reason: null,
        cause,
        at: tuesday,
        by: null,
      });
    expect(wasExtendedForSilence(extended('member'))).toBe(false);
    expect(wasExtendedForSilence(extended('silence'))).toBe(true);
  });
});
