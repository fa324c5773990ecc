import { msg, num, term } from '../message.ts';

/** Why a circle is not set up or changed, and what to do. */
export const circleRefusal = {
  nameMissing: msg('Please give the circle a name.'),
  nameTooLong: msg('Please use at most {max, number} characters for the name.', { max: num }),
  aimMissing: msg('Please say what the circle is here to do. One sentence is enough.'),
  aimTooLong: msg('Please use at most {max, number} characters for the aim.', { max: num }),
  tooFewDeciders: msg(
    'A circle needs at least {least, plural, one {one person} other {{least, number} people}} ' +
      'who decide. Please add someone.',
    { least: num },
  ),
  facilitatorMissing: msg('Please choose at least one facilitator.'),
  facilitatorNotDecider: msg(
    'Each facilitator must be among those who decide. Add them above, or choose someone else.',
  ),
  secretaryNotDecider: msg(
    'Each secretary must be among those who decide. Add them above, or choose someone else.',
  ),
  standInNotDecider: msg(
    'Who stands in must be among those who decide. Add them above, or choose someone else.',
  ),
  timeZoneUnknown: msg('This time zone is not known. Please choose one from the list.'),
  workingWeekdayMissing: msg('Please choose at least one day on which the circle works.'),
  tooManyClosedDays: msg('Please keep it to {max, number} closed days to come.', { max: num }),
  restTooLong: msg(
    'From {from} there would be no working day for more than {max, number} days. ' +
      'Please leave some in between.',
    { from: term, max: num },
  ),
  windowOutOfRange: msg('Please choose from {least, number} to {most, number} days.', {
    least: num,
    most: num,
  }),
  notKeeper: msg(
    'Only facilitators and secretaries change the circle. Please ask {facilitators}.',
    {
      facilitators: term,
    },
  ),
  notKeeperAlone: msg(
    'Only facilitators and secretaries change the circle. Please ask one of them.',
  ),
  leaveOfAnother: msg(
    'You can set your own time away. For someone else, please ask {facilitators}.',
    { facilitators: term },
  ),
  leaveOfAnotherAlone: msg(
    'You can set your own time away. For someone else, please ask a facilitator.',
  ),
  leaveBackwards: msg('The last day must be today or later, and not before the first day.'),
  notInCircle: msg('This person is not in the circle. Please choose someone who is.'),
  twoPlaces: msg(
    'Someone here also stands under “Who decides”. Please take them out of one of the two.',
  ),
  notPeople: msg(
    'Only people of this workspace belong in a circle. Please take out ' +
      '{n, plural, one {one bot, guest or closed account} ' +
      'other {{n, number} bots, guests or closed accounts}}.',
    { n: num },
  ),
  peopleUnknown: msg(
    'Slack could not tell us who ' +
      '{n, plural, one {one of these people is} other {{n, number} of these people are}}. ' +
      'Please try again in a moment.',
    { n: num },
  ),
} as const;
