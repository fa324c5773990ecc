import { afterClosingListeners } from './after-closing.ts';
import { answerListeners } from './answer.ts';
import { askingListeners } from './asking.ts';
import { circleListeners } from './circle.ts';
import { correctingListeners } from './correcting.ts';
import { decisionListeners } from './decision.ts';
import { draftListeners } from './draft.ts';
import { homeListeners } from './home.ts';
import { ladderListeners } from './ladder.ts';
import type { Listeners } from './listener.ts';
import { lookAgainListeners } from './look-again.ts';
import { meetingListeners } from './meeting.ts';
import { objectionListeners } from './objection.ts';
import { objectionHelpListeners } from './objection-help.ts';
import { objectionWorkListeners } from './objection-work.ts';
import { openingListeners } from './open-answers.ts';
import { pausingListeners } from './pausing.ts';
import { proposalListeners } from './proposal.ts';
import { proposerListeners } from './proposer-left.ts';
import { questionListeners } from './question.ts';
import { reactionListeners } from './reaction.ts';
import { readingListeners } from './reading.ts';
import { relayListeners } from './relay.ts';
import { resolveListeners } from './resolve.ts';
import { wasAwayListeners } from './was-away.ts';
import { stepListeners } from './step.ts';
import { urgencyListeners } from './urgency.ts';
import { voidingListeners } from './voiding.ts';
import { versionListeners } from './version.ts';

/** All that the bot listens to, one noun a file. The manifest is held equal to this by a test. */
export const nouns: readonly Listeners[] = [
  circleListeners,
  proposalListeners,
  answerListeners,
  objectionListeners,
  objectionWorkListeners,
  objectionHelpListeners,
  questionListeners,
  stepListeners,
  wasAwayListeners,
  reactionListeners,
  readingListeners,
  relayListeners,
  askingListeners,
  resolveListeners,
  versionListeners,
  ladderListeners,
  decisionListeners,
  afterClosingListeners,
  correctingListeners,
  lookAgainListeners,
  meetingListeners,
  pausingListeners,
  proposerListeners,
  urgencyListeners,
  voidingListeners,
  openingListeners,
  draftListeners,
  homeListeners,
];
