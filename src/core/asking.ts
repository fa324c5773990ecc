import type { AnsweringCommand } from './answering.ts';
import { isAskable, isAskedIn } from './askable.ts';
import { isFacilitator, isMember, type Circle } from './circle.ts';
import type { MemberId } from './ids.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { keepersOf, standsIn } from './standing-in.ts';

/** Characters of why somebody wishes to be left out. */
export const WHY_MAX = 500;

/** Somebody changes who is asked (docs/process.md §2.7). */
export type AskingCommand = Pick<AnsweringCommand, 'at' | 'by'> &
  (
    | { readonly type: 'leave_me_out'; readonly why: string }
    | { readonly type: 'wish_to_be_asked' }
    | { readonly type: 'ask_member_too'; readonly member: MemberId }
  );

/** Why a person is not asked too (docs/process.md §2.7). */
export type AskingRefusal =
  | { readonly code: 'asked_already'; readonly member: MemberId }
  | { readonly code: 'member_does_not_decide'; readonly member: MemberId };

type RoundRuling = Ruling<RoundEvent, RoundRefusal>;

/** True for what `decideAsking` decides (docs/process.md §2.7). */
export function isAsking(command: { readonly type: string }): command is AskingCommand {
  return ['leave_me_out', 'wish_to_be_asked', 'ask_member_too'].includes(command.type);
}

/**
 * Decides who is asked. A person declares a conflict of interest themselves: a facilitator may
 * ask them to, and has no way to do it for them. A deciding member who was not asked may wish to
 * be, and a facilitator, or who stands in for one, asks them too. A facilitator who wishes it for
 * themselves is asked at once: whom they would have to ask is themselves.
 *
 * Source: docs/process.md §2.7, §10 case 2.
 */
export function decideAsking(round: Round, command: AskingCommand, circle: Circle): RoundRuling {
  if (round.ending) return { refused: { code: 'round_ended', ending: round.ending } };
  if (!isMember(circle, command.by)) return { refused: { code: 'not_in_circle' } };
  switch (command.type) {
    case 'leave_me_out':
      return leaveOut(round, command, circle);
    case 'wish_to_be_asked':
      return wish(round, command, circle);
    case 'ask_member_too':
      return askToo(round, command, circle);
  }
}

function leaveOut(
  round: Round,
  { why, at, by }: AskingCommand & { type: 'leave_me_out' },
  circle: Circle,
): RoundRuling {
  const asked = round.asked.get(by);
  if (!asked) {
    return { refused: { code: 'member_not_asked', facilitators: circle.facilitators } };
  }
  const refused = checkText('why', why, { least: 1, max: WHY_MAX });
  if (refused) return { refused };
  if (asked.excused?.reason === 'own_wish') return { events: [] };
  const excused = { type: 'member_excused' as const, member: by, reason: 'own_wish' as const };
  return { events: [{ ...excused, why: why.trim(), at, by }] };
}

function wish(round: Round, { at, by }: AskingCommand, circle: Circle): RoundRuling {
  const refused = whyNotAskable(round, by, circle);
  if (refused) return { refused };
  if (isFacilitator(circle, by)) {
    return { events: [{ type: 'member_added_to_round', member: by, at, by }] };
  }
  if (round.askingWishes.includes(by)) return { events: [] };
  return { events: [{ type: 'asking_wished', at, by }] };
}

function askToo(
  round: Round,
  { member, at, by }: AskingCommand & { type: 'ask_member_too' },
  circle: Circle,
): RoundRuling {
  if (!isFacilitator(circle, by) && !standsIn(round, { by, at, circle })) {
    const keepers = keepersOf(round, circle, at);
    const facilitators = keepers.length > 0 ? keepers : circle.facilitators;
    return { refused: { code: 'not_facilitator', facilitators } };
  }
  const refused = whyNotAskable(round, member, circle);
  if (refused) return { refused };
  return { events: [{ type: 'member_added_to_round', member, at, by }] };
}

/** Why this person cannot be asked too, or null (docs/process.md §2.7). */
export function whyNotAskable(
  round: Round,
  member: MemberId,
  circle: Circle,
): AskingRefusal | null {
  if (!isAskable(round, circle, member)) return { code: 'member_does_not_decide', member };
  return isAskedIn(round, member) ? { code: 'asked_already', member } : null;
}
