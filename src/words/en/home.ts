import { msg, num, term, text } from '../message.ts';

/** A person's Home: what waits for them, what they look after, what comes up. */
export const home = {
  waiting: msg('Waiting for you'),
  nothingWaits: msg(
    'Nothing waits for you. {n, plural, =0 {No round is} one {One round is} ' +
      'other {{n, number} rounds are}} open in your circles.',
    { n: num },
  ),
  need: msg('Why: {need}', { need: term }),
  readAll: msg('Read all'),
  readRound: msg('Read all of {number}', { number: term }),
  facilitating: msg('You facilitate'),
  resolve: msg('Resolve'),
  resolveSpoken: msg('Resolve {number}: every way on', { number: term }),
  own: msg('Your proposals'),
  objections: msg('Your objections'),
  objection: msg('{round} · version {n, number}', { round: term, n: num }),
  objectionSaid: msg('You see a problem: {harm}', { harm: term }),
  objectionAsked: msg('This version is new. Does it settle your objection?'),
  closingToday: msg('Closing today'),
  lookAgain: msg('Look again soon'),
  decision: msg('*{number}* {title} · {owner} looks after it · {review}', {
    number: term,
    title: text,
    owner: term,
    review: term,
  }),
  overdue: msg('{line} · this day is over', { line: term }),
  openRecord: msg('Open'),
  openRecordSpoken: msg('Open the record of {number}', { number: term }),
  circles: msg('Your circles'),
  circle: msg(
    '*{name}* in {channel} · {n, plural, =0 {no open round} one {one open round} ' +
      'other {{n, number} open rounds}}',
    { name: text, channel: term, n: num },
  ),
  noCircles: msg(
    'Welcome. This app helps a circle decide by consent: someone proposes, and everyone is asked ' +
      '“any objection to trying this?”.',
  ),
  begin: msg('You are in no circle yet. To set one up, type `/circle` in its channel.'),
  more: msg('{n, plural, one {and one more} other {and {n, number} more}}', { n: num }),
  commands: msg(
    '`/propose` begins a round · `/resolve` shows every way on · ' +
      '`/decisions` finds what we decided',
  ),
} as const;
