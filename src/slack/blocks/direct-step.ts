import { waitsForOpening } from '../../core/opening.ts';
import { inQuestions, openQuestions } from '../../core/question-step.ts';
import type { Saying } from '../../words/message.ts';
import { member } from '../../words/terms.ts';
import type { DirectlyTold } from './direct-message.ts';

/** What the proposer and facilitators hear of the steps before the answers (§2.1, §3, §D13). */
export function stepDirect(told: DirectlyTold): Saying[] {
  const { event, round, words } = told;
  switch (event.type) {
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
