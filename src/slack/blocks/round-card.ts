import type { Instant } from '../../core/calendar.ts';
import type { Circle } from '../../core/circle.ts';
import { roundAt } from '../../core/clock.ts';
import { inQuestions } from '../../core/question-step.ts';
import type { ObjectionId } from '../../core/ids.ts';
import type { Round } from '../../core/round.ts';
import type { Words } from '../../words/index.ts';
import { decidedCard } from './card-decided.ts';
import { openCard } from './card-open.ts';
import { parkedCard, withdrawnCard } from './card-paused.ts';
import { questionsCard } from './card-questions.ts';
import { voidCard } from './card-void.ts';
import type { MessageContent } from './message.ts';

type RoundCardParts = {
  /** As recorded: what the clock has brought since is added here. */
  readonly round: Round;
  readonly circle: Circle;
  readonly now: Instant;
  readonly words: Words;
  /** Links to the messages of open objections, as far as they are up. */
  readonly talks?: ReadonlyMap<ObjectionId, string>;
};

/**
 * A round's one living card, in every state that a round can be in, complete also as plain text.
 * It is right by the clock, whether or not a timer has run. It is never a scoreboard.
 *
 * Source: docs/process.md §D2, §D9, §D13, §2.1.
 */
export function roundCard(parts: RoundCardParts): MessageContent {
  const { circle, now, words, talks } = parts;
  const round = roundAt(parts.round, { circle, now });
  const seen = { round, circle, now, ...(talks && { talks }) };
  if (round.ending?.kind === 'decided') return decidedCard(seen, words);
  if (round.ending?.kind === 'void') return voidCard(seen, round.ending, words);
  if (round.ending) return withdrawnCard(seen, round.ending, words);
  if (round.pause?.kind === 'parked') return parkedCard(seen, round.pause, words);
  if (inQuestions(round)) return questionsCard(seen, words);
  return openCard(seen, words);
}
