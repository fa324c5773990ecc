import type { Day, Instant } from './calendar.ts';
import { dayOf } from './calendar.ts';
import { peopleToAsk } from './askable.ts';
import { isFullMember, isMember, type Circle } from './circle.ts';
import type { ConcernProblem } from './concern.ts';
import { checkConfidential } from './confidential.ts';
import { checkDeadline, checkReviewDay } from './deadline.ts';
import type { DeadlineRefusal, ReviewRefusal } from './deadline.ts';
import { isBlank, lengthOf, type Document } from './document.ts';
import type { MemberId, RoundId } from './ids.ts';
import { checkChoices, checkConcern, circleAsked, stepOf } from './proposal-terms.ts';
import { termsOf, withoutChoices, type ProposalChoices } from './proposal-terms.ts';
import { askedAtOnce, withOpening } from './opening.ts';
import { checkReplaced, replacedOf } from './replacing.ts';
import type { AboutDecision, ReplacingRefusal } from './replacing.ts';
import type { Wording } from './version.ts';
import type { RoundEvent } from './round-event.ts';
import type { Ruling } from './ruling.ts';

/** Characters (UTF-16 units) of a title. */
export const TITLE_MAX = 120;
/** Characters of the need behind a proposal. */
export const NEED_MAX = 1500;
/** Characters of a proposal's text, read as plain text. */
export const PROPOSAL_TEXT_MAX = 12_000;
/** Characters of the note on what a decision would replace. */
export const REPLACES_MAX = 200;
/** Characters of a supporting document's address. */
export const LINK_MAX = 500;

/** What the proposer writes and chooses. */
export type ProposalForm = ProposalChoices & {
  readonly title: string;
  readonly need: string;
  readonly document: Document;
  readonly owner: MemberId;
  readonly reviewOn: Day;
  readonly deadlineAt: Instant;
  readonly replaces: string | null;
  /** A supporting document's address. */
  readonly link?: string | null;
};

/** Somebody sends the form; `number` is the one that members will see: P-31. */
export type ProposeCommand = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly id: RoundId;
  readonly number: number;
  readonly form: ProposalForm;
} & AboutDecision;

/** The fields of the form, as problems name them. */
export type ProposalField =
  | ('title' | 'need' | 'proposal' | 'owner' | 'review_on' | 'deadline' | 'replaces' | 'link')
  | ('quick' | 'begins_with' | 'concerns' | 'confidential' | 'replaces_decision');

/** One thing that a field of the form still needs. */
export type FieldProblem = { readonly field: ProposalField } & (
  | { readonly code: 'field_missing' }
  | { readonly code: 'field_too_long'; readonly max: number }
  | { readonly code: 'owner_not_in_circle' }
  | { readonly code: 'link_not_web_address' }
  | { readonly code: 'quick_review_too_late'; readonly latestOn: Day }
  | { readonly code: 'questions_come_first' }
  | ConcernProblem
  | ReplacingRefusal
  | DeadlineRefusal
  | ReviewRefusal
);

/** Why a round cannot open (docs/process.md §2.7, §3, §10 case 22). */
export type ProposalRefusal =
  | { readonly code: 'not_a_decider'; readonly facilitators: readonly MemberId[] }
  | { readonly code: 'too_few_to_ask' }
  | { readonly code: 'proposal_incomplete'; readonly problems: readonly FieldProblem[] };

/**
 * Decides whether a proposal opens a round, and whom it asks: the full members who are here,
 * the proposer and the facilitators among them, and without a person whose removal it is about.
 * Proposing is not consenting.
 *
 * Only full members propose; everything that the form lacks is said at once, field by field.
 *
 * Source: docs/process.md §2.1 (guard), §2.7, §3; §10 cases 1 and 22.
 */
export function decideProposal(
  circle: Circle,
  command: ProposeCommand,
): Ruling<RoundEvent, ProposalRefusal> {
  const { at, by, id, number, form } = command;
  const refused = whyNotPropose(circle, by, at);
  if (refused) return { refused };
  const problems = [
    ...checkProposal(circle, form, at),
    ...checkConcern(circle, form, command),
    ...checkConfidential(form),
    ...checkReplaced(circle, command),
  ];
  if (problems.length > 0) return { refused: { code: 'proposal_incomplete', problems } };

  const step = withOpening(stepOf(circle, form, at), circle, by);
  const written = {
    ...withoutChoices(form),
    title: form.title.trim(),
    need: form.need.trim(),
    replaces: form.replaces?.trim() || null,
    link: form.link?.trim() || null,
  };
  return {
    events: [
      {
        type: 'round_opened',
        id,
        number,
        teamId: circle.teamId,
        circleId: circle.id,
        ...written,
        terms: termsOf(circle, form),
        ...replacedOf(command),
        ...(step && { step }),
        ...peopleToAsk(circleAsked(circle, form), at),
        at,
        by,
      },
      ...askedAtOnce(step, { at, by }),
    ],
  };
}

/** Whether this person may propose at all; asked before any form is shown (§3). */
export function whyNotPropose(circle: Circle, by: MemberId, at: Instant): ProposalRefusal | null {
  if (!isFullMember(circle, by)) {
    return { code: 'not_a_decider', facilitators: circle.facilitators };
  }
  return peopleToAsk(circle, at).asked.length < 2 ? { code: 'too_few_to_ask' } : null;
}

function checkProposal(circle: Circle, form: ProposalForm, at: Instant): FieldProblem[] {
  const { calendar, minimumHours } = circle.settings;
  const { deadlineAt, replaces } = form;
  const others: (FieldProblem | null)[] = [
    onField('deadline', checkDeadline(deadlineAt, at, calendar, { minimumHours })),
    replaces?.trim() ? textProblem('replaces', replaces, REPLACES_MAX) : null,
  ];
  const wording = { ...form, link: form.link ?? null };
  const choices = checkChoices(circle, form, at);
  return [
    ...checkWording(circle, wording, at),
    ...others.filter((one) => one !== null),
    ...choices,
  ];
}

/** What the text itself still lacks, field by field (docs/process.md §2.1, guard; §2.6). */
export function checkWording(circle: Circle, wording: Wording, at: Instant): FieldProblem[] {
  const { title, need, document, owner, reviewOn, link } = wording;
  const today = dayOf(at, circle.settings.calendar.timeZone);
  const problems: (FieldProblem | null)[] = [
    textProblem('title', title, TITLE_MAX),
    textProblem('need', need, NEED_MAX),
    documentProblem(document),
    isMember(circle, owner) ? null : { field: 'owner', code: 'owner_not_in_circle' },
    onField('review_on', checkReviewDay(reviewOn, today)),
    link?.trim() ? linkProblem(link.trim()) : null,
  ];
  return problems.filter((problem) => problem !== null);
}

function linkProblem(link: string): FieldProblem | null {
  const field = 'link';
  if (link.length > LINK_MAX) return { field, code: 'field_too_long', max: LINK_MAX };
  const isAddress = /^https?:\/\/\S+$/iu.test(link) && URL.canParse(link);
  return isAddress ? null : { field, code: 'link_not_web_address' };
}

function textProblem(field: ProposalField, text: string, max: number): FieldProblem | null {
  const { length } = text.trim();
  if (length === 0) return { field, code: 'field_missing' };
  return length > max ? { field, code: 'field_too_long', max } : null;
}

function documentProblem(document: Document): FieldProblem | null {
  const field = 'proposal';
  if (isBlank(document)) return { field, code: 'field_missing' };
  const max = PROPOSAL_TEXT_MAX;
  return lengthOf(document) > max ? { field, code: 'field_too_long', max } : null;
}

function onField(
  field: ProposalField,
  refusal: DeadlineRefusal | ReviewRefusal | null,
): FieldProblem | null {
  return refusal && { field, ...refusal };
}
