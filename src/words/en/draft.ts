import { msg, num, term, text } from '../message.ts';

/** A proposal that is still being written: kept, found again, shared with a few, sent. */
export const draft = {
  title: msg('A draft'),
  untitled: msg('No title yet'),
  keep: msg('Keep as a draft'),
  keepIntro: msg(
    'Not ready yet? Keep it as a draft. Closing this form without keeping it loses what you typed.',
  ),
  drafters: msg('Who may write on it too'),
  draftersHint: msg(
    'Up to {n, number} people of the circle, while it is a draft. ' +
      'Nobody else sees it, and only you ask the circle.',
    { n: num },
  ),
  kept: msg(
    '*Kept.* You find it on Home → Your drafts. You can go on writing here, or close this.',
  ),
  keptPlain: msg('Your draft is kept. You find it on Home → Your drafts.'),
  yours: msg(
    'You have {n, plural, one {one draft} other {{n, number} drafts}} for this circle: ' +
      'Home → Your drafts.',
    { n: num },
  ),
  of: msg(
    'This is a draft of {author}. You can change it and keep it. ' +
      'Only {author} asks the circle, and everyone who writes on it sees it.',
    { author: term },
  ),
  readTheirs: msg('Read what is kept'),
  saved: msg('Saved by {member}, {at}', { member: term, at: term }),
  copy: msg('You no longer decide in this circle, so this draft is only here to be copied.'),
  none: msg('You have no draft.'),
  gone: msg('This draft is gone: {title}.', { title: text }),
  home: {
    heading: msg('Your drafts'),
    own: msg('*{title}* · draft for {circle} · saved {at}', {
      title: term,
      circle: text,
      at: term,
    }),
    invited: msg('*{title}* · draft of {author}, who invited you · {circle} · saved {at}', {
      title: term,
      author: term,
      circle: text,
      at: term,
    }),
    goOn: msg('Go on writing'),
    goOnSpoken: msg('Go on writing: {title}', { title: term }),
    discard: msg('Discard'),
    discardSpoken: msg('Discard: {title}', { title: term }),
    discardTitle: msg('Discard this draft?'),
    discardText: msg('The text is deleted for you and for everyone whom you invited.'),
    discardYes: msg('Discard it'),
    discardNo: msg('Keep it'),
    all: msg('All drafts'),
  },
  invited: {
    said: msg('{author} invites you to write on a draft for {circle}: *{title}*', {
      author: term,
      circle: text,
      title: term,
    }),
    note: msg('Only {author} and the people who are invited see it. You also find it on Home.', {
      author: term,
    }),
    open: msg('Open the draft'),
  },
  refusal: {
    unknown: msg('There is no such draft for you. It may have been sent or discarded.'),
    goneInForm: msg(
      'This draft is no longer there. What you typed is still in this form. ' +
        'Press “Keep as a draft” to keep it as a draft of your own.',
    ),
    savedSince: msg(
      '{member} saved this draft at {at}, after you opened it. ' +
        'What you typed is still in this form, and is not kept yet. ' +
        'If you keep or send it now, it takes the place of theirs.',
      { member: term, at: term },
    ),
    ofAuthor: msg(
      'Only the person whose draft this is asks the circle. ' +
        'Press “Keep as a draft”, and tell them that it is ready.',
    ),
    discardOfAuthor: msg('Only {author} discards this draft.', { author: term }),
    notDecider: msg(
      'Only people who decide in this circle propose here, so this cannot be kept for it.',
    ),
    tooMany: msg(
      'You have {max, number} drafts, and that is as many as we keep for you. ' +
        'Discard one on Home, then keep this one.',
      { max: num },
    ),
    tooManyDrafters: msg('Please invite at most {max, number} people to one draft.', { max: num }),
    notInCircle: msg('Not kept yet: {members} cannot be invited. Only people of the circle can.', {
      members: term,
    }),
    tooLong: msg(
      'Not kept yet: a text is too long for a draft. ' +
        'Please use at most {max, number} characters, and less formatting.',
      { max: num },
    ),
    became: msg(
      'This draft has become {number} already. What you typed is still here for you to copy.',
      { number: term },
    ),
  },
} as const;
