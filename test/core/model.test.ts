import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEARINGS } from '../../src/core/notice.ts';
import type { CircleCommand } from '../../src/core/circle-change.ts';
import { circleId, channelId, memberId, teamId, type MemberId } from '../../src/core/ids.ts';
import { replayRound } from '../../src/core/round-history.ts';
import type { Round } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import type { SilencePolicy } from '../../src/core/round.ts';
import { openObjections } from '../../src/core/standing.ts';
import { Performer } from '../../src/shell/perform.ts';
import type { Store } from '../../src/shell/store.ts';
import { commandOf, dayAfter, deedsOf, type Deed } from '../support/round-deeds.ts';
import { PLOTS, type CircleMove, type PlotMove, type PlotName } from '../support/round-plots.ts';
import { holdsEverything, holdsInHistory } from '../support/round-invariants.ts';
import { ana, ben, cai, form, openShell, openSundays, sundays } from '../support/shell.ts';
import { HOUR, MONDAY } from '../support/time.ts';

/** A round each run, in the nightly form many more of them: as many as MODEL_RUNS says. */
const RUNS = Number(process.env['MODEL_RUNS'] ?? (process.env['NIGHTLY'] ? 10_000 : 300));
/** Kinds of event that chance may leave out of a short run; of a long one none. */
const MISSED_MAX = RUNS >= 1_000 ? 0 : 12;
const dee = memberId('UDEE');
const eli = memberId('UELI');
const fay = memberId('UFAY');
const deciders: readonly MemberId[] = [ana, ben, cai, dee, eli];
const people: readonly MemberId[] = [
  ...[...deciders, ...deciders, fay],
  ...[memberId('UGUS'), memberId('UOTTO')],
];
const maple = circleId('c_maple');

/** The first event of all, and what happens to a round when another one takes its place (§2.9). */
const NOT_IN_ONE_ROUND: ReadonlySet<string> = new Set([
  'round_opened',
  'decision_superseded',
  'decision_restored',
]);

/** What people would keep on paper: whose objections are open, and whether it has ended. */
type Paper = {
  readonly objecting: Map<string, MemberId>;
  ended: boolean;
  at: number;
  count: number;
  events: number;
};
type Real = { readonly store: Store; performer: Performer };
type Step = fc.AsyncCommand<Paper, Real>;

/** Somebody does something; refused or not, the invariants of docs/process.md §0 hold. */
class Does implements Step {
  readonly deed: Deed;
  readonly hours: number;

  constructor(deed: Deed, hours: number) {
    this.deed = deed;
    this.hours = hours;
  }

  check = () => true;

  async run(paper: Paper, real: Real): Promise<void> {
    const from = paper.at;
    goesBy(paper, this.hours);
    const { round: before, circle } = await known(real);
    const scope = { round: before, circle, from, at: paper.at, count: paper.count };
    const command = commandOf(this.deed, scope);
    const result = await real.performer.onRound(sundays, command);
    const { events, refused, round } = result;
    holdsEverything({ before, circle, command, outcome: { events, refused, round, at: paper.at } });
    await compare(paper, real);
  }

  toString = () => `${JSON.stringify(this.deed)} after ${this.hours} h`;
}

/** A few moves towards something rare, in the middle of everything else. */
class Plays implements Step {
  readonly plot: PlotName;
  readonly who: MemberId;
  readonly pick: number;

  constructor(plot: PlotName, who: MemberId, pick: number) {
    this.plot = plot;
    this.who = who;
    this.pick = pick;
  }

  check = () => true;

  async run(paper: Paper, real: Real): Promise<void> {
    for (const move of PLOTS[this.plot]) await this.move(move).run(paper, real);
  }

  move(move: PlotMove): Step {
    const { who, pick } = this;
    if ('hours' in move) return new Waits(move.hours);
    if ('everyone' in move) return new AllConsent();
    if ('deed' in move) {
      const deed = { type: move.deed, who, isTheirs: true, isFitting: false, pick };
      return new Does(deed, 'after' in move ? (move.after ?? 0) : 0);
    }
    // Five and more days: an objection's owner; one day: whoever proposed it.
    const [change, days] = CIRCLE_MOVES[move.circle];
    return new Changes(who, change, days);
  }

  toString = () => `plot ${this.plot} of ${this.who} (${this.pick})`;
}

const CIRCLE_MOVES = {
  owner_away: ['leave', 7],
  owner_back: ['back', 7],
  proposer_gone: ['closed', 1],
  proposer_back: ['opened', 1],
  leaves: ['goes', 2],
  joins: ['joins', 2],
} as const satisfies Readonly<Record<CircleMove, readonly [Changes['change'], number]>>;

/** Everyone who is asked consents at once, as they do after a good meeting. */
class AllConsent implements Step {
  check = () => true;

  async run(paper: Paper, real: Real): Promise<void> {
    goesBy(paper, 0);
    const { round } = await known(real);
    for (const by of round.asked.keys()) {
      await real.performer.onRound(sundays, { type: 'consent', at: paper.at, by });
    }
    await compare(paper, real);
  }

  toString = () => 'all consent';
}

/** Somebody goes on leave, comes back, leaves the circle, joins it or loses their account. */
class Changes implements Step {
  readonly who: MemberId;
  readonly change: 'leave' | 'back' | 'goes' | 'joins' | 'closed' | 'opened' | 'facilitators';
  readonly days: number;

  constructor(who: MemberId, change: Changes['change'], days: number) {
    this.who = who;
    this.change = change;
    this.days = days;
  }

  check = () => true;

  async run(paper: Paper, real: Real): Promise<void> {
    goesBy(paper, this.days % 5);
    const command = await this.command(real, paper.at);
    await real.performer.onCircle(maple, command);
    await compare(paper, real);
  }

  async command(real: Real, at: number): Promise<CircleCommand> {
    const { circle, round } = await known(real);
    const { who, days, change } = this;
    // Now and then it is an objector or the proposer, for whom others have to step in.
    const [objection] = openObjections(round);
    const missed = days === 1 ? round.proposedBy : who;
    const member = days > 4 ? (objection?.by ?? missed) : missed;
    const said = { at, by: circle.facilitators[0] ?? ana };
    if (change === 'leave' || change === 'back') {
      const away = { fromOn: dayAfter(at, 0), untilOn: days > 6 ? null : dayAfter(at, days) };
      return { type: 'change_leave', member, leave: change === 'leave' ? away : null, ...said };
    }
    if (change === 'closed' || change === 'opened') {
      return { type: 'account_changed', member, closed: change === 'closed', ...said };
    }
    const others = [...circle.members.values()].filter(({ id }) => id !== member);
    const roster = others.map(({ id, status }) => ({ id, status }));
    if (change !== 'goes') roster.push({ id: member, status: 'full' });
    const stay = circle.facilitators.filter((id) => roster.some((one) => one.id === id));
    const facilitators = change === 'facilitators' ? [member] : stay;
    const { settings } = circle;
    return { type: 'change_circle', form: { settings, roster, facilitators }, ...said };
  }

  toString = () => `${this.who} ${this.change} ${this.days}`;
}

/** Time goes by, and a timer looks at the clock. */
class Waits implements Step {
  readonly hours: number;

  constructor(hours: number) {
    this.hours = hours;
  }

  check = () => true;

  async run(paper: Paper, real: Real): Promise<void> {
    goesBy(paper, this.hours);
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

function goesBy(paper: Paper, hours: number): void {
  paper.at += hours * HOUR;
  paper.count += 1;
}

async function known({ performer }: Real) {
  const found = await performer.round(sundays);
  if (!found) throw new Error('The round is gone');
  return found;
}

/** Paper, memory and store agree: what is new in the store is written on the paper. */
async function compare(paper: Paper, real: Real): Promise<void> {
  const events = await real.store.roundEvents(sundays);
  const { round } = await known(real);
  expect(round).toEqual(replayRound(events));
  expect(events.length).toBeGreaterThanOrEqual(paper.events);
  for (const event of events.slice(paper.events)) noteOn(paper, event);
  paper.events = events.length;
  agrees(paper, round);
}

function agrees({ objecting, ended }: Paper, round: Round): void {
  const open = openObjections(round).map(({ id, by }) => [id, by]);
  expect(new Map(open.map(([id, by]) => [String(id), by]))).toEqual(objecting);
  expect(round.ending !== null).toBe(ended);
}

/** Every kind of event that some run has brought. */
const happened = new Set<string>();

function noteOn(paper: Paper, event: RoundEvent): void {
  const { type, by } = event;
  happened.add(type);
  if (['round_decided', 'round_withdrawn', 'round_voided'].includes(type)) paper.ended = true;
  if (type === 'round_reopened' || type === 'round_taken_over') paper.ended = false;
  if (type === 'round_decided') expect(paper.objecting.size).toBe(0);
  if (type === 'round_voided') expect(by).not.toBe(event.askedBy);
  if (!('objectionId' in event)) return;
  const { objectionId: id } = event;
  if ((type === 'objection_raised' || type === 'objection_adopted') && by) {
    paper.objecting.set(id, by);
  }
  if (type === 'objection_lapsed_to_note') paper.objecting.delete(id);
  if (!['settled', 'taken_back', 'became_note'].includes(type.replace('objection_', ''))) return;
  expect(by).toBe(paper.objecting.get(id));
  paper.objecting.delete(id);
}

const hours = fc.constantFrom(0, 0, 0, 1, 5, 26, 80);
const changes = fc.constantFrom<Changes['change']>(
  'leave',
  'leave',
  'back',
  'goes',
  'joins',
  'closed',
  'opened',
  'facilitators',
);
const does = fc.tuple(deedsOf(people), hours).map(([deed, later]) => new Does(deed, later));
const plotNames = Object.keys(PLOTS).filter((name): name is PlotName => name in PLOTS);
const plays = fc
  .tuple(fc.constantFrom(...plotNames), fc.constantFrom(...deciders), fc.nat(60))
  .map(([plot, who, pick]) => new Plays(plot, who, pick));
const steps = [
  // fast-check takes each in turn alike: most of what happens is that somebody does something.
  ...Array<typeof does>(7).fill(does),
  fc
    .tuple(fc.constantFrom(...people), changes, fc.nat(8))
    .map(([who, change, days]) => new Changes(who, change, days)),
  fc.constantFrom(3, 24, 70).map((later) => new Waits(later)),
  ...Array<typeof plays>(3).fill(plays),
  fc.constant(new Crashes()),
  fc.constant(new AllConsent()),
];

/** How the circle has agreed to hold its rounds. */
const agreements = fc.record({
  closing: fc.constantFrom('facilitator' as const, 'automatic' as const),
  questionStep: fc.constantFrom('always' as const, 'never' as const),
  policy: fc.constantFrom<SilencePolicy>('explicit', 'explicit', 'floor', 'lazy'),
  people: fc.constantFrom(3, 5),
  facilitators: fc.constantFrom([ana], [ana, cai]),
  opening: fc.constantFrom('proposer' as const, 'proposer' as const, 'facilitator' as const),
  /** In a circle of five it is now and then about the place of one of them. */
  isRemoval: fc.constantFrom(true, false, false, false),
  /** Who keeps the records, and who stands in, where the circle has named anybody. */
  secretary: fc.constantFrom(null, ben, cai),
  standIn: fc.constantFrom(null, cai),
  /** Fay is learning, and the circle asks her too or not. */
  asksLearning: fc.boolean(),
});
type Agreements = typeof agreements extends fc.Arbitrary<infer Agreed> ? Agreed : never;

async function openMaple(performer: Performer, agreed: Agreements): Promise<void> {
  const { closing, questionStep, policy, facilitators, opening, standIn, asksLearning } = agreed;
  const adopted = { decisionNumber: 1, adoptedOn: '2026-01-05', reviewOn: '2026-12-01' };
  const silence = policy === 'explicit' ? undefined : { policy, ...adopted };
  const settings = {
    ...form.settings,
    closing,
    questionStep,
    opening,
    standIn,
    asksLearning,
    ...(silence && { silence }),
  };
  const roster = deciders.slice(0, agreed.people).map((id) => ({ id, status: 'full' as const }));
  const learning = { id: fay, status: 'learning' as const };
  const secretaries = agreed.secretary ? [agreed.secretary] : [];
  const circle = { settings, roster: [...roster, learning], facilitators, secretaries };
  const ids = { id: maple, teamId: teamId('TMAPLE'), channelId: channelId('CMAPLE') };
  await performer.onCircle(maple, {
    type: 'create_circle',
    ...ids,
    form: circle,
    at: MONDAY,
    by: ana,
  });
  const concerns = agreed.isRemoval && agreed.people === 5 ? eli : null;
  const isQuick = policy === 'lazy' && concerns === null;
  await openSundays(performer, sundays, { circle: maple, isQuick, concerns });
}

test(
  'whatever people, clocks and crashes do, the invariants of docs/process.md §0 hold',
  async () => {
    const plans = fc.commands(steps, { maxCommands: 30, size: 'max' });
    const property = fc.asyncProperty(agreements, plans, async (agreed, plan) => {
      const { store, performer } = await openShell();
      await openMaple(performer, agreed);
      const objecting = new Map<string, MemberId>();
      const setup = () => ({
        model: { objecting, ended: false, at: MONDAY + HOUR, events: 1, count: 0 },
        real: { store, performer },
      });
      try {
        await fc.asyncModelRun(setup, plan);
        holdsInHistory(await store.roundEvents(sundays));
      } finally {
        await store.close();
      }
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true, unbiased: true });
    // A model in which half of what can happen never does would prove little.
    const kinds = Object.keys(HEARINGS).filter((type) => !NOT_IN_ONE_ROUND.has(type));
    const never = kinds.filter((type) => !happened.has(type));
    expect(never.length, `never seen: ${never.join(', ')}`).toBeLessThanOrEqual(MISSED_MAX);
  },
  RUNS * 1_000,
);
