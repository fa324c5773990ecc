import { closesAloneAt } from './automatic-closing.ts';
import type { Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import { standInFrom, standInLatest, whyNotReady } from './closing.ts';
import { automaticExtension, dayBeforeOf, halfTimeOf } from './deadline.ts';
import { excuseOf, leaveBoundaries, wasAwayAtOpening } from './excuse.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { evolveRound } from './round-history.ts';
import { isReady, openHolds, readySince, silentMembers } from './standing.ts';
import { standingOf, wasExtendedForSilence } from './standing.ts';

/** More clock events than this at once would be a rule that never rests. */
const EVENTS_MAX = 1_000;

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
  let current = round;
  for (;;) {
    const event = nextClockEvent(current, context);
    if (!event) return events;
    if (events.length >= EVENTS_MAX) throw new Error(`The clock of ${round.id} does not rest`);
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
  if (round.ending || round.pause) return [];
  const { marks, deadlineAt } = round;
  const instants = [
    ...openHolds(round).map(({ untilAt }) => untilAt),
    ...leaveBoundaries(round, circle),
  ];
  if (marks.deadlinePassedAt === null) {
    instants.push(deadlineAt, halfTimeAt(round), dayBeforeOf(deadlineAt));
  }
  if (standingOf(round) === 'consented') {
    instants.push(readySince(round), standInLatest(round, circle));
    instants.push(closesAloneAt(round) ?? deadlineAt);
  }
  return instants;
}

const CLOCK_RULES: readonly ClockRule[] = [
  excuse,
  welcomeBack,
  endHold,
  remind,
  passDeadline,
  extendForSilence,
  announceReady,
  closeAlone,
  openClosing,
];

/** While a round is paused its clock stands still; who belongs to it is no matter of the clock. */
const PAUSED_RULES: readonly ClockRule[] = [excuse, welcomeBack];

function nextClockEvent(round: Round, context: ClockContext): RoundEvent | null {
  if (round.ending) return null;
  for (const rule of round.pause ? PAUSED_RULES : CLOCK_RULES) {
    const event = rule(round, context);
    if (event) return event;
  }
  return null;
}

/** Who left the circle, is on leave without an answer, or has no account any more (§2.7). */
function excuse(round: Round, { circle, now }: ClockContext): RoundEvent | null {
  for (const { member, excused } of round.asked.values()) {
    const reason = excuseOf(round, circle, member, now);
    if (reason && reason !== excused?.reason) {
      return { type: 'member_excused', member, reason, at: now, by: null };
    }
  }
  return null;
}

/** Who was asked, was away and comes back is asked again (§2.7). */
function welcomeBack(round: Round, { circle, now }: ClockContext): RoundEvent | null {
  for (const asked of round.asked.values()) {
    const { member, excused } = asked;
    if (!excused || wasAwayAtOpening(round, asked)) continue;
    if (!excuseOf(round, circle, member, now)) {
      return { type: 'member_returned', member, at: now, by: null };
    }
  }
  return null;
}

function endHold(round: Round, { now }: ClockContext): RoundEvent | null {
  const ended = openHolds(round).find(({ untilAt }) => untilAt <= now);
  return ended ? { type: 'hold_ended', member: ended.member, at: now, by: null } : null;
}

/** Half time and the day before, to those who have not answered; late ones are let go (§2.2). */
function remind(round: Round, { now }: ClockContext): RoundEvent | null {
  const { marks, deadlineAt } = round;
  const members = silentMembers(round);
  const reminder = { type: 'members_reminded' as const, members, at: now, by: null };
  if (now >= deadlineAt) return null;
  if (marks.dayBeforeAt === null && now >= dayBeforeOf(deadlineAt)) {
    return { ...reminder, occasion: 'day_before' };
  }
  const half = halfTimeAt(round);
  if (marks.halfTimeAt === null && marks.dayBeforeAt === null && now >= half) {
    return { ...reminder, occasion: 'half_time' };
  }
  return null;
}

function passDeadline(round: Round, { now }: ClockContext): RoundEvent | null {
  if (now < round.deadlineAt || round.marks.deadlinePassedAt !== null) return null;
  return { type: 'deadline_passed', at: round.deadlineAt, by: null };
}

/** Nobody objects and somebody is silent: the round waits three working days more, once (§2.4). */
function extendForSilence(round: Round, { now, circle }: ClockContext): RoundEvent | null {
  if (round.marks.deadlinePassedAt === null || wasExtendedForSilence(round)) return null;
  if (standingOf(round) !== 'waiting') return null;
  const deadlineAt = automaticExtension(round.deadlineAt, now, circle.settings.calendar);
  const extension = { type: 'deadline_extended' as const, cause: 'silence' as const };
  return { ...extension, deadlineAt, reason: null, at: now, by: null };
}

function announceReady(round: Round, { now }: ClockContext): RoundEvent | null {
  if (round.marks.readyAt !== null || !isReady(round, now)) return null;
  return { type: 'became_ready', at: readySince(round), by: null };
}

/** With `closing: automatic`, and never past an objection, a hold or a silence (§D4). */
function closeAlone(round: Round, { now, decisionNumber }: ClockContext): RoundEvent | null {
  const at = closesAloneAt(round);
  if (decisionNumber === null || at === null || now < at) return null;
  return whyNotReady(round, at) ? null : { type: 'round_decided', decisionNumber, at, by: null };
}

function openClosing(round: Round, { now, circle }: ClockContext): RoundEvent | null {
  if (round.marks.standInAt !== null || round.terms.closing === 'automatic') return null;
  if (!isReady(round, now) || now < standInFrom(round, circle, now)) return null;
  return { type: 'closing_opened_to_members', at: now, by: null };
}

function halfTimeAt(round: Round): Instant {
  return halfTimeOf(currentVersion(round).openedAt, round.deadlineAt);
}
