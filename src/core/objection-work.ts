import { whyNotOpen } from './answering.ts';
import { NOTE_MAX } from './answer.ts';
import { isAskable, isAskedIn } from './askable.ts';
import type { Instant } from './calendar.ts';
import { absenceOf, activeFacilitators, isFacilitator } from './circle.ts';
import { isFullMember, isMember, type Circle } from './circle.ts';
import type { MemberId, ObjectionId } from './ids.ts';
import { isOpen, SAME_WISH_HOURS, type Objection } from './objection.ts';
import { suggested, type Suggesting } from './objection-suggestion.ts';
import { OBJECTOR_CONTACT_WORKING_DAYS } from './objection-clock.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { openObjectionOf } from './standing.ts';

const HOUR = 3_600_000;

/** What helps an objection on; none of it settles it but what its owner says (§2.6). */
export const OBJECTION_WORK = [
  'ask_clarity',
  'ask_aim_link',
  'suggest_wording',
  'accept_wording',
  'suggest_way',
  'ask_talk',
  'ask_help',
  'make_note',
  'adopt_objection',
] as const;

type About<Type extends string, More = unknown> = {
  readonly type: Type;
  readonly objectionId: ObjectionId;
} & More;

/** A person works on an objection, theirs or another's (docs/process.md §2.6). */
export type ObjectionWorkCommand =
  | Suggesting
  | ({ readonly at: Instant; readonly by: MemberId } & (
      | About<'make_note', { readonly note: string }>
      | About<'adopt_objection'>
      | { readonly type: 'ask_help' }
    ));

type RoundRuling = Ruling<RoundEvent, RoundRefusal>;
type WorkOnOne = Exclude<ObjectionWorkCommand, { readonly type: 'ask_help' }>;

/** True of a command that works on an objection (docs/process.md §2.6). */
export function isObjectionWorkCommand(command: {
  readonly type: string;
}): command is ObjectionWorkCommand {
  return (OBJECTION_WORK as readonly string[]).includes(command.type);
}

/**
 * Decides what a person does about an objection. Facilitators help to understand it and suggest;
 * everyone may propose a call; only its owner turns it into something to watch. There is nothing
 * here that dismisses one, and nobody who could.
 *
 * Source: docs/process.md §0 invariant 4, §2.6, §3; §10 cases 3, 6, 13 and 20.
 */
export function decideObjectionWork(
  round: Round,
  command: ObjectionWorkCommand,
  circle: Circle,
): RoundRuling {
  const notOpen = whyNotOpen(round);
  if (notOpen) return { refused: notOpen };
  if (command.type === 'ask_help') return askHelp(round, command, circle);
  const objection = round.objections.find(({ id }) => id === command.objectionId);
  if (!objection) return { refused: { code: 'objection_not_open' } };
  const refused = whyNotWork(objection, command, circle);
  if (refused) return { refused };
  if (!isOpen(objection)) return { refused: { code: 'objection_not_open' } };
  return worked(round, { objection, circle }, command);
}

/** Why this person may not do that to this objection, or null (docs/process.md §3). */
function whyNotWork(
  objection: Objection,
  { type, by, at }: WorkOnOne,
  circle: Circle,
): RoundRefusal | null {
  switch (type) {
    case 'ask_clarity':
    case 'ask_aim_link':
    case 'suggest_wording':
    case 'suggest_way':
      return mayFacilitate(circle, by, at)
        ? null
        : { code: 'not_facilitator', facilitators: circle.facilitators };
    case 'ask_talk':
      return by === objection.by || isMember(circle, by) ? null : { code: 'not_in_circle' };
    case 'accept_wording':
    case 'make_note':
      if (by === objection.by) return null;
      return { code: 'not_the_objector', objector: objection.by };
    case 'adopt_objection':
      return isMember(circle, by) ? null : { code: 'not_in_circle' };
  }
}

/** A facilitator, or any deciding member while none of them is here (docs/process.md §2.4, §3). */
export function mayFacilitate(circle: Circle, by: MemberId, at: Instant): boolean {
  const isAlone = activeFacilitators(circle, at).length === 0 && isFullMember(circle, by);
  return isFacilitator(circle, by) || isAlone;
}

type Work = { readonly objection: Objection; readonly circle: Circle };
type Of<Type extends WorkOnOne['type']> = WorkOnOne & { readonly type: Type };

function worked(round: Round, work: Work, command: WorkOnOne): RoundRuling {
  if (command.type === 'make_note') return note(command);
  if (command.type !== 'adopt_objection') return suggested(work.objection, command);
  const { at, by, objectionId } = command;
  const refused = whyNotAdopt(round, work, command);
  return refused ? { refused } : { events: [{ type: 'objection_adopted', objectionId, at, by }] };
}

function note({ note: said, objectionId, at, by }: Of<'make_note'>): RoundRuling {
  const refused = checkText('note', said, { least: 1, max: NOTE_MAX });
  if (refused) return { refused };
  return {
    events: [{ type: 'objection_became_note', note: said.trim(), objectionId, at, by }],
  };
}

/** Why this person cannot take the objection on, or null (docs/process.md §2.6, §3). */
function whyNotAdopt(
  round: Round,
  { objection, circle }: Work,
  { by, at }: Of<'adopt_objection'>,
): RoundRefusal | null {
  if (!isFullMember(circle, by)) {
    return { code: 'adopters_decide', facilitators: circle.facilitators };
  }
  if (by === objection.by || !isAdoptable(objection)) {
    return { code: 'objector_is_here', objector: objection.by };
  }
  // Who proposed it would settle what stands against their own text.
  if (by === round.proposedBy) return { code: 'proposer_adopts_not' };
  if (openObjectionOf(round, by)) return { code: 'own_objection_open' };
  return absenceOf(circle, by, at) ? { code: 'adopter_away' } : null;
}

/**
 * True while members may take the objection on: its owner is away, or was written to twice and
 * has not been heard from since (docs/process.md §2.6, §10 cases 3 and 6).
 */
export function isAdoptable(objection: Objection): boolean {
  const { ownerAwayAt, contactedAt } = objection;
  const isSilent = contactedAt.length >= OBJECTOR_CONTACT_WORKING_DAYS.length;
  return isOpen(objection) && (ownerAwayAt !== null || isSilent);
}

/** Whoever may object may ask for help with the words, without any words (§2.6, §9). */
function askHelp(
  round: Round,
  { at, by }: ObjectionWorkCommand & { readonly type: 'ask_help' },
  circle: Circle,
): RoundRuling {
  if (!isMember(circle, by)) return { refused: { code: 'not_in_circle' } };
  if (!isAskedIn(round, by) && !isAskable(round, circle, by)) {
    return { refused: { code: 'member_not_asked', facilitators: circle.facilitators } };
  }
  const before = round.helpAsked.get(by);
  const isSame = before !== undefined && at - before < SAME_WISH_HOURS * HOUR;
  return { events: isSame ? [] : [{ type: 'help_asked', at, by }] };
}
