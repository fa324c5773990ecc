import { choice, lines, msg, num, term, text } from '../message.ts';

/** What is said while an objection is worked on: in its thread, to one person, and in the record. */
export const objectionWork = {
  thread: {
    clarity: msg('{owner}, {member} asks for clarity:', { owner: term, member: term }),
    aimLink: msg('{owner}, {member} asks how this links to our aim: which part does it touch?', {
      owner: term,
      member: term,
    }),
    aim: msg('Our aim: {aim}', { aim: text }),
    wording: msg('{owner}, {member} suggests this wording:', { owner: term, member: term }),
    wordingNext: msg('It is a suggestion. Only {owner} can take it as their own words.', {
      owner: term,
    }),
    accept: msg('These are my words'),
    way: msg('{member} suggests a way on: *{way}*', { member: term, way: term }),
    wayNext: msg('{owner} and {proposer}, what do you think? Others can say so here too.', {
      owner: term,
      proposer: term,
    }),
    talk: msg('*Let’s talk.* {member} proposes a call with {others}.', {
      member: term,
      others: term,
    }),
    talkAlone: msg('*Let’s talk.* {member} proposes a call about this.', { member: term }),
    talkNext: msg('When would suit you? Some things are easier in a conversation.'),
    reworded: msg('{member} has put it in other words, as the message above shows.', {
      member: term,
    }),
    settled: msg('{member} says that version {version, number} settles it.', {
      member: term,
      version: num,
    }),
    takenBack: msg('{member} has taken it back.', { member: term }),
    stands: msg('{member} looked at version {version, number}: not settled yet.', {
      member: term,
      version: num,
    }),
    standsAgain: msg('{member} says that it still stands.', { member: term }),
    noted: msg('{member} has turned it into something to watch: {note}', {
      member: term,
      note: lines,
    }),
    away: msg(
      '{member} {reason, select, left {has left the circle} on_leave {is on leave} ' +
        'other {has no account any more}}. ' +
        'Until {until}, a deciding member may take this objection on, in the message above.',
      { member: term, reason: choice('left', 'on_leave', 'deactivated'), until: term },
    ),
    adopted: msg('{member} takes this objection on. It was raised by {first}.', {
      member: term,
      first: term,
    }),
    lapsed: msg(
      'Nobody took it on, so it is now something to watch. Everyone is asked again, by {deadline}.',
      { deadline: term },
    ),
  },

  under: {
    raised: msg('*{member} sees a problem.* {link}', { member: term, link: term }),
    raisedNoLink: msg('*{member} sees a problem.* It has a message of its own below the card.', {
      member: term,
    }),
    talk: msg('Talk about it in its thread'),
    noted: msg('*{member} has turned the objection into something to watch:* {note}', {
      member: term,
      note: text,
    }),
    adopted: msg('*{member} takes on the objection that {first} raised.* It stays open.', {
      member: term,
      first: term,
    }),
    lapsed: msg(
      '*The objection of {member} is now something to watch:* nobody could speak for it any more.',
      { member: term },
    ),
    askedAgain: msg(
      'The text is as it was, and everyone is asked again. Please answer by {deadline}.',
      { deadline: term },
    ),
  },

  direct: {
    openThread: msg('Open the objection'),
    clarity: msg('{member} would like to understand your objection better:', { member: term }),
    clarityNext: msg(
      'Next: answer in its thread, and press “{stands}”, so that we know you are there. ' +
        'Or press “Reword it”. Short is fine.',
      { stands: term },
    ),
    aimLink: msg('{member} asks how your objection links to our aim.', { member: term }),
    aimLinkNext: msg(
      'Next: say in its thread which part of the aim it touches. ' +
        'Then press “{stands}”, so that we know you are there.',
      { stands: term },
    ),
    wording: msg('{member} suggests words for your objection. You need not take them.', {
      member: term,
    }),
    wordingNext: msg('Next: look in its thread. With one tap they are yours.'),
    talk: msg('{member} would like to talk about the objection of {owner}.', {
      member: term,
      owner: term,
    }),
    talkYours: msg('{member} would like to talk about your objection.', { member: term }),
    talkTheirs: msg('{member} would like to talk about their objection.', { member: term }),
    talkNext: msg('Next: find a time together, in the objection’s thread or wherever you like.'),
    help: msg('{member} sees a problem and would like help to say it.', { member: term }),
    helpNext: msg(
      'Next: call {member}. You can write it together, and they send it in their own name.',
      { member: term },
    ),
    contacted: msg('Your objection is still open, and we have not heard from you for a while.'),
    contactedNext: msg(
      'Next: say how it stands, here or on its message. ' +
        '“{stands}” is enough: then we know that you are there.',
      { stands: term },
    ),
    contactedAgain: msg(
      'From now on another member may take it on. ' +
        'Once you say how it stands, it is yours alone again.',
    ),
    stands: msg('{member} says that their objection still stands.', { member: term }),
    call: msg('{owner} has not been heard from about their objection for a while.', {
      owner: term,
    }),
    callNext: msg('Next: call {owner}. It stays open, and nothing happens to it by itself.', {
      owner: term,
    }),
    callAgain: msg(
      'Next: call {owner} once more. A member may take the objection on now, or take it to a ' +
        'meeting. It stays open.',
      { owner: term },
    ),
    away: msg(
      '{owner} {reason, select, left {has left the circle} on_leave {is on leave} ' +
        'other {has no account any more}}, and their objection is open.',
      { owner: term, reason: choice('left', 'on_leave', 'deactivated') },
    ),
    awayNext: msg(
      'Next: ask who takes it on, until {until}. ' +
        'If nobody does, it becomes something to watch and everyone is asked again.',
      { until: term },
    ),
    adopted: msg(
      '{member} has taken on your objection, so that it is looked after. ' +
        'It stays open, and {member} says now how it stands.',
      { member: term },
    ),
    adoptedNext: msg('Next: talk with {member}, or write in its thread what we should know.', {
      member: term,
    }),
    adoptedAsked: msg('You are asked for an answer of your own again, and may object again.'),
    lapsed: msg('The objection of {owner} is now something to watch: {note}', {
      owner: term,
      note: lines,
    }),
    lapsedNext: msg('Nobody could speak for it any more, so you are asked again, by {deadline}.', {
      deadline: term,
    }),
    lapsedBefore: msg('What you answered before is kept, and does not count for you.'),
  },

  ledger: {
    heading: msg('*How it went*'),
    closed: msg('*Objections that are closed*'),
    raised: msg('{at}: raised by {member}', { at: term, member: term }),
    reworded: msg('{at}: put in other words by {member}', { at: term, member: term }),
    clarity: msg('{at}: {member} asked for clarity: {said}', {
      at: term,
      member: term,
      said: text,
    }),
    aimLink: msg('{at}: {member} asked how it links to the aim', { at: term, member: term }),
    wording: msg('{at}: {member} suggested a wording: {said}', {
      at: term,
      member: term,
      said: text,
    }),
    way: msg('{at}: {member} suggested: {way}', { at: term, member: term, way: term }),
    wayWith: msg('{at}: {member} suggested: {way}: {said}', {
      at: term,
      member: term,
      way: term,
      said: text,
    }),
    talk: msg('{at}: {member} asked to talk', { at: term, member: term }),
    contacted: msg('{at}: its owner was written to', { at: term }),
    away: msg('{at}: its owner was away', { at: term }),
    back: msg('{at}: its owner was back', { at: term }),
    adopted: msg('{at}: taken on by {member}', { at: term, member: term }),
    stands: msg('{at}: {member} said of version {version, number}: not settled yet', {
      at: term,
      member: term,
      version: num,
    }),
    standsAgain: msg('{at}: {member} said that it still stands', { at: term, member: term }),
    settled: msg('{at}: {member} said that version {version, number} settles it', {
      at: term,
      member: term,
      version: num,
    }),
    takenBack: msg('{at}: taken back by {member}', { at: term, member: term }),
    noted: msg('{at}: {member} made it something to watch: {said}', {
      at: term,
      member: term,
      said: text,
    }),
    lapsed: msg('{at}: something to watch, because nobody took it on. Everyone was asked again', {
      at: term,
    }),
  },
} as const;
