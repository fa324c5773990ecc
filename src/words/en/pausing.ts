import { choice, lines, msg, num, term, text } from '../message.ts';

const kind = choice('passed_on', 'escalated');

/** Meetings, parked rounds that come back, and rounds that were handed on or taken over. */
export const pausing = {
  agenda: {
    title: msg('*For the meeting*'),
    why: msg('*Why*'),
    what: msg('*What we would do*'),
    objections: msg('*Open objections*'),
    noObjections: msg('No objection is open.'),
    objection: msg('{member} sees a problem: {harm}', { member: term, harm: lines }),
    effect: msg('How it would affect us: {said}', { said: lines }),
    remedy: msg('What would make it OK: {said}', { said: lines }),
    ideas: msg('*Questions and ideas so far*'),
    question: msg('{member} asks: {said}', { member: term, said: lines }),
    answer: msg('{member} answers: {said}', { member: term, said: lines }),
    thought: msg('First thought of {member}: {said}', { member: term, said: lines }),
    wording: msg('{member} suggests words for the objection of {owner}: {harm}', {
      member: term,
      owner: term,
      harm: lines,
    }),
    way: msg('{member} suggests a way on for the objection of {owner}: {way}', {
      member: term,
      owner: term,
      way: term,
    }),
    wayWith: msg('{member} suggests a way on for the objection of {owner}: {way}. {said}', {
      member: term,
      owner: term,
      way: term,
      said: lines,
    }),
    whole: msg('“Read all” has the whole text, and every objection, question and idea.'),
  },

  meetingForm: {
    title: msg('Record the meeting'),
    present: msg('Who was there?'),
    presentHint: msg('Everyone from the circle who took part, also yourself.'),
    outcome: msg('What came of it?'),
    outcomes: {
      consented: msg('Those who were there consent'),
      new_text: msg('A new text is wanted'),
      parked: msg('It is parked with a next step'),
      withdrawn: msg('The proposer takes it back'),
    },
    note: msg('What was said?'),
    noteHint: msg('Short is fine. Everyone in the circle reads it.'),
    chooseOne: msg('Please choose what came of it.'),
    deadline: msg('Until when may the others answer?'),
    summary: msg('{n, plural, one {One person was} other {{n, number} people were}} there.', {
      n: num,
    }),
    happens: {
      consented: msg(
        '*What will happen:* the consent of those who were there is recorded as given at the ' +
          'meeting, and each of them gets a message. The others are asked until the deadline. ' +
          'Open objections stay open: their owners are asked whether it is settled.',
      ),
      new_text: msg(
        '*What will happen:* the meeting is recorded, and the round goes on. ' +
          'Whoever may publish writes the new text in the next step. It asks everyone again.',
      ),
      parked: msg(
        '*What will happen:* the clock stops, and no answers are taken. ' +
          'Who takes the next step gets a message.',
      ),
      withdrawn: msg(
        '*What will happen:* the round ends as taken back by its proposer. ' +
          'Any deciding member may pick it up within seven days.',
      ),
    },
    done: msg('The meeting is recorded. The thread shows it.'),
    textNext: msg('Next: {proposer} writes the new text. The card has the button for it.', {
      proposer: term,
    }),
  },
  recorded: msg('*{member} recorded the meeting.* There were {people}.', {
    member: term,
    people: term,
  }),
  outcome: msg(
    '{outcome, select, consented {Those who were there consent, unless they said otherwise here.} ' +
      'new_text {A new text is wanted.} parked {It is parked.} other {It is taken back.}}',
    { outcome: choice('consented', 'new_text', 'parked', 'withdrawn') },
  ),
  said: msg('What was said: {said}', { said: lines }),
  draftNext: msg(
    'The text is still a draft, so no answers are recorded. Everyone is asked when it is ready.',
  ),
  absentNext: msg('Whoever was not there is still asked: please answer.'),
  newTextNext: msg('Next: {proposer} writes the new text. The card has the button for it.', {
    proposer: term,
  }),
  cardTextWanted: msg('*The meeting wants a new text.* Next: {proposer} writes it.', {
    proposer: term,
  }),
  objectionsNext: msg(
    '{n, plural, one {One objection stays} other {{n, number} objections stay}} open ' +
      'until {n, plural, one {its owner says} other {their owners say}} that it is settled.',
    { n: num },
  ),
  atMeeting: msg('{answer} (said at a meeting, written down by {by})', { answer: term, by: term }),
  course: msg('Meeting recorded {at} by {by}: {people} were there', {
    at: term,
    by: term,
    people: term,
  }),

  woke: msg(
    '*Its day has come.* Next: {who} says how it went. Then {people} may take it up again.',
    { who: term, people: term },
  ),
  backToo: msg('{proposer} may also take it back.', { proposer: term }),
  takeUp: msg('Take it up again'),
  takeBack: msg('Take back'),
  recordMeeting: msg('Record the meeting'),

  takeOver: msg('Take it over'),
  takeOverUntil: msg('Any deciding member may take it over until {until}.', { until: term }),
  takeOverConfirm: {
    title: msg('Take it over?'),
    text: msg('You become its proposer. Everyone is asked again, and earlier answers are kept.'),
  },
  takenOver: msg('*{member} takes this proposal over.* The round is open again.', {
    member: term,
  }),
  takenOverNext: msg('Please answer by {deadline}. Earlier answers are kept, to confirm.', {
    deadline: term,
  }),
  takenOverDone: msg('You are its proposer now. The round is open until {deadline}.', {
    deadline: term,
  }),
  takenOverDraft: msg(
    'You are its proposer now. {opens, select, ' +
      'facilitator {When a facilitator opens it, everyone is asked.} ' +
      'other {You answer the questions, and may change the text. When you say that it is ready, ' +
      'everyone is asked.}}',
    { opens: choice('facilitator', 'proposer') },
  ),

  handOn: {
    title: {
      pass_on: msg('Pass it on'),
      escalate: msg('Ask more widely'),
    },
    circle: msg('Which circle is it for?'),
    circleHint: msg('Circles that you belong to.'),
    place: {
      pass_on: msg('Or another one, by its name'),
      escalate: msg('Whom do we ask?'),
    },
    placeHint: msg('The circle or group, in your own words.'),
    channel: msg('A channel that gets the summary'),
    channelHint: {
      pass_on: msg(
        'Only if I am in it. Empty: a circle chosen above gets it in its own channel, others nothing.',
      ),
      escalate: msg('Only if I am in it. Leave it empty to tell nobody.'),
    },
    reason: msg('Why is it theirs?'),
    summary: msg('What they may read'),
    summaryHint: msg('Only this leaves the circle: no answers, no names, no thread.'),
    happens: msg(
      '*What will happen:* the clock stops, and the thread and the proposer are told. ' +
        'Nothing is decided here until the answer came back.',
    ),
    done: msg('It goes to {to}. When the answer came back, take the round up again.', {
      to: term,
    }),
    choosePlace: {
      pass_on: msg('Please choose a circle or a channel, or write whom it goes to.'),
      escalate: msg('Please write whom we ask, or choose a channel.'),
    },
  },
  handedOn: msg(
    '{kind, select, passed_on {*{member} passes this on to {to}.*} ' +
      'other {*{member} asks {to} about this.*}}',
    { kind, member: term, to: term },
  ),
  because: msg('Why: {reason}', { reason: lines }),
  handedOnNext: msg(
    'The clock stands still. When the answer came back, a facilitator presses ' +
      '“Take it up again” on the card.',
  ),
  cardHandedOn: msg(
    '{kind, select, passed_on {Passed on to {to}} other {{to} was asked}}. ' +
      'The clock stands still. Next: {facilitators} take it up again when the answer came back.',
    { kind, to: term, facilitators: term },
  ),
  lineHandedOn: msg('Next: the answer of {to}, then take it up again.', { to: term }),
  answerLabel: msg('What came back?'),
  answerHint: msg('Everyone in the circle reads it.'),
  cameBack: msg('*The answer came back:* {said}', { said: lines }),
  summaryUnposted: msg(
    'The summary of *{title}* ({number}) could not be posted in {channel}, so nobody there knows. ' +
      'The round waits all the same.',
    { title: text, number: term, channel: term },
  ),
  summaryUnpostedNext: msg(
    'Please bring it there yourself; here is its text. ' +
      'Or invite me there, take the round up again, and hand it on once more.',
  ),
  summaryFrom: msg('*{circle} asks for your help*', { circle: text }),
  summaryNext: msg('Please answer to {member}, who takes it back to the circle.', {
    member: term,
  }),

  direct: {
    woke: msg('This round was parked until today. Next step: {step}', { step: lines }),
    wokeHow: msg('{who} had the next step, and says how it went.', { who: term }),
    wokeNext: msg('Is it done? Then take it up again.'),
    wokeBack: msg('Is it done? Then take it up again, or take it back.'),
    wokeAsk: msg('How did it go? Say so in the thread of the card. Then {people} may take it up.', {
      people: term,
    }),
    met: msg(
      'You were at the meeting, so your consent is recorded as given there by {member}. ' +
        'Not right? Change it here.',
      { member: term },
    ),
    metObjection: msg(
      '{member} recorded a meeting about this. Your objection is still open. ' +
        'Does what was said settle it for you? Only you can say.',
      { member: term },
    ),
    metProposer: msg('{member} recorded the meeting about your proposal.', { member: term }),
    newText: msg('A new text is wanted. Next: write it here. Nothing is lost if you do it later.'),
    newTextThere: msg('A new text was wanted, and it is there already. Please look at it.'),
    handedOn: msg(
      '{member} {kind, select, passed_on {passes this on to {to}} ' +
        'other {asks {to} about this}}. It is your proposal.',
      { kind, member: term, to: term },
    ),
    handedOnNext: msg('Nothing is decided yet. The clock stands still until the answer came back.'),
    takenOver: msg('{member} has taken this proposal over, and the round is open again.', {
      member: term,
    }),
    takenOverNext: msg('Your earlier answer is kept. Please confirm or change it by {deadline}.', {
      deadline: term,
    }),
    takenOverDraftObjector: msg(
      'Your objection is still open. Only you can say whether it is settled.',
    ),
    takenOverObjector: msg(
      'Your objection is still open. Only you can say whether it is settled. ' +
        'Please answer by {deadline}.',
      { deadline: term },
    ),
  },
} as const;
