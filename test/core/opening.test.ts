import { describe, expect, test } from 'vitest';
import { decideCircle } from '../../src/core/circle-change.ts';
import type { MemberId } from '../../src/core/ids.ts';
import { roundId } from '../../src/core/ids.ts';
import { draftOf } from '../../src/core/draft.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { OPENING_WORKING_DAYS, openingRule } from '../../src/core/opening.ts';
import { currentVersion, type Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { openObjections, stateOf } from '../../src/core/standing.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  bakerySettings,
  bakeryTime,
  ben,
  cai,
  DAY,
  deadline,
  deciders,
  dee,
  eli,
  fay,
  founded,
  goesOnLeave,
  goesToMeeting,
  gus,
  HOUR,
  MINUTE,
  monday,
  objectionOf,
  objectionText,
  objects,
  olu,
  parks,
  sundayForm,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
} from '../support/bakery.ts';
import { given, givenCircle, givenProposer } from '../support/given.ts';

/** The bakery agreed that facilitators open rounds. */
const careful = carefulBakery();
const waiting: Round = replayRound([
  {
    ...sundayOpened,
    step: { questionsUntilAt: null, isSkipped: false, opensBy: 'facilitator' },
  },
  { type: 'opening_asked', at: monday, by: ben },
]);
const open = (by: MemberId = ana, at = tuesday) => ({ type: 'open_answers', at, by }) as const;
const propose = (by: MemberId, beginsWith?: 'questions') => ({
  ...{ id: roundId('r-2'), number: 32, at: monday, by },
  form: { ...sundayForm, ...(beginsWith && { beginsWith }) },
});
const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;
/** Two working days after Monday morning. */
const freeAt = bakeryTime('2026-06-03 09:00');

function carefulBakery() {
  const changes = { opening: 'facilitator', questionStep: 'ask' } as const;
  return bakeryAfter({ type: 'settings_changed', changes, at: founded, by: ana });
}

describe('who opens a round', () => {
  test('is whoever proposes, in a circle that chose nothing', () => {
    expect(openingRule(bakerySettings)).toBe('proposer');
    const { events } = givenProposer(bakery).when(propose(ben));
    expect(events.map(({ type }) => type)).toEqual(['round_opened']);
  });

  test('is a facilitator, where the circle agreed so, and the round keeps that', () => {
    const { events } = givenProposer(careful).when(propose(ben));
    expect(events).toMatchObject([
      { type: 'round_opened', step: { questionsUntilAt: null, opensBy: 'facilitator' } },
      { type: 'opening_asked', by: ben },
    ]);
    const round = replayRound(events);
    expect(stateOf(round, monday)).toBe('questions');
    given(round).in(bakery).when(open(ben)).refused('not_facilitator');
  });

  test('is the facilitator who proposes, at once', () => {
    const { events } = givenProposer(careful).when(propose(ana));
    expect(events.map(({ type }) => type)).toEqual(['round_opened']);
    expect(replayRound(events).step.kind).toBe('answers');
  });

  test('is a facilitator after questions, also where a facilitator proposes', () => {
    const [opened] = givenProposer(careful).when(propose(ana, 'questions')).events;
    expect(opened).toMatchObject({ type: 'round_opened', step: { opensBy: 'facilitator' } });
  });

  test('is a setting that facilitators change, and nobody else', () => {
    const roster = [...bakery.members.values()].map(({ id, status }) => ({ id, status }));
    const settings = { ...bakery.settings, opening: 'facilitator' as const };
    const form = { settings, roster, facilitators: bakery.facilitators };
    const change = (by: MemberId) => ({ type: 'change_circle', form, at: monday, by }) as const;
    givenCircle(bakery)
      .when(change(ana))
      .happens({ type: 'settings_changed', changes: { opening: 'facilitator' } });
    expect(decideCircle(bakery, change(dee))).toMatchObject({
      refused: { code: 'not_circle_keeper' },
    });
  });

  test('is the proposer in rounds of earlier days', () => {
    expect(sundayOpening.step).toMatchObject({ opensBy: 'proposer', openingAskedAt: null });
  });
});

describe('a proposal that waits to be opened', () => {
  test.each([
    { type: 'consent', at: tuesday, by: eli },
    { type: 'ask_more_time', needs: null, at: tuesday, by: eli },
    { type: 'decide', decisionNumber: 12, at: tuesday, by: ana },
    { type: 'extend', deadlineAt: deadline + DAY, reason: null, at: tuesday, by: ana },
    { type: 'shorten', deadlineAt: thursday, reason: 'x', at: tuesday, by: ana },
  ] as const)('takes no answers: $type', (command) => {
    given(waiting).when(command).refused('round_waits_for_opening');
  });

  test('takes questions, and an objection at once (invariant 3), which stays', () => {
    const question = { type: 'ask_question', text: 'Who bakes?', at: tuesday, by: gus } as const;
    given(waiting).when(question).happens({ type: 'question_asked' });
    const objected = given(waiting).when({
      ...({ type: 'object', objectionId: objectionOf(dee) } as const),
      ...{ ...objectionText, at: tuesday, by: dee },
    });
    expect(openObjections(objected.round)).toHaveLength(1);
    const { round } = given(objected.round).when(open());
    expect(openObjections(round)).toHaveLength(1);
    expect(stateOf(round, tuesday)).toBe('objections_open');
  });

  test('can be edited and taken back by its proposer, and takes no first thoughts', () => {
    const draft = { ...draftOf(waiting), need: 'People ask for bread.' };
    const change = { type: 'change_draft', draft, at: tuesday } as const;
    given(waiting)
      .when({ ...change, by: ben })
      .happens({ type: 'draft_changed' });
    given(waiting)
      .when({ ...change, by: ana })
      .refused('not_preparer');
    given(waiting)
      .when({ type: 'withdraw', reason: null, at: tuesday, by: ben })
      .happens({ type: 'round_withdrawn' });
    given(waiting)
      .when({ type: 'give_thought', text: 'Good.', at: tuesday, by: eli })
      .refused('step_is_over');
    given(waiting).when({ type: 'begin_answers', at: tuesday, by: ben }).happens();
  });

  test('tells the facilitators, and not its proposer', () => {
    const event: RoundEvent = { type: 'opening_asked', at: monday, by: ben };
    const told = noticesOf(event, waiting, bakery);
    const direct = told.flatMap((notice) => (notice.kind === 'direct' ? [notice.to] : []));
    expect(direct).toEqual([ana, cai]);
  });

  test('reminds them once after two working days', () => {
    expect(OPENING_WORKING_DAYS).toBe(2);
    given(waiting)
      .when(look(freeAt - MINUTE))
      .happens();
    const then = given(waiting).when(look(freeAt));
    then.happens({ type: 'opening_idle', by: null });
    given(then.round)
      .when(look(freeAt + 30 * DAY))
      .happens();
  });
});

describe('opening', () => {
  test('fixes the text, asks whoever is there now, and begins the window', () => {
    const leave = { fromOn: '2026-06-02', untilOn: null };
    const circle = bakeryAfter(goesOnLeave(eli, leave));
    const then = given(waiting).in(circle).when(open());
    const event = then.events.find(({ type }) => type === 'answers_begun');
    expect(event).toMatchObject({ asked: [ana, ben, cai, dee], deadlineAt: deadline, by: ana });
    expect(then.round.step.kind).toBe('answers');
    expect(currentVersion(then.round)).toMatchObject({ openedAt: tuesday, publishedBy: ben });
    expect(stateOf(then.round, tuesday)).toBe('consent_open');
    given(then.round).in(circle).when(open(cai)).refused('answers_have_begun');
  });

  test('begins the circle’s window where the chosen deadline is too near', () => {
    const late = bakeryTime('2026-06-05 18:00');
    const { round } = given(waiting).when(open(ana, late));
    expect(round.deadlineAt).toBe(bakeryTime('2026-06-12 17:00'));
  });

  test.each([
    ['a member', eli, 'not_facilitator'],
    ['its proposer', ben, 'not_facilitator'],
    ['a learning member', fay, 'member_not_asked'],
    ['a guest', gus, 'member_not_asked'],
    ['somebody from outside', olu, 'not_in_circle'],
  ] as const)('is not for %s', (_, by, code) => {
    given(waiting).when(open(by)).refused(code);
  });

  test('is any deciding member’s after two working days, but the proposer’s', () => {
    expect(given(waiting).when(open(eli, freeAt - MINUTE)).refusal?.code).toBe('not_facilitator');
    expect(given(waiting).when(open(eli, freeAt)).round.step.kind).toBe('answers');
    expect(given(waiting).when(open(ben, freeAt)).refusal?.code).toBe('not_facilitator');
  });

  test('is a stand-in’s while no facilitator is here, and says so first', () => {
    const leave = { fromOn: '2026-06-01', untilOn: null };
    const circle = bakeryAfter(goesOnLeave(ana, leave), goesOnLeave(cai, leave));
    const { events } = given(waiting).in(circle).when(open(eli));
    const own = events.filter(({ by }) => by === eli);
    expect(own).toMatchObject([{ type: 'stand_in_declared' }, { type: 'answers_begun' }]);
  });

  test('is a facilitator’s own too, whatever was objected', () => {
    const own = { ...waiting, proposedBy: ana };
    expect(given(own, objects(dee, monday)).when(open(ana)).refusal).toBeNull();
  });

  test.each([
    ['parked', parks(monday), 'round_parked'],
    ['at a meeting', goesToMeeting(monday), 'round_at_meeting'],
    ['handed on', handedOn(), 'round_handed_on'],
    ['taken back', { type: 'round_withdrawn', reason: null, at: monday, by: ben }, 'round_ended'],
  ] as const)('is not for a round that is %s', (_, event, code) => {
    expect(given(waiting, event).when(open()).refusal?.code).toBe(code);
  });

  test('needs two people who can answer, and a text that is whole', () => {
    const leave = { fromOn: '2026-06-01', untilOn: null };
    const others = deciders.filter((id) => id !== ana);
    const circle = bakeryAfter(...others.map((id) => goesOnLeave(id, leave)));
    expect(given(waiting).in(circle).when(open()).refusal?.code).toBe('too_few_able');
    const late = { ...waiting, reviewOn: '2026-06-01' };
    const past = {
      ...late,
      versions: late.versions.map((one) => ({ ...one, reviewOn: '2026-06-01' })),
    };
    given(past).when(open()).refused('version_incomplete');
  });

  test('is not for a round whose text is not ready, or that was open already', () => {
    given(sundayOpening).when(open()).refused('answers_have_begun');
    const { events } = givenProposer(careful).when(propose(ben, 'questions'));
    given(replayRound(events)).when(open()).refused('opening_not_asked', { proposer: ben });
  });
});

describe('with questions first', () => {
  const { events } = givenProposer(careful).when(propose(ben, 'questions'));
  const over = bakeryTime('2026-06-03 18:00');

  test('“Ready” asks the facilitators to open it', () => {
    const round = replayRound(events);
    expect(round.step).toMatchObject({ opensBy: 'facilitator', openingAskedAt: null });
    given(round)
      .when({ type: 'begin_answers', at: tuesday, by: ben })
      .refused('questions_not_over');
    const ready = given(round).when({ type: 'begin_answers', at: over, by: ben });
    expect(ready.events.at(-1)).toMatchObject({ type: 'opening_asked', by: ben });
    expect(ready.round.step.kind).toBe('questions');
    const opened = given(ready.round).when(open(cai, over + HOUR));
    expect(opened.round.step.kind).toBe('answers');
    // The step is not told of as idle a second time.
    const { events: later } = given(ready.round).when(look(over + 20 * DAY));
    expect(later.map(({ type }) => type)).toEqual(['opening_idle']);
  });

  test('a facilitator’s own “Ready” opens it', () => {
    const { events: own } = givenProposer(careful).when(propose(ana, 'questions'));
    const ready = given(replayRound(own)).when({ type: 'begin_answers', at: over, by: ana });
    expect(ready.events.at(-1)).toMatchObject({ type: 'answers_begun', by: ana });
  });
});

function handedOn() {
  return {
    ...({ type: 'round_handed_on', kind: 'passed_on', to: 'Mill', channelId: null } as const),
    ...{ reason: 'Theirs', summary: 'Sundays', at: monday, by: ana },
  };
}
