import type { MemberId } from './ids.ts';
import type { Notice } from './notice.ts';
import type { ObjectionWorkEvent } from './objection-event.ts';
import type { Objection } from './objection.ts';
import type { Round } from './round.ts';
import type { RoundEvent, RoundEventType } from './round-event.ts';
import { openObjections, requiredMembers } from './standing.ts';

type WorkType = ObjectionWorkEvent['type'];

/** Whether the card is drawn anew, and a line stands under it (docs/process.md §D13). */
type OnCard = { readonly card: boolean; readonly thread: boolean; readonly direct: 'objection' };

const drawn: OnCard = { card: true, thread: false, direct: 'objection' };
const quiet: OnCard = { card: false, thread: false, direct: 'objection' };
const posted: OnCard = { card: true, thread: true, direct: 'objection' };

/** Who hears of work on an objection; most of it stays in the objection's own thread (§D13). */
export const OBJECTION_HEARINGS = {
  clarity_asked: quiet,
  aim_link_asked: quiet,
  wording_suggested: quiet,
  way_suggested: quiet,
  talk_asked: quiet,
  help_asked: quiet,
  objector_contacted: quiet,
  owner_asked_for_idea: quiet,
  circle_asked_for_ideas: posted,
  objector_away: drawn,
  objector_back: drawn,
  objection_became_note: posted,
  objection_adopted: posted,
  objection_lapsed_to_note: posted,
} as const satisfies Record<WorkType, OnCard>;

/** What is said in the objection's own thread: what somebody there can answer to (§D13, §2.6). */
const SAID_IN_THREAD: ReadonlySet<RoundEventType> = new Set<RoundEventType>([
  'objection_reworded',
  'objection_settled',
  'objection_taken_back',
  'objection_stands',
  'clarity_asked',
  'aim_link_asked',
  'wording_suggested',
  'way_suggested',
  'talk_asked',
  'owner_asked_for_idea',
  'circle_asked_for_ideas',
  'objector_away',
  'objection_became_note',
  'objection_adopted',
  'objection_lapsed_to_note',
]);

/** After these the messages of open objections show other buttons, or none (§2.6). */
const CHANGES_ALL: ReadonlySet<RoundEventType> = new Set<RoundEventType>([
  'version_published',
  'wording_challenged',
  'taken_to_meeting',
  'round_parked',
  'nobody_answered',
  'floor_missed',
  'proposal_unadopted',
  'round_resumed',
  'round_withdrawn',
  'round_voided',
]);

/**
 * The notices for the messages of objections: the living one drawn anew, and what is said in its
 * thread. `round` is the round after the event. Source: docs/process.md §D13, §2.6.
 */
export function objectionNotices(event: RoundEvent, round: Round): Notice[] {
  const { id: roundId, seq } = round;
  if (CHANGES_ALL.has(event.type)) {
    return openObjections(round).map(({ id: objectionId }) => ({
      kind: 'objection',
      roundId,
      objectionId,
    }));
  }
  if (!('objectionId' in event)) return [];
  const { objectionId } = event;
  const message: Notice = { kind: 'objection', roundId, objectionId };
  if (!SAID_IN_THREAD.has(event.type)) return [message];
  return [message, { kind: 'objection_thread', roundId, objectionId, seq }];
}

/** Who is written to about work on an objection: whoever has something to do (§D13, §2.6). */
export function objectionAudience(
  event: RoundEvent,
  round: Round,
  facilitators: readonly MemberId[],
): readonly MemberId[] {
  switch (event.type) {
    case 'clarity_asked':
    case 'aim_link_asked':
    case 'wording_suggested':
      return ownerOf(event, round);
    case 'talk_asked':
      return [...ownerOf(event, round), round.proposedBy, ...facilitators];
    case 'objector_contacted':
      return [...ownerOf(event, round), ...facilitators];
    case 'objection_adopted':
      return formerOwner(event, round);
    case 'objector_away':
      return facilitators;
    case 'help_asked':
      return helpers(event, round, facilitators);
    case 'objection_lapsed_to_note':
      return event.asking ? requiredMembers(round) : [];
    default:
      return [];
  }
}

/** With whom a call is proposed: its owner and the proposer, but not whoever proposes it (§2.6). */
export function partnersInTalk(
  { proposedBy }: Round,
  { by: owner }: Pick<Objection, 'by'>,
  by: MemberId | null,
): MemberId[] {
  return [...new Set([owner, proposedBy])].filter((one) => one !== by);
}

function ownerOf(
  event: { readonly objectionId: Round['objections'][number]['id'] },
  round: Round,
): MemberId[] {
  return round.objections.filter(({ id }) => id === event.objectionId).map(({ by }) => by);
}

/** Whose it was until now: who adopted it last before, or who raised it (§2.6). */
function formerOwner(event: RoundEvent & { type: 'objection_adopted' }, round: Round): MemberId[] {
  return round.objections
    .filter(({ id }) => id === event.objectionId)
    .map(({ raisedBy, steps }) => {
      const owners = steps.flatMap(({ type, by }) => (type === 'objection_adopted' ? [by] : []));
      return owners.at(-2) ?? raisedBy;
    });
}

/** A facilitator calls; where whoever asks is the only one, the proposer does (§2.6). */
function helpers(
  { by }: RoundEvent,
  { proposedBy }: Round,
  facilitators: readonly MemberId[],
): readonly MemberId[] {
  const others = facilitators.filter((one) => one !== by);
  return others.length > 0 ? others : [proposedBy];
}
