import { describe, expect, test } from 'vitest';
import type { Round } from '../../src/core/round.ts';
import { replayRound } from '../../src/core/round-history.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import {
  ana,
  bakeryTime,
  ben,
  cai,
  DAY,
  deadline,
  dee,
  eli,
  friday,
  monday,
  sundayOpened,
  tuesday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

const stepOver = bakeryTime('2026-06-03 17:00');
const step = { questionsUntilAt: stepOver, isSkipped: false };
const questions = (...events: readonly RoundEvent[]) =>
  replayRound([{ ...sundayOpened, step }, ...events]);
/** Two working days after Friday, 5 June: when a step that goes on then is over. */
const anew = bakeryTime('2026-06-09 17:00');

const withdrawn = { type: 'round_withdrawn', reason: null, at: tuesday, by: ben } as const;
const atMeeting = { type: 'taken_to_meeting', note: null, at: tuesday, by: dee } as const;
const takesOver = (round: Round, at = friday) =>
  given(round).when({ type: 'take_over', at, by: eli });
const resumes = (round: Round, at = friday, deadlineAt = deadline + 7 * DAY) =>
  given(round).when({ type: 'resume', deadlineAt, at, by: ana });
const look = (round: Round, at: number) =>
  given(round)
    .when({ type: 'look_at_clock', at, by: null })
    .events.map(({ type }) => type);

/** Source: docs/process.md §2.1, §2.2. */
describe('the time of the question step', () => {
  test('is asked for anew where it ran out while the proposal was taken back', () => {
    const { events, round } = takesOver(questions(withdrawn));
    expect(events.map(({ type, at }) => [type, at])).toEqual([
      ['round_taken_over', friday],
      ['question_step_moved', friday],
    ]);
    expect(round.step).toMatchObject({ untilAt: anew, endedAt: null });
    expect(look(round, anew - 1)).toEqual([]);
    expect(look(round, anew)).toEqual(['question_step_ended']);
  });

  test('is given back after a meeting, whoever takes the round up', () => {
    const { events, round } = resumes(questions(atMeeting));
    expect(events.map(({ type }) => type)).toEqual(['round_resumed', 'question_step_moved']);
    expect(round.step).toMatchObject({ untilAt: anew, endedAt: null });
    const record = {
      type: 'record_meeting',
      present: [ana, ben],
      outcome: 'consented',
      note: null,
      deadlineAt: deadline + 7 * DAY,
    } as const;
    const met = given(questions(atMeeting)).when({ ...record, at: friday, by: ana });
    expect(met.events.map(({ type }) => type)).toContain('question_step_moved');
    expect(met.round.step).toMatchObject({ untilAt: anew });
    for (const { events: all } of [met, { events }]) {
      const times = all.map(({ at }) => at);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }
  });

  test('stays where more of it is left', () => {
    const soon = monday + 3_600_000;
    const back = { ...withdrawn, at: monday + 60_000 };
    const { events, round } = takesOver(questions(back), soon);
    expect(events.map(({ type }) => type)).toEqual(['round_taken_over']);
    expect(round.step.untilAt).toBe(stepOver);
  });

  test('does not begin again where it was over, and the next step is waited for from then on', () => {
    const ended = { type: 'question_step_ended', at: stepOver, by: null } as const;
    const idle = { type: 'question_step_idle', at: friday, by: null } as const;
    const later = bakeryTime('2026-06-10 10:00');
    for (const over of [
      takesOver(questions(ended, idle, { ...withdrawn, at: friday }), later),
      resumes(questions(ended, idle, { ...atMeeting, at: friday }), later, deadline + 10 * DAY),
    ]) {
      expect(over.events.map(({ type }) => type)).not.toContain('question_step_moved');
      expect(over.round.step).toMatchObject({
        untilAt: stepOver,
        endedAt: later,
        idleToldAt: null,
      });
      expect(look(over.round, later + DAY)).toEqual([]);
      expect(look(over.round, later + 2 * DAY)).toContain('question_step_idle');
    }
  });

  test('is no matter of a round without the step, nor of one that is asked already', () => {
    const back = { ...withdrawn, at: wednesday };
    const plain = takesOver(replayRound([sundayOpened, back]));
    expect(plain.events.map(({ type }) => type)).toEqual(['round_taken_over']);
    expect(plain.round.step.untilAt).toBeNull();
    const ended = { type: 'question_step_ended', at: stepOver, by: null } as const;
    const asked = [ana, ben, cai, dee, eli];
    const begun = { type: 'answers_begun', asked, away: [], deadlineAt: deadline } as const;
    const answering = questions(ended, { ...begun, at: stepOver, by: ben });
    const over = takesOver(given(answering, { ...withdrawn, at: friday }).round, friday + DAY);
    expect(over.events.map(({ type }) => type)).toEqual(['round_taken_over']);
    expect(over.round.step).toEqual(answering.step);
  });

  test('that waits for a facilitator to open the round is waited for from then on', () => {
    const opened = {
      ...sundayOpened,
      step: { questionsUntilAt: null, isSkipped: false, opensBy: 'facilitator' },
    } as const;
    const asked = { type: 'opening_asked', at: monday, by: ben } as const;
    const { round } = takesOver(replayRound([opened, asked, withdrawn]));
    expect(round.step).toMatchObject({
      openingAskedAt: friday,
      openingIdleAt: null,
      untilAt: null,
    });
  });
});
