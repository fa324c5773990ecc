import { roundAt } from '../core/clock.ts';
import type { RoundCommand } from '../core/decide-round.ts';
import type { MemberId } from '../core/ids.ts';
import type { Answer } from '../core/round.ts';
import { countedAnswer } from '../core/standing.ts';
import type { OfText } from '../core/text-answered.ts';
import type { RoundInCircle } from '../shell/perform.ts';
import { aboutRound, seenNow, tell, tellRefusal, type RoundClick } from './about-round.ts';
import { whyNotNow } from './about-round.ts';
import { answerValue } from './blocks/answer-values.ts';
import type { MessageContent } from './blocks/message.ts';
import { needsForm, noteForm } from './blocks/note-modal.ts';
import {
  askAgain,
  changeOffer,
  consentReceipt,
  moreTimeReceipt,
  takenBackReceipt,
  type Answered,
} from './blocks/receipt.ts';
import { noticeModal } from './blocks/skeleton.ts';
import { actionIds, callbackIds } from './ids.ts';
import type { Listeners } from './listener.ts';
import { giveBack, openForm, refuseForm, roundForm } from './round-form.ts';
import type { RoundForm, SentForm } from './round-form.ts';
import type { Services } from './services.ts';

/**
 * Answering: consent, more time, changing and taking back, and what goes with an answer. Each is
 * recorded before the click is acked. Source: docs/process.md §D1, §2.3, §2.4.
 */
export const answerListeners: Listeners = {
  clicks: {
    [actionIds.consent]: aboutRound((about, services) =>
      answer(about, { type: 'consent', ...textOf(about) }, consentReceipt, services),
    ),
    [actionIds.moreTime]: aboutRound((about, services) =>
      answer(about, { type: 'ask_more_time', needs: null }, moreTimeReceipt, services),
    ),
    [actionIds.takeBackAnswer]: aboutRound((about, services) =>
      answer(
        about,
        { type: 'take_back_answer' },
        ({ after }, words) => takenBackReceipt(after, words),
        services,
      ),
    ),
    [actionIds.changeAnswer]: aboutRound(offerChange),
    [actionIds.addNote]: aboutRound(openNote),
    [actionIds.addNeeds]: aboutRound(openNeeds),
  },
  submissions: {
    [callbackIds.noteForm]: roundForm(['note'], keepNote),
    [callbackIds.needsForm]: roundForm(['needs'], keepNeeds),
  },
};

type Given =
  | ({ readonly type: 'consent'; readonly note?: string | null } & OfText)
  | { readonly type: 'ask_more_time'; readonly needs: string | null }
  | { readonly type: 'take_back_answer' };

/** Which text the button stood under: nobody consents to one that they were not shown. */
const textOf = ({ click }: RoundClick): OfText => ({
  ofVersion: answerValue.openText(click.value),
});

/** Records an answer, acks, and gives its receipt; or says why it cannot be. */
async function answer(
  about: RoundClick,
  given: Given,
  receiptOf: (answered: Answered, words: Services['words']) => MessageContent,
  services: Services,
): Promise<void> {
  const { click, reply, known } = about;
  const { by } = click;
  const at = services.now();
  const before = roundAt(known.round, { circle: known.circle, now: at });
  const result = await services.performer.onRound(known.round.id, { ...given, at, by });
  if (result.refused) return tellRefusal(about, result.refused, services);
  await reply.ack();
  const { round: after, circle } = result;
  await tell(about, receiptOf({ before, after, circle, by, at }, services.words), services);
}

async function offerChange(about: RoundClick, services: Services): Promise<void> {
  const { click, reply, known } = about;
  const refused = whyNotChange(known, click.by, services);
  if (refused) return tellRefusal(about, refused, services);
  await reply.ack();
  const { round } = seenNow(known, services);
  const current = countedAnswer(round, click.by);
  await tell(about, changeOffer(round, current, services.words), services);
}

/** Whoever has an answer may change it; whoever has none may give one, if they are asked. */
function whyNotChange(known: RoundInCircle, by: MemberId, services: Services) {
  const at = services.now();
  const refused = whyNotNow(known, { type: 'take_back_answer', at, by });
  if (refused?.code !== 'nothing_to_take_back') return refused;
  return whyNotNow(known, { type: 'consent', at, by });
}

async function openNote(about: RoundClick, services: Services): Promise<void> {
  const { words } = services;
  const current = await answerOrRefuse(about, { type: 'consent' }, services);
  if (current === 'refused') return;
  const { round } = about.known;
  if (current?.kind === 'consent') {
    return openForm(about, noteForm(round, current.note, words), services);
  }
  await about.reply.ack();
  await tell(about, askAgain(words.answer.note.noConsent(), round, words), services);
}

async function openNeeds(about: RoundClick, services: Services): Promise<void> {
  const { words } = services;
  const given: Given = { type: 'ask_more_time', needs: null };
  const current = await answerOrRefuse(about, given, services);
  if (current === 'refused') return;
  const { round } = about.known;
  if (current?.kind === 'more_time') {
    return openForm(about, needsForm(round, current.needs, words), services);
  }
  await about.reply.ack();
  await tell(about, askAgain(words.answer.needs.noHold(), round, words), services);
}

/** The answer that a person has now; where they could give none at all, they hear why. */
async function answerOrRefuse(
  about: RoundClick,
  given: Given,
  services: Services,
): Promise<Answer | null | 'refused'> {
  const { known, click } = about;
  const { by } = click;
  const command: RoundCommand = { ...given, at: services.now(), by };
  const refused = whyNotNow(known, command);
  if (refused && refused.code !== 'holds_used_up') {
    await tellRefusal(about, refused, services);
    return 'refused';
  }
  return countedAnswer(seenNow(known, services).round, by);
}

/** A note goes with a consent: sent after another answer was given, it changes nothing. */
async function keepNote(form: RoundForm<'note'>, services: Services): Promise<void> {
  const { words } = services;
  const current = countedAnswer(seenNow(form.known, services).round, form.submission.by);
  const isOpen = !form.known.round.ending;
  if (isOpen && current?.kind !== 'consent') {
    return giveBack(form, words.answer.note.noConsent(), services);
  }
  await keep(form, { type: 'consent', note: form.text('note') }, consentReceipt, services);
}

/** What one needs goes with a hold that is running; this never begins another one. */
async function keepNeeds(form: RoundForm<'needs'>, services: Services): Promise<void> {
  const { words } = services;
  const current = countedAnswer(seenNow(form.known, services).round, form.submission.by);
  const isOpen = !form.known.round.ending;
  if (isOpen && current?.kind !== 'more_time') {
    return giveBack(form, words.answer.needs.noHold(), services);
  }
  await keep(form, { type: 'ask_more_time', needs: form.text('needs') }, moreTimeReceipt, services);
}

async function keep(
  form: SentForm,
  given: Given,
  receiptOf: (answered: Answered, words: Services['words']) => MessageContent,
  services: Services,
): Promise<void> {
  const { submission, reply, known } = form;
  const { words } = services;
  const { by } = submission;
  const at = services.now();
  const result = await services.performer.onRound(known.round.id, { ...given, at, by });
  if (result.refused) return refuseForm(form, result.refused, services);
  const { round: after, circle } = result;
  const { blocks } = receiptOf({ before: known.round, after, circle, by, at }, words);
  const below = blocks.filter(({ type }) => type === 'section');
  await reply.show(noticeModal({ title: words.answer.title(), sayings: [], below }, words));
}
