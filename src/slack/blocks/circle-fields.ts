import { z } from 'zod';
import { metadata } from './metadata.ts';

/** The form's fields, by the names that refusals use (docs/process.md §6). */
export const circleFields = {
  name: 'name',
  aim: 'aim',
  deciders: 'deciders',
  learning: 'learning',
  facilitators: 'facilitators',
  secretaries: 'secretaries',
  standIn: 'stand_in',
  asksLearning: 'asks_learning',
  timeZone: 'time_zone',
  workingWeekdays: 'working_weekdays',
  closedDays: 'closed_days',
  window: 'window',
  closing: 'closing',
  card: 'card',
  questionStep: 'question_step',
  opening: 'opening',
  silence: 'silence',
  silenceDecision: 'silence_decision',
} as const;

/** The one option of the field `card`. */
export const NAMES_WAITING = 'names_waiting';

/** The one option of the field `asks_learning`. */
export const ASKS_LEARNING = 'asks_learning';

/** Which channel's circle the form sets up, or which circle it changes, and what comes after. */
export const circleFormMetadata = metadata(
  z.object({
    channel: z.string(),
    /** The circle as it was when the form opened, by the number of its last event. */
    circle: z.object({ id: z.string(), seq: z.number() }).nullable(),
    next: z.enum(['propose']).nullable(),
  }),
);
