import { addWorkingDays, nextWorkingMoment, workingDaysAfter } from './calendar.ts';
import type { Instant } from './calendar.ts';
import { peopleToAsk } from './askable.ts';
import { absenceOf, isMember, type Circle } from './circle.ts';
import type { Objection } from './objection.ts';
import type { AbsenceReason, Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { inQuestions } from './question-step.ts';
import { openObjections } from './standing.ts';
import type { Asking } from './version-event.ts';

/** Working days after which a silent owner is written to, and again after the first time. */
export const OBJECTOR_CONTACT_WORKING_DAYS = [3, 4] as const;
/** Working days in which members may adopt the objection of an owner who is away. */
export const ADOPTION_WORKING_DAYS = 5;
/** Working days that people have to answer again where nobody adopted it. */
export const ASKED_AGAIN_WORKING_DAYS = 3;

type Look = { readonly circle: Circle; readonly now: Instant };

/** Why the owner of an objection is not here, or null where they are (docs/process.md §2.6). */
export function ownerAbsence({ by }: Objection, circle: Circle, at: Instant): AbsenceReason | null {
  return isMember(circle, by) ? absenceOf(circle, by, at) : 'left';
}

/**
 * When the time to adopt an orphaned objection is over: 17:00, five working days after its owner
 * went. Null while its owner is here: then it never lapses (docs/process.md §2.6).
 */
export function adoptionEndsAt(objection: Objection, circle: Circle): Instant | null {
  if (objection.ownerAwayAt === null) return null;
  const { calendar } = circle.settings;
  return workingDaysAfter(objection.quietSinceAt, ADOPTION_WORKING_DAYS, calendar);
}

/**
 * When its owner is next written to, in working hours: three working days after they were last
 * heard from, and four after that. Null after the second time: nothing lapses by itself.
 *
 * Source: docs/process.md §2.6, §10 case 6.
 */
export function contactDueAt(objection: Objection, circle: Circle): Instant | null {
  const { contactedAt, quietSinceAt, ownerAwayAt } = objection;
  const days = OBJECTOR_CONTACT_WORKING_DAYS[contactedAt.length];
  if (days === undefined || ownerAwayAt !== null) return null;
  const { calendar } = circle.settings;
  const from = contactedAt.at(-1) ?? quietSinceAt;
  return nextWorkingMoment(addWorkingDays(from, days, calendar), calendar);
}

/** The instants at which an open objection gives the clock something to do (§2.6). */
export function objectionInstants(round: Round, circle: Circle): Instant[] {
  return openObjections(round).flatMap((objection) => {
    const at = adoptionEndsAt(objection, circle) ?? contactDueAt(objection, circle);
    return at === null ? [] : [at];
  });
}

/**
 * What the clock brings to the open objections: an owner who went or came back, one who is written
 * to because they were not heard from, and an objection that nobody adopted in time.
 *
 * Source: docs/process.md §2.6, §10 cases 3, 5 and 6.
 */
export function watchObjections(round: Round, look: Look): RoundEvent | null {
  for (const objection of openObjections(round)) {
    const event = ownerMoved(objection, look) ?? timeIsUp(round, objection, look);
    if (event) return event;
  }
  return null;
}

/**
 * The time to adopt begins anew where it ran out while the service was down, because nobody could
 * adopt anything then. Source: docs/process.md §10 case 24.
 */
export function adoptionGivenBack(
  round: Round,
  circle: Circle,
  outage: { readonly from: Instant; readonly to: Instant },
): RoundEvent[] {
  return openObjections(round).flatMap((objection) => {
    const endsAt = adoptionEndsAt(objection, circle);
    if (endsAt === null || endsAt < outage.from || endsAt > outage.to) return [];
    const reason = ownerAbsence(objection, circle, outage.to);
    if (!reason) return [];
    const { id: objectionId } = objection;
    return [{ type: 'objector_away', objectionId, reason, at: outage.to, by: null }];
  });
}

function ownerMoved(objection: Objection, { circle, now }: Look): RoundEvent | null {
  const reason = ownerAbsence(objection, circle, now);
  const about = { objectionId: objection.id, at: now, by: null };
  if (reason && objection.ownerAwayAt === null) return { type: 'objector_away', reason, ...about };
  if (!reason && objection.ownerAwayAt !== null) return { type: 'objector_back', ...about };
  return null;
}

function timeIsUp(round: Round, objection: Objection, { circle, now }: Look): RoundEvent | null {
  const about = { objectionId: objection.id, at: now, by: null };
  const endsAt = adoptionEndsAt(objection, circle);
  if (endsAt !== null) {
    if (now < endsAt) return null;
    return {
      type: 'objection_lapsed_to_note',
      asking: inQuestions(round) ? null : askingAgain(round, { circle, now }),
      ...about,
    };
  }
  const contactAt = contactDueAt(objection, circle);
  if (contactAt === null || now < contactAt) return null;
  return { type: 'objector_contacted', ...about };
}

/** Whoever the circle asks now is asked, and has at least three working days (§2.6). */
function askingAgain({ deadlineAt }: Round, { circle, now }: Look): Asking {
  const soonestAt = workingDaysAfter(now, ASKED_AGAIN_WORKING_DAYS, circle.settings.calendar);
  return { ...peopleToAsk(circle, now), deadlineAt: Math.max(deadlineAt, soonestAt) };
}
