import type { Circle } from '../../core/circle.ts';
import { decisionOf, notesToWatch, type DecisionRecord } from '../../core/decision.ts';
import { plainTextOf } from '../../core/document.ts';
import type { Objection } from '../../core/objection.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, member, moment, shortened } from '../../words/terms.ts';
import { decisionNumber, outcomeLine } from './decision-record.ts';
import { documentPart, fixedPart, textPart, type Part } from './fit.ts';
import { improvementSaid } from './improvement.ts';
import { context, section, someOf } from './kit.ts';
import { fitMessage, type MessageContent } from './message.ts';

/** Characters of the decided text in a post; the record itself has all of it. */
const TEXT_MAX = 3000;
const ITS_WORDS_MAX = 300;

/**
 * A decision as a post under its card: outcome, text, what objections looked at, what to watch.
 * Null where the round was not decided. Source: docs/process.md §4.1.
 */
export function decidedPost(round: Round, circle: Circle, words: Words): MessageContent | null {
  const record = decisionOf(round);
  return record && fitMessage(decisionContent(record, circle, words));
}

/** The same for a message of another kind, which may go on with its own parts. */
export function decisionContent(
  record: DecisionRecord,
  circle: Circle,
  words: Words,
): { readonly text: Saying; readonly parts: readonly Part[] } {
  const number = decisionNumber(record, words);
  const heading = words.thread.decided({ number, title: record.title });
  const outcome = outcomeLine(record, words);
  const after = joined([
    words.decision.tryUntil({ review: day(record.reviewOn) }),
    words.thread.looksAfter({ owner: member(record.owner) }),
  ]);
  const objections = record.objections.map((one) => objectionSaid(one, record, circle, words));
  const notes = notesToWatch(record).map(({ member: by, note }) =>
    words.thread.watched({ member: member(by), note }),
  );
  const closing = [closedBy(record, words), words.thread.wholeRecord({ number })];
  const what = shortened(plainTextOf(record.document), TEXT_MAX);
  return {
    text: joined([heading, outcome, after, ...closing, what, ...objections, ...notes], '\n'),
    parts: [
      fixedPart(section(heading), section(joined([outcome, after], '\n'))),
      documentPart(3, record.document, { max: TEXT_MAX }),
      ...listPart(2, words.thread.improved(), objections),
      ...listPart(1, words.thread.watch(), notes),
      ...someParts(closing),
    ],
  };
}

function listPart(priority: number, title: Saying, sayings: readonly Saying[]): Part[] {
  return sayings.length > 0 ? [textPart(priority, joined([title, ...sayings], '\n'))] : [];
}

function someParts(sayings: readonly Saying[]): Part[] {
  const some = someOf(sayings);
  return some ? [fixedPart(context(some))] : [];
}

function objectionSaid(
  objection: Objection,
  record: DecisionRecord,
  circle: Circle,
  words: Words,
): Saying {
  const { by, harm, settled, takenBackAt } = objection;
  const zone = circle.settings.calendar.timeZone;
  const who = member(by);
  const said = words.thread.watched({ member: who, note: shortened(harm, ITS_WORDS_MAX).plain });
  if (settled) {
    const how = words.decision.settled({ member: who, at: moment(settled.at, zone) });
    return joined([said, how, ...improvementSaid(record, objection, words)]);
  }
  if (takenBackAt === null) return said;
  return joined([said, words.decision.takenBack({ member: who, at: moment(takenBackAt, zone) })]);
}

function closedBy({ closedBy: by }: DecisionRecord, words: Words): Saying {
  return by ? words.thread.decidedBy({ member: member(by) }) : words.thread.decidedByCircle();
}
