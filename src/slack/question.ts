import { aboutRound, tellRefusal, whyNotNow, type RoundClick } from './about-round.ts';
import { questionForm, questionThanks } from './blocks/question-modal.ts';
import { actionIds, callbackIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm, refuseForm, roundForm, type RoundForm } from './round-form.ts';
import type { Services } from './services.ts';

/** Asking a question about a proposal, which anyone in the circle may (docs/process.md §2.3). */
export const questionListeners: Listeners = {
  clicks: { [actionIds.askQuestion]: aboutRound(openQuestion) },
  submissions: { [callbackIds.questionForm]: roundForm(['question'], ask) },
};

async function openQuestion(about: RoundClick, services: Services): Promise<void> {
  const { click, known } = about;
  const at = services.now();
  const refused = whyNotNow(known, { type: 'ask_question', text: '', at, by: click.by });
  if (refused) return tellRefusal(about, refused, services);
  await openForm(about, questionForm(known.round, services.words), services);
}

async function ask(form: RoundForm<'question'>, services: Services): Promise<void> {
  const { submission, reply, known } = form;
  const { by } = submission;
  const text = form.text('question') ?? '';
  // The same question sent twice is one question.
  const isAsked = known.round.questions.some((one) => one.by === by && one.text === text);
  if (!isAsked) {
    const command = { type: 'ask_question', text, at: services.now(), by } as const;
    const { refused } = await services.performer.onRound(known.round.id, command);
    if (refused) return refuseForm(form, refused, services);
  }
  await reply.show(questionThanks(known.round, services.words));
}
