import type { Instant } from './calendar.ts';
import { isFacilitator, isSecretary, type Circle } from './circle.ts';
import { removedMember } from './concern.ts';
import type { MemberId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { standsIn } from './standing-in.ts';

/** Characters of a correction. */
export const CORRECTION_MAX = 1000;

/** What is wrong in a record, and what is right: an entry beside it (docs/process.md §2.1, §4.1). */
export type Correction = { readonly at: Instant; readonly by: MemberId; readonly text: string };

/** Somebody puts a record right. */
export type CorrectCommand = { readonly type: 'correct_record'; readonly text: string };

/** A record was put right by a new entry; what it said before stays (docs/process.md §D14). */
export type CorrectingEvent = { readonly type: 'record_corrected'; readonly text: string };

/** Why somebody may not put a record right (docs/process.md §3). */
export type CorrectingRefusal = {
  readonly code: 'not_record_keeper';
  readonly keepers: readonly MemberId[];
};

/**
 * Decides a correction. The text of a decision is never edited: a correction stands beside it, with
 * who and when. Facilitators and secretaries keep the record; others correct what is their own.
 *
 * Refusals: the round was not decided; nothing of the record is theirs; no text, or too much.
 *
 * Source: docs/process.md §2.1, §3 ("Correct a record"), §4.1.
 */
export function decideCorrecting(
  round: Round,
  { text, at, by }: CorrectCommand & { readonly at: Instant; readonly by: MemberId },
  circle: Circle,
): Ruling<RoundEvent, RoundRefusal> {
  if (round.ending?.kind !== 'decided') return { refused: { code: 'round_not_decided' } };
  if (!mayCorrect(round, { by, at, circle })) {
    const keepers = [...new Set([...circle.facilitators, ...circle.secretaries])];
    return { refused: { code: 'not_record_keeper', keepers } };
  }
  const refused = checkText('correction', text, { least: 1, max: CORRECTION_MAX });
  if (refused) return { refused };
  const said = text.trim();
  const last = round.aftermath.corrections.at(-1);
  if (last?.by === by && last.text === said) return { events: [] };
  return { events: [{ type: 'record_corrected', text: said, at, by }] };
}

/**
 * Who keeps the record, and whoever has words of their own in it (docs/process.md §3); never the
 * person whose place it was about (§2.7): what they know stands as new information.
 */
export function mayCorrect(
  round: Round,
  actor: { readonly by: MemberId; readonly at: Instant; readonly circle: Circle },
): boolean {
  const { by, circle } = actor;
  if (removedMember(round) === by) return false;
  if (isFacilitator(circle, by) || isSecretary(circle, by)) return true;
  return hasOwnWords(round, by) || standsIn(round, actor);
}

function hasOwnWords(round: Round, by: MemberId): boolean {
  const { proposedBy, objections, answers, aftermath } = round;
  const answer = answers.get(by);
  return (
    proposedBy === by ||
    objections.some((one) => one.raisedBy === by || one.by === by) ||
    (answer?.kind === 'consent' && answer.note !== null) ||
    aftermath.lateObjections.some((one) => one.by === by)
  );
}
