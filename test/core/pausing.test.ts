import { describe, expect, test } from 'vitest';
import { nextDueAt } from '../../src/core/clock.ts';
import { channelId, type MemberId } from '../../src/core/ids.ts';
import { textWanted } from '../../src/core/meeting.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { proposerHere, whoResumes } from '../../src/core/pausing.ts';
import { countedAnswer, membersToConfirm, silentMembers } from '../../src/core/standing.ts';
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
  decides,
  dee,
  eli,
  fay,
  goesToMeeting,
  gus,
  joinsCircle,
  leavesCircle,
  objects,
  olu,
  parks,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { given } from '../support/given.ts';
import { published } from '../support/versions.ts';

const look = (at: number) => ({ type: 'look_at_clock', at, by: null }) as const;
const deadlineAt = bakeryTime('2026-06-10 17:00');

describe('what a meeting came to (§2.1)', () => {
  const met = goesToMeeting(wednesday);
  const record = (
    present: readonly MemberId[],
    { by = ana, at = thursday }: { by?: MemberId; at?: number } = {},
  ) =>
    ({
      type: 'record_meeting',
      outcome: 'consented',
      present,
      note: 'We talked about sleep.',
      deadlineAt,
      at,
      by,
    }) as const;

  test('of a draft is written down, and nobody has consented to a text that is not fixed', () => {
    const step = { questionsUntilAt: bakeryTime('2026-06-05 17:00'), isSkipped: false };
    const draft = replayRound([{ ...sundayOpened, step }, met]);
    const { round, refusal } = given(draft).when(record([ana, ben, cai]));
    expect(refusal).toBeNull();
    expect(round.answers.size).toBe(0);
    expect(round.meetings).toMatchObject([{ present: [ana, ben, cai], outcome: 'consented' }]);
    expect(round.step.kind).toBe('questions');
  });

  test('is recorded by a facilitator: who was there consents, the absent are still asked', () => {
    const then = given(sundayOpening, met).when(record([ana, ben, cai, ana]));
    then.happens(
      { type: 'meeting_recorded', present: [ana, ben, cai], outcome: 'consented', by: ana },
      { type: 'round_resumed', deadlineAt },
    );
    expect(then.round.pause).toBeNull();
    expect(silentMembers(then.round)).toEqual([dee, eli]);
    expect(then.round.answers.get(ben)).toMatchObject({ kind: 'consent', atMeetingBy: ana });
    expect(then.round.meetings).toMatchObject([{ present: [ana, ben, cai], by: ana }]);
    given(then.round)
      .when({ type: 'decide', decisionNumber: 12, at: deadlineAt, by: cai })
      .refusedAfter([{}, {}], 'members_silent');
  });

  test('closes no objection, also of somebody who was there: its owner says so', () => {
    const then = given(sundayOpening, objects(dee), met).when(record([ana, ben, cai, dee, eli]));
    expect(then.round.objections).toMatchObject([{ by: dee, settled: null, takenBackAt: null }]);
    expect(then.round.answers.get(dee)?.kind).toBe('objection');
    given(then.round)
      .when({ type: 'decide', decisionNumber: 12, at: thursday + DAY, by: cai })
      .refused('objection_open', { members: [dee] });
  });

  test('leaves an own consent with its note, and records nobody who is not asked', () => {
    const own = consents(dee, tuesday, 'Watch our sleep.');
    const joined = bakeryAfter(joinsCircle(olu, wednesday));
    const then = given(sundayOpening, own, met)
      .in(joined)
      .when(record([dee, fay, gus, olu]));
    expect(then.round.answers.get(dee)).toEqual(given(sundayOpening, own).round.answers.get(dee));
    expect([...then.round.answers.keys()]).toEqual([dee]);
  });

  test('can be changed by each of them until the round has ended', () => {
    const { round } = given(sundayOpening, met).when(record([ana, ben]));
    const then = given(round).when({ type: 'take_back_answer', at: thursday + 1, by: ben });
    expect(countedAnswer(then.round, ben)).toBeNull();
  });

  test('may be that a new text is wanted, which records nobody’s answer', () => {
    const wanted = { ...record([ana, ben]), outcome: 'new_text' as const };
    const then = given(sundayOpening, met).when(wanted);
    then.happens({ type: 'meeting_recorded', outcome: 'new_text' }, { type: 'round_resumed' });
    expect(then.round.answers.size).toBe(0);
  });

  test('wants a new text until a version is published after it, or another meeting ends it', () => {
    const wanted = { ...record([ana, ben]), outcome: 'new_text' as const };
    const { round } = given(sundayOpening, met).when(wanted);
    expect(textWanted(round)).toMatchObject({ note: 'We talked about sleep.', by: ana });
    expect(textWanted(sundayOpening)).toBeNull();
    expect(textWanted(given(sundayOpening, met).when(record([ana, ben])).round)).toBeNull();
    expect(textWanted(given(round, published(2, { at: thursday + 1 })).round)).toBeNull();
    const again = given(round, goesToMeeting(thursday + DAY)).when({
      ...record([ana], { at: thursday + 2 * DAY }),
      deadlineAt: deadlineAt + 7 * DAY,
    });
    expect(textWanted(again.round)).toBeNull();
  });

  test('may be parked, with what parking needs', () => {
    const parked = {
      type: 'record_meeting',
      outcome: 'parked',
      present: [ana],
      note: null,
      nextStep: ' Ask the landlord ',
      who: dee,
      untilOn: '2026-07-01',
      at: thursday,
      by: ana,
    } as const;
    const { when } = given(sundayOpening, met);
    when(parked).happens(
      { type: 'meeting_recorded', outcome: 'parked' },
      { type: 'round_parked', nextStep: 'Ask the landlord', who: dee },
    );
    when({ ...parked, nextStep: ' ' }).refused('text_missing', { field: 'next_step' });
    when({ ...parked, who: olu }).refused('park_who_not_in_circle');
    when({ ...parked, untilOn: '2026-06-04' }).refused('park_date_not_ahead');
  });

  test('may be taken back, where its proposer was there, and it is theirs', () => {
    const back = {
      type: 'record_meeting',
      outcome: 'withdrawn',
      present: [ana, ben],
      note: 'Too early',
      at: thursday,
      by: ana,
    } as const;
    const { when } = given(sundayOpening, met);
    const then = when(back);
    then.happens(
      { type: 'meeting_recorded', outcome: 'withdrawn' },
      { type: 'round_withdrawn', reason: 'Too early', saidBy: ben, by: ana },
    );
    expect(then.round.ending).toMatchObject({ kind: 'withdrawn', by: ben });
    when({ ...back, present: [ana] }).refused('proposer_not_there', { proposer: ben });
  });

  test.each([
    ['the proposer', ben],
    ['another member', eli],
  ])('is not recorded by %s', (_, by) => {
    const { when } = given(sundayOpening, met);
    when(record([ana], { by })).refused('not_facilitator', { facilitators: [ana, cai] });
  });

  test('is not recorded by learning members, guests and strangers', () => {
    const { when } = given(sundayOpening, met);
    for (const by of [fay, gus]) when(record([ana], { by })).refused('member_not_asked');
    when(record([ana], { by: olu })).refused('not_in_circle');
  });

  test('needs a meeting, people of the circle, and a moment that can be a deadline', () => {
    given(sundayOpening)
      .when(record([ana]))
      .refused('round_not_at_meeting');
    const { when } = given(sundayOpening, met);
    when(record([])).refused('meeting_without_people');
    when(record([ana, olu])).refused('meeting_with_stranger', { member: olu });
    when({ ...record([ana]), deadlineAt: thursday - 1 }).refused('deadline_past');
    when({ ...record([ana]), note: 'x'.repeat(501) }).refused('text_too_long', { field: 'note' });
  });
});

describe('a parked round (§2.1)', () => {
  test('comes back by itself in the morning of its day, once', () => {
    const parked = given(sundayOpening).when({
      type: 'park',
      nextStep: 'Ask',
      who: dee,
      untilOn: '2026-07-01',
      at: wednesday,
      by: ana,
    }).round;
    const at = bakeryTime('2026-07-01 09:00');
    expect(nextDueAt(parked, bakery, wednesday)).toBe(at);
    given(parked)
      .when(look(at - 1))
      .happens();
    const woke = given(parked).when(look(at));
    woke.happens({ type: 'round_woke', at, by: null });
    expect(woke.round.pause).toMatchObject({ kind: 'parked', wokenAt: at });
    expect(nextDueAt(woke.round, bakery, at)).toBeNull();
    given(woke.round)
      .when(look(at + 30 * DAY))
      .happens();
  });

  test('is taken up again by its proposer and who looks after it; who is not here is not named', () => {
    const { round } = given(sundayOpening, parks(wednesday));
    expect(whoResumes(round, bakery, wednesday)).toEqual([ben, ana, cai]);
    const { members, ...rest } = bakery;
    const without = { ...rest, members: new Map([...members].filter(([id]) => id !== ben)) };
    expect(whoResumes(round, without, wednesday)).toEqual([ana, cai]);
    expect(proposerHere(round, without, wednesday)).toBeNull();
  });

  test('comes back on a working day', () => {
    const round = given(sundayOpening, parks(wednesday, '2026-06-13')).round;
    expect(nextDueAt(round, bakery, wednesday)).toBe(bakeryTime('2026-06-15 09:00'));
  });

  test('is taken up again, and may be parked anew', () => {
    const at = bakeryTime('2026-07-01 09:00');
    const woke = { type: 'round_woke', at, by: null } as const;
    const round = given(sundayOpening, parks(wednesday), woke).round;
    const resume = { type: 'resume', deadlineAt: at + 7 * DAY, at, by: ben } as const;
    expect(given(round).when(resume).round.pause).toBeNull();
    given(round)
      .when({ ...resume, by: eli })
      .refused('not_facilitator');
  });
});

describe('taking over what was taken back (§2.1)', () => {
  const back = { type: 'round_withdrawn', reason: null, at: wednesday, by: ben } as const;
  const before: readonly RoundEvent[] = [...allConsentBut([eli]), objects(eli), back];
  const takeOver = (by = dee, at = thursday) => ({ type: 'take_over', at, by }) as const;

  test('makes a member its proposer: asked anew, with answers to confirm and objections open', () => {
    const then = given(sundayOpening, ...before).when(takeOver());
    then.happens({
      type: 'round_taken_over',
      by: dee,
      asking: { asked: [ana, ben, cai, dee, eli] },
    });
    const { round } = then;
    expect(round).toMatchObject({ proposedBy: dee, ending: null, pause: null });
    expect(round.deadlineAt).toBe(bakeryTime('2026-06-11 17:00'));
    expect(round.answers.size).toBe(5);
    expect(countedAnswer(round, ana)).toBeNull();
    expect(membersToConfirm(round)).toEqual(expect.arrayContaining([ana, ben, cai, dee]));
    expect(round.objections).toMatchObject([{ by: eli, settled: null }]);
    given(round)
      .when({ type: 'decide', decisionNumber: 12, at: thursday, by: ana })
      .refused('objection_open');
  });

  test('is possible for seven days', () => {
    const { when } = given(sundayOpening, ...before);
    when(takeOver(dee, wednesday + 7 * DAY)).happens({ type: 'round_taken_over' });
    const untilAt = wednesday + 7 * DAY;
    when(takeOver(dee, untilAt + 1)).refused('take_over_late', { untilAt });
  });

  test('is not for learning members, guests, strangers, or who has left', () => {
    const { when, in: inCircle } = given(sundayOpening, ...before);
    for (const by of [fay, gus]) when(takeOver(by)).refused('member_not_asked');
    when(takeOver(olu)).refused('not_in_circle');
    inCircle(bakeryAfter(leavesCircle(dee, wednesday)))
      .when(takeOver())
      .refused('not_in_circle');
  });

  test('needs a proposal that is taken back, and two people who can answer', () => {
    given(sundayOpening).when(takeOver()).refused('round_not_taken_back');
    given(sundayOpening, ...allConsent(), decides(wednesday))
      .when(takeOver())
      .refused('round_not_taken_back');
    const alone = bakeryAfter(...[ana, ben, cai, eli].map((who) => leavesCircle(who, wednesday)));
    given(sundayOpening, ...before)
      .in(alone)
      .when(takeOver())
      .refused('too_few_able');
  });

  test('is the first one’s; the second is told that it is not taken back any more', () => {
    const { round } = given(sundayOpening, ...before).when(takeOver());
    given(round).when(takeOver(cai)).refused('round_not_taken_back');
  });
});

describe('handing a round on (§2.1, §10 case 21)', () => {
  const pass = (by = ana, at = wednesday) =>
    ({
      type: 'pass_on',
      to: 'Garden',
      channelId: channelId('C0GARDEN'),
      reason: 'It is their oven.',
      summary: 'May we use the oven?',
      at,
      by,
    }) as const;
  const handedOn = {
    type: 'round_handed_on',
    kind: 'passed_on',
    to: 'Garden',
    channelId: null,
    reason: 'It is their oven.',
    summary: 'May we use the oven?',
    at: wednesday,
    by: ana,
  } as const;

  test('is a facilitator’s, stops the clock, and says where and why', () => {
    const then = given(sundayOpening).when(pass());
    then.happens({ type: 'round_handed_on', kind: 'passed_on', to: 'Garden', by: ana });
    expect(then.round.pause).toMatchObject({ kind: 'passed_on', to: 'Garden' });
    given(then.round)
      .when(look(wednesday + 90 * DAY))
      .happens();
    given(sundayOpening)
      .when({ ...pass(cai), type: 'escalate' })
      .happens({ type: 'round_handed_on', kind: 'escalated' });
  });

  test.each([
    ['the proposer', ben],
    ['another member', eli],
  ])('is not for %s', (_, by) => {
    given(sundayOpening).when(pass(by)).refused('not_facilitator');
    given(sundayOpening)
      .when({ ...pass(by), type: 'escalate' })
      .refused('not_facilitator');
  });

  test.each([
    ['neither a name nor a channel', ' ', null, 'text_missing'],
    ['a channel alone', '', channelId('C0GARDEN'), null],
    ['a name alone', 'Garden', null, null],
    ['the longest name there can be', 'g'.repeat(80), null, null],
    ['a longer one', 'g'.repeat(81), channelId('C0GARDEN'), 'text_too_long'],
  ] as const)('needs somewhere to go: %s', (_, to, where, code) => {
    const { refusal } = given(sundayOpening).when({ ...pass(), to, channelId: where });
    expect(refusal?.code ?? null).toBe(code);
    if (refusal) expect(refusal).toMatchObject({ field: 'place' });
  });

  test('is not for learning members, guests and strangers', () => {
    for (const by of [fay, gus]) given(sundayOpening).when(pass(by)).refused('member_not_asked');
    given(sundayOpening).when(pass(olu)).refused('not_in_circle');
  });

  test('needs a reason and a summary', () => {
    const { when } = given(sundayOpening);
    when({ ...pass(), reason: '' }).refused('text_missing', { field: 'reason' });
    when({ ...pass(), summary: '' }).refused('text_missing', { field: 'summary' });
    when({ ...pass(), summary: 'x'.repeat(601) }).refused('text_too_long', { field: 'summary' });
  });

  test('nothing is decided or extended meanwhile, and it is handed on once', () => {
    const { when } = given(sundayOpening, ...allConsent(), handedOn);
    when({ type: 'decide', decisionNumber: 12, at: thursday, by: ana }).refused('round_handed_on');
    when({ type: 'extend', deadlineAt, reason: null, at: thursday, by: ana }).refused(
      'round_handed_on',
      { kind: 'passed_on', to: 'Garden' },
    );
    when(pass(ana, thursday)).refused('round_handed_on');
    when({
      type: 'object',
      objectionId: objects(dee).objectionId,
      harm: 'Much harm',
      effect: 'Much effect',
      remedy: null,
      at: thursday,
      by: dee,
    }).happens({ type: 'objection_raised' });
  });

  test('goes on with the answer that came back', () => {
    const resume = { type: 'resume', deadlineAt, answer: ' Yes, mornings ', at: thursday } as const;
    const { when } = given(sundayOpening, handedOn);
    const then = when({ ...resume, by: ana });
    then.happens({ type: 'round_resumed', answer: 'Yes, mornings', deadlineAt });
    expect(then.round.pause).toBeNull();
    when({ ...resume, by: eli }).refused('not_facilitator');
    when({ ...resume, answer: 'x'.repeat(501), by: ana }).refused('text_too_long');
  });
});
