import type { KnownBlock } from '@slack/types';
import {
  decisionOf,
  notesToWatch,
  outcomeOf,
  silentIn,
  type DecisionRecord,
} from '../../core/decision.ts';
import type { Objection } from '../../core/objection.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, member, moment, shortened } from '../../words/terms.ts';
import { aftermathButtons, aftermathSayings } from './card-aftermath.ts';
import { lastingFields, needPart, proposalPart } from './card-facts.ts';
import { textsOf } from './card-text.ts';
import { fixedPart, type Part } from './fit.ts';
import { actions, context, divider, fields, header, section } from './kit.ts';
import { charactersIn, fitMessage, type MessageContent } from './message.ts';
import { improvementSaid } from './improvement.ts';
import { objectionBlocks } from './objection-part.ts';
import { supersededSayings } from './replaced-part.ts';
import { proposalNumber, type RoundSeen } from './round-line.ts';
import { outcomeSaid } from './silence-said.ts';
import { wasAwayBlocks, wasAwaySayings } from './was-away-part.ts';

/** How many objections and notes a card shows; the record has them all. */
const OBJECTIONS_MAX = 5;
const NOTES_MAX = 5;
/** Characters that the objections may take of it. */
const OBJECTIONS_ROOM = 5000;
/** Characters of each note. */
const NOTE_SHOWN_MAX = 200;

/**
 * The card of a round that was decided: it has turned into the record, and takes new information.
 * Throws for a round that was not decided. Source: docs/process.md §4.1.
 */
export function decidedCard(seen: RoundSeen, words: Words): MessageContent {
  const record = decisionOf(seen.round);
  if (!record) throw new Error(`Round ${seen.round.id} is not decided`);
  const number = words.system.decisionNumber({ number: String(record.number) });
  const title = words.ended.decidedTitle({ title: record.title, number });
  const outcome = outcomeSaying(record, words);
  const tryIt = words.decision.tryUntil({ review: day(record.reviewOn) });
  const closed = closedLine(seen, record, words);
  const whole = words.ended.wholeRecord({ number });
  const since = [...supersededSayings(seen, words), ...aftermathSayings(seen, words)];
  const shortened = [context([words.ended.shortened({ number })])];
  return fitMessage({
    text: joined(
      [
        title,
        outcome,
        ...since,
        tryIt,
        ...textsOf(seen, words),
        ...watched(record, words),
        ...wasAwaySayings(seen, words),
        closed,
        whole,
      ],
      '\n',
    ),
    parts: [
      fixedPart(
        header(title),
        ...since.map((said) => section(said)),
        section(outcome),
        section(tryIt),
      ),
      proposalPart(seen, words.ended.whatWeDo(), shortened),
      fixedPart(...fields(lastingFields(seen, words)), divider()),
      needPart(seen, words),
      objectionsPart(seen, record, words),
      watchPart(record, words),
      fixedPart(actions(aftermathButtons(seen, words))),
      fixedPart(...wasAwayBlocks(seen, words)),
      fixedPart(context([opened(seen, words), closed, silenceSaid(record, words), whole])),
    ],
  });
}

function silenceSaid(record: DecisionRecord, words: Words): Saying {
  const n = silentIn(record).length;
  return n > 0 ? words.silence.atEnd({ n }) : words.ended.silence();
}

/** In exactly the form of docs/process.md §4.1. */
function outcomeSaying(record: DecisionRecord, words: Words): Saying {
  const { versionNumber: version, answered, asked } = outcomeOf(record);
  return outcomeSaid(record, { version, answered, asked }, words);
}

/** What the objections were and how each one ended: this is where a circle learns. */
function objectionsPart(seen: RoundSeen, { objections }: DecisionRecord, words: Words): Part {
  const blocks: KnownBlock[] = [];
  for (const [index, objection] of objections.entries()) {
    const improved = joined(improvementSaid(seen.round, objection, words), '\n');
    const next = [
      ...objectionBlocks(objection, words, howItEnded(seen, objection, words)),
      ...(improved.plain === '' ? [] : [section(improved)]),
    ];
    if (charactersIn([...blocks, ...next]) > OBJECTIONS_ROOM || index >= OBJECTIONS_MAX) {
      const left = objections.length - index;
      return fixedPart(...blocks, context([words.ended.moreObjections({ n: left })]));
    }
    blocks.push(...next);
  }
  return fixedPart(...blocks);
}

function howItEnded(seen: RoundSeen, objection: Objection, words: Words): Saying {
  const { calendar } = seen.circle.settings;
  const { settled, takenBackAt } = objection;
  const by = member(objection.by);
  const onDay = (at: number) => day(dayOf(at, calendar.timeZone));
  if (settled) return words.ended.objectionSettled({ member: by, on: onDay(settled.at) });
  if (takenBackAt !== null) {
    return words.ended.objectionTakenBack({ member: by, on: onDay(takenBackAt) });
  }
  return words.ended.objectionOpen({ member: by });
}

function watchPart(record: DecisionRecord, words: Words): Part {
  const notes = watched(record, words);
  if (notes.length === 0) return fixedPart();
  const left = notes.length - NOTES_MAX;
  const said = section(joined([words.ended.toWatch(), ...notes.slice(0, NOTES_MAX)], '\n'));
  if (left <= 0) return fixedPart(said);
  return fixedPart(said, context([words.ended.moreNotes({ n: left })]));
}

function watched(record: DecisionRecord, words: Words): Saying[] {
  return notesToWatch(record).map(({ member: by, note }) =>
    words.ended.watched({ member: member(by), note: shortened(note, NOTE_SHOWN_MAX).plain }),
  );
}

function opened({ round, circle }: RoundSeen, words: Words): Saying {
  return words.ended.opened({
    proposer: member(round.proposedBy),
    on: day(dayOf(round.openedAt, circle.settings.calendar.timeZone)),
    circle: circle.settings.name,
    number: proposalNumber(round, words),
  });
}

function closedLine({ circle }: RoundSeen, record: DecisionRecord, words: Words): Saying {
  const at = moment(record.decidedAt, circle.settings.calendar.timeZone);
  if (record.closedBy === null) return words.ended.closedAlone({ at });
  return words.ended.closedBy({ by: member(record.closedBy), at });
}
