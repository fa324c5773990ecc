import { choice, lines, msg, num, term, text } from '../message.ts';

const how = choice('keep', 'change', 'end');

/** A decision that is looked at again, and the one that takes its place (docs/process.md §10). */
export const lookAgain = {
  button: msg('Propose to look at it again'),
  spoken: msg('Propose to look at {number} again', { number: term }),

  form: {
    about: msg('*You look at {number} again:* {title}. It stays in force until you all decide.', {
      number: term,
      title: text,
    }),
    how: msg('What do you propose?'),
    howHint: msg('Choosing fills in title and text below. What you wrote yourself stays.'),
    hows: {
      keep: msg('Keep it until a new day'),
      change: msg('Change it'),
      end: msg('End it'),
    },
    meanings: {
      keep: msg('The text stays as it is. Choose below when we look again.'),
      change: msg('Its text is below, for you to change.'),
      end: msg('Once decided, it is no longer in force.'),
    },
    keepTitle: msg('Keep: {title}', { title: text }),
    endTitle: msg('End: {title}', { title: text }),
    endText: msg('We end {number}, {title}. From then on it is no longer in force.', {
      number: term,
      title: text,
    }),
    raised: msg('*{member} raised:* {said}', { member: term, said: lines }),
    wasAway: msg('*{member} was away when it was decided.* {note}', { member: term, note: lines }),
    more: msg(
      '{n, plural, one {One more thing is} other {{n, number} more things are}} in its record.',
      {
        n: num,
      },
    ),
    openAlready: msg(
      '*{number} is open about this decision already:* {title}. Perhaps say it there first.',
      { number: term, title: text },
    ),
  },

  refused: {
    superseded: msg('{newer} has taken the place of {number}. Look at {newer} again instead.', {
      newer: term,
      number: term,
    }),
    unknown: msg('There is no such decision in this circle any more.'),
    typed: msg('You typed: {said}', { said: text }),
  },

  until: msg('{number}. It stays in force until this is decided', { number: term }),
  superseded: msg(
    '*{how, select, end {Ended by {number}} other {Replaced by {number}}} on {on}.* ' +
      'It is no longer in force.',
    { how, number: term, on: term },
  ),
  listed: msg(
    '{line}\n*{how, select, end {Ended by {number}} other {Replaced by {number}}} on {on}*',
    { line: term, how, number: term, on: term },
  ),
  thread: {
    superseded: msg(
      '*{how, select, end {{newer} ends this decision.} ' +
        'other {{newer} takes the place of this decision.}}*',
      { how, newer: term },
    ),
    supersededNext: msg('{number} is kept in the record. The whole record: `/decisions {newer}`', {
      number: term,
      newer: term,
    }),
    restored: msg('*{newer} is open again.* Until it is decided, {number} is in force as before.', {
      newer: term,
      number: term,
    }),
  },
} as const;
