import { everyday } from './en/everyday.ts';
import { system } from './en/system.ts';
import { circle } from './en/circle.ts';
import { circleNews } from './en/circle-news.ts';
import { circleRefusal } from './en/circle-refusal.ts';
import { help } from './en/help.ts';
import { propose } from './en/propose.ts';
import { decision } from './en/decision.ts';
import { direct } from './en/direct.ts';
import { home } from './en/home.ts';
import { nudge } from './en/nudge.ts';
import { resolve } from './en/resolve.ts';
import { thread } from './en/thread.ts';
import { answer } from './en/answer.ts';
import { card } from './en/card.ts';
import { ended } from './en/ended.ts';
import { objection } from './en/objection.ts';
import { question } from './en/question.ts';
import { refusal } from './en/refusal.ts';

/** Every sentence the bot says, in the language that all others are translated from. */
export const en = {
  everyday,
  system,
  circle,
  circleNews,
  circleRefusal,
  help,
  propose,
  decision,
  direct,
  home,
  nudge,
  resolve,
  thread,
  answer,
  card,
  ended,
  objection,
  question,
  refusal,
} as const;
