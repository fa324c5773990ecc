import { expect } from 'vitest';
import type { Circle } from '../../src/core/circle.ts';
import type { Round } from '../../src/core/round.ts';
import { roundCard } from '../../src/slack/blocks/round-card.ts';
import { wordsFor } from '../../src/words/index.ts';
import { bakery } from './bakery.ts';
import { actionsIn, shownIn } from './shown.ts';
import { problemsOfMessage } from './slack-limits.ts';

/** A round's card with all that can be read and pressed on it; it is one that Slack takes. */
export function cardOf(
  round: Round,
  now: number,
  circle: Circle = bakery,
): ReturnType<typeof roundCard> & { shown: string; actions: string[] } {
  const content = roundCard({ round, circle, now, words: wordsFor('en') });
  expect(problemsOfMessage(content)).toEqual([]);
  return { ...content, shown: shownIn(content.blocks), actions: actionsIn(content.blocks) };
}
