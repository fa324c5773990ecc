import { lines, msg, term, text } from '../message.ts';

/** Putting right what a record says, by an entry beside it (docs/process.md §3, §4.1). */
export const correcting = {
  button: msg('Correct the record'),
  form: {
    title: msg('Correct the record'),
    intro: msg(
      '{number} {title}. The text of a decision stays as it was decided. ' +
        'Your correction stands beside it, with your name.',
      { number: term, title: text },
    ),
    label: msg('What is wrong, and what is right?'),
    hint: msg(
      'For slips, such as a wrong name or date. To change what we decided, propose it instead. ' +
        'Leave out health and family details.',
    ),
    done: msg('Your correction is in the record, and the thread shows it.'),
  },
  thread: msg('*{member} corrects the record of {number}:*', { member: term, number: term }),
  title: msg('*Corrections*'),
  line: msg('{at}, {member}: {said}', { at: term, member: term, said: lines }),
  card: msg('*Corrected by {member} on {at}:* {said}', { member: term, at: term, said: text }),
  refused: msg(
    'Only who keeps the record may correct it, and whoever has words of their own in it. ' +
      'Please tell {keepers} what is wrong.',
    { keepers: term },
  ),
} as const;
