import type { Ending } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { joined } from '../../words/terms.ts';
import { frameLine, needPart, proposalPart, readAllButton } from './card-facts.ts';
import { seeAnswersButton } from './card-open.ts';
import { textsOf } from './card-text.ts';
import { fixedPart } from './fit.ts';
import { actions, context, header, section } from './kit.ts';
import { fitMessage, type MessageContent } from './message.ts';
import { proposalNumber, type RoundSeen } from './round-line.ts';
import { voidSaid } from './void-part.ts';

/** The card of a round that was opened by mistake: all of it is kept (docs/process.md §2.1). */
export function voidCard(
  seen: RoundSeen,
  ending: Ending & { readonly kind: 'void' },
  words: Words,
): MessageContent {
  const { round, circle } = seen;
  const number = proposalNumber(round, words);
  const title = words.voiding.title({ title: round.title, number });
  const said = voidSaid({ ending, zone: circle.settings.calendar.timeZone }, words);
  const readAll = readAllButton(seen, words.everyday.readAll());
  return fitMessage({
    text: joined([title, ...said, ...textsOf(seen, words)], '\n'),
    parts: [
      fixedPart(header(title), context([frameLine(seen, words)])),
      fixedPart(section(joined(said, '\n'))),
      needPart(seen, words),
      proposalPart(seen, words.card.whatWeWouldDo(), [context([words.card.shortened()])]),
      fixedPart(actions([seeAnswersButton(seen, words), readAll])),
    ],
  });
}
