import { expect, test } from 'vitest';
import { askAgain } from '../../src/slack/blocks/receipt.ts';
import { roundCard } from '../../src/slack/blocks/round-card.ts';
import { wordsFor } from '../../src/words/index.ts';
import { bakery, monday, sundayOpening } from '../support/bakery.ts';
import { shownIn } from '../support/shown.ts';

const words = wordsFor('en');
const SAID = 'Only the buttons count. An emoji or “+1” is not an answer';

/** Source: docs/process.md §10 case 19. */
test('the card, the question again and the help say that only the buttons count', () => {
  const card = roundCard({ round: sundayOpening, circle: bakery, now: monday, words });
  const again = askAgain(words.answer.none({ title: 'Sundays' }), sundayOpening, words);
  expect(shownIn(card.blocks)).toContain(SAID);
  expect(card.text).toContain(SAID);
  expect(shownIn(again.blocks)).toContain(SAID);
  expect(words.help.propose.onlyButtons().plain).toContain(SAID);
});
