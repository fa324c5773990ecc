import { currentVersion } from '../../core/round.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import { openObjections } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member } from '../../words/terms.ts';
import { documentOfText } from '../../core/document-of-text.ts';
import { plainTextOf } from '../../core/document.ts';
import { documentPart, fixedPart, textPart, type Part } from './fit.ts';
import { context, divider, section } from './kit.ts';
import { fitMessage, type MessageContent } from './message.ts';
import { richTextOf } from './rich-text.ts';
import { proposalNumber } from './round-line.ts';
import { memberOr, type Told } from './thread-post.ts';
import { verbatim } from '../../words/terms.ts';

/** Questions that an agenda shows; the thread has all of them. */
const QUESTIONS_MAX = 10;

/**
 * The agenda of a meeting about a round, under its card: the text, every open objection, and the
 * questions and ideas so far. Source: docs/process.md §2.1 (`to_meeting`).
 */
export function meetingAgenda(told: Told<'taken_to_meeting' | 'floor_missed'>): MessageContent {
  const { event, round, words } = told;
  const { agenda } = words.pausing;
  const number = proposalNumber(round, words);
  const { need, document } = currentVersion(round);
  const taken = whyTaken(event, words);
  const said = event.type === 'taken_to_meeting' ? event.note : null;
  const note = said === null ? [] : [words.thread.toMeetingNote({ note: said })];
  const next = words.thread.toMeetingNext();
  const about = words.thread.about({ number, title: round.title });
  const listed = [...objections(told), ...questions(told)];
  const text = [about, taken, ...note, agenda.title(), agenda.why(), verbatim(need)];
  const what = [agenda.what(), verbatim(plainTextOf(document))];
  return fitMessage({
    text: joined([...text, ...what, ...listed, next], '\n'),
    parts: [
      fixedPart(section(taken), ...note.map((said) => section(said)), divider()),
      fixedPart(section(agenda.title()), section(agenda.why())),
      fixedPart(...richTextOf(documentOfText(need)), section(agenda.what())),
      documentPart(9, document),
      ...listed.map((said): Part => textPart(5, said)),
      fixedPart(divider(), context([next])),
    ],
  });
}

/** A person takes it there; or too few answered for what the circle agreed on (§2.1, §2.4). */
function whyTaken({ type, by }: RoundEvent, words: Words): Saying {
  if (type === 'floor_missed') return words.unheard.thread.floorMissed();
  return words.thread.toMeeting({ member: memberOr(by, words) });
}

function objections({ round, words }: Told): Saying[] {
  const { agenda } = words.pausing;
  const open = openObjections(round);
  if (open.length === 0) return [agenda.noObjections()];
  const each = open.map(({ by, harm, effect, remedy }) =>
    joined(
      [
        agenda.objection({ member: member(by), harm }),
        agenda.effect({ said: effect }),
        ...(remedy === null ? [] : [agenda.remedy({ said: remedy })]),
      ],
      '\n',
    ),
  );
  return [agenda.objections(), ...each];
}

function questions({ round, words }: Told): Saying[] {
  const { agenda } = words.pausing;
  const asked = round.questions.slice(-QUESTIONS_MAX);
  if (asked.length === 0) return [];
  const each = asked.map(({ by, text }) => agenda.question({ member: member(by), said: text }));
  const more = asked.length < round.questions.length ? [agenda.more()] : [];
  return [agenda.questions(), ...each, ...more];
}
