import type { LateObjection } from './aftermath.ts';
import type { AftermathEvent } from './aftermath-event.ts';
import { by, changedAt } from './answer-history.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

type EventOf<Type extends AftermathEvent['type']> = RoundEvent & { type: Type };

/** The round after something happened to its decision (docs/process.md §10 cases 8 to 10). */
export function afterClosing(round: Round, event: EventOf<AftermathEvent['type']>): Round {
  const { aftermath } = round;
  const { at } = event;
  switch (event.type) {
    case 'late_objection_raised': {
      const lateObjections = [...aftermath.lateObjections, raisedLate(event)];
      return { ...round, aftermath: { ...aftermath, lateObjections } };
    }
    case 'late_objection_reminded':
      return changeLate(round, event, { remindedAt: at });
    case 'late_objection_unanswered':
      return changeLate(round, event, { circleToldAt: at });
    case 'late_objection_answered':
      return changeLate(round, event, { answered: { at, by: by(event), text: event.text } });
    case 'round_reopened': {
      const after = { ...aftermath, paused: null, keptNumber: event.decisionNumber };
      return changedAt(event, { ...round, ending: null, aftermath: after });
    }
    case 'decision_paused': {
      const paused = { at, by: by(event), reason: event.reason };
      return { ...round, aftermath: { ...aftermath, paused } };
    }
    case 'decision_unpaused':
      return { ...round, aftermath: { ...aftermath, paused: null } };
    case 'record_corrected': {
      const corrections = [...aftermath.corrections, { at, by: by(event), text: event.text }];
      return { ...round, aftermath: { ...aftermath, corrections } };
    }
    case 'decision_superseded': {
      const { number, roundId, how } = event;
      const superseded = [...aftermath.superseded, { number, roundId, how, at }];
      return { ...round, aftermath: { ...aftermath, superseded } };
    }
    case 'decision_restored': {
      const superseded = aftermath.superseded.filter(({ roundId }) => roundId !== event.roundId);
      return { ...round, aftermath: { ...aftermath, superseded } };
    }
  }
}

function raisedLate(event: EventOf<'late_objection_raised'>): LateObjection {
  const { lateId: id, harm, effect, remedy, dueAt, at } = event;
  const later = { remindedAt: null, circleToldAt: null, answered: null };
  return { id, harm, effect, remedy, dueAt, by: by(event), raisedAt: at, ...later };
}

function changeLate(
  round: Round,
  event: { readonly lateId: LateObjection['id'] },
  changes: Partial<LateObjection>,
): Round {
  const lateObjections = round.aftermath.lateObjections.map((one) =>
    one.id === event.lateId ? { ...one, ...changes } : one,
  );
  return { ...round, aftermath: { ...round.aftermath, lateObjections } };
}
