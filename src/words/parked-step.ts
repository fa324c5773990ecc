import type { ParkingCause } from '../core/pause.ts';
import type { Words } from './index.ts';

/** The next step of a parked round: what a person wrote, or what the clock leaves to do (§2.4). */
export function parkedStep(
  { nextStep, cause }: { readonly nextStep: string | null; readonly cause: ParkingCause },
  words: Words,
): string {
  if (nextStep !== null) return nextStep;
  const { step } = cause === 'unanswered' ? words.unheard : words.proposerLeft;
  return step().plain;
}
