import { lines, msg, num, term, text } from '../message.ts';

/** What comes after a decision: new information, and a pause where it is dangerous. */
export const aftermath = {
  raise: msg('Raise something about this decision'),
  answerIt: msg('Answer it'),
  answerSpoken: msg('Answer what {member} raised', { member: term }),
  pause: msg('Pause this decision'),
  unpause: msg('Take it up again'),

  /** Whether it is in force while something about it is looked at. */
  force: {
    asBefore: msg('The decision stays in force.'),
    paused: msg('The decision stays paused.'),
    superseded: msg('{newer} has taken its place.', { newer: term }),
  },

  raiseForm: {
    title: msg('Raise something'),
    intro: msg(
      'New information is always welcome. Say what you have seen since, or what we missed.',
    ),
    about: msg('{number} {title}. {force}', { number: term, title: text, force: term }),
    danger: msg(
      'Is somebody in danger? Then tell the person responsible for safety at once, ' +
        'and not only here.',
    ),
  },
  thanks: {
    title: msg('Thank you'),
    raised: msg('Thank you. {force} {people} answer you by {due}.', {
      force: term,
      people: term,
      due: term,
    }),
    early: msg('The circle may look at it early.'),
    reopened: msg(
      'Thank you. Your objection arrived as we closed, so the round is open again. ' +
        'Nothing is decided yet.',
    ),
    reopenedNext: msg('You alone say when it is settled.'),
    wasClosed: msg('The round had closed meanwhile. What you wrote counts as new information.'),
  },
  answerForm: {
    title: msg('Answer it'),
    intro: msg('{member} raised this about {number} {title}:', {
      member: term,
      number: term,
      title: text,
    }),
    label: msg('What do you answer?'),
    hint: msg(
      'Say what you have looked at. To look again early, send your answer first: ' +
        'the next step offers it.',
    ),
    done: msg('Your answer is recorded. {member} gets a message, and the thread shows it.', {
      member: term,
    }),
  },
  pauseForm: {
    title: msg('Pause this decision'),
    intro: msg(
      'A pause is for danger: nobody acts on *{title}* until it is taken up again. ' +
        'Meet about it within days.',
      { title: text },
    ),
    label: msg('Why must it wait?'),
    hint: msg('Everyone in the circle reads this.'),
    done: msg('The decision is paused, and the thread says so. Next: meet about it within days.'),
  },

  unpausedDone: msg('The decision is taken up again. It is in force as before.'),
  cardPaused: msg('*Paused by {member} on {at}: please do not act on it for now.*', {
    member: term,
    at: term,
  }),
  because: msg('Why: {reason}', { reason: lines }),
  pausedNext: msg('Next: {people} look at it with the circle and take it up again.', {
    people: term,
  }),
  cardWaits: msg(
    '{n, plural, one {One thing was} other {{n, number} things were}} raised since, ' +
      'and {people} answer {n, plural, one {it} other {them}}. {force}',
    { n: num, people: term, force: term },
  ),

  raisedBy: msg('*{member} raises something about {number}.*', { member: term, number: term }),
  answersBy: msg('{force} {people} answer by {due}.', {
    force: term,
    people: term,
    due: term,
  }),
  reopened: msg('*An objection of {member} arrived as we closed.* The round is open again.', {
    member: term,
  }),
  reopenedNext: msg('Nothing is decided yet. {number} stays kept for it.', { number: term }),
  answered: msg('*{member} answers what {raiser} raised:*', { member: term, raiser: term }),
  itWas: msg('It was: {said}', { said: text }),
  earlyReview: msg('Does it need a look before {review}? Then propose to keep, change or end it.', {
    review: term,
  }),
  unanswered: msg(
    '*Nobody has answered what {raiser} raised about {number}.* Please look at it together.',
    { raiser: term, number: term },
  ),
  paused: msg('*{member} pauses {number}.* Please do not act on it for now.', {
    member: term,
    number: term,
  }),
  pausedMeet: msg('Next: meet about it within days. The pause is in the record.'),
  unpaused: msg('*{member} takes {number} up again.* It is in force as before.', {
    member: term,
    number: term,
  }),

  direct: {
    raised: msg('{member} raises something about {number}.', { member: term, number: term }),
    raisedNext: msg('Next: answer by {due}. {force}', { due: term, force: term }),
    raisedEarly: msg('You may offer to look at it early.'),
    reminded: msg('What {member} raised about {number} still waits for an answer.', {
      member: term,
      number: term,
    }),
    remindedNext: msg('Next: answer it now. In three working days the circle is told.'),
    done: msg('It has been answered since. You need not do anything.'),
    answered: msg('{member} answers what you raised about {number}:', {
      member: term,
      number: term,
    }),
    said: msg('Their answer: {said}', { said: lines }),
    answeredNext: msg('Is something still open? Raise it once more, or propose a change here.'),
    reopened: msg('An objection of {member} arrived as we closed, so the round is open again.', {
      member: term,
    }),
    reopenedNext: msg('Nothing is decided yet. Your answer stands, and you can change it.'),
    reopenedUnanswered: msg('Nothing is decided yet. You have not answered, and you can now.'),
    paused: msg('{member} has paused {number}.', { member: term, number: term }),
    pausedNext: msg('Next: meet about it within days, and then take it up again.'),
  },

  record: {
    title: msg('*Raised since the decision*'),
    raised: msg('*{member} raised something* ({at})', { member: term, at: term }),
    answered: msg('{member} answered, {at}: {said}', { member: term, at: term, said: lines }),
    waits: msg('Waits for an answer until {due}.', { due: term }),
  },
  listPaused: msg('{line}\n*Paused*, please do not act on it for now', { line: term }),
} as const;
