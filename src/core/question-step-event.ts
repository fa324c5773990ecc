import type { Day, Instant } from './calendar.ts';
import type { Document } from './document.ts';
import type { MemberId } from './ids.ts';
import type { Asking } from './version-event.ts';

/** What can happen in the step "Questions and first thoughts" (docs/process.md §2.1). */
export type QuestionStepEvent =
  /** `question` is its place among the round's questions, from 0. */
  | { readonly type: 'question_answered'; readonly question: number; readonly text: string }
  | { readonly type: 'thought_given'; readonly text: string }
  | { readonly type: 'nothing_further_said' }
  | {
      readonly type: 'draft_changed';
      readonly title: string;
      readonly need: string;
      readonly document: Document;
      readonly owner: MemberId;
      readonly reviewOn: Day;
      readonly replaces: string | null;
      readonly link: string | null;
    }
  /** All first thoughts together, never one by one. */
  | { readonly type: 'thoughts_shown' }
  | { readonly type: 'question_step_ended' }
  | { readonly type: 'question_step_idle' }
  /**
   * The service was away over the end of the step (docs/process.md §10 case 24); or, told as
   * `isAnew`, its clock stood still and goes on.
   */
  | { readonly type: 'question_step_moved'; readonly untilAt: Instant; readonly isAnew?: true }
  /** The text is ready, and a facilitator is asked to open the consent step (§3). */
  | { readonly type: 'opening_asked' }
  | { readonly type: 'opening_idle' }
  /** The text is frozen as version 1, and everybody is asked. */
  | ({ readonly type: 'answers_begun' } & Asking);
