import { dayOf, isWithinWorkingHours, nextWorkingMoment } from '../core/calendar.ts';
import type { Calendar, Instant } from '../core/calendar.ts';
import { roundAt } from '../core/clock.ts';
import type { MemberId } from '../core/ids.ts';
import type { Notice } from '../core/notice.ts';
import { inQuestions } from '../core/question-step.ts';
import { silentMembers } from '../core/standing.ts';
import type { Delivery } from '../shell/outbox.ts';
import type { RoundInCircle } from '../shell/perform.ts';
import type { LeasedNotice } from '../shell/store.ts';
import { nudgeMessage } from './blocks/nudge.ts';
import { permalinkOf, postAbout, toPerson, type DeliverParts } from './delivering.ts';

const HOUR = 3_600_000;
/** Where waiting for the person's working hours would leave less than this, it goes at once. */
const HURRY_MS = 2 * HOUR;

/**
 * "We have not heard from you yet": one message for all that waits for this person, at most one a
 * day, in their own working hours; nothing at all where they have answered meanwhile.
 *
 * Source: docs/process.md §D13, §2.2.
 */
export async function deliverNudge(
  { to }: Notice & { kind: 'nudge' },
  leased: LeasedNotice,
  parts: DeliverParts,
): Promise<Delivery> {
  const waiting = await roundsWaiting(to, leased, parts);
  const [first] = waiting;
  if (!first) return { outcome: 'needless' };

  const { calendar } = first.circle.settings;
  const hours = { ...calendar, timeZone: await zoneOf(to, calendar, parts) };
  const now = parts.now();
  if (await wasNudgedToday(leased, hours.timeZone, parts)) {
    const tomorrow = nextWorkingMoment(startOfTomorrow(now, hours), hours);
    return tomorrow < first.round.deadlineAt
      ? { outcome: 'later', dueAt: tomorrow }
      : { outcome: 'needless' };
  }
  const dueAt = isWithinWorkingHours(now, hours) ? now : nextWorkingMoment(now, hours);
  if (dueAt > now && dueAt < first.round.deadlineAt - HURRY_MS) return { outcome: 'later', dueAt };

  const permalinks = new Map<string, string>();
  for (const { round } of waiting) {
    const permalink = await permalinkOf(round.id, parts);
    if (permalink) permalinks.set(round.id, permalink);
  }
  const { words } = parts;
  const content = nudgeMessage({ rounds: waiting, to, now, words, permalinks });
  // The buttons are those of the first; of the others there are links.
  return toPerson(await postAbout(first.round, { channel: to }, content, parts));
}

/** Recomputed when it is sent, so that nobody is reminded of what they have answered. */
async function roundsWaiting(
  to: MemberId,
  { teamId }: LeasedNotice,
  { store, performer, now }: DeliverParts,
): Promise<RoundInCircle[]> {
  const found: RoundInCircle[] = [];
  for (const id of await store.roundsWaitingFor(teamId, to)) {
    const stored = await performer.round(id);
    if (!stored) continue;
    const round = roundAt(stored.round, { circle: stored.circle, now: now() });
    const isAsking = !round.ending && !round.pause && !inQuestions(round);
    const waits = isAsking && silentMembers(round).includes(to);
    if (waits) found.push({ ...stored, round });
  }
  return found.sort((one, other) => one.round.deadlineAt - other.round.deadlineAt);
}

async function wasNudgedToday(
  { key }: LeasedNotice,
  zone: string,
  { store, now }: DeliverParts,
): Promise<boolean> {
  const last = await store.lastDeliveredAt(key);
  return last !== null && dayOf(last, zone) === dayOf(now(), zone);
}

async function zoneOf(to: MemberId, calendar: Calendar, { people }: DeliverParts): Promise<string> {
  try {
    return (await people.person(to)).timeZone ?? calendar.timeZone;
  } catch {
    return calendar.timeZone;
  }
}

function startOfTomorrow(now: Instant, { timeZone }: Calendar): Instant {
  const today = dayOf(now, timeZone);
  let at = now;
  while (dayOf(at, timeZone) === today) at += HOUR;
  return at;
}
