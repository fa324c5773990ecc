import type { Instant } from './calendar.ts';
import { activeFacilitators, absenceOf, decidersOf, isFullMember } from './circle.ts';
import type { Circle, CircleEvent } from './circle.ts';
import { mayKeepCircle } from './circle-change.ts';
import type { CircleId, MemberId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

/** What one person must hear of a change of their circle: by the number of its event (§D13). */
export type CircleDirect = {
  readonly kind: 'circle_direct';
  readonly circleId: CircleId;
  readonly seq: number;
  readonly to: MemberId;
};

/**
 * Who is written to personally about an event of a circle, which is as it is after it: whoever
 * joined; the keepers and the person, where somebody is no longer in the channel; and the keepers,
 * where an account was closed. Source: docs/process.md §10 cases 2, 4 and 5.
 */
export function circleDirects(event: CircleEvent, circle: Circle): CircleDirect[] {
  const about = { kind: 'circle_direct', circleId: circle.id, seq: circle.seq } as const;
  return toldOf(event, circle).map((to) => ({ ...about, to }));
}

function toldOf(event: CircleEvent, circle: Circle): readonly MemberId[] {
  switch (event.type) {
    case 'roster_changed':
      return event.joined.map(({ id }) => id);
    case 'channel_left':
      return [event.member, ...keepersHere(circle, event.member, event.at)];
    case 'account_closed':
      return keepersHere(circle, event.member, event.at);
    default:
      return [];
  }
}

/**
 * Who keeps the circle just now, and is not the person that it is about: facilitators who are
 * here, else the named stand-in, else the secretaries, else everybody who decides; always only who
 * may change the circle. Source: docs/process.md §2.4, §3.
 */
export function keepersHere(circle: Circle, about: MemberId, at: Instant): readonly MemberId[] {
  const mayAct = (id: MemberId) =>
    id !== about &&
    isFullMember(circle, id) &&
    !absenceOf(circle, id, at) &&
    mayKeepCircle(circle, id, at);
  const { standIn } = circle.settings;
  const inOrder = [
    activeFacilitators(circle, at),
    standIn ? [standIn] : [],
    circle.secretaries,
    decidersOf(circle, at).here,
  ];
  return inOrder.map((some) => some.filter(mayAct)).find((some) => some.length > 0) ?? [];
}

/**
 * Who hears of a closed account once for the whole circle, and need not hear of the same in each
 * round: not that somebody is excused, nor that an objection's owner is away. Nobody where the
 * account was not closed just then. Source: docs/process.md §10 case 5.
 */
export function knowingAlready(
  event: RoundEvent,
  round: Round,
  circle: Circle,
): readonly MemberId[] {
  const about = closedIn(event, round);
  const known = about && circle.members.get(about);
  if (!known || known.deactivatedAt !== event.at) return [];
  return keepersHere(circle, known.id, event.at);
}

function closedIn(event: RoundEvent, { objections }: Round): MemberId | undefined {
  if (event.type === 'member_excused') return event.member;
  if (event.type !== 'objector_away') return undefined;
  return objections.find(({ id }) => id === event.objectionId)?.by;
}

/** What came of the question whether a person whose account was closed has left the circle. */
export type ClosingAnswer = {
  readonly answer: 'left' | 'back' | 'reopened';
  readonly by: MemberId | null;
  readonly at: Instant;
};

/**
 * Whose account event `seq` closed, and what came of it first: they were taken out of the circle,
 * are expected back, or had their account opened again. Null where that event closed none.
 * Source: docs/process.md §10 cases 5 and 7.
 */
export function closingStory(
  events: readonly CircleEvent[],
  seq: number,
): { readonly member: MemberId; readonly answer: ClosingAnswer | null } | null {
  const closed = events[seq - 1];
  if (closed?.type !== 'account_closed') return null;
  const { member } = closed;
  for (const event of events.slice(seq)) {
    const answer = answerIn(event, member);
    if (answer) return { member, answer: { answer, by: event.by, at: event.at } };
  }
  return { member, answer: null };
}

function answerIn(event: CircleEvent, member: MemberId): ClosingAnswer['answer'] | null {
  if (event.type === 'roster_changed') return event.left.includes(member) ? 'left' : null;
  if (!('member' in event) || event.member !== member) return null;
  if (event.type === 'return_expected') return 'back';
  return event.type === 'account_reopened' ? 'reopened' : null;
}
