import { decideAnswer, whyNotOpen, type AnsweringCommand } from './answering.ts';
import { dayOf } from './calendar.ts';
import { removedMember } from './concern.ts';
import { mayRead } from './confidential.ts';
import { activeFacilitators, isFacilitator, isMember, isSecretary } from './circle.ts';
import type { Circle } from './circle.ts';
import type { MemberId, RelayId } from './ids.ts';
import { isWaiting, relayWith, waitingRelays } from './relayed-answer.ts';
import type { RelayedAnswer, RelayForm } from './relayed-answer.ts';
import { whyNotInQuestions } from './preparing.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { checkText, textOrNull, type RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import { countedAnswer, openObjectionOf } from './standing.ts';
import { standsIn, type Actor } from './standing-in.ts';

/** Characters of a supporter's name. */
export const SUPPORTER_MAX = 100;

/** Somebody writes down an answer given outside Slack, or speaks to one (§10 case 18). */
export type RelayCommand = Pick<AnsweringCommand, 'at' | 'by'> &
  (
    | ({ readonly type: 'relay_answer'; readonly relayId: RelayId } & RelayForm)
    | { readonly type: 'confirm_relay'; readonly relayId: RelayId }
    | { readonly type: 'deny_relay'; readonly relayId: RelayId }
  );

type RoundRuling = Ruling<RoundEvent, RoundRefusal>;
type CommandOf<Type extends RelayCommand['type']> = RelayCommand & { type: Type };

/** True for what `decideRelay` decides (docs/process.md §10 case 18). */
export function isRelay(command: { readonly type: string }): command is RelayCommand {
  return ['relay_answer', 'confirm_relay', 'deny_relay'].includes(command.type);
}

/**
 * Decides about an answer that a person gave outside Slack. A facilitator or secretary writes it
 * down. The person confirms it, or the witness who is named for it, and only then does it count.
 * An objection is open at once, because that is the safe side. Nobody relays over what a person
 * answered themselves, and every rule about answers holds for relayed ones too.
 *
 * Source: docs/process.md §2.3, §3, §10 case 18.
 */
export function decideRelay(round: Round, command: RelayCommand, circle: Circle): RoundRuling {
  const refused = whyNotOpen(round);
  if (refused) return { refused };
  if (command.type === 'relay_answer') return relay(round, command, circle);
  const known = relayWith(round, command.relayId);
  if (!known) return { refused: { code: 'relay_over' } };
  if (command.by !== known.member && command.by !== known.witness) {
    return { refused: { code: 'relay_not_yours', member: known.member } };
  }
  if (command.by === known.witness && !isMember(circle, command.by)) {
    return { refused: { code: 'not_in_circle' } };
  }
  const { at, by, relayId } = command;
  return command.type === 'confirm_relay'
    ? confirm(round, known, { at, by }, circle)
    : deny(round, known, { type: 'relay_denied', relayId, at, by });
}

/** Why this person may not write down other people's answers, or null (docs/process.md §3). */
export function whyNotRecorder(round: Round, actor: Actor): RoundRefusal | null {
  const { by, circle, at } = actor;
  if (!isMember(circle, by)) return { code: 'not_in_circle' };
  if (isFacilitator(circle, by) || isSecretary(circle, by) || standsIn(round, actor)) return null;
  const recorders = [...activeFacilitators(circle, at), ...circle.secretaries];
  return { code: 'not_recorder', recorders: [...new Set(recorders)] };
}

function relay(round: Round, command: CommandOf<'relay_answer'>, circle: Circle): RoundRuling {
  const { type: _type, at, by, ...form } = command;
  const { relayId } = form;
  const refused = whyNotRecorder(round, { by, at, circle }) ?? checkMember(round, command);
  if (refused) return { refused };
  if (relayWith(round, relayId)) return { events: [] };
  const wrong = checkForm(round, command, circle);
  if (wrong) return { refused: wrong };
  const given = answerOf(form, at);
  const tooSoon = whyNotInQuestions(round, given.type);
  if (tooSoon) return { refused: tooSoon };
  const answer = decideAnswer(round, given, circle);
  if ('refused' in answer) return answer;
  const supporter = textOrNull(form.supporter);
  const relayed = { type: 'answer_relayed' as const, ...form, supporter, at, by };
  const follows = form.said.kind === 'objection' ? byRelay(answer.events, relayId) : [];
  return { events: [relayed, ...follows] };
}

/** Whose answer may be relayed: of a person who is asked and has not answered themselves. */
function checkMember(
  round: Round,
  { member, by, relayId, said }: CommandOf<'relay_answer'>,
): RoundRefusal | null {
  if (relayWith(round, relayId)) return null;
  const field = 'member';
  if (member === by) return { code: 'relay_for_oneself', field };
  const asked = round.asked.get(member);
  if (!asked || asked.excused?.reason === 'left') {
    return { code: 'relay_member_not_asked', field, member };
  }
  const own = countedAnswer(round, member);
  const objection = openObjectionOf(round, member);
  if ((own && !own.relayId) || (objection && !objection.relayId)) {
    return { code: 'answered_themselves', field, member };
  }
  const isTwice = said.kind === 'objection' && objection !== null;
  const waits = isTwice || waitingRelays(round).some((one) => one.member === member);
  return waits ? { code: 'relay_waits', field, member } : null;
}

function checkForm(
  round: Round,
  { witness, by, member, saidOn, at, channel, supporter }: CommandOf<'relay_answer'>,
  circle: Circle,
): RoundRefusal | null {
  const barred: readonly (MemberId | null)[] = [by, member, round.proposedBy, removedMember(round)];
  const isReader = witness !== null && isMember(circle, witness) && mayRead(round, circle, witness);
  if (witness !== null && (barred.includes(witness) || !isReader)) {
    return { code: 'witness_not_possible', field: 'witness' };
  }
  if (saidOn > dayOf(at, circle.settings.calendar.timeZone)) {
    return { code: 'said_on_ahead', field: 'said_on' };
  }
  const least = channel === 'supporter' ? 1 : 0;
  return checkText('supporter', supporter, { least, max: SUPPORTER_MAX });
}

/** The same answer as if the person had given it: every rule about answers holds for it. */
function answerOf({ member: by, said }: RelayForm, at: number): AnsweringCommand {
  switch (said.kind) {
    case 'consent':
      return { type: 'consent', note: said.note, at, by };
    case 'more_time':
      return { type: 'ask_more_time', needs: said.needs, at, by };
    case 'objection': {
      const { objectionId, harm, effect, remedy } = said;
      return { type: 'object', objectionId, harm, effect, remedy, at, by };
    }
  }
}

function byRelay(events: readonly RoundEvent[], relayId: RelayId): RoundEvent[] {
  return events.map((event) => {
    switch (event.type) {
      case 'consented':
      case 'more_time_asked':
      case 'objection_raised':
        return { ...event, relayId };
      default:
        return event;
    }
  });
}

function confirm(
  round: Round,
  known: RelayedAnswer,
  { at, by }: Pick<RelayCommand, 'at' | 'by'>,
  circle: Circle,
): RoundRuling {
  if (known.confirmed) return { events: [] };
  if (!isWaiting(round, known)) return { refused: { code: 'relay_over' } };
  const confirmed = { type: 'relay_confirmed' as const, relayId: known.id, at, by };
  if (known.said.kind === 'objection') return { events: [confirmed] };
  const given = answerOf(known, at);
  const tooSoon = whyNotInQuestions(round, given.type);
  if (tooSoon) return { refused: tooSoon };
  const answer = decideAnswer(round, given, circle);
  if ('refused' in answer) return answer;
  return { events: [confirmed, ...byRelay(answer.events, known.id)] };
}

/** What was relayed wrongly goes: also an objection, which nobody raised then. */
function deny(
  round: Round,
  known: RelayedAnswer,
  denied: RoundEvent & { type: 'relay_denied' },
): RoundRuling {
  if (known.denied) return { events: [] };
  if (!isWaiting(round, known)) return { refused: { code: 'relay_over' } };
  const { member: by, said } = known;
  if (said.kind !== 'objection') return { events: [denied] };
  const { objectionId } = said;
  return { events: [denied, { type: 'objection_taken_back', objectionId, at: denied.at, by }] };
}
