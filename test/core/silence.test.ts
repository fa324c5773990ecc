import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolveCircle } from '../../src/core/circle-history.ts';
import type { CircleEvent } from '../../src/core/circle.ts';
import { catchUp } from '../../src/core/clock.ts';
import { whyNotReady } from '../../src/core/closing.ts';
import { decideRound, type RoundCommand } from '../../src/core/decide-round.ts';
import { decisionOf, outcomeOf, silentIn } from '../../src/core/decision.ts';
import { circleId, type MemberId } from '../../src/core/ids.ts';
import { noticesOf } from '../../src/core/notice.ts';
import { termsOf } from '../../src/core/proposal-terms.ts';
import type { Round, RoundTerms } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { evolveRound, replayRound } from '../../src/core/round-history.ts';
import {
  agreementBy,
  agreementFor,
  PROPOSAL_TOPICS,
  type SilenceAgreement,
} from '../../src/core/silence.ts';
import { isReady, standingOf } from '../../src/core/standing.ts';
import { saidAway, wasAwayUntil } from '../../src/core/was-away.ts';
import {
  allConsentBut,
  ana,
  asksTime,
  bakery,
  bakeryTime,
  ben,
  cai,
  consents,
  DAY,
  deadline,
  decides,
  dee,
  deciders,
  eli,
  extendedDeadline,
  founded,
  friday,
  objects,
  settles,
  sundayOpened,
  thursday,
  tuesday,
} from '../support/bakery.ts';

const adoptedOn = '2026-05-03';
const floorAgreement: SilenceAgreement = {
  policy: 'floor',
  decisionNumber: 7,
  adoptedOn,
  reviewOn: '2026-11-03',
};
const lazyAgreement: SilenceAgreement = { ...floorAgreement, policy: 'lazy' };

/** The round under a policy, and what happened in it. */
function under(policy: 'explicit' | 'floor' | 'lazy', events: readonly RoundEvent[]): Round {
  const adopted = policy === 'explicit' ? {} : { silenceAdoptedOn: adoptedOn };
  const terms: RoundTerms = { ...sundayOpened.terms, silencePolicy: policy, ...adopted };
  return replayRound([{ ...sundayOpened, terms }, ...events]);
}

/** The same with everything that the clock has brought by then. */
function lookedAt(round: Round, now: number): Round {
  return catchUp(round, { circle: bakery, now, decisionNumber: 12 }).reduce<Round>(
    evolveRound,
    round,
  );
}

const decide = (at: number): RoundCommand => ({ type: 'decide', decisionNumber: 12, at, by: ana });
const closes = (round: Round, at: number) =>
  decideRound(round, decide(at), { circle: bakery, decisionNumber: 12 });

describe('S23: what silence is', () => {
  test('under `explicit` a round with a missing answer is never decided, however late', () => {
    const round = lookedAt(under('explicit', allConsentBut([eli])), extendedDeadline + 90 * DAY);
    expect(standingOf(round)).toBe('waiting');
    expect(closes(round, extendedDeadline + 90 * DAY).refused).toMatchObject({
      code: 'members_silent',
      members: [eli],
    });
  });

  test('`floor` closes after the extension, with more than half answered and at most two silent', () => {
    const round = under('floor', allConsentBut([dee, eli]));
    expect(closes(round, friday).refused).toMatchObject({ code: 'members_silent' });
    const extended = lookedAt(round, deadline + 1);
    expect(extended.deadlineAt).toBe(extendedDeadline);
    expect(closes(extended, extendedDeadline - 1).refused).toMatchObject({
      code: 'too_early',
      fromAt: extendedDeadline,
    });
    expect(closes(extended, extendedDeadline).refused).toBeNull();
  });

  test('`lazy` closes at the deadline where somebody beside the proposer has answered', () => {
    const round = under('lazy', [consents(dee)]);
    expect(closes(round, deadline - 1).refused).toMatchObject({ code: 'too_early' });
    expect(closes(round, deadline).refused).toBeNull();
  });

  test.each([
    ['nobody answered', []],
    ['only the proposer did', [consents(ben)]],
  ] as const)('`lazy` decides nothing where %s: it was not seen', (_, events) => {
    const round = lookedAt(under('lazy', events), deadline + 1);
    expect(round.deadlineAt).toBe(extendedDeadline);
    expect(closes(round, extendedDeadline - 1).refused).toMatchObject({ code: 'members_silent' });
    const { refused } = closes(round, extendedDeadline);
    expect(refused).toMatchObject({ code: 'round_parked', cause: 'unanswered' });
  });
});

describe('S22: the floor', () => {
  test.each([
    [0, false],
    [1, false],
    [2, false],
    [3, true],
    [4, true],
    [5, true],
  ])('with %i of 5 answered a round may close after its extension: %s', (answered, may) => {
    const events = deciders.slice(0, answered).map((by) => consents(by));
    const extended = lookedAt(under('floor', events), deadline + 1);
    const round = lookedAt(extended, extendedDeadline);
    expect(isReady(round, extendedDeadline)).toBe(may);
  });

  test('of four people two are not more than half', () => {
    const { terms } = under('floor', []);
    const opened = { ...sundayOpened, terms, asked: [ana, ben, cai, dee] };
    const round = replayRound([opened, consents(ana), consents(ben)]);
    const circle = evolveCircle(bakery, {
      type: 'roster_changed',
      joined: [],
      changed: [],
      left: [eli],
      at: founded,
      by: ana,
    });
    const events = catchUp(round, { circle, now: deadline + 1, decisionNumber: 12 });
    const extended = events.reduce<Round>(evolveRound, round);
    expect(extended.deadlineAt).toBe(extendedDeadline);
    expect(isReady(extended, extendedDeadline)).toBe(false);
  });
});

describe('what no policy changes', () => {
  test.each(['floor', 'lazy'] as const)('%s never closes over an objection', (policy) => {
    const round = lookedAt(
      under(policy, [...allConsentBut([eli]), objects(eli)]),
      friday + 60 * DAY,
    );
    expect(closes(round, friday + 60 * DAY).refused).toMatchObject({ code: 'objection_open' });
  });

  test.each(['floor', 'lazy'] as const)('%s never closes over a hold', (policy) => {
    const until = deadline + DAY;
    const round = under(policy, [...allConsentBut([eli]), asksTime(eli, friday, until)]);
    expect(whyNotReady(round, deadline + 1)).toMatchObject({ code: 'hold_open' });
  });

  test('a round that closes by itself does so under the same conditions, and no sooner', () => {
    const automatic = (policy: 'floor' | 'lazy') => {
      const { terms } = under(policy, []);
      const opening = { ...sundayOpened, terms: { ...terms, closing: 'automatic' } } as const;
      return replayRound([opening, ...allConsentBut([eli])]);
    };
    expect(lookedAt(automatic('lazy'), deadline - 1).ending).toBeNull();
    expect(lookedAt(automatic('lazy'), deadline).ending).toMatchObject({ at: deadline, by: null });
    expect(lookedAt(automatic('floor'), deadline + 1).ending).toBeNull();
    const floored = lookedAt(lookedAt(automatic('floor'), deadline + 1), extendedDeadline + 1);
    expect(floored.ending).toMatchObject({ at: extendedDeadline });
  });

  test('under `explicit` nothing is as it would be under another policy: silence stops it', () => {
    const somebody = fc.constantFrom(...deciders);
    const deeds = fc.array(
      fc.record({ by: somebody, kind: fc.constantFrom('consents', 'objects', 'settles') }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(deeds, fc.integer({ min: 0, max: 40 }), (played, days) => {
        const now = deadline + days * DAY;
        const commands = played.map(({ by, kind }, count) => commandOf(by, kind, count));
        const explicit = play(under('explicit', []), commands, now);
        const floor = play(under('floor', []), commands, now);
        if (explicit.ending) expect(silentIn(recordOf(explicit))).toEqual([]);
        if (silentOf(floor).length === 0) expect(floor.ending).toEqual(explicit.ending);
        for (const round of [explicit, floor]) {
          for (const member of silentOf(round)) expect(consentsOf(round)).not.toContain(member);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function commandOf(by: MemberId, kind: string, count: number): RoundCommand {
  const at = tuesday + count;
  if (kind === 'objects') {
    return { ...objects(by, at), type: 'object' };
  }
  return kind === 'settles'
    ? { ...settles(by, at), type: 'settle_objection' }
    : { type: 'consent', at, by };
}

function play(round: Round, commands: readonly RoundCommand[], now: number): Round {
  const all = [...commands, decide(now)];
  return all.reduce(
    (one, command) => decideRound(one, command, { circle: bakery, decisionNumber: 12 }).round,
    round,
  );
}

function recordOf(round: Round) {
  const record = decisionOf(round);
  if (!record) throw new Error('It was not decided');
  return record;
}

const silentOf = (round: Round) => (round.ending ? silentIn(recordOf(round)) : []);
const consentsOf = (round: Round) =>
  recordOf(round).answers.flatMap((one) => (one.kind === 'consent' ? [one.member] : []));

describe('whom and what a policy is for', () => {
  test.each(PROPOSAL_TOPICS.filter((topic) => topic !== 'our_work'))(
    'about %s everyone must answer, whatever the circle agreed',
    (topic) => {
      for (const agreement of [floorAgreement, lazyAgreement]) {
        expect(agreementFor(agreement, { isQuick: true, topic })).toEqual({ policy: 'explicit' });
      }
    },
  );

  test('`lazy` is for quick rounds, `floor` for all about our work', () => {
    const work = { topic: 'our_work', isQuick: false } as const;
    expect(agreementFor(lazyAgreement, work)).toEqual({ policy: 'explicit' });
    expect(agreementFor(lazyAgreement, { ...work, isQuick: true })).toEqual(lazyAgreement);
    expect(agreementFor(floorAgreement, work)).toEqual(floorAgreement);
  });

  test('a round keeps the policy under which it opened, with its day', () => {
    const agreed: CircleEvent = {
      type: 'settings_changed',
      changes: { silence: lazyAgreement },
      at: founded,
      by: ana,
    };
    const circle = evolveCircle(bakery, agreed);
    expect(termsOf(circle, { isQuick: true })).toMatchObject({
      silencePolicy: 'lazy',
      silenceAdoptedOn: adoptedOn,
      isQuick: true,
    });
    expect(termsOf(circle, { isQuick: true, topic: 'roles' })).toMatchObject({
      silencePolicy: 'explicit',
      topic: 'roles',
    });
    expect(termsOf(circle, {})).not.toHaveProperty('silenceAdoptedOn');
    expect(termsOf(bakery, { isQuick: true }).silencePolicy).toBe('explicit');
  });
});

describe('adopting a policy', () => {
  const decided = under('explicit', [...allConsentBut([]), decides(thursday)]);
  const here = { id: bakery.id, timeZone: 'Europe/Berlin' };

  test('takes its day and its review from the decision of the circle', () => {
    expect(agreementBy('floor', decided, here)).toEqual({
      agreement: {
        policy: 'floor',
        decisionNumber: 12,
        adoptedOn: '2026-06-04',
        reviewOn: decided.reviewOn,
      },
    });
  });

  test.each([
    ['no such decision', null, here],
    ['a round that is still open', under('explicit', []), here],
    ['a decision of another circle', decided, { ...here, id: circleId('circle-garden') }],
  ] as const)('is not possible by %s', (_, round, circle) => {
    expect(agreementBy('lazy', round, circle)).toEqual({
      refused: { code: 'silence_decision_unknown' },
    });
  });

  test('silence cannot agree to silence', () => {
    const silent = lookedAt(under('floor', allConsentBut([eli])), deadline + 1);
    const { round } = closes(silent, extendedDeadline);
    expect(agreementBy('lazy', round, here)).toEqual({
      refused: { code: 'silence_decision_silent' },
    });
  });
});

describe('the record', () => {
  const closed = closes(
    lookedAt(under('floor', allConsentBut([dee, eli])), deadline + 1),
    extendedDeadline,
  ).round;

  test('names who did not answer, and makes no consent of it', () => {
    const record = recordOf(closed);
    expect(silentIn(record)).toEqual([dee, eli]);
    expect(outcomeOf(record)).toMatchObject({ answered: 3, asked: 5 });
    expect(record).toMatchObject({ silencePolicy: 'floor', silenceAdoptedOn: adoptedOn });
    expect(consentsOf(closed)).toEqual([ana, ben, cai]);
  });

  test('the silent hear of it, each once', () => {
    const event = decides(extendedDeadline);
    const told = noticesOf(event, closed, bakery).flatMap((one) => ('to' in one ? [one.to] : []));
    expect(told).toEqual(expect.arrayContaining([dee, eli]));
    expect(new Set(told).size).toBe(told.length);
  });

  describe('“I was away”', () => {
    const say = (by: MemberId, at: number, note: string | null = null): RoundCommand => ({
      type: 'say_i_was_away',
      note,
      at,
      by,
    });
    const said = (command: RoundCommand, round = closed) =>
      decideRound(round, command, { circle: bakery, decisionNumber: 12 });
    const last = extendedDeadline + 14 * DAY;

    test('is for 14 days, and tells owner and facilitators', () => {
      expect(wasAwayUntil(closed)).toBe(last);
      const { round, events } = said(say(eli, last, ' In hospital. '));
      expect(events).toEqual([{ type: 'was_away', note: 'In hospital.', at: last, by: eli }]);
      expect(saidAway(round)).toEqual([{ by: eli, at: last, note: 'In hospital.' }]);
      const [event] = events;
      const told = event ? noticesOf(event, round, bakery) : [];
      expect(told.flatMap((one) => ('to' in one ? [one.to] : []))).toEqual(
        expect.arrayContaining([round.owner, ana, cai]),
      );
    });

    test('changes nothing of the decision, and is said once', () => {
      const { round } = said(say(eli, friday + 7 * DAY));
      expect(round.ending).toEqual(closed.ending);
      expect(said(say(eli, last, 'Again'), round).events).toEqual([]);
    });

    test.each([
      ['after them', eli, last + 1, null, { code: 'was_away_over', untilAt: last }],
      ['by whoever answered', ana, last, null, { code: 'was_not_silent' }],
      ['in a novel', eli, last, 'x'.repeat(501), { code: 'text_too_long', field: 'note' }],
    ] as const)('is refused %s', (_, by, at, note, refusal) => {
      expect(said(say(by, at, note)).refused).toMatchObject(refusal);
    });

    test('is no matter of a round that is open, or in which everyone answered', () => {
      const open = under('floor', []);
      expect(said(say(eli, tuesday), open).refused).toMatchObject({ code: 'round_not_decided' });
      const all = under('floor', [...allConsentBut([]), decides(thursday)]);
      expect(wasAwayUntil(all)).toBeNull();
      expect(said(say(eli, friday), all).refused).toMatchObject({ code: 'was_not_silent' });
    });
  });
});

test('the day of the closing stands in the circle’s own zone', () => {
  const late = bakeryTime('2026-06-04 23:30');
  const decided = under('explicit', [...allConsentBut([]), decides(late)]);
  const ruling = agreementBy('lazy', decided, { id: bakery.id, timeZone: 'Pacific/Auckland' });
  expect(ruling).toMatchObject({ agreement: { adoptedOn: '2026-06-05' } });
});
