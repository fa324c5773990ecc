import type { MemberId } from './ids.ts';
import type { Answer, Asked, Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { countedAnswer } from './standing.ts';

type Given =
  | { kind: 'consent'; note: string | null }
  | { kind: 'objection'; versionNumber?: number }
  | { kind: 'more_time'; needs: string | null; untilAt: number };

/** The round after a person answered: their new answer stands, and they are back in. */
export function answered(round: Round, event: RoundEvent, given: Given): Round {
  const member = by(event);
  const versionNumber = round.versions.length;
  const relay = 'relayId' in event && event.relayId ? { relayId: event.relayId } : {};
  const answer: Answer = { member, versionNumber, at: event.at, ...given, ...relay };
  return changedAt(event, {
    ...round,
    answers: new Map(round.answers).set(member, answer),
    asked: backIn(round, member),
  });
}

/** A person on leave who answers anyway counts again (docs/process.md §2.4). */
function backIn(round: Round, member: MemberId): ReadonlyMap<MemberId, Asked> {
  const excuse = round.asked.get(member)?.excused;
  if (!excuse || excuse.reason === 'left') return round.asked;
  return new Map(round.asked).set(member, { member, excused: null });
}

/** The round after somebody asked for more time: a hold that is told anew is no further one. */
export function held(round: Round, event: RoundEvent & { type: 'more_time_asked' }): Round {
  const { needs, untilAt, at } = event;
  const member = by(event);
  const after = answered(round, event, { kind: 'more_time', needs, untilAt });
  if (countedAnswer(round, member)?.kind === 'more_time') return after;
  const before = round.holdsTaken.get(member) ?? 0;
  const holds = [...round.holds, { member, at, untilAt, isRenewal: before > 0 }];
  return { ...after, holds, holdsTaken: new Map(round.holdsTaken).set(member, before + 1) };
}

/** The round after an answer went: its owner has not answered. */
export function unanswered(round: Round, event: RoundEvent, member: MemberId): Round {
  const answers = new Map(round.answers);
  answers.delete(member);
  const unansweredAt = new Map(round.unansweredAt).set(member, event.at);
  return changedAt(event, { ...round, answers, unansweredAt });
}

/** What makes a round ready must hold anew after every change, so the mark is taken off. */
export function changedAt(event: RoundEvent, round: Round): Round {
  return {
    ...round,
    lastChangeAt: event.at,
    marks: { ...round.marks, readyAt: null, standInAt: null },
  };
}

/** Who did it; throws where the clock did what only a person can. */
export function by(event: RoundEvent): MemberId {
  if (!event.by) throw new Error(`${event.type} is a person's doing`);
  return event.by;
}
