import { choice, lines, msg, num, term, text } from '../message.ts';

/** `/decisions`: the list of what was decided, and the whole record of each. */
export const decision = {
  title: msg('Decision'),
  help: msg(
    '`/decisions` lists what your circle decided, newest first.\n' +
      '`/decisions opening hours` finds decisions by their words.\n' +
      '`/decisions D-12` shows the whole record of one.',
  ),
  listOfCircle: msg('*What {circle} decided*', { circle: text }),
  listOfAll: msg('*What your circles decided*'),
  listFound: msg('*Decisions with the words “{said}”*', { said: text }),
  line: msg('*{number}* {title}\n{owner} looks after it · we look again on {review}', {
    number: term,
    title: text,
    owner: term,
    review: term,
  }),
  more: msg('There are more. Type `/decisions` and a word of the one you look for.'),
  none: msg('Nothing is decided here yet. Type `/propose` to begin a round.'),
  noneFound: msg('No decision of your circles has the words “{said}”.', { said: text }),
  noCircle: msg(
    'You are in no circle yet. In a circle’s channel, `/circle` shows who can add you.',
  ),
  unknown: msg('There is no such decision in your circles. Type `/decisions` to see those there.'),
  open: msg('Open the record'),
  chooseOne: msg('Open a record'),
  option: msg('{number} {title}', { number: term, title: text }),

  name: msg('{number} {title}', { number: term, title: text }),
  /** The outcome line: exactly this form, docs/process.md §4.1. */
  outcome: msg(
    'Decided by consent, v{version, number}, {answered, number} of {asked, number} answered',
    { version: num, answered: num, asked: num },
  ),
  tryUntil: msg('We try it until {review}. Then we look again.', { review: term }),
  need: msg('*Why*'),
  what: msg('*What we do*'),
  owner: msg('*Looks after it*\n{owner}', { owner: term }),
  review: msg('*We look again*\n{review}', { review: term }),
  replaces: msg('*Replaces*\n{what}', { what: text }),
  circle: msg('*Circle*\n{circle}', { circle: text }),
  aim: msg('*Our aim*\n{aim}', { aim: text }),
  proposedBy: msg('*Proposed by*\n{member}', { member: term }),

  answers: msg('*Who was asked, and what they answered*'),
  consented: msg('{member}: Consent · OK to try, {at}', { member: term, at: term }),
  excused: msg(
    '{member}: {reason, select, left {left the circle} on_leave {was on leave} ' +
      'own_wish {left out by their own wish} other {the account was closed}}, not waited for',
    { member: term, reason: choice('left', 'on_leave', 'deactivated', 'own_wish') },
  ),
  watch: msg('*To watch*'),
  watched: msg('{member}: {note}', { member: term, note: lines }),
  objections: msg('*Objections, and how each one ended*'),
  noObjections: msg('Nobody objected.'),
  objection: msg('*{member} saw a problem* ({at}, version {version, number})', {
    member: term,
    at: term,
    version: num,
  }),
  harm: msg('What could go wrong: {said}', { said: lines }),
  effect: msg('How it would affect us: {said}', { said: lines }),
  remedy: msg('What would make it OK: {said}', { said: lines }),
  settled: msg('{member} said that it is settled, {at}.', { member: term, at: term }),
  takenBack: msg('{member} took it back, {at}.', { member: term, at: term }),

  course: msg('*How it went*'),
  opened: msg('Opened {at} by {member}', { at: term, member: term }),
  version: msg('Version {n, number} published {at} by {member}', {
    n: num,
    at: term,
    member: term,
  }),
  extended: msg(
    'Deadline moved {at} to {deadline}: {cause, select, silence {someone was still silent} ' +
      'hold {someone needed more time} outage {the service was down} ' +
      'member {{member} needed longer} other {{member} extended it}}',
    {
      at: term,
      deadline: term,
      member: term,
      cause: choice('silence', 'member', 'facilitator', 'hold', 'outage'),
    },
  ),
  extensionReason: msg('{extension} (“{reason}”)', { extension: term, reason: text }),
  held: msg('{member} asked for more time {at}, until {until}', {
    at: term,
    member: term,
    until: term,
  }),
  heldAgain: msg('{member} asked for more time once more {at}, until {until}', {
    at: term,
    member: term,
    until: term,
  }),
  deadline: msg('Deadline at the end: {deadline}', { deadline: term }),
  closedBy: msg('Closed {at} by {member}', { at: term, member: term }),
  closedByCircle: msg('Closed {at} by the circle’s own agreement', { at: term }),
  silence: msg('Silence was not taken as a yes: everyone asked had to answer.'),
  thread: msg('The card and its thread'),
} as const;
