import type { Instant } from './calendar.ts';
import { nudgesLetGo } from './clock-marks.ts';
import type { MemberId } from './ids.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import type { ShorteningEvent } from './shortening-event.ts';

/** What was shortened for a stated urgency, and who put it back (docs/process.md §2.2). */
export type Shortened = {
  readonly at: Instant;
  readonly by: MemberId;
  readonly reason: string;
  /** The deadline that stood before. */
  readonly insteadOf: Instant;
  readonly givenBackBy: MemberId | null;
};

/** The round after its deadline was shortened, or its time given back (docs/process.md §2.2). */
export function shortened(round: Round, event: RoundEvent & ShorteningEvent): Round {
  const { at, by, deadlineAt } = event;
  if (!by) throw new Error('A deadline is shortened and given back by a person');
  const isShorter = event.type === 'deadline_shortened';
  const reason = isShorter ? event.reason : null;
  const cause = isShorter ? ('urgency' as const) : ('given_back' as const);
  const letGo = nudgesLetGo(currentVersion(round).askedAt, deadlineAt, at);
  return {
    ...round,
    deadlineAt,
    shortened: isShorter
      ? { at, by, reason: event.reason, insteadOf: round.deadlineAt, givenBackBy: null }
      : round.shortened && { ...round.shortened, givenBackBy: by },
    extensions: [...round.extensions, { at, by, deadlineAt, cause, reason }],
    marks: {
      ...round.marks,
      halfTimeAt: round.marks.halfTimeAt ?? letGo.halfTimeAt,
      dayBeforeAt: letGo.dayBeforeAt,
      deadlinePassedAt: null,
    },
  };
}

const MOVES: ReadonlySet<RoundEvent['type']> = new Set([
  'deadline_extended',
  'deadline_shortened',
  'deadline_given_back',
]);

/** Where a window begins anew, what was shortened before it is over (docs/process.md §2.2). */
export function withWindow(before: Round, after: Round, { type }: RoundEvent): Round {
  if (!after.shortened || MOVES.has(type)) return after;
  const isSameText = currentVersion(before).askedAt === currentVersion(after).askedAt;
  const isSameWindow = isSameText && before.deadlineAt === after.deadlineAt;
  return isSameWindow ? after : { ...after, shortened: null };
}
