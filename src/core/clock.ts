import { numberFor } from './aftermath.ts';
import { overdueAnswer, overdueInstants } from './aftermath-clock.ts';
import { excuse, welcomeBack } from './asked-clock.ts';
import { closesAloneAt } from './automatic-closing.ts';
import type { Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import { circleFor } from './concern.ts';
import { standInFrom, standInLatest, whyNotReady } from './closing.ts';
import { dayBeforeOf } from './deadline.ts';
import { extendForSilence, halfTimeAt, passDeadline, remind } from './deadline-clock.ts';
import { proposerInstants, watchProposer } from './proposer-clock.ts';
import { leaveBoundaries } from './excuse.ts';
import { integrationInstants, takeStep } from './integration-clock.ts';
import { openingInstants, remindOpening } from './opening.ts';
import { inQuestions } from './question-step.ts';
import { endQuestions, questionInstants, showThoughts, tellIdle } from './question-step-clock.ts';
import { wake, wakesAt } from './pausing.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { objectionInstants, watchObjections } from './objection-clock.ts';
import { evolveRound } from './round-history.ts';
import { endUnheard } from './unheard.ts';
import { isReady, openHolds, readySince } from './standing.ts';
import { mayClose, standingOf } from './standing.ts';
import { challengeInstants, letStand } from './wording-clock.ts';

/**
 * More clock events at once would be a rule that never rests: so many for the round itself, and so
 * many for each person asked and each objection.
 */
const EVENTS_MAX = 1_000;
const EVENTS_MAX_EACH = 5;

/** What the clock needs to know beside the round. */
export type ClockContext = {
  readonly circle: Circle;
  readonly now: Instant;
  /** The number a decision gets if the round closes by itself; null where none may. */
  readonly decisionNumber: number | null;
};

type ClockRule = (round: Round, context: ClockContext) => RoundEvent | null;

/**
 * What the clock has brought since the round was last looked at, in order, each once: people
 * excused or back, holds that ended, reminders, the deadline, the automatic extension, readiness,
 * and an automatic close. Run before every command and at every read, so that nothing depends on
 * whether a timer has run.
 *
 * Source: docs/process.md §D9, §2.2, §2.4, §2.7.
 */
export function catchUp(round: Round, context: ClockContext): RoundEvent[] {
  const events: RoundEvent[] = [];
  const max = EVENTS_MAX + EVENTS_MAX_EACH * (round.asked.size + round.objections.length);
  let current = round;
  for (;;) {
    const event = nextClockEvent(current, context);
    if (!event) return events;
    if (events.length >= max) throw new Error(`The clock of ${round.id} does not rest`);
    events.push(event);
    current = evolveRound(current, event);
  }
}

/** The round as it stands at `now`, with what the clock has brought (docs/process.md §D9). */
export function roundAt(round: Round, context: Omit<ClockContext, 'decisionNumber'>): Round {
  return catchUp(round, { ...context, decisionNumber: null }).reduce<Round>(evolveRound, round);
}

/**
 * The next instant, from `now` on, at which the clock will have something to do: for the timers.
 * Null where it has nothing more to do in this round. Looking at the clock then always brings at
 * least one event, so that no timer can spin; and before then it brings none.
 *
 * Source: docs/process.md §D9, §2.2.
 */
export function nextDueAt(round: Round, circle: Circle, now: Instant): Instant | null {
  const isDue = (at: Instant) => nextClockEvent(round, { circle, now: at, decisionNumber: 0 });
  const instants = candidates(round, circle).map((at) => Math.max(at, now));
  return [now, ...instants].sort((one, other) => one - other).find(isDue) ?? null;
}

/** Every instant at which the answer of a rule can change. */
function candidates(round: Round, circle: Circle): Instant[] {
  const overdue = overdueInstants(round, circle);
  if (round.ending) return overdue;
  if (round.pause) return [...overdue, wakesAt(round, circle) ?? []].flat();
  if (inQuestions(round)) {
    const watched = [...proposerInstants(round), ...objectionInstants(round, circle)];
    const step = [...questionInstants(round, circle), ...openingInstants(round, circle)];
    return [...leaveBoundaries(round, circle), ...watched, ...step];
  }
  const { marks, deadlineAt } = round;
  const instants = [
    ...overdue,
    ...openHolds(round).map(({ untilAt }) => untilAt),
    ...leaveBoundaries(round, circle),
    ...objectionInstants(round, circle),
    ...integrationInstants(round, circle),
    ...proposerInstants(round),
    ...challengeInstants(round),
  ];
  if (marks.deadlinePassedAt === null) {
    instants.push(deadlineAt, halfTimeAt(round), dayBeforeOf(deadlineAt));
  }
  if (mayClose(standingOf(round))) {
    instants.push(readySince(round), standInLatest(round, circle));
    instants.push(closesAloneAt(round) ?? deadlineAt);
  }
  return instants;
}

const CLOCK_RULES: readonly ClockRule[] = [
  excuse,
  welcomeBack,
  watchProposer,
  endHold,
  letStand,
  watchObjections,
  takeStep,
  remind,
  passDeadline,
  extendForSilence,
  endUnheard,
  announceReady,
  closeAlone,
  openClosing,
  overdueAnswer,
];

/** While people ask and think no answer is due; what is open is watched as ever (§2.1, §2.6). */
const QUESTION_RULES: readonly ClockRule[] = [
  excuse,
  welcomeBack,
  watchProposer,
  watchObjections,
  showThoughts,
  endQuestions,
  tellIdle,
  remindOpening,
];

/** While a round is paused its clock stands still; who belongs to it is no matter of the clock. */
const PAUSED_RULES: readonly ClockRule[] = [excuse, welcomeBack, wake, overdueAnswer];

/** A round that has ended rests, but for what is still owed to whoever raised something later. */
const ENDED_RULES: readonly ClockRule[] = [overdueAnswer];

function rulesFor(round: Round): readonly ClockRule[] {
  if (round.ending) return ENDED_RULES;
  if (round.pause) return PAUSED_RULES;
  return inQuestions(round) ? QUESTION_RULES : CLOCK_RULES;
}

function nextClockEvent(round: Round, raw: ClockContext): RoundEvent | null {
  const context = { ...raw, circle: circleFor(round, raw.circle) };
  for (const rule of rulesFor(round)) {
    const event = rule(round, context);
    if (event) return event;
  }
  return null;
}

function endHold(round: Round, { now }: ClockContext): RoundEvent | null {
  const ended = openHolds(round).find(({ untilAt }) => untilAt <= now);
  return ended ? { type: 'hold_ended', member: ended.member, at: now, by: null } : null;
}

function announceReady(round: Round, { now }: ClockContext): RoundEvent | null {
  if (round.marks.readyAt !== null || !isReady(round, now)) return null;
  return { type: 'became_ready', at: readySince(round), by: null };
}

/** With `closing: automatic`, and never past an objection, a hold or a silence (§D4). */
function closeAlone(round: Round, { now, decisionNumber }: ClockContext): RoundEvent | null {
  const at = closesAloneAt(round);
  if (decisionNumber === null || at === null || now < at) return null;
  if (whyNotReady(round, at)) return null;
  return { type: 'round_decided', decisionNumber: numberFor(round, decisionNumber), at, by: null };
}

function openClosing(round: Round, { now, circle }: ClockContext): RoundEvent | null {
  if (round.marks.standInAt !== null || round.terms.closing === 'automatic') return null;
  if (!isReady(round, now) || now < standInFrom(round, circle, now)) return null;
  return { type: 'closing_opened_to_members', at: now, by: null };
}
