import { describe, expect, test } from 'vitest';
import { nextDueAt } from '../../src/core/clock.ts';
import type { Circle } from '../../src/core/circle.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { objectionId } from '../../src/core/ids.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { WAY_TEXT_MAX } from '../../src/core/pausing.ts';
import { replayRound } from '../../src/core/round-history.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { stateOf } from '../../src/core/standing.ts';
import { voidConfirmers, voidHearers } from '../../src/core/voiding.ts';
import { waysOn } from '../../src/core/ways-on.ts';
import {
  allConsent,
  ana,
  bakery,
  bakeryAfter,
  ben,
  cai,
  closesAccount,
  dayAfterDeadline,
  decides,
  dee,
  eli,
  fay,
  goesOnLeave,
  goesToMeeting,
  gus,
  leavesCircle,
  monday,
  objectionOf,
  objectionText,
  objects,
  olu,
  parks,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const REASON = 'It is there twice.';
const says = (by: MemberId = ben, reason: string | null = REASON, at = tuesday) =>
  ({ type: 'void', reason, at, by }) as const;
const said = (by: MemberId = ben) =>
  ({ type: 'void_asked', reason: REASON, at: tuesday, by }) as const satisfies RoundEvent;
const agrees = (by: MemberId = ana, at = wednesday) => ({ type: 'confirm_void', at, by }) as const;
const letsBe = (by: MemberId = ben) => ({ type: 'take_void_back', at: wednesday, by }) as const;
const voided = {
  ...{ type: 'round_voided', reason: REASON, askedBy: ben, at: wednesday, by: ana },
} as const satisfies RoundEvent;
const consent = (by: MemberId, at = wednesday) => ({ type: 'consent', at, by }) as const;
const away = { fromOn: '2026-06-01', untilOn: null };
const nobodyFacilitates = bakeryAfter(goesOnLeave(ana, away), goesOnLeave(cai, away));

describe('saying that a round was opened by mistake', () => {
  test.each([
    ['its proposer', ben],
    ['a facilitator', cai],
  ] as const)('is for %s, with a reason; the round goes on', (_, by) => {
    const then = given(sundayOpening).when(says(by, `  ${REASON} `));
    then.happens(said(by));
    expect(then.round).toMatchObject({ voidWish: { by, reason: REASON }, ending: null });
    expect(stateOf(then.round, tuesday)).toBe('consent_open');
    given(then.round).when(consent(dee)).happens({ type: 'consented', by: dee });
  });

  test.each([
    ['a member', dee, 'not_facilitator'],
    ['a learning member', fay, 'member_not_asked'],
    ['a guest', gus, 'member_not_asked'],
    ['somebody from outside', olu, 'not_in_circle'],
  ] as const)('is not for %s', (_, by, code) => {
    given(sundayOpening).when(says(by)).refused(code);
  });

  test.each([
    ['no reason', null, 'text_missing'],
    ['an empty one', ' \n ', 'text_missing'],
    ['one that is too long', 'a'.repeat(WAY_TEXT_MAX + 1), 'text_too_long'],
    ['the longest there can be', 'a'.repeat(WAY_TEXT_MAX), null],
  ] as const)('needs a reason: %s', (_, reason, code) => {
    const { refusal } = given(sundayOpening).when(says(ben, reason));
    expect(refusal?.code ?? null).toBe(code);
    if (refusal) expect(refusal).toMatchObject({ field: 'reason' });
  });

  test('is a stand-in’s while no facilitator is here, and says so first', () => {
    const then = given(sundayOpening).in(nobodyFacilitates).when(says(eli));
    expect(then.events.filter(({ by }) => by === eli)).toMatchObject([
      { type: 'stand_in_declared' },
      { type: 'void_asked' },
    ]);
  });

  test('is possible however the round stands', () => {
    const questions = { questionsUntilAt: thursday, isSkipped: false };
    const histories: readonly (readonly RoundEvent[])[] = [
      [{ ...sundayOpened, step: questions }],
      [sundayOpened, objects(dee, monday)],
      [sundayOpened, ...allConsent(monday)],
      [sundayOpened, goesToMeeting(monday)],
      [sundayOpened, parks(monday)],
    ];
    for (const history of histories) {
      expect(given(replayRound(history)).when(says()).events.at(-1)).toEqual(said());
      const { round } = given(replayRound([...history, said()])).when(agrees());
      expect(round).toMatchObject({ ending: { kind: 'void' }, pause: null });
      expect(stateOf(round, wednesday)).toBe('void');
    }
  });
});

describe('agreeing that it was', () => {
  test('is the facilitators’ where the proposer says so', () => {
    const round = given(sundayOpening, said()).round;
    expect(voidConfirmers(round, bakery, wednesday)).toEqual([ana, cai]);
    given(round).when(agrees()).happens(voided);
    const { ending } = given(round).when(agrees(cai)).round;
    expect(ending).toEqual({
      ...{ kind: 'void', reason: REASON, askedBy: ben, at: wednesday, by: cai },
    });
  });

  test('is the proposer’s where a facilitator says so, and no other facilitator’s', () => {
    const round = given(sundayOpening, said(ana)).round;
    expect(voidConfirmers(round, bakery, wednesday)).toEqual([ben]);
    given(round)
      .when(agrees(cai))
      .refused('void_for_others', { asker: ana, confirmers: [ben] });
    given(round).when(agrees(ben)).happens({ type: 'round_voided', askedBy: ana, by: ben });
  });

  test.each([
    ['who said so', ben, 'void_for_others'],
    ['another member', dee, 'void_for_others'],
    ['a learning member', fay, 'void_for_others'],
    ['a guest', gus, 'void_for_others'],
    ['somebody from outside', olu, 'not_in_circle'],
  ] as const)('is not for %s', (_, by, code) => {
    given(sundayOpening, said()).when(agrees(by)).refused(code);
  });

  test('needs somebody who says so', () => {
    given(sundayOpening).when(agrees()).refused('void_not_asked');
    given(sundayOpening).when(letsBe()).refused('void_not_asked');
  });

  test('is what the other party’s own word for it is', () => {
    given(sundayOpening, said())
      .when(says(ana, null, wednesday))
      .happens({ ...voided, reason: REASON });
    given(sundayOpening, said())
      .when(says(ben, REASON, wednesday))
      .refused('void_for_others', { asker: ben, confirmers: [ana, cai] });
  });

  test('is never one person’s alone: another facilitator’s, or a stand-in’s', () => {
    const own = { ...sundayOpening, proposedBy: ana };
    const round = given(own, said(ana)).round;
    expect(voidConfirmers(round, bakery, wednesday)).toEqual([cai]);
    given(round)
      .when(agrees(ana))
      .refused('void_for_others', { confirmers: [cai] });
    const alone = bakeryAfter(goesOnLeave(cai, away));
    expect(voidConfirmers(round, alone, wednesday)).not.toContain(ana);
    expect(voidConfirmers(round, alone, wednesday)).toContain(dee);
    const then = given(round).in(alone).when(agrees(dee));
    expect(then.events.at(-1)).toMatchObject({ type: 'round_voided', askedBy: ana, by: dee });
    expect(given(round).in(alone).when(agrees(ana)).refusal?.code).toBe('void_for_others');
  });

  test('is another facilitator’s where the proposer is gone', () => {
    const without = bakeryAfter(leavesCircle(ben, monday));
    const round = given(sundayOpening, said(ana)).round;
    expect(voidConfirmers(round, without, wednesday)).toEqual([cai]);
    const closed = bakeryAfter(closesAccount(ben, monday));
    const { events } = given(round).in(closed).when(agrees(cai));
    expect(events.at(-1)).toMatchObject({ type: 'round_voided', askedBy: ana, by: cai });
  });

  test('is not the person’s whose place is in question (§2.7)', () => {
    const terms = { ...sundayOpening.terms, concerns: { member: cai, isRemoval: true } };
    const removal = { ...sundayOpening, terms };
    expect(given(removal, said()).when(agrees(cai)).refusal).toMatchObject({
      ...{ code: 'void_for_others', confirmers: [ana] },
    });
    expect(given(removal).when(says(cai)).refusal?.code).toBe('member_concerned');
  });
});

describe('letting it be', () => {
  test.each([
    ['who said so', ben],
    ['whoever could agree', cai],
  ] as const)('is for %s; nothing is marked after that', (_, by) => {
    const then = given(sundayOpening, said()).when(letsBe(by));
    then.happens({ type: 'void_taken_back', askedBy: ben, by });
    expect(then.round.voidWish).toBeNull();
    given(then.round).when(agrees()).refused('void_not_asked');
    given(then.round)
      .when(says(ana, REASON, thursday))
      .happens({ type: 'void_asked', by: ana });
  });

  test.each([
    ['a member', dee, 'void_for_others'],
    ['a learning member', fay, 'void_for_others'],
    ['somebody from outside', olu, 'not_in_circle'],
  ] as const)('is not for %s', (_, by, code) => {
    given(sundayOpening, said()).when(letsBe(by)).refused(code);
  });

  test('is not another facilitator’s where the proposer is to agree', () => {
    given(sundayOpening, said(ana)).when(letsBe(cai)).refused('void_for_others');
  });

  test('stays possible where whoever said so has left', () => {
    const without = bakeryAfter(leavesCircle(ben, monday));
    const { round } = given(sundayOpening, said()).in(without).when(letsBe(cai));
    expect(round.voidWish).toBeNull();
  });

  test('happens by itself where the round is decided', () => {
    const { round } = given(sundayOpening, said(), ...allConsent(), decides(thursday));
    expect(round).toMatchObject({ voidWish: null, ending: { kind: 'decided' } });
    given(round)
      .when(agrees(ana, dayAfterDeadline))
      .refused('round_ended', { ending: { kind: 'decided' } });
    expect(voidConfirmers(round, bakery, dayAfterDeadline)).toEqual([]);
  });
});

describe('a round that was opened by mistake', () => {
  const { round } = given(sundayOpening, ...allConsent(monday), said(), voided);

  test('is over: nothing is answered, taken over or reopened, and no clock runs', () => {
    const ended = { ending: { kind: 'void', askedBy: ben } };
    given(round).when(consent(dee, thursday)).refused('round_ended', ended);
    given(round)
      .when(says(ben, REASON, thursday))
      .refused('round_ended', ended);
    given(round).when(agrees(cai, thursday)).refused('round_ended', ended);
    given(round)
      .when({ ...letsBe(), at: thursday })
      .refused('round_ended', ended);
    given(round)
      .when({ type: 'decide', decisionNumber: 12, at: thursday, by: ana })
      .refused('round_ended', ended);
    given(round).when({ type: 'take_over', at: thursday, by: dee }).refused('round_not_taken_back');
    const late = { objectionId: objectionId('late'), ...objectionText, at: wednesday, by: dee };
    given(round)
      .when({ type: 'object_late', ...late })
      .refused('round_not_decided');
    given(round)
      .when({ type: 'say_i_was_away', note: null, at: thursday, by: dee })
      .refused('round_not_decided');
    given(round)
      .when({ type: 'correct_record', text: 'Four.', at: thursday, by: ana })
      .refused('round_not_decided');
    expect(nextDueAt(round, bakery, thursday)).toBeNull();
    given(round).when({ type: 'look_at_clock', at: dayAfterDeadline, by: null }).happens();
  });

  test('offers no way on, and says to everybody that it is over', () => {
    const ways = waysOn(round, { by: ana, at: thursday, circle: bakery });
    expect(new Set(ways.map(({ refused }) => refused?.code))).toEqual(new Set(['round_ended']));
  });

  test('keeps what was said', () => {
    expect([...round.answers.keys()]).toEqual([ana, ben, cai, dee, eli]);
    const contested = given(sundayOpening, objects(dee, monday), said(), voided).round;
    expect(contested.objections.map(({ by }) => by)).toEqual([dee]);
  });
});

/** Who is written to directly about the last of these events. */
function told(circle: Circle, ...events: readonly RoundEvent[]): readonly MemberId[] {
  const { round } = given(sundayOpening, ...events);
  const last = events.at(-1);
  if (!last) throw new Error('Nothing happened');
  return noticesOf(last, round, circle).flatMap((notice) =>
    notice.kind === 'direct' ? [notice.to] : [],
  );
}

describe('who hears of it', () => {
  test('is the other party, and in the end all who are part of it', () => {
    expect(told(bakery, said())).toEqual([ana, cai]);
    expect(told(bakery, said(ana))).toEqual([ben]);
    const letBe = (by: MemberId) =>
      ({ type: 'void_taken_back', askedBy: ben, at: wednesday, by }) as const;
    expect(told(bakery, said(), letBe(ben))).toEqual([]);
    expect(told(bakery, said(), letBe(ana))).toEqual([ben]);
    expect(told(bakery, ...allConsent(monday), said(), voided)).toEqual([ben, cai, dee, eli]);
  });

  test('is nobody in particular where any member may agree', () => {
    const { round } = given(sundayOpening, said());
    expect(voidConfirmers(round, nobodyFacilitates, tuesday)).toEqual([dee, eli]);
    expect(voidHearers(round, nobodyFacilitates, tuesday)).toEqual([]);
    expect(told(nobodyFacilitates, said())).toEqual([]);
  });

  test('is every reader of an open objection: its buttons go', () => {
    const { round } = given(sundayOpening, objects(dee, monday), said(), voided);
    expect(noticesOf(voided, round, bakery)).toContainEqual({
      ...{ kind: 'objection', roundId: round.id, objectionId: objectionOf(dee) },
    });
  });
});
