import { describe, expect, test } from 'vitest';
import { evolveCircle } from '../../src/core/circle-history.ts';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { channelId, circleId, relayId, roundId } from '../../src/core/ids.ts';
import type { Round } from '../../src/core/round.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { countedAnswer, heardFrom, openObjections } from '../../src/core/standing.ts';
import { requiredMembers, silentMembers } from '../../src/core/standing.ts';
import { answersModal } from '../../src/slack/blocks/answers-modal.ts';
import { wordsFor } from '../../src/words/index.ts';
import {
  allConsent,
  ana,
  bakery,
  bakeryAfter,
  bakerySettings,
  bakeryTime,
  ben,
  cai,
  consents,
  dee,
  eli,
  founded,
  friday,
  joinsCircle,
  leavesCircle,
  monday,
  objectionOf,
  objectionText,
  objects,
  olu,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { shownIn } from '../support/shown.ts';
import { publishes } from '../support/versions.ts';
import { heardOf, toldBy } from './told.ts';

const look = (at: number): RoundCommand => ({ type: 'look_at_clock', at, by: null });
const decide = (at: number, by = ana): RoundCommand => ({
  ...{ type: 'decide', decisionNumber: 12, at, by },
});
const adopt = (at: number, by = eli): RoundCommand => ({
  ...{ type: 'adopt_objection', objectionId: objectionOf(dee), at, by },
});
const consent = (by = dee): RoundCommand => ({ type: 'consent', at: wednesday, by });

describe('docs/process.md §10, whose answer counts', () => {
  test('1: the proposer objects to their own version 2', () => {
    const second = given(sundayOpening).when(publishes()).round;
    given(second)
      .when({
        type: 'object',
        objectionId: objectionOf(ben),
        ...objectionText,
        at: thursday,
        by: ben,
      })
      .happens({ type: 'objection_raised', by: ben });
  });

  test('2: who joined is asked from the next version on, and not before', () => {
    const joined = bakeryAfter(joinsCircle(olu, tuesday));
    const before = given(sundayOpening).in(joined).when(look(wednesday)).round;
    expect(requiredMembers(before)).not.toContain(olu);
    const next = given(before).in(joined).when(publishes()).round;
    expect(silentMembers(next)).toContain(olu);
    const heard = given(next).in(joined).when({ type: 'consent', at: thursday, by: olu });
    expect(countedAnswer(heard.round, olu)?.kind).toBe('consent');
  });

  test('3: the consent of who left stays in the history, and no longer counts', () => {
    const gone = bakeryAfter(leavesCircle(eli, wednesday));
    const answered = given(sundayOpening, consents(ana), consents(eli));
    const { round } = answered.in(gone).when(look(thursday));
    expect(round.answers.get(eli)?.kind).toBe('consent');
    expect(heardFrom(round)).toEqual({ heard: 1, asked: 4 });
  });

  test('3: members may adopt the objection of who left, for five working days', () => {
    const gone = bakeryAfter(leavesCircle(dee, wednesday));
    const raised = given(sundayOpening, objects(dee), consents(eli));
    raised.when(adopt(thursday)).refused('objector_is_here', { objector: dee });
    const left = raised.in(gone).when(look(wednesday));
    const told = heardOf(raised.round, left.events, { of: 'objector_away', circle: gone });
    expect(toldBy('direct', told)).toEqual([ana, cai]);
    const end = bakeryTime('2026-06-10 17:00');
    const adopted = given(left.round)
      .in(gone)
      .when(adopt(end - 1));
    expect(openObjections(adopted.round)).toMatchObject([{ by: eli, raisedBy: dee }]);
    const lapsed = given(left.round).in(gone).when(look(end));
    expect(openObjections(lapsed.round)).toEqual([]);
    given(lapsed.round).in(gone).when(adopt(end)).refused('objection_not_open');
  });

  test('6: a silent objector is written to after 3 and 7 working days, then members may adopt', () => {
    let { round } = given(sundayOpening, objects(dee), consents(eli));
    const moments = ['2026-06-05 10:00', '2026-06-11 10:00'].map(bakeryTime);
    for (const moment of moments) {
      expect(given(round).when(adopt(moment - 1)).refusal?.code).toBe('objector_is_here');
      const early = given(round).when(look(moment - 1));
      expect(early.events.map(({ type }) => type)).not.toContain('objector_contacted');
      const due = given(early.round).when(look(moment));
      const heard = heardOf(early.round, due.events, { of: 'objector_contacted' });
      expect(toldBy('direct', heard)).toEqual([ana, cai, dee]);
      ({ round } = due);
    }
    const adopted = given(round).when(adopt(bakeryTime('2026-06-12 10:00')));
    expect(openObjections(adopted.round)).toMatchObject([{ by: eli, raisedBy: dee }]);
  });

  test('13: a facilitator carries an objection, by name, and it is shown as relayed', () => {
    const { round } = given(sundayOpening).when({
      ...{ type: 'relay_answer', relayId: relayId('y'), member: dee, witness: null },
      ...{ wording: 'recorder', channel: 'in_person', supporter: null, saidOn: '2026-06-02' },
      said: { kind: 'objection', objectionId: objectionOf(dee), ...objectionText },
      ...{ at: wednesday, by: ana },
    });
    expect(openObjections(round)).toMatchObject([{ by: dee }]);
    expect(round.relays).toMatchObject([{ member: dee, relayedBy: ana }]);
    const seen = { round, circle: bakery, now: wednesday };
    const shown = shownIn(answersModal({ seen, from: 0 }, wordsFor('en')).blocks);
    expect(shown).toMatch(/relayed by <@U0ANA>/iu);
    expect(given(round).when(decide(friday)).refusal).toEqual({
      code: 'objection_open',
      members: [dee],
    });
  });
});

/** The oven's circle: other people of the bakery, with Dee in both. */
const oven = evolveCircle(null, {
  type: 'circle_created',
  id: circleId('circle-oven'),
  teamId: bakery.teamId,
  settings: bakerySettings,
  at: founded,
  by: olu,
  channelId: channelId('C0OVEN'),
  roster: [dee, olu].map((id) => ({ id, status: 'full' as const })),
  facilitators: [olu],
});
const ovenRound: Round = replayRound([
  { ...sundayOpened, id: roundId('round-oven'), circleId: oven.id, asked: [dee, olu], by: olu },
]);

describe('docs/process.md §10, 23: a member of two circles', () => {
  test('23: answers in each one separately, and each one decides for itself', () => {
    const inOven = given(ovenRound).in(oven).when(consent());
    expect(countedAnswer(inOven.round, dee)?.kind).toBe('consent');
    expect(countedAnswer(sundayOpening, dee)).toBeNull();
    const answered = given(inOven.round, consents(olu));
    expect(answered.in(oven).when(decide(thursday, olu)).refusal).toBeNull();
    const here = given(sundayOpening, ...allConsent(monday).filter(({ by }) => by !== dee));
    expect(here.when(decide(wednesday)).refusal).toEqual({
      code: 'members_silent',
      members: [dee],
    });
  });

  test('23: who leaves one is asked in the other as before', () => {
    const left = evolveCircle(oven, leavesCircle(dee, tuesday));
    expect(requiredMembers(given(ovenRound).in(left).when(look(wednesday)).round)).toEqual([olu]);
    expect(requiredMembers(given(sundayOpening).when(look(wednesday)).round)).toContain(dee);
  });
});
