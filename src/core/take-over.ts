import { decidersOnly } from './askable.ts';
import type { Instant } from './calendar.ts';
import { isFullMember, isMember, type Circle } from './circle.ts';
import { defaultDeadline } from './deadline.ts';
import type { MemberId } from './ids.ts';
import { askingAnew } from './next-version.ts';
import { questionsAnew } from './question-step-time.ts';
import type { Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import type { RoundRefusal } from './round-refusal.ts';
import type { Ruling } from './ruling.ts';
import type { Actor } from './standing-in.ts';

/** Days in which a proposal that was taken back can be picked up as it is. */
const TAKE_OVER_DAYS = 7;
const DAY = 24 * 3_600_000;

/** A member picks up what its proposer took back (docs/process.md §2.1, `withdrawn`). */
export type TakeOverCommand = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly type: 'take_over';
};

/** Until when it can be picked up; null where it was not taken back (docs/process.md §2.1). */
export function takeOverUntil({ ending }: Pick<Round, 'ending'>): Instant | null {
  return ending?.kind === 'withdrawn' ? ending.at + TAKE_OVER_DAYS * DAY : null;
}

/** What stands in the way of this person taking it over, or null (docs/process.md §2.1, §3). */
export function whyNotTakeOver(round: Round, { by, at, circle }: Actor): RoundRefusal | null {
  if (!isMember(circle, by)) return { code: 'not_in_circle' };
  if (!isFullMember(circle, by)) return decidersOnly(round, circle, by);
  const untilAt = takeOverUntil(round);
  if (untilAt === null) return { code: 'round_not_taken_back' };
  return at > untilAt ? { code: 'take_over_late', untilAt } : null;
}

/**
 * Decides whether a member becomes the proposer of what was taken back. Everyone who is in the
 * circle now is asked in a window of its own, and earlier answers are to confirm.
 *
 * Source: docs/process.md §2.1 (`withdrawn`), §D6.
 */
export function decideTakeOver(
  round: Round,
  { at, by }: TakeOverCommand,
  circle: Circle,
): Ruling<RoundEvent, RoundRefusal> {
  const refused = whyNotTakeOver(round, { by, at, circle });
  if (refused) return { refused };
  const { calendar, windowDays, minimumHours } = circle.settings;
  const deadlineAt = defaultDeadline(at, calendar, windowDays, { minimumHours });
  const asking = { ...askingAnew(circle, at), deadlineAt };
  if (asking.asked.length < 2) return { refused: { code: 'too_few_able' } };
  const taken = { type: 'round_taken_over', asking, at, by } as const;
  return { events: [taken, ...questionsAnew(round, at, circle)] };
}
