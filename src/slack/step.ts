import { lengthOf } from '../core/document.ts';
import type { PreparingCommand } from '../core/preparing.ts';
import { waitsForOpening } from '../core/opening.ts';
import { memberId } from '../core/ids.ts';
import type { FieldProblem, ProposalField } from '../core/proposal.ts';
import { explainFieldProblem } from '../words/explain-proposal.ts';
import { joined, moment } from '../words/terms.ts';
import { aboutRound, seenNow, tell, tellRefusal, whyNotNow } from './about-round.ts';
import type { RoundClick } from './about-round.ts';
import { privately } from './blocks/receipt.ts';
import { draftFields, draftForm, replyForm, stepThanks } from './blocks/step-forms.ts';
import { thoughtForm, thoughtThanks, WHICH_QUESTION } from './blocks/step-forms.ts';
import { fieldsOf } from './form-state.ts';
import { actionIds, callbackIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm, refuseForm, roundForm, type RoundForm, type SentForm } from './round-form.ts';
import type { Services } from './services.ts';

/** All that is written in the edited text; the days and the owner are chosen. */
const WRITTEN = [
  draftFields.title,
  draftFields.need,
  draftFields.proposal,
  draftFields.replaces,
  draftFields.link,
] as const;

/** The step “Questions and first thoughts”. Source: docs/process.md §2.1. */
export const stepListeners: Listeners = {
  clicks: {
    [actionIds.giveThought]: aboutRound(openThought),
    [actionIds.nothingFurther]: aboutRound(sayNothingFurther),
    [actionIds.answerQuestion]: aboutRound(openReply),
    [actionIds.editDraft]: aboutRound(openDraft),
    [actionIds.beginAnswers]: aboutRound(beginAnswers),
  },
  submissions: {
    [callbackIds.thoughtForm]: roundForm(['thought'], giveThought),
    [callbackIds.replyForm]: roundForm(['reply'], giveReply),
    [callbackIds.draftForm]: roundForm(WRITTEN, keepDraft),
  },
};

type Said = PreparingCommand extends infer Each
  ? Each extends PreparingCommand
    ? Omit<Each, 'at' | 'by'>
    : never
  : never;

async function openThought(about: RoundClick, services: Services): Promise<void> {
  if (await isRefused(about, { type: 'give_thought', text: '' }, services)) return;
  const { round } = seenNow(about.known, services);
  await openForm(about, thoughtForm(round, about.click.by, services.words), services);
}

async function openReply(about: RoundClick, services: Services): Promise<void> {
  const said = { type: 'answer_question', question: 0, text: '' } as const;
  if (about.known.round.questions.length > 0 && (await isRefused(about, said, services))) return;
  if (about.known.round.questions.length === 0 && (await isNotTheirs(about, services))) return;
  await openForm(about, replyForm(about.known.round, services.words), services);
}

async function openDraft(about: RoundClick, services: Services): Promise<void> {
  if (await isNotTheirs(about, services)) return;
  await openForm(about, draftForm(about.known.round, services.words), services);
}

/** Editing is refused for whoever may not prepare the text; nothing typed is no reason. */
function isNotTheirs(about: RoundClick, services: Services): Promise<boolean> {
  return isRefused(about, { type: 'answer_question', question: -1, text: '' }, services);
}

/** Says why not, where the step, the person or the time is the reason. */
async function isRefused(about: RoundClick, said: Said, services: Services): Promise<boolean> {
  const { click, known } = about;
  const command = { ...said, at: services.now(), by: click.by };
  const refused = whyNotNow(known, command);
  if (!refused || refused.code === 'question_unknown') return false;
  await tellRefusal(about, refused, services);
  return true;
}

async function sayNothingFurther(about: RoundClick, services: Services): Promise<void> {
  const { click, reply, known } = about;
  const { words, performer } = services;
  const command = { type: 'say_nothing_further', at: services.now(), by: click.by } as const;
  const { refused, round } = await performer.onRound(known.round.id, command);
  if (refused) return tellRefusal(about, refused, services);
  await reply.ack();
  const { thanks } = words.step;
  const said = [thanks.nothingFurther({ title: round.title }), thanks.objectStill()];
  await tell(about, privately(joined(said)), services);
}

async function beginAnswers(about: RoundClick, services: Services): Promise<void> {
  const { click, reply, known } = about;
  const { words, performer } = services;
  const command = { type: 'begin_answers', at: services.now(), by: click.by } as const;
  const { refused, round, circle } = await performer.onRound(known.round.id, command);
  if (refused) return tellRefusal(about, refused, services);
  await reply.ack();
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  const begun = words.step.thanks.begun({ title: round.title, deadline });
  const said = waitsForOpening(round) ? words.opening.asked() : begun;
  await tell(about, privately(said), services);
}

async function giveThought(form: RoundForm<'thought'>, services: Services): Promise<void> {
  const said = { type: 'give_thought', text: form.text('thought') ?? '' } as const;
  if (await kept(form, said, services)) {
    await form.reply.show(thoughtThanks(form.known.round, services.words));
  }
}

async function giveReply(form: RoundForm<'reply'>, services: Services): Promise<void> {
  const { thanks } = services.words.step;
  const chosen = fieldsOf(form.submission.view.values).chosen(WHICH_QUESTION);
  const question = Number(chosen ?? Number.NaN);
  const said = { type: 'answer_question', question, text: form.text('reply') ?? '' } as const;
  if (!(await kept(form, said, services))) return;
  const { title } = form.known.round;
  await form.reply.show(stepThanks([thanks.answered({ title })], services.words));
}

async function keepDraft(form: SentForm, services: Services): Promise<void> {
  const { submission, reply } = form;
  const fields = fieldsOf(submission.view.values);
  const draft = {
    title: fields.text(draftFields.title) ?? '',
    need: fields.text(draftFields.need) ?? '',
    document: fields.document(draftFields.proposal),
    owner: memberId(fields.user(draftFields.owner) ?? ''),
    reviewOn: fields.day(draftFields.reviewOn) ?? '',
    replaces: fields.text(draftFields.replaces),
    link: fields.text(draftFields.link),
  };
  if (!(await kept(form, { type: 'change_draft', draft, basedOn: form.edits }, services))) return;
  const said = services.words.step.thanks.edited({ title: draft.title });
  await reply.show(stepThanks([said], services.words));
}

/** Records it, or says why not, under its field where a field is the reason. */
async function kept(form: SentForm, said: Said, services: Services): Promise<boolean> {
  const { submission, known } = form;
  const command = { ...said, at: services.now(), by: submission.by };
  const { refused } = await services.performer.onRound(known.round.id, command);
  if (!refused) return true;
  if (refused.code === 'version_incomplete') await needsMore(form, refused.problems, services);
  else await refuseForm(form, refused, services);
  return false;
}

/** What each field of the text still needs, under it. */
async function needsMore(
  { submission, known, reply }: SentForm,
  problems: readonly FieldProblem[],
  { words }: Services,
): Promise<void> {
  const zone = known.circle.settings.calendar.timeZone;
  const length = lengthOf(fieldsOf(submission.view.values).document(draftFields.proposal));
  const errors = problems.map((problem) => {
    const { plain } = explainFieldProblem(problem, { zone, length, words });
    return [FIELDS[problem.field] ?? draftFields.title, plain] as const;
  });
  await reply.errors(Object.fromEntries(errors));
}

const FIELDS: Partial<Record<ProposalField, string>> = {
  title: draftFields.title,
  need: draftFields.need,
  proposal: draftFields.proposal,
  owner: draftFields.owner,
  review_on: draftFields.reviewOn,
  replaces: draftFields.replaces,
  link: draftFields.link,
};
