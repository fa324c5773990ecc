import type { ObjectionId } from './ids.ts';
import type { ObjectionText } from './objection.ts';
import type { AbsenceReason } from './round.ts';
import type { Asking } from './version-event.ts';

/**
 * The checklist of ways on from an objection, in the order in which it is shown. They are only
 * ever suggested: what settles an objection is its owner's to say.
 *
 * Source: docs/process.md §2.6.
 */
export const OBJECTION_WAYS = [
  'change_text',
  'shorten_term',
  'trip_wire',
  'pilot',
  'support',
  'split_off',
  'get_facts',
  'delegate',
  'smaller_step',
] as const;
/** One of the ways on from an objection (docs/process.md §2.6). */
export type ObjectionWay = (typeof OBJECTION_WAYS)[number];

type About<Type extends string, More = unknown> = {
  readonly type: Type;
  readonly objectionId: ObjectionId;
} & More;

/** What can happen while an objection is worked on (docs/process.md §2.6). */
export type ObjectionWorkEvent =
  | About<'clarity_asked', { readonly text: string }>
  | About<'aim_link_asked'>
  | About<'wording_suggested', ObjectionText>
  | About<'way_suggested', { readonly way: ObjectionWay; readonly text: string | null }>
  | About<'talk_asked'>
  | About<'objection_became_note', { readonly note: string }>
  /** Its owner has not been heard from, and is written to. */
  | About<'objector_contacted'>
  /** Nobody has worked on it for a while: its owner is asked what would make it OK (§2.1). */
  | About<'owner_asked_for_idea'>
  /** Still nobody has: everyone in the circle is asked for ideas. */
  | About<'circle_asked_for_ideas'>
  /** Its owner left the circle, is on leave or has no account: members may adopt it. */
  | About<'objector_away', { readonly reason: AbsenceReason }>
  | About<'objector_back'>
  | About<'objection_adopted'>
  /**
   * Nobody adopted it: it is something to watch, and everyone is asked again. `asking` is null in
   * the question step, where nobody was asked yet.
   */
  | About<'objection_lapsed_to_note', { readonly asking: Asking | null }>
  /** Somebody would like a call before they put an objection into words. */
  | { readonly type: 'help_asked' };

const NAMES: Readonly<Record<ObjectionWorkEvent['type'], true>> = {
  clarity_asked: true,
  aim_link_asked: true,
  wording_suggested: true,
  way_suggested: true,
  talk_asked: true,
  objection_became_note: true,
  objector_contacted: true,
  owner_asked_for_idea: true,
  circle_asked_for_ideas: true,
  objector_away: true,
  objector_back: true,
  objection_adopted: true,
  objection_lapsed_to_note: true,
  help_asked: true,
};

/** True of what happens while an objection is worked on (docs/process.md §2.6). */
export function isObjectionWork<Event extends { readonly type: string }>(
  event: Event,
): event is Event & ObjectionWorkEvent {
  return Object.hasOwn(NAMES, event.type);
}
