import { describe, expect, test } from 'vitest';
import type { Circle } from '../../../src/core/circle.ts';
import { decideRound, type RoundCommand } from '../../../src/core/decide-round.ts';
import type { Round } from '../../../src/core/round.ts';
import { consentReceipt, settledReceipt } from '../../../src/slack/blocks/receipt.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { wordsFor } from '../../../src/words/index.ts';
import * as world from '../../support/bakery.ts';
import { given } from '../../support/given.ts';
import { actionsIn } from '../../support/shown.ts';

const words = wordsFor('en');
const { bakery, dee, sundayOpening, sundayAutomatic } = world;

function answered(before: Round, command: RoundCommand, circle: Circle = bakery) {
  const { round: after, refused } = decideRound(before, command, { circle, decisionNumber: 12 });
  expect(refused).toBeNull();
  return { before, after, circle, by: dee, at: command.at };
}

const consent = (at: number): RoundCommand => ({ type: 'consent', at, by: dee });

describe('the receipt of a consent', () => {
  test('says what was recorded, and offers a note and a change', () => {
    const { text, blocks } = consentReceipt(answered(sundayOpening, consent(world.tuesday)), words);
    expect(text).toBe('Noted: you consent to version 1 of “Open on Sundays”.');
    expect(actionsIn(blocks)).toEqual([actionIds.addNote, actionIds.changeAnswer]);
  });

  test('says that the deadline was over and that the answer counts', () => {
    const over = given(sundayOpening, ...world.allConsentBut([dee])).when({
      type: 'look_at_clock',
      at: world.deadline + 1,
      by: null,
    });
    const after = answered(over.round, consent(world.extendedDeadline + world.HOUR));
    expect(consentReceipt(after, words).text).toContain('Your answer counts all the same.');
  });

  test('does not speak of a deadline while the clock stands still', () => {
    const atMeeting = given(sundayOpening, world.goesToMeeting(world.tuesday)).round;
    const { text } = consentReceipt(answered(atMeeting, consent(world.dayAfterDeadline)), words);
    expect(text).not.toContain('The deadline was');
  });

  test('says that with it the round has ended, and then offers nothing to change', () => {
    const circle = world.bakeryAfter(world.closesByItself);
    const waits = given(sundayAutomatic, ...world.allConsentBut([dee]))
      .in(circle)
      .when({
        type: 'look_at_clock',
        at: world.deadline + 1,
        by: null,
      }).round;
    const last = answered(waits, consent(world.extendedDeadline + world.HOUR), circle);
    expect(last.after.ending).toMatchObject({ kind: 'decided' });
    const { text, blocks } = consentReceipt(last, words);
    expect(text).toContain('The round has now ended: we have a decision, D-12.');
    expect(actionsIn(blocks)).toEqual([]);
  });

  test('shows the note that stands', () => {
    const command: RoundCommand = {
      ...consent(world.tuesday),
      type: 'consent',
      by: dee,
      note: 'Sleep',
    };
    const { text } = consentReceipt(answered(sundayOpening, command), words);
    expect(text).toContain('We look at this again at the review: Sleep');
  });
});

test('settling says that it is a consent', () => {
  const objected = given(sundayOpening, world.objects(dee)).round;
  const after = answered(objected, {
    type: 'settle_objection',
    objectionId: world.objectionOf(dee),
    at: world.wednesday,
    by: dee,
  });
  expect(settledReceipt(after, words).text).toContain('Your answer is now consent to version 1');
});
