import { describe, expect, test } from 'vitest';
import type { RoundCommand } from '../../../src/core/decide-round.ts';
import type { MemberId } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/round.ts';
import { replayRound } from '../../../src/core/round-history.ts';
import type { RoundEvent, RoundEventType } from '../../../src/core/round-event.ts';
import { directMessage } from '../../../src/slack/blocks/direct-message.ts';
import { takenOverReceipt } from '../../../src/slack/blocks/taken-over-receipt.ts';
import { threadLine } from '../../../src/slack/blocks/thread-line.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  ana,
  bakery,
  bakeryTime,
  ben,
  DAY,
  deadline,
  dee,
  eli,
  friday,
  objects,
  sundayOpened,
  tuesday,
} from '../../support/bakery.ts';
import { given } from '../../support/given.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';

const words = wordsFor('en');
const stepOver = bakeryTime('2026-06-03 17:00');
const opened = { ...sundayOpened, step: { questionsUntilAt: stepOver, isSkipped: false } };
const withdrawn = { type: 'round_withdrawn', reason: null, at: tuesday, by: ben } as const;
const atMeeting = { type: 'taken_to_meeting', note: null, at: tuesday, by: dee } as const;
const ended = { type: 'question_step_ended', at: stepOver, by: null } as const;
const takeOver: RoundCommand = { type: 'take_over', at: friday, by: eli };
const resume: RoundCommand = {
  ...{ type: 'resume', deadlineAt: deadline + 7 * DAY, at: friday, by: ana },
};

/** What is said once that happened in the question step and the command was given. */
function said(events: readonly RoundEvent[], command: RoundCommand) {
  const outcome = given(replayRound([opened, ...events])).when(command);
  const { round } = outcome;
  const told = (type: RoundEventType) => {
    const event = outcome.events.find((one) => one.type === type);
    if (!event) throw new Error(`There was no ${type}`);
    return { event, round, circle: bakery, words };
  };
  const thread = (type: RoundEventType) =>
    shownIn(threadLine({ ...told(type), talk: null })?.blocks);
  const direct = (type: RoundEventType, to: MemberId) =>
    directMessage({ ...told(type), to, permalink: null }).blocks;
  return { round, thread, direct };
}

const receipt = (round: Round) =>
  takenOverReceipt({ round, circle: bakery, by: eli }, words).blocks;

/** Source: docs/process.md §2.1. */
describe('where the question step goes on, nobody hears of an answer that is due', () => {
  test('after a take-over: until when questions go on', () => {
    const { thread, direct } = said([withdrawn], takeOver);
    expect(thread('round_taken_over')).toContain('takes this proposal over');
    expect(thread('round_taken_over')).not.toContain('Please answer');
    expect(thread('question_step_moved')).toContain('Questions go on until <!date^');
    expect(thread('question_step_moved')).not.toContain('out of reach');
    expect(shownIn(direct('round_taken_over', ben))).not.toContain('version 1');
  });

  test('after a take-over, when questions are over: that the text is to be ready', () => {
    const over = said([ended, { ...withdrawn, at: stepOver + 1 }], takeOver);
    expect(over.thread('round_taken_over')).toContain('<@U0ELI> says when the text is ready');
  });

  test('whose objection is open hears that it is, and has their buttons', () => {
    const { direct } = said([objects(dee), withdrawn], takeOver);
    const blocks = direct('round_taken_over', dee);
    expect(shownIn(blocks)).toContain('Your objection is still open.');
    expect(shownIn(blocks)).not.toMatch(/version 1|Please answer|confirm/u);
    expect(actionsIn(blocks)).toContain(actionIds.settleObjection);
    expect(actionsIn(blocks)).not.toContain(actionIds.consent);
  });

  test('whoever took it over hears what is theirs to do', () => {
    const blocks = receipt(said([withdrawn], takeOver).round);
    expect(shownIn(blocks)).toContain('You are its proposer now. You answer the questions');
    expect(shownIn(blocks)).not.toContain('is open until');
    expect(actionsIn(blocks)).toContain(actionIds.editDraft);
  });

  test('or that a facilitator opens it, where the circle wants it so', () => {
    const step = { questionsUntilAt: null, isSkipped: false, opensBy: 'facilitator' } as const;
    const asked = { type: 'opening_asked', at: tuesday, by: ben } as const;
    const waiting = replayRound([{ ...sundayOpened, step }, asked, withdrawn]);
    const { round } = given(waiting).when(takeOver);
    expect(shownIn(receipt(round))).toContain('When a facilitator opens it, everyone is asked.');
  });

  test('after a meeting: until when questions go on, or that the text is to be ready', () => {
    const goesOn = said([atMeeting], resume);
    expect(goesOn.thread('round_resumed')).toContain('takes the round up again');
    expect(goesOn.thread('round_resumed')).not.toContain('Please answer');
    expect(goesOn.thread('question_step_moved')).toContain('Questions go on until');
    const over = said([ended, { ...atMeeting, at: stepOver + 1 }], resume);
    expect(over.thread('round_resumed')).toContain('<@U0BEN> says when the text is ready');
  });
});

test('where answers are asked for, they are due as before (docs/process.md §2.1)', () => {
  const outcome = given(replayRound([sundayOpened, withdrawn])).when(takeOver);
  const blocks = receipt(outcome.round);
  expect(shownIn(blocks)).toContain('The round is open until');
});
