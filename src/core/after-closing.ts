import { AFTERMATH_TEXT_MAX, LATE_ANSWER_DAYS, REOPENING_MINUTES } from './aftermath.ts';
import { checkObjection } from './objection-text.ts';
import { windowDeadline, type Instant } from './calendar.ts';
import { isAskable } from './askable.ts';
import { isFacilitator, isMember } from './circle.ts';
import type { Circle } from './circle.ts';
import { decideCorrecting, type CorrectCommand } from './correcting.ts';
import type { MemberId, ObjectionId } from './ids.ts';
import type { ObjectionText } from './objection.ts';
import { whyNotInForce } from './replacing.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, textOrNull, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { standsIn } from './standing-in.ts';

/** What is asked of a decision after its round was closed. */
const AFTERMATH_COMMANDS = [
  'object_late',
  'answer_late_objection',
  'pause_decision',
  'unpause_decision',
  'correct_record',
] as const;

/** What a person does about a decision that was made (docs/process.md §10 cases 8 to 10). */
export type AftermathCommand = { readonly at: Instant; readonly by: MemberId } & (
  | ({ readonly type: 'object_late'; readonly objectionId: ObjectionId } & ObjectionText)
  | {
      readonly type: 'answer_late_objection';
      readonly objectionId: ObjectionId;
      readonly text: string;
    }
  | { readonly type: 'pause_decision'; readonly reason: string }
  | { readonly type: 'unpause_decision' }
  | CorrectCommand
);

type RoundRuling = Ruling<RoundEvent, RoundRefusal>;
type CommandOf<Type extends AftermathCommand['type']> = AftermathCommand & { type: Type };

/** True for what is asked of a decision, and not of an open round (docs/process.md §10). */
export function isAftermath(command: { readonly type: string }): command is AftermathCommand {
  return (AFTERMATH_COMMANDS as readonly string[]).includes(command.type);
}

/**
 * Decides what a person does about a decision. New information is always accepted, from anybody in
 * the circle; only the owner and the facilitators answer it, pause the decision or take it up. What
 * is not in force any more is neither paused nor taken up.
 *
 * Source: docs/process.md §10 cases 8 to 10.
 */
export function decideAftermath(
  round: Round,
  command: AftermathCommand,
  circle: Circle,
): RoundRuling {
  const { by, at } = command;
  if (!isMember(circle, by)) return { refused: { code: 'not_in_circle' } };
  if (command.type === 'object_late') return objectLate(round, command, circle);
  if (command.type === 'correct_record') return decideCorrecting(round, command, circle);
  if (!looksAfter(round, { by, at, circle })) {
    const { owner } = round;
    return { refused: { code: 'not_owner', owner, facilitators: circle.facilitators } };
  }
  const superseded = whyNotInForce(round);
  switch (command.type) {
    case 'answer_late_objection':
      return answerLate(round, command);
    case 'pause_decision':
      return superseded ? { refused: superseded } : pause(round, command);
    case 'unpause_decision':
      if (!round.aftermath.paused) return { refused: { code: 'decision_not_paused' } };
      if (superseded) return { refused: superseded };
      return { events: [{ type: 'decision_unpaused', at, by }] };
  }
}

/**
 * True where this person may answer for a decision, pause it and take it up again: its owner, a
 * facilitator, and any deciding member while no facilitator is here. Source: docs/process.md §3.
 */
export function looksAfter(
  round: Round,
  actor: { readonly by: MemberId; readonly at: Instant; readonly circle: Circle },
): boolean {
  const { by, circle } = actor;
  return by === round.owner || isFacilitator(circle, by) || standsIn(round, actor);
}

/** The same form sent twice is one; shortly after the closing it opens the round again (case 8). */
function objectLate(round: Round, command: CommandOf<'object_late'>, circle: Circle): RoundRuling {
  const { at, by, objectionId } = command;
  const known = [...round.objections, ...round.aftermath.lateObjections];
  if (known.some(({ id }) => id === objectionId)) return { events: [] };
  const { ending } = round;
  if (ending?.kind !== 'decided') return { refused: { code: 'round_not_decided' } };
  const refused = checkObjection(command);
  if (refused) return { refused };
  const { harm, effect, remedy } = command;
  const text = { harm: harm.trim(), effect: effect.trim(), remedy: textOrNull(remedy) };
  if (at - ending.at <= REOPENING_MINUTES * 60_000 && isAskable(round, circle, by)) {
    const { decisionNumber } = ending;
    return {
      events: [
        { type: 'round_reopened', decisionNumber, at, by },
        { type: 'objection_raised', objectionId, ...text, at, by },
      ],
    };
  }
  const dueAt = windowDeadline(at, LATE_ANSWER_DAYS, circle.settings.calendar);
  return {
    events: [{ type: 'late_objection_raised', lateId: objectionId, ...text, dueAt, at, by }],
  };
}

function answerLate(
  round: Round,
  { objectionId, text, at, by }: CommandOf<'answer_late_objection'>,
): RoundRuling {
  const late = round.aftermath.lateObjections.find(({ id }) => id === objectionId);
  if (!late) return { refused: { code: 'objection_not_open' } };
  const said = text.trim();
  const { answered } = late;
  if (answered?.by === by && answered.text === said) return { events: [] };
  if (answered) return { refused: { code: 'late_objection_answered', member: answered.by } };
  const refused = checkText('late_answer', text, { least: 1, max: AFTERMATH_TEXT_MAX });
  if (refused) return { refused };
  return { events: [{ type: 'late_objection_answered', lateId: objectionId, text: said, at, by }] };
}

function pause(round: Round, { reason, at, by }: CommandOf<'pause_decision'>): RoundRuling {
  if (round.ending?.kind !== 'decided') return { refused: { code: 'round_not_decided' } };
  const { paused } = round.aftermath;
  if (paused?.by === by && paused.reason === reason.trim()) return { events: [] };
  if (paused) return { refused: { code: 'decision_paused', member: paused.by, at: paused.at } };
  const refused = checkText('reason', reason, { least: 1, max: AFTERMATH_TEXT_MAX });
  if (refused) return { refused };
  return { events: [{ type: 'decision_paused', reason: reason.trim(), at, by }] };
}
