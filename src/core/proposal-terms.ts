import { peopleToAsk } from './askable.ts';
import { addMonths, dayOf, workingDaysAfter, type Day, type Instant } from './calendar.ts';
import { isMember, type Circle, type CircleSettings } from './circle.ts';
import { withGuest, type Concern } from './concern.ts';
import { confidentialReason } from './confidential.ts';
import type { MemberId } from './ids.ts';
import type { FieldProblem } from './proposal.ts';
import { QUESTION_STEP_WORKING_DAYS } from './question-step.ts';
import type { Beginning, QuestionStepRule } from './question-step.ts';
import type { RoundTerms } from './round.ts';
import { agreementOf, agreementFor, type ProposalTopic } from './silence.ts';

/** Months within which a quick round is looked at again (docs/process.md §2.1). */
export const QUICK_REVIEW_MONTHS = 3;

/** How the proposer wants the round to go; absent where the circle's form does not ask. */
export type ProposalChoices = {
  /** "This is small, reversible and reviewed within 3 months." */
  readonly isQuick?: boolean;
  readonly beginsWith?: Beginning;
  readonly topic?: ProposalTopic;
  /** The person whom it is about; counts only where the topic is about one person. */
  readonly concerns?: MemberId | null;
  /** "It is about taking this person out of the circle." */
  readonly isRemoval?: boolean;
  /** Why it is confidential; null or absent where it is not (docs/process.md §4.4). */
  readonly confidential?: string | null;
};

/** What the proposer wrote, without how they want it to go: the terms have that. */
export function withoutChoices<Form extends ProposalChoices>(form: Form) {
  const { isQuick: _isQuick, topic: _topic, beginsWith: _beginsWith, ...others } = form;
  const { concerns: _concerns, isRemoval: _isRemoval, confidential: _reason, ...said } = others;
  return said;
}

type Choosing = ProposalChoices & { readonly reviewOn: Day };

/** What is about one person, whom the form then asks for (docs/process.md §2.7, §10 case 25). */
export function isAboutOne(topic: ProposalTopic): boolean {
  return topic === 'membership' || topic === 'one_member';
}

/** The person whom these choices name; null where they name nobody (docs/process.md §2.7). */
export function concernOf(form: ProposalChoices): Concern | null {
  const { topic = 'our_work', concerns, isRemoval = false } = form;
  if (!concerns || !isAboutOne(topic)) return null;
  return { member: concerns, isRemoval: topic === 'membership' && isRemoval };
}

/** The circle that these choices ask: who is to be taken out of it is not asked (§2.7). */
export function circleAsked(circle: Circle, form: ProposalChoices): Circle {
  const concern = concernOf(form);
  return concern?.isRemoval ? withGuest(circle, concern.member) : circle;
}

/**
 * What stands against naming this person: nobody is named, they are not in the circle, they wish
 * to go themselves (which needs no proposal), they would look after their own removal, or fewer
 * than two others can answer. Source: docs/process.md §2.7, §10 cases 22 and 25.
 */
export function checkConcern(
  circle: Circle,
  form: ProposalChoices & { readonly owner: MemberId },
  { at, by }: { readonly at: Instant; readonly by: MemberId },
): FieldProblem[] {
  const { topic = 'our_work', isRemoval = false, owner } = form;
  const concern = concernOf(form);
  const field = 'concerns';
  if (!concern) {
    const isMissing = topic === 'one_member' || (topic === 'membership' && isRemoval);
    return isMissing ? [{ field, code: 'field_missing' }] : [];
  }
  const { member } = concern;
  if (!isMember(circle, member)) return [{ field, code: 'concerned_not_in_circle' }];
  if (!concern.isRemoval) return [];
  if (member === by) return [{ field, code: 'own_departure' }];
  const { asked: here } = peopleToAsk(circleAsked(circle, form), at);
  return [
    ...(here.length < 2 ? [{ field, code: 'too_few_beside' } as const] : []),
    ...ownerConcerned(concern, owner),
  ];
}

/** Nobody looks after a proposal about their own removal (docs/process.md §2.7). */
export function ownerConcerned(concern: Concern | null, owner: MemberId): FieldProblem[] {
  if (!concern?.isRemoval || concern.member !== owner) return [];
  return [{ field: 'owner', code: 'owner_concerned' }];
}

/** Circles that were set up before there was a question step have none (docs/process.md §2.1). */
export function questionStepRule({ questionStep }: CircleSettings): QuestionStepRule {
  return questionStep ?? 'never';
}

/** With what a round begins where its proposer chose nothing (docs/process.md §2.1). */
export function usualBeginning(settings: CircleSettings): Beginning {
  return questionStepRule(settings) === 'always' ? 'questions' : 'answers';
}

/**
 * What stands against these choices: a quick round is reviewed soon; where the circle always
 * begins with questions, only a quick round may leave them out. Source: docs/process.md §2.1.
 */
export function checkChoices(circle: Circle, form: Choosing, at: Instant): FieldProblem[] {
  const { settings } = circle;
  const latestOn = addMonths(dayOf(at, settings.calendar.timeZone), QUICK_REVIEW_MONTHS);
  const isQuick = form.isQuick ?? false;
  const problems: FieldProblem[] = [];
  if (isQuick && form.reviewOn > latestOn) {
    problems.push({ field: 'quick', code: 'quick_review_too_late', latestOn });
  }
  const begins = form.beginsWith ?? usualBeginning(settings);
  if (questionStepRule(settings) === 'always' && begins === 'answers' && !isQuick) {
    problems.push({ field: 'begins_with', code: 'questions_come_first' });
  }
  return problems;
}

/**
 * The question step with which the round opens: 17:00 on the second working day. Left out it says
 * so; null in a circle that has no such step. Source: docs/process.md §2.1, §2.2.
 */
export function stepOf({ settings }: Circle, form: ProposalChoices, at: Instant) {
  if (questionStepRule(settings) === 'never') return null;
  if ((form.beginsWith ?? usualBeginning(settings)) === 'answers') {
    return { questionsUntilAt: null, isSkipped: true };
  }
  const questionsUntilAt = workingDaysAfter(at, QUESTION_STEP_WORKING_DAYS, settings.calendar);
  return { questionsUntilAt, isSkipped: false };
}

/**
 * The circle's agreements as the round keeps them, whatever the circle changes later. What silence
 * means is the circle's own agreement, and always `explicit` where that may not apply.
 *
 * Source: docs/process.md §D3, §2.5.
 */
export function termsOf({ settings }: Circle, form: ProposalChoices): RoundTerms {
  const { closing, graceHours, aim } = settings;
  const { isQuick = false, topic = 'our_work' } = form;
  const concerns = concernOf(form);
  const confidential = confidentialReason(form);
  const agreement = agreementFor(agreementOf(settings), { isQuick, topic });
  return {
    silencePolicy: agreement.policy,
    closing,
    graceHours,
    aim,
    ...(isQuick && { isQuick }),
    ...(topic !== 'our_work' && { topic }),
    ...(concerns && { concerns }),
    ...(confidential !== null && { confidential }),
    ...(agreement.policy !== 'explicit' && { silenceAdoptedOn: agreement.adoptedOn }),
  };
}
