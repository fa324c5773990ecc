/** What an answer does to the round while it stands. */
export type AnswerEffect = 'settles' | 'objects' | 'holds';

/**
 * What a member can answer while a round asks for consent, and what each answer does to it.
 * Cards, messages, records and exports read this table in this order; no language compiles until
 * it names every kind. There is no abstaining and no standing aside.
 *
 * Source: docs/process.md §D1, §2.3.
 */
export const ANSWER_KINDS = {
  consent: { effect: 'settles' },
  objection: { effect: 'objects' },
  more_time: { effect: 'holds' },
} as const satisfies Record<string, { effect: AnswerEffect }>;

/** One of the answers (docs/process.md §2.3). */
export type AnswerKind = keyof typeof ANSWER_KINDS;

/** Characters that a note ("something to watch") or a "what I need" may hold. */
export const NOTE_MAX = 500;
/** Characters that each part of an objection may hold. */
export const OBJECTION_TEXT_MAX = 1500;
/** The shortest reason that says anything: a single sentence may be this short. */
export const OBJECTION_TEXT_MIN = 5;
/** Working days that "I need more time" lasts (docs/process.md §2.2). */
export const HOLD_WORKING_DAYS = 3;
/** Holds a member may take in one version: the first, and one renewal (docs/process.md §2.2). */
export const HOLDS_MAX = 2;
