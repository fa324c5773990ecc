import { answered, by, changedAt, unanswered } from './answer-history.ts';
import type { Instant } from './calendar.ts';
import { isOpen, type Objection } from './objection.ts';
import { inQuestions } from './question-step.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

type EventOf<Type extends RoundEvent['type']> = RoundEvent & { type: Type };

/** The round with the event kept among the steps of the objection that it is about (§4.1). */
export function withStep(round: Round, event: RoundEvent): Round {
  if (!('objectionId' in event)) return round;
  const objections = round.objections.map((objection) =>
    objection.id === event.objectionId
      ? { ...objection, steps: [...objection.steps, event] }
      : objection,
  );
  return { ...round, objections };
}

/** The clock of a round that is taken up again begins anew for its open objections too (§2.6). */
export function waitedForAnew(objections: readonly Objection[], at: Instant): readonly Objection[] {
  return objections.map((objection) =>
    isOpen(objection) ? { ...objection, quietSinceAt: at, contactedAt: [] } : objection,
  );
}

/** The round after an objection was raised or its owner spoke (docs/process.md §2.6). */
export function objected(
  round: Round,
  event: EventOf<
    'objection_raised' | 'objection_reworded' | 'objection_settled' | 'objection_taken_back'
  >,
): Round {
  const { at } = event;
  switch (event.type) {
    case 'objection_raised': {
      const { versionNumber = round.versions.length } = event;
      const after = answered(round, event, { kind: 'objection', versionNumber });
      return { ...after, objections: [...round.objections, raised(round, event)] };
    }
    case 'objection_reworded': {
      const { harm, effect, remedy } = event;
      const heard = { quietSinceAt: at, contactedAt: [] };
      return changeObjection(round, event, { harm, effect, remedy, rewordedAt: at, ...heard });
    }
    case 'objection_settled': {
      const settled = { at, versionNumber: round.versions.length };
      const after = changeObjection(round, event, { settled });
      // There is no version yet to consent to while questions are asked (docs/process.md §2.1).
      if (inQuestions(round)) return unanswered(after, event, by(event));
      return answered(after, event, { kind: 'consent', note: null });
    }
    case 'objection_taken_back': {
      const after = changeObjection(round, event, { takenBackAt: at });
      return unanswered(after, event, by(event));
    }
  }
}

function raised(round: Round, event: EventOf<'objection_raised'>): Objection {
  const { objectionId: id, harm, effect, remedy, at } = event;
  const { versionNumber = round.versions.length } = event;
  const owner = by(event);
  return {
    id,
    harm,
    effect,
    remedy,
    by: owner,
    ...(event.relayId && { relayId: event.relayId }),
    raisedBy: owner,
    versionNumber,
    raisedAt: at,
    rewordedAt: null,
    settled: null,
    takenBackAt: null,
    noted: null,
    adoptedAt: null,
    ownerAwayAt: null,
    quietSinceAt: at,
    contactedAt: [],
    standsOnVersion: null,
    steps: [],
  };
}

/** The round with one objection changed, which a ready round must then stand anew (§2.6). */
export function changeObjection(
  round: Round,
  event: RoundEvent & { readonly objectionId: Objection['id'] },
  changes: Partial<Objection>,
): Round {
  const objections = round.objections.map((objection) =>
    objection.id === event.objectionId ? { ...objection, ...changes } : objection,
  );
  return changedAt(event, { ...round, objections });
}
