import { activeFacilitators, type Circle } from './circle.ts';
import type { CircleId, MemberId, RoundId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundEvent, RoundEventType } from './round-event.ts';
import { openObjections, silentMembers, standingOf, wasExtendedForSilence } from './standing.ts';

/**
 * Something that people must hear of, as data: which event, in which round, to whom. Its words
 * are chosen when it is sent, from what the database says then.
 *
 * - `card`: the round's one living card, posted or drawn anew; any number become one.
 * - `thread`: a line under the card, at a transition.
 * - `direct`: a message to one person who must act or was part of it.
 * - `nudge`: "we have not heard from you yet"; one a day for a person, over all their circles.
 * - `circle_news`: a change of the circle itself, in its channel.
 * - `card_unposted`: tells the proposer why their card is not up yet, and what to do.
 *
 * Source: docs/process.md §D13.
 */
export type Notice =
  | { readonly kind: 'card'; readonly roundId: RoundId }
  | { readonly kind: 'thread'; readonly roundId: RoundId; readonly seq: number }
  | {
      readonly kind: 'direct';
      readonly roundId: RoundId;
      readonly seq: number;
      readonly to: MemberId;
    }
  | { readonly kind: 'nudge'; readonly roundId: RoundId; readonly to: MemberId }
  | { readonly kind: 'circle_news'; readonly circleId: CircleId; readonly seq: number }
  | {
      readonly kind: 'card_unposted';
      readonly roundId: RoundId;
      readonly to: MemberId;
      /** Slack's error code, for the sentence that says what to do. */
      readonly error: string;
    };

/** The kinds of notice, one way of telling each. */
export type NoticeKind = Notice['kind'];

/** Who is written to personally about an event. */
type Audience =
  | 'nobody'
  /** Facilitators who are here. */
  | 'facilitators'
  /** Facilitators who are here, and the proposer. */
  | 'leaders'
  /** The proposer and everybody who answered. */
  | 'participants'
  /** The person who takes the next step. */
  | 'next';

type Hearing = {
  readonly card: boolean;
  readonly thread: boolean;
  readonly direct: Audience;
  readonly nudge?: boolean;
};

const card: Hearing = { card: true, thread: false, direct: 'nobody' };
const said: Hearing = { card: true, thread: true, direct: 'nobody' };

/** Who hears of what. The card always shows how things stand; posts are for transitions. */
export const HEARINGS = {
  round_opened: card,
  consented: card,
  more_time_asked: { ...card, direct: 'facilitators' },
  answer_taken_back: card,
  question_asked: said,
  objection_raised: { ...said, direct: 'leaders' },
  objection_reworded: said,
  objection_settled: said,
  objection_taken_back: said,
  member_excused: { ...card, direct: 'facilitators' },
  member_returned: card,
  hold_ended: { ...card, direct: 'facilitators', nudge: true },
  members_reminded: { card: false, thread: false, direct: 'nobody', nudge: true },
  deadline_extended: said,
  deadline_passed: { ...card, direct: 'facilitators' },
  became_ready: { ...card, direct: 'facilitators' },
  closing_opened_to_members: said,
  grace_restarted: card,
  round_decided: { ...said, direct: 'participants' },
  round_withdrawn: said,
  taken_to_meeting: said,
  round_parked: { ...said, direct: 'next' },
  round_resumed: said,
} as const satisfies Record<RoundEventType, Hearing>;

/**
 * The notices of one event. `round` is the round after it, and `event` is its number `seq`.
 * Nobody is told of what they did themselves, except the outcome.
 */
export function noticesOf(event: RoundEvent, round: Round, circle: Circle): Notice[] {
  const { id: roundId, seq } = round;
  const hearing: Hearing = HEARINGS[event.type];
  const notices: Notice[] = [];
  if (hearing.card) notices.push({ kind: 'card', roundId });
  if (hearing.thread) notices.push({ kind: 'thread', roundId, seq });
  for (const to of directlyTold(event, hearing.direct, round, circle)) {
    notices.push({ kind: 'direct', roundId, seq, to });
  }
  const nudges = hearing.nudge || isForSilence(event) ? nudged(event, round) : [];
  return [...notices, ...nudges.map((to): Notice => ({ kind: 'nudge', roundId, to }))];
}

function directlyTold(
  event: RoundEvent,
  audience: Audience,
  round: Round,
  circle: Circle,
): MemberId[] {
  if (!isWorthTelling(event, round)) return [];
  const told = audienceOf(event, audience, round, activeFacilitators(circle, event.at));
  const outcome = event.type === 'round_decided';
  return [...new Set(told)].filter((member) => outcome || member !== event.by);
}

function audienceOf(
  event: RoundEvent,
  audience: Audience,
  round: Round,
  facilitators: MemberId[],
): MemberId[] {
  switch (audience) {
    case 'nobody':
      return [];
    case 'facilitators':
      return facilitators;
    case 'leaders':
      return [...facilitators, round.proposedBy];
    case 'participants':
      return [round.proposedBy, ...round.answers.keys()];
    case 'next':
      return event.type === 'round_parked' ? [event.who] : [];
  }
}

/** Facilitators hear of what needs them, and of nothing that the round solves by itself. */
function isWorthTelling(event: RoundEvent, round: Round): boolean {
  if (event.type === 'deadline_passed') {
    const standing = standingOf(round);
    if (standing === 'waiting') return wasExtendedForSilence(round);
    return standing !== 'consented';
  }
  if (event.type !== 'member_excused') return true;
  const leftAnObjection = openObjections(round).some(({ by }) => by === event.member);
  return event.reason === 'deactivated' || leftAnObjection;
}

function isForSilence(event: RoundEvent): boolean {
  return event.type === 'deadline_extended' && event.cause === 'silence';
}

function nudged(event: RoundEvent, round: Round): readonly MemberId[] {
  if (event.type === 'members_reminded') return event.members;
  if (event.type === 'hold_ended') return [event.member];
  return silentMembers(round);
}
