import { describe, expect, test } from 'vitest';
import { decisionOf, notesToWatch, outcomeOf } from '../../src/core/decision.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import {
  allConsentBut,
  ana,
  bakerySettings,
  ben,
  cai,
  consents,
  deadline,
  decides,
  dee,
  deciders,
  eli,
  extendedDeadline,
  goesToMeeting,
  monday,
  objectionText,
  objects,
  olu,
  settles,
  sundayForm,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const excused: RoundEvent = {
  type: 'member_excused',
  member: eli,
  reason: 'on_leave',
  at: tuesday,
  by: null,
};
const extended: RoundEvent = {
  type: 'deadline_extended',
  deadlineAt: extendedDeadline,
  cause: 'facilitator',
  reason: 'Holidays',
  at: wednesday,
  by: cai,
};

/** The record after these events and a close on Thursday; throws where there is none. */
function recordAfter(...events: readonly RoundEvent[]) {
  const record = decisionOf(given(sundayOpening, ...events, decides(thursday)).round);
  if (!record) throw new Error('The round was decided');
  return record;
}

const record = recordAfter(
  ...allConsentBut([dee, eli, ben]),
  consents(ben, tuesday, 'Watch our sleep.'),
  excused,
  objects(dee),
  extended,
  settles(dee, wednesday),
);

describe('the record of a decision', () => {
  test('holds what was decided, for what, by whom, until when (§0 invariant 9)', () => {
    expect(record).toMatchObject({
      number: 12,
      title: sundayForm.title,
      need: sundayForm.need,
      document: sundayForm.document,
      aim: bakerySettings.aim,
      owner: dee,
      proposedBy: ben,
      reviewOn: '2026-09-01',
      replaces: 'Opening hours of 2024',
      versionNumber: 1,
      silencePolicy: 'explicit',
    });
  });

  test('holds its dates and who closed it', () => {
    expect(record).toMatchObject({
      openedAt: monday,
      deadlineAt: extendedDeadline,
      decidedAt: thursday,
      closedBy: ana,
      extensions: [{ cause: 'facilitator', reason: 'Holidays', by: cai, at: wednesday }],
    });
  });

  test('holds what each person who was asked answered, or why they did not have to', () => {
    expect(record.answers).toEqual([
      { member: ana, kind: 'consent', note: null, at: tuesday },
      { member: ben, kind: 'consent', note: 'Watch our sleep.', at: tuesday },
      { member: cai, kind: 'consent', note: null, at: tuesday },
      { member: dee, kind: 'consent', note: null, at: wednesday },
      { member: eli, kind: 'excused', reason: 'on_leave' },
    ]);
  });

  test('holds each objection, with how it ended and who said so', () => {
    expect(record.objections).toMatchObject([
      { by: dee, ...objectionText, settled: { at: wednesday, versionNumber: 1 } },
    ]);
  });

  test('does not count somebody who joined later and settled their objection', () => {
    const joined = recordAfter(...allConsentBut([]), objects(olu), settles(olu, wednesday));
    expect(joined.answers.map(({ member }) => member)).toEqual(deciders);
    expect(joined.objections).toMatchObject([{ by: olu }]);
  });

  test('names nobody as closing where the agreement of the circle closed it', () => {
    const { round } = given(sundayOpening, ...allConsentBut([]), decides(deadline, null));
    expect(decisionOf(round)?.closedBy).toBeNull();
  });
});

test('notes to watch are those of consents', () => {
  expect(notesToWatch(record)).toEqual([{ member: ben, note: 'Watch our sleep.' }]);
});

test('the outcome line counts those who were able to answer, and all of them did', () => {
  expect(outcomeOf(record)).toEqual({ versionNumber: 1, answered: 4, asked: 4 });
});

test.each([
  ['open', []],
  ['at a meeting', [goesToMeeting(tuesday)]],
  ['taken back', [{ type: 'round_withdrawn', reason: null, at: tuesday, by: ben }]],
] as const)('a round that is %s has no record', (_, events) => {
  expect(decisionOf(given(sundayOpening, ...events).round)).toBeNull();
});
