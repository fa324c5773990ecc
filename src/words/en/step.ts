import { lines, msg, num, term, text } from '../message.ts';

/** The step “Questions and first thoughts”, before a round asks for answers (§2.1, §9). */
export const step = {
  heading: msg('*Questions and first thoughts*'),
  help: msg(
    'Ask anything to understand the idea. Then say in one or two sentences what you think. ' +
      'Nobody is asked for an answer yet.',
  ),
  helpShown: msg(
    'Ask anything to understand the idea. The first thoughts are shown. ' +
      'When everyone has nothing further, this step is over.',
  ),
  headingOver: msg('*Questions and first thoughts are over*'),
  helpOver: msg(
    'You can still ask, and you can object at any time. Nobody is asked for an answer yet.',
  ),
  frame: msg('Proposal by {proposer} · {circle} · text not fixed yet · {number}', {
    proposer: term,
    circle: text,
    number: term,
  }),
  untilField: msg('*Questions until*\n{at}', { at: term }),
  overField: msg('*Questions until*\nThis step is over'),
  thenField: msg('*Then: answer by*\n{at}', { at: term }),
  thenWindow: msg('*Then: answer by*\nOur usual time to answer'),
  sealed: msg(
    '{heard, number} of {asked, number} gave a first thought or have nothing further. ' +
      'First thoughts are shown all together.',
    { heard: num, asked: num },
  ),
  shown: msg('The first thoughts are in the thread, and under “Read all”.'),
  next: {
    talking: msg(
      'Next: you ask and think until {until}. {proposer} answers, and may change the text.',
      { until: term, proposer: term },
    ),
    openQuestions: msg(
      'Next: {proposer} answers {n, plural, one {the open question} ' +
        'other {the {n, number} open questions}}, and then says when the text is ready.',
      { proposer: term, n: num },
    ),
    ready: msg('Next: {proposer} says when the text is ready. Then everyone is asked.', {
      proposer: term,
    }),
    paused: msg('{by} takes this to a meeting. The clock stands still until we are back.', {
      by: term,
    }),
  },
  openTitle: msg('*Open questions*'),
  openOne: msg('{member} asks: {said}', { member: term, said: text }),
  forProposer: msg('For {proposer}:', { proposer: term }),
  skippedQuick: msg(
    'This round began without the question step: it is small, reversible, and reviewed soon. ' +
      'You can still ask.',
  ),
  skipped: msg('This round began without the question step. You can still ask.'),

  preview: {
    questions: msg('First come questions and first thoughts, until {until}.', { until: term }),
    thenReady: msg('Only when you say that the text is ready, people are asked.'),
    thenOpened: msg(
      'When you say that the text is ready, a facilitator reads it and opens it. ' +
        'Only then is anyone asked.',
    ),
  },

  thought: msg('Give a first thought'),
  nothingFurther: msg('I have nothing further'),
  answer: msg('Answer a question'),
  edit: msg('Edit the text'),
  ready: msg('Ready'),
  readySpoken: msg('Ready: fix the text and ask everyone'),
  readyTitle: msg('Is the text ready?'),
  readyText: msg('It becomes version 1 and cannot be edited any more. Then everyone is asked.'),
  readyYes: msg('Yes, ask everyone'),
  readyNo: msg('Not yet'),

  spokenHow: msg(
    'You can ask a question, give a first thought, say that you have nothing further, ' +
      'or object. You can also read all.',
  ),
  spokenHowShown: msg(
    'You can ask a question, say that you have nothing further, or object. ' +
      'You can also read all.',
  ),

  form: {
    thoughtTitle: msg('First thoughts'),
    thoughtIntro: msg('Your first thought about “{title}”.', { title: text }),
    thoughtLabel: msg('What do you like? What worries you?'),
    thoughtHint: msg('One or two sentences. Nobody answers them.'),
    thoughtSealed: msg(
      'Nobody sees it before all are shown together, with names. Until then you can change it.',
    ),
    answerTitle: msg('Answer a question'),
    answerWhich: msg('Which question?'),
    answerOption: msg('{said}', { said: text }),
    answerLabel: msg('Your answer'),
    answerHint: msg('It is posted under the proposal.'),
    answerNone: msg('No question is open just now. You get a message for each new one.'),
    editTitle: msg('Edit the text'),
    editIntro: msg('Until you say “Ready”, you can change everything as often as you like.'),
  },
  thanks: {
    title: msg('Thank you'),
    thought: msg('Your first thought is kept. It is shown together with those of the others.'),
    thoughtNext: msg('No more questions? Then tell us, so that nobody waits for you.'),
    nothingFurther: msg('Noted: you have nothing further about “{title}” just now.', {
      title: text,
    }),
    objectStill: msg('If you see a problem, you can object at any time.'),
    settled: msg(
      'Noted: this settles it for you. You are asked for an answer when the text is ready.',
    ),
    takenBack: msg(
      'Noted: your objection is taken back. You are asked for an answer when the text is ready.',
    ),
    answered: msg('Your answer is being posted under “{title}”.', { title: text }),
    edited: msg('The text of “{title}” is changed. The card shows it in a moment.', {
      title: text,
    }),
    begun: msg(
      'The text of “{title}” is now version 1. Everyone is asked until {deadline}. You are too.',
      { title: text, deadline: term },
    ),
  },

  thread: {
    questionNext: msg(
      '{proposer} answers with “Answer a question” on the card. ' +
        'Others can say here what they know. A question is not an objection.',
      { proposer: term },
    ),
    answered: msg('*{member} answers {asker}:*', { member: term, asker: term }),
    answeredOwn: msg('*{member} answers their own question:*', { member: term }),
    question: msg('The question was: {said}', { said: text }),
    thoughts: msg('*First thoughts*, all at once. Nobody needs to answer them.'),
    thoughtsNext: msg(
      'Nothing further? Press “I have nothing further” on the card. ' +
        'When everyone has, this step is over.',
    ),
    thoughtOf: msg('*{member}:*', { member: term }),
    moved: msg('We were out of reach for a while. Questions go on until {until}.', {
      until: term,
    }),
    movedAnew: msg('Questions go on until {until}.', { until: term }),
    begun: msg('*{member} says that the text is ready. It is now version 1.*', { member: term }),
    begunNext: msg('Everyone is asked now. Please answer by {deadline}, on the card.', {
      deadline: term,
    }),
    begunObjections: msg(
      '{n, plural, one {One objection from the question step is} ' +
        'other {{n, number} objections from the question step are}} open still.',
      { n: num },
    ),
  },
  direct: {
    asked: msg('{member} asks: {said}', { member: term, said: lines }),
    askedNext: msg('Next: answer it, before you say that the text is ready.'),
    askedNextWaiting: msg('Next: answer it. It does not hold up the opening.'),
    answered: msg('{member} answers your question: {said}', { member: term, said: lines }),
    answeredAs: msg('The answer: {said}', { said: lines }),
    answeredNext: msg('Is something still open for you? Then ask again.'),
    ended: msg('Questions and first thoughts are over. Is your text ready?'),
    endedNext: msg(
      'Next: answer what is open, change the text if you like, and press “Ready” on the card.',
    ),
    openQuestions: msg(
      '{n, plural, one {One question is} other {{n, number} questions are}} still open.',
      { n: num },
    ),
    idle: msg('Questions are over for two working days, and the text is not ready yet.'),
    idleNext: msg('Next: ask {proposer} what is missing. You can also take it to a meeting.', {
      proposer: term,
    }),
  },
  home: {
    waits: msg('questions and first thoughts until {until}', { until: term }),
    over: msg('the text is still to be fixed'),
    nextTalk: msg('Next: people ask and think. The proposer answers.'),
    nextReady: msg('Next: the proposer says on the card when the text is ready.'),
  },
  read: {
    questions: msg('*Questions*'),
    asked: msg('*{member} asked:* {said}', { member: term, said: lines }),
    replied: msg('*{member} answered:* {said}', { member: term, said: lines }),
    open: msg('Not answered yet.'),
    thoughts: msg('*First thoughts*'),
    thought: msg('*{member}:* {said}', { member: term, said: lines }),
  },

  refused: {
    inQuestions: msg(
      'This round is in its step of questions and first thoughts, until {until}. ' +
        'You are asked for an answer when the text is ready. An objection is possible now.',
      { until: term },
    ),
    begun: msg('The text is fixed, and everyone is asked now. Please answer on the card.'),
    thoughtsOver: msg(
      'First thoughts are over for this proposal. Please write in the thread, or ask a question.',
    ),
    stepOver: msg(
      'Questions and first thoughts are over for this proposal, and nobody waits for you. ' +
        'You can still ask a question, and object at any time.',
    ),
    proposer: msg(
      'First thoughts are for the others: this proposal is yours. ' +
        'You can answer questions and change the text.',
    ),
    notPreparer: msg(
      'The text is {proposer}’s: they answer questions, edit it and say when it is ready. ' +
        'You can ask, or write in the thread.',
      { proposer: term },
    ),
    draftEdited: msg(
      '{member} changed the text while you were writing, so yours was not kept. ' +
        'Copy what you wrote, press “Edit the text” again, and bring both together.',
      { member: term },
    ),
    unknownQuestion: msg('This question is not there. Please open the form again.'),
    notOver: msg(
      'Others may still ask and think, until {until}. ' +
        'It ends earlier when everyone has nothing further.',
      { until: term },
    ),
    questionsOpen: msg(
      '{n, plural, one {One question is} other {{n, number} questions are}} still open. ' +
        'Please answer first: press “Answer a question” on the card.',
      { n: num },
    ),
  },

  choose: {
    begins: msg('Anything to say before we start?'),
    beginsHint: msg('Questions first take two working days. Then your deadline counts.'),
    answers: msg('Start with the answers now'),
    answersHelp: msg('The card says so. People can still ask.'),
    questions: msg('Questions and first thoughts first'),
    questionsHelp: msg('You can change the text until it is ready.'),
    quick: msg('A quick round'),
    isQuick: msg('This is small, reversible and reviewed within 3 months'),
    quickHint: msg('Only a quick round may start without questions in this circle.'),
    reviewTooLate: msg(
      'A quick round is reviewed within 3 months. Please look again by {day}, or untick this.',
      { day: term },
    ),
    questionsFirst: msg(
      'Our circle begins with questions. Only a quick round may leave them out: tick it above.',
    ),
    stored: msg('First come questions and first thoughts, until {until}.', { until: term }),
  },
  circle: {
    label: msg('Questions and first thoughts'),
    ask: msg('The proposer chooses'),
    askHelp: msg('Each proposal says how it begins'),
    always: msg('Always first'),
    alwaysHelp: msg('Only a quick round may start without'),
    never: msg('Never'),
    neverHelp: msg('Rounds start with the answers'),
    rule: {
      ask: msg('The proposer chooses whether questions and first thoughts come first.'),
      always: msg('Questions and first thoughts come first. Only a quick round starts without.'),
      never: msg('Rounds start with the answers. Anyone may ask at any time.'),
    },
  },
} as const;
