import type { Instant } from '../../core/calendar.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import { answerToConfirm } from '../../core/to-confirm.ts';
import type { Circle } from '../../core/circle.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, link, moment, shortened } from '../../words/terms.ts';
import { answerButtons } from './answer-buttons.ts';
import { answeredBefore, changedSince } from './answered-before.ts';
import { fixedPart, optionalPart, type Part } from './fit.ts';
import { context, divider, section } from './kit.ts';
import { fitMessage, type MessageContent } from './message.ts';
import { proposalNumber } from './round-line.ts';
import { silenceInNudge } from './silence-said.ts';

/** Characters of the need in a reminder; the card has all of it. */
const NEED_MAX = 300;
const NEED_OF_OTHERS_MAX = 120;
/** Rounds named below the first; nobody has more than this to answer in a day. */
const ALSO_MAX = 15;

type RoundInCircle = { readonly round: Round; readonly circle: Circle };

/**
 * All that waits for one person's answer, as one message, soonest deadline first. The soonest can
 * be answered on the spot. Slack takes each button once in a message, so the others are a line
 * each with a link to their card, where their buttons are.
 *
 * Throws where nothing waits. Source: docs/process.md §D13, §2.2.
 *
 * @param parts.permalinks of the rounds' cards, by round id; what is missing has no link
 */
export function nudgeMessage(parts: {
  readonly rounds: readonly RoundInCircle[];
  readonly to: MemberId;
  readonly now: Instant;
  readonly words: Words;
  readonly permalinks: ReadonlyMap<string, string | null>;
}): MessageContent {
  const { words, now, permalinks } = parts;
  const rounds = [...parts.rounds].sort((a, b) => a.round.deadlineAt - b.round.deadlineAt);
  const [first, ...others] = rounds;
  if (!first) throw new Error(`Nothing waits for ${parts.to}`);
  const opening = openingOf(rounds, parts.to, words);
  const about = firstRound(first, { to: parts.to, now }, words);
  const also = others.map((one) => otherRound(one, parts, permalinks));
  const { question } = words.nudge;
  const silence = silenceInNudge(
    rounds.map(({ round }) => round),
    words,
  );
  return fitMessage({
    text: joined([opening, ...about, ...alsoTitled(also, words), silence], '\n'),
    parts: [
      fixedPart(section(opening)),
      fixedPart(section(joined(about, '\n'))),
      fixedPart(section(question()), answerButtons(first.round, words)),
      ...readPart(permalinks.get(first.round.id), words),
      ...alsoParts(also, words),
      fixedPart(context([silence])),
    ],
  });
}

/** What is true of all that waits; where it differs from round to round, each says its own. */
function openingOf(rounds: readonly RoundInCircle[], to: MemberId, words: Words): Saying {
  const reasons = new Set(rounds.map(({ round }) => answerToConfirm(round, to)?.why ?? 'silent'));
  const waiting = words.nudge.waiting({ n: rounds.length });
  const [reason, ...others] = reasons;
  if (!reason || others.length > 0) return waiting;
  const { newSince, sameSince } = words.version.nudge;
  if (reason === 'silent') return joined([words.nudge.notHeard(), waiting]);
  return joined([reason === 'new_text' ? newSince() : sameSince(), waiting]);
}

function firstRound(
  one: RoundInCircle,
  { to, now }: { readonly to: MemberId; readonly now: Instant },
  words: Words,
): Saying[] {
  const need = shortened(one.round.need, NEED_MAX);
  const before = answerToConfirm(one.round, to);
  const changed = before ? changedSince(before, one.round, words) : [];
  return [nameOf(one, words), words.nudge.need({ need }), ...changed, dueOf(one, now, words)];
}

/** One line each, which also says what they answered before (docs/process.md §2.6). */
function otherRound(
  one: RoundInCircle,
  { to, now, words }: { readonly to: MemberId; readonly now: Instant; readonly words: Words },
  permalinks: ReadonlyMap<string, string | null>,
): Saying {
  const need = words.nudge.need({ need: shortened(one.round.need, NEED_OF_OTHERS_MAX) });
  const before = answerToConfirm(one.round, to);
  const asked = before ? [answeredBefore(before, one.round, words)] : [];
  const until = joined([...asked, dueOf(one, now, words)], '\n');
  const line = words.nudge.also({ round: nameOf(one, words), need, until });
  const permalink = permalinks.get(one.round.id);
  return permalink ? joined([line, link(permalink, words.nudge.openCard())], ' · ') : line;
}

function alsoParts(also: readonly Saying[], words: Words): Part[] {
  if (also.length === 0) return [];
  const lines = also.slice(0, ALSO_MAX);
  const rest = also.length - lines.length;
  const more = rest > 0 ? [words.everyday.tooManyToShow({ n: rest })] : [];
  return [
    fixedPart(divider(), section(words.nudge.alsoWaiting())),
    ...lines.map((line, index) => optionalPart(ALSO_MAX - index, section(line))),
    fixedPart(context([words.nudge.home(), ...more])),
  ];
}

function alsoTitled(also: readonly Saying[], words: Words): Saying[] {
  return also.length > 0 ? [words.nudge.alsoWaiting(), ...also, words.nudge.home()] : [];
}

function readPart(permalink: string | null | undefined, words: Words): Part[] {
  if (!permalink) return [];
  return [fixedPart(context([link(permalink, words.nudge.readCard())]))];
}

function nameOf({ round, circle }: RoundInCircle, words: Words): Saying {
  const number = proposalNumber(round, words);
  return words.nudge.round({ title: round.title, number, circle: circle.settings.name });
}

function dueOf({ round, circle }: RoundInCircle, now: Instant, words: Words): Saying {
  const deadline = moment(round.deadlineAt, circle.settings.calendar.timeZone);
  const isOver = now >= round.deadlineAt;
  return isOver ? words.nudge.wasDue({ deadline }) : words.nudge.until({ deadline });
}
