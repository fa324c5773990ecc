import type { HomeView, KnownBlock } from '@slack/types';
import { dayOf, type Instant } from '../../core/calendar.ts';
import type { Circle } from '../../core/circle.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { channel, day, joined, member } from '../../words/terms.ts';
import { actionIds } from '../ids.ts';
import { button } from './elements.ts';
import type { ListedDecision } from './decision-list.ts';
import { allDraftsButton, draftLine, type DraftSeen } from './draft-list.ts';
import { objectionLines } from './home-objection.ts';
import { actions, context, divider, header, section, sectionWith } from './kit.ts';
import type { ObjectionSeen } from './objection-seen.ts';
import { nextStep, proposalNumber, roundName, roundStanding } from './round-line.ts';
import type { RoundSeen } from './round-line.ts';
import { readAllButton, toAnswer } from './home-waiting.ts';
import { home } from './view.ts';
import { voidToAgree } from './void-part.ts';

/** What a person's Home is made of, each list with what comes first at its top. */
export type HomeContent = {
  /** Rounds that ask this person, who has not answered. */
  readonly waiting: readonly RoundSeen[];
  /** Rounds of which this person can agree that they were opened by mistake. */
  readonly mistakes: readonly RoundSeen[];
  readonly facilitating: readonly RoundSeen[];
  /** Rounds that this person proposed. */
  readonly own: readonly RoundSeen[];
  /** Open objections that this person owns, the newest version to answer first. */
  readonly objections: readonly ObjectionSeen[];
  /** Drafts of this person, and those that they are invited to, newest first. */
  readonly drafts: readonly DraftSeen[];
  /** Rounds that they have answered, and whose deadline is today. */
  readonly closingToday: readonly RoundSeen[];
  readonly by: MemberId;
  readonly circles: readonly { readonly circle: Circle; readonly openRounds: number }[];
  /** Decisions whose review day is near or over, in the order of that day. */
  readonly decisionsDue: readonly (ListedDecision & { readonly zone: string })[];
  readonly now: Instant;
  readonly words: Words;
};

/** Rounds shown of each kind: all together stay within the hundred blocks of a view. */
const WAITING_MAX = 12;
const OTHERS_MAX = 8;
const OBJECTIONS_MAX = 6;
const DRAFTS_MAX = 5;
const FEW_MAX = 5;

/**
 * What waits for this person, answerable on the spot, then what they look after and what comes up.
 * Nothing to do is said as kindly as something to do. Source: docs/process.md §D2, §D13.
 */
export function homeView(content: HomeContent): HomeView {
  const { circles, words } = content;
  if (circles.length === 0) {
    const welcome = [section(words.home.noCircles()), context([words.home.begin()])];
    return home([...welcome, ...draftBlocks(content)]);
  }
  const { facilitating, own, decisionsDue, closingToday } = content;
  return home([
    ...waitingBlocks(content),
    ...titled(words.home.objections(), content.objections, OBJECTIONS_MAX, words, (seen) =>
      objectionLines(seen, content),
    ),
    ...titled(words.home.facilitating(), facilitating, OTHERS_MAX, words, (seen) =>
      lookedAfter(seen, words),
    ),
    ...draftBlocks(content),
    ...titled(words.home.own(), own, FEW_MAX, words, (seen) => lookedAfter(seen, words)),
    ...titled(words.home.closingToday(), closingToday, FEW_MAX, words, (seen) =>
      closing(seen, words),
    ),
    ...titled(words.home.lookAgain(), decisionsDue, FEW_MAX, words, (one) =>
      decisionDue(one, content),
    ),
    ...titled(words.home.circles(), circles, OTHERS_MAX, words, (one) => circleLine(one, words)),
    divider(),
    context([words.home.commands()]),
  ]);
}

/** The newest drafts, and a list of all where there are more. */
function draftBlocks({ drafts, by, words }: HomeContent): KnownBlock[] {
  const shown = titled(words.draft.home.heading(), drafts, DRAFTS_MAX, words, (seen) =>
    draftLine(seen, by, words),
  );
  return drafts.length > DRAFTS_MAX ? [...shown, actions([allDraftsButton(words)])] : shown;
}

function closing(seen: RoundSeen, words: Words): KnownBlock[] {
  const said = joined([roundName(seen, words), roundStanding(seen, words)], '\n');
  return [sectionWith(said, readAllButton(seen, words))];
}

/** What this person can agree to comes first: there is seldom any, and it is one tap. */
function waitingBlocks({ waiting, mistakes, by, circles, words }: HomeContent): KnownBlock[] {
  const all = [
    ...mistakes.map((seen, n) => () => voidToAgree(seen, n, words)),
    ...waiting.map((seen) => () => toAnswer(seen, by, words)),
  ];
  if (all.length > 0) {
    return titled(words.home.waiting(), all, WAITING_MAX, words, (blocks) => blocks());
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
