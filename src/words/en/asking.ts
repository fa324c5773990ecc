import { msg, term, text } from '../message.ts';

/** Who is asked: being left out by one's own wish, and being asked too. */
export const asking = {
  leaveOut: msg('Leave me out of this one'),
  form: {
    title: msg('Leave me out'),
    intro: msg(
      'For a conflict of interest, for example. Nobody waits for your answer then. ' +
        'Everyone can see it. Answer on the card, and you are back in.',
    ),
    why: msg('Why?'),
    whyHint: msg('One sentence. It stands in the record with your name.'),
  },
  leftOut: msg('You are not asked in this round any more. Answer on the card to be back in.'),
  wish: msg('Ask to be included'),
  wished: msg('The facilitators hear that you wish to be asked in this round.'),
  /** To facilitators, after somebody who was not asked wished to be. */
  wishes: msg('{member} was not asked in this round, and wishes to be.', { member: term }),
  wishesNext: msg('Next: ask them too, or tell them why not.'),
  askToo: msg('Ask them too'),
  added: msg('{member} is asked too from now on.', { member: term }),
  addedYou: msg('You are asked in this round too, from now on.'),
  addedNext: msg('Next: please answer on the card.'),
  leftOutNotice: msg('{member} wishes to be left out of this round: {why}', {
    member: term,
    why: text,
  }),
  leftOutNext: msg('It is their own choice, and they are not waited for.'),
  shown: msg('Left out by their own wish: {members}.', { members: term }),
  refusal: {
    already: msg('{member} is asked in this round already. The card shows how things stand.', {
      member: term,
    }),
    doesNotDecide: msg(
      '{member} does not decide in this circle, so a round cannot ask them. ' +
        'Change who decides with `/circle` first.',
      { member: term },
    ),
  },
} as const;
