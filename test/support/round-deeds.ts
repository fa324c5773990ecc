import * as fc from 'fast-check';
import type { Instant } from '../../src/core/calendar.ts';
import type { Circle } from '../../src/core/circle.ts';
import { decideRound, type RoundCommand } from '../../src/core/decide-round.ts';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { draftOf } from '../../src/core/draft.ts';
import { objectionId, relayId, type MemberId } from '../../src/core/ids.ts';
import { isOpen, type Objection } from '../../src/core/objection.ts';
import { openQuestions } from '../../src/core/question-step.ts';
import { isWaiting } from '../../src/core/relayed-answer.ts';
import type { Round } from '../../src/core/round.ts';
import { openObjections, silentMembers } from '../../src/core/standing.ts';
import { standsIn } from '../../src/core/standing-in.ts';
import { voidConfirmers } from '../../src/core/voiding.ts';
import { DAY, HOUR } from './bakery.ts';

/** What can be asked of a round. */
export type CommandType = RoundCommand['type'];

/**
 * What somebody tries, before it is known what they find: `pick` chooses among what is there, and
 * with `isTheirs` it is done by a person whose deed it is, if there is one. With `isFitting` it is
 * only where to begin looking for something that changes the round.
 */
export type Deed = {
  readonly type: CommandType;
  readonly who: MemberId;
  readonly isTheirs: boolean;
  readonly isFitting: boolean;
  readonly pick: number;
};

/** What they find: the round as it stands then. `from` is when something was last done. */
export type Scope = {
  readonly round: Round;
  readonly circle: Circle;
  readonly from: Instant;
  readonly at: Instant;
  /** Different for every deed of a play. */
  readonly count: number;
};

type Found = Scope & { readonly deed: Deed; readonly said: { at: Instant; by: MemberId } };
type Makers = {
  readonly [Type in CommandType]: (found: Found) => RoundCommand & { readonly type: Type };
};

const text = {
  harm: 'Nobody would have a whole weekend any more.',
  effect: 'People get tired, and tired people leave us.',
  remedy: 'Two Sundays a month for each of us at most.',
};
const NOWHERE = { to: 'Support circle', channelId: null };
const OUTCOMES = ['consented', 'consented', 'new_text', 'parked', 'withdrawn'] as const;

/** One way of asking each thing: a command that has none here does not compile. */
const MAKERS: Makers = {
  consent: ({ said, deed }) => ({
    type: 'consent',
    note: deed.pick % 3 === 0 ? 'Watch our sleep.' : null,
    ...said,
  }),
  ask_more_time: ({ said }) => ({ type: 'ask_more_time', needs: null, ...said }),
  object: ({ said, count }) => ({ type: 'object', ...text, ...fresh(count), ...said }),
  settle_objection: (found) => ({ type: 'settle_objection', ...about(found) }),
  take_back_objection: (found) => ({ type: 'take_back_objection', ...about(found) }),
  take_back_answer: ({ said }) => ({ type: 'take_back_answer', ...said }),
  ask_question: ({ said }) => ({ type: 'ask_question', text: 'Who opens the shop?', ...said }),
  give_thought: ({ said, count }) => ({ type: 'give_thought', text: `Good. ${count}`, ...said }),
  say_nothing_further: ({ said }) => ({ type: 'say_nothing_further', ...said }),
  answer_question: ({ said, round }) => ({
    type: 'answer_question',
    question: openQuestions(round)[0]?.number ?? 0,
    text: 'Two of us.',
    ...said,
  }),
  change_draft: ({ said, round, count }) => ({
    type: 'change_draft',
    draft: { ...draftOf(round), need: `People ask for bread, ${count} of them.` },
    ...said,
  }),
  begin_answers: ({ said }) => ({ type: 'begin_answers', ...said }),
  open_answers: ({ said }) => ({ type: 'open_answers', ...said }),
  say_i_was_away: ({ said }) => ({ type: 'say_i_was_away', note: null, ...said }),
  publish_next_version: publish,
  decide: ({ said }) => ({ type: 'decide', decisionNumber: 12, ...said }),
  extend: (found) => ({ type: 'extend', reason: null, ...until(found) }),
  shorten: (found) => ({ type: 'shorten', reason: 'The oven.', ...until(found, 2) }),
  void: ({ said }) => ({ type: 'void', ...said, reason: 'It is there twice.' }),
  confirm_void: ({ said }) => ({ type: 'confirm_void', ...said }),
  take_void_back: ({ said }) => ({ type: 'take_void_back', ...said }),
  give_time_back: ({ said }) => ({ type: 'give_time_back', ...said }),
  to_meeting: ({ said }) => ({ type: 'to_meeting', note: null, ...said }),
  park: (found) => ({ type: 'park', ...parking(found), ...found.said }),
  resume: (found) => ({ type: 'resume', ...until(found) }),
  record_meeting: meeting,
  pass_on: ({ said }) => ({ type: 'pass_on', ...NOWHERE, reason: 'Theirs', summary: 'S', ...said }),
  escalate: ({ said }) => ({ type: 'escalate', ...NOWHERE, reason: 'R', summary: 'S', ...said }),
  withdraw: ({ said }) => ({ type: 'withdraw', reason: null, ...said }),
  take_over: ({ said }) => ({ type: 'take_over', ...said }),
  adopt_proposal: ({ said }) => ({ type: 'adopt_proposal', ...said }),
  challenge_wording: ({ said, round }) => ({
    type: 'challenge_wording',
    versionNumber: round.versions.length,
    ...said,
  }),
  keep_objection: (found) => ({ type: 'keep_objection', ...about(found) }),
  object_late: ({ said, count }) => ({ type: 'object_late', ...text, ...fresh(count), ...said }),
  answer_late_objection: ({ said, round }) => ({
    type: 'answer_late_objection',
    objectionId: round.aftermath.lateObjections.at(-1)?.id ?? objectionId('none'),
    text: 'We look at it on Friday.',
    ...said,
  }),
  pause_decision: ({ said }) => ({ type: 'pause_decision', reason: 'The oven.', ...said }),
  unpause_decision: ({ said }) => ({ type: 'unpause_decision', ...said }),
  correct_record: ({ said, count }) => ({
    type: 'correct_record',
    text: `Four months, not three. ${count}`,
    ...said,
  }),
  ask_clarity: (found) => ({ type: 'ask_clarity', text: 'Which Monday?', ...about(found) }),
  ask_aim_link: (found) => ({ type: 'ask_aim_link', ...about(found) }),
  suggest_wording: (found) => ({
    type: 'suggest_wording',
    ...{ ...text, harm: `Nobody rests, the ${found.count}th time.` },
    ...about(found),
  }),
  accept_wording: (found) => {
    const steps = chosen(found)?.steps ?? [];
    const suggestion = steps.findIndex(({ type }) => type === 'wording_suggested');
    return { type: 'accept_wording', suggestion, ...about(found) };
  },
  suggest_way: (found) => ({ type: 'suggest_way', way: 'pilot', text: null, ...about(found) }),
  ask_talk: (found) => ({ type: 'ask_talk', ...about(found) }),
  ask_help: ({ said }) => ({ type: 'ask_help', ...said }),
  make_note: (found) => ({ type: 'make_note', note: 'Watch our sleep.', ...about(found) }),
  adopt_objection: (found) => ({ type: 'adopt_objection', ...about(found) }),
  relay_answer: relay,
  confirm_relay: (found) => ({ type: 'confirm_relay', ...aboutRelay(found) }),
  deny_relay: (found) => ({ type: 'deny_relay', ...aboutRelay(found) }),
  leave_me_out: ({ said }) => ({ type: 'leave_me_out', why: 'My sister asks for it.', ...said }),
  wish_to_be_asked: ({ said }) => ({ type: 'wish_to_be_asked', ...said }),
  ask_member_too: (found) => ({ type: 'ask_member_too', member: notAsked(found), ...found.said }),
  look_at_clock: ({ at }) => ({ type: 'look_at_clock', at, by: null }),
  add_back_outage: ({ at, from }) => {
    return { type: 'add_back_outage', outageFrom: from, outageTo: at, at, by: null };
  },
};

/** Everything that can be asked of a round, by name. */
export const COMMAND_TYPES = Object.keys(MAKERS).filter(
  (type): type is CommandType => type in MAKERS,
);

/** The command that this deed comes to in the round as it stands. */
export function commandOf(deed: Deed, scope: Scope): RoundCommand {
  return (deed.isFitting ? fitting(deed, scope) : null) ?? commandOfType(deed, scope);
}

/** The first that changes something; what halts or ends a round only now and then. */
function fitting(deed: Deed, scope: Scope): RoundCommand | null {
  const { round, circle } = scope;
  const start = COMMAND_TYPES.indexOf(deed.type);
  for (const place of COMMAND_TYPES.keys()) {
    const type = COMMAND_TYPES[(start + place * STRIDE) % COMMAND_TYPES.length] ?? deed.type;
    if (HALTING.has(type) && deed.pick % 5 > 0) continue;
    const command = commandOfType({ ...deed, type, isTheirs: true }, scope);
    const outcome = decideRound(round, command, { circle, decisionNumber: 12 });
    if (!outcome.refused && outcome.events.some(({ by }) => by !== null)) return command;
  }
  return null;
}

/** A stride that has no factor in common with the number of types visits each of them. */
const STRIDE = strideOver(COMMAND_TYPES.length);

function strideOver(count: number): number {
  let stride = Math.ceil((count * 3) / 4);
  while (commonFactor(stride, count) > 1) stride += 1;
  return stride;
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? a : commonFactor(b, a % b);
}

const HALTING: ReadonlySet<CommandType> = new Set([
  'withdraw',
  'pass_on',
  'escalate',
  'park',
  'void',
  'confirm_void',
  'to_meeting',
  'leave_me_out',
  'ask_help',
  'ask_question',
]);

function commandOfType(deed: Deed, scope: Scope): RoundCommand {
  const rightful = deed.isTheirs ? ownersOf(deed, scope) : [];
  const by = rightful[deed.pick % Math.max(1, rightful.length)] ?? deed.who;
  return MAKERS[deed.type]({ ...scope, deed, said: { at: scope.at, by } });
}

/** What is tried often, because nothing else happens without it. */
const OFTEN: Partial<Record<CommandType, number>> = {
  consent: 36,
  decide: 18,
  object: 6,
  begin_answers: 6,
  open_answers: 4,
  say_nothing_further: 6,
  publish_next_version: 5,
  settle_objection: 4,
  relay_answer: 4,
  confirm_relay: 3,
  record_meeting: 5,
  adopt_objection: 5,
  keep_objection: 4,
  take_back_objection: 3,
  look_at_clock: 8,
  resume: 8,
  add_back_outage: 4,
  answer_late_objection: 4,
  accept_wording: 5,
  suggest_wording: 4,
  shorten: 5,
  give_time_back: 5,
  void: 1,
};

/** Any deed of any of these people. */
export function deedsOf(people: readonly MemberId[]): fc.Arbitrary<Deed> {
  const types = COMMAND_TYPES.flatMap((type) => Array<CommandType>(OFTEN[type] ?? 2).fill(type));
  return fc.record({
    type: fc.constantFrom(...types),
    who: fc.constantFrom(...people),
    isTheirs: fc.constantFrom(true, true, true, false),
    isFitting: fc.boolean(),
    pick: fc.nat(60),
  });
}

/** Whose deed it would be, as far as it is anybody's in particular. */
function ownersOf(deed: Deed, { round, circle, at }: Scope): readonly MemberId[] {
  const found = { round, circle, deed };
  switch (deed.type) {
    case 'consent':
    case 'ask_more_time':
      return silentMembers(round);
    case 'adopt_proposal':
    case 'adopt_objection':
    case 'take_over':
      return [...circle.members.keys()].filter((by) => by !== round.proposedBy);
    case 'wish_to_be_asked':
      return [...circle.members.keys()].filter((by) => !round.asked.has(by));
    case 'challenge_wording':
    case 'take_back_answer':
      return [...round.answers.keys()];
    case 'give_time_back':
      return [...round.asked.keys()];
    case 'object_late':
      return [...circle.members.keys()];
    case 'publish_next_version':
    case 'withdraw':
    case 'begin_answers':
    case 'change_draft':
    case 'answer_question':
      return [round.proposedBy];
    case 'confirm_void':
      return voidConfirmers(round, circle, at);
    case 'take_void_back':
      return round.voidWish ? [round.voidWish.by] : [];
    case 'settle_objection':
    case 'take_back_objection':
    case 'keep_objection':
    case 'make_note':
    case 'accept_wording':
      return [chosen(found)?.by ?? deed.who];
    case 'confirm_relay':
    case 'deny_relay':
      return chosenRelay(found)?.speakers ?? [];
    case 'say_nothing_further':
      return [...round.asked.keys()].filter((id) => !round.step.nothingFurther.includes(id));
    case 'say_i_was_away':
      return round.ending ? silentMembers(round) : [];
    default: {
      const people = [...circle.members.keys()];
      return FACILITATING.has(deed.type)
        ? people.filter(
            (by) => circle.facilitators.includes(by) || standsIn(round, { by, at, circle }),
          )
        : [];
    }
  }
}

const FACILITATING: ReadonlySet<CommandType> = new Set([
  'decide',
  'extend',
  'shorten',
  'void',
  'open_answers',
  'park',
  'resume',
  'record_meeting',
  'pass_on',
  'escalate',
  'relay_answer',
  'ask_member_too',
  'answer_late_objection',
  'pause_decision',
  'unpause_decision',
  'correct_record',
  'ask_clarity',
  'ask_aim_link',
  'suggest_wording',
  'suggest_way',
]);

const fresh = (count: number) => ({ objectionId: objectionId(`o-${count}`) });

function chosen({ round, deed }: Pick<Found, 'round' | 'deed'>): Objection | null {
  const open = openObjections(round);
  // Now and then an objection that is over, because people press old buttons.
  const among = open.length > 0 && deed.pick % 5 > 0 ? open : round.objections;
  return among[deed.pick % Math.max(1, among.length)] ?? null;
}

function about(found: Found) {
  return { objectionId: chosen(found)?.id ?? objectionId('none'), ...found.said };
}

function chosenRelay({ round, deed }: Pick<Found, 'round' | 'deed'>) {
  const relays = round.relays.filter((relay) => deed.pick % 5 === 0 || isWaiting(round, relay));
  const relay = relays[deed.pick % Math.max(1, relays.length)];
  if (!relay) return null;
  const { id, member, witness } = relay;
  return { id, speakers: witness ? [member, witness] : [member] };
}

function aboutRelay(found: Found) {
  return { relayId: chosenRelay(found)?.id ?? relayId('none'), ...found.said };
}

function relay({ round, deed, said, at, count }: Found): RoundCommand & { type: 'relay_answer' } {
  const silent = silentMembers(round).filter((id) => id !== said.by);
  const witnesses = [...round.asked.keys()].filter((id) => id !== said.by);
  const sayings = [
    { kind: 'consent' as const, note: null },
    { kind: 'objection' as const, ...fresh(count), ...text },
    { kind: 'more_time' as const, needs: null },
  ];
  return {
    type: 'relay_answer',
    relayId: relayId(`relay-${count}`),
    member: silent[deed.pick % Math.max(1, silent.length)] ?? deed.who,
    said: sayings[deed.pick % 3] ?? { kind: 'consent', note: null },
    wording: 'their_own',
    channel: 'phone',
    supporter: null,
    saidOn: dayAfter(at, -1),
    witness: deed.pick % 4 > 1 ? (witnesses[deed.pick % witnesses.length] ?? null) : null,
    ...said,
  };
}

function publish(found: Found): RoundCommand & { type: 'publish_next_version' } {
  const { round, deed, said, count } = found;
  const { title, need, owner, reviewOn, link } = round;
  const document = documentOfText(`We open on Sundays, the ${count}th try.`);
  return {
    type: 'publish_next_version',
    basedOn: round.versions.length,
    change: deed.pick % 2 === 0 ? 'substance' : 'wording',
    wording: { title, need, owner, reviewOn, link, document },
    answersObjections: round.objections.filter(isOpen).map(({ id }) => id),
    linkedDocumentChanged: deed.pick % 7 === 0,
    proposerAgrees: deed.pick % 3 > 0,
    ...said,
  };
}

function meeting(found: Found): RoundCommand & { type: 'record_meeting' } {
  const { round, deed, said } = found;
  const here = [...round.asked.keys()].filter((_, place) => (deed.pick >> place) % 2 === 0);
  const record = { type: 'record_meeting' as const, present: here, note: null };
  const outcome = OUTCOMES[deed.pick % OUTCOMES.length] ?? 'consented';
  switch (outcome) {
    case 'consented':
    case 'new_text':
      return { ...record, outcome, ...until(found) };
    case 'parked':
      return { ...record, outcome, ...parking(found), ...said };
    case 'withdrawn':
      return { ...record, outcome, ...said };
  }
}

const parking = ({ at, deed }: Found) => ({
  nextStep: 'Ask',
  who: deed.who,
  untilOn: dayAfter(at, deed.pick % 12),
});

/** Mostly a moment that may be a deadline: noon, some days on. */
function until({ at, deed, said }: Found, days = 14) {
  const noon = at - (at % DAY) + 12 * HOUR;
  return { deadlineAt: noon + ((deed.pick % days) + 1) * DAY, ...said };
}

function notAsked({ round, circle, deed }: Found): MemberId {
  const others = [...circle.members.keys()].filter((id) => !round.asked.has(id));
  return others[deed.pick % Math.max(1, others.length)] ?? deed.who;
}

/** The calendar day some days on, in UTC. */
export const dayAfter = (at: Instant, days: number) =>
  new Date(at + days * DAY).toISOString().slice(0, 10);
