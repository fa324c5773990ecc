import type { Instant } from './calendar.ts';
import type { MemberId } from './ids.ts';

/**
 * Why something has to wait for the question step, or comes too late for it.
 * Source: docs/process.md §2.1.
 */
export type QuestionStepRefusal =
  /** There is no frozen text to answer yet. */
  | { readonly code: 'round_in_questions'; readonly untilAt: Instant }
  /** Its text is ready, and a facilitator opens it first. */
  | { readonly code: 'round_waits_for_opening' }
  /** Its proposer has not said yet that the text is ready. */
  | { readonly code: 'opening_not_asked'; readonly proposer: MemberId }
  | { readonly code: 'answers_have_begun' }
  /** First thoughts have been shown. */
  | { readonly code: 'thoughts_are_over' }
  /** Its time is over, or all had nothing further: nobody is waited for any more. */
  | { readonly code: 'step_is_over' }
  /** The proposer answers questions; first thoughts are the others'. */
  | { readonly code: 'proposer_answers_questions' }
  /** The text is the proposer's, unless they are away. */
  | { readonly code: 'not_preparer'; readonly proposer: MemberId }
  /** Somebody else edited it while this was written (docs/process.md §2.6, two at once). */
  | { readonly code: 'draft_edited'; readonly by: MemberId }
  | { readonly code: 'question_unknown' }
  /** "Ready" before the step's time, while somebody may still have something to say. */
  | { readonly code: 'questions_not_over'; readonly untilAt: Instant }
  | { readonly code: 'questions_open'; readonly n: number };
