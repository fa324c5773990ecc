import { choice, lines, msg, num, term, text } from '../message.ts';

/** The posts under a round's card, one at each step. */
export const thread = {
  about: msg('{number} “{title}”', { number: term, title: text }),
  question: msg('{proposer}, {member} asks:', { proposer: term, member: term }),
  ownQuestion: msg('{member} asks:', { member: term }),
  questionNext: msg('Anyone can answer here in the thread. A question is not an objection.'),

  harm: msg('*What could go wrong, or what are we missing?*'),
  effect: msg('*How would it affect people or our work?*'),
  remedy: msg('*What would make it OK?*'),
  harmSaid: msg('What could go wrong: {said}', { said: lines }),
  effectSaid: msg('How it would affect us: {said}', { said: lines }),
  remedySaid: msg('What would make it OK: {said}', { said: lines }),
  stillAnswer: msg('Others can still answer until {deadline}.', { deadline: term }),
  lateAnswer: msg('Others can still answer.'),
  settled: msg('*{member} says that the objection is settled.*', { member: term }),
  takenBack: msg('*{member} has taken the objection back.*', { member: term }),
  itWas: msg('It was: {said}', { said: text }),
  openLeft: msg(
    '{n, plural, one {One objection is} other {{n, number} objections are}} still open.',
    { n: num },
  ),
  noneLeft: msg('No objection is open now.'),
  takenBackNext: msg('{member} is asked for an answer again.', { member: term }),

  extended: msg(
    '{cause, select, silence {We have not heard from everyone yet, so there is more time.} ' +
      'hold {{member} needs more time, and we wait.} ' +
      'outage {The service was down for a while, so that time is given back.} ' +
      'member {{member} needs longer and moved the deadline.} ' +
      'other {{member} extended the deadline.}}',
    { cause: choice('silence', 'member', 'facilitator', 'hold', 'outage'), member: term },
  ),
  newDeadline: msg('*New deadline:* {deadline}. Answers given stay as they are.', {
    deadline: term,
  }),
  notSilence: msg('We are not counting silence as a yes.'),
  because: msg('Why: {reason}', { reason: lines }),

  closingOpened: msg('*Everyone asked consents, and the round is not closed yet.*'),
  closingOpenedNext: msg(
    'Any deciding member may close it now, except {proposer}: press “Resolve” on the card.',
    { proposer: term },
  ),

  decided: msg('*We have a decision: {number} {title}*', { number: term, title: text }),
  decidedBy: msg('Closed by {member}', { member: term }),
  decidedByCircle: msg('Closed by the circle’s own agreement'),
  looksAfter: msg('{owner} looks after it.', { owner: term }),
  wholeRecord: msg('The whole record: `/decisions {number}`', { number: term }),
  improved: msg('*What an objection looked at*'),
  watch: msg('*To watch*'),
  watched: msg('{member}: {note}', { member: term, note: lines }),

  withdrawn: msg('*{member} takes this proposal back.*', { member: term }),
  withdrawnNext: msg(
    'The round has ended. Any deciding member may take it over: the card has the button for it.',
  ),
  toMeeting: msg('*Let’s talk about this.* {member} takes it to a meeting.', { member: term }),
  toMeetingNote: msg('What to look at: {note}', { note: lines }),
  toMeetingNext: msg(
    'The clock stands still. People can still answer. ' +
      'After the meeting a facilitator presses “Record the meeting” on the card.',
  ),
  parked: msg('*{member} has parked this round until {until}.*', { member: term, until: term }),
  parkedStep: msg('Next step: {step}', { step: lines }),
  parkedNext: msg(
    '{who} takes the next step. The clock stands still, and no answers are taken until then.',
    { who: term },
  ),
  resumed: msg('*{member} takes the round up again.*', { member: term }),
  resumedNext: msg('Please answer by {deadline}. Answers and objections stand as they were.', {
    deadline: term,
  }),
} as const;
