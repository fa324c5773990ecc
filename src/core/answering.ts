import { HOLD_WORKING_DAYS, HOLDS_MAX, NOTE_MAX } from './answer.ts';
import { workingDaysAfter, type Instant } from './calendar.ts';
import { isAskable, isAskedIn } from './askable.ts';
import { isMember, type Circle } from './circle.ts';
import type { MemberId, ObjectionId } from './ids.ts';
import { isOpen, type Objection, type ObjectionText } from './objection.ts';
import { checkObjection } from './objection-text.ts';
import { parkedAlready } from './pausing.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, textOrNull, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { askedVersion, countedAnswer, openObjectionOf } from './standing.ts';
import { stillStands } from './still-stands.ts';
import { earlierVersion, whyNotToThisText, type OfText } from './text-answered.ts';

/** Characters of a question. */
export const QUESTION_MAX = 1500;

/** What a person does with their answer, or asks (docs/process.md §2.3, §2.6). */
export type AnsweringCommand = { readonly at: Instant; readonly by: MemberId } & (
  | ({ readonly type: 'consent'; readonly note?: string | null } & OfText)
  | { readonly type: 'ask_more_time'; readonly needs: string | null }
  | ({ readonly type: 'object'; readonly objectionId: ObjectionId } & ObjectionText & OfText)
  | ({ readonly type: 'settle_objection'; readonly objectionId: ObjectionId } & OfText)
  | { readonly type: 'take_back_objection'; readonly objectionId: ObjectionId }
  | { readonly type: 'take_back_answer' }
  | { readonly type: 'ask_question'; readonly text: string }
);

type RoundRuling = Ruling<RoundEvent, RoundRefusal>;
type CommandOf<Type extends AnsweringCommand['type']> = AnsweringCommand & { type: Type };

/**
 * Decides what a person answers. Answers count until the round has ended; the same answer given
 * twice is one answer; a new answer takes the place of the earlier one, which history keeps.
 *
 * A new answer by somebody whose own objection is open takes that objection back: it is their own
 * deed, and nobody else has it. Source: docs/process.md §2.3, §2.4, §2.6; §10 cases 2, 6, 17.
 */
export function decideAnswer(round: Round, command: AnsweringCommand, circle: Circle): RoundRuling {
  const refused = whyNotOpen(round) ?? whyNotHeard(round, command, circle);
  if (refused) return { refused };
  switch (command.type) {
    case 'consent':
      return consent(round, command);
    case 'ask_more_time':
      return askMoreTime(round, command, circle);
    case 'object':
      return object(round, command);
    case 'settle_objection':
    case 'take_back_objection':
      return ownObjection(round, command);
    case 'take_back_answer':
      return takeBackAnswer(round, command);
    case 'ask_question':
      return askQuestion(command);
  }
}

/** Why a round takes no answer at all, or null where it does (docs/process.md §2.2). */
export function whyNotOpen(round: Round): RoundRefusal | null {
  if (round.ending) return { code: 'round_ended', ending: round.ending };
  return parkedAlready(round);
}

/**
 * Why this person is not heard with this command. Anyone in the circle may ask a question. Who
 * joined the circle after the version opened may object, but is not asked (§10 case 2).
 */
function whyNotHeard(round: Round, command: AnsweringCommand, circle: Circle): RoundRefusal | null {
  const { by, type } = command;
  if (isAskedIn(round, by)) return null;
  if (type === 'settle_objection' || type === 'take_back_objection') return null;
  if (!isMember(circle, by)) return { code: 'not_in_circle' };
  if (type === 'ask_question') return null;
  const mayObject = isAskable(round, circle, by) && type === 'object';
  const ownsOne = openObjectionOf(round, by) !== null;
  if (mayObject || (ownsOne && type === 'take_back_answer')) return null;
  return { code: 'member_not_asked', facilitators: circle.facilitators };
}

function consent(round: Round, command: CommandOf<'consent'>): RoundRuling {
  const { at, by } = command;
  const refused =
    whyNotToThisText(round, command) ?? checkText('note', command.note ?? null, { max: NOTE_MAX });
  if (refused) return { refused };
  const before = round.answers.get(by);
  const kept = before?.kind === 'consent' ? before.note : null;
  const note = command.note === undefined ? kept : textOrNull(command.note);
  // What was written down for them at a meeting gives way to their own word.
  const isTheirOwn = before?.kind === 'consent' && !before.atMeetingBy;
  if (isTheirOwn && before.note === note && countedAnswer(round, by)) return { events: [] };
  return { events: [...ownOneEnds(round, command), { type: 'consented', note, at, by }] };
}

/** A hold lasts three working days; the round's deadline waits for it (§D8, §2.2). */
function askMoreTime(
  round: Round,
  command: CommandOf<'ask_more_time'>,
  circle: Circle,
): RoundRuling {
  const { at, by } = command;
  const refused = checkText('needs', command.needs, { max: NOTE_MAX });
  if (refused) return { refused };
  const needs = textOrNull(command.needs);
  const before = round.answers.get(by);
  if (before?.kind === 'more_time' && countedAnswer(round, by)) {
    return needs === null || needs === before.needs
      ? { events: [] }
      : { events: [{ ...holdEvent(needs, before.untilAt), at, by }] };
  }
  if ((round.holdsTaken.get(by) ?? 0) >= HOLDS_MAX) {
    return { refused: { code: 'holds_used_up', facilitators: circle.facilitators } };
  }
  const untilAt = workingDaysAfter(at, HOLD_WORKING_DAYS, circle.settings.calendar);
  const events: RoundEvent[] = [
    ...takenBack(round, command),
    { ...holdEvent(needs, untilAt), at, by },
  ];
  if (untilAt > round.deadlineAt) {
    const cause = 'hold';
    events.push({ type: 'deadline_extended', deadlineAt: untilAt, cause, reason: null, at, by });
  }
  return { events };
}

function holdEvent(needs: string | null, untilAt: Instant) {
  return { type: 'more_time_asked' as const, needs, untilAt };
}

function object(round: Round, command: CommandOf<'object'>): RoundRuling {
  const { at, by, objectionId, harm, effect } = command;
  const refused = checkObjection(command);
  if (refused) return { refused };
  const remedy = textOrNull(command.remedy);
  const text = { harm: harm.trim(), effect: effect.trim(), remedy };
  const own = openObjectionOf(round, by);
  const versionNumber = earlierVersion(round, command);
  const of = versionNumber === undefined ? {} : { versionNumber };
  if (!own) {
    return { events: [{ type: 'objection_raised', objectionId, ...text, ...of, at, by }] };
  }
  const same = own.harm === text.harm && own.effect === text.effect && own.remedy === remedy;
  const reworded: RoundEvent = { type: 'objection_reworded', objectionId: own.id, ...text, at, by };
  const stands = versionNumber === undefined;
  if (same) return { events: stands ? stillStands(round, own, command) : [] };
  return { events: [reworded, ...(stands ? standsToo(round, own, command) : [])] };
}

function ownObjection(
  round: Round,
  command: CommandOf<'settle_objection' | 'take_back_objection'>,
): RoundRuling {
  const { type, objectionId, at, by } = command;
  const objection = round.objections.find(({ id }) => id === objectionId);
  if (!objection) return { refused: { code: 'objection_not_open' } };
  if (objection.by !== by) return { refused: { code: 'not_the_objector', objector: objection.by } };
  if (!isOpen(objection)) return { refused: { code: 'objection_not_open' } };
  const said = { objectionId, at, by };
  if (type === 'take_back_objection')
    return { events: [{ type: 'objection_taken_back', ...said }] };
  const older = whyNotToThisText(round, command);
  return older ? { refused: older } : { events: [{ type: 'objection_settled', ...said }] };
}

function takeBackAnswer(round: Round, { at, by }: CommandOf<'take_back_answer'>): RoundRuling {
  const own = openObjectionOf(round, by);
  if (own) return { events: [{ type: 'objection_taken_back', objectionId: own.id, at, by }] };
  if (!countedAnswer(round, by)) return { refused: { code: 'nothing_to_take_back' } };
  return { events: [{ type: 'answer_taken_back', at, by }] };
}

function askQuestion({ text, at, by }: CommandOf<'ask_question'>): RoundRuling {
  const refused = checkText('question', text, { least: 1, max: QUESTION_MAX });
  if (refused) return { refused };
  return { events: [{ type: 'question_asked', text: text.trim(), at, by }] };
}

/** To object again on a newer version is to say that the objection stands there (§2.6). */
function standsToo(round: Round, own: Objection, command: AnsweringCommand): RoundEvent[] {
  return countedAnswer(round, command.by) ? [] : stillStands(round, own, command);
}

/** Consent to a newer version says that it settles what was raised on an earlier one (§2.6). */
function ownOneEnds(round: Round, command: AnsweringCommand): RoundEvent[] {
  const { at, by } = command;
  const own = openObjectionOf(round, by);
  if (!own || own.versionNumber >= askedVersion(round).number) return takenBack(round, command);
  return [{ type: 'objection_settled', objectionId: own.id, at, by }];
}

function takenBack(round: Round, { at, by }: AnsweringCommand): RoundEvent[] {
  const own = openObjectionOf(round, by);
  return own ? [{ type: 'objection_taken_back', objectionId: own.id, at, by }] : [];
}
