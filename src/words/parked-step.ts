import type { Words } from './index.ts';

/** The next step of a parked round: what a person wrote, or that somebody is to be found (§2.4). */
export function parkedStep(nextStep: string | null, words: Words): string {
  return nextStep ?? words.proposerLeft.step().plain;
}
