import { audienceOf, type Audience } from './audience.ts';
import type { Circle } from './circle.ts';
import { knowingAlready } from './circle-people.ts';
import { circleFor } from './concern.ts';
import type { MemberId } from './ids.ts';
import { answerersOf } from './question-step-notice.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { keepersOf } from './standing-in.ts';
import { mayClose, openObjections, standingOf, wasExtendedForSilence } from './standing.ts';
import { unheardEnd } from './unheard.ts';
import { voidHearers } from './voiding.ts';

/**
 * Who is written to in person about an event: those of its audience who have something to do or
 * took part, and not whoever did it or knows of it already. Source: docs/process.md §D13.
 */
export function directlyTold(
  event: RoundEvent,
  audience: Audience,
  round: Round,
  circle: Circle,
): MemberId[] {
  if (!isWorthTelling(event, round)) return [];
  const told = audienceOf(event, audience, round, nearTo(event, audience, round, circle));
  const doer = event.type === 'round_decided' ? null : event.by;
  const knowing = new Set([doer, ...knowingAlready(event, round, circle)]);
  return [...new Set(told)].filter((member) => !knowing.has(member));
}

/** Whom an audience begins with: facilitators who are here, or whoever has to do it (§D13). */
function nearTo({ at }: RoundEvent, audience: Audience, round: Round, raw: Circle): MemberId[] {
  const circle = circleFor(round, raw);
  if (audience === 'void') return [...voidHearers(round, circle, at)];
  const keepers = keepersOf(round, circle, at);
  return audience === 'answerers' ? answerersOf(round, { circle, at }, keepers) : [...keepers];
}

/** Facilitators hear of what needs them, and of nothing that the round solves by itself. */
function isWorthTelling(event: RoundEvent, round: Round): boolean {
  if (event.type === 'deadline_passed') {
    const standing = standingOf(round);
    // Where nobody or too few answered, an event of its own follows, and says what to do.
    if (standing === 'waiting') return wasExtendedForSilence(round) && !unheardEnd(round);
    return !mayClose(standing);
  }
  if (event.type !== 'member_excused') return true;
  // Of an objection that its owner leaves behind they hear by an event of its own.
  const leftAnObjection = openObjections(round).some(({ by }) => by === event.member);
  if (event.reason === 'own_wish') return true;
  return event.reason === 'deactivated' && !leftAnObjection;
}
