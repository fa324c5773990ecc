import type { Instant } from '../core/calendar.ts';
import type { Ending } from '../core/round.ts';
import { takeOverUntil } from '../core/take-over.ts';
import type { Words } from './index.ts';
import type { Saying } from './message.ts';
import { joined, moment } from './terms.ts';

/** Where moments are said, and when now is: null where nobody knows. */
type Told = { readonly zone: string; readonly now: Instant | null };

/** How a round ended, for somebody who comes too late (docs/process.md §10 cases 7 and 9). */
export function explainEnding(words: Words, ending: Ending, { zone, now }: Told): Saying {
  const { refusal, system, voiding } = words;
  const at = moment(ending.at, zone);
  if (ending.kind === 'void') return voiding.refusal.ended({ at });
  if (ending.kind === 'withdrawn') {
    return joined([refusal.withdrawn({ at }), explainPickUp(ending, { zone, now }, words)]);
  }
  const number = system.decisionNumber({ number: String(ending.decisionNumber) });
  return refusal.decided({ at, number });
}

/** Until when it can be taken over as it is; afterwards a new proposal picks it up (§2.1). */
export function explainPickUp(ending: Ending, { zone, now }: Told, words: Words): Saying {
  const untilAt = takeOverUntil({ ending });
  if (untilAt === null || now === null || now > untilAt) return words.refusal.pickUp();
  return words.pausing.takeOverUntil({ until: moment(untilAt, zone) });
}
