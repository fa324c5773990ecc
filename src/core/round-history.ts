import { afterClosing } from './aftermath-history.ts';
import { askedAnew } from './asking-history.ts';
import { answered, by, changedAt, held, unanswered } from './answer-history.ts';
import { marked, nudgesLetGo } from './clock-marks.ts';
import { isObjectionWork } from './objection-event.ts';
import { met } from './meeting-history.ts';
import { objected, withStep } from './objection-history.ts';
import { workedOn } from './objection-work-history.ts';
import { opened } from './opened-round.ts';
import { paused } from './pause-history.ts';
import { heardAt } from './unheard.ts';
import { isAboutProposer } from './proposer-event.ts';
import { restingWithout, withProposer } from './proposer-history.ts';
import { withWasAway } from './was-away.ts';
import { prepared, questioned } from './question-step-history.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { relayed } from './relay-history.ts';
import { shortened, withWindow } from './shortening-history.ts';
import { stoodIn } from './standing-in.ts';
import { voidedAs } from './voiding.ts';
import { versioned } from './version-history.ts';

type EventOf<Type extends RoundEvent['type']> = RoundEvent & { type: Type };

/**
 * The round after an event. Replaying a round's events in order gives the round, always: the
 * tables are drawn from this, and a check proves that they agree.
 *
 * Throws where the first event is not `round_opened`. Source: docs/process.md §D14.
 */
export function evolveRound(round: Round | null, event: RoundEvent): Round {
  if (event.type === 'round_opened') return opened(event);
  if (!round) throw new Error(`A round cannot begin with ${event.type}`);
  const next = restingWithout(heardAt(withStep(after(round, event), event), event));
  return {
    ...withWindow(round, next, event),
    everAsked: everAsked(round, next),
    seq: round.seq + 1,
  };
}

function everAsked({ asked, everAsked: before }: Round, next: Round): Round['everAsked'] {
  return next.asked === asked ? before : new Set([...before, ...next.asked.keys()]);
}

/** The round that a list of events tells. Throws on an empty list. */
export function replayRound(events: readonly RoundEvent[]): Round {
  const round = events.reduce<Round | null>(evolveRound, null);
  if (!round) throw new Error('A round without events does not exist');
  return round;
}

function after(round: Round, event: Exclude<RoundEvent, { type: 'round_opened' }>): Round {
  if (isObjectionWork(event)) return workedOn(round, event);
  if (isAboutProposer(event)) return withProposer(round, event);
  switch (event.type) {
    case 'consented':
      return answered(round, event, { kind: 'consent', note: event.note });
    case 'more_time_asked':
      return held(round, event);
    case 'answer_taken_back':
      return unanswered(round, event, by(event));
    case 'hold_ended':
      return unanswered(round, event, event.member);
    case 'answer_relayed':
    case 'relay_confirmed':
    case 'relay_denied':
      return relayed(round, event);
    case 'stand_in_declared':
      return stoodIn(round, event);
    case 'grace_restarted':
      return changedAt(event, round);
    case 'question_asked':
      return questioned(round, event);
    case 'question_answered':
    case 'thought_given':
    case 'nothing_further_said':
    case 'draft_changed':
    case 'thoughts_shown':
    case 'question_step_ended':
    case 'question_step_idle':
    case 'question_step_moved':
    case 'opening_asked':
    case 'opening_idle':
    case 'answers_begun':
      return prepared(round, event);
    case 'objection_raised':
    case 'objection_reworded':
    case 'objection_settled':
    case 'objection_taken_back':
      return objected(round, event);
    case 'version_published':
    case 'wording_challenged':
    case 'wording_stood':
    case 'objection_stands':
      return versioned(round, event);
    case 'member_excused':
    case 'member_returned':
    case 'asking_wished':
    case 'member_added_to_round':
      return askedAnew(round, event);
    case 'members_reminded':
    case 'deadline_passed':
    case 'became_ready':
    case 'closing_opened_to_members':
      return marked(round, event);
    case 'deadline_extended':
      return extended(round, event);
    case 'deadline_shortened':
    case 'deadline_given_back':
      return shortened(round, event);
    case 'taken_to_meeting':
    case 'round_parked':
    case 'nobody_answered':
    case 'floor_missed':
    case 'round_resumed':
    case 'round_woke':
    case 'round_handed_on':
    case 'round_taken_over':
      return paused(round, event);
    case 'meeting_recorded':
      return met(round, event);
    case 'round_decided':
    case 'round_withdrawn':
      return ended(round, event);
    case 'void_asked':
    case 'void_taken_back':
    case 'round_voided':
      return voidedAs(round, event);
    case 'was_away':
      return withWasAway(round, event);
    case 'late_objection_raised':
    case 'late_objection_reminded':
    case 'late_objection_unanswered':
    case 'late_objection_answered':
    case 'round_reopened':
    case 'decision_paused':
    case 'decision_unpaused':
    case 'record_corrected':
    case 'decision_superseded':
    case 'decision_restored':
      return afterClosing(round, event);
  }
}

function extended(round: Round, event: EventOf<'deadline_extended'>): Round {
  const { type: _type, ...extension } = event;
  const letGo = nudgesLetGo(currentVersion(round).askedAt, event.deadlineAt, event.at);
  return {
    ...round,
    deadlineAt: event.deadlineAt,
    extensions: [...round.extensions, extension],
    marks: {
      ...round.marks,
      halfTimeAt: round.marks.halfTimeAt ?? letGo.halfTimeAt,
      dayBeforeAt: letGo.dayBeforeAt,
      deadlinePassedAt: null,
    },
  };
}

function ended(round: Round, event: EventOf<'round_decided' | 'round_withdrawn'>): Round {
  const { at, by: endedBy } = event;
  const common = { at, by: endedBy };
  const ending =
    event.type === 'round_decided'
      ? { ...common, kind: 'decided' as const, decisionNumber: event.decisionNumber }
      : {
          ...common,
          by: event.saidBy ?? endedBy,
          kind: 'withdrawn' as const,
          reason: event.reason,
        };
  return { ...round, voidWish: null, pause: null, ending };
}
