import { describe, expect, test } from 'vitest';
import { isToldLately, isWaitedFor, noAnswerOf } from '../../src/core/no-answer.ts';
import { relayId } from '../../src/core/ids.ts';
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
  objectionText,
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
    expect(found(dee)).toEqual({ kind: 'unanswered', since: sundayOpened.at, relay: null });
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
    const asked = { kind: 'unanswered', since: wednesday, relay: null };
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
    expect(told).toEqual({ kind: 'unanswered', since: thursday, relay: null });
  });

  test('counts from when their answer went: they are asked for one anew', () => {
    const gone = { kind: 'unanswered', since: wednesday, relay: null };
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

  test('is told to who is away, and that nobody waits: with an answer they are back', () => {
    const round = sundayWithout({ member: dee, reason: 'on_leave' });
    expect(noAnswerOf(round, bakery, dee)).toMatchObject({ kind: 'away', reason: 'on_leave' });
    const out = { type: 'member_excused', member: dee, reason: 'own_wish' } as const;
    const left = { ...out, at: wednesday, by: dee };
    expect(found(dee, left)).toMatchObject({ kind: 'away', reason: 'own_wish' });
    expect(found(dee, left, consents(dee, thursday))).toMatchObject({
      kind: 'answered',
    });
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

  test('is not told to the proposer, who answers questions, nor to who is not asked', () => {
    expect(inStep(ben)).toBeNull();
    const asked = { type: 'question_asked', text: 'Who bakes?', at: tuesday, by: dee } as const;
    expect(inStep(ben, asked)).toBeNull();
    expect(inStep(fay)).toBeNull();
  });
});

/** Source: docs/process.md §2.3, §10 cases 18 and 19. */
describe('what is no answer confirms nothing that was relayed', () => {
  const relay = {
    type: 'answer_relayed',
    relayId: relayId('y_1'),
    member: dee,
    wording: 'their_own',
    channel: 'phone',
    supporter: null,
    saidOn: '2026-06-02',
    witness: fay,
    at: wednesday,
    by: ana,
  } as const;
  const consent = { ...relay, said: { kind: 'consent', note: null } } as const;
  const said = { kind: 'objection', objectionId: objectionOf(dee), ...objectionText } as const;
  const objection = { ...relay, said };
  const waits = { id: relayId('y_1'), confirmed: null, denied: null };

  test('is told to the person, instead of that nothing was heard from them', () => {
    const told = { kind: 'relay', relay: waits, since: wednesday };
    expect(found(dee, consent)).toMatchObject(told);
    expect(found(eli, consent)).toMatchObject({ kind: 'unanswered', relay: null });
  });

  test('is told to the witness, also where they are not asked themselves', () => {
    expect(found(fay, consent)).toMatchObject({ kind: 'relay', relay: waits });
    expect(found(eli, { ...consent, witness: eli })).toMatchObject({
      ...{ kind: 'unanswered', relay: waits, since: wednesday },
    });
    const ownToo = { ...consent, relayId: relayId('y_2'), member: eli, witness: null };
    const heardToo = [{ ...consent, witness: eli }, ownToo];
    expect(found(eli, ...heardToo)).toMatchObject({ kind: 'relay', relay: { id: 'y_2' } });
    const circle = bakeryAfter(leavesCircle(fay, thursday));
    expect(noAnswerOf(replayRound([sundayOpened, consent]), circle, fay)).toBeNull();
  });

  test('leaves an objection open that was written down for them', () => {
    const raised = { ...objects(dee, wednesday), relayId: relayId('y_1') };
    expect(found(dee, objection, raised)).toMatchObject({ kind: 'objection', relay: waits });
  });

  test('is no word of it once it is confirmed, or over', () => {
    const who = { relayId: relayId('y_1'), at: thursday, by: dee };
    const confirmed = { type: 'relay_confirmed', ...who } as const;
    const given = { ...consents(dee, thursday), relayId: relayId('y_1') };
    const told = found(dee, consent, confirmed, given);
    expect(told).toMatchObject({ kind: 'answered', relay: null });
    expect(found(fay, consent, consents(dee, thursday))).toBeNull();
  });

  test('is talk in a thread, to whom nothing of their own waits', () => {
    const isWaited = (by: typeof dee, ...events: readonly RoundEvent[]) => {
      const told = found(by, ...events);
      return told && isWaitedFor(told, by);
    };
    expect(isWaited(dee)).toBe(true);
    expect(isWaited(dee, consent)).toBe(true);
    expect(isWaited(dee, objects(dee))).toBe(true);
    expect(isWaited(fay, consent)).toBe(false);
    expect(isWaited(dee, consents(dee))).toBe(false);
  });
});

/** Source: docs/process.md §D13, §10 case 19. */
describe('what is no answer is told once', () => {
  const now = thursday;
  const unanswered = { kind: 'unanswered', since: tuesday, relay: null } as const;

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
