import type { KnownBlock } from '@slack/types';
import { isConfidential } from '../../core/confidential.ts';
import { textWanted } from '../../core/meeting.ts';
import { openObjections } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import { joined, verbatim } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { answerButtons } from './answer-buttons.ts';
import {
  answerByField,
  frameLine,
  lastingFields,
  needPart,
  proposalPart,
  readAllButton,
} from './card-facts.ts';
import { clockLines, heardLine } from './card-listening.ts';
import { cardNext } from './card-next.ts';
import { cardObjections } from './card-objections.ts';
import { openCardText } from './card-text.ts';
import { versionBlocks } from './card-version.ts';
import { stuckBlocks } from './ladder-part.ts';
import { adoptButton } from './proposer-part.ts';
import { giveBackButton } from './urgency-part.ts';
import { voidBlocks, voidLines } from './void-part.ts';
import { button } from './elements.ts';
import { fixedPart } from './fit.ts';
import { actions, context, divider, fields, header, section } from './kit.ts';
import { LIMITS, MESSAGE_CHARACTERS_BUDGET } from './limits.ts';
import { charactersIn, fitMessage, type MessageContent } from './message.ts';
import type { RoundSeen } from './round-line.ts';

/** Characters of the proposal that stay on a card even where objections need the room. */
const PROPOSAL_KEPT = 900;

/**
 * The card of a round that takes answers: what is proposed, every open objection above the
 * question, the question before the buttons, and who takes the next step.
 *
 * Source: docs/process.md §D1, §D2, §9.
 */
export function openCard(seen: RoundSeen, words: Words): MessageContent {
  const { round } = seen;
  const top = [
    header(verbatim(round.title)),
    context([frameLine(seen, words)]),
    ...versionBlocks(seen, words),
  ];
  const facts = fields([answerByField(seen, words), ...lastingFields(seen, words)]);
  const below = belowObjections(seen, words);
  const need = needPart(seen, words);
  const readAll = [actions([readAllButton(seen, words.everyday.readAll())])];
  const whole = proposalPart(seen, words.card.whatWeWouldDo(), readAll);

  const kept = Math.min(charactersIn(whole.blocks), PROPOSAL_KEPT);
  const fixed = [...top, ...need.blocks, ...facts, divider(), ...below];
  const objections = cardObjections(seen, words, {
    characters: MESSAGE_CHARACTERS_BUDGET - charactersIn(fixed) - kept,
    blocks: LIMITS.blocksInMessage - fixed.length - whole.blocks.length,
  });
  const further = [context([words.card.shortened()])];
  const proposal =
    objections.hidden > 0 ? proposalPart(seen, words.card.whatWeWouldDo(), further) : whole;
  return fitMessage({
    text: joined([openCardText(seen, words), ...voidLines(seen, words)], '\n'),
    parts: [
      fixedPart(...top),
      need,
      proposal,
      fixedPart(...facts, divider(), ...objections.blocks, ...below),
    ],
  });
}

/** The next step, the question, the answers, whom we have heard from, and what else one can do. */
function belowObjections(seen: RoundSeen, words: Words): KnownBlock[] {
  const { round } = seen;
  const question = joined([words.card.question(), words.card.questionHelp()], '\n');
  return [
    ...voidBlocks(seen, words),
    section(cardNext(seen, words)),
    ...stuckBlocks(seen, words),
    section(question),
    answerButtons(round, words),
    context([words.card.onlyButtons(), heardLine(seen, words), ...clockLines(seen, words)]),
    actions([
      button({
        actionId: actionIds.askQuestion,
        label: words.question.ask(),
        value: round.id,
      }),
      seeAnswersButton(seen, words),
      ...(isConfidential(round) ? [readAllButton(seen, words.everyday.readAll())] : []),
      ...adoptButton(seen, words),
      ...giveBackButton(seen, words),
      ...publishButton(seen, words),
      ...pauseButtons(seen, words),
      resolveButton(seen, words),
    ]),
  ];
}

/** Who answered what, for those who may see it. */
export function seeAnswersButton({ round }: RoundSeen, words: Words) {
  return button({
    actionId: actionIds.seeAnswers,
    label: words.card.seeAnswers(),
    value: round.id,
  });
}

/** While an objection is open or a meeting wants it: the way on is a better text (§2.1, §2.6). */
function publishButton({ round }: RoundSeen, words: Words) {
  if (openObjections(round).length === 0 && !textWanted(round)) return [];
  return [
    button({
      actionId: actionIds.publishVersion,
      label: words.version.publish(),
      spokenLabel: words.version.publishSpoken(),
      value: round.id,
    }),
  ];
}

/** While the clock stands still: what a facilitator does next (docs/process.md §2.1). */
export function pauseButtons({ round }: RoundSeen, words: Words) {
  const { id: value, pause } = round;
  const label = words.pausing.recordMeeting();
  const record = button({ actionId: actionIds.recordMeeting, label, value });
  if (pause?.kind === 'to_meeting') return [record];
  return pause ? [takeUpButton({ round }, words)] : [];
}

/** Takes a round up again; refused to whoever may not, with the reason (docs/process.md §3). */
export function takeUpButton({ round }: Pick<RoundSeen, 'round'>, words: Words) {
  const label = words.pausing.takeUp();
  return button({ actionId: actionIds.takeUp, label, value: round.id });
}

/** Every way on. */
export function resolveButton({ round }: RoundSeen, words: Words) {
  return button({
    actionId: actionIds.resolve,
    label: words.card.resolve(),
    spokenLabel: words.card.resolveSpoken(),
    value: round.id,
  });
}
