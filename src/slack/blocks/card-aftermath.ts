import type { Button } from '@slack/types';
import { unansweredLate } from '../../core/aftermath.ts';
import { supersededBy } from '../../core/replacing.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { carersNamed, forceSaid } from './aftermath-forms.ts';
import { correctedSayings } from './correcting-part.ts';
import { button } from './elements.ts';
import type { Some } from './kit.ts';
import { lookAgainButtons } from './replaced-part.ts';
import type { RoundSeen } from './round-line.ts';

/** What a decided card says of what came after: a pause, and what waits for an answer. */
export function aftermathSayings({ round, circle, now }: RoundSeen, words: Words): Saying[] {
  const { aftermath } = words;
  const paused = pauseOf(round);
  const people = carersNamed(round, circle, now, words);
  const n = unansweredLate(round).length;
  const sayings: Saying[] = [];
  if (paused) {
    const at = moment(paused.at, circle.settings.calendar.timeZone);
    sayings.push(
      joined(
        [
          aftermath.cardPaused({ member: member(paused.by), at }),
          aftermath.because({ reason: paused.reason }),
          aftermath.pausedNext({ people }),
        ],
        '\n',
      ),
    );
  }
  if (n > 0) sayings.push(aftermath.cardWaits({ n, people, force: forceSaid(round, words) }));
  return [...sayings, ...correctedSayings({ round, circle, now }, words)];
}

/** The pause of a decision that is in force else; nobody acts on what was replaced (case 16). */
export function pauseOf(round: Round): Round['aftermath']['paused'] {
  return supersededBy(round) ? null : round.aftermath.paused;
}

/** What a decided card offers, and the way out of a pause (docs/process.md §10 cases 9, 10, 16). */
export function aftermathButtons({ round }: RoundSeen, words: Words): Some<Button> {
  // In peace a decided card has one button; the record has all of them.
  const { lateObjections, paused } = round.aftermath;
  const isMoved = lateObjections.length > 0 || paused !== null || round.wasAway.length > 0;
  const again = isMoved ? lookAgainButtons(round, words) : [];
  const unpause = pauseOf(round) ? [unpauseButton(round, words)] : [];
  return [raiseButton(round, words), ...again, ...unpause];
}

/** New information about a decision, from anybody in the circle. */
export function raiseButton(round: { readonly id: string }, words: Words): Button {
  const label = words.aftermath.raise();
  return button({ actionId: actionIds.raiseLate, label, value: round.id });
}

/** For its owner and the facilitators: it is refused to others, with the reason. */
export function pauseButton(round: { readonly id: string }, words: Words): Button {
  const label = words.aftermath.pause();
  return button({ actionId: actionIds.pauseDecision, label, value: round.id });
}

/** The decision is in force as before. */
export function unpauseButton(round: { readonly id: string }, words: Words): Button {
  const label = words.aftermath.unpause();
  return button({ actionId: actionIds.unpauseDecision, label, value: round.id });
}
