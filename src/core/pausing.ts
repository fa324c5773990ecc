import { dayOf, instantOf, workingDayFrom, type Day, type Instant } from './calendar.ts';
import { absenceOf, isFacilitator, isFullMember, isMember, type Circle } from './circle.ts';
import { circleFor } from './concern.ts';
import { checkDeadline } from './deadline.ts';
import type { MemberId } from './ids.ts';
import { questionsAnew } from './question-step-time.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, textOrNull, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { keepersOf, standsIn, type Actor } from './standing-in.ts';

/** Characters of a next step, and of the reason or note that goes with a way on. */
export const WAY_TEXT_MAX = 500;
/** On its day a parked round comes back at this hour of the circle's day. */
const WAKING_HOUR = 9;

/** The clock of a round is stopped, or set going again (docs/process.md §2.1). */
export type PausingCommand = { readonly at: Instant; readonly by: MemberId } & (
  | { readonly type: 'to_meeting'; readonly note: string | null }
  | ({ readonly type: 'park' } & Parking)
  | {
      readonly type: 'resume';
      readonly deadlineAt: Instant;
      /** What came back from where it was handed on to. */
      readonly answer?: string | null;
    }
);

/** What has to be known of a round that is parked (docs/process.md §2.1). */
type Parking = { readonly nextStep: string; readonly who: MemberId; readonly untilOn: Day };

type RoundRuling = Ruling<RoundEvent, RoundRefusal>;

/** Decides how the clock is stopped or set going again (docs/process.md §2.1). */
export function decidePausing(round: Round, command: PausingCommand, circle: Circle): RoundRuling {
  const { at, by } = command;
  switch (command.type) {
    case 'to_meeting': {
      const refused = checkText('note', command.note, { max: WAY_TEXT_MAX });
      if (refused) return { refused };
      return { events: [{ type: 'taken_to_meeting', note: textOrNull(command.note), at, by }] };
    }
    case 'park': {
      const refused = checkParking(command, at, circle);
      if (refused) return { refused };
      const { nextStep, who, untilOn } = command;
      const step = nextStep.trim();
      return { events: [{ type: 'round_parked', nextStep: step, who, untilOn, at, by }] };
    }
    case 'resume':
      return resume(round, command, circle);
  }
}

function resume(
  round: Round,
  { deadlineAt, answer = null, at, by }: PausingCommand & { readonly type: 'resume' },
  circle: Circle,
): RoundRuling {
  const refused =
    checkDeadline(deadlineAt, at, circle.settings.calendar, { minimumHours: 24 }) ??
    checkText('note', answer, { max: WAY_TEXT_MAX });
  if (refused) return { refused };
  const said = textOrNull(answer);
  const told = said === null ? {} : { answer: said };
  const resumed = { type: 'round_resumed', deadlineAt, ...told, at, by } as const;
  return { events: [resumed, ...questionsAnew(round, at, circle)] };
}

/** Whether a round can be parked like this; null where it can (docs/process.md §2.1). */
export function checkParking(
  { nextStep, who, untilOn }: Parking,
  at: Instant,
  circle: Circle,
): RoundRefusal | null {
  const refused = checkText('next_step', nextStep, { least: 1, max: WAY_TEXT_MAX });
  if (refused) return refused;
  if (!isMember(circle, who)) return { code: 'park_who_not_in_circle' };
  const isAhead = untilOn > dayOf(at, circle.settings.calendar.timeZone);
  return isAhead ? null : { code: 'park_date_not_ahead' };
}

/** What a parked round says to whatever else is asked of it; null where it is not parked. */
export function parkedAlready({ pause }: Round): RoundRefusal | null {
  if (pause?.kind !== 'parked') return null;
  const { untilOn, nextStep, cause } = pause;
  return { code: 'round_parked', untilOn, nextStep, cause };
}

/** What is the facilitators' to do, or a stand-in's while none is here (docs/process.md §3). */
export function onlyKeepers(round: Round, { by, at, circle }: Actor): RoundRefusal | null {
  if (isFacilitator(circle, by) || standsIn(round, { by, at, circle })) return null;
  const keepers = keepersOf(round, circle, at);
  const facilitators = keepers.length > 0 ? keepers : circle.facilitators;
  return { code: 'not_facilitator', facilitators };
}

/**
 * Parking and taking up again are also the proposer's, and whoever may not hears so while the
 * proposer is here (docs/process.md §3).
 */
export function keepersOrProposer(round: Round, actor: Actor): RoundRefusal | null {
  const refused = actor.by === round.proposedBy ? null : onlyKeepers(round, actor);
  if (refused?.code !== 'not_facilitator') return refused;
  const proposer = proposerHere(round, actor.circle, actor.at);
  const isOther = proposer !== null && !refused.facilitators.includes(proposer);
  return isOther ? { ...refused, proposer } : refused;
}

/** The proposer, while they are here: nobody else takes a proposal back (docs/process.md §3). */
export function proposerHere({ proposedBy }: Round, circle: Circle, at: Instant): MemberId | null {
  return isFullMember(circle, proposedBy) && !absenceOf(circle, proposedBy, at) ? proposedBy : null;
}

/** The people who can take a round up again just now, to be named (docs/process.md §3). */
export function whoResumes(round: Round, circle: Circle, at: Instant): readonly MemberId[] {
  const within = circleFor(round, circle);
  const proposer = proposerHere(round, within, at);
  const people = [...(proposer === null ? [] : [proposer]), ...keepersOf(round, within, at)];
  return [...new Set(people)];
}

/** In the morning of its day, or of the next working day; null where it woke or is not parked. */
export function wakesAt({ pause }: Round, { settings }: Circle): Instant | null {
  if (pause?.kind !== 'parked' || pause.wokenAt !== null) return null;
  const { calendar } = settings;
  return instantOf(workingDayFrom(pause.untilOn, calendar), WAKING_HOUR, 0, calendar.timeZone);
}

/**
 * On the day until which it was parked a round comes back to its proposer and to whoever took the
 * next step. Null where it is not time. Source: docs/process.md §2.1 (`parked`).
 */
export function wake(
  round: Round,
  { circle, now }: { readonly circle: Circle; readonly now: Instant },
): RoundEvent | null {
  const at = wakesAt(round, circle);
  return at !== null && now >= at ? { type: 'round_woke', at: now, by: null } : null;
}
