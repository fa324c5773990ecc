import { addWorkingDays, type Instant } from './calendar.ts';
import { isFacilitator, type Circle, type CircleSettings } from './circle.ts';
import type { ClockContext } from './clock.ts';
import type { MemberId } from './ids.ts';
import { inQuestions } from './question-step.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';

/** Who opens the consent step: whoever proposes, or a facilitator who read it first (§3). */
export type OpeningRule = 'proposer' | 'facilitator';

/** Working days after which facilitators are reminded, and any member may open it (§3). */
export const OPENING_WORKING_DAYS = 2;

/** The step with which a round opens, as its first event tells it (docs/process.md §2.1). */
type StepTold = {
  readonly questionsUntilAt: Instant | null;
  readonly isSkipped: boolean;
  readonly opensBy?: 'facilitator';
};

/** Circles that chose nothing let the proposer open it, as it always was (§3). */
export function openingRule({ opening }: CircleSettings): OpeningRule {
  return opening ?? 'proposer';
}

/** True where a facilitator opens whatever this person proposes, however it begins (§3). */
export function isOpenedForThem(circle: Circle, by: MemberId): boolean {
  return openingRule(circle.settings) === 'facilitator' && !isFacilitator(circle, by);
}

/** The step, where a facilitator opens what this person proposes (docs/process.md §2.1, §3). */
export function withOpening(
  step: Omit<StepTold, 'opensBy'> | null,
  circle: Circle,
  by: MemberId,
): StepTold | null {
  const hasQuestions = step !== null && step.questionsUntilAt !== null;
  if (openingRule(circle.settings) === 'proposer') return step;
  if (!hasQuestions && isFacilitator(circle, by)) return step;
  const { questionsUntilAt = null, isSkipped = false } = step ?? {};
  return { questionsUntilAt, isSkipped, opensBy: 'facilitator' };
}

/** Without questions first a facilitator is asked at once to open it (docs/process.md §3). */
export function askedAtOnce(
  step: StepTold | null,
  said: { readonly at: Instant; readonly by: MemberId },
): RoundEvent[] {
  const isAsked = step?.opensBy === 'facilitator' && step.questionsUntilAt === null;
  return isAsked ? [{ type: 'opening_asked', ...said }] : [];
}

/** True while the text is ready, and waits for somebody who opens the consent step (§3). */
export function waitsForOpening(round: Pick<Round, 'step'>): boolean {
  return inQuestions(round) && round.step.openingAskedAt !== null;
}

/** From when any deciding member but the proposer may open it; null where nothing waits (§3). */
export function openToAllFrom(round: Round, { settings }: Circle): Instant | null {
  const { openingAskedAt } = round.step;
  if (!waitsForOpening(round) || openingAskedAt === null) return null;
  return addWorkingDays(openingAskedAt, OPENING_WORKING_DAYS, settings.calendar);
}

/** Nobody has opened it: facilitators are reminded once, and members may open it (§3). */
export function remindOpening(round: Round, { now, circle }: ClockContext): RoundEvent | null {
  const [at] = openingInstants(round, circle);
  return at !== undefined && now >= at ? { type: 'opening_idle', at: now, by: null } : null;
}

/** When that is (docs/process.md §D9). */
export function openingInstants(round: Round, circle: Circle): Instant[] {
  const at = openToAllFrom(round, circle);
  return at === null || round.step.openingIdleAt !== null ? [] : [at];
}
