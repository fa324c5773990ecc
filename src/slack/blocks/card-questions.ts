import type { KnownBlock } from '@slack/types';
import { checkDeadline } from '../../core/deadline.ts';
import { openQuestions, shownThoughts, stepStage } from '../../core/question-step.ts';
import { heardInStep, stepPeople } from '../../core/question-step-heard.ts';
import { openObjections } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member, moment, shortened, verbatim } from '../../words/terms.ts';
import { frameLine, lastingFields, needPart, proposalPart, readAllButton } from './card-facts.ts';
import { cardObjections } from './card-objections.ts';
import { pauseButtons, resolveButton } from './card-open.ts';
import { textsOf } from './card-text.ts';
import { notAskedLine } from './concern-part.ts';
import { fixedPart } from './fit.ts';
import { actions, context, divider, fields, header, section } from './kit.ts';
import { LIMITS, MESSAGE_CHARACTERS_BUDGET } from './limits.ts';
import { charactersIn, fitMessage, type MessageContent } from './message.ts';
import { objectionSpoken } from './objection-part.ts';
import { proposalNumber, type RoundSeen } from './round-line.ts';
import { adoptButton, proposerSaid } from './proposer-part.ts';
import { openingNext, stepHeading } from './opening-part.ts';
import { proposerButtons, stepButtons } from './step-buttons.ts';
import { voidBlocks, voidLines } from './void-part.ts';

/** Open questions that a card shows; the others are under "Read all". */
const QUESTIONS_MAX = 5;
/** Characters of each. */
const QUESTION_SHOWN_MAX = 250;
/** Characters of the proposal that stay on a card even where objections need the room. */
const PROPOSAL_KEPT = 900;

/**
 * The card of a round in its question step: what is proposed, open objections and questions, what
 * one can do, and who takes the next step. It says how many were heard, and nothing of any first
 * thought before all are shown.
 *
 * Source: docs/process.md §2.1, §D2, §9.
 */
export function questionsCard(seen: RoundSeen, words: Words): MessageContent {
  const { round } = seen;
  const top = [header(verbatim(round.title)), context([frameLine(seen, words)])];
  const facts = fields([...timeFields(seen, words), ...lastingFields(seen, words)]);
  const below = [...voidBlocks(seen, words), ...belowFacts(seen, words)];
  const need = needPart(seen, words);
  const readAll = [actions([readAllButton(seen, words.everyday.readAll())])];
  const proposal = proposalPart(seen, words.card.whatWeWouldDo(), readAll);
  const fixed = [...top, ...need.blocks, ...facts, divider(), ...below];
  const kept = Math.min(charactersIn(proposal.blocks), PROPOSAL_KEPT);
  const objections = cardObjections(seen, words, {
    characters: MESSAGE_CHARACTERS_BUDGET - charactersIn(fixed) - kept,
    blocks: LIMITS.blocksInMessage - fixed.length - proposal.blocks.length,
  });
  return fitMessage({
    text: joined([spoken(seen, words), ...voidLines(seen, words)], '\n'),
    parts: [
      fixedPart(...top),
      need,
      proposal,
      fixedPart(...facts, divider(), ...objections.blocks, ...below),
    ],
  });
}

function timeFields(seen: RoundSeen, words: Words): Saying[] {
  const { round, circle, now } = seen;
  const { calendar, minimumHours } = circle.settings;
  const { untilAt, endedAt } = round.step;
  const isOver = endedAt !== null || untilAt === null;
  const until = isOver
    ? words.step.overField()
    : words.step.untilField({ at: moment(untilAt, calendar.timeZone) });
  const at = moment(round.deadlineAt, calendar.timeZone);
  const from = isOver ? now : Math.max(now, untilAt);
  const isKept = checkDeadline(round.deadlineAt, from, calendar, { minimumHours }) === null;
  const asked = untilAt === null ? [] : [until];
  return [...asked, isKept ? words.step.thenField({ at }) : words.step.thenWindow()];
}

function belowFacts(seen: RoundSeen, words: Words): KnownBlock[] {
  const { step } = words;
  const questions = questionLines(seen, words);
  return [
    section(stepHeading(seen, words)),
    ...proposerSaid(seen, words).map((said) => section(said)),
    section(stepNext(seen, words)),
    ...(questions.length > 0 ? [section(joined([step.openTitle(), ...questions], '\n'))] : []),
    stepButtons(seen, words),
    ...heardLines(seen, words).map((said) => context([said])),
    ...proposerButtons(seen, words),
    actions([
      readAllButton(seen, words.everyday.readAll()),
      ...pauseButtons(seen, words),
      resolveButton(seen, words),
      ...adoptButton(seen, words),
    ]),
  ];
}

function questionLines({ round }: RoundSeen, words: Words): Saying[] {
  const open = openQuestions(round);
  const left = open.length - QUESTIONS_MAX;
  const shown = open.slice(0, QUESTIONS_MAX).map(({ by, text }) => {
    const said = shortened(text, QUESTION_SHOWN_MAX).plain;
    return words.step.openOne({ member: member(by), said });
  });
  return [...shown, ...(left > 0 ? [words.everyday.tooManyToShow({ n: left })] : [])];
}

/** How many were heard: never what any of them thinks (docs/process.md §2.1). */
function heardLines({ round }: RoundSeen, words: Words): readonly Saying[] {
  const notAsked = notAskedLine(round.terms.concerns, words);
  if (round.step.untilAt === null) return notAsked;
  const asked = stepPeople(round).length;
  const heard = heardInStep(round).length;
  if (shownThoughts(round).length > 0) return [joined([words.step.shown(), ...notAsked])];
  if (stepStage(round) === 'over') return notAsked;
  return [joined([words.step.sealed({ heard, asked }), ...notAsked])];
}

/** Who takes the next step in the question step, on cards and in lists (docs/process.md §2.1). */
function stepNext(seen: RoundSeen, words: Words): Saying {
  const { round, circle } = seen;
  const { next } = words.step;
  const proposer = member(round.proposedBy);
  const { untilAt, endedAt } = round.step;
  if (round.pause) return next.paused({ by: member(round.pause.by) });
  const opens = openingNext(seen, words);
  if (opens) return opens;
  const open = openQuestions(round).length;
  if (endedAt === null && untilAt !== null) {
    const until = moment(untilAt, circle.settings.calendar.timeZone);
    return next.talking({ until, proposer });
  }
  return open > 0 ? next.openQuestions({ proposer, n: open }) : next.ready({ proposer });
}

/** What one can do just now, as the buttons have it (docs/process.md §2.1). */
function spokenHow({ round }: RoundSeen, { opening, step }: Words): Saying {
  const said = {
    sealed: step.spokenHow,
    shown: step.spokenHowShown,
    over: opening.spokenHow,
  }[stepStage(round)];
  return said();
}

function spoken(seen: RoundSeen, words: Words): Saying {
  const { round } = seen;
  return joined(
    [
      words.card.spoken.title({ title: round.title, number: proposalNumber(round, words) }),
      frameLine(seen, words),
      stepHeading(seen, words),
      ...proposerSaid(seen, words),
      stepNext(seen, words),
      spokenHow(seen, words),
      ...timeFields(seen, words),
      ...heardLines(seen, words),
      ...questionLines(seen, words),
      ...openObjections(round).map((one) => objectionSpoken(one, words)),
      ...textsOf(seen, words),
    ],
    '\n',
  );
}
