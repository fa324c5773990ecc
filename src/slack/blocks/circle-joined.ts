import type { Button } from '@slack/types';
import { isAskable } from '../../core/askable.ts';
import type { Circle } from '../../core/circle.ts';
import type { MemberId } from '../../core/ids.ts';
import { inQuestions } from '../../core/question-step.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, link, moment } from '../../words/terms.ts';
import { actionIds, numberedId } from '../ids.ts';
import { button } from './elements.ts';
import { fixedPart, optionalPart, type Part } from './fit.ts';
import { actions, context, section, type Some } from './kit.ts';
import { fitMessage, type MessageContent } from './message.ts';
import { roundName, type RoundSeen } from './round-line.ts';

/** Rounds told of one by one; the others are counted. */
const ROUNDS_MAX = 8;

type JoinedParts = {
  readonly circle: Circle;
  /** Open, and not asking this person; at least one. */
  readonly rounds: readonly RoundSeen[];
  readonly to: MemberId;
  /** Links to the cards, by round id; what is missing has no link. */
  readonly cards: ReadonlyMap<string, string>;
  readonly words: Words;
};

/**
 * What somebody new in the circle hears of its open rounds: that they are not waited for, and what
 * they can do all the same. One message for all of them. Source: docs/process.md §10 case 2.
 */
export function joinedMessage(parts: JoinedParts): MessageContent {
  const { circle, to, words } = parts;
  const { people } = words;
  const name = circle.settings.name;
  const n = parts.rounds.length;
  const mayBeAsked = parts.rounds.some((seen) => isAskable(seen.round, seen.circle, to));
  const intro = [
    people.joined({ name, n }),
    ...(mayBeAsked ? [people.joinedDecides(), people.joinedNext()] : [people.joinedLearns()]),
  ];
  const shown = parts.rounds.slice(0, ROUNDS_MAX);
  const rest = n - shown.length;
  const more = rest > 0 ? [words.everyday.tooManyToShow({ n: rest })] : [];
  const lines = shown.map((seen) => lineOf(seen, parts));
  return fitMessage({
    text: joined([...intro, ...lines, ...more], '\n'),
    parts: [
      fixedPart(section(joined(intro))),
      ...shown.map((seen, index) => roundPart(seen, index, parts)),
      ...more.map((said) => fixedPart(context([said]))),
    ],
  });
}

function roundPart(seen: RoundSeen, index: number, parts: JoinedParts): Part {
  const blocks = [section(lineOf(seen, parts)), actions(buttonsOf(seen, index, parts))];
  return index === 0 ? fixedPart(...blocks) : optionalPart(ROUNDS_MAX - index, ...blocks);
}

function lineOf(seen: RoundSeen, { cards, words }: JoinedParts): Saying {
  const { round, circle } = seen;
  const name = roundName(seen, words);
  const at = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  const isTimed = !round.pause && !inQuestions(round) && seen.now < round.deadlineAt;
  const card = cards.get(round.id);
  return joined(
    [
      name,
      ...(isTimed ? [words.people.openUntil({ at })] : []),
      ...(card ? [link(card, words.people.card())] : []),
    ],
    ' · ',
  );
}

function buttonsOf(seen: RoundSeen, index: number, parts: JoinedParts): Some<Button> {
  const { to, words } = parts;
  const { round, circle } = seen;
  const of = (actionId: string, label: Saying) =>
    button({
      actionId: numberedId.seal(actionId, index),
      label,
      spokenLabel: words.answer.spokenLabel({ answer: label, title: round.title }),
      value: round.id,
    });
  const read = of(actionIds.readAll, words.everyday.readAll());
  if (!isAskable(round, circle, to)) {
    return [read, of(actionIds.askQuestion, words.question.ask())];
  }
  return [
    read,
    of(actionIds.object, words.answer.labels.objection()),
    of(actionIds.wishToBeAsked, words.people.wish()),
  ];
}
