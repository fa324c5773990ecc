import type { Instant } from './calendar.ts';
import type { CorrectingEvent } from './correcting.ts';
import type { ObjectionId } from './ids.ts';
import type { ObjectionText } from './objection.ts';
import type { ReplacingEvent } from './replacing.ts';

/** What can happen to a decision after its round was closed (docs/process.md §10 cases 8 to 10). */
export type AftermathEvent =
  | ({
      readonly type: 'late_objection_raised';
      readonly lateId: ObjectionId;
      readonly dueAt: Instant;
    } & ObjectionText)
  /** Nobody answered in time: its owner and the facilitators are told once more. */
  | { readonly type: 'late_objection_reminded'; readonly lateId: ObjectionId }
  /** Still nobody answered: the circle is told. */
  | { readonly type: 'late_objection_unanswered'; readonly lateId: ObjectionId }
  | {
      readonly type: 'late_objection_answered';
      readonly lateId: ObjectionId;
      readonly text: string;
    }
  /** An objection arrived as the round closed; the objection itself is the next event. */
  | { readonly type: 'round_reopened'; readonly decisionNumber: number }
  | { readonly type: 'decision_paused'; readonly reason: string }
  | { readonly type: 'decision_unpaused' }
  | CorrectingEvent
  | ReplacingEvent;
