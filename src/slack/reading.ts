import type { ModalView } from '@slack/types';
import { countedAnswer, takesAnswers } from '../core/standing.ts';
import { aboutRound, seenNow, tell, type RoundClick } from './about-round.ts';
import { answersModal } from './blocks/answers-modal.ts';
import { pageValue } from './blocks/pages.ts';
import { readModal } from './blocks/read-modal.ts';
import { askAgain, privately } from './blocks/receipt.ts';
import { actionIds, objectionValue } from './ids.ts';
import type { Listeners } from './listener.ts';
import { openForm } from './round-form.ts';
import type { Services } from './services.ts';

/** Reading what a card has no room for, and who answered what (docs/process.md §D2). */
export const readingListeners: Listeners = {
  clicks: {
    [actionIds.readAll]: aboutRound(readAll),
    [actionIds.seeAnswers]: aboutRound(seeAnswers),
  },
};

async function readAll(about: RoundClick, services: Services): Promise<void> {
  const { click, known } = about;
  const { by, value } = click;
  const named = objectionValue.open(value)?.objection;
  const where = { from: pageValue.from(value), about: named };
  const reading = { seen: seenNow(known, services), by, ...where };
  await showPage(about, readModal(reading, services.words), services);
}

/**
 * Answers are shown to those who have given one, so that nobody is led by others; when the round
 * has ended, to everyone in the circle.
 */
async function seeAnswers(about: RoundClick, services: Services): Promise<void> {
  const { click, reply, known } = about;
  const { words } = services;
  const seen = seenNow(known, services);
  const { round } = seen;
  if (round.ending || countedAnswer(round, click.by)) {
    const from = pageValue.from(click.value);
    return showPage(about, answersModal({ seen, from }, words), services);
  }
  await reply.ack();
  const { answerFirst, afterEnd } = words.answer.list;
  const { title } = round;
  const mayAnswer = round.asked.has(click.by) && takesAnswers(round);
  const said = mayAnswer
    ? askAgain(answerFirst({ title }), round, words)
    : privately(afterEnd({ title }));
  await tell(about, said, services);
}

/** A further page takes the place of the one that was read; the first opens a modal. */
async function showPage(about: RoundClick, page: ModalView, services: Services): Promise<void> {
  const { click, reply } = about;
  const isFurther = click.view !== null && click.value.includes(':');
  if (!isFurther) return openForm(about, page, services);
  await reply.ack();
  await reply.update(click.view.id, page);
}
