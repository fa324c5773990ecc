import { msg, num, term, text } from '../message.ts';

/** What single people hear when somebody comes or goes (docs/process.md §10 cases 2, 4, 5). */
export const people = {
  joined: msg(
    'You are new in {name}. {n, plural, one {One round is} other {{n, number} rounds are}} ' +
      'open there, and nobody waits for your answer in {n, plural, one {it} other {them}}.',
    { name: text, n: num },
  ),
  joinedDecides: msg(
    'You may ask, comment and object. Your objection is as real as any other. ' +
      'You are asked from the next version on.',
  ),
  joinedNext: msg('Next: read what is open, and say if you see a problem or want to be asked now.'),
  joinedLearns: msg('You may ask and comment. Next: read what is open.'),
  openUntil: msg('open until {at}', { at: term }),
  card: msg('Open the card'),
  wish: msg('I want to be asked'),

  channelLeft: msg('{person} is no longer in {place}, and is still in {name}.', {
    person: term,
    place: term,
    name: text,
  }),
  channelLeftNext: msg(
    'If somebody took them out, talk with them. Their answers count as before, ' +
      'and I go on writing to them.',
  ),
  invite: msg('To bring them back, type in {place}: {line}', { place: term, line: term }),
  inviteLine: msg('/invite {person}', { person: term }),
  changeCircle: msg('Change the circle'),
  youLeft: msg('You are no longer in {place}, and you still belong to {name}.', {
    place: term,
    name: text,
  }),
  youLeftNext: msg(
    'You are asked as before. Next: answer in the Home tab of this app, or in the messages that ' +
      'I send you here.',
  ),

  closed: msg(
    'The Slack account of {person} was closed. In {name} they count as away: ' +
      'they are not asked, and nobody waits for them.',
    { person: term, name: text },
  ),
  closedObjection: msg('Their objection stays open: {round}.', { round: term }),
  closedNext: msg('Next: please say whether they have left the circle.'),
  haveLeft: msg('They have left the circle'),
  willBeBack: msg('They will be back'),
  leftDone: msg('{person} is no longer in the circle. The channel hears about it in a moment.', {
    person: term,
  }),
  backDone: msg('Noted: {person} will be back. Until then they count as away.', { person: term }),
  leftAlready: msg('{by} took {person} out of the circle, {at}. Nothing is left to do.', {
    by: term,
    person: term,
    at: term,
  }),
  leftMeanwhile: msg('{person} is no longer in the circle. `/circle` shows who belongs to it.', {
    person: term,
  }),
  backAlready: msg(
    '{by} said, {at}, that {person} will be back. ' +
      'If that has changed, take them out with `/circle`.',
    { by: term, person: term, at: term },
  ),
  backExpected: msg(
    '{by} said that {person} will be back. If that has changed, take them out with `/circle`.',
    { by: term, person: term },
  ),
  reopened: msg(
    'The account of {person} was opened again, so they are in the circle as before. ' +
      '`/circle` shows who belongs to it.',
    { person: term },
  ),
  changeFirst: msg('Choose others with the button below, then take them out there.'),
} as const;
