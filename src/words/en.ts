import { everyday } from './en/everyday.ts';
import { system } from './en/system.ts';
import { calendar } from './en/calendar.ts';
import { circle } from './en/circle.ts';
import { circleNews } from './en/circle-news.ts';
import { circleRefusal } from './en/circle-refusal.ts';
import { help } from './en/help.ts';
import { propose } from './en/propose.ts';
import { concern } from './en/concern.ts';
import { confidential } from './en/confidential.ts';
import { decision } from './en/decision.ts';
import { direct } from './en/direct.ts';
import { draft } from './en/draft.ts';
import { home } from './en/home.ts';
import { noAnswer } from './en/no-answer.ts';
import { nudge } from './en/nudge.ts';
import { resolve } from './en/resolve.ts';
import { thread } from './en/thread.ts';
import { aftermath } from './en/aftermath.ts';
import { answer } from './en/answer.ts';
import { asking } from './en/asking.ts';
import { card } from './en/card.ts';
import { correcting } from './en/correcting.ts';
import { ended } from './en/ended.ts';
import { integration } from './en/integration.ts';
import { lookAgain } from './en/look-again.ts';
import { objection } from './en/objection.ts';
import { objectionCard } from './en/objection-card.ts';
import { objectionHelp } from './en/objection-help.ts';
import { objectionWork } from './en/objection-work.ts';
import { opening } from './en/opening.ts';
import { people } from './en/people.ts';
import { pausing } from './en/pausing.ts';
import { proposerLeft } from './en/proposer-left.ts';
import { question } from './en/question.ts';
import { refusal } from './en/refusal.ts';
import { relay } from './en/relay.ts';
import { silence } from './en/silence.ts';
import { step } from './en/step.ts';
import { stepObjection } from './en/step-objection.ts';
import { unheard } from './en/unheard.ts';
import { urgency } from './en/urgency.ts';
import { voiding } from './en/voiding.ts';
import { version } from './en/version.ts';

/** Every sentence the bot says, in the language that all others are translated from. */
export const en = {
  everyday,
  system,
  calendar,
  circle,
  circleNews,
  circleRefusal,
  help,
  propose,
  decision,
  direct,
  draft,
  home,
  noAnswer,
  nudge,
  resolve,
  thread,
  aftermath,
  answer,
  asking,
  card,
  concern,
  correcting,
  confidential,
  ended,
  integration,
  lookAgain,
  objection,
  objectionCard,
  objectionHelp,
  objectionWork,
  opening,
  people,
  pausing,
  proposerLeft,
  question,
  refusal,
  relay,
  silence,
  step,
  stepObjection,
  unheard,
  urgency,
  voiding,
  version,
} as const;
