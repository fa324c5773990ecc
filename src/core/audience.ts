import { removedMember } from './concern.ts';
import type { MemberId, ObjectionId } from './ids.ts';
import { objectionAudience } from './objection-notice.ts';
import { confirmersIn, recorderIn } from './relay-notice.ts';
import { askerIn } from './question-step-notice.ts';
import type { Round } from './round.ts';
import { silentAtClose } from './was-away.ts';
import type { RoundEvent } from './round-event.ts';
import { openObjections, silentMembers } from './standing.ts';

/** Who is written to personally about an event (docs/process.md §D13). */
export type Audience =
  | 'nobody'
  /** Facilitators who are here. */
  | 'facilitators'
  /** Facilitators who are here, and the proposer. */
  | 'leaders'
  /** The proposer alone. */
  | 'proposer'
  /** The proposer and everybody who answered. */
  | 'participants'
  /** The proposer, and the person who takes the next step. */
  | 'next'
  /** Of a change of substance, whoever objects; of wording, whoever answered; and see below. */
  | 'readers'
  /** Who looks after the decision, and facilitators who are here. */
  | 'carers'
  /** The proposer, who was at the meeting, and whose objection is still open (§2.1). */
  | 'met'
  /** Whoever may answer a question that waits for them. */
  | 'answerers'
  /** Who asked the question that was answered. */
  | 'asker'
  /** Who raised what was answered. */
  | 'raiser'
  /** Whoever has something to do about an objection. */
  | 'objection'
  /** Who can say that a relayed answer is right. */
  | 'confirmers'
  /** Who can agree that it was opened by mistake; or whoever said so, where it is let be. */
  | 'void'
  /** Who wrote it down. */
  | 'recorder'
  /** Who is asked too from now on. */
  | 'added'
  /** The person whom the proposal names; at its opening also facilitators (§2.7). */
  | 'concerned';

/** The people of an audience; some may be in it twice (docs/process.md §D13). */
export function audienceOf(
  event: RoundEvent,
  audience: Audience,
  round: Round,
  facilitators: MemberId[],
): readonly MemberId[] {
  switch (audience) {
    case 'objection':
      return objectionAudience(event, round, facilitators);
    case 'confirmers':
      return confirmersIn(event);
    case 'added':
      return event.type === 'member_added_to_round' ? [event.member] : [];
    case 'recorder':
      return recorderIn(event, round);
    case 'nobody':
      return [];
    case 'void':
      return event.type === 'void_taken_back' ? [event.askedBy] : facilitators;
    case 'facilitators':
    case 'answerers':
      return facilitators;
    case 'asker':
      return askerIn(event, round);
    case 'proposer':
      return [round.proposedBy];
    case 'leaders':
      return [...facilitators, round.proposedBy];
    case 'participants':
      return participantsIn(event, round);
    case 'next':
      return nextIn(event, round);
    case 'met':
      return metIn(event, round);
    case 'readers':
      return readersOf(event, round);
    case 'concerned':
      return concernedIn(event, round, facilitators);
    case 'carers':
      return [...facilitators, round.owner];
    case 'raiser':
      return 'lateId' in event ? raisersOf(event.lateId, round) : [];
  }
}

/**
 * Also the person whose place was in question, who was not asked (§2.7). Whoever heard that it was
 * decided without them hears that it is not (§10 case 8).
 */
function participantsIn({ type }: RoundEvent, round: Round): readonly MemberId[] {
  const removed = removedMember(round);
  const silent = type === 'round_reopened' ? silentMembers(round) : silentAtClose(round);
  const answered = [round.proposedBy, ...round.answers.keys(), ...silent];
  return removed === null ? answered : [...answered, removed];
}

function concernedIn(
  { type }: RoundEvent,
  round: Round,
  facilitators: readonly MemberId[],
): readonly MemberId[] {
  const { concerns } = round.terms;
  if (!concerns) return [];
  if (type === 'round_opened') return [concerns.member, ...facilitators];
  return concerns.isRemoval ? [concerns.member] : [];
}

function nextIn(event: RoundEvent, { pause, proposedBy }: Round): readonly MemberId[] {
  if (event.type === 'round_parked') return [proposedBy, event.who];
  if (pause?.kind !== 'parked') return [];
  // Where nobody adopted the proposal, whoever looks for somebody is told.
  return pause.cause === 'unadopted' ? [pause.who] : [proposedBy, pause.who];
}

function metIn(event: RoundEvent, round: Round): readonly MemberId[] {
  if (event.type !== 'meeting_recorded') return [];
  // Where the meeting parks it, the proposer hears it by the event that does.
  if (event.outcome === 'parked') return [];
  if (event.outcome !== 'consented') return [round.proposedBy];
  return [round.proposedBy, ...event.present, ...openObjections(round).map(({ by }) => by)];
}

function readersOf(event: RoundEvent, round: Round): readonly MemberId[] {
  if (event.type !== 'version_published') return [];
  const answered = event.asking
    ? openObjections(round).map(({ by }) => by)
    : [...round.answers.keys()];
  return [...answered, ...proposerTold(event, round)];
}

/**
 * The proposer, where a facilitator published for them: that they agree is the facilitator's word,
 * so they hear of it at once. Nobody where they are gone. Source: docs/process.md §2.6.
 */
export function proposerTold(event: RoundEvent, round: Round): readonly MemberId[] {
  const isForThem = event.type === 'version_published' && event.onBehalf !== null;
  return isForThem && !round.proposerGone ? [round.proposedBy] : [];
}

function raisersOf(id: ObjectionId, { aftermath }: Round): MemberId[] {
  return aftermath.lateObjections.filter((one) => one.id === id).map(({ by }) => by);
}
