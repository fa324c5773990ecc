import { describe, expect, test } from 'vitest';
import {
  allConsent,
  allConsentBut,
  ana,
  asksTime,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  closesByItself,
  DAY,
  dayAfterDeadline,
  deadline,
  decides,
  dee,
  eli,
  goesToMeeting,
  HOUR,
  joinsCircle,
  objects,
  olu,
  parks,
  settles,
  sundayAutomatic,
  sundayOpening,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { DECISION_NUMBER, given } from '../support/given.ts';

const SECOND = 1_000;
const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;

test('a story: objection, not closed at the deadline, settled by its owner, decided', () => {
  const objected = given(sundayOpening, ...allConsentBut([dee])).when({
    type: 'object',
    objectionId: objects(dee).objectionId,
    at: wednesday,
    by: dee,
    harm: 'Nobody has a whole weekend.',
    effect: 'People leave us.',
    remedy: null,
  });
  const atDeadline = given(objected.round).when({
    type: 'decide',
    decisionNumber: DECISION_NUMBER,
    at: deadline,
    by: ana,
  });
  const asked = [{ type: 'objector_contacted' }, { type: 'owner_asked_for_idea' }];
  const brought = [...asked, { type: 'deadline_passed' }];
  atDeadline.refusedAfter(brought, 'objection_open', { members: [dee] });
  const settled = given(atDeadline.round).when({
    type: 'settle_objection',
    objectionId: objects(dee).objectionId,
    at: dayAfterDeadline,
    by: dee,
  });
  settled.happens({ type: 'objection_settled', by: dee }, { type: 'became_ready' });
  given(settled.round)
    .when({ type: 'decide', decisionNumber: 12, at: dayAfterDeadline + HOUR, by: cai })
    .happens({ type: 'round_decided', decisionNumber: 12, by: cai });
});

describe('the clock comes first', () => {
  test('S2: a click one second after a round closed by itself is refused, and the round is closed with the stamp of its deadline', () => {
    const closing = given(sundayAutomatic, ...allConsent(deadline - HOUR)).in(
      bakeryAfter(closesByItself),
    );
    const late = closing.when({
      type: 'consent',
      note: 'One more thing',
      at: deadline + SECOND,
      by: ana,
    });
    expect(late.refusal).toEqual({
      code: 'round_ended',
      ending: { kind: 'decided', decisionNumber: DECISION_NUMBER, at: deadline, by: null },
    });
    expect(late.events).toMatchObject([
      { type: 'deadline_passed', at: deadline },
      { type: 'became_ready', at: deadline - HOUR },
      { type: 'round_decided', at: deadline, by: null, decisionNumber: DECISION_NUMBER },
    ]);
    expect(late.round.answers.get(ana)).toMatchObject({ at: deadline - HOUR, note: null });
  });

  test('what it brought is kept where the command is refused', () => {
    given(sundayOpening)
      .when({ type: 'withdraw', reason: null, at: deadline, by: ana })
      .refusedAfter(
        [{ type: 'deadline_passed' }, { type: 'deadline_extended', cause: 'silence' }],
        'not_proposer',
      );
  });

  test('what a command makes due happens with it', () => {
    given(sundayOpening, ...allConsentBut([eli]))
      .when({ type: 'consent', at: wednesday, by: eli })
      .happens({ type: 'consented' }, { type: 'became_ready', at: wednesday });
  });

  test('S3: when the timer runs again after the round has closed, nothing changes', () => {
    const closed = given(sundayOpening, ...allConsent(), decides(wednesday));
    for (const now of [wednesday, deadline, dayAfterDeadline + 300 * DAY]) {
      const again = closed.when(look(now));
      again.happens();
      expect(again.round).toBe(closed.round);
    }
  });

  test('S20: who joined the channel or the circle meanwhile finds the asked people unchanged', () => {
    const joined = given(sundayOpening).in(bakeryAfter(joinsCircle(olu, tuesday)));
    const { round } = joined.when(look(wednesday));
    expect([...round.asked.keys()]).not.toContain(olu);
    joined.when({ type: 'consent', at: wednesday, by: olu }).refused('member_not_asked', {
      facilitators: [ana, cai],
    });
  });
});

describe('after an outage', () => {
  const outage = (outageFrom: number, outageTo: number) =>
    ({ type: 'add_back_outage', outageFrom, outageTo, at: outageTo, by: null }) as const;
  const from = deadline - 2 * HOUR;
  const to = deadline + 3 * HOUR;

  test('a deadline that fell into it moves by its length, at least a day on, to 17:00', () => {
    given(sundayOpening)
      .when(outage(from, to))
      .happens({
        type: 'deadline_extended',
        cause: 'outage',
        by: null,
        at: to,
        deadlineAt: bakeryTime('2026-06-10 17:00'),
      });
  });

  test('a deadline outside of it stays', () => {
    given(sundayOpening)
      .when(outage(tuesday, tuesday + HOUR))
      .happens();
  });

  test('a round that would have closed by itself meanwhile gets its grace period anew', () => {
    const closing = given(sundayAutomatic, ...allConsent());
    const back = wednesday;
    const caughtUp = closing.when(outage(tuesday + HOUR, back));
    caughtUp.happens({ type: 'grace_restarted', at: back, by: null }, { type: 'became_ready' });
    given(caughtUp.round)
      .when(look(back + 2 * HOUR - 1))
      .happens();
    given(caughtUp.round)
      .when(look(back + 2 * HOUR))
      .happens({ type: 'round_decided', at: back + 2 * HOUR });
  });

  test('so does one that was to close at its deadline, and somebody may still object', () => {
    const closing = given(sundayAutomatic, ...allConsent(deadline - HOUR));
    const caughtUp = closing.when(outage(from, to));
    expect(caughtUp.round.ending).toBeNull();
    expect(caughtUp.events).toMatchObject([
      { type: 'deadline_extended', cause: 'outage' },
      { type: 'grace_restarted' },
      { type: 'became_ready', at: to },
    ]);
    const objected = given(caughtUp.round).when({
      type: 'object',
      objectionId: objects(dee).objectionId,
      at: to + HOUR,
      by: dee,
      harm: 'Nobody has a whole weekend.',
      effect: 'People leave us.',
      remedy: null,
    });
    expect(objected.refusal).toBeNull();
  });

  test('a timer that was late already when it began closes nothing while catching up', () => {
    const closing = given(sundayAutomatic, ...allConsent());
    const caughtUp = closing.when(outage(tuesday + 3 * HOUR, wednesday));
    expect(caughtUp.round.ending).toBeNull();
  });

  test('a round that stood still or has ended is left alone', () => {
    for (const events of [[parks(tuesday)], [goesToMeeting(tuesday)], [decides(tuesday)]]) {
      given(sundayAutomatic, ...allConsent(), ...events)
        .when(outage(from, to))
        .happens();
    }
  });
});

test('S12: only the objector ends an objection, whatever else is tried', () => {
  const objected = given(sundayOpening, ...allConsentBut([dee]), objects(dee));
  const { objectionId } = objects(dee);
  const at = wednesday;
  objected
    .when({ type: 'settle_objection', objectionId, at, by: ben })
    .refused('not_the_objector', { objector: dee });
  objected.when({ type: 'decide', decisionNumber: 12, at, by: ana }).refused('objection_open');
  objected
    .when({ type: 'settle_objection', objectionId, at, by: dee })
    .happens({ type: 'objection_settled' }, { type: 'became_ready' });
});

test('a hold that ends opens nothing: its owner is silent, and the round waits', () => {
  const held = given(sundayOpening, ...allConsentBut([eli]), asksTime(eli, tuesday, wednesday));
  const ended = held.when({ type: 'decide', decisionNumber: 12, at: wednesday, by: ana });
  ended.refusedAfter([{ type: 'hold_ended', member: eli }], 'members_silent', { members: [eli] });
});

test('a settled objection and a hold of the same person do not get mixed up', () => {
  const { round } = given(sundayOpening, objects(dee), settles(dee, tuesday)).when({
    type: 'ask_more_time',
    needs: null,
    at: wednesday,
    by: dee,
  });
  expect(round.answers.get(dee)?.kind).toBe('more_time');
  expect(round.objections).toMatchObject([{ settled: { at: tuesday }, takenBackAt: null }]);
});
