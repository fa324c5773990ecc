import { inQuestions } from './question-step.ts';
import { currentVersion, type Round } from './round.ts';
import { askedVersion } from './standing.ts';

/** What a draft is called where a version is told: nothing is fixed yet (docs/process.md §2.1). */
export const DRAFT = 0;

/**
 * The text that somebody had before them as they answered: a version, or the draft. Not told by
 * what was posted before buttons carried it.
 */
export type OfText = { readonly ofVersion?: number | null };

/** Somebody answered an earlier text than the one that is asked about now (docs/process.md §D6). */
export type TextRefusedAsOlder = {
  readonly code: 'text_is_newer';
  /** The text that they had before them. */
  readonly ofVersion: number;
  readonly number: number;
};

/** The text that is asked about now, as a button says it (docs/process.md §D6, §2.1). */
export function textNow(round: Pick<Round, 'step' | 'versions'>): number {
  return inQuestions(round) ? DRAFT : round.versions.length;
}

/** True where everyone has been asked about another text since (docs/process.md §D6). */
export function isOlderText(round: Round, { ofVersion = null }: OfText): boolean {
  return ofVersion !== null && !inQuestions(round) && ofVersion < askedVersion(round).number;
}

/**
 * Why an answer cannot stand for the text that is asked about now, or null: it was given to an
 * earlier one, and nobody consents to what they were not shown. A change of wording carries
 * answers over, so it is none. Source: docs/process.md §0 invariant 5, §D6, §2.6.
 */
export function whyNotToThisText(round: Round, of: OfText): TextRefusedAsOlder | null {
  if (!isOlderText(round, of)) return null;
  return {
    code: 'text_is_newer',
    ofVersion: of.ofVersion ?? DRAFT,
    number: currentVersion(round).number,
  };
}

/**
 * The earlier version that an objection was written about while a newer one was published, or
 * undefined where it is about the text that is asked about now. What was written about the draft is
 * about the version that was fixed from it. Source: docs/process.md §2.6.
 */
export function earlierVersion(round: Round, of: OfText): number | undefined {
  const ofVersion = Math.max(of.ofVersion ?? currentVersion(round).number, 1);
  return isOlderText(round, { ofVersion }) ? ofVersion : undefined;
}
