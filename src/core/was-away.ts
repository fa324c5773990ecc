import { by } from './answer-history.ts';
import type { Instant } from './calendar.ts';
import { decisionOf, silentIn } from './decision.ts';
import type { MemberId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, textOrNull, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';

/** Days after the close in which people who were silent may say "I was away" (§2.5). */
export const WAS_AWAY_DAYS = 14;
/** Characters of what they add. */
export const WAS_AWAY_NOTE_MAX = 500;

const DAY = 24 * 3_600_000;

/** Somebody who was silent says that they were away: that calls for an early review (§2.5). */
export type WasAway = {
  readonly by: MemberId;
  readonly at: Instant;
  readonly note: string | null;
};

/** "I was away". Source: docs/process.md §2.5. */
export type WasAwayCommand = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly type: 'say_i_was_away';
  readonly note: string | null;
};

/** What the history keeps of it (docs/process.md §2.5). */
export type WasAwayEvent = { readonly type: 'was_away'; readonly note: string | null };

/** Why it cannot be said (docs/process.md §2.5). */
export type WasAwayRefusal =
  | { readonly code: 'was_not_silent' }
  | { readonly code: 'was_away_over'; readonly untilAt: Instant };

/**
 * Decides "I was away": only somebody whom the round asked and who did not answer, for 14 days
 * after it closed, once. It changes nothing of the decision; it asks for an early review.
 *
 * Source: docs/process.md §2.5.
 */
export function decideWasAway(
  round: Round,
  { note, at, by: member }: WasAwayCommand,
): Ruling<RoundEvent, RoundRefusal> {
  const refused = whyNotAway(round, member, at);
  if (refused) return { refused };
  const tooLong = checkText('note', note, { max: WAS_AWAY_NOTE_MAX });
  if (tooLong) return { refused: tooLong };
  if (saidAway(round).some((one) => one.by === member)) return { events: [] };
  return { events: [{ type: 'was_away', note: textOrNull(note), at, by: member }] };
}

/** Who was silent when the round closed; empty unless it was decided (docs/process.md §2.5). */
export function silentAtClose(round: Round): MemberId[] {
  const record = decisionOf(round);
  return record ? silentIn(record) : [];
}

/** Until when "I was away" may be said; null where nobody was silent (docs/process.md §2.5). */
export function wasAwayUntil(round: Round): Instant | null {
  if (!round.ending || silentAtClose(round).length === 0) return null;
  return round.ending.at + WAS_AWAY_DAYS * DAY;
}

/** Who said so since this close; a round that was opened again begins anew (§10 case 8). */
export function saidAway({ wasAway, ending }: Round): readonly WasAway[] {
  return wasAway.filter(({ at }) => ending !== null && at >= ending.at);
}

/** The round after somebody said it (docs/process.md §2.5, §D14). */
export function withWasAway(round: Round, event: RoundEvent & WasAwayEvent): Round {
  const said = { by: by(event), at: event.at, note: event.note };
  return { ...round, wasAway: [...round.wasAway, said] };
}

function whyNotAway(round: Round, member: MemberId, at: Instant): RoundRefusal | null {
  if (round.ending?.kind !== 'decided') return { code: 'round_not_decided' };
  const untilAt = wasAwayUntil(round);
  if (untilAt === null || !silentAtClose(round).includes(member)) return { code: 'was_not_silent' };
  return at > untilAt ? { code: 'was_away_over', untilAt } : null;
}
