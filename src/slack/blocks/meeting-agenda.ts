import type { KnownBlock } from '@slack/types';
import { currentVersion } from '../../core/round.ts';
import type { RoundEvent } from '../../core/round-event.ts';
import { openObjections } from '../../core/standing.ts';
import type { Words } from '../../words/index.ts';
import type { Saying } from '../../words/message.ts';
import { joined, member } from '../../words/terms.ts';
import { documentOfText } from '../../core/document-of-text.ts';
import { plainTextOf } from '../../core/document.ts';
import { agendaIdeas } from './agenda-ideas.ts';
import { readAllButton } from './card-facts.ts';
import { documentPart, fixedPart, textPart, type Part } from './fit.ts';
import { actions, context, divider, section } from './kit.ts';
import { fitMessage, type MessageContent } from './message.ts';
import { richTextOf } from './rich-text.ts';
import { proposalNumber } from './round-line.ts';
import { memberOr, type Told } from './thread-post.ts';
import { verbatim } from '../../words/terms.ts';

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
  const ideas = agendaIdeas(round, words);
  const heard = ideas.length > 0 ? [agenda.ideas(), ...ideas] : [];
  const open = objections(told);
  const text = [about, taken, ...note, agenda.title(), agenda.why(), verbatim(need)];
  const what = [agenda.what(), verbatim(plainTextOf(document))];
  return fitMessage({
    text: joined([...text, ...what, ...open, ...heard, agenda.whole(), next], '\n'),
    parts: [
      fixedPart(section(taken), ...note.map((said) => section(said)), divider()),
      fixedPart(section(agenda.title()), section(agenda.why())),
      fixedPart(...richTextOf(documentOfText(need)), section(agenda.what())),
      documentPart(9, document),
      ...open.map((said): Part => textPart(5, said)),
      ...heard.map((said): Part => textPart(4, said)),
      fixedPart(divider(), context([next]), ...wholeBlocks(told)),
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

/** Where a meeting needs more than fits here: the whole of it, for whoever may read it. */
function wholeBlocks({ round, words }: Told): [KnownBlock, KnownBlock] {
  const readAll = readAllButton({ round }, words.everyday.readAll());
  return [context([words.pausing.agenda.whole()]), actions([readAll])];
}
