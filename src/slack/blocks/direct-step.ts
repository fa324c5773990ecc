import type { Button } from '@slack/types';
import { waitsForOpening } from '../../core/opening.ts';
import { inQuestions, openQuestions } from '../../core/question-step.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import type { Saying } from '../../words/message.ts';
import { member } from '../../words/terms.ts';
import type { DirectlyTold } from './direct-message.ts';
import { answerQuestionButton, askButton } from './step-buttons.ts';
import { memberOr } from './thread-post.ts';

/** What the proposer and facilitators hear of the steps before the answers (§2.1, §3, §D13). */
export function stepDirect(told: DirectlyTold): Saying[] {
  const { event, round, words } = told;
  switch (event.type) {
    case 'question_asked':
      return questionAsked({ ...told, event });
    case 'question_answered':
      return questionAnswered({ ...told, event });
    case 'question_step_ended':
      return questionsOver(told);
    case 'question_step_idle': {
      const { idle, idleNext } = words.step.direct;
      return [idle(), idleNext({ proposer: member(round.proposedBy) })];
    }
    default:
      return openingDirect(told);
  }
}

type Asked = DirectlyTold & { readonly event: RoundEvent & { readonly type: 'question_asked' } };

/** True while this question waits for its answer: asked, and answered by nobody since. */
function isStillOpen({ event, round }: Asked): boolean {
  if (!inQuestions(round) || round.ending) return false;
  return openQuestions(round).some(({ by, text }) => by === event.by && text === event.text);
}

function questionAsked(told: Asked): Saying[] {
  const { event, round, words } = told;
  const { direct } = words.step;
  if (!isStillOpen(told)) return [words.direct.changed()];
  const asked = direct.asked({ member: memberOr(event.by, words), said: event.text });
  return [asked, waitsForOpening(round) ? direct.askedNextWaiting() : direct.askedNext()];
}

function questionAnswered({
  event,
  round,
  words,
}: DirectlyTold & {
  readonly event: RoundEvent & { readonly type: 'question_answered' };
}): Saying[] {
  const { direct } = words.step;
  const question = round.questions[event.question];
  const said = question?.text ?? '';
  return [
    direct.answered({ member: memberOr(event.by, words), said }),
    direct.answeredAs({ said: event.text }),
    ...(inQuestions(round) && !round.ending ? [direct.answeredNext()] : []),
  ];
}

/** Below it: answering, or asking again; nothing once the text is fixed (docs/process.md §2.1). */
export function questionButtons(told: DirectlyTold): Button[] {
  const { event, round, words } = told;
  if (!inQuestions(round) || round.ending) return [];
  if (event.type === 'question_answered') return [askButton(round, words)];
  if (event.type !== 'question_asked' || !isStillOpen({ ...told, event })) return [];
  return [answerQuestionButton({ round }, words)];
}

function questionsOver({ round, words }: DirectlyTold): Saying[] {
  const { direct } = words.step;
  if (!inQuestions(round) || round.ending) return [words.direct.changed()];
  const n = openQuestions(round).length;
  return [direct.ended(), ...(n > 0 ? [direct.openQuestions({ n })] : []), direct.endedNext()];
}

function openingDirect({ event, round, words }: DirectlyTold): Saying[] {
  const { direct } = words.opening;
  if (!waitsForOpening(round) || round.ending) return [words.direct.changed()];
  if (event.type === 'opening_idle') return [direct.idle(), direct.askedNext()];
  return [direct.asked({ proposer: member(round.proposedBy) }), direct.askedNext()];
}
