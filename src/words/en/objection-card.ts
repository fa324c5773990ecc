import { choice, msg, num, term, text } from '../message.ts';

/** An objection's own message below the card, in whose thread it is worked on. */
export const objectionCard = {
  about: msg('{number} “{title}”, by {proposer} · objection to version {version, number}', {
    number: term,
    title: text,
    proposer: term,
    version: num,
  }),
  raisedBy: msg('{member} raised it, and {owner} has taken it on.', {
    member: term,
    owner: term,
  }),
  owner: msg('Owner: {owner}. Only the owner can say how it stands. It is fine to wait.', {
    owner: term,
  }),

  open: msg('*Open.* Nothing is decided while it is.'),
  next: msg('Next: {facilitators} and {owner} look at it together, here in the thread.', {
    facilitators: term,
    owner: term,
  }),
  nextAlone: msg('Next: the circle looks at it with {owner}, here in the thread.', {
    owner: term,
  }),
  settled: msg('*Settled by version {version, number}.* {owner} said so, {at}.', {
    version: num,
    owner: term,
    at: term,
  }),
  takenBack: msg('*Taken back* by {owner}, {at}.', { owner: term, at: term }),
  noted: msg('*Now something to watch.* {owner} said so, {at}. We look at it at the review.', {
    owner: term,
    at: term,
  }),
  lapsed: msg(
    '*Now something to watch.* Nobody could speak for it any more, {at}. ' +
      'Everyone is asked again, and it is looked at at the review.',
    { at: term },
  ),
  watch: msg('To watch: {note}', { note: text }),
  away: msg(
    '*Open.* {owner} {reason, select, left {has left the circle} on_leave {is on leave} ' +
      'other {has no account any more}}. ' +
      'A deciding member may take it on until {until}.',
    { owner: term, reason: choice('left', 'on_leave', 'deactivated'), until: term },
  ),
  awayThen: msg('If nobody does, it becomes something to watch and everyone is asked again.'),
  silent: msg(
    '*Open.* We have not heard from {owner} for a while. ' +
      'A deciding member may take it on, or we take it to a meeting. It stays open until then.',
    { owner: term },
  ),
  atRest: msg('The round is parked, so nothing moves just now.'),
  ended: msg('The round has ended: {number}.', { number: term }),
  endedWithdrawn: msg('The round has ended: the proposal was taken back.'),
  history: msg('How it went'),
  openCard: msg('The proposal and its answers'),
  talkAbout: msg('Talk about it'),

  watchIt: msg('Now something to watch'),
  talk: msg('Let’s talk'),
  help: msg('Help with this…'),
  adopt: msg('I take this objection on'),
  adoptTitle: msg('Take this objection on?'),
  adoptText: msg(
    'It is yours then: you work on it, and you alone say how it stands. ' +
      'Your answer in this round becomes this objection.',
  ),
  adoptYes: msg('I take it on'),
  adoptNo: msg('Not now'),
  adoptersDecide: msg(
    'People who decide in this circle may take an objection on: it becomes their answer. ' +
      'Ask one of them, or {facilitators}. You can also talk about it in its thread.',
    { facilitators: term },
  ),
  moved: msg('This objection has moved: {place}', { place: term }),
  movedPlace: msg('this message is the one that counts'),
} as const;
