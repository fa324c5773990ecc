import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { roundId } from '../../src/core/ids.ts';
import { NEED_MAX, PROPOSAL_TEXT_MAX, REPLACES_MAX } from '../../src/core/proposal.ts';
import { TITLE_MAX, whyNotPropose, type ProposalForm } from '../../src/core/proposal.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { requiredMembers } from '../../src/core/standing.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  bakerySettings,
  bakeryTime,
  ben,
  cai,
  closesAccount,
  closesByItself,
  DAY,
  deadline,
  dee,
  eli,
  fay,
  goesOnLeave,
  gus,
  monday,
  olu,
  sundayForm,
  sundayOpened,
  sundayOpening,
} from '../support/bakery.ts';
import { givenProposer } from '../support/given.ts';

const propose = (changes: Partial<ProposalForm> = {}, by = ben, at = monday) => ({
  at,
  by,
  id: sundayOpening.id,
  number: 31,
  form: {
    ...sundayForm,
    ...changes,
  },
});
const today = { fromOn: '2026-06-01', untilOn: '2026-06-07' };

describe('opening a round', () => {
  test('asks the deciding members who are here, proposer and facilitators among them', () => {
    givenProposer(bakery).when(propose()).happens(sundayOpened);
  });

  test('proposing is not consenting', () => {
    const { events } = givenProposer(bakery).when(propose());
    expect(replayRound(events).answers.size).toBe(0);
  });

  test('trims what was written, and keeps no empty note on what it replaces', () => {
    givenProposer(bakery)
      .when(propose({ title: ' Open ', need: '\nBread\n', replaces: ' \n ' }))
      .happens({ type: 'round_opened', title: 'Open', need: 'Bread', replaces: null });
  });

  test('shows who is away without waiting for them (§2.7)', () => {
    const circle = bakeryAfter(goesOnLeave(eli, today), closesAccount(cai, monday));
    const { events } = givenProposer(circle).when(propose());
    expect(events).toMatchObject([
      {
        asked: [ana, ben, dee],
        away: [
          { member: cai, reason: 'deactivated' },
          { member: eli, reason: 'on_leave' },
        ],
      },
    ]);
    expect(requiredMembers(replayRound(events))).toEqual([ana, ben, dee]);
  });

  test("freezes the circle's agreements into the round (§D3)", () => {
    givenProposer(bakeryAfter(closesByItself))
      .when(propose())
      .happens({
        terms: {
          silencePolicy: 'explicit',
          closing: 'automatic',
          graceHours: 2,
          aim: bakerySettings.aim,
        },
      });
  });
});

describe('who may propose', () => {
  test.each([
    ['a learning member', fay],
    ['a guest', gus],
    ['somebody from outside', olu],
  ])('%s may not, and hears whom to ask', (_, by) => {
    givenProposer(bakery)
      .when(propose({}, by))
      .refused('not_a_decider', { facilitators: [ana, cai] });
    expect(whyNotPropose(bakery, by, monday)?.code).toBe('not_a_decider');
  });

  test('any deciding member may', () => {
    for (const by of [ana, ben, cai, dee, eli])
      expect(whyNotPropose(bakery, by, monday)).toBeNull();
  });

  test('with fewer than two people here there is nobody to ask (§10 case 22)', () => {
    const away = [ana, cai, dee, eli].map((member) => goesOnLeave(member, today));
    const circle = bakeryAfter(...away);
    givenProposer(circle).when(propose()).refused('too_few_to_ask');
    const { events } = givenProposer(bakeryAfter(...away.slice(1))).when(propose());
    expect(events).toHaveLength(1);
  });
});

describe('what the form lacks', () => {
  test.each([
    ['a title', { title: ' ' }, { field: 'title', code: 'field_missing' }],
    [
      'a shorter title',
      { title: 'x'.repeat(TITLE_MAX + 1) },
      { field: 'title', code: 'field_too_long', max: TITLE_MAX },
    ],
    ['a need', { need: '' }, { field: 'need', code: 'field_missing' }],
    [
      'a shorter need',
      { need: 'x'.repeat(NEED_MAX + 1) },
      { field: 'need', code: 'field_too_long', max: NEED_MAX },
    ],
    ['a text', { document: documentOfText(' \n ') }, { field: 'proposal', code: 'field_missing' }],
    [
      'a shorter text',
      { document: documentOfText('x'.repeat(PROPOSAL_TEXT_MAX + 1)) },
      { field: 'proposal', code: 'field_too_long', max: PROPOSAL_TEXT_MAX },
    ],
    ['an owner in the circle', { owner: olu }, { field: 'owner', code: 'owner_not_in_circle' }],
    [
      'a review after today',
      { reviewOn: '2026-06-01' },
      { field: 'review_on', code: 'review_past', earliestOn: '2026-06-02' },
    ],
    [
      'an earlier review',
      { reviewOn: '2031-06-02' },
      { field: 'review_on', code: 'review_too_far', latestOn: '2031-06-01' },
    ],
    ['a deadline ahead', { deadlineAt: monday }, { field: 'deadline', code: 'deadline_past' }],
    [
      'a later deadline',
      { deadlineAt: monday + DAY },
      { field: 'deadline', code: 'deadline_too_soon' },
    ],
    [
      'an earlier deadline',
      { deadlineAt: bakeryTime('2026-09-01 17:00') },
      { field: 'deadline', code: 'deadline_too_far' },
    ],
    [
      'a deadline on a working day',
      { deadlineAt: bakeryTime('2026-06-07 17:00') },
      { field: 'deadline', code: 'deadline_not_working_day', nextAt: deadline },
    ],
    [
      'a deadline by day',
      { deadlineAt: bakeryTime('2026-06-08 23:00') },
      { field: 'deadline', code: 'deadline_at_night' },
    ],
    [
      'a shorter note on what it replaces',
      { replaces: 'x'.repeat(REPLACES_MAX + 1) },
      { field: 'replaces', code: 'field_too_long', max: REPLACES_MAX },
    ],
  ] as const)('is %s: that field says so', (_, changes, problem) => {
    givenProposer(bakery).lacks(propose(changes), problem);
  });

  test('is said all at once, field by field', () => {
    const form = { title: '', need: '', owner: olu, deadlineAt: monday };
    const problems = ['title', 'need', 'owner', 'deadline'].map((field) => ({ field }));
    givenProposer(bakery).when(propose(form)).refused('proposal_incomplete', { problems });
  });

  test('is nothing where every field is as full as it may be', () => {
    const full = {
      title: 'x'.repeat(TITLE_MAX),
      need: 'x'.repeat(NEED_MAX),
      document: documentOfText('x'.repeat(PROPOSAL_TEXT_MAX)),
      replaces: 'x'.repeat(REPLACES_MAX),
      owner: gus,
      reviewOn: '2031-06-01',
    };
    givenProposer(bakery).when(propose(full)).happens({ type: 'round_opened' });
  });

  test("a circle's own shortest window counts", () => {
    const quick = bakeryAfter({
      type: 'settings_changed',
      changes: { minimumHours: 24 },
      at: monday,
      by: ana,
    });
    const command = propose({ deadlineAt: monday + DAY });
    givenProposer(quick).when(command).happens({ type: 'round_opened' });
  });
});

test('a round keeps the id and number it was given', () => {
  const id = roundId('another');
  givenProposer(bakery)
    .when({ ...propose(), id, number: 7 })
    .happens({ id, number: 7 });
});
