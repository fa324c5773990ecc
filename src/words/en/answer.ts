import type { AnswerKind } from '../../core/answer.ts';
import { msg, num, term, text, type Kinds, type Message } from '../message.ts';

/** The three answers, each with the field's own word beside the plain one (docs/process.md §9). */
const labels = {
  consent: msg('Consent · OK to try'),
  objection: msg('Object · I see a problem'),
  more_time: msg('I need more time'),
} as const satisfies Record<AnswerKind, Message<Kinds>>;

/** Answering: the buttons, and what a person hears after a click. */
export const answer = {
  labels,
  spokenLabel: msg('{answer}: {title}', { answer: term, title: text }),

  title: msg('Your answer'),
  consented: msg('Noted: you consent to version {version} of “{title}”.', {
    version: num,
    title: text,
  }),
  needsTime: msg('Noted: you need more time for “{title}”. We wait until {until}.', {
    title: text,
    until: term,
  }),
  settled: msg(
    'Noted: this settles it for you. Your answer is now consent to version {version} of “{title}”.',
    { version: num, title: text },
  ),
  objectionTakenBack: msg(
    'You took back your objection to “{title}”. You have not answered yet. ' +
      'Any objection to trying this?',
    { title: text },
  ),
  takenBack: msg(
    'You took back your answer to “{title}”. You have not answered yet. ' +
      'You will be reminded before the deadline.',
    { title: text },
  ),
  alsoTakenBack: msg('Your objection is taken back with this click. You may object again.'),
  alsoSettled: msg('Your objection is settled with this click. You may object again.'),
  noteKept: msg('We look at this again at the review: {note}', { note: text }),
  needsKept: msg('You say that you need: {needs}', { needs: text }),
  late: msg('The deadline was {deadline}. Your answer counts all the same.', { deadline: term }),
  backIn: msg('You were away. With this answer you are back in this round.'),
  endedIt: msg('The round has now ended: we have a decision, {number}.', { number: term }),

  addNote: msg('Add something to watch'),
  sayNeeds: msg('Say what I need'),
  change: msg('Change my answer'),
  takeBack: msg('Take my answer back'),
  current: msg(
    'Your answer to “{title}”: *{answer}*. You may change it until the round has ended.',
    {
      title: text,
      answer: term,
    },
  ),
  none: msg('You have not answered “{title}” yet. Any objection to trying this?', { title: text }),

  note: {
    title: msg('Something to watch'),
    intro: msg('This will not stop us. We look at it again at the review.'),
    objectInstead: msg('If it should stop us, please object instead: “Object · I see a problem”.'),
    label: msg('What should we keep an eye on?'),
    hint: msg('Everyone in the circle can read this when the round has ended.'),
    noConsent: msg(
      'A note goes with a consent. Your answer is not a consent now, so nothing was changed.',
    ),
  },
  needs: {
    title: msg('More time'),
    intro: msg('We wait for you. Tell us what would help, if you like.'),
    label: msg('What do you need?'),
    hint: msg('A question answered, a talk, a few quiet days: any of it is fine.'),
    noHold: msg(
      'Your time to think is over, or you have answered since. Nothing was changed. ' +
        'If you still need time, press “I need more time” again.',
    ),
  },

  list: {
    title: msg('Answers'),
    objections: msg('*Objections in full*'),
    intro: msg('You see this because you have answered. Please let the others answer freely.'),
    introEnded: msg('The round has ended. This is what each person answered.'),
    line: msg('{member}: {answer}', { member: term, answer: term }),
    withNote: msg('{member}: {answer}. To watch: {note}', {
      member: term,
      answer: term,
      note: text,
    }),
    withNeeds: msg('{member}: {answer}, until {until}. Needs: {needs}', {
      member: term,
      answer: term,
      until: term,
      needs: text,
    }),
    until: msg('{member}: {answer}, until {until}', { member: term, answer: term, until: term }),
    away: msg('On leave or gone: {members}', { members: term }),
    waiting: msg('{n, plural, one {One person has} other {# people have}} not answered yet.', {
      n: num,
    }),
    silent: msg('{n, plural, one {One person} other {# people}} did not answer.', { n: num }),
    nobody: msg('Nobody has answered yet.'),
    answerFirst: msg(
      'You can see the answers to “{title}” when you have given yours. ' +
        'That way nobody is led by others.',
      { title: text },
    ),
    afterEnd: msg(
      'You are not asked in this round. You can see the answers to “{title}” when it has ended.',
      { title: text },
    ),
  },
} as const;
