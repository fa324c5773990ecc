import type { ObjectionWay } from '../../core/objection-event.ts';
import { msg, num, term, text, type Kinds, type Message } from '../message.ts';

/** The checklist of ways on from an objection (docs/process.md §2.6). */
const ways = {
  change_text: msg('Change the text'),
  shorten_term: msg('Shorten the term'),
  trip_wire: msg('Measure the worry, with a trip-wire'),
  pilot: msg('Narrow it to a pilot'),
  support: msg('Add training, support or means'),
  split_off: msg('Split off the part in question'),
  get_facts: msg('Find out facts first'),
  delegate: msg('Hand it to one to three people'),
  smaller_step: msg('Decide a smaller next step'),
} as const satisfies Record<ObjectionWay, Message<Kinds>>;

/** What each way means, in one line. */
const meanings = {
  change_text: msg('So that the problem does not come up any more.'),
  shorten_term: msg('Try it for a shorter time, and look again soon.'),
  trip_wire: msg('Agree on a sign that tells us to stop and look.'),
  pilot: msg('Begin small: fewer people, one place, one part.'),
  support: msg('What would help, so that it can work?'),
  split_off: msg('Go on with the rest, and come back to that part.'),
  get_facts: msg('Who can find out what we do not know yet?'),
  delegate: msg('They look into it and come back with a text.'),
  smaller_step: msg('What can we all try now?'),
} as const satisfies Record<ObjectionWay, Message<Kinds>>;

/** Forms that help an objection on, and what people hear after them. */
export const objectionHelp = {
  title: msg('Help with this'),
  about: msg('{member} sees a problem: {harm}', { member: term, harm: text }),
  aim: msg('We want to understand it, not to judge it. Our aim: {aim}', { aim: text }),
  choose: msg('What would help now?'),
  kinds: {
    clarity: msg('Ask for clarity'),
    aim_link: msg('Ask how it links to our aim'),
    wording: msg('Suggest a wording'),
    way: msg('Suggest a way on'),
  },
  kindMeanings: {
    clarity: msg('A question, in the objection’s thread.'),
    aim_link: msg('Which part of our aim does it touch?'),
    wording: msg('Its owner can take your words with one tap.'),
    way: msg('From the checklist, as a suggestion to all.'),
  },
  clarityTitle: msg('Ask for clarity'),
  clarity: msg('What would you like to understand?'),
  clarityHint: msg('Do we all understand it? Could we notice it in time, and go back?'),
  wordingTitle: msg('Suggest a wording'),
  wordingIntro: msg('It stays a suggestion until {owner} takes it as their own words.', {
    owner: term,
  }),
  wayTitle: msg('Suggest a way on'),
  way: msg('Which way on?'),
  wayNote: msg('What do you have in mind?'),
  wayHint: msg('One sentence is enough.'),
  ways,
  meanings,

  done: {
    title: msg('Said in the thread'),
    said: msg('It is in the objection’s thread. {owner} says how the objection stands.', {
      owner: term,
    }),
  },

  watch: {
    title: msg('Something to watch'),
    intro: msg(
      'Your objection is then closed as a note, and your answer is consent with that note. ' +
        'If it should stop us, leave it open instead.',
    ),
    note: msg('What should we keep an eye on?'),
    hint: msg('We look at it again at the review.'),
    done: msg('Noted: it is now something to watch, and you consent to the proposal as it is.'),
  },

  sayIt: {
    button: msg('Help me say it'),
    hard: msg('Hard to put in words? Somebody can call you. You need not write anything.'),
    asked: msg('{who} will get in touch with you. You can close this, or go on writing.', {
      who: term,
    }),
  },

  talked: msg(
    'Noted: you would like to talk about it. {n, plural, =0 {It is said in its thread.} ' +
      'one {{people} hears of it.} other {{people} hear of it.}}',
    { people: term, n: num },
  ),
  adopted: msg(
    'Thank you. This objection is yours now, and you alone say how it stands. ' +
      'Nothing is decided while it is open.',
  ),
  wordingTaken: msg('Noted: these are now the words of your objection. Every wording is kept.'),
} as const;
