import { addWorkingDays, nextWorkingMoment, type Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import type { Objection, ObjectionStep } from './objection.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { openObjections, silentMembers, standingOf } from './standing.ts';

/** Working days without anybody's work on an objection, after which the program takes a step. */
export const IDLE_WORKING_DAYS = 2;

/** What the program does for one objection, in this order: first its owner, then the circle. */
const STEPS = ['owner_asked_for_idea', 'circle_asked_for_ideas'] as const;
type Step = (typeof STEPS)[number];
const isStep = ({ type }: ObjectionStep): boolean => STEPS.some((one) => one === type);

/**
 * Everyone has been heard or the deadline has come, an objection is open, and for two working days
 * nobody has worked on any: the program takes the next small step. It asks the owner of one
 * objection for an idea, and later the circle; then it goes on to the next one. It settles nothing.
 *
 * Source: docs/process.md §2.1 (`integrating`), §2.6.
 */
export function takeStep(
  round: Round,
  { circle, now }: { readonly circle: Circle; readonly now: Instant },
): RoundEvent | null {
  const due = stepDue(round, circle);
  if (!due || now < due.at) return null;
  return { type: due.step, objectionId: due.objection.id, at: now, by: null };
}

/** The instant at which the program has a step to take in this round, if any (§D9). */
export function integrationInstants(round: Round, circle: Circle): Instant[] {
  const due = stepDue(round, circle);
  return due ? [due.at] : [];
}

function stepDue(
  round: Round,
  { settings: { calendar } }: Circle,
): { readonly objection: Objection; readonly step: Step; readonly at: Instant } | null {
  if (standingOf(round) !== 'objected') return null;
  const { askedAt } = currentVersion(round);
  for (const objection of openObjections(round)) {
    // Who is away is not asked: members may take the objection on (docs/process.md §2.6).
    if (objection.ownerAwayAt !== null) continue;
    const step = STEPS.find((one) => !isTaken(objection, one, askedAt));
    if (!step) continue;
    const idle = addWorkingDays(idleSince(round), IDLE_WORKING_DAYS, calendar);
    return { objection, step, at: nextWorkingMoment(idle, calendar) };
  }
  return null;
}

function isTaken({ steps }: Objection, step: Step, since: Instant): boolean {
  return steps.some(({ type, at }) => type === step && at >= since);
}

/** When somebody, or the program itself, last did something for an open objection. */
function idleSince(round: Round): Instant {
  const { deadlineAt, answers } = round;
  const isHeard = silentMembers(round).length === 0;
  const lastHeardAt = Math.max(...[...answers.values()].map(({ at }) => at));
  const from = isHeard ? Math.min(deadlineAt, lastHeardAt) : deadlineAt;
  const worked = openObjections(round).flatMap(({ steps }) =>
    steps.filter((step) => step.by !== null || isStep(step)).map(({ at }) => at),
  );
  return Math.max(from, currentVersion(round).openedAt, ...worked);
}
