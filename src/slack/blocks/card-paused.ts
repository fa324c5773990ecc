import { activeFacilitators } from '../../core/circle.ts';
import type { Ending, Pause } from '../../core/round.ts';
import { openObjections } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import { facilitatorsNamed } from '../../words/members.ts';
import { day, joined, member, moment } from '../../words/terms.ts';
import { frameLine, lastingFields, needPart, proposalPart, readAllButton } from './card-facts.ts';
import { cardObjections } from './card-objections.ts';
import { resolveButton, seeAnswersButton } from './card-open.ts';
import { textsOf } from './card-text.ts';
import { fixedPart } from './fit.ts';
import { actions, context, divider, fields, header, section } from './kit.ts';
import { fitMessage, type MessageContent } from './message.ts';
import { objectionSpoken } from './objection-part.ts';
import { proposalNumber, type RoundSeen } from './round-line.ts';

/** Characters and blocks that the objections may take of a parked card. */
const OBJECTION_ROOM = { characters: 5000, blocks: 25 };

/**
 * The card of a parked round: the next step, who takes it and until when. It takes no answers, and
 * open objections stay on it. Source: docs/process.md §2.1.
 */
export function parkedCard(
  seen: RoundSeen,
  pause: Pause & { readonly kind: 'parked' },
  words: Words,
): MessageContent {
  const { round, circle, now } = seen;
  const { ended } = words;
  const until = day(pause.untilOn);
  const who = member(pause.who);
  const title = ended.parkedTitle({ title: round.title, number: proposalNumber(round, words) });
  const parked = ended.parked({ by: member(pause.by), until });
  const step = ended.nextStep({ step: pause.nextStep });
  const facilitators = facilitatorsNamed(activeFacilitators(circle, now), words);
  const next = ended.noAnswers({ who, facilitators });
  const objections = cardObjections(seen, words, OBJECTION_ROOM);
  const spoken = openObjections(round).map((one) => objectionSpoken(one, words));
  const readAll = objections.hidden > 0 ? [] : [readAllButton(seen, words.everyday.readAll())];
  const buttons = [seeAnswersButton(seen, words), resolveButton(seen, words)] as const;
  return fitMessage({
    text: joined([title, parked, step, next, ...spoken, ...textsOf(seen, words)], '\n'),
    parts: [
      fixedPart(header(title), context([frameLine(seen, words)]), section(parked)),
      fixedPart(...fields([step, ended.who({ who }), ended.until({ until })]), section(next)),
      needPart(seen, words),
      proposalPart(seen, words.card.whatWeWouldDo(), [context([words.card.shortened()])]),
      fixedPart(...fields(lastingFields(seen, words)), divider(), ...objections.blocks),
      fixedPart(actions([...buttons, ...readAll])),
    ],
  });
}

/** The card of a proposal that was taken back: kindly, and for others to pick up. */
export function withdrawnCard(
  seen: RoundSeen,
  ending: Ending & { readonly kind: 'withdrawn' },
  words: Words,
): MessageContent {
  const { round, circle } = seen;
  const { ended } = words;
  const number = proposalNumber(round, words);
  const title = ended.takenBackTitle({ title: round.title, number });
  const at = moment(ending.at, circle.settings.calendar.timeZone);
  const takenBack = ended.takenBack({ by: member(ending.by ?? round.proposedBy), at });
  const reason = ending.reason ? [ended.reason({ reason: ending.reason })] : [];
  const pickUp = ended.pickUp();
  const readAll = readAllButton(seen, words.everyday.readAll());
  return fitMessage({
    text: joined([title, takenBack, ...reason, pickUp, ...textsOf(seen, words)], '\n'),
    parts: [
      fixedPart(header(title), context([frameLine(seen, words)])),
      fixedPart(section(joined([takenBack, ...reason, pickUp], '\n'))),
      needPart(seen, words),
      proposalPart(seen, words.card.whatWeWouldDo(), [context([words.card.shortened()])]),
      fixedPart(actions([seeAnswersButton(seen, words), readAll])),
    ],
  });
}
