import type { KnownBlock } from '@slack/types';
import { inQuestions } from '../../core/question-step.ts';
import { currentVersion } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, link, member, moment, verbatim } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { button } from './elements.ts';
import { documentPart, type Part } from './fit.ts';
import { documentOfLines, labelled } from './labelled-document.ts';
import { replacedSaid } from './replaced-part.ts';
import { proposalNumber, type RoundSeen } from './round-line.ts';

/** Characters of a proposal that a card shows; the whole is behind “Read all”. */
const PROPOSAL_ON_CARD_MAX = 2500;

/** What goes first where a card is too long: the proposal, then the need. */
const PROPOSAL_PRIORITY = 1;
const NEED_PRIORITY = 2;

/** “Proposal by @ben · Bakery · version 1 · P-31”; a draft has no version yet (§2.1). */
export function frameLine({ round, circle }: RoundSeen, words: Words): Saying {
  const about = {
    proposer: member(round.proposedBy),
    circle: circle.settings.name,
    number: proposalNumber(round, words),
  };
  if (inQuestions(round)) return words.step.frame(about);
  return words.card.frame({ ...about, version: currentVersion(round).number });
}

/** Why: the need, in the proposer's own words. */
export function needPart({ round }: RoundSeen, words: Words): Part {
  return documentPart(NEED_PRIORITY, labelled(words.card.why(), documentOfLines(round.need)));
}

/** The proposal, as much as a card takes. `whenCut` then says where the whole is. */
export function proposalPart(
  { round }: RoundSeen,
  label: Saying,
  whenCut: readonly KnownBlock[],
): Part {
  const { document } = currentVersion(round);
  return documentPart(PROPOSAL_PRIORITY, labelled(label, document), {
    max: PROPOSAL_ON_CARD_MAX,
    whenCut,
  });
}

/** Until when people answer, each in their own zone; nothing is due while the clock stands still. */
export function answerByField({ round, circle }: RoundSeen, words: Words): Saying {
  if (round.pause) return words.card.clockStill();
  return words.card.answerBy({ at: moment(round.deadlineAt, circle.settings.calendar.timeZone) });
}

/** Who looks after it, when we look again, and what it replaces. */
export function lastingFields({ round }: RoundSeen, words: Words): Saying[] {
  const { owner, reviewOn, link: url } = round;
  const replaces = replacedSaid(round, round.ending?.kind === 'decided', words);
  return [
    words.card.looksAfterIt({ owner: member(owner) }),
    words.card.weLookAgain({ on: day(reviewOn) }),
    ...(replaces ? [words.card.replaces({ what: replaces })] : []),
    ...(url ? [words.card.link({ link: link(url, verbatim(url)) })] : []),
  ];
}

/** Opens the whole text, and every open objection in full. */
export function readAllButton({ round }: Pick<RoundSeen, 'round'>, label: Saying) {
  return button({ actionId: actionIds.readAll, label, value: round.id });
}
