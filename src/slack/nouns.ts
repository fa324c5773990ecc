import { answerListeners } from './answer.ts';
import { circleListeners } from './circle.ts';
import { decisionListeners } from './decision.ts';
import { homeListeners } from './home.ts';
import type { Listeners } from './listener.ts';
import { objectionListeners } from './objection.ts';
import { proposalListeners } from './proposal.ts';
import { questionListeners } from './question.ts';
import { readingListeners } from './reading.ts';
import { resolveListeners } from './resolve.ts';

/** All that the bot listens to, one noun a file. The manifest is held equal to this by a test. */
export const nouns: readonly Listeners[] = [
  circleListeners,
  proposalListeners,
  answerListeners,
  objectionListeners,
  questionListeners,
  readingListeners,
  resolveListeners,
  decisionListeners,
  homeListeners,
];
