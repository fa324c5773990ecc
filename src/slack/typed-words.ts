const DASH = '[-\u2010-\u2015\u2212]?';
const NUMBER = '(\\d{1,9})';
const PROPOSAL = new RegExp(`^(?:p\\s*${DASH}\\s*|#)?${NUMBER}$`, 'iu');
const DECISION = new RegExp(`^(?:d\\s*${DASH}\\s*|#)?${NUMBER}$`, 'iu');
/** Words that a search looks for; more than these say no more. */
const WORDS_MAX = 8;

/**
 * The number that a whole text means: "P-31", "p31", "31", with whatever dash a keyboard makes of
 * it. Null where the text is something else.
 */
export function idsIn(text: string): {
  readonly proposal: number | null;
  readonly decision: number | null;
} {
  const typed = text.trim();
  return {
    proposal: numberOf(PROPOSAL.exec(typed)),
    decision: numberOf(DECISION.exec(typed)),
  };
}

/** What was typed after a command: Slack sends `&`, `<` and `>` escaped. */
export function typedIn(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

/** The words of a search, in small letters, without quotes around them. */
export function wordsIn(text: string): string[] {
  return typedIn(text)
    .toLowerCase()
    .split(/[\s"“”„«»]+/u)
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX);
}

function numberOf(found: RegExpExecArray | null): number | null {
  const digits = found?.[1];
  return digits === undefined ? null : Number(digits);
}
