import { msg, term, text } from '../message.ts';

/** Proposals that name a person, and those about a person's place in the circle. */
export const concern = {
  form: {
    who: msg('Who is it about?'),
    whoHint: msg('They are asked like the others.'),
    whoMembershipHint: msg(
      'Leave this empty if nobody is to leave, for example to let someone join.',
    ),
    removal: msg('Leaving the circle'),
    isRemoval: msg('It is about taking this person out of the circle'),
    removalHint: msg(
      'Talk with them first. They are not asked here. They hear of it before the card is up. ' +
        'Whoever wants to leave by themselves needs no proposal.',
    ),
  },
  preview: {
    meeting: msg(
      'It is about one person: a meeting comes first, if you can. ' +
        'After sending you can take it to one with a button.',
    ),
    notAsked: msg('Whoever is to be taken out of the circle is not asked.'),
  },
  refused: {
    notInCircle: msg('Please choose someone who is in the circle.'),
    ownDeparture: msg(
      'You can leave the circle without a proposal. Please tell a facilitator, ' +
        'who changes it with `/circle`.',
    ),
    owner: msg('Please choose somebody else: it is about this person’s place in the circle.'),
    tooFew: msg(
      'Without this person fewer than two people who decide are here just now. ' +
        'Please wait until someone is back, or talk about it in a meeting.',
    ),
  },
  refusal: msg(
    'This proposal is about your place in the circle. Nobody decides about their own, ' +
      'so you are not asked here, and do not look after this round. ' +
      'You can ask a question and comment under the card, and {facilitators} can tell you more.',
    { facilitators: term },
  ),
  done: msg('It is about {member}. A meeting comes first, if you can.', { member: term }),
  /** The button in the message and after sending. */
  meetFirst: msg('Take it to a meeting first'),
  meetFirstSpoken: msg('Take {number} to a meeting before answers are given', { number: term }),
  /** On the card, with the answers, and in the record. */
  notAsked: msg('Not asked: {member}, because it is about {member}’s place in the circle.', {
    member: term,
  }),
  direct: {
    removal: msg(
      '{proposer} proposes that you leave {circle}. We tell you before its card is up in the channel.',
      { proposer: term, circle: text },
    ),
    removalRule: msg(
      'Nobody decides about their own place, so you are not asked to consent or object.',
    ),
    removalNext: msg(
      'You can read it, ask questions, and comment under its card. ' +
        '{facilitators} can tell you more, and can take it to a meeting with you.',
      { facilitators: term },
    ),
    you: msg(
      '{proposer} proposes something that is about you. We tell you before its card is up.',
      {
        proposer: term,
      },
    ),
    youNext: msg('You are asked like the others. You can also take it to a meeting first.'),
    keepers: msg('This proposal is about {member}.', { member: term }),
    keepersNext: msg('Next: talk with everyone. A meeting comes first, if you can.'),
    keepersRemoval: msg(
      'It is about their place in the circle. They are not asked, and may ask and comment.',
    ),
    withdrawn: msg(
      'The proposal about your place in the circle was taken back. You stay a member.',
    ),
    asBefore: msg(
      'It is about your place in the circle. Nothing is decided: you are a member as before.',
    ),
    decided: msg(
      'It was about your place in the circle. {facilitators} can tell you what comes next.',
      { facilitators: term },
    ),
  },
} as const;
