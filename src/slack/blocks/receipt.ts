import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { Instant } from '../../core/calendar.ts';
import type { Circle } from '../../core/circle.ts';
import type { MemberId } from '../../core/ids.ts';
import { currentVersion, type Answer, type Round } from '../../core/round.ts';
import { openObjectionOf, takesAnswers } from '../../core/standing.ts';
import { inQuestions } from '../../core/question-step.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, moment } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { answerButtons } from './answer-buttons.ts';
import { button } from './elements.ts';
import { actions, context, section, type Some } from './kit.ts';
import { message, type MessageContent } from './message.ts';

/** An answer as it was recorded: the round before and after it, and who gave it when. */
export type Answered = {
  readonly before: Round;
  readonly after: Round;
  readonly circle: Circle;
  readonly by: MemberId;
  readonly at: Instant;
};

/** “Noted: you consent”, with what one can add or change. Source: docs/process.md §2.3. */
export function consentReceipt(answered: Answered, words: Words): MessageContent {
  const { after, by } = answered;
  const { number: version } = currentVersion(after);
  const answer = after.answers.get(by);
  const note = answer?.kind === 'consent' ? answer.note : null;
  const said = words.answer.consented({ version, title: after.title });
  const kept = note ? [words.answer.noteKept({ note })] : [];
  return receipt(
    after,
    [said, ...kept, ...whatElse(answered, words)],
    [buttonFor(actionIds.addNote, words.answer.addNote(), after), changeButton(after, words)],
  );
}

/** “Noted: this settles it for you”, which is a consent. Source: docs/process.md §2.6. */
export function settledReceipt(answered: Answered, words: Words): MessageContent {
  const { after } = answered;
  if (inQuestions(after)) return privately(words.step.thanks.settled());
  const { number: version } = currentVersion(after);
  const said = words.answer.settled({ version, title: after.title });
  return receipt(
    after,
    [said, ...endedBy(answered, words)],
    [buttonFor(actionIds.addNote, words.answer.addNote(), after), changeButton(after, words)],
  );
}

/** “Noted: you need more time”, until when, and a way to say what would help. */
export function moreTimeReceipt(answered: Answered, words: Words): MessageContent {
  const { after, by, circle } = answered;
  const answer = after.answers.get(by);
  const hold = answer?.kind === 'more_time' ? answer : null;
  const until = moment(hold?.untilAt ?? after.deadlineAt, circle.settings.calendar.timeZone);
  const said = words.answer.needsTime({ title: after.title, until });
  const kept = hold?.needs ? [words.answer.needsKept({ needs: hold.needs })] : [];
  return receipt(
    after,
    [said, ...kept, ...whatElse(answered, words)],
    [buttonFor(actionIds.addNeeds, words.answer.sayNeeds(), after), changeButton(after, words)],
  );
}

/** The objection is taken back, and its owner is asked again. Source: docs/process.md §2.6. */
export function objectionTakenBackReceipt(after: Round, words: Words): MessageContent {
  if (inQuestions(after)) return privately(words.step.thanks.takenBack());
  return askAgain(words.answer.objectionTakenBack({ title: after.title }), after, words);
}

/** The answer is taken back: not answered yet. */
export function takenBackReceipt(after: Round, words: Words): MessageContent {
  return askAgain(words.answer.takenBack({ title: after.title }), after, words);
}

/** What one answered, and every other answer to choose from. */
export function changeOffer(round: Round, answer: Answer | null, words: Words): MessageContent {
  const { title } = round;
  if (!answer) return askAgain(words.answer.none({ title }), round, words);
  const label = words.answer.labels[answer.kind]();
  return privately(words.answer.current({ title, answer: label }), [changeButtons(round, words)]);
}

/** The three answers, and taking back the one that stands. */
export function changeButtons(round: Round, words: Words): ActionsBlock {
  const takeBack = buttonFor(actionIds.takeBackAnswer, words.answer.takeBack(), round);
  return answerButtons(round, words, takeBack);
}

/** A sentence for one person, and what they can press below it. */
export function privately(saying: Saying, below: readonly KnownBlock[] = []): MessageContent {
  return message({ text: saying, blocks: [section(saying), ...below] });
}

/** A sentence, and the three answers. */
export function askAgain(saying: Saying, round: Round, words: Words): MessageContent {
  return privately(saying, [answerButtons(round, words), context([words.card.onlyButtons()])]);
}

function receipt(round: Round, sayings: readonly Saying[], buttons: Some<Button>): MessageContent {
  const isOpen = takesAnswers(round);
  return privately(joined(sayings, '\n'), isOpen ? [actions(buttons)] : []);
}

/** What else the answer did, beside being recorded: nothing of it goes without being said. */
function whatElse(answered: Answered, words: Words): Saying[] {
  const { before, after, by } = answered;
  const own = openObjectionOf(before, by);
  const ended = own && after.objections.find(({ id }) => id === own.id);
  const isTakenBack = ended?.takenBackAt != null;
  const wasAway = before.asked.get(by)?.excused != null && !after.asked.get(by)?.excused;
  return [
    ...(isTakenBack ? [words.answer.alsoTakenBack()] : []),
    ...(ended?.settled ? [words.answer.alsoSettled()] : []),
    ...(wasAway ? [words.answer.backIn()] : []),
    ...lateSaying(answered, words),
    ...endedBy(answered, words),
  ];
}

/** The deadline was over, and the answer counts all the same (docs/process.md §2.4). */
export function lateSaying({ after, circle, at }: Answered, words: Words): Saying[] {
  if (after.pause || inQuestions(after) || at < after.deadlineAt) return [];
  const deadline = moment(after.deadlineAt, circle.settings.calendar.timeZone);
  return [words.answer.late({ deadline })];
}

/** With this answer a round that closes by itself has closed (docs/process.md §D4). */
function endedBy({ after: { ending } }: Answered, words: Words): Saying[] {
  if (ending?.kind !== 'decided') return [];
  const number = words.system.decisionNumber({ number: String(ending.decisionNumber) });
  return [words.answer.endedIt({ number })];
}

function changeButton(round: Round, words: Words): Button {
  return buttonFor(actionIds.changeAnswer, words.answer.change(), round);
}

function buttonFor(actionId: string, label: Saying, { id }: Round): Button {
  return button({ actionId, label, value: id });
}
