import type { HomeView, KnownBlock } from '@slack/types';
import { dayOf, type Instant } from '../../core/calendar.ts';
import type { Circle } from '../../core/circle.ts';
import { inQuestions } from '../../core/question-step.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { channel, day, joined, member, shortened } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { answerButtons } from './answer-buttons.ts';
import { button } from './elements.ts';
import type { ListedDecision } from './decision-list.ts';
import { context, divider, header, section, sectionWith } from './kit.ts';
import { nextStep, proposalNumber, roundName, roundStanding } from './round-line.ts';
import type { RoundSeen } from './round-line.ts';
import { stepButtons } from './step-buttons.ts';
import { home } from './view.ts';

/** What a person's Home is made of, each list with what comes first at its top. */
export type HomeContent = {
  /** Rounds that ask this person, who has not answered. */
  readonly waiting: readonly RoundSeen[];
  readonly facilitating: readonly RoundSeen[];
  /** Rounds that this person proposed. */
  readonly own: readonly RoundSeen[];
  readonly circles: readonly { readonly circle: Circle; readonly openRounds: number }[];
  /** Decisions whose review day is near or over, in the order of that day. */
  readonly decisionsDue: readonly (ListedDecision & { readonly zone: string })[];
  readonly now: Instant;
  readonly words: Words;
};

/** Rounds shown of each kind: all together stay within the hundred blocks of a view. */
const WAITING_MAX = 15;
const OTHERS_MAX = 10;
const NEED_MAX = 300;

/**
 * What waits for this person, answerable on the spot, then what they look after and what comes up.
 * Nothing to do is said as kindly as something to do. Source: docs/process.md §D2, §D13.
 */
export function homeView(content: HomeContent): HomeView {
  const { circles, words } = content;
  if (circles.length === 0) {
    return home([section(words.home.noCircles()), context([words.home.begin()])]);
  }
  return home([
    ...waitingBlocks(content),
    ...titled(words.home.facilitating(), content.facilitating, OTHERS_MAX, words, (seen) =>
      lookedAfter(seen, words),
    ),
    ...titled(words.home.own(), content.own, OTHERS_MAX, words, (seen) => lookedAfter(seen, words)),
    ...titled(words.home.lookAgain(), content.decisionsDue, OTHERS_MAX, words, (one) =>
      decisionDue(one, content),
    ),
    ...titled(words.home.circles(), circles, OTHERS_MAX, words, (one) => circleLine(one, words)),
    divider(),
    context([words.home.commands()]),
  ]);
}

function waitingBlocks({ waiting, circles, words }: HomeContent): KnownBlock[] {
  if (waiting.length > 0) {
    return titled(words.home.waiting(), waiting, WAITING_MAX, words, (seen) =>
      toAnswer(seen, words),
    );
  }
  const n = circles.reduce((sum, { openRounds }) => sum + openRounds, 0);
  return [header(words.home.waiting()), section(words.home.nothingWaits({ n }))];
}

/** A list under its heading, or nothing at all where it is empty. */
function titled<Item>(
  title: Saying,
  items: readonly Item[],
  max: number,
  words: Words,
  blocksOf: (item: Item) => readonly KnownBlock[],
): KnownBlock[] {
  if (items.length === 0) return [];
  const rest = items.length - max;
  return [
    header(title),
    ...items.slice(0, max).flatMap(blocksOf),
    ...(rest > 0 ? [context([words.home.more({ n: rest })])] : []),
  ];
}

function toAnswer(seen: RoundSeen, words: Words): KnownBlock[] {
  const { round } = seen;
  const need = words.home.need({ need: shortened(round.need, NEED_MAX) });
  const readAll = button({
    actionId: actionIds.readAll,
    label: words.home.readAll(),
    spokenLabel: words.home.readRound({ number: proposalNumber(round, words) }),
    value: round.id,
  });
  return [
    section(joined([roundName(seen, words), need, roundStanding(seen, words)], '\n')),
    inQuestions(round) ? stepButtons(seen, words, readAll) : answerButtons(round, words, readAll),
  ];
}

function lookedAfter(seen: RoundSeen, words: Words): KnownBlock[] {
  const { round } = seen;
  const lines = [roundName(seen, words), roundStanding(seen, words), nextStep(seen, words)];
  const resolve = button({
    actionId: actionIds.resolve,
    label: words.home.resolve(),
    spokenLabel: words.home.resolveSpoken({ number: proposalNumber(round, words) }),
    value: round.id,
  });
  return [sectionWith(joined(lines, '\n'), resolve)];
}

function decisionDue(
  due: HomeContent['decisionsDue'][number],
  { words, now }: HomeContent,
): KnownBlock[] {
  const number = words.system.decisionNumber({ number: String(due.number) });
  const line = words.home.decision({
    number,
    title: due.title,
    owner: member(due.owner),
    review: day(due.reviewOn),
  });
  const open = button({
    actionId: actionIds.openDecision,
    label: words.home.openRecord(),
    spokenLabel: words.home.openRecordSpoken({ number }),
    value: due.roundId,
  });
  const isOver = due.reviewOn < dayOf(now, due.zone);
  return [sectionWith(isOver ? words.home.overdue({ line }) : line, open)];
}

function circleLine(
  { circle, openRounds }: HomeContent['circles'][number],
  words: Words,
): KnownBlock[] {
  const { name } = circle.settings;
  const line = words.home.circle({ name, channel: channel(circle.channelId), n: openRounds });
  return [section(line)];
}
