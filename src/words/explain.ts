import type { RoundRefusal } from '../core/round-refusal.ts';
import type { Ending } from '../core/round.ts';
import type { Words } from './index.ts';
import { facilitatorsNamed, membersNamed } from './members.ts';
import type { Saying } from './message.ts';
import { day, member, moment } from './terms.ts';

type Code = RoundRefusal['code'];
type RefusalOf<One extends Code = Code> = {
  [Each in One]: Extract<RoundRefusal, { readonly code: Each }>;
}[One];
/** `zone` is the circle's own (IANA), for the moments that plain text names. */
type Explain<One extends Code> = (words: Words, refusal: RefusalOf<One>, zone: string) => Saying;

/**
 * Why something cannot be done in a round, in words: the rule, and the next step. Plain moments
 * are said in `zone`.
 *
 * Source: docs/process.md §D12.
 */
export function explainRound(words: Words, refusal: RoundRefusal, zone: string): Saying {
  return explained(words, refusal, zone);
}

function explained<One extends Code>(words: Words, refusal: RefusalOf<One>, zone: string): Saying {
  const explain: Explain<One> = EXPLANATIONS[refusal.code];
  return explain(words, refusal, zone);
}

const EXPLANATIONS: { readonly [One in Code]: Explain<One> } = {
  not_in_circle: ({ refusal }) => refusal.stranger(),
  member_not_asked: (words, { facilitators }) =>
    words.refusal.notAsked({ facilitators: facilitatorsNamed(facilitators, words) }),
  round_ended: (words, { ending }, zone) => explainEnding(words, ending, zone),
  round_parked: ({ refusal }, { untilOn, nextStep }) =>
    refusal.parked({ until: day(untilOn), step: nextStep }),
  round_not_paused: ({ refusal }) => refusal.notPaused(),
  round_at_meeting: ({ refusal }) => refusal.atMeeting(),

  text_missing: ({ refusal }, { field }) => refusal.missing[field](),
  text_too_short: ({ refusal }, { field, least }) => refusal.tooShort({ field, least }),
  text_too_long: ({ refusal }, { max }) => refusal.tooLong({ max }),

  not_the_objector: ({ refusal }, { objector }) =>
    refusal.notObjector({ objector: member(objector) }),
  objection_not_open: ({ refusal }) => refusal.objectionNotOpen(),
  nothing_to_take_back: ({ refusal }) => refusal.nothingToTakeBack(),
  holds_used_up: (words, { facilitators }) =>
    words.refusal.holdsUsedUp({ facilitators: facilitatorsNamed(facilitators, words) }),
  not_facilitator: (words, { facilitators }) =>
    words.refusal.notFacilitator({ facilitators: facilitatorsNamed(facilitators, words) }),
  not_proposer: ({ refusal }, { proposer }) => refusal.notProposer({ proposer: member(proposer) }),

  objection_open: (words, { members }) =>
    words.refusal.objectionOpen({ members: membersNamed(members, words) }),
  hold_open: (words, { members }) =>
    words.refusal.holdOpen({ members: membersNamed(members, words) }),
  too_few_able: ({ refusal }) => refusal.tooFew(),
  // Who is silent is named nowhere unless the circle chose that it is (docs/process.md §D2).
  members_silent: ({ refusal }, { members }) => refusal.silent({ n: members.length }),
  too_early: ({ refusal }, { fromAt }, zone) => refusal.tooEarly({ from: moment(fromAt, zone) }),
  own_contested_round: ({ refusal }) => refusal.ownContested(),

  already_extended: ({ refusal }) => refusal.alreadyExtended(),
  extension_too_long: ({ refusal }, { latestAt }, zone) =>
    refusal.extensionTooLong({ latest: moment(latestAt, zone) }),
  deadline_not_later: ({ refusal }, { deadlineAt }, zone) =>
    refusal.deadlineNotLater({ deadline: moment(deadlineAt, zone) }),
  deadline_past: ({ refusal }, { earliestAt }, zone) =>
    refusal.deadlinePast({ earliest: moment(earliestAt, zone) }),
  deadline_too_soon: ({ refusal }, { earliestAt }, zone) =>
    refusal.deadlineTooSoon({ earliest: moment(earliestAt, zone) }),
  deadline_too_far: ({ refusal }, { latestAt }, zone) =>
    refusal.deadlineTooFar({ latest: moment(latestAt, zone) }),
  deadline_not_working_day: ({ refusal }, { nextAt }, zone) =>
    refusal.deadlineDayOff({ next: moment(nextAt, zone) }),
  deadline_at_night: ({ refusal }, { nextAt }, zone) =>
    refusal.deadlineAtNight({ next: moment(nextAt, zone) }),

  park_date_not_ahead: ({ refusal }) => refusal.parkDate(),
  park_who_not_in_circle: ({ refusal }) => refusal.parkWho(),
};

function explainEnding({ refusal, system }: Words, ending: Ending, zone: string): Saying {
  const at = moment(ending.at, zone);
  if (ending.kind === 'withdrawn') return refusal.withdrawn({ at });
  const number = system.decisionNumber({ number: String(ending.decisionNumber) });
  return refusal.decided({ at, number });
}
