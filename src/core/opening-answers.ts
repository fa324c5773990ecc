import { whyNotOpen } from './answering.ts';
import type { Instant } from './calendar.ts';
import { isFacilitator, isFullMember, isMember, type Circle } from './circle.ts';
import { checkDraft, draftOf } from './draft.ts';
import { handedOnAlready } from './handing-on.ts';
import type { MemberId } from './ids.ts';
import { askingAnew } from './next-version.ts';
import { openToAllFrom, waitsForOpening } from './opening.ts';
import { answersBegun } from './preparing.ts';
import { inQuestions } from './question-step.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import type { RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { keepersOf, standsIn, type Actor } from './standing-in.ts';

/** "Open it": the consent step begins (docs/process.md §3). */
export type OpenAnswersCommand = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly type: 'open_answers';
};

/**
 * Decides that the consent step begins, where a circle lets its facilitators open it. Nobody can
 * decline to: after two working days any deciding member but the proposer may open it too.
 *
 * Refusals beside `whyNotOpenAnswers`: fewer than two can answer; the text lacks something.
 * Source: docs/process.md §2.1, §3.
 */
export function decideOpening(
  round: Round,
  { at, by }: OpenAnswersCommand,
  circle: Circle,
): Ruling<RoundEvent, RoundRefusal> {
  const refused = whyNotOpenAnswers(round, { at, by, circle });
  if (refused) return { refused };
  if (askingAnew(circle, at).asked.length < 2) return { refused: { code: 'too_few_able' } };
  const problems = checkDraft(circle, draftOf(round), at);
  if (problems.length > 0) return { refused: { code: 'version_incomplete', problems } };
  return { events: [answersBegun(round, { at, by }, circle)] };
}

/** What stands in the way of this person opening the consent step, or null (§3). */
export function whyNotOpenAnswers(round: Round, actor: Actor): RoundRefusal | null {
  const { by, circle } = actor;
  if (!isMember(circle, by)) return { code: 'not_in_circle' };
  if (!isFullMember(circle, by)) {
    return { code: 'member_not_asked', facilitators: circle.facilitators };
  }
  const elsewhere = whyNotOpen(round) ?? handedOnAlready(round);
  if (elsewhere) return elsewhere;
  if (!inQuestions(round)) return { code: 'answers_have_begun' };
  if (!waitsForOpening(round)) return { code: 'opening_not_asked', proposer: round.proposedBy };
  if (round.pause) return { code: 'round_at_meeting' };
  return whyNotOpener(round, actor);
}

function whyNotOpener(round: Round, { by, at, circle }: Actor): RoundRefusal | null {
  if (isFacilitator(circle, by) || standsIn(round, { by, at, circle })) return null;
  const fromAt = openToAllFrom(round, circle);
  if (fromAt !== null && at >= fromAt && by !== round.proposedBy) return null;
  const keepers = keepersOf(round, circle, at);
  const facilitators = keepers.length > 0 ? keepers : circle.facilitators;
  return { code: 'not_facilitator', facilitators };
}
