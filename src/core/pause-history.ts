import { by, changedAt } from './answer-history.ts';
import { clearedMarks } from './clock-marks.ts';
import { waitedForAnew } from './objection-history.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import type { PauseEvent } from './pause-event.ts';
import { askedVersion } from './standing.ts';
import { stepGoingOn } from './question-step-time.ts';
import { askedAnew } from './version-history.ts';

type EventOf<Type extends RoundEvent['type']> = RoundEvent & { type: Type };

/** The round after its clock was stopped or set going again (docs/process.md §2.1). */
export function paused(
  round: Round,
  event: EventOf<Exclude<PauseEvent['type'], 'meeting_recorded'>>,
): Round {
  const { at } = event;
  switch (event.type) {
    case 'taken_to_meeting': {
      const pause = { kind: 'to_meeting' as const, note: event.note, at, by: by(event) };
      return { ...round, pause, lastMeetingAt: at };
    }
    case 'round_parked': {
      const { nextStep, who, untilOn } = event;
      const parking = { nextStep, cause: 'people' as const, who, untilOn, wokenAt: null };
      return { ...round, pause: { kind: 'parked', ...parking, at, by: by(event) } };
    }
    case 'nobody_answered': {
      const { who, untilOn } = event;
      const parking = { nextStep: null, cause: 'unanswered' as const, who, untilOn };
      return { ...round, pause: { kind: 'parked', ...parking, wokenAt: null, at, by: who } };
    }
    case 'floor_missed': {
      const why = { note: null, isForFloor: true };
      const pause = { kind: 'to_meeting' as const, ...why, at, by: event.who };
      return { ...round, pause, lastMeetingAt: at };
    }
    case 'round_woke': {
      const { pause } = round;
      return pause?.kind === 'parked' ? { ...round, pause: { ...pause, wokenAt: at } } : round;
    }
    case 'round_handed_on': {
      const { type: _type, ...pause } = event;
      return { ...round, pause: { ...pause, by: by(event) } };
    }
    case 'round_resumed': {
      const { deadlineAt } = event;
      const marks = clearedMarks(currentVersion(round).askedAt, deadlineAt, at);
      const objections = waitedForAnew(round.objections, at);
      const step = stepGoingOn(round.step, at);
      return { ...round, pause: null, deadlineAt, marks, objections, step };
    }
    case 'round_taken_over':
      return takenOver(round, event);
  }
}

/** The text stays as it is and is asked about anew: earlier answers are to confirm (§2.1, §D6). */
function takenOver(round: Round, event: EventOf<'round_taken_over'>): Round {
  const { asking, at } = event;
  const { number } = askedVersion(round);
  const versions = round.versions.map((version) =>
    version.number >= number ? { ...version, askedAt: at } : version,
  );
  const step = stepGoingOn(round.step, at);
  const open = { ...round, versions, step, proposedBy: by(event), ending: null, askedAgainAt: at };
  return askedAnew(changedAt(event, open), asking, at);
}
