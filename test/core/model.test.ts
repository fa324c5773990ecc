import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RoundCommand } from '../../src/core/decide-round.ts';
import { memberId, objectionId, relayId, type MemberId } from '../../src/core/ids.ts';
import { replayRound } from '../../src/core/round-history.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { openObjections, requiredMembers, countedAnswer } from '../../src/core/standing.ts';
import { Performer } from '../../src/shell/perform.ts';
import type { Store } from '../../src/shell/store.ts';
import { ana, ben, cai, openShell, openSundays, sundays } from '../support/shell.ts';
import { DAY, HOUR, MONDAY } from '../support/time.ts';

/** A round each run, in the nightly form many more of them. */
const RUNS = process.env['NIGHTLY'] ? 10_000 : 300;
const people: readonly MemberId[] = [ana, ben, cai, memberId('UOTTO')];

/** What must hold, as people would keep it on paper: who objects, and whether it has ended. */
type Paper = { objecting: Set<MemberId>; ended: boolean; at: number; events: number };
type Real = { readonly store: Store; performer: Performer };
type Step = fc.AsyncCommand<Paper, Real>;
type Deed = RoundCommand extends infer Each
  ? Each extends { readonly by: MemberId }
    ? Omit<Each, 'at' | 'by'>
    : never
  : never;

/** Somebody does something; refused or not, the invariants of docs/process.md §0 hold. */
class Does implements Step {
  readonly by: MemberId;
  readonly deed: Deed;
  readonly hours: number;

  constructor(by: MemberId, deed: Deed, hours: number) {
    this.by = by;
    this.deed = deed;
    this.hours = hours;
  }

  check = () => true;

  async run(paper: Paper, real: Real): Promise<void> {
    paper.at += this.hours * HOUR;
    const command: RoundCommand = { ...this.deed, at: paper.at, by: this.by };
    const { refused } = await real.performer.onRound(sundays, command);
    if (!refused) noteOn(paper, command);
    await compare(paper, real);
  }

  toString = () => `${this.by} ${JSON.stringify(this.deed)} after ${this.hours} h`;
}

/** Time goes by, and a timer looks at the clock. */
class Waits implements Step {
  readonly hours: number;

  constructor(hours: number) {
    this.hours = hours;
  }

  check = () => true;

  async run(paper: Paper, real: Real): Promise<void> {
    paper.at += this.hours * HOUR;
    await real.performer.onRound(sundays, { type: 'look_at_clock', at: paper.at, by: null });
    await compare(paper, real);
  }

  toString = () => `${this.hours} h go by`;
}

/** The program is gone in an instant; what it had in its memory is gone with it. */
class Crashes implements Step {
  check = () => true;

  async run(paper: Paper, real: Real): Promise<void> {
    real.performer = new Performer(real.store, () => undefined);
    await compare(paper, real);
  }

  toString = () => 'crash';
}

function noteOn(paper: Paper, command: RoundCommand): void {
  const { type, by } = command;
  if (by === null) return;
  if (type === 'object') paper.objecting.add(by);
  const settles = ['consent', 'ask_more_time', 'take_back_answer', 'settle_objection'];
  if (settles.includes(type) || type === 'take_back_objection') paper.objecting.delete(by);
  if (type === 'decide' || type === 'withdraw') paper.ended = true;
}

/** Paper, memory and store agree, and no invariant is broken. */
async function compare(paper: Paper, real: Real): Promise<void> {
  const events = await real.store.roundEvents(sundays);
  const known = await real.performer.round(sundays);
  expect(known?.round).toEqual(replayRound(events));
  expect(events.length).toBeGreaterThanOrEqual(paper.events);
  paper.events = events.length;
  if (!known) return;
  const { round } = known;
  const own = openObjections(round).map(({ by }) => by);
  expect(own.toSorted()).toEqual([...paper.objecting].toSorted());
  expect(round.ending !== null).toBe(paper.ended);
  decidedRightly(round, events);
}

function decidedRightly(round: Round, events: readonly RoundEvent[]): void {
  if (round.ending?.kind !== 'decided') return;
  expect(openObjections(round)).toEqual([]);
  expect(requiredMembers(round).length).toBeGreaterThanOrEqual(2);
  for (const member of requiredMembers(round)) {
    expect(countedAnswer(round, member)?.kind).toBe('consent');
    expect(events.some(({ type, by }) => by === member && SAYS_YES.has(type))).toBe(true);
  }
}

const SAYS_YES: ReadonlySet<RoundEvent['type']> = new Set(['consented', 'objection_settled']);

const somebody = fc.constantFrom(...people);
const hours = fc.constantFrom(0, 0, 1, 5, 26, 80);
const text = { harm: 'Nobody is left on Monday.', effect: 'Late mornings.', remedy: null };
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Deed>({ type: 'consent' }) },
  fc.nat(1e6).map((n): Deed => ({ type: 'object', objectionId: objectionId(`o${n}`), ...text })),
  fc.constantFrom<Deed>(
    { type: 'ask_more_time', needs: null },
    { type: 'take_back_answer' },
    { type: 'take_back_answer' },
    { type: 'ask_question', text: 'How?' },
    { type: 'decide', decisionNumber: 1 },
    { type: 'decide', decisionNumber: 1 },
    { type: 'to_meeting', note: null },
    { type: 'withdraw', reason: null },
    { type: 'confirm_relay', relayId: relayId('y') },
  ),
  hours.map((n): Deed => ({ type: 'resume', deadlineAt: MONDAY + 14 * DAY + n * DAY })),
);
const steps = [
  fc.tuple(somebody, deeds, hours).map(([by, deed, later]) => new Does(by, deed, later)),
  fc.constantFrom(3, 24, 70).map((later) => new Waits(later)),
  fc.constant(new Crashes()),
];

test(
  'whatever people, clocks and crashes do, the invariants of docs/process.md §0 hold',
  async () => {
    const property = fc.asyncProperty(fc.commands(steps, { maxCommands: 25 }), async (plan) => {
      const { store, performer } = await openShell();
      await openSundays(performer);
      const setup = () => ({
        model: { objecting: new Set<MemberId>(), ended: false, at: MONDAY + HOUR, events: 1 },
        real: { store, performer },
      });
      try {
        await fc.asyncModelRun(setup, plan);
      } finally {
        await store.close();
      }
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
  },
  RUNS * 1_000,
);
