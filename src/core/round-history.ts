import { answered, by, changedAt, unanswered } from './answer-history.ts';
import type { Instant } from './calendar.ts';
import { dayBeforeOf, halfTimeOf } from './deadline.ts';
import { objected } from './objection-history.ts';
import type { MemberId } from './ids.ts';
import { currentVersion, type Asked, type ClockMarks, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

type EventOf<Type extends RoundEvent['type']> = RoundEvent & { type: Type };

const NO_MARKS: ClockMarks = {
  halfTimeAt: null,
  dayBeforeAt: null,
  deadlinePassedAt: null,
  readyAt: null,
  standInAt: null,
};

/**
 * The round after an event. Replaying a round's events in order gives the round, always: the
 * tables are drawn from this, and a check proves that they agree.
 *
 * Throws where the first event is not `round_opened`. Source: docs/process.md §D14.
 */
export function evolveRound(round: Round | null, event: RoundEvent): Round {
  if (event.type === 'round_opened') return opened(event);
  if (!round) throw new Error(`A round cannot begin with ${event.type}`);
  return { ...after(round, event), seq: round.seq + 1 };
}

/** The round that a list of events tells. Throws on an empty list. */
export function replayRound(events: readonly RoundEvent[]): Round {
  const round = events.reduce<Round | null>(evolveRound, null);
  if (!round) throw new Error('A round without events does not exist');
  return round;
}

function opened(event: EventOf<'round_opened'>): Round {
  const { type: _type, at, by, document, asked: _asked, away: _away, ...frame } = event;
  if (!by) throw new Error('A round is opened by a person');
  return {
    ...frame,
    proposedBy: by,
    openedAt: at,
    versions: [{ number: 1, document, openedAt: at, publishedBy: by }],
    asked: askedAtOpening(event),
    answers: new Map(),
    objections: [],
    questions: [],
    holdsTaken: new Map(),
    extensions: [],
    marks: { ...NO_MARKS, ...nudgesLetGo(at, frame.deadlineAt, at) },
    pause: null,
    ending: null,
    lastChangeAt: at,
    seq: 1,
  };
}

function askedAtOpening({ asked, away, at }: EventOf<'round_opened'>): Map<MemberId, Asked> {
  const here = asked.map((member) => ({ member, excused: null }));
  const excused = away.map(({ member, reason }) => ({ member, excused: { reason, at } }));
  return new Map([...here, ...excused].map((one) => [one.member, one]));
}

function after(round: Round, event: Exclude<RoundEvent, { type: 'round_opened' }>): Round {
  switch (event.type) {
    case 'consented':
      return answered(round, event, { kind: 'consent', note: event.note });
    case 'more_time_asked':
      return held(round, event);
    case 'answer_taken_back':
      return unanswered(round, event, by(event));
    case 'hold_ended':
      return unanswered(round, event, event.member);
    case 'grace_restarted':
      return changedAt(event, round);
    case 'question_asked': {
      const question = { by: by(event), at: event.at, text: event.text };
      return { ...round, questions: [...round.questions, question] };
    }
    case 'objection_raised':
    case 'objection_reworded':
    case 'objection_settled':
    case 'objection_taken_back':
      return objected(round, event);
    case 'member_excused':
    case 'member_returned':
      return excused(round, event);
    case 'members_reminded':
    case 'deadline_passed':
    case 'became_ready':
    case 'closing_opened_to_members':
      return marked(round, event);
    case 'deadline_extended':
      return extended(round, event);
    case 'taken_to_meeting':
    case 'round_parked':
    case 'round_resumed':
      return paused(round, event);
    case 'round_decided':
    case 'round_withdrawn':
      return ended(round, event);
  }
}

function held(round: Round, event: EventOf<'more_time_asked'>): Round {
  const { needs, untilAt } = event;
  const renewed = round.answers.get(by(event))?.kind === 'more_time' ? 0 : 1;
  const taken = (round.holdsTaken.get(by(event)) ?? 0) + renewed;
  const holdsTaken = new Map(round.holdsTaken).set(by(event), taken);
  return { ...answered(round, event, { kind: 'more_time', needs, untilAt }), holdsTaken };
}

function excused(round: Round, event: EventOf<'member_excused' | 'member_returned'>): Round {
  const { member, at } = event;
  // Another reason does not begin a new absence: since when they are away stays as it was.
  const sinceAt = round.asked.get(member)?.excused?.at ?? at;
  const excuse = event.type === 'member_excused' ? { reason: event.reason, at: sinceAt } : null;
  const asked = new Map(round.asked).set(member, { member, excused: excuse });
  return changedAt(event, { ...round, asked });
}

function marked(
  round: Round,
  event: EventOf<
    'members_reminded' | 'deadline_passed' | 'became_ready' | 'closing_opened_to_members'
  >,
): Round {
  return { ...round, marks: { ...round.marks, ...markOf(event) } };
}

function markOf(event: RoundEvent): Partial<ClockMarks> {
  const { at } = event;
  if (event.type === 'deadline_passed') return { deadlinePassedAt: at };
  if (event.type === 'became_ready') return { readyAt: at };
  if (event.type === 'closing_opened_to_members') return { standInAt: at };
  if (event.type !== 'members_reminded') return {};
  if (event.occasion === 'half_time') return { halfTimeAt: at };
  return event.occasion === 'day_before' ? { dayBeforeAt: at } : {};
}

function extended(round: Round, event: EventOf<'deadline_extended'>): Round {
  const { type: _type, ...extension } = event;
  const letGo = nudgesLetGo(currentVersion(round).openedAt, event.deadlineAt, event.at);
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

/** With a new deadline, a nudge whose time has already gone by is let go (§2.2). */
function nudgesLetGo(openedAt: Instant, deadlineAt: Instant, at: Instant) {
  const markOf = (dueAt: Instant) => (dueAt <= at ? at : null);
  return {
    halfTimeAt: markOf(halfTimeOf(openedAt, deadlineAt)),
    dayBeforeAt: markOf(dayBeforeOf(deadlineAt)),
  };
}

function paused(
  round: Round,
  event: EventOf<'taken_to_meeting' | 'round_parked' | 'round_resumed'>,
): Round {
  const { at } = event;
  switch (event.type) {
    case 'taken_to_meeting':
      return { ...round, pause: { kind: 'to_meeting', note: event.note, at, by: by(event) } };
    case 'round_parked': {
      const { nextStep, who, untilOn } = event;
      return { ...round, pause: { kind: 'parked', nextStep, who, untilOn, at, by: by(event) } };
    }
    case 'round_resumed': {
      const { deadlineAt } = event;
      const letGo = nudgesLetGo(currentVersion(round).openedAt, deadlineAt, at);
      return { ...round, pause: null, deadlineAt, marks: { ...NO_MARKS, ...letGo } };
    }
  }
}

function ended(round: Round, event: EventOf<'round_decided' | 'round_withdrawn'>): Round {
  const { at, by: endedBy } = event;
  const common = { at, by: endedBy };
  const ending =
    event.type === 'round_decided'
      ? { ...common, kind: 'decided' as const, decisionNumber: event.decisionNumber }
      : { ...common, kind: 'withdrawn' as const, reason: event.reason };
  return { ...round, pause: null, ending };
}
