import { isAskable } from '../../core/askable.ts';
import { removedMember } from '../../core/concern.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import { inQuestions } from '../../core/question-step.ts';
import { openObjectionOf, takesAnswers } from '../../core/standing.ts';
import { answerToConfirm } from '../../core/to-confirm.ts';
import type { Saying } from '../../words/message.ts';
import { moment } from '../../words/terms.ts';
import { answerButtons } from './answer-buttons.ts';
import { answeredBefore } from './answered-before.ts';
import type { DirectlyTold } from './direct-message.ts';
import { fixedPart, type Part } from './fit.ts';
import { ownerButtons, rewordButton } from './objection-part.ts';
import { memberOr } from './thread-post.ts';

/**
 * What whoever answered before hears of a take-over: that the text is the same, and what is asked
 * of them. An objection stays open until its owner says otherwise.
 *
 * Source: docs/process.md §2.1 (`withdrawn`), §0 invariant 4.
 */
export function takenOverDirect(
  told: DirectlyTold & { readonly event: RoundEvent & { readonly type: 'round_taken_over' } },
): Saying[] {
  const { event, round, circle, words, to } = told;
  const { direct } = words.pausing;
  const deadline = moment(event.asking.deadlineAt, circle.settings.calendar.timeZone);
  const said = direct.takenOver({ member: memberOr(event.by, words) });
  if (removedMember(round) === to) return [said, words.concern.direct.asBefore()];
  const before = answerToConfirm(round, to);
  const isObjector = openObjectionOf(round, to) !== null;
  if (!before || !(isObjector || isAskable(round, circle, to))) return [said];
  // No answer is due yet, and the text is no version (docs/process.md §2.1).
  if (inQuestions(round)) return isObjector ? [said, direct.takenOverDraftObjector()] : [said];
  const next = isObjector ? direct.takenOverObjector : direct.takenOverNext;
  return [said, answeredBefore(before, round, words), next({ deadline })];
}

/**
 * One tap answers: the three answers, or what the owner of an open objection can do. That is theirs
 * wherever they are by now; only other words for it are for those who may object (§2.6).
 */
export function takenOverButtons({ event, round, circle, to, words }: DirectlyTold): Part[] {
  if (event.type !== 'round_taken_over' || !takesAnswers(round)) return [];
  if (!answerToConfirm(round, to)) return [];
  const isAsked = isAskable(round, circle, to);
  const objection = openObjectionOf(round, to);
  if (!objection)
    return isAsked && !inQuestions(round) ? [fixedPart(answerButtons(round, words))] : [];
  const reword = isAsked ? [rewordButton(round.id, objection, words)] : [];
  return [fixedPart(ownerButtons({ round, objection }, words, ...reword))];
}
