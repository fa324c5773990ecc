import type { Button } from '@slack/types';
import { removedMember, type Concern } from '../../core/concern.ts';
import type { Round } from '../../core/round.ts';
import { keepersOf } from '../../core/standing-in.ts';
import { whyNot } from '../../core/ways-on.ts';
import { facilitatorsNamed } from '../../words/members.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { member } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { readAllButton } from './card-facts.ts';
import type { DirectlyTold } from './direct-message.ts';
import { button } from './elements.ts';
import { proposalNumber } from './round-line.ts';

/** Who is not asked, and why: on the card, with the answers, and in the record (§2.7). */
export function notAskedLine(concern: Concern | null | undefined, words: Words): Saying[] {
  if (!concern?.isRemoval) return [];
  return [words.concern.notAsked({ member: member(concern.member) })];
}

/**
 * What the person whom a proposal names hears of it, before its card is up, and what facilitators
 * do: a meeting is suggested first. Source: docs/process.md §2.7, §10 case 25.
 */
export function concernDirect(told: DirectlyTold): Saying[] {
  const { event, round, words, to } = told;
  const { direct } = words.concern;
  const { concerns } = round.terms;
  if (!concerns) return [words.direct.changed()];
  if (event.type === 'round_withdrawn') return [direct.withdrawn()];
  if (to === concerns.member) return concerns.isRemoval ? removalSaid(told) : youSaid(told);
  return [
    direct.keepers({ member: member(concerns.member) }),
    ...(concerns.isRemoval ? [direct.keepersRemoval()] : []),
    direct.keepersNext(),
  ];
}

function removalSaid({ event, round, circle, words }: DirectlyTold): Saying[] {
  const { direct } = words.concern;
  const facilitators = facilitatorsNamed(keepersOf(round, circle, event.at), words);
  return [
    direct.removal({ proposer: member(round.proposedBy), circle: circle.settings.name }),
    direct.removalRule(),
    direct.removalNext({ facilitators }),
  ];
}

function youSaid({ round, words }: DirectlyTold): Saying[] {
  const { direct } = words.concern;
  return [direct.you({ proposer: member(round.proposedBy) }), direct.youNext()];
}

/** The outcome, to the person whose place it was about; null to everyone else (§2.7). */
export function concernDecided({ event, round, circle, words, to }: DirectlyTold): Saying | null {
  if (removedMember(round) !== to) return null;
  const facilitators = facilitatorsNamed(keepersOf(round, circle, event.at), words);
  return words.concern.direct.decided({ facilitators });
}

/** Below it: reading it whole, and asking or taking it to a meeting (§2.7, §10 case 25). */
export function concernButtons(told: DirectlyTold): Button[] {
  const { event, round, circle, words, to } = told;
  if (event.type !== 'round_opened' || round.ending) return [];
  const seen = { round, circle, now: event.at };
  const read = readAllButton(seen, words.everyday.readAll());
  if (removedMember(round) !== to) {
    const meets = whyNot('to_meeting', round, { by: to, at: event.at, circle }) === null;
    return [...(meets ? [meetFirstButton(round, words)] : []), read];
  }
  const ask = button({
    actionId: actionIds.askQuestion,
    label: words.question.ask(),
    value: round.id,
  });
  return [read, ask];
}

/** Opens the step of the way "take it to a meeting" (docs/process.md §10 case 25). */
export function meetFirstButton(round: Round, words: Words): Button {
  return button({
    actionId: actionIds.meetFirst,
    label: words.concern.meetFirst(),
    spokenLabel: words.concern.meetFirstSpoken({ number: proposalNumber(round, words) }),
    value: round.id,
  });
}
