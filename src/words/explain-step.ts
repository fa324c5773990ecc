import type { QuestionStepRefusal } from '../core/question-step-refusal.ts';
import type { WasAwayRefusal } from '../core/was-away.ts';
import type { Words } from './index.ts';
import type { Saying } from './message.ts';
import { member, moment } from './terms.ts';

/** Why something has to wait for the question step, or comes too late for it (§2.1, §D12). */
export function explainStep(words: Words, refusal: QuestionStepRefusal, zone: string): Saying {
  const { refused } = words.step;
  switch (refusal.code) {
    case 'round_in_questions':
      return refused.inQuestions({ until: moment(refusal.untilAt, zone) });
    case 'round_waits_for_opening':
      return words.opening.refused.waits();
    case 'opening_not_asked':
      return words.opening.refused.notAsked({ proposer: member(refusal.proposer) });
    case 'answers_have_begun':
      return refused.begun();
    case 'thoughts_are_over':
      return refused.thoughtsOver();
    case 'step_is_over':
      return refused.stepOver();
    case 'proposer_answers_questions':
      return refused.proposer();
    case 'not_preparer':
      return refused.notPreparer({ proposer: member(refusal.proposer) });
    case 'draft_edited':
      return refused.draftEdited({ member: member(refusal.by) });
    case 'question_unknown':
      return refused.unknownQuestion();
    case 'questions_not_over':
      return refused.notOver({ until: moment(refusal.untilAt, zone) });
    case 'questions_open':
      return refused.questionsOpen({ n: refusal.n });
  }
}

/** Why “I was away” cannot be said (docs/process.md §2.5, §D12). */
export function explainWasAway(words: Words, refusal: WasAwayRefusal, zone: string): Saying {
  const { away } = words.silence;
  return refusal.code === 'was_not_silent'
    ? away.notSilent()
    : away.over({ until: moment(refusal.untilAt, zone) });
}
