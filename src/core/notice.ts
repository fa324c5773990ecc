import type { Circle } from './circle.ts';
import type { ChannelId, CircleId, DraftId, MemberId, ObjectionId, RoundId } from './ids.ts';
import type { Audience } from './audience.ts';
import type { CircleDirect } from './circle-people.ts';
import { directlyTold } from './directly-told.ts';
import { PROPOSER_HEARINGS } from './proposer-notice.ts';
import { QUESTION_STEP_HEARINGS } from './question-step-notice.ts';
import { RELAY_HEARINGS } from './relay-notice.ts';
import { OBJECTION_HEARINGS, objectionNotices } from './objection-notice.ts';
import { nudgedBy } from './nudging.ts';
import type { Round } from './round.ts';
import type { RoundEvent, RoundEventType } from './round-event.ts';

/**
 * Something that people must hear of, as data: which event, in which round, to whom. Its words
 * are chosen when it is sent, from what the database says then.
 *
 * - `card`: the round's one living card, posted or drawn anew; any number become one.
 * - `thread`: a line under the card, at a transition.
 * - `objection`: an objection's own living message below the card, drawn anew in the same way.
 * - `objection_thread`: what is said in its thread while it is worked on.
 * - `direct`: a message to one person who must act or was part of it.
 * - `nudge`: "we have not heard from you yet"; one a day for a person, over all their circles.
 * - `no_answer`: tells a person, where they put an emoji, that it is no answer, with the buttons.
 * - `circle_news`: a change of the circle itself, in its channel.
 * - `circle_direct`: a message to one person about a change of the circle.
 * - `draft_invited`: tells a person that they may write on somebody's draft.
 * - `summary_unposted`: tells who handed a round on that its summary is not where it was to go.
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
  | { readonly kind: 'objection'; readonly roundId: RoundId; readonly objectionId: ObjectionId }
  | {
      readonly kind: 'objection_thread';
      readonly roundId: RoundId;
      readonly objectionId: ObjectionId;
      readonly seq: number;
    }
  | { readonly kind: 'nudge'; readonly roundId: RoundId; readonly to: MemberId }
  | {
      readonly kind: 'no_answer';
      readonly roundId: RoundId;
      readonly to: MemberId;
      /** Where they put it: a channel or a direct message, and in which thread. */
      readonly channelId: ChannelId;
      readonly threadTs: string | null;
    }
  /** The summary of a round that was handed on, in another circle's channel. */
  | {
      readonly kind: 'handed_on';
      readonly roundId: RoundId;
      readonly seq: number;
      readonly channelId: ChannelId;
    }
  | { readonly kind: 'draft_invited'; readonly draftId: DraftId; readonly to: MemberId }
  | { readonly kind: 'circle_news'; readonly circleId: CircleId; readonly seq: number }
  | CircleDirect
  | {
      readonly kind: 'summary_unposted';
      readonly roundId: RoundId;
      readonly seq: number;
      readonly to: MemberId;
    }
  | {
      readonly kind: 'card_unposted';
      readonly roundId: RoundId;
      readonly to: MemberId;
      /** Slack's error code, for the sentence that says what to do. */
      readonly error: string;
    };

/** The kinds of notice, one way of telling each. */
export type NoticeKind = Notice['kind'];

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
  round_opened: { ...card, direct: 'concerned' },
  consented: card,
  more_time_asked: { ...card, direct: 'facilitators' },
  answer_taken_back: card,
  question_asked: { ...said, direct: 'answerers' },
  was_away: { ...said, direct: 'carers' },
  objection_raised: { ...said, direct: 'leaders' },
  objection_reworded: card,
  objection_settled: said,
  objection_taken_back: said,
  version_published: { ...said, direct: 'readers' },
  wording_stood: card,
  wording_challenged: { ...said, direct: 'leaders' },
  objection_stands: { ...said, direct: 'leaders' },
  member_excused: { ...card, direct: 'facilitators' },
  member_returned: card,
  hold_ended: { ...card, direct: 'facilitators', nudge: true },
  members_reminded: { card: false, thread: false, direct: 'nobody', nudge: true },
  deadline_extended: said,
  deadline_shortened: { ...said, nudge: true },
  deadline_given_back: said,
  deadline_passed: { ...card, direct: 'facilitators' },
  became_ready: { ...card, direct: 'facilitators' },
  closing_opened_to_members: said,
  grace_restarted: card,
  round_decided: { ...said, direct: 'participants' },
  void_asked: { ...said, direct: 'void' },
  void_taken_back: { ...said, direct: 'void' },
  round_voided: { ...said, direct: 'participants' },
  round_withdrawn: { ...said, direct: 'concerned' },
  late_objection_raised: { ...said, direct: 'carers' },
  late_objection_reminded: { card: false, thread: false, direct: 'carers' },
  late_objection_unanswered: { card: false, thread: true, direct: 'nobody' },
  late_objection_answered: { ...said, direct: 'raiser' },
  round_reopened: { ...said, direct: 'participants' },
  decision_paused: { ...said, direct: 'carers' },
  decision_unpaused: said,
  record_corrected: said,
  decision_superseded: said,
  decision_restored: said,
  taken_to_meeting: said,
  round_parked: { ...said, direct: 'next' },
  nobody_answered: { ...said, direct: 'leaders' },
  floor_missed: { ...said, direct: 'leaders' },
  round_resumed: said,
  meeting_recorded: { ...said, direct: 'met' },
  round_woke: { ...card, direct: 'next' },
  round_handed_on: { ...said, direct: 'proposer' },
  round_taken_over: { ...said, direct: 'participants' },
  ...QUESTION_STEP_HEARINGS,
  ...PROPOSER_HEARINGS,
  ...RELAY_HEARINGS,
  ...OBJECTION_HEARINGS,
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
  notices.push(...objectionNotices(event, round), ...summaryNotices(event, round));
  for (const to of directlyTold(event, hearing.direct, round, circle)) {
    notices.push({ kind: 'direct', roundId, seq, to });
  }
  const nudges = nudgedBy(event, round, hearing.nudge ?? false);
  return [...notices, ...nudges.map((to): Notice => ({ kind: 'nudge', roundId, to }))];
}

function summaryNotices(event: RoundEvent, { id: roundId, seq }: Round): Notice[] {
  if (event.type !== 'round_handed_on' || event.channelId === null) return [];
  return [{ kind: 'handed_on', roundId, seq, channelId: event.channelId }];
}
