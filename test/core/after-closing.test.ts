import { describe, expect, test } from 'vitest';
import { nextDueAt } from '../../src/core/clock.ts';
import { objectionId, roundId } from '../../src/core/ids.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import {
  allConsent,
  ana,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  cai,
  consents,
  DAY,
  decides,
  dee,
  eli,
  fay,
  goesOnLeave,
  gus,
  leavesCircle,
  MINUTE,
  objectionText,
  olu,
  settles,
  sundayAutomatic,
  sundayOpening,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const late = objectionId('late-1');
const decided: readonly RoundEvent[] = [...allConsent(), decides(wednesday)];
const later = wednesday + DAY;
/** A week on from Thursday, at the closing hour. */
const dueAt = bakeryTime('2026-06-11 17:00');
const objectLate = (by = eli, at = later) =>
  ({ type: 'object_late', objectionId: late, ...objectionText, at, by }) as const;
const raised = (by = eli, at = later) =>
  ({ type: 'late_objection_raised', lateId: late, ...objectionText, dueAt, at, by }) as const;
const answer = (by = dee, at = later + DAY, text = 'We look at it on Monday.') =>
  ({ type: 'answer_late_objection', objectionId: late, text, at, by }) as const;
const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;

describe('an objection after the close (§10 case 9)', () => {
  test.each([
    ['a deciding member', eli],
    ['a learning member', fay],
    ['a guest', gus],
    ['the facilitator who closed it', ana],
  ])('is accepted from %s, and the decision stays in force', (_, by) => {
    const then = given(sundayOpening, ...decided).when(objectLate(by));
    then.happens({ type: 'late_objection_raised', lateId: late, dueAt, by, ...objectionText });
    expect(then.round.ending).toMatchObject({ kind: 'decided', decisionNumber: 12 });
    expect(then.round.aftermath.lateObjections).toMatchObject([{ id: late, answered: null }]);
  });

  test('is nobody’s from outside the circle', () => {
    given(sundayOpening, ...decided)
      .when(objectLate(olu))
      .refused('not_in_circle');
  });

  test('needs its reasons like any other', () => {
    const { when } = given(sundayOpening, ...decided);
    when({ ...objectLate(), harm: ' ' }).refused('text_missing', { field: 'harm' });
    when({ ...objectLate(), effect: 'x' }).refused('text_too_short', { field: 'effect' });
    when({ ...objectLate(), remedy: 'x'.repeat(1501) }).refused('text_too_long');
  });

  test('is for decisions: an open round takes objections, one taken back takes none', () => {
    given(sundayOpening).when(objectLate()).refused('round_not_decided');
    const back = { type: 'round_withdrawn', reason: null, at: wednesday, by: ben } as const;
    given(sundayOpening, back).when(objectLate()).refused('round_not_decided');
  });

  test('sent twice is one', () => {
    given(sundayOpening, ...decided, raised())
      .when(objectLate())
      .happens();
  });

  test.each([
    ['the owner', dee],
    ['a facilitator', cai],
  ])('is answered by %s', (_, by) => {
    const then = given(sundayOpening, ...decided, raised()).when(answer(by));
    then.happens({ type: 'late_objection_answered', text: 'We look at it on Monday.', by });
    expect(nextDueAt(then.round, bakery, later + DAY)).toBeNull();
  });

  test.each([
    ['another member', eli],
    ['the proposer', ben],
    ['a learning member', fay],
    ['a guest', gus],
  ])('is not answered by %s', (_, by) => {
    const { when } = given(sundayOpening, ...decided, raised());
    when(answer(by)).refused('not_owner', { owner: dee });
    when(answer(olu)).refused('not_in_circle');
  });

  test('is answered by any deciding member while no facilitator is here', () => {
    const away = bakeryAfter(
      goesOnLeave(ana, { fromOn: '2026-06-01', untilOn: null }),
      goesOnLeave(cai, { fromOn: '2026-06-01', untilOn: null }),
    );
    const { in: inCircle } = given(sundayOpening, ...decided, raised());
    inCircle(away).when(answer(eli)).happens({ type: 'late_objection_answered' });
    inCircle(away).when(answer(fay)).refused('not_owner');
  });

  test('is answered once, with words; the same answer twice is one', () => {
    const done = given(sundayOpening, ...decided, raised()).when(answer()).events;
    const { when } = given(sundayOpening, ...decided, raised(), ...done);
    when(answer()).happens();
    when(answer(cai)).refused('late_objection_answered', { member: dee });
    const { when: before } = given(sundayOpening, ...decided, raised());
    before(answer(dee, later, ' ')).refused('text_missing', { field: 'late_answer' });
    before({ ...answer(), objectionId: objectionId('none') }).refused('objection_not_open');
  });

  test('unanswered after seven days is brought back once, and then to the circle', () => {
    const round = given(sundayOpening, ...decided).when(objectLate()).round;
    expect(nextDueAt(round, bakery, later)).toBe(dueAt);
    given(round)
      .when(look(dueAt - 1))
      .happens();
    const reminded = given(round).when(look(dueAt));
    reminded.happens({ type: 'late_objection_reminded', lateId: late, at: dueAt, by: null });
    const circleAt = bakeryTime('2026-06-16 17:00');
    expect(nextDueAt(reminded.round, bakery, dueAt)).toBe(circleAt);
    const told = given(reminded.round).when(look(circleAt));
    told.happens({ type: 'late_objection_unanswered', lateId: late });
    expect(nextDueAt(told.round, bakery, circleAt)).toBeNull();
    given(told.round)
      .when(answer(dee, circleAt + DAY))
      .happens({ type: 'late_objection_answered' });
  });
});

describe('an objection as the round closes (§10 case 8)', () => {
  const soon = wednesday + 15 * MINUTE;

  test('opens the round again by itself, with the objection open and its number kept', () => {
    const then = given(sundayOpening, ...decided).when(objectLate(eli, soon));
    then.happens(
      { type: 'round_reopened', decisionNumber: 12, at: soon, by: eli },
      { type: 'objection_raised', objectionId: late, ...objectionText, at: soon, by: eli },
    );
    expect(then.round.ending).toBeNull();
    expect(then.round.answers.get(eli)?.kind).toBe('objection');
    given(then.round)
      .when(objectLate(eli, soon + 1))
      .happens();
  });

  test('a moment later is new information, and nothing opens', () => {
    given(sundayOpening, ...decided)
      .when(objectLate(eli, soon + 1))
      .happens({ type: 'late_objection_raised' });
  });

  test('who could not have objected in the round does not open it again', () => {
    for (const by of [fay, gus]) {
      given(sundayOpening, ...decided)
        .when(objectLate(by, soon))
        .happens({ type: 'late_objection_raised' });
    }
  });

  test('closes again under the number it had, and no sooner than its owner settles it', () => {
    const { round } = given(sundayOpening, ...decided).when(objectLate(eli, soon));
    const decide = { type: 'decide', decisionNumber: 99, at: soon + DAY, by: ana } as const;
    given(round).when(decide).refused('objection_open');
    const settled = { ...settles(eli, soon + DAY), objectionId: late };
    const then = given(round, settled).when({ ...decide, by: cai });
    then.happens({ type: 'became_ready' }, { type: 'round_decided', decisionNumber: 12 });
  });

  test('keeps its number also where it closes by itself', () => {
    const { round } = given(sundayAutomatic, ...decided).when(objectLate(eli, soon));
    const settled = { ...settles(eli, soon + DAY), objectionId: late };
    const then = given(round, settled).when(look(soon + 3 * DAY));
    const closed = then.events.find(({ type }) => type === 'round_decided');
    expect(closed).toMatchObject({ decisionNumber: 12, by: null });
  });
});

describe('a pause for danger (§10 case 10)', () => {
  const reason = 'The oven smokes.';
  const pause = (by = dee) => ({ type: 'pause_decision', reason, at: later, by }) as const;
  const unpause = (by = dee) => ({ type: 'unpause_decision', at: later + DAY, by }) as const;
  const paused = { type: 'decision_paused', reason, at: later, by: dee } as const;

  test.each([
    ['the owner', dee],
    ['a facilitator', cai],
  ])('is for %s, at once', (_, by) => {
    const then = given(sundayOpening, ...decided).when(pause(by));
    then.happens({ type: 'decision_paused', reason, by });
    expect(then.round.aftermath.paused).toEqual({ at: later, by, reason });
    given(then.round).when(unpause(by)).happens({ type: 'decision_unpaused', by });
  });

  test.each([
    ['another member', eli],
    ['the proposer', ben],
    ['a learning member', fay],
    ['a guest', gus],
  ])('is not for %s', (_, by) => {
    given(sundayOpening, ...decided)
      .when(pause(by))
      .refused('not_owner', { owner: dee });
    given(sundayOpening, ...decided, paused)
      .when(unpause(by))
      .refused('not_owner');
  });

  test('needs a reason, a decision, and that it is not paused yet', () => {
    const { when } = given(sundayOpening, ...decided);
    when({ ...pause(), reason: ' ' }).refused('text_missing', { field: 'reason' });
    when(pause(olu)).refused('not_in_circle');
    given(sundayOpening).when(pause()).refused('round_not_decided');
    given(sundayOpening, ...decided, paused)
      .when(pause())
      .happens();
    given(sundayOpening, ...decided, paused)
      .when(pause(cai))
      .refused('decision_paused', { member: dee, at: later });
    when(unpause()).refused('decision_not_paused');
    const newer = { number: 57, roundId: roundId('r_newer'), how: 'change' } as const;
    const superseded = { type: 'decision_superseded', ...newer, at: later, by: cai } as const;
    const replaced = { number: 12, by: 57 };
    given(sundayOpening, ...decided, superseded)
      .when(pause())
      .refused('decision_superseded', replaced);
    given(sundayOpening, ...decided, paused, superseded)
      .when(unpause())
      .refused('decision_superseded', replaced);
    const restored = { type: 'decision_restored', ...newer, at: later, by: cai } as const;
    given(sundayOpening, ...decided, paused, superseded, restored)
      .when(unpause())
      .happens({ type: 'decision_unpaused' });
  });

  test('is no longer the owner’s once they have left the circle', () => {
    given(sundayOpening, ...decided)
      .in(bakeryAfter(leavesCircle(dee, later - 1)))
      .when(pause())
      .refused('not_in_circle');
  });
});

describe('a correction of the record (docs/process.md §3, §4.1)', () => {
  const correct = (by = ana, text = 'It was four months, not three.') =>
    ({ type: 'correct_record', text, at: later, by }) as const;
  const closed = given(sundayOpening, ...decided);

  test('stands beside the text, which stays as it was decided', () => {
    const { round, events } = closed.when(correct());
    expect(events).toMatchObject([{ type: 'record_corrected', by: ana, at: later }]);
    expect(round.aftermath.corrections).toMatchObject([{ by: ana, at: later }]);
    expect(round.versions).toEqual(closed.round.versions);
    expect(round.ending).toEqual(closed.round.ending);
  });

  test('sent twice is one', () => {
    given(closed.when(correct()).round).when(correct()).happens();
  });

  test('is for who keeps the record, and for whoever has words of their own in it', () => {
    closed.when(correct(ben)).happens({ type: 'record_corrected', by: ben });
    closed.when(correct(eli)).refused('not_record_keeper', { keepers: [ana, cai] });
    const noted = given(sundayOpening, ...allConsent(), consents(eli, wednesday, 'The noise'));
    given(noted.round, decides(wednesday))
      .when(correct(eli))
      .happens({ type: 'record_corrected', by: eli });
    closed.when(correct(gus)).refused('not_record_keeper');
    closed.when(correct(olu)).refused('not_in_circle');
  });

  test('needs words, and not too many', () => {
    closed.when(correct(ana, ' ')).refused('text_missing', { field: 'correction' });
    closed.when(correct(ana, 'x'.repeat(1001))).refused('text_too_long', { max: 1000 });
  });

  test('is for decisions: an open round is worked on, and one taken back has no record', () => {
    given(sundayOpening).when(correct()).refused('round_not_decided');
    given(sundayOpening, { type: 'round_withdrawn', reason: null, at: wednesday, by: ben })
      .when(correct())
      .refused('round_not_decided');
  });
});
