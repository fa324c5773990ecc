import { describe, expect, test } from 'vitest';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import {
  allConsent,
  ana,
  asksTime,
  ben,
  consents,
  DAY,
  deadline,
  decides,
  dee,
  deciders,
  eli,
  goesToMeeting,
  HOUR,
  monday,
  objectionOf,
  objects,
  parks,
  settles,
  sundayForm,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';

const ready: RoundEvent = { type: 'became_ready', at: tuesday, by: null };
const opened: RoundEvent = { type: 'closing_opened_to_members', at: thursday, by: null };
const extends_ = (deadlineAt: number, at: number): RoundEvent => ({
  type: 'deadline_extended',
  deadlineAt,
  cause: 'member',
  reason: null,
  at,
  by: eli,
});
const reminded = (occasion: 'half_time' | 'day_before', at: number): RoundEvent => ({
  type: 'members_reminded',
  occasion,
  members: [eli],
  at,
  by: null,
});
const after = (...events: readonly RoundEvent[]) => replayRound([sundayOpened, ...events]);

describe('opening', () => {
  test('gives a round with one frozen version, and nobody has answered', () => {
    expect(sundayOpening).toMatchObject({
      number: 31,
      title: sundayForm.title,
      proposedBy: ben,
      openedAt: monday,
      deadlineAt: deadline,
      versions: [{ number: 1, document: sundayForm.document, openedAt: monday, publishedBy: ben }],
      objections: [],
      pause: null,
      ending: null,
      lastChangeAt: monday,
      seq: 1,
    });
    expect([...sundayOpening.asked.keys()]).toEqual(deciders);
    expect(sundayOpening.answers.size).toBe(0);
  });

  test('keeps no field of the event that the round does not have', () => {
    expect(sundayOpening).not.toHaveProperty('type');
    expect(sundayOpening).not.toHaveProperty('away');
    expect(sundayOpening).not.toHaveProperty('document');
  });

  test('lets go a nudge whose time lies before it', () => {
    const { marks } = replayRound([{ ...sundayOpened, deadlineAt: monday + DAY }]);
    expect(marks).toMatchObject({ dayBeforeAt: monday, halfTimeAt: null });
  });
});

describe('a history that cannot be', () => {
  test('begins with something else than an opening', () => {
    expect(() => evolveRound(null, ready)).toThrow('A round cannot begin with became_ready');
  });

  test('is empty', () => {
    expect(() => replayRound([])).toThrow('does not exist');
  });

  test('has the clock do what only a person can', () => {
    expect(() => after({ ...consents(ana), by: null })).toThrow("consented is a person's doing");
    expect(() => replayRound([{ ...sundayOpened, by: null }])).toThrow('opened by a person');
  });
});

describe('what events leave behind', () => {
  test('each one counts', () => {
    expect(after(consents(ana), objects(dee), ready).seq).toBe(4);
  });

  test('an answer takes the place of the earlier one, and its time is the last change', () => {
    const round = after(consents(ana), asksTime(ana, wednesday));
    expect(round.answers.get(ana)).toMatchObject({ kind: 'more_time', at: wednesday });
    expect(round.lastChangeAt).toBe(wednesday);
  });

  test('a change of an answer takes readiness off, a question does not', () => {
    const marks = { readyAt: tuesday, standInAt: thursday };
    const asked: RoundEvent = { type: 'question_asked', text: 'Who?', at: thursday, by: eli };
    expect(after(...allConsent(), ready, opened, asked).marks).toMatchObject(marks);
    for (const event of [consents(ana, thursday, 'A note'), objects(dee, thursday)]) {
      expect(after(...allConsent(), ready, opened, event).marks).toMatchObject({
        readyAt: null,
        standInAt: null,
      });
    }
  });

  test('holds are counted when they are taken, not when they are explained', () => {
    const round = after(asksTime(eli), { ...asksTime(eli), needs: 'The rota' });
    expect(round.holdsTaken.get(eli)).toBe(1);
    expect(round.holds).toMatchObject([{ member: eli, at: tuesday, isRenewal: false }]);
    const again = after(asksTime(eli), consents(eli), asksTime(eli));
    expect(again.holdsTaken.get(eli)).toBe(2);
    expect(again.holds.map(({ isRenewal }) => isRenewal)).toEqual([false, true]);
  });

  test('a moved deadline may be passed again, and its day before comes again', () => {
    const passed: RoundEvent = { type: 'deadline_passed', at: deadline, by: null };
    const round = after(
      reminded('half_time', wednesday),
      reminded('day_before', deadline - DAY),
      passed,
      extends_(deadline + 3 * DAY, deadline + HOUR),
    );
    expect(round.deadlineAt).toBe(deadline + 3 * DAY);
    expect(round.marks).toMatchObject({
      halfTimeAt: wednesday,
      dayBeforeAt: null,
      deadlinePassedAt: null,
    });
    expect(round.extensions).toEqual([
      {
        deadlineAt: deadline + 3 * DAY,
        cause: 'member',
        reason: null,
        at: deadline + HOUR,
        by: eli,
      },
    ]);
  });

  test('a pause ends with resuming, and readiness is looked at anew', () => {
    const deadlineAt = deadline + 7 * DAY;
    const resumed: RoundEvent = { type: 'round_resumed', deadlineAt, at: thursday, by: ana };
    for (const pause of [parks(wednesday), goesToMeeting(wednesday)]) {
      const round = after(...allConsent(), ready, pause, resumed);
      expect(round).toMatchObject({ pause: null, deadlineAt, marks: { readyAt: null } });
    }
  });

  test('an ending ends a pause too', () => {
    expect(after(goesToMeeting(tuesday), decides(wednesday))).toMatchObject({
      pause: null,
      ending: { kind: 'decided', decisionNumber: 12, at: wednesday, by: ana },
    });
  });

  test('an objection keeps its text, its rewording and its end', () => {
    const reworded: RoundEvent = {
      type: 'objection_reworded',
      objectionId: objectionOf(dee),
      harm: 'Too tired.',
      effect: 'People leave us.',
      remedy: null,
      at: wednesday,
      by: dee,
    };
    expect(after(objects(dee), reworded, settles(dee, thursday)).objections).toMatchObject([
      {
        id: objectionOf(dee),
        by: dee,
        versionNumber: 1,
        harm: 'Too tired.',
        effect: 'People leave us.',
        remedy: null,
        raisedAt: tuesday,
        rewordedAt: wednesday,
        takenBackAt: null,
        settled: {
          at: thursday,
          versionNumber: 1,
        },
      },
    ]);
  });

  test('nothing that happens changes the round before it', () => {
    const before = JSON.stringify({ ...sundayOpening, asked: [...sundayOpening.asked] });
    after(...allConsent(), objects(dee), settles(dee, thursday), decides(thursday));
    expect(JSON.stringify({ ...sundayOpening, asked: [...sundayOpening.asked] })).toBe(before);
    expect(sundayOpening.answers.size).toBe(0);
  });
});
