import type { KnownBlock, ModalView } from '@slack/types';
import { plainTextOf, type Document } from '../../core/document.ts';
import type { MemberId, ObjectionId } from '../../core/ids.ts';
import { isOpen, type Objection } from '../../core/objection.ts';
import { currentVersion, type Round } from '../../core/round.ts';
import { openObjections, takesAnswers } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import { joined, verbatim } from '../../words/terms.ts';
import { sayingOfLines } from '../../words/user-text.ts';
import { actionIds, callbackIds } from '../ids.ts';
import { frameLine } from './card-facts.ts';
import { context, divider, header, section, sections } from './kit.ts';
import { documentOfLines, labelled } from './labelled-document.ts';
import { ledgerOf } from './objection-ledger.ts';
import { objectionBlocks, ownerButtons, rewordButton } from './objection-part.ts';
import { pageOf, type PageItem } from './pages.ts';
import { richTextOf } from './rich-text.ts';
import { proposalNumber, type RoundSeen } from './round-line.ts';
import { talkItems } from './talk-part.ts';
import { bytesIn, modal } from './view.ts';

type Reading = {
  readonly seen: RoundSeen;
  /** Who reads: the buttons of an objection are its owner's alone. */
  readonly by: MemberId;
  /** The item that the page begins with; 0 for the first page. */
  readonly from: number;
  /** The objection that it begins with instead, where somebody asks for that one. */
  readonly about?: ObjectionId | undefined;
};

/** A proposal whose formatting needs more than this is shown without it, but whole. */
const FORMATTED_BYTES_MAX = 120_000;

/**
 * Everything that a card may have had to shorten, in full: the need, the whole proposal, and every
 * open objection; page by page where one view does not hold it all. Each objection comes with its
 * history, and from its own message it is read first.
 *
 * Source: docs/process.md §D2.
 */
export function readModal({ seen, by, from, about }: Reading, words: Words): ModalView {
  const { round } = seen;
  const { document } = currentVersion(round);
  const need = richTextOf(labelled(words.card.why(), documentOfLines(round.need)));
  const read = (one: Objection) => ({ id: one.id, item: objectionItem(seen, one, by, words) });
  const open = openObjections(round).map(read);
  const closed = round.objections.filter((one) => !isOpen(one)).map(read);
  const items: PageItem[] = [
    [header(verbatim(round.title)), context([frameLine(seen, words)])],
    ...readingNote(round, words),
    need,
    ...wholeDocument(labelled(words.card.whatWeWouldDo(), document)).map((block) => [block]),
    ...(open.length > 0 ? [[divider(), section(words.objection.allOpen())]] : []),
    ...open.map(({ item }) => item),
    ...(closed.length > 0 ? [[divider(), section(words.objectionWork.ledger.closed())]] : []),
    ...closed.map(({ item }) => item),
    ...talkItems(round, words),
  ];
  const asked = [...open, ...closed].find(({ id }) => id === about);
  const first = asked ? items.indexOf(asked.item) : from;
  return modal({
    callbackId: callbackIds.message,
    title: proposalNumber(round, words),
    close: words.everyday.close(),
    blocks: pageOf({ items, from: first, actionId: actionIds.readAll, round: round.id }, words),
  });
}

/** Whoever reads it is told that it is confidential, and why (docs/process.md §4.4). */
function readingNote({ terms: { confidential: reason } }: Round, words: Words): PageItem[] {
  return reason === undefined ? [] : [[context([words.confidential.reading({ reason })])]];
}

/** Formatted, or as plain text where formatting would not fit: nothing is left out. */
function wholeDocument(document: Document): readonly KnownBlock[] {
  const formatted = richTextOf(document, { mentions: 'live' });
  if (bytesIn(formatted) <= FORMATTED_BYTES_MAX) return formatted;
  return sections(sayingOfLines(plainTextOf(document)));
}

function objectionItem(
  { round, circle }: RoundSeen,
  objection: Objection,
  by: MemberId,
  words: Words,
): PageItem {
  const lines = ledgerOf(objection, { round, zone: circle.settings.calendar.timeZone }, words);
  const ledger = joined([words.objectionWork.ledger.heading(), ...lines], '\n');
  const said = [...objectionBlocks(objection, words), ...sections(ledger)];
  if (objection.by !== by || !isOpen(objection) || !takesAnswers(round)) return said;
  const reword = rewordButton(round.id, objection, words);
  return [...said, ownerButtons({ round, objection }, words, reword)];
}
