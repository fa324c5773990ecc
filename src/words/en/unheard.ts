import { msg, num, term } from '../message.ts';

/** When nobody, or too few people, have answered by the deadline (docs/process.md §2.4, §2.5). */
export const unheard = {
  step: msg('Find out why nobody answered, and take it up again'),
  parked: msg(
    'Parked until {until}, because nobody answered. Perhaps nobody saw it. ' +
      'We carry on as before until we decide.',
    { until: term },
  ),
  atMeeting: msg(
    'Too few people have answered for what our circle agreed, so we talk about this. ' +
      'The clock stands still, and answers still count. ' +
      'Next: we talk, and then {facilitators} may take it up again.',
    { facilitators: term },
  ),

  thread: {
    announced: msg(
      '*Nobody has answered this yet*, so perhaps nobody saw it. Any objection to trying this?',
    ),
    announcedNext: msg('Please answer by {deadline}. We are not counting silence as a yes.', {
      deadline: term,
    }),
    unanswered: msg('*Parked until {until}.* Nobody answered, so perhaps nobody saw it.', {
      until: term,
    }),
    unansweredNext: msg('Next: {who} asks why, and takes it up again.', { who: term }),
    floorMissed: msg(
      '*Let’s talk about this.* Too few people have answered for what our circle agreed.',
    ),
  },
  direct: {
    unanswered: msg('Nobody answered this round, so it is parked until {until}.', { until: term }),
    unansweredNext: msg(
      'Next: {who} asks people why. Was it not seen, too long, or not the time for it? ' +
        'Then take it up again.',
      { who: term },
    ),
    floorMissed: msg(
      '{n, plural, one {One person has} other {{n, number} people have}} not answered, ' +
        'which is more than our circle agreed on. It goes to a meeting.',
      { n: num },
    ),
    floorMissedNext: msg(
      'Next: talk about it, or ask them one by one. People can still answer meanwhile.',
    ),
  },
} as const;
