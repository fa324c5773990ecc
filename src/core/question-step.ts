import type { Instant } from './calendar.ts';
import type { MemberId } from './ids.ts';
import type { OpeningRule } from './opening.ts';
import type { Round } from './round.ts';

/** Whether proposals begin with questions: always, as the proposer chooses, or never (§2.1). */
export type QuestionStepRule = 'always' | 'ask' | 'never';

/** With what a round begins (docs/process.md §2.1). */
export type Beginning = 'questions' | 'answers';

/** A short first thought: nobody answers it, and nobody sees it before all are shown (§2.1). */
export type FirstThought = { readonly by: MemberId; readonly at: Instant; readonly text: string };

/** Characters of a first thought: one or two sentences. */
export const THOUGHT_MAX = 500;
/** Characters of the answer to a question. */
export const REPLY_MAX = 1500;
/** Working days of the step "Questions and first thoughts", to 17:00 (docs/process.md §2.2). */
export const QUESTION_STEP_WORKING_DAYS = 2;
/** Working days after the step's end until facilitators hear that nothing moves (§2.2). */
export const QUESTION_STEP_IDLE_WORKING_DAYS = 2;

/**
 * "Questions and first thoughts", the step before a round asks for consent. `kind` is `questions`
 * while it lasts, until the proposer says that the text is ready; from then on, and in rounds
 * without the step, it is `answers`.
 *
 * Source: docs/process.md §2.1.
 */
export type QuestionStep = {
  readonly kind: 'questions' | 'answers';
  /** The circle knows the step, and this round began without it: never silently (§2.1). */
  readonly isSkipped: boolean;
  /** The end of the step; null in a round that never had one. */
  readonly untilAt: Instant | null;
  readonly thoughts: readonly FirstThought[];
  readonly nothingFurther: readonly MemberId[];
  /** Who edited the draft, once for each time, in order. */
  readonly editedBy: readonly MemberId[];
  /** When the first thoughts were shown, all together; null while they are sealed. */
  readonly shownAt: Instant | null;
  /** When its time was over, or all had nothing further; its text is still to be fixed. */
  readonly endedAt: Instant | null;
  readonly idleToldAt: Instant | null;
  /** Frozen when it was proposed: who opens the consent step (docs/process.md §3). */
  readonly opensBy: OpeningRule;
  /** Since when the text is ready and waits to be opened; null before, or where nothing waits. */
  readonly openingAskedAt: Instant | null;
  /** When facilitators were reminded of it. */
  readonly openingIdleAt: Instant | null;
};

/** A round that asks for answers from its beginning: also every round of the first release. */
export const WITHOUT_QUESTIONS: QuestionStep = {
  kind: 'answers',
  isSkipped: false,
  untilAt: null,
  thoughts: [],
  nothingFurther: [],
  editedBy: [],
  shownAt: null,
  endedAt: null,
  idleToldAt: null,
  opensBy: 'proposer',
  openingAskedAt: null,
  openingIdleAt: null,
};

/** True while people ask and think, and nobody is asked for an answer yet (§2.1). */
export function inQuestions(round: Pick<Round, 'step'>): boolean {
  return round.step.kind === 'questions';
}

/** A round, or the record of one that was decided and is in no step any more. */
export type Drafted = Pick<Round, 'versions'> & Partial<Pick<Round, 'step'>>;

/** True of a moment at which the text was a draft: it had no version 1 yet (docs/process.md §2.1). */
export function wasDraft({ step, versions }: Drafted, at: Instant): boolean {
  const [first] = versions;
  return step?.kind === 'questions' || (first !== undefined && at < first.openedAt);
}

/** What is still possible in the step, beside asking and objecting (docs/process.md §2.1). */
export type StepStage =
  /** First thoughts are given, and nobody sees them yet. */
  | 'sealed'
  /** They are shown, and the step goes on until nobody has anything further, or its time is over. */
  | 'shown'
  /** Nobody is waited for any more; the text is still to be fixed. */
  | 'over';

/** How far a round is in its question step (docs/process.md §2.1). */
export function stepStage({ step }: Pick<Round, 'step'>): StepStage {
  if (step.endedAt !== null) return 'over';
  return step.shownAt === null ? 'sealed' : 'shown';
}

/**
 * The first thoughts that may be shown to anybody: none before all are shown together. Whoever
 * shows them asks here, so that nothing leaks. Source: docs/process.md §2.1.
 */
export function shownThoughts({ step }: Pick<Round, 'step'>): readonly FirstThought[] {
  return step.shownAt === null ? [] : step.thoughts;
}

/** The questions that the proposer has not answered, with their number in the round (§2.1). */
export function openQuestions(
  round: Pick<Round, 'questions'>,
): readonly { readonly number: number; readonly by: MemberId; readonly text: string }[] {
  return round.questions.flatMap(({ by, text, reply }, number) =>
    reply ? [] : [{ number, by, text }],
  );
}
