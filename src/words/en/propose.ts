import { msg, num, term, text } from '../message.ts';

/** Writing a proposal and sending it. */
export const propose = {
  title: msg('Propose something'),
  submit: msg('Ask the circle'),
  whichCircle: msg('For which circle?'),
  begun: {
    title: msg('Your proposal'),
    hint: msg('The form for it opens next, with this filled in.'),
  },
  field: {
    title: msg('Title'),
    titlePlaceholder: msg('For example: Open on Sundays'),
    need: msg('Why'),
    needHint: msg('What do you need, or what have you noticed?'),
    proposal: msg('What we would do'),
    proposalHint: msg('Be as concrete as you can. It can be a trial.'),
    owner: msg('Who looks after it'),
    ownerHint: msg('This person sees that it happens, and brings it back for review.'),
    reviewOn: msg('When we look again'),
    reviewOnHint: msg('On this day we keep it, change it or end it.'),
    deadline: msg('Answer by'),
    deadlineHint: msg('In your own time zone.'),
    replaces: msg('What it replaces'),
    replacesHint: msg('For example: D-7 Opening hours'),
    link: msg('Supporting document'),
    linkHint: msg('The address of a page or file, for example a plan or a budget.'),
  },
  preset: {
    intro: msg('*Answer by:* choose, or enter your own time below.'),
    threeWorkingDays: msg('In 3 working days'),
    oneWeek: msg('In a week'),
    twoWeeks: msg('In two weeks'),
    circleWindow: msg('In {n, plural, one {one day} other {{n, number} days}}', { n: num }),
  },
  preview: {
    asks: msg(
      'Asks *{n, plural, one {one person} other {{n, number} people}}* of {circle}' +
        '{away, plural, =0 {} one { ({away, number} on leave)} other { ({away, number} on leave)}} until {deadline}.',
      { n: num, circle: text, away: num, deadline: term },
    ),
    /** Where something comes before it: the deadline counts from when the text is fixed. */
    asksThen: msg(
      'Then asks *{n, plural, one {one person} other {{n, number} people}}* of {circle}' +
        '{away, plural, =0 {} one { ({away, number} on leave)} other { ({away, number} on leave)}} until {deadline} at the earliest.',
      { n: num, circle: text, away: num, deadline: term },
    ),
    deadlineMoves: msg(
      'If less than {hours, number} hours are left by then, people get our usual ' +
        '{days, plural, one {one day} other {{days, number} days}} instead.',
      { hours: num, days: num },
    ),
    otherRounds: msg(
      '{n, plural, =0 {No other round is open.} one {One other round is open.} ' +
        'other {{n, number} other rounds are open: perhaps wait until one has ended?}}',
      { n: num },
    ),
    noWorkingDay: msg('There is no working day until then. Please choose a later time.'),
    noWeekend: msg('There is no weekend until then. Some people only have time at weekends.'),
    notPossible: msg('*Not possible yet:* {why}', { why: term }),
  },
  refused: {
    notADecider: msg(
      'Only people who decide in this circle propose here. ' +
        'Please ask {facilitators} to bring your idea in.',
      { facilitators: term },
    ),
    notADeciderAlone: msg(
      'Only people who decide in this circle propose here. Please ask one of them.',
    ),
    tooFewToAsk: msg(
      'Fewer than two people who decide are here just now. ' +
        'Please wait until someone is back, or add people with `/circle`.',
    ),
    noCircle: msg(
      'You do not decide in any circle yet. ' +
        'Type `/circle` in a channel to set one up, or ask a facilitator to add you.',
    ),
    missing: msg('Please fill this in.'),
    tooLong: msg('Please use at most {max, number} characters here.', { max: num }),
    proposalTooLong: msg(
      'This has {length, number} characters. Please keep it to {max, number}, ' +
        'and link to a longer text.',
      { length: num, max: num },
    ),
    linkNotWebAddress: msg('Please paste a whole address, beginning with https://.'),
    ownerNotInCircle: msg('Please choose someone who is in the circle.'),
    reviewPast: msg('Please choose a later day. The first one possible is {day}.', { day: term }),
    reviewTooFar: msg('Please choose an earlier day. The last one possible is {day}.', {
      day: term,
    }),
  },
  deadline: {
    past: msg('This is in the past. The first time possible is {moment}.', { moment: term }),
    tooSoon: msg(
      'This is too soon for everyone to answer. The first time possible is {moment}. ' +
        'Is it urgent? Once the round is open, a facilitator may shorten it and say why.',
      { moment: term },
    ),
    tooFar: msg('This is too far away. The last time possible is {moment}.', { moment: term }),
    notWorkingDay: msg(
      'The circle does not work on this day. The next time possible is {moment}.',
      {
        moment: term,
      },
    ),
    atNight: msg('This is at night for the circle. The next time possible is {moment}.', {
      moment: term,
    }),
  },
  done: {
    title: msg('Your proposal'),
    stored: msg('Your proposal *{title}* is stored as {number}.', { title: text, number: term }),
    card: msg('Its card appears in {channel} in a moment.', { channel: term }),
    next: msg('You are asked too. Proposing does not answer for you.'),
  },
} as const;
