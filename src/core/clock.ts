import type { Instant } from './calendar.ts';
import { absenceOf, isFullMember, type Circle } from './circle.ts';
import { standInFrom, whyNotReady } from './closing.ts';
import { automaticExtension, dayBeforeOf, halfTimeOf } from './deadline.ts';
import type { MemberId } from './ids.ts';
import { currentVersion, type ExcuseReason, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { evolveRound } from './round-history.ts';
import {
  isReady,
  openHolds,
  readySince,
  silentMembers,
  standingOf,
  wasExtendedForSilence,
} from './standing.ts';

const HOUR = 3_600_000;
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
 * The next instant at which the clock will have something to do, for the timers; null where it
 * has nothing more to do in this round.
 */
export function nextDueAt(round: Round, circle: Circle): Instant | null {
  if (round.ending || round.pause) return null;
  const { marks, deadlineAt } = round;
  const due: Instant[] = openHolds(round).map(({ untilAt }) => untilAt);
  if (marks.deadlinePassedAt === null) due.push(deadlineAt);
  if (marks.halfTimeAt === null) due.push(halfTimeAt(round));
  if (marks.dayBeforeAt === null) due.push(dayBeforeOf(deadlineAt));
  if (standingOf(round) === 'consented') {
    if (marks.readyAt === null) due.push(readySince(round));
    if (closesAlone(round)) due.push(closesAloneAt(round));
    if (marks.standInAt === null) due.push(standInFrom(round, circle, round.lastChangeAt));
  }
  return due.length > 0 ? Math.min(...due) : null;
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

function nextClockEvent(round: Round, context: ClockContext): RoundEvent | null {
  if (round.ending || round.pause) return null;
  for (const rule of CLOCK_RULES) {
    const event = rule(round, context);
    if (event) return event;
  }
  return null;
}

/** Who left the circle, is on leave without an answer, or has no account any more (§2.7). */
function excuse(round: Round, { circle, now }: ClockContext): RoundEvent | null {
  for (const { member, excused } of round.asked.values()) {
    if (excused) continue;
    const reason = excuseOf(round, circle, member, now);
    if (reason) return { type: 'member_excused', member, reason, at: now, by: null };
  }
  return null;
}

function excuseOf(
  round: Round,
  circle: Circle,
  member: MemberId,
  now: Instant,
): ExcuseReason | null {
  if (!isFullMember(circle, member)) return 'left';
  const absence = absenceOf(circle, member, now);
  return absence === 'on_leave' && round.answers.has(member) ? null : absence;
}

function welcomeBack(round: Round, { circle, now }: ClockContext): RoundEvent | null {
  for (const { member, excused } of round.asked.values()) {
    if (excused && !excuseOf(round, circle, member, now)) {
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
  if (decisionNumber === null || !closesAlone(round)) return null;
  const at = closesAloneAt(round);
  if (now < at || whyNotReady(round, at)) return null;
  return { type: 'round_decided', decisionNumber, at, by: null };
}

function openClosing(round: Round, { now, circle }: ClockContext): RoundEvent | null {
  if (round.marks.standInAt !== null || round.terms.closing === 'automatic') return null;
  if (!isReady(round, now) || now < standInFrom(round, circle, now)) return null;
  return { type: 'closing_opened_to_members', at: now, by: null };
}

function closesAlone(round: Round): boolean {
  return round.terms.closing === 'automatic' && standingOf(round) === 'consented';
}

/** True where the round would have closed by itself between two instants (§10 case 24). */
export function wouldCloseBetween(round: Round, from: Instant, to: Instant): boolean {
  if (round.ending || round.pause || !closesAlone(round)) return false;
  const at = closesAloneAt(round);
  return from < at && at <= to;
}

/** At the deadline, or a grace period after the last answer, whichever comes first (§D4). */
function closesAloneAt(round: Round): Instant {
  const grace = readySince(round) + round.terms.graceHours * HOUR;
  return Math.max(readySince(round), Math.min(round.deadlineAt, grace));
}

function halfTimeAt(round: Round): Instant {
  return halfTimeOf(currentVersion(round).openedAt, round.deadlineAt);
}
