import type { RoundRefusal } from '../core/round-refusal.ts';
import { explainAsking } from './explain-asking.ts';
import { explainOwnContested } from './explain-closers.ts';
import { explainEnding } from './explain-ending.ts';
import { explainSuperseded } from './explain-proposal.ts';
import { explainProposer } from './explain-proposer.ts';
import { explainRelay } from './explain-relay.ts';
import { explainStep, explainWasAway } from './explain-step.ts';
import { explainUrgency } from './explain-urgency.ts';
import { explainVoiding } from './explain-voiding.ts';
import { explainVersion } from './explain-version.ts';
import type { Words } from './index.ts';
import { facilitatorsNamed, membersNamed } from './members.ts';
import type { Saying } from './message.ts';
import { parkedStep } from './parked-step.ts';
import { day, member, moment, placeNamed } from './terms.ts';

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
  only_deciders: (words, { facilitators }) =>
    words.refusal.onlyDeciders({ facilitators: facilitatorsNamed(facilitators, words) }),
  // What is still possible for a while, `explainEnding` says to whoever knows when now is.
  round_ended: (words, { ending }, zone) => explainEnding(words, ending, { zone, now: null }),
  round_parked: (words, parked) =>
    words.refusal.parked({ until: day(parked.untilOn), step: parkedStep(parked, words) }),
  round_not_paused: ({ refusal }) => refusal.notPaused(),
  round_at_meeting: ({ refusal }) => refusal.atMeeting(),

  text_missing: ({ refusal }, { field }) => refusal.missing[field](),
  text_too_short: ({ refusal }, { field, least }) => refusal.tooShort({ field, least }),
  text_too_long: ({ refusal }, { max }) => refusal.tooLong({ max }),

  not_the_objector: ({ refusal }, { objector }) =>
    refusal.notObjector({ objector: member(objector) }),
  objection_not_open: ({ refusal }) => refusal.objectionNotOpen(),
  objector_is_here: ({ refusal }, { objector }) =>
    refusal.objectorHere({ objector: member(objector) }),
  adopters_decide: (words, { facilitators }) =>
    words.objectionCard.adoptersDecide({ facilitators: facilitatorsNamed(facilitators, words) }),
  own_objection_open: ({ refusal }) => refusal.ownObjectionOpen(),
  adopter_away: ({ refusal }) => refusal.adopterAway(),
  proposer_adopts_not: ({ refusal }) => refusal.proposerAdoptsNot(),
  suggestion_unknown: ({ refusal }) => refusal.suggestionUnknown(),
  nothing_to_take_back: ({ refusal }) => refusal.nothingToTakeBack(),
  holds_used_up: (words, { facilitators }) =>
    words.refusal.holdsUsedUp({ facilitators: facilitatorsNamed(facilitators, words) }),
  not_facilitator: (words, { facilitators, proposer }) => {
    const named = { facilitators: facilitatorsNamed(facilitators, words) };
    if (proposer === undefined) return words.refusal.notFacilitator(named);
    return words.refusal.notKeeper({ ...named, proposer: member(proposer) });
  },
  not_proposer: ({ refusal }, { proposer }) => refusal.notProposer({ proposer: member(proposer) }),

  objection_open: (words, { members }) =>
    words.refusal.objectionOpen({ members: membersNamed(members, words) }),
  hold_open: (words, { members }) =>
    words.refusal.holdOpen({ members: membersNamed(members, words) }),
  too_few_able: ({ refusal }) => refusal.tooFew(),
  // Who is silent is named nowhere unless the circle chose that it is (docs/process.md §D2).
  members_silent: ({ refusal }, { members }) => refusal.silent({ n: members.length }),
  too_early: ({ refusal }, { fromAt, isForWording }, zone) => {
    const from = moment(fromAt, zone);
    return isForWording ? refusal.wordingMayChange({ from }) : refusal.tooEarly({ from });
  },
  own_contested_round: explainOwnContested,

  already_extended: (words, { facilitators }) =>
    words.refusal.alreadyExtended({ facilitators: facilitatorsNamed(facilitators, words) }),
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

  round_not_at_meeting: ({ refusal }) => refusal.notAtMeeting(),
  meeting_without_people: ({ refusal }) => refusal.nobodyThere(),
  meeting_with_stranger: ({ refusal }, { member: stranger }) =>
    refusal.strangerThere({ member: member(stranger) }),
  proposer_not_there: ({ refusal }, { proposer }) =>
    refusal.proposerNotThere({ proposer: member(proposer) }),
  round_handed_on: ({ refusal }, { kind, ...where }) =>
    refusal.handedOn({ kind, to: placeNamed(where) }),
  round_confidential: ({ confidential }) => confidential.refusal(),
  round_not_taken_back: ({ refusal }) => refusal.notTakenBack(),
  take_over_late: ({ refusal }, { untilAt }, zone) =>
    refusal.takeOverLate({ until: moment(untilAt, zone) }),
  round_not_decided: ({ refusal }) => refusal.notDecided(),
  not_record_keeper: (words, { keepers }) =>
    words.correcting.refused({ keepers: facilitatorsNamed(keepers, words) }),
  not_owner: (words, { owner, facilitators }) =>
    words.refusal.notOwner({
      owner: member(owner),
      facilitators: facilitatorsNamed(facilitators, words),
    }),
  late_objection_answered: ({ refusal }, { member: by }) =>
    refusal.lateAnswered({ member: member(by) }),
  decision_paused: ({ refusal }, { member: by, at }, zone) =>
    refusal.decisionPaused({ member: member(by), at: moment(at, zone) }),
  decision_not_paused: ({ refusal }) => refusal.decisionNotPaused(),
  decision_superseded: (words, newer) => explainSuperseded(newer, words),
  not_publisher: explainVersion,
  too_many_versions: explainVersion,
  version_newer: explainVersion,
  text_is_newer: explainVersion,
  proposer_agreement_missing: explainVersion,
  version_incomplete: explainVersion,
  nothing_changed: explainVersion,
  change_is_substance: explainVersion,
  nothing_to_challenge: explainVersion,
  challenge_over: explainVersion,

  round_in_questions: explainStep,
  round_waits_for_opening: explainStep,
  opening_not_asked: explainStep,
  answers_have_begun: explainStep,
  draft_edited: explainStep,
  thoughts_are_over: explainStep,
  step_is_over: explainStep,
  proposer_answers_questions: explainStep,
  not_preparer: explainStep,
  question_unknown: explainStep,
  questions_not_over: explainStep,
  questions_open: explainStep,
  was_not_silent: explainWasAway,
  was_away_over: explainWasAway,
  not_recorder: explainRelay,
  relay_for_oneself: explainRelay,
  relay_member_not_asked: explainRelay,
  answered_themselves: explainRelay,
  relay_waits: explainRelay,
  witness_not_possible: explainRelay,
  said_on_ahead: explainRelay,
  relay_not_yours: explainRelay,
  relay_over: explainRelay,
  member_concerned: (words, { facilitators }) =>
    words.concern.refusal({ facilitators: facilitatorsNamed(facilitators, words) }),
  asked_already: explainAsking,
  member_does_not_decide: explainAsking,
  ...explainProposer,
  ...explainUrgency,
  ...explainVoiding,

  park_date_not_ahead: ({ refusal }) => refusal.parkDate(),
  park_who_not_in_circle: ({ refusal }) => refusal.parkWho(),
};
