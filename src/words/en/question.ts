import { msg, text } from '../message.ts';

/** Asking a question about a proposal (docs/process.md §2.3). */
export const question = {
  ask: msg('Ask a question'),
  form: {
    title: msg('Ask a question'),
    intro: msg('Ask anything to understand “{title}” better.', { title: text }),
    notAnAnswer: msg('A question is not an answer. Please still use one of the three buttons.'),
    label: msg('What would you like to know?'),
    hint: msg('It is posted under the proposal, with your name.'),
  },
  thanks: {
    title: msg('Thank you'),
    asked: msg('Your question is being posted under “{title}”, for all to see.', { title: text }),
  },
} as const;
