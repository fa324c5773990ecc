import type { Instant } from './calendar.ts';

/** A facilitator shortened the deadline, or a member gave its time back (docs/process.md §2.2). */
export type ShorteningEvent =
  | {
      readonly type: 'deadline_shortened';
      readonly deadlineAt: Instant;
      readonly reason: string;
    }
  | { readonly type: 'deadline_given_back'; readonly deadlineAt: Instant };
