import { msg, term, text } from '../message.ts';

/** An objection in the question step: the text is a draft, and nobody answers yet (§2.1, §2.6). */
export const stepObjection = {
  formAbout: msg('About the draft of “{title}”.', { title: text }),
  about: msg('{number} “{title}”, by {proposer} · objection to the draft', {
    number: term,
    title: text,
    proposer: term,
  }),
  settleText: msg(
    'Only you can say. It is no consent yet: you are asked for an answer when the text is ready.',
  ),
  settled: msg('*Settled.* {owner} said so of the draft, {at}.', { owner: term, at: term }),
  lapsed: msg(
    '*Now something to watch.* Nobody could speak for it any more, {at}. ' +
      'It is looked at at the review.',
    { at: term },
  ),
  awayThen: msg('If nobody does, it becomes something to watch.'),
  home: msg('{round} · the draft', { round: term }),
  watch: {
    intro: msg(
      'Your objection is then closed as a note. You are asked for an answer when the text is ' +
        'ready. If it should stop us, leave it open instead.',
    ),
    done: msg(
      'Noted: it is now something to watch. You are asked for an answer when the text is ready.',
    ),
  },

  under: {
    goesOn: msg('Questions and first thoughts go on until {until}.', { until: term }),
    isOver: msg('The text is not fixed yet. Others can still ask, and object too.'),
    settledNext: msg('{member} is asked for an answer when the text is ready, like everyone.', {
      member: term,
    }),
    lapsed: msg('Everyone is asked for an answer when the text is ready.'),
  },
  thread: {
    settled: msg('{member} says that the draft settles it.', { member: term }),
    lapsed: msg('Nobody took it on, so it is now something to watch.'),
  },
  direct: {
    awayNext: msg(
      'Next: ask who takes it on, until {until}. If nobody does, it becomes something to watch.',
      { until: term },
    ),
  },
  ledger: {
    settled: msg('{at}: {member} said that the draft settles it', { at: term, member: term }),
    lapsed: msg('{at}: something to watch, because nobody took it on', { at: term }),
  },
  inRecord: msg('*{member} saw a problem* ({at}, in the draft)', { member: term, at: term }),
} as const;
