import { msg, term } from '../message.ts';

/** Where a circle lets a facilitator open the consent step (docs/process.md §3). */
export const opening = {
  heading: msg('*Waiting to be opened*'),
  help: msg(
    'A facilitator reads this first and opens it. Nobody is asked for an answer yet. ' +
      'You can ask, and you can object at any time.',
  ),
  next: msg(
    'Next: it waits for {facilitators} to open it. Until then {proposer} may change the text.',
    {
      facilitators: term,
      proposer: term,
    },
  ),
  nextAnybody: msg(
    'Next: a facilitator opens it, or any deciding member except {proposer}. ' +
      'It has waited for two working days.',
    { proposer: term },
  ),
  line: msg('Waiting to be opened'),
  nextLine: msg('Next: a facilitator opens it, and then everyone is asked.'),
  spokenHow: msg('You can ask a question or object. You can also read all.'),
  open: msg('Open it'),
  openSpoken: msg('Open it: fix the text and ask everyone'),
  confirm: {
    title: msg('Open it?'),
    text: msg('The text becomes version 1 and cannot be edited any more. Then everyone is asked.'),
    yes: msg('Yes, ask everyone'),
    no: msg('Not yet'),
  },
  asked: msg('Noted: your text is ready. A facilitator opens it, and then everyone is asked.'),
  preview: msg('A facilitator reads it first and opens it. Only then is anyone asked.'),
  stored: msg('A facilitator reads it first and opens it. Until then you can change the text.'),

  thread: {
    asked: msg('*{member} says that the text is ready.*', { member: term }),
    askedNext: msg('Next: a facilitator reads it and opens it. Then everyone is asked.'),
    idle: msg('*This has waited for two working days to be opened.*'),
    idleNext: msg(
      'Any deciding member except {proposer} may open it now, with the button on the card.',
      { proposer: term },
    ),
    begun: msg('*{member} opened it. The text is now version 1.*', { member: term }),
  },
  direct: {
    asked: msg('{proposer} proposes this, and it waits for a facilitator to open it.', {
      proposer: term,
    }),
    askedNext: msg(
      'Next: read it, and press “Open it”. Opening says nothing about whether it is good.',
    ),
    idle: msg('This still waits to be opened. By now any deciding member may do that too.'),
  },

  circle: {
    label: msg('Who opens a round?'),
    proposer: msg('Whoever proposes'),
    proposerHelp: msg('Everyone is asked as soon as the text is ready.'),
    facilitator: msg('A facilitator, after reading it'),
    facilitatorHelp: msg('Nobody can hold it back: after two working days any member may.'),
    rule: {
      proposer: msg('Whoever proposes opens the round.'),
      facilitator: msg('A facilitator reads each proposal first and opens the round.'),
    },
  },

  refused: {
    waits: msg(
      'This waits for a facilitator to open it, and then everyone is asked. ' +
        'You can ask a question now. An objection is possible now, too.',
    ),
    notAsked: msg(
      '{proposer} has not said yet that the text is ready. You can ask about it in the round.',
      { proposer: term },
    ),
  },
} as const;
