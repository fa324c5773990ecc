import { choice, msg, term, text } from '../message.ts';

/** What a person hears who put an emoji where only a button counts (docs/process.md §10 case 19). */
export const noAnswer = {
  unanswered: msg(
    'Thank you for your emoji on “{title}” ({number}). It does not count as an answer, ' +
      'so we have not heard from you yet. Any objection to trying this?',
    { title: text, number: term },
  ),
  away: msg(
    'Your emoji on “{title}” ({number}) does not count as an answer. Nobody waits for one from you: ' +
      '{reason, select, own_wish {you wished to be left out} other {you are away}}. ' +
      'If you answer with a button, you are asked again.',
    { title: text, number: term, reason: choice('left', 'on_leave', 'deactivated', 'own_wish') },
  ),
  answered: msg(
    'Your emoji on “{title}” ({number}) changes nothing. Your answer is still: *{answer}*.',
    { title: text, number: term, answer: term },
  ),
  objection: msg(
    'Your emoji on “{title}” ({number}) changes nothing. Your objection stays open ' +
      'until you say with a button that it is settled.',
    { title: text, number: term },
  ),
  step: msg(
    'Thank you for your emoji on “{title}” ({number}). Nobody is asked for an answer yet, ' +
      'and only the buttons count.',
    { title: text, number: term },
  ),
  relay: msg(
    'Your emoji on “{title}” ({number}) confirms nothing. Please say with a button ' +
      'whether this is right.',
    { title: text, number: term },
  ),
} as const;
