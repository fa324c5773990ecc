import * as fc from 'fast-check';
import type { Instant } from '../../src/core/calendar.ts';
import type { Circle } from '../../src/core/circle.ts';
import { evolveCircle } from '../../src/core/circle-history.ts';
import { decideCircle, type CircleCommand } from '../../src/core/circle-change.ts';
import type { CircleForm } from '../../src/core/circle-form.ts';
import { nextDueAt } from '../../src/core/clock.ts';
import { decideRound } from '../../src/core/decide-round.ts';
import type { RoundCommand, RoundOutcome } from '../../src/core/decide-round.ts';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { askedAtOnce, type OpeningRule } from '../../src/core/opening.ts';
import { objectionId, type MemberId } from '../../src/core/ids.ts';
import type { Round, SilencePolicy } from '../../src/core/round.ts';
import type { RoundEvent } from '../../src/core/round-event.ts';
import { replayRound } from '../../src/core/round-history.ts';
import { isRefused } from '../../src/core/ruling.ts';
import { openObjections } from '../../src/core/standing.ts';
import { commandOf, deedsOf, type Deed } from './round-deeds.ts';
import { PLOTS, type CircleMove, type PlotMove } from './round-plots.ts';
import {
  ana,
  bakery,
  bakeryTime,
  ben,
  cai,
  DAY,
  deciders,
  dee,
  eli,
  fay,
  gus,
  HOUR,
  MINUTE,
  monday,
  objectionText,
  olu,
  sundayOpened,
} from './bakery.ts';

/** Everybody who may try something, whether they are allowed to or not. */
const everybody: readonly MemberId[] = [...deciders, fay, gus, olu];
const at5 = 17 * 60 * MINUTE;

/** What somebody tries, without when: the play gives it the moment and fills in the numbers. */
type Move = { readonly who: MemberId } & (
  | { readonly kind: 'consent'; readonly note: string | null }
  | { readonly kind: 'more_time' | 'object' | 'take_back' | 'ask' }
  | {
      readonly kind: 'settle' | 'drop' | 'not_yet' | 'note' | 'adopt' | 'talk';
      readonly which: number;
    }
  | { readonly kind: 'publish'; readonly change: 'substance' | 'wording' }
  | { readonly kind: 'challenge' }
  | { readonly kind: 'decide' | 'to_meeting' | 'park' | 'withdraw' }
  | { readonly kind: 'extend' | 'resume'; readonly days: number }
  | { readonly kind: 'leave'; readonly whose: MemberId; readonly days: readonly [number, number] }
  | { readonly kind: 'back'; readonly whose: MemberId }
  | { readonly kind: 'account'; readonly closed: boolean }
  | { readonly kind: 'roster'; readonly full: readonly MemberId[] }
  | { readonly kind: 'everybody_consents' | 'timer' | 'outage' | 'look' }
  | { readonly kind: 'plotted'; readonly circle: CircleMove }
  | { readonly kind: 'deed'; readonly deed: Deed }
);
type Step = { readonly pause: number; readonly move: Move };

/** One step of a play: what was asked of which round in which circle, and what it brought. */
export type Scene = {
  readonly before: Round;
  readonly circle: Circle;
  readonly command: RoundCommand;
  readonly outcome: RoundOutcome;
};

/** A whole play: every scene, and everything that happened from the opening on. */
export type Play = { readonly scenes: readonly Scene[]; readonly history: readonly RoundEvent[] };

const somebody = fc.constantFrom(...everybody);
const decider = fc.constantFrom(...deciders, ...deciders, fay, olu);
const kinds = <Kind extends string>(...all: Kind[]) => fc.constantFrom(...all);

const moves: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 20,
    arbitrary: deedsOf([...deciders, ...deciders, fay, gus, olu]).map((deed): Move => {
      return { kind: 'deed', deed, who: deed.who };
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      who: decider,
      kind: fc.constant('consent' as const),
      note: fc.constantFrom(null, null, 'Watch our sleep.'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ who: decider, kind: kinds('object', 'more_time') }) },
  { weight: 2, arbitrary: fc.record({ who: somebody, kind: kinds('take_back', 'ask') }) },
  {
    weight: 5,
    arbitrary: fc.record({
      who: decider,
      kind: kinds('settle', 'drop', 'not_yet', 'note', 'adopt', 'talk'),
      which: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      who: fc.constantFrom(ben, ben, ana, dee),
      kind: fc.constant('publish' as const),
      change: fc.constantFrom('substance', 'wording'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ who: decider, kind: fc.constant('challenge' as const) }) },
  { weight: 6, arbitrary: fc.record({ who: decider, kind: fc.constant('decide' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      who: decider,
      kind: kinds('to_meeting', 'park', 'withdraw', 'extend', 'resume'),
      days: fc.integer({ min: 0, max: 12 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ who: somebody, kind: kinds('everybody_consents', 'timer') }),
  },
  { weight: 3, arbitrary: fc.record({ who: somebody, kind: fc.constant('outage' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      who: somebody,
      kind: fc.constant('leave' as const),
      whose: decider,
      days: fc.tuple(fc.integer({ min: -2, max: 5 }), fc.integer({ min: 0, max: 9 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ who: somebody, kind: fc.constant('back' as const), whose: decider }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      who: decider,
      kind: fc.constant('account' as const),
      closed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      who: fc.constantFrom(ana, cai, dee),
      kind: fc.constant('roster' as const),
      full: fc.subarray([...everybody], { minLength: 2 }),
    }),
  },
);

/** Minutes, hours or days go by; sometimes nothing does. */
const pauses = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 300 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 1, max: 100 }).map((hours) => hours * 60 * MINUTE),
);

const oneStep = fc.record({ pause: pauses, move: moves }).map((step): Step[] => [step]);

/** What chance alone brings too rarely, in the middle of everything else. */
const plotSteps = fc
  .tuple(fc.constantFrom<readonly PlotMove[]>(...Object.values(PLOTS)), decider, fc.nat(60))
  .map(([plot, who, pick]) => plot.map((move) => stepOf(move, who, pick)));

function stepOf(move: PlotMove, who: MemberId, pick: number): Step {
  if ('hours' in move) return { pause: move.hours * HOUR, move: { kind: 'look', who } };
  if ('everyone' in move) return { pause: 0, move: { kind: 'everybody_consents', who } };
  if ('circle' in move) return { pause: 0, move: { kind: 'plotted', circle: move.circle, who } };
  const deed = { type: move.deed, who, isTheirs: true, isFitting: false, pick };
  return { pause: (move.after ?? 0) * HOUR, move: { kind: 'deed', deed, who } };
}

/** Whom a plot's change of the circle is about, as the round stands then. */
function plotted({ circle, who }: Move & { kind: 'plotted' }, round: Round): Move {
  const owner = openObjections(round)[0]?.by ?? who;
  const { proposedBy } = round;
  switch (circle) {
    case 'owner_away':
      return { kind: 'leave', whose: owner, who: owner, days: [0, 9] };
    case 'owner_back':
      return { kind: 'back', whose: owner, who: owner };
    case 'proposer_gone':
    case 'proposer_back':
      return { kind: 'account', who: proposedBy, closed: circle === 'proposer_gone' };
    case 'leaves':
      return { kind: 'roster', who: ana, full: deciders.filter((one) => one !== who) };
    case 'joins':
      return { kind: 'roster', who: ana, full: [...new Set([...deciders, who])] };
  }
}

/** Plays of a round: many people, clocks that jump, leaves, rosters and outages. */
export const plays: fc.Arbitrary<Play> = fc
  .record({
    automatic: fc.boolean(),
    policy: fc.constantFrom<SilencePolicy>('explicit', 'explicit', 'explicit', 'floor', 'lazy'),
    beginsWithQuestions: fc.constantFrom(true, false, false),
    /** Whose place in the circle it is about, now and then. */
    removal: fc.constantFrom(null, null, null, cai, dee, fay),
    opensBy: fc.nat(5).map((n): OpeningRule => (n === 0 ? 'facilitator' : 'proposer')),
    steps: fc
      .array(fc.oneof({ weight: 11, arbitrary: oneStep }, { weight: 1, arbitrary: plotSteps }), {
        minLength: 1,
        maxLength: 30,
        size: 'max',
      })
      .map((some) => some.flat()),
  })
  .map((plot) => play(plot));

type Plot = {
  readonly automatic: boolean;
  readonly policy: SilencePolicy;
  readonly beginsWithQuestions: boolean;
  readonly removal: MemberId | null;
  readonly opensBy: OpeningRule;
  readonly steps: readonly Step[];
};

function openingOf({ automatic, policy, removal, ...plot }: Plot): RoundEvent[] {
  const terms = {
    ...sundayOpened.terms,
    silencePolicy: removal ? 'explicit' : policy,
    ...(removal && { concerns: { member: removal, isRemoval: true } }),
    closing: automatic ? 'automatic' : 'facilitator',
  } as const;
  const { beginsWithQuestions, opensBy } = plot;
  const questionsUntilAt = beginsWithQuestions ? bakeryTime('2026-06-03 17:00') : null;
  const isOpened = opensBy === 'facilitator';
  const step = { questionsUntilAt, isSkipped: false, ...(isOpened && { opensBy }) };
  const asked = deciders.filter((member) => member !== removal);
  const begins = (questionsUntilAt ?? isOpened) && { step };
  // The form takes nobody as owner of their own removal (docs/process.md §2.7).
  const owner = sundayOpened.owner === removal ? ben : sundayOpened.owner;
  const opened = { ...sundayOpened, owner, terms, asked, ...begins };
  return [opened, ...(step.opensBy ? askedAtOnce(step, { at: monday, by: ben }) : [])];
}

function play(plot: Plot): Play {
  const scenes: Scene[] = [];
  const history: RoundEvent[] = openingOf(plot);
  let round = replayRound(history);
  let circle = bakery;
  let now: Instant = monday;
  for (const { pause, move: planned } of plot.steps) {
    const move = planned.kind === 'plotted' ? plotted(planned, round) : planned;
    const from = now;
    now = move.kind === 'timer' ? (nextDueAt(round, circle, now) ?? now) : now + pause;
    circle = circleAfter(circle, move, now);
    for (const command of commandsOf(move, round, { now, from, circle, count: scenes.length })) {
      const before = round;
      const outcome = decideRound(before, command, { circle, decisionNumber: 12 });
      scenes.push({ before, circle, command, outcome });
      history.push(...outcome.events);
      ({ round } = outcome);
    }
  }
  return { scenes, history };
}

type Now = {
  readonly now: Instant;
  readonly from: Instant;
  readonly circle: Circle;
  readonly count: number;
};

function commandsOf(move: Move, round: Round, scene: Now): RoundCommand[] {
  const { now, from, circle, count } = scene;
  const said = { at: now, by: move.who };
  switch (move.kind) {
    case 'deed':
      return [commandOf(move.deed, { round, circle, from, at: now, count })];
    case 'consent':
      return [{ type: 'consent', note: move.note, ...said }];
    case 'everybody_consents':
      return deciders.map((by) => ({ type: 'consent', at: now, by }));
    case 'more_time':
      return [{ type: 'ask_more_time', needs: null, ...said }];
    case 'object':
      return [
        {
          ...({
            type: 'object',
            objectionId: objectionId(`o-${count}`),
          } as const),
          ...objectionText,
          harm: `Too tired, the ${count}th time.`,
          ...said,
        },
      ];
    case 'note':
    case 'adopt':
    case 'talk': {
      const chosen = round.objections[move.which % Math.max(1, round.objections.length)];
      const about = { objectionId: chosen?.id ?? objectionId('none'), ...said };
      if (move.kind === 'note') return [{ type: 'make_note', note: 'Watch our sleep.', ...about }];
      return [{ type: move.kind === 'adopt' ? 'adopt_objection' : 'ask_talk', ...about }];
    }
    case 'settle':
    case 'drop': {
      const chosen = round.objections[move.which % Math.max(1, round.objections.length)];
      const type = move.kind === 'settle' ? 'settle_objection' : 'take_back_objection';
      return [{ type, objectionId: chosen?.id ?? objectionId('none'), ...said }];
    }
    case 'not_yet': {
      const chosen = round.objections[move.which % Math.max(1, round.objections.length)];
      const id = chosen?.id ?? objectionId('none');
      const by = move.which > 0 ? (chosen?.by ?? move.who) : move.who;
      return [{ type: 'keep_objection', objectionId: id, at: now, by }];
    }
    case 'publish':
      return [publishOf(move, round, scene)];
    case 'challenge':
      return [{ type: 'challenge_wording', versionNumber: round.versions.length, ...said }];
    case 'take_back':
      return [{ type: 'take_back_answer', ...said }];
    case 'ask':
      return [{ type: 'ask_question', text: 'Who opens the shop?', ...said }];
    case 'outage':
      return [{ type: 'add_back_outage', outageFrom: from, outageTo: now, at: now, by: null }];
    default:
      return [wayOnOf(move, scene) ?? { type: 'look_at_clock', at: now, by: null }];
  }
}

function publishOf(
  { change, who }: Move & { kind: 'publish' },
  round: Round,
  { now, count }: Now,
): RoundCommand {
  const { title, need, owner, reviewOn, link } = round;
  const document = documentOfText(`We open on Sundays, the ${count}th try.`);
  return {
    type: 'publish_next_version',
    basedOn: round.versions.length,
    change,
    wording: { title, need, owner, reviewOn, link, document },
    answersObjections: round.objections.map(({ id }) => id),
    linkedDocumentChanged: false,
    proposerAgrees: true,
    at: now,
    by: who,
  };
}

function wayOnOf(move: Move, { now }: Now): RoundCommand | null {
  const said = { at: now, by: move.who };
  switch (move.kind) {
    case 'decide':
      return { type: 'decide', decisionNumber: 12, ...said };
    case 'to_meeting':
      return { type: 'to_meeting', note: null, ...said };
    case 'withdraw':
      return { type: 'withdraw', reason: null, ...said };
    case 'park':
      return { type: 'park', nextStep: 'Ask', who: dee, untilOn: dayAfter(now, 7), ...said };
    case 'extend':
      return { type: 'extend', deadlineAt: fiveOn(now, move.days), reason: null, ...said };
    case 'resume':
      return { type: 'resume', deadlineAt: fiveOn(now, move.days), ...said };
    default:
      return null;
  }
}

/** The circle after the move; as it was where the move is refused, or is none of the circle's. */
function circleAfter(circle: Circle, move: Move, at: Instant): Circle {
  const command = circleCommandOf(circle, move, at);
  if (!command) return circle;
  const ruling = decideCircle(circle, command);
  return isRefused(ruling) ? circle : ruling.events.reduce<Circle>(evolveCircle, circle);
}

function circleCommandOf(circle: Circle, move: Move, at: Instant): CircleCommand | null {
  const said = { at, by: move.who };
  switch (move.kind) {
    case 'leave': {
      const [first, length] = move.days;
      const leave = { fromOn: dayAfter(at, first), untilOn: dayAfter(at, first + length) };
      return { type: 'change_leave', member: move.whose, leave, ...said };
    }
    case 'back':
      return { type: 'change_leave', member: move.whose, leave: null, ...said };
    case 'account':
      return { type: 'account_changed', member: move.who, closed: move.closed, ...said };
    case 'roster':
      return { type: 'change_circle', form: formWith(circle, move.full), ...said };
    default:
      return null;
  }
}

function formWith(circle: Circle, full: readonly MemberId[]): CircleForm {
  const learning = full.includes(fay) ? [] : [{ id: fay, status: 'learning' as const }];
  const roster = [...full.map((id) => ({ id, status: 'full' as const })), ...learning];
  const facilitators = circle.facilitators.filter((id) => full.includes(id));
  const first = full[0] ?? ana;
  // Now and then the circle agrees to ask its learning members, works on other days, or not.
  const calendar = {
    ...circle.settings.calendar,
    workingWeekdays: full.length % 3 === 0 ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5],
    closedDays: full.includes(eli) ? [] : ['2026-06-05', '2026-06-09', '2026-06-10'],
  };
  const settings = { ...circle.settings, calendar, asksLearning: full.length % 2 === 0 };
  return { settings, roster, facilitators: facilitators.length > 0 ? facilitators : [first] };
}

const dayAfter = (at: Instant, days: number) =>
  new Date(at + days * DAY).toISOString().slice(0, 10);
/** Five in the afternoon, in UTC, of a day some days on: a moment that may be a deadline. */
const fiveOn = (at: Instant, days: number) => at - (at % DAY) + days * DAY + at5 - 2 * 60 * MINUTE;
