import type { Instant } from './calendar.ts';
import type { MemberId } from './ids.ts';
import { SAME_WISH_HOURS, type Objection } from './objection.ts';
import { currentVersion, type Round } from './round.ts';
import type { RoundEvent } from './round-event.ts';
import { askedVersion, countedAnswer } from './standing.ts';

const HOUR = 3_600_000;

type Stands = Extract<RoundEvent, { readonly type: 'objection_stands' }>;

/**
 * What its owner's word that it still stands comes to, on any version: they are heard from. It is
 * the same word, and nothing anew, for a day in which nobody else did anything about it.
 *
 * Source: docs/process.md §2.6, §D14, §10 case 6.
 */
export function stillStands(
  round: Round,
  objection: Objection,
  { at, by }: { readonly at: Instant; readonly by: MemberId },
): RoundEvent[] {
  const { id: objectionId, steps } = objection;
  const { number: versionNumber } = currentVersion(round);
  const last = steps.at(-1);
  const isRecent = last?.by === by && at - last.at < SAME_WISH_HOURS * HOUR;
  const isSaid = saidOf(objection) >= versionNumber && countedAnswer(round, by) !== null;
  if (isSaid && isRecent) return [];
  return [{ type: 'objection_stands', objectionId, versionNumber, at, by }];
}

/**
 * True where there is a version of which its owner has not said yet whether it settles it for them:
 * they are asked first (docs/process.md §2.6).
 */
export function isAskedFirst(round: Round, objection: Objection): boolean {
  return saidOf(objection) < askedVersion(round).number;
}

/** The latest version that its owner has spoken about. */
function saidOf({ standsOnVersion, versionNumber }: Objection): number {
  return standsOnVersion ?? versionNumber;
}

/**
 * True where its owner looked at a newer version, and false where they say again what they have
 * said of this one (docs/process.md §2.6).
 */
export function isOfNewVersion({ versionNumber, steps }: Objection, stands: Stands): boolean {
  const first = steps.find(
    (step) => step.type === 'objection_stands' && step.versionNumber === stands.versionNumber,
  );
  return stands.versionNumber > versionNumber && (first === undefined || first.at === stands.at);
}
