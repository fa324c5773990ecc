import { whyNotAskable } from '../../core/asking.ts';
import type { Saying } from '../../words/message.ts';
import { member } from '../../words/terms.ts';
import { actionIds, askingValue } from '../ids.ts';
import type { DirectlyTold } from './direct-message.ts';
import { button } from './elements.ts';
import { fixedPart, type Part } from './fit.ts';
import { actions } from './kit.ts';

/** That somebody wishes to be asked, or is asked too from now on (docs/process.md §2.7). */
export function askingDirect({ event, words }: DirectlyTold): Saying[] {
  const { asking } = words;
  if (event.type === 'member_added_to_round') return [asking.addedYou(), asking.addedNext()];
  return [asking.wishes({ member: member(event.by ?? '') }), asking.wishesNext()];
}

/** [Ask them too], while they are not asked yet (docs/process.md §2.7). */
export function askingButtons({ event, round, circle, words }: DirectlyTold): Part[] {
  if (event.type !== 'asking_wished' || !event.by || round.ending) return [];
  if (whyNotAskable(round, event.by, circle)) return [];
  const value = askingValue.seal(round.id, event.by);
  const label = words.asking.askToo();
  return [fixedPart(actions([button({ actionId: actionIds.askMemberToo, label, value })]))];
}
