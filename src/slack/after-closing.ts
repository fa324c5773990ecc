import type { AftermathCommand } from '../core/after-closing.ts';
import { objectionId } from '../core/ids.ts';
import { aboutRound, seenNow, tell, tellRefusal, type RoundClick } from './about-round.ts';
import {
  aftermathDone,
  lateAnswerForm,
  lateForm,
  lateThanks,
  pauseForm,
} from './blocks/aftermath-forms.ts';
import { lateMetadata } from './blocks/late-metadata.ts';
import { OBJECTION_FIELDS } from './blocks/objection-modal.ts';
import { actions, someOf } from './blocks/kit.ts';
import { lookAgainButtons } from './blocks/replaced-part.ts';
import { privately } from './blocks/receipt.ts';
import { whyNotNow } from './about-round.ts';
import { actionIds, callbackIds, objectionValue } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm, refuseForm, roundForm, type RoundForm } from './round-form.ts';
import type { Services } from './services.ts';
import { member } from '../words/terms.ts';

/**
 * What comes after a decision: new information and its answer, and a pause for danger.
 * Source: docs/process.md §10 cases 8 to 10.
 */
export const afterClosingListeners: Listeners = {
  clicks: {
    [actionIds.raiseLate]: aboutRound(openRaise),
    [actionIds.answerLate]: aboutRound(openAnswer),
    [actionIds.pauseDecision]: aboutRound(openPause),
    [actionIds.unpauseDecision]: aboutRound(unpause),
  },
  submissions: {
    [callbackIds.lateForm]: roundForm(OBJECTION_FIELDS, raiseLate),
    [callbackIds.lateAnswerForm]: roundForm(['late_answer'], answer),
    [callbackIds.pauseForm]: roundForm(['reason'], pause),
  },
};

async function openRaise(about: RoundClick, services: Services): Promise<void> {
  const { round } = about.known;
  const nothing = { harm: '', effect: '', remedy: null };
  const late = { type: 'object_late', objectionId: objectionId('o_new'), ...nothing } as const;
  if (await isRefused(about, late, services)) return;
  await openForm(about, lateForm(round, services.words), services);
}

async function openAnswer(about: RoundClick, services: Services): Promise<void> {
  const { click, known } = about;
  const id = objectionValue.open(click.value)?.objection ?? objectionId('o_none');
  const command = { type: 'answer_late_objection', objectionId: id, text: '' } as const;
  if (await isRefused(about, command, services)) return;
  const late = known.round.aftermath.lateObjections.find((one) => one.id === id);
  if (late) await openForm(about, lateAnswerForm(known.round, late, services.words), services);
}

async function openPause(about: RoundClick, services: Services): Promise<void> {
  const { round } = about.known;
  if (await isRefused(about, { type: 'pause_decision', reason: '' }, services)) return;
  await openForm(about, pauseForm(round, services.words), services);
}

async function unpause(about: RoundClick, services: Services): Promise<void> {
  const { click, known, reply } = about;
  const command = { type: 'unpause_decision', at: services.now(), by: click.by } as const;
  const result = await services.performer.onRound(known.round.id, command);
  if (result.refused) return tellRefusal(about, result.refused, services);
  await reply.ack();
  await tell(about, privately(services.words.aftermath.unpausedDone()), services);
}

type WithoutWhen<Command> = Command extends AftermathCommand ? Omit<Command, 'at' | 'by'> : never;

/** Tells the person where it cannot be, before a form is opened for it. */
async function isRefused(
  about: RoundClick,
  deed: WithoutWhen<AftermathCommand>,
  services: Services,
): Promise<boolean> {
  const { click, known } = about;
  const refused = whyNotNow(known, { ...deed, at: services.now(), by: click.by });
  if (refused) await tellRefusal(about, refused, services);
  return refused !== null;
}

type ObjectionForm = RoundForm<(typeof OBJECTION_FIELDS)[number]>;

/** Records what was raised about a decision; shortly after the closing it opens the round again. */
export async function raiseLate(
  form: ObjectionForm,
  services: Services,
  wasClosed = false,
): Promise<void> {
  const { submission, reply, known, text } = form;
  const { by, view } = submission;
  // The same form sent twice is one.
  const id = objectionId(`o_${view.id}`);
  const result = await services.performer.onRound(known.round.id, {
    type: 'object_late',
    objectionId: id,
    harm: text('harm') ?? '',
    effect: text('effect') ?? '',
    remedy: text('remedy'),
    at: services.now(),
    by,
  });
  if (result.refused) return refuseForm(form, result.refused, services);
  await reply.show(lateThanks(seenNow(result, services), id, services.words, wasClosed));
}

async function answer(form: RoundForm<'late_answer'>, services: Services): Promise<void> {
  const { submission, reply, known } = form;
  const { words } = services;
  const id = lateMetadata.open(submission.view.metadata)?.late ?? objectionId('o_none');
  const text = form.text('late_answer') ?? '';
  const said = { at: services.now(), by: submission.by };
  const command = { type: 'answer_late_objection', objectionId: id, text, ...said } as const;
  const { refused, round } = await services.performer.onRound(known.round.id, command);
  if (refused) return refuseForm(form, refused, services);
  const late = round.aftermath.lateObjections.find((one) => one.id === id);
  const { answerForm } = words.aftermath;
  const done = answerForm.done({ member: member(late?.by ?? submission.by) });
  const again = someOf(lookAgainButtons(round, words));
  const below = again ? [actions(again)] : [];
  await reply.show(aftermathDone(answerForm.title(), done, round, words, below));
}

async function pause(form: RoundForm<'reason'>, services: Services): Promise<void> {
  const { submission, reply, known } = form;
  const { words } = services;
  const reason = form.text('reason') ?? '';
  const command = {
    type: 'pause_decision',
    reason,
    at: services.now(),
    by: submission.by,
  } as const;
  const { refused, round } = await services.performer.onRound(known.round.id, command);
  if (refused) return refuseForm(form, refused, services);
  const said = words.aftermath.pauseForm;
  await reply.show(aftermathDone(said.title(), said.done(), round, words));
}
