import { plainTextOf } from '../src/core/document.ts';
import type { DecisionRecord } from '../src/core/decision.ts';

/** Everything in a decision that is looked through, in the form that words are looked up in. */
export function searchTextOf({ title, need, document }: DecisionRecord): string {
  return folded([title, need, plainTextOf(document)].join('\n'));
}

/**
 * A pattern for LIKE that finds a word anywhere in a search text, whatever its case. Case is
 * folded here because the databases do it differently: SQLite only for a to z.
 */
export function patternFor(word: string): string {
  return `%${folded(word).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

function folded(text: string): string {
  return text.toWellFormed().normalize('NFKC').toLowerCase().replaceAll('\0', '\uFFFD');
}
