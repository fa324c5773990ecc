import { choice, lines, msg, num, term, text } from '../message.ts';

/** A next version: what it changes, whom it asks, and what people say of it (§D6, §2.6). */
export const version = {
  changed: msg('*Version {n, number}: what changed*', { n: num }),
  compare: msg('Whole comparison'),
  compareSpoken: msg('Compare version {n, number} with the one before', { n: num }),
  marks: msg('Old words are struck through, and new words are bold.'),
  placeByPlace: msg('*Place by place*'),
  inField: {
    proposal: msg('What we would do'),
    title: msg('Title'),
    need: msg('Why'),
    owner: msg('Looks after it'),
    reviewOn: msg('We look again'),
    link: msg('Supporting document'),
  },
  replaced: msg('was: “{was}” now: “{now}”', { was: text, now: text }),
  added: msg('new: “{now}”', { now: text }),
  removed: msg('gone: “{was}”', { was: text }),
  moved: msg('{field}, was: {was} now: {now}', { field: term, was: term, now: term }),
  inPlace: msg('{field}, {change}', { field: term, change: term }),
  nothing: msg('none'),
  formatted: msg('The words are the same. Only their form changed.'),
  documentChanged: msg('The linked document changed. Please read it again: {link}', { link: term }),
  morePlaces: msg(
    '{n, plural, one {One more place} other {{n, number} more places}} changed: ' +
      '“Whole comparison” shows all.',
    { n: num },
  ),

  kept: msg('Answers to earlier versions are kept as history.'),
  toConfirm: msg(
    '{n, plural, =0 {Everyone has looked at this version.} one {One person please confirms.} ' +
      'other {{n, number} people please confirm.}}',
    { n: num },
  ),
  askedFirst: msg('{members} {n, plural, one {is} other {are}} asked first.', {
    members: term,
    n: num,
  }),
  wordingOnly: msg('Only the wording changed, so answers stand.'),
  challengeUntil: msg('Whoever answered before may say until {until} that it is more than that.', {
    until: term,
  }),
  challenge: msg('This changes it for me'),
  challengedBy: msg('{member} said that the new wording changes it for them.', { member: term }),
  challengeNoted: msg(
    'Noted: version {n, number} of “{title}” changes it for you. ' +
      'Everyone is asked again, until {deadline}. What is your answer to it?',
    { n: num, title: text, deadline: term },
  ),
  staleAnswer: msg('{answer} (to version {n, number}, to confirm)', { answer: term, n: num }),

  notYet: msg('Not yet'),
  settles: msg('*Does this settle it for you?*'),
  stands: msg(
    'Noted: version {n, number} of “{title}” does not settle it for you yet. ' +
      'Your objection stays open. Next: we look at it together.',
    { n: num, title: text },
  ),

  publish: msg('Publish next version'),
  publishSpoken: msg('Publish next version of the proposal'),
  stuck: msg(
    '*Three versions have not brought us together.* Let’s change the way we work on it. ' +
      'First a call of the facilitator, the proposer and whoever sees a problem. ' +
      'Then a meeting of the circle. Then a helping circle of two or three people. ' +
      'Then the broader circle. Until then we go on as before.',
  ),

  ladder: {
    afterTwo: msg(
      '*Two versions have not brought us together.* As a facilitator you may offer another way.',
    ),
    steps: {
      call: msg('Propose a call'),
      meeting: msg('Take it to a meeting'),
      helpers: msg('A helping circle'),
      broader: msg('Ask the broader circle'),
    },
    helpersStep: msg(
      'Two or three people look for a text that answers the objection, and bring it to a meeting.',
    ),
    called: msg(
      'Noted: you propose a call{n, plural, =0 {} one { with {people}} other { with {people}}}. ' +
        'The facilitators hear of it.',
      { people: term, n: num },
    ),
  },

  form: {
    title: msg('Publish next version'),
    submit: msg('Publish'),
    intro: msg('This becomes version {n, number} of *{title}*.', { n: num, title: text }),
    afterMeeting: msg('*The meeting is recorded.* You can write the new text now, or later.'),
    saidAtMeeting: msg('*What was said at the meeting:* {said}', { said: lines }),
    change: msg('What kind of change is it?'),
    changeHint: msg('What, who, how much, when or how long is always substance.'),
    substance: msg('It changes what we would do'),
    substanceMeaning: msg('Everyone is asked again, for three working days.'),
    wording: msg('Only the wording'),
    wordingMeaning: msg('Answers stand. Everyone who answered is told.'),
    answers: msg('Which objections does it answer?'),
    answersHint: msg('Only the person who raised one says whether it is settled.'),
    link: msg('Supporting document'),
    linkHint: msg('The address of a page or file, for example a plan or a budget.'),
    linked: msg('The linked document'),
    linkedChanged: msg('What is written in it changed'),
    agrees: msg('The proposer'),
    agreesYes: msg('The proposer agrees that I publish this'),
    happens: msg(
      '*What will happen:* the thread shows what changed. ' +
        'Whoever objects is asked first whether it settles it for them.',
    ),
    done: msg('Version {n, number} is published.', { n: num }),
    doneAsked: msg('Everyone is asked until {deadline}. The card shows it in a moment.', {
      deadline: term,
    }),
    doneWording: msg(
      'Answers stand. Everyone who answered is told, and may say for 48 hours that it is more.',
    ),
  },

  thread: {
    published: msg('{member} has published version {n, number}.', { member: term, n: num }),
    agreed: msg('{member} says that {proposer} agrees.', { member: term, proposer: term }),
    away: msg('{proposer} is away or has left.', { proposer: term }),
    answers: msg('It means to answer what {members} raised.', { members: term }),
    asked: msg(
      'Everyone is asked again, until {deadline}. Earlier answers are kept as history: ' +
        'please look at the change and answer again.',
      { deadline: term },
    ),
    challenged: msg('{member} says: this changes it for me. So it is a change of substance.', {
      member: term,
    }),
    stands: msg('{member} has looked at version {n, number}: not settled yet.', {
      member: term,
      n: num,
    }),
    standsNext: msg('Nothing is decided. Next: look at it together.'),
  },

  direct: {
    objector: msg('Version {n, number} is published. You are asked first.', { n: num }),
    yourObjection: msg('You saw this problem: {said}', { said: text }),
    onlyYou: msg('Only you can say. It is fine to say “not yet”.'),
    wording: msg('{member} has changed the wording. Your answer stands.', { member: term }),
    agreed: msg(
      '*{member} has published version {n, number} of your proposal, and says that you agree.*',
      { member: term, n: num },
    ),
    forYou: msg('*{member} has published version {n, number} of your proposal.*', {
      member: term,
      n: num,
    }),
    yourWays: msg(
      'Is it not right for you? {ways, select, ' +
        'publish {You can publish the next version, object, or take the proposal back.} ' +
        'other {You can object, or take the proposal back.}}',
      { ways: choice('publish', 'others') },
    ),
    challenged: msg(
      '{member} said that the new wording changes it for them. Everyone is asked again.',
      { member: term },
    ),
    stands: msg('{member} says that version {n, number} does not settle it yet.', {
      member: term,
      n: num,
    }),
    standsNext: msg('Next: talk with them. Ask what is still missing.'),
  },

  nudge: {
    had: msg(
      '{answer, select, consent {You had no objection to version {n, number}.} ' +
        'objection {You saw a problem in version {n, number}.} ' +
        'other {You asked for more time for version {n, number}.}}',
      { answer: choice('consent', 'objection', 'more_time'), n: num },
    ),
    whatChanged: msg('Here is what changed.'),
    newSince: msg('There is a new version since you answered.'),
    sameSince: msg('Everyone is asked again since you answered.'),
    takenOver: msg('The text is the same. {proposer} brings it now, so everyone is asked again.', {
      proposer: term,
    }),
    leftBehind: msg(
      'The text is the same. An objection became something to watch, so everyone is asked again.',
    ),
    confirm: msg('Please confirm your answer, or change it.'),
  },

  record: {
    substance: msg('Version {n, number}, {at}, by {member}: everyone was asked.', {
      n: num,
      at: term,
      member: term,
    }),
    wording: msg('Version {n, number}, {at}, by {member}: wording only, answers stood.', {
      n: num,
      at: term,
      member: term,
    }),
    improved: msg('What it improved (version {n, number}): {changes}', { n: num, changes: term }),
    confirmed: msg('{member} confirmed that this settles it.', { member: term }),
  },

  refused: {
    notPublisher: msg(
      'The proposer writes the next version: that is {proposer}. ' +
        'A facilitator may with their agreement. ' +
        'Tell {proposer} what would help, or ask {facilitators}.',
      { proposer: term, facilitators: term },
    ),
    notPublisherAlone: msg(
      'The proposer writes the next version: that is {proposer}. ' +
        'Tell {proposer} what would help, or write it in the thread.',
      { proposer: term },
    ),
    tooMany: msg(
      'There have been {max, number} versions in one go, and that is what our rules give. ' +
        'Please change the way: have a call, take it to a meeting, ask two or three people ' +
        'to help, or ask the broader circle.',
      { max: num },
    ),
    newer: msg(
      'Version {n, number} was published while you were writing, so yours was not. ' +
        'What you wrote is still here: copy it, close this, and open the form again.',
      { n: num },
    ),
    older: msg(
      'This message is older than version {n, number}, so nothing was recorded. ' +
        'Please look at version {n, number} now. What do you say to it?',
      { n: num },
    ),
    stillHere: msg(
      'Your version was not published. What you wrote is still here: copy it before you close this.',
    ),
    agreement: msg(
      '{proposer} wrote this proposal. Please ask them first, and then tick that they agree.',
      { proposer: term },
    ),
    incomplete: msg('Some fields still need something. Please look at each of them.'),
    nothing: msg('Nothing has changed yet. Please change the text, or close this.'),
    substance: msg(
      'Who looks after it, when we look again or the linked document changed. ' +
        'That is more than wording: please choose that it changes what we would do.',
    ),
    nothingToChallenge: msg(
      'There is no change of wording here that your earlier answer would stand for. ' +
        'You can change your answer on the card.',
    ),
    challengeOver: msg(
      'This could be said until {until}. You can still change your answer on the card, or object.',
      { until: term },
    ),
  },
} as const;
