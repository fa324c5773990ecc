import type { Button } from '@slack/types';
import { dayOf } from '../../core/calendar.ts';
import { supersededBy, type Superseding } from '../../core/replacing.ts';
import type { Circle } from '../../core/circle.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { decidedNumber } from './aftermath-forms.ts';
import { button } from './elements.ts';

type Replaces = Pick<Round, 'replaces' | 'replacesDecision'>;

/** What a decision would replace, or has replaced: its number, else the proposer's own words. */
export function replacedSaid(
  { replaces, replacesDecision }: Replaces,
  isDecided: boolean,
  words: Words,
): string | null {
  if (!replacesDecision) return replaces;
  const number = words.system.decisionNumber({ number: String(replacesDecision.number) });
  return (isDecided ? number : words.lookAgain.until({ number })).plain;
}

/** "Replaced by D-57 on 3 May": nothing while the decision is in force (§10 case 16). */
export function supersededSayings(
  { round, circle }: { readonly round: Round; readonly circle: Circle },
  words: Words,
): Saying[] {
  const newer = supersededBy(round);
  return newer ? [words.lookAgain.superseded(supersedingSaid(newer, circle, words))] : [];
}

/** Which decision took the place of another one, how, and on which day of the circle. */
export function supersedingSaid({ how, number, at }: Superseding, circle: Circle, words: Words) {
  return {
    how,
    number: words.system.decisionNumber({ number: String(number) }),
    on: day(dayOf(at, circle.settings.calendar.timeZone)),
  };
}

/** [Propose to look at it again]; none for a decision that is no longer in force (§2.5, §10). */
export function lookAgainButtons(round: Round, words: Words): Button[] {
  if (round.ending?.kind !== 'decided' || supersededBy(round)) return [];
  return [
    button({
      actionId: actionIds.lookAgain,
      label: words.lookAgain.button(),
      spokenLabel: words.lookAgain.spoken({ number: decidedNumber(round, words) }),
      value: round.id,
    }),
  ];
}
