import { describe, expect, test } from 'vitest';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { roundId } from '../../src/core/ids.ts';
import { broughtTo, supersededBy, whyNotReplace } from '../../src/core/replacing.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import { currentVersion } from '../../src/core/round.ts';
import { waysOn } from '../../src/core/ways-on.ts';
import { directMessage } from '../../src/slack/blocks/direct-message.ts';
import { lateAnsweredPost, pausePost } from '../../src/slack/blocks/thread-aftermath.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  consents,
  DAY,
  deadline,
  decides,
  dee,
  eli,
  friday,
  leavesCircle,
  MINUTE,
  monday,
  objectionOf,
  objectionText,
  objects,
  sundayForm,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { cardOf } from '../support/card.ts';
import { given, givenProposer } from '../support/given.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { publishes, sundayWording } from '../support/versions.ts';
import { heardOf, toldBy } from './told.ts';

const look = (at: number): RoundCommand => ({ type: 'look_at_clock', at, by: null });
const decide = (at: number, by = ana): RoundCommand => ({
  ...{ type: 'decide', decisionNumber: 12, at, by },
});
const decided = given(sundayOpening, ...allConsent(), decides(thursday));
const objectionId = objectionOf(eli);
/** Seven days after it was raised, at the bakery's closing hour. */
const answerDue = bakeryTime('2026-06-11 17:00');

describe('docs/process.md §10, 9: an objection after the close', () => {
  const raised = decided.when({
    ...{ type: 'object_late', objectionId, ...objectionText, at: thursday + 16 * MINUTE, by: eli },
  });
  const typesAt = (round: Round, at: number) =>
    given(round)
      .when(look(at))
      .events.map(({ type }) => type);

  test('9: facilitators and owner are told, and have seven days', () => {
    raised.happens({ type: 'late_objection_raised', dueAt: answerDue });
    expect(toldBy('direct', heardOf(decided.round, raised.events))).toEqual([ana, cai, dee]);
    const said = {
      type: 'answer_late_objection',
      objectionId,
      text: 'We look at it soon.',
    } as const;
    const answered = given(raised.round).when({ ...said, at: friday, by: dee });
    expect(toldBy('direct', heardOf(raised.round, answered.events))).toEqual([eli]);
    expect(heardOf(raised.round, answered.events).map(({ kind }) => kind)).toContain('thread');
    expect(typesAt(answered.round, answerDue + 30 * DAY)).toEqual([]);
  });

  test('9: an early review is offered by a button, under the answer and to who raised it', () => {
    const said = { type: 'answer_late_objection', objectionId, text: 'We look at it.' } as const;
    const answered = given(raised.round).when({ ...said, at: friday, by: dee });
    const { round } = answered;
    const [event] = answered.events;
    if (event?.type !== 'late_objection_answered') throw new Error('It is not answered');
    const told = { event, round, circle: bakery, words: wordsFor('en') };
    expect(actionsIn(lateAnsweredPost(told))).toEqual([actionIds.lookAgain]);
    const direct = directMessage({ ...told, to: eli, permalink: null });
    expect(actionsIn(direct.blocks)).toContain(actionIds.lookAgain);
  });

  test('9: who should have answered is reminded once, and then the circle is told', () => {
    expect(typesAt(raised.round, answerDue - 1)).toEqual([]);
    const late = given(raised.round).when(look(answerDue));
    late.happens({ type: 'late_objection_reminded' });
    expect(toldBy('direct', heardOf(raised.round, late.events))).toEqual([ana, cai, dee]);
    const circleHears = bakeryTime('2026-06-16 17:00');
    expect(typesAt(late.round, circleHears - 1)).toEqual([]);
    const unanswered = given(late.round).when(look(circleHears));
    unanswered.happens({ type: 'late_objection_unanswered' });
    expect(heardOf(late.round, unanswered.events)).toMatchObject([{ kind: 'thread' }]);
    expect(typesAt(unanswered.round, circleHears + 30 * DAY)).toEqual([]);
    expect(unanswered.round.ending?.kind).toBe('decided');
  });
});

describe('docs/process.md §10, 7: one’s own click once more', () => {
  const pause = {
    type: 'pause_decision',
    reason: 'The oven leaks gas',
    at: friday,
    by: ana,
  } as const;

  test.each<[string, Round, RoundCommand]>([
    ['a consent', sundayOpening, { type: 'consent', at: wednesday, by: ana }],
    [
      'an objection',
      sundayOpening,
      { type: 'object', objectionId, ...objectionText, at: wednesday, by: eli },
    ],
    ['a pause', decided.round, pause],
  ])('7: %s that arrives again changes nothing', (_, before, command) => {
    const first = given(before).when(command);
    expect(first.events).toHaveLength(1);
    const again = given(first.round).when(command);
    again.happens();
    expect(again.round).toEqual(first.round);
  });

  test('7: a closing that arrives again leaves the decision as it is', () => {
    const first = given(sundayOpening, ...allConsent()).when(decide(thursday));
    const again = given(first.round).when(decide(thursday));
    expect(again.events).toEqual([]);
    expect(again.round).toEqual(first.round);
  });

  test('7: of two who pause, the second hears who was first, and when', () => {
    const first = decided.when(pause);
    given(first.round)
      .when({ ...pause, by: cai })
      .refused('decision_paused', { member: ana, at: friday });
  });
});

test('10: a pause is posted and shown, and a meeting follows', () => {
  const paused = decided.when({
    ...{ type: 'pause_decision', reason: 'The oven leaks gas', at: friday, by: ana },
  });
  const heard = heardOf(decided.round, paused.events);
  expect(heard.map(({ kind }) => kind)).toContain('thread');
  expect(toldBy('direct', heard)).toEqual([cai, dee]);
  const { shown } = cardOf(paused.round, friday);
  expect(shown).toContain('The oven leaks gas');
  const [event] = paused.events;
  if (event?.type !== 'decision_paused') throw new Error('It is not paused');
  const post = pausePost({ event, round: paused.round, circle: bakery, words: wordsFor('en') });
  expect(shownIn(post)).toContain('Next: meet about it within days.');
  expect(paused.round.ending?.kind).toBe('decided');
});

describe('docs/process.md §10, 14 and 16: more than one proposal about a matter', () => {
  /** A newer proposal that would change the decision. */
  function newerRound() {
    const { events } = givenProposer(bakery).when({
      ...{ id: roundId('round-newer'), number: 40, form: sundayForm, at: monday, by: ben },
      ...{ replacing: { number: 12, how: 'change' }, replaced: decided.round },
    });
    return replayRound(events);
  }
  const after = (events: readonly RoundEvent[]) => events.reduce<Round>(evolveRound, decided.round);

  test('16: the old decision stays in force until the new one is decided', () => {
    const newer = given(newerRound(), ...allConsent(tuesday));
    expect(broughtTo(decided.round, newer.round, allConsent(tuesday))).toEqual([]);
    expect(supersededBy(decided.round)).toBeNull();
    expect(whyNotReplace(bakery, decided.round)).toBeNull();
    const closed = newer.when({ ...decide(friday), type: 'decide', decisionNumber: 57, by: cai });
    const old = after(broughtTo(decided.round, closed.round, closed.events));
    expect(supersededBy(old)).toMatchObject({ roundId: newer.round.id, how: 'change' });
    expect(whyNotReplace(bakery, old)).toMatchObject({ code: 'decision_superseded', number: 12 });
  });

  test('16: a newer proposal that is taken back leaves it in force', () => {
    const back = given(newerRound()).when({ type: 'withdraw', reason: null, at: friday, by: ben });
    expect(broughtTo(decided.round, back.round, back.events)).toEqual([]);
  });

  test('14: one is taken back, and the authors bring both into the other', () => {
    const other = given({ ...sundayOpening, id: roundId('round-other') });
    const back = other.when({ type: 'withdraw', reason: 'See P-31', at: wednesday, by: ben });
    expect(back.round.ending?.kind).toBe('withdrawn');
    const need = `${sundayWording.need} The market asks for it too.`;
    const merged = given(sundayOpening).when(publishes({ wording: { ...sundayWording, need } }));
    expect(currentVersion(merged.round)).toMatchObject({ number: 2, need });
  });
});

test('21: an objection to the process counts, and the way on is to extend or pass on', () => {
  const short = { ...objects(dee), harm: 'Three days are too short.' };
  const { round } = given(sundayOpening, ...allConsentBut([dee]), short);
  const ways = waysOn(round, { by: ana, at: wednesday, circle: bakery });
  const possible = ways.filter(({ refused }) => refused === null).map(({ way }) => way);
  expect(possible).toEqual(expect.arrayContaining(['extend', 'pass_on', 'escalate']));
  expect(possible).not.toContain('decide');
});

describe('docs/process.md §10, 22: few people', () => {
  test('22: a round that too few can answer can be parked', () => {
    const alone = bakeryAfter(...[ben, cai, dee, eli].map((one) => leavesCircle(one, tuesday)));
    const left = given(sundayOpening, ...allConsent(monday)).in(alone);
    expect(left.when(decide(deadline)).refusal?.code).toBe('too_few_able');
    const parked = left.when({
      ...{ type: 'park', nextStep: 'Find more people', who: ana, untilOn: '2026-07-01' },
      ...{ at: wednesday, by: ana },
    });
    expect(parked.refusal).toBeNull();
    expect(parked.round.pause).toMatchObject({ kind: 'parked' });
    expect(parked.round.ending).toBeNull();
  });

  test('22: in a pair both must answer', () => {
    const pair = bakeryAfter(...[cai, dee, eli].map((one) => leavesCircle(one, monday)));
    const one = given(sundayOpening, consents(ana)).in(pair).when(decide(wednesday));
    expect(one.refusal).toEqual({ code: 'members_silent', members: [ben] });
    const both = given(sundayOpening, consents(ana), consents(ben)).in(pair);
    expect(both.when(decide(wednesday)).refusal).toBeNull();
  });
});
