import { lines, msg, term } from '../message.ts';

/** A deadline that was shortened for a stated urgency, and its time given back (§2.2). */
export const urgency = {
  deadlineHint: msg(
    'From {earliest} on, and before {deadline}. It has to be on a working day of the circle.',
    { earliest: term, deadline: term },
  ),
  reason: msg('Why is it urgent?'),
  reasonHint: msg('Everyone reads it. One sentence is enough.'),
  card: msg('{by} shortened the deadline to {at}: {reason}', { by: term, at: term, reason: lines }),
  cardGivenBack: msg('{by} gave the time back: the deadline is {at} again', { by: term, at: term }),
  undo: msg('Do you need the time? One tap gives it back: everyone asked may do that.'),
  giveBack: msg('Give it the time back'),
  giveBackSpoken: msg('Give it the time back: the deadline is as before'),

  thread: {
    shortened: msg('{member} shortened the deadline, because it is urgent.', { member: term }),
    undo: msg(
      'Is this too soon for you? Everyone who is asked can put it back, with one tap. ' +
        'It was {before}.',
      { before: term },
    ),
    givenBack: msg('{member} gave the time back.', { member: term }),
    givenBackNext: msg('*The deadline is {deadline} again.* It is not shortened a second time.', {
      deadline: term,
    }),
  },
  done: msg('You gave the time back. The deadline is {deadline} again.', { deadline: term }),

  course: {
    shortened: msg('Deadline shortened {at} to {deadline} by {member}', {
      at: term,
      deadline: term,
      member: term,
    }),
    givenBack: msg('Time given back {at} by {member}: deadline {deadline} again', {
      at: term,
      deadline: term,
      member: term,
    }),
  },

  refusal: {
    silence: msg(
      'In this round silence may be enough at the deadline, as our circle agreed. ' +
        'So the deadline is never made sooner. You can take it to a meeting.',
    ),
    before: msg(
      'The deadline was shortened once for this text, and once is what our rules give. ' +
        'You can take it to a meeting.',
    ),
    givenBack: msg(
      '{member} needed the time and gave it back, so the deadline is not shortened again. ' +
        'You can take it to a meeting.',
      { member: term },
    ),
    tooLate: msg(
      'People get 24 hours at least, and the deadline is {deadline} anyway. ' +
        'Once everyone asked consents, the round can be closed before it.',
      { deadline: term },
    ),
    notEarlier: msg('The deadline is {deadline} now. Choose an earlier moment.', {
      deadline: term,
    }),
    hold: msg('Somebody asked for more time and has it until {until}. Choose a later moment.', {
      until: term,
    }),
    nothing: msg(
      'There is no time to give back: the deadline is as late as it was, or that moment is over. ' +
        'Any deciding member may extend it once.',
    ),
    already: msg('{member} gave the time back already. The card shows the deadline.', {
      member: term,
    }),
  },
} as const;
