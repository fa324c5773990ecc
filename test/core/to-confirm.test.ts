import { describe, expect, test } from 'vitest';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { answerToConfirm } from '../../src/core/to-confirm.ts';
import { ben, cai, consents, dee, eli, objects, sundayOpened } from '../support/bakery.ts';
import { thursday, wednesday } from '../support/bakery.ts';
import { asking, published, reworded } from '../support/versions.ts';

const withdrawn = { type: 'round_withdrawn', reason: null, at: wednesday, by: ben } as const;
const takenOver = {
  ...({ type: 'round_taken_over', asking: asking(thursday) } as const),
  at: thursday,
  by: cai,
} as const;
const { objectionId } = objects(dee);
const leftBehind = {
  ...({ type: 'objection_lapsed_to_note', objectionId, asking: asking(thursday) } as const),
  at: thursday,
  by: null,
} as const;

const ofEli = (...events: readonly RoundEvent[]) =>
  answerToConfirm(replayRound([sundayOpened, consents(eli), ...events]), eli);

describe('an answer that is to confirm (§D6, §2.6)', () => {
  test('says why it is asked again', () => {
    expect(ofEli(published(2))).toMatchObject({
      why: 'new_text',
      before: { number: 1 },
      after: { number: 2 },
    });
    expect(ofEli(withdrawn, takenOver)?.why).toBe('taken_over');
    expect(ofEli(objects(dee), leftBehind)?.why).toBe('left_behind');
  });

  test('is one about a new text where it changed before somebody took it over', () => {
    expect(ofEli(published(2), { ...withdrawn, at: wednesday + 1 }, takenOver)?.why).toBe(
      'new_text',
    );
  });

  test('is none that counts, nor of whoever has not answered', () => {
    expect(ofEli()).toBeNull();
    expect(ofEli(reworded(2))).toBeNull();
    expect(answerToConfirm(replayRound([sundayOpened, published(2)]), eli)).toBeNull();
  });
});
