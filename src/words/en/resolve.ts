import { choice, lines, msg, num, term, text } from '../message.ts';

/** The states of a round, as docs/process.md §2.1 names them. */
const state = choice(
  'questions',
  'consent_open',
  'objections_open',
  'integrating',
  'waiting',
  'ready_to_close',
  'to_meeting',
  'parked',
  'passed_on',
  'escalated',
  'decided',
  'withdrawn',
  'void',
);

/** `/resolve`: which round, which way on, and one small step for it. */
export const resolve = {
  title: msg('Resolve a round'),
  help: msg(
    '`/resolve` shows every way on for the open rounds of your circle.\n' +
      '`/resolve P-31` goes straight to one round.\n' +
      '`/resolve sundays` finds an open round by its words.',
  ),
  whichRound: msg('*Which round is it?*'),
  choose: msg('Choose'),
  chooseRound: msg('Choose {number}: {title}', { number: term, title: text }),
  moreRounds: msg(
    '{n, plural, one {One more round is} other {{n, number} more rounds are}} open. ' +
      'Type `/resolve` and a word of its title.',
    { n: num },
  ),
  noneOpen: msg('No round is open in {circle}. Type `/propose` to begin one.', { circle: text }),
  noneOpenAnywhere: msg(
    'No round is open in your circles. To begin one, type `/propose` in a circle’s channel.',
  ),
  noCircle: msg(
    'You are not a deciding member of a circle yet. ' +
      'In a circle’s channel, `/circle` shows who can add you.',
  ),
  noneFound: msg('No open round has the words “{said}”. These are open:', { said: text }),
  unknownRound: msg(
    'There is no such round in your circles. Type `/resolve` to see the ones that are open.',
  ),
  decidersOnly: msg(
    'In {circle}, deciding members choose the way on. You can ask {facilitators} about it.',
    { circle: text, facilitators: term },
  ),

  round: msg('*{title}* · {number} · {circle}', { title: text, number: term, circle: text }),
  state: msg(
    '{state, select, questions {Questions and first thoughts} consent_open {Asking for consent} objections_open {Someone sees a problem} ' +
      'integrating {Working on an objection} waiting {Waiting} ready_to_close {Ready to close} ' +
      'to_meeting {At a meeting} parked {Parked} passed_on {Passed on} ' +
      'escalated {Asked more widely} decided {Decided} void {Opened by mistake} other {Taken back}}',
    { state },
  ),
  answerBy: msg('answer by {deadline}', { deadline: term }),
  deadlineWas: msg('the deadline was {deadline}', { deadline: term }),
  heardFrom: msg('heard from {heard, number} of {asked, number}', { heard: num, asked: num }),
  openObjections: msg('{n, plural, one {one open objection} other {{n, number} open objections}}', {
    n: num,
  }),

  next: {
    consentOpen: msg(
      'Next: {n, plural, one {one person} other {{n, number} people}} still to be heard.',
      { n: num },
    ),
    heardTooEarly: msg('Next: everyone consents. It can be closed from {from}.', { from: term }),
    objected: msg('Next: look at the objection together with {members}.', { members: term }),
    held: msg('Next: {members} asked for more time. You can ask what they need.', {
      members: term,
    }),
    waiting: msg(
      'Next: {n, plural, one {one person has} other {{n, number} people have}} not answered. ' +
        'Ask them, extend, take it to a meeting, or park it.',
      { n: num },
    ),
    tooFew: msg('Next: fewer than two people can answer. Park it, or wait for someone to be back.'),
    ready: msg('Next: everyone asked consents.'),
    closes: msg('{closers} can close it as decided.', { closers: term }),
    anyoneCloses: msg('Any member who decides can close it as decided, except {proposer}.', {
      proposer: term,
    }),
    atMeeting: msg('Next: after the meeting, take it up again or choose another way.'),
    parked: msg('Next: {step} ({who}, until {until})', { step: text, who: term, until: term }),
  },

  question: msg('Which way on?'),
  questionHint: msg('Nothing happens yet. The next step says what will happen.'),
  ways: {
    decide: msg('Close as decided'),
    publish_next_version: msg('Publish next version'),
    extend: msg('Extend the deadline'),
    shorten: msg('Shorten the deadline'),
    to_meeting: msg('Take it to a meeting'),
    record_meeting: msg('Record the meeting'),
    pass_on: msg('Pass it on'),
    escalate: msg('Ask more widely'),
    park: msg('Park it with a next step'),
    resume: msg('Take it up again'),
    withdraw: msg('Take the proposal back'),
    void: msg('It was a mistake'),
  },
  meanings: {
    decide: msg('Everyone asked has consented. The decision is recorded.'),
    publish_next_version: msg('A better text, or clearer words. You write it in the next step.'),
    extend: msg('Everyone gets more time. Answers stay as they are.'),
    shorten: msg('Something is urgent, and you say what. 24 hours are left at least.'),
    to_meeting: msg('Some things are easier in a conversation. The clock stops.'),
    record_meeting: msg('Who was there, and what came of it. The absent are still asked.'),
    pass_on: msg('Another circle looks after this. Ours waits for its answer.'),
    escalate: msg('The broader circle helps. Ours waits for its answer.'),
    park: msg('The clock stops until someone takes it up again.'),
    resume: msg('It goes on with the same version and a new deadline.'),
    void: msg('It was opened by mistake. Proposer and facilitator say so together.'),
    withdraw: msg('The round ends. Someone else may pick up the idea.'),
  },
  notNow: msg('*Not possible now*'),
  notNowBecause: msg('*{way}:* {reason}', { way: term, reason: term }),
  standsStill: msg('The round is parked, and stands still until it is taken up again.'),
  nothingNow: msg('No way on is open to you just now.'),
  chooseOne: msg('Please choose one way on.'),

  fields: {
    deadline: msg('New deadline'),
    deadlineHint: msg('In your own time zone. It has to be on a working day of the circle.'),
    deadlineLatest: msg('You can move it once, until {latest} at the latest.', { latest: term }),
    reason: msg('Why is more time needed?'),
    note: msg('What should the meeting look at?'),
    nextStep: msg('What is the next step?'),
    nextStepHint: msg('One thing that has to happen before we go on.'),
    who: msg('Who takes this step?'),
    whoHint: msg('Someone of the circle.'),
    untilOn: msg('Until when?'),
    untilHint: msg('On this day we look at it again.'),
    voidReason: msg('Why was it a mistake?'),
    voidHint: msg('Everyone reads it. One sentence is enough.'),
    withdrawReason: msg('Why do you take it back?'),
    withdrawHint: msg('It helps whoever picks up the idea.'),
  },
  missing: {
    deadline: msg('Please choose a day and a time.'),
    who: msg('Please choose who takes the next step.'),
    untilOn: msg('Please choose a day.'),
  },
  trying: msg('We try *{title}* until {review}. Then we look again. {owner} looks after it.', {
    title: text,
    review: term,
    owner: term,
  }),
  happens: {
    decide: msg(
      '*What will happen:* the decision gets its number, and the thread shows its record. ' +
        '{n, plural, one {One person who took part gets a message.} ' +
        'other {{n, number} people who took part get a message.}}',
      { n: num },
    ),
    extend: msg(
      '*What will happen:* the card and its thread show the new deadline. ' +
        'Nobody has to answer again. ' +
        'Whoever has not answered is reminded the day before.',
    ),
    shorten: msg(
      '*What will happen:* the thread shows the new deadline and your reason. ' +
        'Whoever has not answered gets a message. ' +
        'Everyone who is asked can put the time back with one tap.',
    ),
    to_meeting: msg(
      '*What will happen:* the clock stops, and the thread says so. ' +
        'People can still answer. Nothing is decided yet.',
    ),
    park: msg(
      '*What will happen:* the clock stops, and no answers are taken. ' +
        'The thread says so. Who takes the next step gets a message.',
    ),
    resume: msg(
      '*What will happen:* the round goes on, and the thread says until when. ' +
        'Answers and objections stand as they were.',
    ),
    void: msg(
      '*What will happen:* once proposer and facilitator both say so, the round ends. ' +
        'Until then it goes on. What was said stays in its history.',
    ),
    withdraw: msg(
      '*What will happen:* the round ends, and the thread says so with your reason. ' +
        'What was said stays in its history.',
    ),
  },

  notDone: msg('*Nothing was changed.* {reason}', { reason: term }),
  endedTitle: msg('This round has ended'),
  closedAlready: msg('This round is closed already: {member} closed it, {at}. We have {number}.', {
    member: term,
    at: term,
    number: term,
  }),
  closedAlone: msg('This round closed by itself, {at}, as our circle agreed. We have {number}.', {
    at: term,
    number: term,
  }),
  withdrawnAlready: msg('This proposal is taken back already: {member} did it, {at}.', {
    member: term,
    at: term,
  }),
  seeRecord: msg('The whole record: `/decisions {number}`', { number: term }),
  yourWords: msg('*What you wrote, for you to copy:*\n{said}', { said: lines }),
  doneTitle: msg('Done'),
  done: {
    decide: msg('We have a decision: {number}. Its record comes under the card in a moment.', {
      number: term,
    }),
    extend: msg('The new deadline is {deadline}. The card shows it in a moment.', {
      deadline: term,
    }),
    shorten: msg('The deadline is {deadline} now. Whoever has not answered gets a message.', {
      deadline: term,
    }),
    to_meeting: msg('It goes to a meeting. The clock stands still.'),
    park: msg('It is parked until {until}. {who} hears about the next step.', {
      until: term,
      who: term,
    }),
    resume: msg('The round goes on until {deadline}.', { deadline: term }),
    void: msg('It is marked as opened by mistake. What was said stays in its history.'),
    voidAsked: msg('The card says it, and who can agree. Until then the round goes on.'),
    withdraw: msg('You have taken the proposal back. Thank you for bringing it.'),
  },
} as const;
