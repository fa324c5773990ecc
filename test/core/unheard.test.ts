import { describe, expect, test } from 'vitest';
import { nextDueAt } from '../../src/core/clock.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { relayId } from '../../src/core/ids.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import { currentVersion, type Round, type SilencePolicy } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { countedAnswer, stateOf } from '../../src/core/standing.ts';
import { isUnseen, unheardEnd } from '../../src/core/unheard.ts';
import {
  allConsent,
  ana,
  asksTime,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  consents,
  DAY,
  deadline,
  dee,
  eli,
  extendedDeadline,
  goesOnLeave,
  goesToMeeting,
  HOUR,
  monday,
  objects,
  settles,
  sundayOpened,
  sundayOpening,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const look = (at: number): RoundCommand => ({ type: 'look_at_clock', at, by: null });
const under = (silencePolicy: SilencePolicy): Round =>
  replayRound([{ ...sundayOpened, terms: { ...sundayOpened.terms, silencePolicy } }]);
const after = (round: Round, events: readonly RoundEvent[], ...looks: readonly number[]) => {
  const begun = events.reduce<Round>(evolveRound, round);
  return looks.reduce((current, at) => given(current).when(look(at)).round, begun);
};
const typesOf = (events: readonly RoundEvent[]) => events.map(({ type }) => type);
const asks = (at: number, by = dee): RoundEvent => ({
  ...{ type: 'question_asked', text: 'Who opens?', at, by },
});

describe('nobody answered at all', () => {
  test('the round is extended once, and then parked for one window', () => {
    const extended = after(sundayOpening, [], deadline);
    expect(extended.pause).toBeNull();
    given(extended)
      .when(look(extendedDeadline))
      .happens(
        { type: 'deadline_passed' },
        { type: 'nobody_answered', who: ana, untilOn: '2026-06-18', by: null },
      );
  });

  test('it is not parked a moment before its second deadline', () => {
    const extended = after(sundayOpening, [], deadline);
    expect(given(extended).when(look(extendedDeadline - 1)).round.pause).toBeNull();
  });

  test('the next step is to find out why, and nobody is said to have written it', () => {
    const parked = after(sundayOpening, [], deadline, extendedDeadline);
    expect(parked.pause).toMatchObject({
      ...{ kind: 'parked', nextStep: null, cause: 'unanswered', who: ana, wokenAt: null },
    });
    given(parked)
      .when({ type: 'consent', at: extendedDeadline + HOUR, by: dee })
      .refused('round_parked', { nextStep: null, cause: 'unanswered' });
  });

  test('it wakes on its day, and goes on with the same version when it is taken up', () => {
    const parked = after(sundayOpening, [], deadline, extendedDeadline);
    const morning = bakeryTime('2026-06-18 09:00');
    expect(nextDueAt(parked, bakery, extendedDeadline)).toBe(morning);
    const woken = given(parked).when(look(morning));
    woken.happens({ type: 'round_woke' });
    const resume = { type: 'resume', deadlineAt: bakeryTime('2026-06-25 17:00'), at: morning };
    const { round } = given(woken.round).when({ ...resume, type: 'resume', by: ana });
    expect(round.pause).toBeNull();
    expect(round.versions).toHaveLength(1);
  });

  test('it is parked again where still nobody answers, and never ended', () => {
    const parked = after(sundayOpening, [], deadline, extendedDeadline);
    const at = extendedDeadline + DAY;
    const deadlineAt = bakeryTime('2026-06-22 17:00');
    const { round } = given(parked).when({ type: 'resume', deadlineAt, at, by: ana });
    const again = given(round).when(look(deadlineAt));
    expect(typesOf(again.events)).toContain('nobody_answered');
    expect(again.round.ending).toBeNull();
  });

  test('what the proposer said shows nothing: they know of it', () => {
    const own = [consents(ben), asks(tuesday, ben)];
    expect(unheardEnd(after(sundayOpening, own, deadline))).toBeNull();
    const parked = after(sundayOpening, own, deadline, extendedDeadline);
    expect(parked.pause).toMatchObject({ cause: 'unanswered' });
  });

  test.each([
    ['an answer', [consents(dee)]],
    ['an answer that was taken back', [consents(dee), back(dee)]],
    ['a pause that is over', [asksTime(eli)]],
    ['an objection that was settled', [objects(dee), settles(dee, wednesday)]],
    ['a question', [asks(tuesday)]],
    ['an answer that was relayed', [relayed()]],
    ['the record of a meeting', [goesToMeeting(tuesday), met(wednesday), resumes(wednesday)]],
  ] as const)('%s shows that it was seen: the round waits, and people choose', (_, events) => {
    const round = after(sundayOpening, events, deadline, extendedDeadline, extendedDeadline + DAY);
    expect(round.pause).toBeNull();
    expect(stateOf(round, extendedDeadline + DAY)).toBe('waiting');
  });

  test('an open objection is never parked away', () => {
    const round = after(sundayOpening, [objects(dee)], deadline, extendedDeadline + 30 * DAY);
    expect(round.pause).toBeNull();
    expect(stateOf(round, extendedDeadline + 30 * DAY)).toBe('integrating');
  });

  test('answers to an earlier version show nothing of the new one', () => {
    const seen = after(sundayOpening, [consents(dee)]);
    expect(isUnseen(seen)).toBe(false);
    const { round } = given(seen).when({
      ...{ type: 'publish_next_version', basedOn: 1, change: 'substance' },
      wording: { ...currentOf(seen), need: 'More bread.' },
      ...{ answersObjections: [], linkedDocumentChanged: false, proposerAgrees: false },
      ...{ at: wednesday, by: ben },
    });
    expect(isUnseen(round)).toBe(true);
  });

  test('an answer in the moment in which people are asked shows it', () => {
    expect(isUnseen(after(sundayOpening, [consents(dee, monday)]))).toBe(false);
  });

  test('answers to a proposal before it was taken over show nothing of it after that', () => {
    const back = { type: 'round_withdrawn', reason: null, at: tuesday, by: ben } as const;
    const { round } = given(sundayOpening, consents(eli), back).when({
      ...{ type: 'take_over', at: wednesday, by: dee },
    });
    expect(isUnseen(round)).toBe(true);
    expect(isUnseen(after(round, [consents(eli, wednesday)]))).toBe(false);
  });

  test('a member who is here looks after it while every facilitator is away', () => {
    const away = { fromOn: '2026-05-01', untilOn: null };
    const circle = bakeryAfter(goesOnLeave(ana, away), goesOnLeave(cai, away));
    const extended = given(sundayOpening).in(circle).when(look(deadline)).round;
    const { events } = given(extended).in(circle).when(look(extendedDeadline));
    expect(events.at(-1)).toMatchObject({ type: 'nobody_answered', who: ben });
  });

  test('an outage over the second deadline gives its time back first', () => {
    const extended = after(sundayOpening, [], deadline);
    const outageTo = extendedDeadline + 2 * HOUR;
    const back = given(extended).when({
      ...{ type: 'add_back_outage', outageFrom: extendedDeadline - HOUR, outageTo },
      ...{ at: outageTo, by: null },
    });
    expect(back.round.pause).toBeNull();
    expect(back.round.deadlineAt).toBeGreaterThan(outageTo);
  });

  test('facilitators and the proposer hear of it, and everyone reads it under the card', () => {
    const round = after(sundayOpening, [], deadline, extendedDeadline);
    const event = { type: 'nobody_answered', who: ana, untilOn: '2026-06-18' } as const;
    const notices = noticesOf({ ...event, at: extendedDeadline, by: null }, round, bakery);
    const told = notices.flatMap((one) => (one.kind === 'direct' ? [one.to] : []));
    expect(told.toSorted()).toEqual([ana, ben, cai].toSorted());
    expect(notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['card', 'thread']));
  });
});

describe('too few answers under `floor`', () => {
  const few = after(under('floor'), [consents(dee)], deadline);

  test('the round goes to a meeting after its extension, and nothing has failed', () => {
    const missed = given(few).when(look(extendedDeadline));
    missed.happens({ type: 'deadline_passed' }, { type: 'floor_missed', who: ana, by: null });
    expect(missed.round.pause).toMatchObject({ kind: 'to_meeting', by: ana, note: null });
    expect(missed.round.ending).toBeNull();
  });

  test('people can still answer there, and reach the floor', () => {
    const { round } = given(few).when(look(extendedDeadline));
    const answered = [ana, ben, cai].reduce(
      (current, by) => given(current).when({ type: 'consent', at: friday17, by }).round,
      round,
    );
    expect(countedAnswer(answered, ana)?.kind).toBe('consent');
    given(answered)
      .when({ type: 'decide', decisionNumber: 12, at: friday17 + HOUR, by: ana })
      .happens({ type: 'round_decided', by: ana });
  });

  test('before that it is extended like any other, and closed where the floor is reached', () => {
    expect(given(few).when(look(extendedDeadline - 1)).events).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ type: 'floor_missed' })]),
    );
    const enough = after(
      under('floor'),
      [ana, ben, dee].map((by) => consents(by)),
      deadline,
    );
    expect(typesOf(given(enough).when(look(extendedDeadline)).events)).not.toContain(
      'floor_missed',
    );
  });

  test('where nobody beside the proposer answered it is parked instead', () => {
    const round = after(under('floor'), [consents(ben)], deadline, extendedDeadline);
    expect(round.pause).toMatchObject({ kind: 'parked', cause: 'unanswered' });
  });

  test('an objection keeps it where it is', () => {
    const objected = after(under('floor'), [objects(dee)], deadline, extendedDeadline);
    expect(objected.pause).toBeNull();
  });
});

describe('a circle in which everyone answers (`explicit`)', () => {
  test('takes nothing anywhere by itself where somebody answered', () => {
    const round = after(sundayOpening, [consents(dee)], deadline, extendedDeadline + 90 * DAY);
    expect(round.pause).toBeNull();
  });

  test('and nothing at all happens where all consented', () => {
    const round = after(sundayOpening, allConsent(monday), deadline, extendedDeadline + DAY);
    expect(round.pause).toBeNull();
    expect(unheardEnd(round)).toBeNull();
  });
});

const friday17 = bakeryTime('2026-06-12 16:00');

function back(by: typeof dee): RoundEvent {
  return { type: 'answer_taken_back', at: wednesday, by };
}

/** Ana writes down what Eli said on the phone; nobody has confirmed it. */
function relayed(): RoundEvent {
  const said = { kind: 'consent', note: null } as const;
  const how = { wording: 'their_own', channel: 'phone', saidOn: '2026-06-02' } as const;
  const relay = { relayId: relayId('y-1'), member: eli, said, ...how, supporter: null };
  return { type: 'answer_relayed', ...relay, witness: null, at: tuesday, by: ana };
}

/** They want a new text, and nobody consented. */
function met(at: number): RoundEvent {
  return {
    ...{ type: 'meeting_recorded', present: [ana, ben], outcome: 'new_text', note: null },
    ...{ at, by: ana },
  };
}

function resumes(at: number): RoundEvent {
  return { type: 'round_resumed', deadlineAt: deadline, at, by: ana };
}

function currentOf(round: Round) {
  const { title, need, document, owner, reviewOn, link } = currentVersion(round);
  return { title, need, document, owner, reviewOn, link };
}
