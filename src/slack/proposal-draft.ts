import type { ModalView } from '@slack/types';
import { dayOf, type Day, type Instant } from '../core/calendar.ts';
import type { Circle } from '../core/circle.ts';
import { mayRead } from '../core/confidential.ts';
import { defaultDeadline, reviewDefault } from '../core/deadline.ts';
import { EMPTY_DOCUMENT, isBlank, type Document } from '../core/document.ts';
import { documentOfText } from '../core/document-of-text.ts';
import { memberId, type MemberId, type RoundId } from '../core/ids.ts';
import { TITLE_MAX } from '../core/proposal.ts';
import { REPLACING, type LookingAgain, type ReplacingHow } from '../core/replacing.ts';
import { PROPOSAL_TOPICS } from '../core/silence.ts';
import { cutText } from '../core/text.ts';
import { cleanTitle, parseTypedDeadline } from '../shell/typed-deadline.ts';
import { begunFieldNames, type Begun } from './blocks/begun-fields.ts';
import type { DraftInForm } from './blocks/draft-part.ts';
import { choiceFields, IS_QUICK, type Choices } from './blocks/proposal-choice-fields.ts';
import { IS_CONFIDENTIAL, IS_REMOVAL, topicFields } from './blocks/proposal-topic-fields.ts';
import type { LookAgain } from './blocks/look-again-part.ts';
import { proposalFields, proposalModal } from './blocks/proposal-modal.ts';
import type { Fields } from './form-state.ts';
import type { Services } from './services.ts';

/** What a form says of the draft that it holds; the rest follows from who has it open. */
export type InForm = Partial<Pick<DraftInForm, 'ref' | 'author' | 'drafters' | 'note' | 'theirs'>>;

/** What the form already holds; the rest is filled in with what is usual. */
export type Draft = {
  readonly title?: string;
  readonly need?: string;
  readonly document?: Document;
  readonly owner?: MemberId;
  readonly reviewOn?: Day;
  readonly deadlineAt?: Instant;
  readonly replaces?: string;
  readonly link?: string;
  readonly revision?: number;
  /** The decision that it looks at again, by its number. */
  readonly again?: LookingAgain;
  readonly kept?: InForm;
} & Partial<Choices>;

/** What a form that came first has kept. */
export function begunIn(fields: Fields): Begun {
  return {
    typed: fields.text(begunFieldNames.typed) ?? '',
    document: fields.document(begunFieldNames.document),
  };
}

/** What was begun, as the form of a circle takes it. */
export function draftOf({ typed, document }: Begun, circle: Circle, now: Instant): Draft {
  const draft = draftOfTyped(typed, circle, now);
  return isBlank(document) ? draft : { ...draft, document };
}

/**
 * The title and the deadline in what a person typed after the command. A title that is too long is
 * cut, and the whole of it goes into the proposal's text: nothing typed is lost.
 *
 * Source: docs/process.md §2.2.
 */
export function draftOfTyped(typed: string, circle: Circle, now: Instant): Draft {
  const found = parseTypedDeadline(typed, now, circle.settings.calendar);
  const title = found ? found.text : cleanTitle(typed);
  return {
    title: cutText(title, TITLE_MAX),
    ...(title.length > TITLE_MAX && { document: documentOfText(title) }),
    ...(found && { deadlineAt: found.at }),
  };
}

/** What the form holds just now, field by field. */
export function draftOfFields(fields: Fields): Draft {
  const owner = fields.user(proposalFields.owner);
  const reviewOn = fields.day(proposalFields.reviewOn);
  const deadlineAt = fields.instant(proposalFields.deadline);
  return {
    title: fields.text(proposalFields.title) ?? '',
    need: fields.text(proposalFields.need) ?? '',
    document: fields.document(proposalFields.proposal),
    replaces: fields.text(proposalFields.replaces) ?? '',
    link: fields.text(proposalFields.link) ?? '',
    ...choicesIn(fields),
    ...(owner !== null && { owner: memberId(owner) }),
    ...(reviewOn !== null && { reviewOn }),
    ...(deadlineAt !== null && { deadlineAt }),
  };
}

/** What is proposed about a decision; to change it where nothing is chosen. */
export function howIn(fields: Fields): ReplacingHow {
  return REPLACING.find((one) => one === fields.chosen(proposalFields.how)) ?? 'change';
}

/** The decision that a form looks at again, and what is proposed about it; nothing for none. */
export function againIn(
  about: { readonly again?: number | undefined },
  fields: Fields,
): Pick<Draft, 'again'> {
  return about.again === undefined ? {} : { again: { number: about.again, how: howIn(fields) } };
}

/** What is chosen on how the round is to go; a form that does not ask has none of it. */
export function choicesIn(fields: Fields): Partial<Choices> {
  const topic = PROPOSAL_TOPICS.find((one) => one === fields.chosen(topicFields.topic));
  const begins = fields.chosen(choiceFields.begins);
  const concerns = fields.user(topicFields.concerns);
  const marks = fields.ticked(topicFields.confidential);
  const reason = fields.text(topicFields.confidentialReason);
  return {
    ...(fields.ticked(choiceFields.quick).includes(IS_QUICK) && { isQuick: true }),
    ...(topic && { topic }),
    ...(concerns !== null && { concerns: memberId(concerns) }),
    ...(fields.ticked(topicFields.removal).includes(IS_REMOVAL) && { isRemoval: true }),
    ...(fields.has(topicFields.confidential) && {
      isConfidential: marks.includes(IS_CONFIDENTIAL),
    }),
    ...(reason !== null && { confidentialReason: reason }),
    ...((begins === 'questions' || begins === 'answers') && { beginsWith: begins }),
  };
}

/** The form of a proposal for a circle, with what is usual where the draft says nothing. */
export async function proposalFormOf(
  circle: Circle,
  by: MemberId,
  { again: about, ...draft }: Draft,
  services: Services,
): Promise<ModalView> {
  const now = services.now();
  const { calendar, windowDays, minimumHours } = circle.settings;
  const { kept, ...typed } = draft;
  const open = await services.store.openRoundsOf(circle.id);
  const again = about ? await lookAgainOf({ circle, by }, about, open, services) : null;
  const usual = {
    title: '',
    need: '',
    document: EMPTY_DOCUMENT,
    owner: by,
    reviewOn: reviewDefault(dayOf(now, calendar.timeZone)),
    deadlineAt: defaultDeadline(now, calendar, windowDays, { minimumHours }),
    replaces: '',
    link: '',
    isQuick: false,
    topic: 'our_work' as const,
    concerns: null,
    isRemoval: false,
    beginsWith: null,
    revision: 0,
  };
  const inForm = { ...NOT_KEPT, author: by, ...kept, by, others: 0 };
  const others = await othersOf(circle, by, inForm.ref, services);
  const state = { circle, by, now, openRounds: open.length, again, ...usual, ...typed };
  return proposalModal({ ...state, kept: { ...inForm, others } }, services.words);
}

/** The decision as it is now, and the open rounds that are about it too (§10 case 16). */
async function lookAgainOf(
  { circle, by }: { readonly circle: Circle; readonly by: MemberId },
  { number, how }: NonNullable<Draft['again']>,
  open: readonly RoundId[],
  { performer, teamId }: Services,
): Promise<LookAgain | null> {
  const old = await performer.decided(teamId, number);
  if (!old || old.circleId !== circle.id || !mayRead(old, circle, by)) return null;
  const rounds = await Promise.all(open.map((id) => performer.round(id)));
  const openAbout = rounds.flatMap((known) => {
    const isSame = known?.round.replacesDecision?.number === number;
    const isShown = known && isSame && mayRead(known.round, circle, by);
    return isShown && !known.round.ending ? [known.round] : [];
  });
  return { old, circle, how, openAbout };
}

const NOT_KEPT = { ref: null, drafters: [], note: null, theirs: null } as const;

/** How many drafts for this circle they have beside the one in the form. */
async function othersOf(
  circle: Circle,
  by: MemberId,
  ref: DraftInForm['ref'],
  { store, teamId }: Services,
): Promise<number> {
  const drafts = await store.draftsOf(teamId, by);
  const own = drafts.filter(({ author, circleId }) => author === by && circleId === circle.id);
  return own.filter(({ id }) => id !== ref?.id).length;
}
