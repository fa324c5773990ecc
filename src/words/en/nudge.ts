import { msg, num, term, text } from '../message.ts';

/** The reminder to one person of all that waits for them. */
export const nudge = {
  notHeard: msg('We have not heard from you yet.'),
  waiting: msg(
    '{n, plural, one {One round waits} other {{n, number} rounds wait}} for your answer.',
    { n: num },
  ),
  round: msg('*{title}* · {number} · {circle}', { title: text, number: term, circle: text }),
  until: msg('Please answer by {deadline}.', { deadline: term }),
  wasDue: msg('The deadline was {deadline}. Your answer still counts.', { deadline: term }),
  need: msg('Why: {need}', { need: term }),
  question: msg('*Any objection to trying this?*'),
  alsoWaiting: msg('*Also waiting for you*'),
  also: msg('{round}\n{need}\n{until}', { round: term, need: term, until: term }),
  openCard: msg('Answer on its card'),
  home: msg('All of them have their buttons in the Home tab of this app.'),
  readCard: msg('Read all on the card'),
  silence: msg('We are not counting silence as a yes.'),
} as const;
