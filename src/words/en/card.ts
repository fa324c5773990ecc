import { choice, lines, msg, num, term, text } from '../message.ts';

/** The card of a round that has not ended (docs/process.md §D2, §2.1, §9). */
export const card = {
  frame: msg('Proposal by {proposer} · {circle} · version {version} · {number}', {
    proposer: term,
    circle: text,
    version: num,
    number: term,
  }),
  why: msg('Why'),
  whatWeWouldDo: msg('What we would do'),
  shortened: msg('This is shortened. “Read all” further down has the whole text.'),
  readOn: msg('Read on'),
  fromTheStart: msg('From the start'),
  answerBy: msg('*Answer by*\n{at}', { at: term }),
  clockStill: msg('*Answer by*\nNo deadline while the clock stands still'),
  looksAfterIt: msg('*Looks after it*\n{owner}', { owner: term }),
  weLookAgain: msg('*We look again*\n{on}', { on: term }),
  replaces: msg('*Replaces*\n{what}', { what: text }),
  link: msg('*Supporting document*\n{link}', { link: term }),

  question: msg('*Any objection to trying this?*'),
  questionHelp: msg(
    'You do not have to love it. Is it good enough for now and safe enough to try?',
  ),
  onlyButtons: msg('Only the buttons count. An emoji or “+1” is not an answer.'),
  seeAnswers: msg('See answers'),
  resolve: msg('Resolve'),
  resolveSpoken: msg('Resolve: close, extend, take to a meeting, park'),

  heardFrom: msg('Heard from {heard} of {asked}', { heard: num, asked: num }),
  onLeave: msg('{n, number} on leave', { n: num }),
  gone: msg('{n, plural, one {one person has} other {# people have}} left the circle', { n: num }),
  silence: msg('Silence is not taken as a yes'),
  notHeardFrom: msg('We wait for {members}', { members: term }),
  hold: msg('{member} asked for more time until {until}', { member: term, until: term }),
  holdNeeds: msg('{hold}, and needs: {needs}', { hold: term, needs: text }),
  moved: msg(
    'The deadline has moved to {at}: {cause, select, ' +
      'silence {somebody was not heard yet} ' +
      'member {{by} asked for it} ' +
      'facilitator {{by} moved it} ' +
      'hold {{by} needs more time} ' +
      'outage {we were out of reach for a while} other {it was moved}}',
    { at: term, by: term, cause: choice('silence', 'member', 'facilitator', 'hold', 'outage') },
  ),

  state: {
    open: msg('Nothing is decided yet. Next: everyone who is asked answers, until {deadline}.', {
      deadline: term,
    }),
    heardEarly: msg(
      'Everyone has been heard, and no objection is open. Next: it can be closed from {from}.',
      { from: term },
    ),
    held: msg('Nothing is decided yet. Next: we wait for whoever asked for more time.'),
    tooFew: msg(
      'Fewer than two people can answer just now, so nothing can be decided. ' +
        'Next: {facilitators} may park it until more are back.',
      { facilitators: term },
    ),
    objections: msg(
      'Nothing is decided yet. Next: {people} {n, plural, one {looks} other {look}} ' +
        'at it together with the circle. Others can still answer until {deadline}.',
      { people: term, n: num, deadline: term },
    ),
    integrating: msg(
      'Nothing is decided yet. Next: {people} {n, plural, one {looks} other {look}} ' +
        'at it together with the circle. Only the person who sees the problem says when it is settled.',
      { people: term, n: num },
    ),
    leftBehind: msg(
      '{owner} {reason, select, left {has left the circle} on_leave {is on leave} ' +
        'other {has no account any more}}: a deciding member may take on what they raised, ' +
        'until {until}.',
      { owner: term, reason: choice('left', 'on_leave', 'deactivated'), until: term },
    ),
    stillCount: msg('Answers that are still to come count.'),
    waiting: msg(
      'The deadline was {deadline}. We wait for ' +
        '{n, plural, one {one more person} other {# more people}}, and every answer still counts. ' +
        'Next: they answer, or {facilitators} may find another way with “Resolve”.',
      { deadline: term, n: num, facilitators: term },
    ),
    heard: msg('Everyone has been heard, and no objection is open.'),
    ready: msg('Next: {closers} may close it.', { closers: term }),
    standInNow: msg('Any member who decides may close it now, except {proposer}.', {
      proposer: term,
    }),
    standIn: msg('From {from} any member who decides may close it, except {proposer}.', {
      from: term,
      proposer: term,
    }),
    closesAlone: msg('Next: it closes by itself, as our circle agreed.'),
    meeting: msg(
      '{by} takes this to a meeting. The clock stands still, and answers still count. ' +
        'Next: we talk, and then {facilitators} may take it up again.',
      { by: term, facilitators: term },
    ),
    meetingNote: msg('For the meeting: {note}', { note: text }),
  },

  spoken: {
    title: msg('{title} ({number})', { title: text, number: term }),
    answerBy: msg('Answer by {at}.', { at: term }),
    howTo: msg(
      'You can answer with three buttons: {consent}, {objection}, or {moreTime}. ' +
        'You can also read all, ask a question, or see the answers.',
      { consent: term, objection: term, moreTime: term },
    ),
    owner: msg('Looks after it: {owner}. We look again: {on}.', { owner: term, on: term }),
    replaces: msg('Replaces: {what}.', { what: text }),
    link: msg('Supporting document: {link}', { link: text }),
    why: msg('Why: {need}', { need: lines }),
    what: msg('What we would do: {proposal}', { proposal: lines }),
  },
} as const;
