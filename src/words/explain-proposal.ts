import type { DeadlineRefusal, ReviewRefusal } from '../core/deadline.ts';
import type { FieldProblem, ProposalRefusal } from '../core/proposal.ts';
import type { Words } from './index.ts';
import { membersNamed } from './members.ts';
import type { Saying } from './message.ts';
import { day, moment } from './terms.ts';

/** A refusal that is about the person or the circle, not about one field of the form. */
export type WholeRefusal = Exclude<ProposalRefusal, { code: 'proposal_incomplete' }>;

/** Why a person cannot propose in this circle, with the next step (docs/process.md §3, §D12). */
export function explainProposal(refusal: WholeRefusal, words: Words): Saying {
  const { propose } = words;
  if (refusal.code === 'too_few_to_ask') return propose.refused.tooFewToAsk();
  if (refusal.facilitators.length === 0) return propose.refused.notADeciderAlone();
  return propose.refused.notADecider({ facilitators: membersNamed(refusal.facilitators, words) });
}

/**
 * What one field of the form still needs.
 *
 * @param zone the circle's (IANA): errors under a field are plain text, the same for every reader
 * @param length how many characters the field holds now
 */
export function explainFieldProblem(
  problem: FieldProblem,
  { zone, length, words }: { zone: string; length: number; words: Words },
): Saying {
  const { refused } = words.propose;
  const { refused: concerned } = words.concern;
  switch (problem.code) {
    case 'field_missing':
      return refused.missing();
    case 'field_too_long':
      return problem.field === 'proposal'
        ? refused.proposalTooLong({ length, max: problem.max })
        : refused.tooLong({ max: problem.max });
    case 'link_not_web_address':
      return refused.linkNotWebAddress();
    case 'owner_not_in_circle':
      return refused.ownerNotInCircle();
    case 'quick_review_too_late':
      return words.step.choose.reviewTooLate({ day: day(problem.latestOn) });
    case 'questions_come_first':
      return words.step.choose.questionsFirst();
    case 'concerned_not_in_circle':
      return concerned.notInCircle();
    case 'own_departure':
      return concerned.ownDeparture();
    case 'owner_concerned':
      return concerned.owner();
    case 'too_few_beside':
      return concerned.tooFew();
    case 'decision_unknown':
      return words.lookAgain.refused.unknown();
    case 'decision_superseded':
      return explainSuperseded(problem, words);
    case 'review_past':
    case 'review_too_far':
      return explainReviewDay(problem, words);
    default:
      return explainDeadline(problem, zone, words);
  }
}

/** Which decision has taken the place of the one that was meant (docs/process.md §10 case 16). */
export function explainSuperseded(
  { number, by }: { readonly number: number; readonly by: number },
  words: Words,
): Saying {
  const named = (n: number) => words.system.decisionNumber({ number: String(n) });
  return words.lookAgain.refused.superseded({ number: named(number), newer: named(by) });
}

/** Why a deadline cannot be, with the time that can (docs/process.md §2.2). */
export function explainDeadline(refusal: DeadlineRefusal, zone: string, words: Words): Saying {
  const { deadline } = words.propose;
  if (refusal.code === 'deadline_too_far') {
    return deadline.tooFar({ moment: moment(refusal.latestAt, zone) });
  }
  const at = 'nextAt' in refusal ? refusal.nextAt : refusal.earliestAt;
  const explanations = {
    deadline_past: deadline.past,
    deadline_too_soon: deadline.tooSoon,
    deadline_not_working_day: deadline.notWorkingDay,
    deadline_at_night: deadline.atNight,
  } as const satisfies Record<typeof refusal.code, unknown>;
  return explanations[refusal.code]({ moment: moment(at, zone) });
}

function explainReviewDay(refusal: ReviewRefusal, { propose: { refused } }: Words): Saying {
  return refusal.code === 'review_past'
    ? refused.reviewPast({ day: day(refusal.earliestOn) })
    : refused.reviewTooFar({ day: day(refusal.latestOn) });
}
