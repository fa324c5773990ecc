import { VERSIONS_IN_ONE_GO, versionsInOneGo } from './next-version.ts';
import type { Round } from './round.ts';
import { openObjections } from './standing.ts';
import { mayFacilitate } from './objection-work.ts';
import type { Actor } from './standing-in.ts';

/** Versions after which a facilitator may offer the ladder (docs/process.md §2.6; choice). */
const OFFERED_AFTER = VERSIONS_IN_ONE_GO - 1;

/** The steps of the stuck ladder, in order (docs/process.md §2.6). */
export const LADDER = ['call', 'meeting', 'helpers', 'broader'] as const;
/** One of them (docs/process.md §2.6). */
export type LadderStep = (typeof LADDER)[number];

/** Whom the ladder is offered to: nobody, facilitators only, or everybody. */
export type LadderOffer = 'nobody' | 'facilitators' | 'everybody';

/**
 * Whether the stuck ladder is offered: to everybody after three versions in one go with an open
 * objection, to facilitators after two. While the clock stands still one of its steps is being
 * taken, and it is offered to nobody.
 *
 * Source: docs/process.md §D7, §2.6.
 */
export function ladderOffer(round: Round): LadderOffer {
  if (round.ending || round.pause || openObjections(round).length === 0) return 'nobody';
  const versions = versionsInOneGo(round);
  if (versions >= VERSIONS_IN_ONE_GO) return 'everybody';
  return versions >= OFFERED_AFTER ? 'facilitators' : 'nobody';
}

/** True where the ladder is offered to this person (docs/process.md §2.6). */
export function isLadderFor(round: Round, { by, at, circle }: Actor): boolean {
  const offer = ladderOffer(round);
  return offer === 'everybody' || (offer === 'facilitators' && mayFacilitate(circle, by, at));
}
