import { msg, num, term, text } from '../message.ts';

/** Words that every screen shares: buttons, small connecting words, and the bot's manners. */
export const everyday = {
  yes: msg('Yes'),
  no: msg('No'),
  cancel: msg('Cancel'),
  close: msg('Close'),
  back: msg('Back'),
  send: msg('Send'),
  save: msg('Save'),
  continue: msg('Continue'),
  readAll: msg('Read all'),
  change: msg('Change'),
  optional: msg('Optional'),
  oneMoment: msg('One moment …'),
  loading: msg('One moment: this is being fetched.'),
  somethingWentWrong: msg(
    'Something went wrong on our side, and nothing was changed. Please try again.',
  ),
  tooManyToShow: msg('{n, plural, one {and one more} other {and {n, number} more}}', { n: num }),
  days: msg('{n, plural, one {one day} other {{n, number} days}}', { n: num }),
  workingDays: msg('{n, plural, one {one working day} other {{n, number} working days}}', {
    n: num,
  }),
  hours: msg('{n, plural, one {one hour} other {{n, number} hours}}', { n: num }),
  people: msg('{n, plural, one {one person} other {{n, number} people}}', { n: num }),
  version: msg('version {n, number}', { n: num }),
  quoted: msg('“{said}”', { said: text }),
  labelled: msg('*{label}* {said}', { label: term, said: term }),
  zone: msg('Times are in {zone}.', { zone: text }),
  aim: msg('Our aim: {aim}', { aim: text }),
} as const;
