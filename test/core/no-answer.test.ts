import { describe, expect, test } from 'vitest';
import { isToldLately, noAnswerOf } from '../../src/core/no-answer.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import {
  DAY,
  HOUR,
  ana,
  asksTime,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  consents,
  decides,
  dee,
  eli,
  fay,
  goesToMeeting,
  gus,
  joinsCircle,
  leavesCircle,
  objectionOf,
  objects,
  olu,
  parks,
  settles,
  sundayOpened,
  sundayWithout,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { published, reworded } from '../support/versions.ts';

/** The round after that happened, as somebody finds it who put an emoji on its card. */
const found = (by: typeof dee, ...events: readonly RoundEvent[]) =>
  noAnswerOf(replayRound([sundayOpened, ...events]), bakery, by);

/** Source: docs/process.md §10 case 19. */
describe('what is no answer', () => {
  test('is told to whoever is asked and has not answered', () => {
    expect(found(dee)).toEqual({ kind: 'unanswered', since: sundayOpened.at });
    expect(found(ben)).toMatchObject({ kind: 'unanswered' });
  });

  test('leaves the answer that stands, whichever it is', () => {
    expect(found(dee, consents(dee))).toMatchObject({
      kind: 'answered',
      answer: { kind: 'consent' },
      since: tuesday,
    });
    expect(found(dee, asksTime(dee))).toMatchObject({
      kind: 'answered',
      answer: { kind: 'more_time' },
    });
  });

  test('leaves an objection open, of the person who looks after it alone', () => {
    expect(found(dee, objects(dee))).toMatchObject({
      kind: 'objection',
      objection: { id: objectionOf(dee) },
      since: tuesday,
    });
    expect(found(eli, objects(dee))).toMatchObject({ kind: 'unanswered' });
    const settled = [objects(dee), settles(dee, wednesday)];
    expect(found(dee, ...settled)).toMatchObject({ kind: 'answered', since: wednesday });
  });

  test('is about the text that is asked about now', () => {
    const asked = { kind: 'unanswered', since: wednesday };
    expect(found(dee, consents(dee), published(2))).toEqual(asked);
    expect(found(dee, objects(dee), published(2))).toMatchObject({ kind: 'objection' });
    const wording = found(dee, consents(dee), reworded(2));
    expect(wording).toMatchObject({ kind: 'answered', since: tuesday });
  });

  test('counts from when they were asked again about the same text', () => {
    const withdrawn = { type: 'round_withdrawn', reason: null, at: wednesday, by: ben } as const;
    const taken = { type: 'round_taken_over', at: thursday, by: eli } as const;
    const asking = { asked: [ana, dee, eli], away: [], deadlineAt: bakeryTime('2026-06-15 17:00') };
    const told = found(dee, consents(dee), withdrawn, { ...taken, asking });
    expect(told).toEqual({ kind: 'unanswered', since: thursday });
  });

  test('counts from when their answer went: they are asked for one anew', () => {
    const gone = { kind: 'unanswered', since: wednesday };
    const takenBack = { type: 'answer_taken_back', at: wednesday, by: dee } as const;
    expect(found(dee, consents(dee), takenBack)).toEqual(gone);
    const ended = { type: 'hold_ended', member: dee, at: wednesday, by: null } as const;
    expect(found(dee, asksTime(dee), ended)).toEqual(gone);
    const objectionId = objectionOf(dee);
    const adopted = { type: 'objection_adopted', objectionId, at: wednesday, by: eli } as const;
    expect(found(dee, objects(dee), adopted)).toEqual(gone);
    expect(found(ana, objects(dee), adopted)).toMatchObject({ since: sundayOpened.at });
  });

  test('is told at a meeting too, where answers still count', () => {
    expect(found(dee, goesToMeeting(tuesday))).toMatchObject({ kind: 'unanswered' });
  });

  test('is told to who is away: with an answer they are back', () => {
    const round = sundayWithout({ member: dee, reason: 'on_leave' });
    expect(noAnswerOf(round, bakery, dee)).toMatchObject({ kind: 'unanswered' });
  });
});

/** Source: docs/process.md §2.1, §10 case 19. */
describe('in the question step, what is no answer', () => {
  const step = { questionsUntilAt: bakeryTime('2026-06-03 17:00'), isSkipped: false };
  const inStep = (by: typeof dee, ...events: readonly RoundEvent[]) =>
    noAnswerOf(replayRound([{ ...sundayOpened, step }, ...events]), bakery, by);

  test('is told to those whom the step waits for', () => {
    expect(inStep(dee)).toMatchObject({ kind: 'step' });
    const further = { type: 'nothing_further_said', at: tuesday, by: dee } as const;
    expect(inStep(dee, further)).toBeNull();
    expect(inStep(eli, further)).toMatchObject({ kind: 'step' });
  });

  test('leaves an objection open', () => {
    expect(inStep(dee, objects(dee))).toMatchObject({ kind: 'objection' });
  });

  test('is not told to the proposer, nor to who is not asked', () => {
    expect(inStep(ben)).toBeNull();
    expect(inStep(fay)).toBeNull();
  });
});

/** Source: docs/process.md §D13, §10 case 19. */
describe('what is no answer is told once', () => {
  const now = thursday;
  const unanswered = { kind: 'unanswered', since: tuesday } as const;

  test('in 24 hours', () => {
    expect(isToldLately(unanswered, null, now)).toBe(false);
    expect(isToldLately(unanswered, now, now)).toBe(true);
    expect(isToldLately(unanswered, now - DAY, now)).toBe(true);
    expect(isToldLately(unanswered, now - DAY - 1, now)).toBe(false);
  });

  test('and again where they were asked or answered since', () => {
    const told = now - HOUR;
    expect(isToldLately({ ...unanswered, since: told }, told, now)).toBe(true);
    expect(isToldLately({ ...unanswered, since: told + 1 }, told, now)).toBe(false);
  });
});

/** Source: docs/process.md §3, §10 case 19. */
describe('nobody hears that something is no answer', () => {
  test('who is not asked', () => {
    for (const by of [fay, gus, olu]) expect(found(by)).toBeNull();
  });

  test('in a round that takes no answers', () => {
    expect(found(dee, parks(tuesday))).toBeNull();
    expect(found(dee, consents(dee), decides(tuesday))).toBeNull();
    const withdrawn = { type: 'round_withdrawn', reason: null, at: tuesday, by: ben } as const;
    expect(found(dee, objects(dee), withdrawn)).toBeNull();
  });

  test('who has left, unless their objection stays open', () => {
    const circle = bakeryAfter(leavesCircle(dee, wednesday));
    const excused = { type: 'member_excused', member: dee, reason: 'left', at: wednesday } as const;
    const gone = (...events: readonly RoundEvent[]) =>
      noAnswerOf(replayRound([sundayOpened, ...events, { ...excused, by: null }]), circle, dee);
    expect(gone()).toBeNull();
    expect(gone(objects(dee))).toMatchObject({ kind: 'objection' });
  });

  test('who may not read what is confidential any more', () => {
    const terms = { ...sundayOpened.terms, confidential: 'about one member’s pay' } as const;
    const late = objects(olu, wednesday);
    const circle = bakeryAfter(joinsCircle(olu, tuesday));
    const without = bakeryAfter(joinsCircle(olu, tuesday), leavesCircle(olu, thursday));
    const secret = replayRound([{ ...sundayOpened, terms: { ...terms, topic: 'support' } }, late]);
    expect(noAnswerOf(secret, circle, olu)).toMatchObject({ kind: 'objection' });
    expect(noAnswerOf(secret, without, olu)).toBeNull();
    const open = replayRound([sundayOpened, late]);
    expect(noAnswerOf(open, without, olu)).toMatchObject({ kind: 'objection' });
  });
});
