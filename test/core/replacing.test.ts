import { describe, expect, test } from 'vitest';
import { decisionOf } from '../../src/core/decision.ts';
import { circleId, roundId } from '../../src/core/ids.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { broughtTo, supersededBy, whyNotReplace } from '../../src/core/replacing.ts';
import type { ReplacingHow } from '../../src/core/replacing.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import {
  allConsent,
  bakery,
  ben,
  cai,
  DAY,
  decides,
  fay,
  monday,
  sundayForm,
  sundayOpened,
  sundayOpening,
  thursday,
} from '../support/bakery.ts';
import { given, givenProposer } from '../support/given.ts';

const { round: decided } = given(sundayOpening, ...allConsent(), decides(thursday));
const newerId = roundId('r_newer');

const propose = (replaced: Round | null, how: ReplacingHow = 'change', by = ben) => ({
  at: monday,
  by,
  id: newerId,
  number: 40,
  form: sundayForm,
  replacing: { number: 12, how },
  replaced,
});

/** A newer round about D-12, which was decided as D-57. */
function newerRound(how: ReplacingHow = 'change') {
  const { events } = givenProposer(bakery).when(propose(decided, how));
  return given(replayRound(events), ...allConsent());
}
const closing: RoundEvent = {
  type: 'round_decided',
  decisionNumber: 57,
  at: thursday + 9 * DAY,
  by: cai,
};
const after = (events: readonly RoundEvent[], from = decided) =>
  events.reduce<Round>(evolveRound, from);

describe('a proposal about a decision (§10 case 16)', () => {
  test('keeps which decision it is about, and what it wants with it', () => {
    givenProposer(bakery)
      .when(propose(decided, 'end'))
      .happens({
        type: 'round_opened',
        replacesDecision: { number: 12, roundId: decided.id, how: 'end' },
      });
    expect(newerRound('keep').round.replacesDecision).toMatchObject({ how: 'keep' });
  });

  test('is not about any decision where nothing is said, or in an old history', () => {
    const { replacing: _replacing, replaced: _replaced, ...plain } = propose(null);
    const [opened] = givenProposer(bakery).when(plain).events;
    expect(opened).not.toHaveProperty('replacesDecision');
    const note = { ...sundayOpened, replaces: 'D-7 Opening hours' } as const;
    expect(replayRound([note])).toMatchObject({
      replaces: 'D-7 Opening hours',
      replacesDecision: null,
    });
  });

  test('is refused about a decision that there is not, is open, or is another circle’s', () => {
    expect(whyNotReplace(bakery, decided)).toBeNull();
    const problem = { field: 'replaces_decision', code: 'decision_unknown' } as const;
    givenProposer(bakery).lacks(propose(null), problem);
    givenProposer(bakery).lacks(propose(sundayOpening), problem);
    const foreign = { ...decided, circleId: circleId('c_other') };
    givenProposer(bakery).lacks(propose(foreign), problem);
  });

  test('is refused about one that was replaced, and names the newer one', () => {
    const old = after(broughtTo(decided, newerRound().round, [closing]));
    givenProposer(bakery).lacks(propose(old), {
      field: 'replaces_decision',
      code: 'decision_superseded',
      number: 12,
      by: 57,
    });
  });

  test('is for people who decide', () => {
    givenProposer(bakery)
      .when(propose(decided, 'change', fay))
      .refused('not_a_decider');
  });
});

describe('the decision that it is about', () => {
  test('stays in force until the newer one is decided, and is superseded then', () => {
    const { round: newer } = newerRound();
    expect(broughtTo(decided, newer, [])).toEqual([]);
    const events = broughtTo(decided, newer, [closing]);
    expect(events).toEqual([
      {
        type: 'decision_superseded',
        number: 57,
        roundId: newerId,
        how: 'change',
        at: closing.at,
        by: cai,
      },
    ]);
    const old = after(events);
    expect(supersededBy(decided)).toBeNull();
    expect(supersededBy(old)).toMatchObject({ number: 57, at: closing.at });
    expect(old.ending).toEqual(decided.ending);
    expect(decisionOf(old)?.number).toBe(12);
    const [event] = events;
    const told = event ? noticesOf(event, old, bakery).map(({ kind }) => kind) : [];
    expect(told).toEqual(['card', 'thread']);
  });

  test('is in force again where an objection opens the newer round again', () => {
    const { round: newer } = newerRound();
    const reopened: RoundEvent = {
      type: 'round_reopened',
      decisionNumber: 57,
      at: closing.at + 1,
      by: ben,
    };
    const old = after(broughtTo(decided, newer, [closing]));
    const restored = broughtTo(old, newer, [reopened]);
    expect(restored).toMatchObject([{ type: 'decision_restored', number: 57 }]);
    expect(supersededBy(after(restored, old))).toBeNull();
  });

  test('of two that were decided about it both are kept, and the later one counts', () => {
    const { round: newer } = newerRound();
    const other = { ...newer, id: roundId('r_other') };
    const first = after(broughtTo(decided, newer, [closing]));
    const second = broughtTo(first, other, [{ ...closing, decisionNumber: 58 }]);
    const old = after(second, first);
    expect(old.aftermath.superseded.map(({ number }) => number)).toEqual([57, 58]);
    expect(supersededBy(old)?.number).toBe(58);
  });

  test('is not touched by a round that is about none, nor while it is open again itself', () => {
    expect(broughtTo(decided, sundayOpening, [closing])).toEqual([]);
    expect(broughtTo(sundayOpening, newerRound().round, [closing])).toEqual([]);
  });
});
