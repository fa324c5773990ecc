import { decideAftermath, isAftermath, type AftermathCommand } from './after-closing.ts';
import { decideAnswer, type AnsweringCommand } from './answering.ts';
import { decideAdoptProposal, type AdoptProposalCommand } from './adopting-proposal.ts';
import { proposerTimeGivenBack } from './proposer-clock.ts';
import { addBackOutage } from './deadline.ts';
import type { Instant } from './calendar.ts';
import type { Circle } from './circle.ts';
import { wouldHaveClosedBy } from './automatic-closing.ts';
import { catchUp } from './clock.ts';
import { asConcerned, circleFor } from './concern.ts';
import {
  decidePreparing,
  PREPARING,
  whyNotInQuestions,
  type PreparingCommand,
} from './preparing.ts';
import { decideOpening, type OpenAnswersCommand } from './opening-answers.ts';
import { inQuestions } from './question-step.ts';
import { questionsAfterOutage } from './question-step-clock.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { adoptionGivenBack } from './objection-clock.ts';
import { decideObjectionWork, isObjectionWorkCommand } from './objection-work.ts';
import type { ObjectionWorkCommand } from './objection-work.ts';
import { evolveRound } from './round-history.ts';
import type { RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import {
  decideVersionAnswer,
  VERSION_ANSWERS,
  type VersionAnswerCommand,
} from './version-answer.ts';
import { decideAsking, isAsking, type AskingCommand } from './asking.ts';
import { decideRelay, isRelay, type RelayCommand } from './relaying.ts';
import { decideGiveTimeBack, type GiveTimeBackCommand } from './shortening.ts';
import { decideTakeOver, type TakeOverCommand } from './take-over.ts';
import { decideVoidAnswer, type VoidAnswerCommand } from './voiding.ts';
import { withDeclaration } from './standing-in.ts';
import { decideWasAway, type WasAwayCommand } from './was-away.ts';
import { decideWayOn, WAYS_ON, type WayOnCommand } from './ways-on.ts';

/** The clock moved, or the service was away and its time is given back (§10 case 24). */
export type TimeCommand = { readonly at: Instant; readonly by: null } & (
  | { readonly type: 'look_at_clock' }
  | { readonly type: 'add_back_outage'; readonly outageFrom: Instant; readonly outageTo: Instant }
);

/** Everything that can be asked of a round (docs/process.md §2). */
export type RoundCommand =
  | AnsweringCommand
  | PreparingCommand
  | WasAwayCommand
  | WayOnCommand
  | VersionAnswerCommand
  | AftermathCommand
  | GiveTimeBackCommand
  | VoidAnswerCommand
  | OpenAnswersCommand
  | TakeOverCommand
  | AdoptProposalCommand
  | ObjectionWorkCommand
  | RelayCommand
  | AskingCommand
  | TimeCommand;

/**
 * What a command brings: first all that the clock has brought, then what the command decides.
 * Both are kept even where the command is refused, because the clock is a fact.
 */
export type RoundOutcome = {
  readonly events: readonly RoundEvent[];
  readonly refused: RoundRefusal | null;
  /** The round after the events. */
  readonly round: Round;
  /** The moment at which all this was judged: the command's. */
  readonly at: Instant;
};

/**
 * Decides any command on a round.
 *
 * `decisionNumber` is the number that a decision gets if this command, or the clock before it,
 * closes the round. Time that the service was away is given back before the clock is looked at.
 *
 * Source: docs/process.md §D8, §D9, §2.
 */
export function decideRound(
  round: Round,
  command: RoundCommand,
  context: { readonly circle: Circle; readonly decisionNumber: number },
): RoundOutcome {
  const { decisionNumber } = context;
  const circle = circleFor(round, context.circle);
  const { at } = command;
  const given = command.type === 'add_back_outage' ? addedBack(round, command, circle) : [];
  const afterGiven = given.reduce<Round>(evolveRound, round);
  const clock = catchUp(afterGiven, { circle, now: at, decisionNumber });
  const current = clock.reduce<Round>(evolveRound, afterGiven);
  if (command.by === null) {
    return { events: [...given, ...clock], refused: null, round: current, at };
  }

  const ruling = rulingOn(current, command, circle);
  if ('refused' in ruling) {
    const refused = asConcerned(current, command.by, circle, ruling.refused);
    return { events: clock, refused, round: current, at };
  }
  const events = withDeclaration(current, { by: command.by, at, circle }, ruling.events);
  const decided = events.reduce<Round>(evolveRound, current);
  const after = catchUp(decided, { circle, now: at, decisionNumber });
  return {
    events: [...clock, ...events, ...after],
    refused: null,
    round: after.reduce<Round>(evolveRound, decided),
    at,
  };
}

function rulingOn(
  round: Round,
  command: Exclude<RoundCommand, TimeCommand>,
  circle: Circle,
): Ruling<RoundEvent, RoundRefusal> {
  const tooSoon = whyNotInQuestions(round, command.type);
  if (tooSoon) return { refused: tooSoon };
  if (command.type === 'say_i_was_away') return decideWasAway(round, command);
  if (isPreparing(command)) return decidePreparing(round, command, circle);
  if (isAsking(command)) return decideAsking(round, command, circle);
  if (isRelay(command)) return decideRelay(round, command, circle);
  if (command.type === 'open_answers') return decideOpening(round, command, circle);
  if (command.type === 'give_time_back') return decideGiveTimeBack(round, command, circle);
  if (command.type === 'confirm_void' || command.type === 'take_void_back') {
    return decideVoidAnswer(round, command, circle);
  }
  if (command.type === 'take_over') return decideTakeOver(round, command, circle);
  if (command.type === 'adopt_proposal') return decideAdoptProposal(round, command, circle);
  if (isAftermath(command)) return decideAftermath(round, command, circle);
  if (isObjectionWorkCommand(command)) return decideObjectionWork(round, command, circle);
  if (isWayOn(command)) return decideWayOn(round, command, circle);
  if (isVersionAnswer(command)) return decideVersionAnswer(round, command, circle);
  return decideAnswer(round, command, circle);
}

function isPreparing(command: RoundCommand): command is PreparingCommand {
  return (PREPARING as readonly string[]).includes(command.type);
}

function isVersionAnswer(command: RoundCommand): command is VersionAnswerCommand {
  return (VERSION_ANSWERS as readonly string[]).includes(command.type);
}

function isWayOn(command: RoundCommand): command is WayOnCommand {
  return (WAYS_ON as readonly string[]).includes(command.type);
}

function addedBack(
  round: Round,
  { at, outageFrom, outageTo }: TimeCommand & { type: 'add_back_outage' },
  circle: Circle,
): RoundEvent[] {
  if (round.ending || round.pause) return [];
  const outage = { from: outageFrom, to: outageTo };
  const adopting = [
    ...proposerTimeGivenBack(round, circle, outage),
    ...adoptionGivenBack(round, circle, outage),
  ];
  if (inQuestions(round)) {
    return [...adopting, ...questionsAfterOutage(round, { at, outageFrom, outageTo }, circle)];
  }
  const { calendar } = circle.settings;
  const { deadlineAt: before } = round;
  const deadlineAt = addBackOutage({ deadlineAt: before, outageFrom, outageTo, calendar });
  const events = [...adopting];
  if (deadlineAt !== before) {
    const cause = 'outage';
    events.push({ type: 'deadline_extended', deadlineAt, cause, reason: null, at, by: null });
  }
  if (wouldHaveClosedBy(round, outageTo)) {
    events.push({ type: 'grace_restarted', at, by: null });
  }
  return events;
}
