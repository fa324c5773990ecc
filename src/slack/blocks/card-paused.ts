import type { Pause } from '../../core/pause.ts';
import { proposerHere, whoResumes } from '../../core/pausing.ts';
import type { Ending } from '../../core/round.ts';
import { openObjections } from '../../core/standing.ts';
import { takeOverUntil } from '../../core/take-over.ts';
import type { Words } from '../../words/index.ts';
import { facilitatorsNamed } from '../../words/members.ts';
import { parkedStep } from '../../words/parked-step.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, member, moment } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { button } from './elements.ts';
import { frameLine, lastingFields, needPart, proposalPart, readAllButton } from './card-facts.ts';
import { cardObjections } from './card-objections.ts';
import { resolveButton, seeAnswersButton, takeUpButton } from './card-open.ts';
import { textsOf } from './card-text.ts';
import { fixedPart } from './fit.ts';
import { actions, context, divider, fields, header, section } from './kit.ts';
import { fitMessage, type MessageContent } from './message.ts';
import { objectionSpoken } from './objection-part.ts';
import { adoptButton } from './proposer-part.ts';
import { proposalNumber, type RoundSeen } from './round-line.ts';
import { voidBlocks, voidLines } from './void-part.ts';

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
  const { round } = seen;
  const { ended } = words;
  const until = day(pause.untilOn);
  const who = member(pause.who);
  const title = ended.parkedTitle({ title: round.title, number: proposalNumber(round, words) });
  const parked = whyParked(pause, words);
  const step = ended.nextStep({ step: parkedStep(pause, words) });
  const next = joined([ended.noAnswers(), nextSaying(seen, pause, words)]);
  const objections = cardObjections(seen, words, OBJECTION_ROOM);
  const spoken = openObjections(round).map((one) => objectionSpoken(one, words));
  const readAll = objections.hidden > 0 ? [] : [readAllButton(seen, words.everyday.readAll())];
  const buttons = [
    seeAnswersButton(seen, words),
    takeUpButton(seen, words),
    resolveButton(seen, words),
  ] as const;
  return fitMessage({
    text: joined(
      [title, parked, step, next, ...spoken, ...voidLines(seen, words), ...textsOf(seen, words)],
      '\n',
    ),
    parts: [
      fixedPart(header(title), context([frameLine(seen, words)]), section(parked)),
      fixedPart(...fields([step, ended.who({ who }), ended.until({ until })]), section(next)),
      fixedPart(...voidBlocks(seen, words)),
      needPart(seen, words),
      proposalPart(seen, words.card.whatWeWouldDo(), [context([words.card.shortened()])]),
      fixedPart(...fields(lastingFields(seen, words)), divider(), ...objections.blocks),
      fixedPart(actions([...buttons, ...adoptButton(seen, words), ...readAll])),
    ],
  });
}

/** Who parked it, or why the clock did (docs/process.md §2.1, §2.4). */
function whyParked(
  { cause, by, untilOn }: Pause & { readonly kind: 'parked' },
  words: Words,
): Saying {
  const until = day(untilOn);
  switch (cause) {
    case 'people':
      return words.ended.parked({ by: member(by), until });
    case 'unadopted':
      return words.proposerLeft.parked({ until });
    case 'unanswered':
      return words.unheard.parked({ until });
  }
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
  const pickUp = pickUpSaying(seen, words);
  const readAll = readAllButton(seen, words.everyday.readAll());
  return fitMessage({
    text: joined([title, takenBack, ...reason, pickUp, ...textsOf(seen, words)], '\n'),
    parts: [
      fixedPart(header(title), context([frameLine(seen, words)])),
      fixedPart(section(joined([takenBack, ...reason, pickUp], '\n'))),
      needPart(seen, words),
      proposalPart(seen, words.card.whatWeWouldDo(), [context([words.card.shortened()])]),
      fixedPart(actions([seeAnswersButton(seen, words), readAll, ...takeOverButtons(seen, words)])),
    ],
  });
}

/** Who takes the next step, and who takes it from there on its day (docs/process.md §2.1). */
function nextSaying(
  { round, circle, now }: RoundSeen,
  { who: taker, wokenAt }: Pause & { readonly kind: 'parked' },
  words: Words,
): Saying {
  const who = member(taker);
  const people = facilitatorsNamed(whoResumes(round, circle, now), words);
  if (wokenAt === null) return words.ended.parkedNext({ who, people });
  const proposer = proposerHere(round, circle, now);
  const back = proposer === null ? [] : [words.pausing.backToo({ proposer: member(proposer) })];
  return joined([words.pausing.woke({ who, people }), ...back]);
}

function pickUpSaying(seen: RoundSeen, words: Words): Saying {
  const untilAt = takeOverUntil(seen.round);
  if (untilAt === null || seen.now > untilAt) return words.ended.pickUp();
  const until = moment(untilAt, seen.circle.settings.calendar.timeZone);
  return words.pausing.takeOverUntil({ until });
}

/** A card is drawn when something happens; a click that comes too late is told so. */
function takeOverButtons({ round, now }: RoundSeen, words: Words) {
  const untilAt = takeOverUntil(round);
  return untilAt === null || now > untilAt ? [] : ([takeOverButton(round, words)] as const);
}

/** Takes over what its proposer took back; refused to whoever may not (docs/process.md §2.1). */
export function takeOverButton({ id: value }: { readonly id: string }, words: Words) {
  const { takeOver, takeOverConfirm } = words.pausing;
  const confirm = {
    title: takeOverConfirm.title(),
    text: takeOverConfirm.text(),
    confirm: takeOver(),
    deny: words.everyday.cancel(),
  };
  return button({ actionId: actionIds.takeOver, label: takeOver(), value, confirm });
}
