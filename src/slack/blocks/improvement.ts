import type { Objection } from '../../core/objection.ts';
import type { Round } from '../../core/round.ts';
import { answeringVersion, versionWithBefore } from '../../core/version-changes.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member } from '../../words/terms.ts';
import { changesSaid } from './version-diff.ts';

/** Places of a change that are said beside an objection. */
const PLACES_MAX = 5;

/**
 * What an objection improved: the version that answered it, what it changed, and that its owner
 * confirmed it. Nothing where no later version did. This is where a circle learns.
 *
 * Source: docs/process.md §4.1, §2.6.
 */
export function improvementSaid(
  round: Pick<Round, 'versions'>,
  objection: Objection,
  words: Words,
): Saying[] {
  const version = answeringVersion(round, objection);
  const pair = version && versionWithBefore(round, version.number);
  if (!version || !pair) return [];
  const changes = joined(changesSaid(pair, words, PLACES_MAX), '; ');
  return [
    words.version.record.improved({ n: version.number, changes }),
    words.version.record.confirmed({ member: member(objection.by) }),
  ];
}
