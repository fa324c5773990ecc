import { answered, by, changedAt, unanswered } from './answer-history.ts';
import type { Objection } from './objection.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

type EventOf<Type extends RoundEvent['type']> = RoundEvent & { type: Type };

/** The round after something happened to an objection (docs/process.md §2.6). */
export function objected(
  round: Round,
  event: EventOf<
    'objection_raised' | 'objection_reworded' | 'objection_settled' | 'objection_taken_back'
  >,
): Round {
  const { at } = event;
  switch (event.type) {
    case 'objection_raised': {
      const after = answered(round, event, { kind: 'objection' });
      return { ...after, objections: [...round.objections, raised(round, event)] };
    }
    case 'objection_reworded': {
      const { harm, effect, remedy } = event;
      return changeObjection(round, event, { harm, effect, remedy, rewordedAt: at });
    }
    case 'objection_settled': {
      const settled = { at, versionNumber: round.versions.length };
      const after = changeObjection(round, event, { settled });
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
  return {
    id,
    harm,
    effect,
    remedy,
    by: by(event),
    versionNumber: round.versions.length,
    raisedAt: at,
    rewordedAt: null,
    settled: null,
    takenBackAt: null,
  };
}

function changeObjection(
  round: Round,
  event: RoundEvent & { objectionId: Objection['id'] },
  changes: Partial<Objection>,
): Round {
  const objections = round.objections.map((objection) =>
    objection.id === event.objectionId ? { ...objection, ...changes } : objection,
  );
  return changedAt(event, { ...round, objections });
}
