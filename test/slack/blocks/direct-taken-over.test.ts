import { describe, expect, test } from 'vitest';
import type { Circle } from '../../../src/core/circle.ts';
import type { MemberId } from '../../../src/core/ids.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { directMessage } from '../../../src/slack/blocks/direct-message.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  bakery,
  bakeryAfter,
  ben,
  cai,
  consents,
  dee,
  eli,
  leavesCircle,
  MINUTE,
  objectionOf,
  objects,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../../support/bakery.ts';
import { given } from '../../support/given.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';

const { settleObjection, keepObjection, takeBackObjection, rewordObjection } = actionIds;
const gone = bakeryAfter(leavesCircle(dee, wednesday - MINUTE));
const look = { type: 'look_at_clock', at: wednesday, by: null } as const;
const withdraw = { type: 'withdraw', reason: null, at: wednesday, by: ben } as const;

/** What one person hears once Cai has taken it over, and the round then. */
function takenOver(to: MemberId, circle: Circle, ...answers: readonly RoundEvent[]) {
  const looked = given(sundayOpening, ...answers)
    .in(circle)
    .when(look).round;
  const back = given(looked).in(circle).when(withdraw).round;
  const take = { type: 'take_over', at: thursday, by: cai } as const;
  const { events, round } = given(back).in(circle).when(take);
  const event = events.find(({ type }) => type === 'round_taken_over');
  if (!event) throw new Error('It was not taken over');
  const words = wordsFor('en');
  const { blocks } = directMessage({ event, round, circle, words, to, permalink: null });
  return { round, shown: shownIn(blocks), actions: actionsIn(blocks) };
}

describe('what is taken over, to whoever answered before (docs/process.md §2.1, §2.6)', () => {
  const keep = { type: 'keep_objection', objectionId: objectionOf(dee) } as const;
  const stands = { type: 'objection_stands', by: dee } as const;

  test('whose objection is open: whether it is settled, or still stands', () => {
    const told = takenOver(dee, bakery, objects(dee));
    expect(told.actions).toEqual([
      settleObjection,
      keepObjection,
      takeBackObjection,
      rewordObjection,
    ]);
    expect(told.shown).toContain('It still stands');
    const said = given(told.round).when({ ...keep, at: thursday + MINUTE, by: dee });
    said.happens(stands);
  });

  test('who left with an open objection: the same, but for other words', () => {
    const told = takenOver(dee, gone, objects(dee));
    expect(told.shown).toContain('Only you can say whether it is settled.');
    expect(told.actions).toEqual([settleObjection, keepObjection, takeBackObjection]);
    const said = given(told.round)
      .in(gone)
      .when({ ...keep, at: thursday + MINUTE, by: dee });
    said.happens(stands);
  });

  test('who is asked and objects to nothing: the three answers', () => {
    const told = takenOver(eli, bakery, consents(eli, tuesday));
    const { consent, object, moreTime } = actionIds;
    expect(told.actions).toEqual([consent, object, moreTime]);
  });

  test('who left and is asked nothing: no word of an answer, and no button', () => {
    const told = takenOver(dee, gone, consents(dee, tuesday));
    expect(told.shown).toContain('has taken this proposal over');
    expect(told.shown).not.toContain('Please confirm or change it');
    expect(told.actions).toEqual([]);
  });
});
