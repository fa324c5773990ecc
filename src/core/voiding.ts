import type { Instant } from './calendar.ts';
import { activeFacilitators, isFullMember, isMember, type Circle } from './circle.ts';
import { withGuest } from './concern.ts';
import type { MemberId } from './ids.ts';
import { keepersOrProposer, WAY_TEXT_MAX } from './pausing.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { isAnybody, standInsOf, type Actor } from './standing-in.ts';
import type { VoidEvent, VoidWish } from './void-event.ts';

/** "It was opened by mistake": asked for, or agreed to by the other party (docs/process.md §2.1). */
export type VoidCommand = { readonly type: 'void'; readonly reason: string | null };
/** The other party agrees; or one of the two says that it was no mistake (docs/process.md §2.1). */
export type VoidAnswerCommand = { readonly at: Instant; readonly by: MemberId } & (
  { readonly type: 'confirm_void' } | { readonly type: 'take_void_back' }
);

/** Why a round is not marked as opened by mistake (docs/process.md §2.1, `void`). */
export type VoidRefusal =
  | { readonly code: 'void_not_asked' }
  | {
      readonly code: 'void_for_others';
      readonly asker: MemberId;
      readonly confirmers: readonly MemberId[];
    };

type VoidRuling = Ruling<RoundEvent, RoundRefusal>;

/**
 * Who agrees that it was opened by mistake: the proposer where somebody else asked, or else a
 * facilitator who did not propose it, or whoever stands in where none is here (§2.4).
 *
 * Source: docs/process.md §2.1 (`void`).
 */
export function voidConfirmers(round: Round, circle: Circle, at: Instant): readonly MemberId[] {
  return otherParty(round, circle, at).members;
}

/** Who is written to about it: nobody in particular where any member may agree (§2.1, §D13). */
export function voidHearers(round: Round, circle: Circle, at: Instant): readonly MemberId[] {
  const { members, isAnybody } = otherParty(round, circle, at);
  return isAnybody ? [] : members;
}

function otherParty(
  round: Round,
  circle: Circle,
  at: Instant,
): { readonly members: readonly MemberId[]; readonly isAnybody: boolean } {
  const { voidWish, proposedBy, proposerGone } = round;
  if (!voidWish || round.ending) return { members: [], isAnybody: false };
  const isProposerHere = !proposerGone && isFullMember(circle, proposedBy);
  if (voidWish.by !== proposedBy && isProposerHere) {
    return { members: [proposedBy], isAnybody: false };
  }
  // Whoever asked does not agree to it, whatever they are here.
  const without = withGuest(circle, voidWish.by);
  const isOther = (id: MemberId) => id !== proposedBy;
  const others = { ...without, facilitators: without.facilitators.filter(isOther) };
  const standIns = standInsOf(round, others, at);
  if (!standIns) return { members: activeFacilitators(others, at), isAnybody: false };
  return { members: standIns.members, isAnybody: isAnybody(round, standIns) };
}

/** What stands in the way of saying that it was a mistake, or null (docs/process.md §2.1, §3). */
export function whyNotVoid(round: Round, actor: Actor): RoundRefusal | null {
  const { by, at, circle } = actor;
  if (!round.voidWish) return keepersOrProposer(round, actor);
  const confirmers = voidConfirmers(round, circle, at);
  return confirmers.includes(by) ? null : forOthers(round.voidWish, confirmers);
}

/**
 * Decides a wish to mark the round as opened by mistake. A wish of the other party agrees to the
 * one that is there. Open objections do not prevent it: nothing is decided by it.
 *
 * Refusals beside `whyNotVoid`: without a reason; too long. Source: docs/process.md §2.1.
 */
export function decideVoid(
  round: Round,
  { reason, at, by }: VoidCommand & Omit<Actor, 'circle'>,
): VoidRuling {
  if (round.voidWish) return { events: [voided(round.voidWish, { at, by })] };
  const refused = checkText('reason', reason, { least: 1, max: WAY_TEXT_MAX });
  if (refused) return { refused };
  return { events: [{ type: 'void_asked', reason: reason?.trim() ?? '', at, by }] };
}

/**
 * Decides the answer to such a wish: the other party agrees with one tap, or lets it be; so may
 * whoever asked.
 *
 * Refusals: outside the circle; over; nobody asks for it; others answer it.
 * Source: docs/process.md §2.1 (`void`).
 */
export function decideVoidAnswer(
  round: Round,
  { type, at, by }: VoidAnswerCommand,
  circle: Circle,
): VoidRuling {
  if (!isMember(circle, by)) return { refused: { code: 'not_in_circle' } };
  const { ending, voidWish } = round;
  if (ending) return { refused: { code: 'round_ended', ending } };
  if (!voidWish) return { refused: { code: 'void_not_asked' } };
  const confirmers = voidConfirmers(round, circle, at);
  if (type === 'take_void_back') {
    const may = by === voidWish.by || confirmers.includes(by);
    if (!may) return { refused: forOthers(voidWish, confirmers) };
    return { events: [{ type: 'void_taken_back', askedBy: voidWish.by, at, by }] };
  }
  if (!confirmers.includes(by)) return { refused: forOthers(voidWish, confirmers) };
  return { events: [voided(voidWish, { at, by })] };
}

/** The round after it (docs/process.md §2.1, `void`). */
export function voidedAs(round: Round, event: RoundEvent & VoidEvent): Round {
  const { at, by } = event;
  if (event.type === 'void_taken_back') return { ...round, voidWish: null };
  if (event.type === 'void_asked') {
    if (by === null) throw new Error('A person asks for it');
    return { ...round, voidWish: { by, at, reason: event.reason } };
  }
  const { reason, askedBy } = event;
  const ending = { kind: 'void' as const, reason, askedBy, at, by };
  return { ...round, voidWish: null, pause: null, ending };
}

function voided({ by: askedBy, reason }: VoidWish, who: { at: Instant; by: MemberId }): RoundEvent {
  return { type: 'round_voided', reason, askedBy, ...who };
}

function forOthers({ by: asker }: VoidWish, confirmers: readonly MemberId[]): RoundRefusal {
  return { code: 'void_for_others', asker, confirmers };
}
