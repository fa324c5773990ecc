import { answered, by, unanswered } from './answer-history.ts';
import type { ObjectionWorkEvent } from './objection-event.ts';
import { changeObjection } from './objection-history.ts';
import type { Objection } from './objection.ts';
import { inQuestions } from './question-step.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { askedAnew } from './version-history.ts';

type EventOf<Type extends RoundEvent['type']> = RoundEvent & { type: Type };

/** The round after an objection was worked on (docs/process.md §2.6). */
export function workedOn(round: Round, event: EventOf<ObjectionWorkEvent['type']>): Round {
  const { at } = event;
  switch (event.type) {
    case 'clarity_asked':
    case 'aim_link_asked':
    case 'wording_suggested':
    case 'way_suggested':
    case 'owner_asked_for_idea':
    case 'circle_asked_for_ideas':
      return round;
    case 'help_asked':
      return { ...round, helpAsked: new Map(round.helpAsked).set(by(event), at) };
    case 'talk_asked':
      return find(round, event).by === event.by ? heard(round, event) : round;
    case 'objector_contacted':
      return contacted(round, event);
    case 'objector_away':
      return changeObjection(round, event, { ownerAwayAt: at, quietSinceAt: at, contactedAt: [] });
    case 'objector_back':
      return changeObjection(round, event, {
        ownerAwayAt: null,
        quietSinceAt: at,
        contactedAt: [],
      });
    case 'objection_adopted':
      return adopted(round, event);
    case 'objection_became_note':
      return noted(round, event);
    case 'objection_lapsed_to_note':
      return lapsed(round, event);
  }
}

function find(round: Round, { objectionId }: { readonly objectionId: Objection['id'] }): Objection {
  const objection = round.objections.find(({ id }) => id === objectionId);
  if (!objection) throw new Error(`Round ${round.id} has no objection ${objectionId}`);
  return objection;
}

function heard(round: Round, event: EventOf<'talk_asked'>): Round {
  return changeObjection(round, event, { quietSinceAt: event.at, contactedAt: [] });
}

function contacted(round: Round, event: EventOf<'objector_contacted'>): Round {
  const contactedAt = [...find(round, event).contactedAt, event.at];
  return changeObjection(round, event, { contactedAt });
}

/** The adopter objects from now on; whoever owned it before has not answered (§2.6). */
function adopted(round: Round, event: EventOf<'objection_adopted'>): Round {
  const { at } = event;
  const before = find(round, event).by;
  const changes = { by: by(event), adoptedAt: at, ownerAwayAt: null };
  const heardNow = { quietSinceAt: at, contactedAt: [] };
  const after = changeObjection(round, event, { ...changes, ...heardNow });
  return answered(unanswered(after, event, before), event, { kind: 'objection' });
}

/** Its owner consents with that note; in the question step there is no version to consent to. */
function noted(round: Round, event: EventOf<'objection_became_note'>): Round {
  const { note, at } = event;
  const after = changeObjection(round, event, { noted: { at, note, by: by(event) } });
  if (inQuestions(round)) return unanswered(after, event, by(event));
  return answered(after, event, { kind: 'consent', note });
}

/**
 * Something to watch, and everyone is asked again: earlier answers are to be confirmed (§2.6). In
 * the question step nobody has answered, and everyone is asked when the text is ready (§2.1).
 */
function lapsed(round: Round, event: EventOf<'objection_lapsed_to_note'>): Round {
  const { at, asking } = event;
  const { harm: note, by: owner } = find(round, event);
  const after = changeObjection(round, event, { noted: { at, note, by: null } });
  const without = unanswered(after, event, owner);
  if (!asking) return without;
  const versions = [...after.versions.slice(0, -1), { ...currentVersion(after), askedAt: at }];
  return { ...askedAnew(without, asking, at), askedAgainAt: at, versions };
}
