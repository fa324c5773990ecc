import { describe, expect, test } from 'vitest';
import { relayId } from '../../src/core/ids.ts';
import type { MemberId } from '../../src/core/ids.ts';
import type { RelayedSaying, RelayForm } from '../../src/core/relayed-answer.ts';
import { isWaiting } from '../../src/core/relayed-answer.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { countedAnswer, openObjections } from '../../src/core/standing.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  dee,
  eli,
  goesOnLeave,
  leavesCircle,
  objectionOf,
  objectionText,
  objects,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { published, reworded } from '../support/versions.ts';

const consent: RelayedSaying = { kind: 'consent', note: null };
const objection: RelayedSaying = {
  ...{ kind: 'objection', objectionId: objectionOf(eli), ...objectionText },
};
const form = (said: RelayedSaying): RelayForm => ({
  ...{ member: eli, said, wording: 'their_own', channel: 'phone' },
  ...{ supporter: null, saidOn: '2026-06-02', witness: dee },
});
const relays = (said: RelayedSaying = consent, at: number = tuesday) =>
  ({ type: 'relay_answer', relayId: relayId('y-1'), ...form(said), at, by: ana }) as const;
const relayed = (said: RelayedSaying = consent) =>
  ({ ...relays(said), type: 'answer_relayed' }) as const;
const confirms = (by: MemberId, at: number = thursday) =>
  ({ type: 'confirm_relay', relayId: relayId('y-1'), at, by }) as const;
const denies = (by: MemberId) =>
  ({ type: 'deny_relay', relayId: relayId('y-1'), at: thursday, by }) as const;

test('a consent is not relayed over a person’s own objection, also when the text is new', () => {
  const contested = given(sundayOpening, objects(eli, tuesday), published(2));
  expect(countedAnswer(contested.round, eli)).toBeNull();
  expect(openObjections(contested.round)).toHaveLength(1);
  contested
    .when({ ...relays(consent, thursday), witness: null })
    .refused('answered_themselves', { field: 'member', member: eli });
});

describe('what was said of an earlier text (§D6)', () => {
  test('is not confirmed for a new one: nobody consents to what they have not heard', () => {
    const after = given(sundayOpening, relayed(), published(2, { at: wednesday }));
    for (const by of [dee, eli]) after.when(confirms(by)).refused('relay_over');
    expect(countedAnswer(after.round, eli)).toBeNull();
    const anew = { ...relays(consent, thursday), relayId: relayId('y-2') };
    expect(after.when(anew).refusal).toBeNull();
  });

  test('holds where only its words changed', () => {
    const after = given(sundayOpening, relayed(), reworded(2));
    const { round } = after.when(confirms(dee));
    expect(countedAnswer(round, eli)).toMatchObject({ kind: 'consent', relayId: 'y-1' });
  });

  test('is not confirmed where the proposal was taken back and over meanwhile', () => {
    const takenBack = { type: 'round_withdrawn', reason: null, at: tuesday, by: ben } as const;
    const { round } = given(sundayOpening, relayed(), takenBack).when({
      ...{ type: 'take_over', at: wednesday, by: dee },
    });
    expect(round.proposedBy).toBe(dee);
    expect(given(round).when(confirms(eli)).refusal).toMatchObject({ code: 'relay_over' });
  });
});

describe('a witness', () => {
  test('who has left the circle says nothing of it any more', () => {
    const without = bakeryAfter(leavesCircle(dee, wednesday));
    const after = given(sundayOpening, relayed()).in(without);
    expect(after.when(confirms(dee)).refusal).toEqual({ code: 'not_in_circle' });
    expect(after.when(denies(dee)).refusal).toEqual({ code: 'not_in_circle' });
    expect(after.when(confirms(eli)).refusal).toBeNull();
  });
});

describe('in the question step', () => {
  const step = { questionsUntilAt: bakeryTime('2026-06-05 17:00'), isSkipped: false };
  const draft = given(replayRound([{ ...sundayOpened, step }]));

  test('an objection is relayed as it is raised: open at once, confirmed or taken out', () => {
    const { round, refusal } = draft.when(relays(objection));
    expect(refusal).toBeNull();
    expect(openObjections(round)).toMatchObject([{ by: eli, relayId: 'y-1' }]);
    const [relay] = round.relays;
    expect(relay && isWaiting(round, relay)).toBe(true);
    const confirmed = given(round).in(bakery).when(confirms(dee, wednesday)).round;
    expect(confirmed.relays[0]?.confirmed).toMatchObject({ by: dee });
    expect(openObjections(confirmed)).toHaveLength(1);
    const denied = given(round).when({ ...denies(eli), at: wednesday }).round;
    expect(openObjections(denied)).toEqual([]);
  });

  test('an objection that waits when the text is fixed can be confirmed or taken out after', () => {
    const later = bakeryTime('2026-06-08 10:00');
    const ready = { type: 'begin_answers', at: later, by: ben } as const;
    const { round } = given(draft.when(relays(objection)).round).when(ready);
    expect([...round.answers.values()]).toMatchObject([{ member: eli, relayId: 'y-1' }]);
    const confirmed = given(round).when(confirms(dee, later));
    expect(confirmed.round.relays[0]?.confirmed).toMatchObject({ by: dee });
    const denied = given(round).when({ ...denies(eli), at: later });
    expect(openObjections(denied.round)).toEqual([]);
    given(confirmed.round)
      .when({ ...denies(eli), at: later })
      .refused('relay_over');
  });

  test('an objection that somebody took on is theirs: nobody takes it out by a denial', () => {
    const { round: relayedTo } = draft.when({ ...relays(objection), witness: null });
    const away = bakeryAfter(goesOnLeave(eli, { fromOn: '2026-06-03', untilOn: null }));
    const adopts = { type: 'adopt_objection', objectionId: objectionOf(eli) } as const;
    const { round, refusal } = given(relayedTo)
      .in(away)
      .when({ ...adopts, at: wednesday, by: dee });
    expect(refusal).toBeNull();
    expect(openObjections(round)).toMatchObject([{ by: dee, raisedBy: eli }]);
    expect(given(round).in(away).when(denies(eli)).refusal).toMatchObject({ code: 'relay_over' });
    expect(given(round).in(away).when(confirms(eli)).refusal).toMatchObject({ code: 'relay_over' });
  });

  test('a consent or “more time” is not relayed: nobody is asked yet', () => {
    draft.when(relays()).refused('round_in_questions');
    draft.when(relays({ kind: 'more_time', needs: null })).refused('round_in_questions');
  });
});
