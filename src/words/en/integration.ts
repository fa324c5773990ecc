import { msg, term } from '../message.ts';

/** What the program says where nobody has worked on an objection for a while (§2.1, §2.6). */
export const integration = {
  ownerAsked: msg(
    '*Let’s look at this together, a step at a time.* {owner}, what would make it OK for you?',
    { owner: term },
  ),
  ownerHint: msg(
    'A small change, a shorter time, a test, some help: any idea is welcome. ' +
      'You do not need the whole answer. Only {owner} says when it is settled.',
    { owner: term },
  ),
  circleAsked: msg('*Ideas, please, from everyone:* what could make this OK for {owner}?', {
    owner: term,
  }),
  circleHint: msg('Write it here in the thread. {proposer} can make the next version of it.', {
    proposer: term,
  }),
  under: msg(
    '*We look for ideas.* {owner} sees a problem, and we have not found a way on yet. {link}',
    { owner: term, link: term },
  ),
  underNoLink: msg(
    '*We look for ideas.* {owner} sees a problem, and we have not found a way on yet. ' +
      'Look for its message below the card.',
    { owner: term },
  ),
  underNext: msg('Everyone can help, whatever they have answered.'),
  addIdea: msg('Say what would make it OK'),
  ledger: {
    ownerAsked: msg('{at}: its owner was asked for an idea', { at: term }),
    circleAsked: msg('{at}: everyone was asked for ideas', { at: term }),
  },
} as const;
