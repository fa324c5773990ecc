import type { KnownBlock, ModalView } from '@slack/types';
import type { Circle } from '../../core/circle.ts';
import { decisionOf, notesToWatch, outcomeOf, type DecisionRecord } from '../../core/decision.ts';
import { documentOfText } from '../../core/document-of-text.ts';
import type { Objection } from '../../core/objection.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import { relayWith } from '../../core/relayed-answer.ts';
import { wasDraft } from '../../core/question-step.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { day, joined, link, member, moment, verbatim } from '../../words/terms.ts';
import { callbackIds } from '../ids.ts';
import { withMeeting } from './at-meeting.ts';
import { notAskedLine } from './concern-part.ts';
import { documentPart, fixedPart, optionalPart, textPart, type Part } from './fit.ts';
import { context, divider, fields, header, section, someOf } from './kit.ts';
import { withRelay } from './relay-line.ts';
import { improvementSaid } from './improvement.ts';
import { ledgerOf } from './objection-ledger.ts';
import { richTextOf } from './rich-text.ts';
import { aftermathParts, pausePart } from './record-aftermath.ts';
import { replacedSaid } from './replaced-part.ts';
import { howItWent } from './decision-course.ts';
import { outcomeSaid } from './silence-said.ts';
import { modal } from './view.ts';

/** A decided round with its circle. */
export type Decided = {
  readonly round: Round;
  readonly circle: Circle;
  /** Of the card; null while it is not known. */
  readonly permalink?: string | null;
  /** Who reads it; nobody in particular where it is not said. */
  readonly by?: MemberId;
};

/** "Decided by consent, v1, 7 of 7 answered": exactly this form. Source: docs/process.md §4.1. */
export function outcomeLine(record: DecisionRecord, words: Words): Saying {
  const { versionNumber: version, answered, asked } = outcomeOf(record);
  return outcomeSaid(record, { version, answered, asked }, words);
}

/** The number that members see: D-12. */
export function decisionNumber(record: Pick<DecisionRecord, 'number'>, words: Words): Saying {
  return words.system.decisionNumber({ number: String(record.number) });
}

/**
 * The whole record of a decision. Where a view cannot hold all of it, what went on in between is
 * shortened first, then the answers; outcome, text, owner and review date stay.
 *
 * Throws for a round that was not decided. Source: docs/process.md §4.1.
 */
export function decisionModal(decided: Decided, words: Words): ModalView {
  const record = decisionOf(decided.round);
  if (!record) throw new Error(`Round ${decided.round.id} was not decided`);
  return modal({
    callbackId: callbackIds.message,
    title: words.decision.title(),
    close: words.everyday.close(),
    blocks: [
      ...pausePart(decided, words),
      ...headPart(record, words),
      documentPart(9, record.document),
      ...fields(facts(record, decided, words)),
      divider(),
      ...objectionParts(record, decided, words),
      ...watchPart(record, words),
      answersPart(record, decided, words),
      ...howItWent(record, decided, words),
      ...aftermathParts(decided, words),
      ...threadPart(decided, words),
    ],
  });
}

function headPart(record: DecisionRecord, words: Words): (KnownBlock | Part)[] {
  const number = decisionNumber(record, words);
  const review = day(record.reviewOn);
  return [
    header(words.decision.name({ number, title: record.title })),
    section(joined([outcomeLine(record, words), words.decision.tryUntil({ review })], '\n')),
    section(words.decision.need()),
    fixedPart(...richTextOf(documentOfText(record.need))),
    section(words.decision.what()),
  ];
}

function facts(record: DecisionRecord, { circle, round }: Decided, words: Words): Saying[] {
  const { decision } = words;
  const reason = round.terms.confidential;
  const replaces = replacedSaid(record, true, words);
  return [
    decision.owner({ owner: member(record.owner) }),
    decision.review({ review: day(record.reviewOn) }),
    decision.proposedBy({ member: member(record.proposedBy) }),
    decision.circle({ circle: circle.settings.name }),
    decision.aim({ aim: record.aim }),
    ...(replaces ? [decision.replaces({ what: replaces })] : []),
    ...(reason ? [words.confidential.reading({ reason })] : []),
    ...(record.link ? [words.card.link({ link: link(record.link, verbatim(record.link)) })] : []),
  ];
}

function objectionParts(record: DecisionRecord, decided: Decided, words: Words): Part[] {
  const { objections } = record;
  if (objections.length === 0) return [optionalPart(3, section(words.decision.noObjections()))];
  return [
    fixedPart(section(words.decision.objections())),
    ...objections.flatMap((one) => [
      textPart(6, objectionSaid(one, { ...decided, record }, words)),
      ledgerPart(one, { ...decided, record }, words),
    ]),
  ];
}

type Recorded = Decided & { readonly record: DecisionRecord };

function objectionSaid(objection: Objection, { record, circle }: Recorded, words: Words): Saying {
  const { decision } = words;
  const zone = circle.settings.calendar.timeZone;
  const { harm, effect, remedy, settled, takenBackAt } = objection;
  const who = member(objection.by);
  return joined(
    [
      raisedSaid(objection, { record, zone }, words),
      decision.harm({ said: harm }),
      decision.effect({ said: effect }),
      ...(remedy ? [decision.remedy({ said: remedy })] : []),
      ...(settled ? [decision.settled({ member: who, at: moment(settled.at, zone) })] : []),
      ...improvementSaid(record, objection, words),
      ...(takenBackAt === null
        ? []
        : [decision.takenBack({ member: who, at: moment(takenBackAt, zone) })]),
    ],
    '\n',
  );
}

/** Who raised it, when, and to which version, or to the draft (docs/process.md §2.1). */
function raisedSaid(
  { raisedBy, raisedAt, versionNumber: version, relayId }: Objection,
  { record, zone }: { readonly record: DecisionRecord; readonly zone: string },
  words: Words,
): Saying {
  const said = { member: member(raisedBy), at: moment(raisedAt, zone) };
  const raised = wasDraft(record, raisedAt)
    ? words.stepObjection.inRecord(said)
    : words.decision.objection({ ...said, version });
  return withRelay(raised, relayWith(record, relayId), words);
}

/** Each objection's history, which goes first where the record is too long (§4.1). */
function ledgerPart(objection: Objection, { record, circle }: Recorded, words: Words): Part {
  const zone = circle.settings.calendar.timeZone;
  const lines = ledgerOf(objection, { round: record, zone }, words);
  return textPart(1, joined([words.objectionWork.ledger.heading(), ...lines], '\n'));
}

function watchPart(record: DecisionRecord, words: Words): Part[] {
  const notes = notesToWatch(record).map(({ member: by, note }) =>
    words.decision.watched({ member: member(by), note }),
  );
  return notes.length > 0 ? [textPart(5, joined([words.decision.watch(), ...notes], '\n'))] : [];
}

function answersPart(record: DecisionRecord, { circle }: Decided, words: Words): Part {
  const { decision } = words;
  const zone = circle.settings.calendar.timeZone;
  const lines = record.answers.map((answer) => {
    const who = member(answer.member);
    if (answer.kind === 'silent') return words.silence.didNotAnswer({ member: who });
    return answer.kind === 'consent'
      ? withRelay(
          withMeeting(
            decision.consented({ member: who, at: moment(answer.at, zone) }),
            answer.atMeetingBy,
            words,
          ),
          relayWith(record, answer.relayId),
          words,
        )
      : decision.excused({ member: who, reason: answer.reason });
  });
  const notAsked = notAskedLine(record.concerns, words);
  return textPart(4, joined([decision.answers(), ...lines, ...notAsked], '\n'));
}

function threadPart({ permalink }: Decided, words: Words): Part[] {
  const links = someOf(permalink ? [link(permalink, words.decision.thread())] : []);
  return links ? [fixedPart(context(links))] : [];
}
