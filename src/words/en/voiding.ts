import { lines, msg, term, text } from '../message.ts';

/** A round that was opened by mistake (docs/process.md §2.1, `void`). */
export const voiding = {
  asked: msg('{member} says that this was opened by mistake: {reason}', {
    member: term,
    reason: lines,
  }),
  askedNext: msg('{confirmers} can agree. Until then the round goes on as before.', {
    confirmers: term,
  }),
  askedYou: msg(
    'You can agree, or say that it was no mistake. Until then the round goes on as before.',
  ),
  nobody: msg('a facilitator'),
  yes: msg('Yes, it was a mistake'),
  takeBack: msg('No mistake: go on'),
  takenBack: msg('{member} says that this was no mistake. The round goes on.', { member: term }),
  done: msg('It is marked as opened by mistake. What was said stays in its history.'),
  takenBackDone: msg('The round goes on as before.'),

  title: msg('Opened by mistake: {title} ({number})', { title: text, number: term }),
  ended: msg('Opened by mistake: {asker} said so, and {by} agreed, {at}.', {
    asker: term,
    by: term,
    at: term,
  }),
  next: msg('Nothing was decided. If you need it, begin a new round with `/propose`.'),
  objection: msg('This round was opened by mistake. Nothing was decided.'),

  refusal: {
    notAsked: msg(
      'Nobody says just now that this was opened by mistake. ' +
        'The proposer or a facilitator can say it with `/resolve`.',
    ),
    others: msg(
      '{asker} says that this was opened by mistake. {confirmers} can agree, ' +
        'or say that it was none. So can {asker}. You can write to them in the thread.',
      { asker: term, confirmers: term },
    ),
    ended: msg(
      'This round was opened by mistake and ended {at}. Nothing was decided. ' +
        'If you need it, begin a new round with `/propose`.',
      { at: term },
    ),
  },
} as const;
