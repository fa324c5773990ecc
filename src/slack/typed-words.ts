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

/** "D-12" at the beginning, with or without "from"; or "from D-12" at the end. */
const ABOUT_DECISION = [
  new RegExp(`^(?:from\\s+)?d${DASH}${NUMBER}(?=[\\s:,.]|$)[\\s:,.]*(.*)$`, 'isu'),
  new RegExp(`^from\\s+#${NUMBER}(?=[\\s:,.]|$)[\\s:,.]*(.*)$`, 'isu'),
];
const FROM_DECISION = new RegExp(`^(.*?)\\s+from\\s+(?:d${DASH}|#)${NUMBER}\\s*$`, 'isu');

/**
 * The decision that somebody names to look at it again, with the rest of what they typed; null
 * where they name none. A title may begin with a letter and a number of its own ("D 12"), so that
 * the letter and the number stand together here. Source: docs/process.md §10 case 16.
 */
export function decisionNamed(
  text: string,
): { readonly number: number; readonly rest: string } | null {
  const typed = text.trim();
  const first = ABOUT_DECISION.map((one) => one.exec(typed)).find((found) => found !== null);
  if (first) return { number: Number(first[1]), rest: first[2] ?? '' };
  const last = FROM_DECISION.exec(typed);
  return last ? { number: Number(last[2]), rest: last[1] ?? '' } : null;
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
