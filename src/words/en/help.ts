import { msg } from '../message.ts';

/** What `/propose help` and `/circle help` answer. */
export const help = {
  propose: {
    title: msg('How to propose something'),
    what: msg(
      'Type `/propose` in the channel of your circle. A form opens. ' +
        'When you send it, everyone who decides is asked: “Any objection to trying this?”',
    ),
    withTitle: msg(
      'You can begin with a title and a time: ' +
        '`/propose Open on Sundays, friday 5pm` or `/propose Open on Sundays by 3 working days`.',
    ),
    consent: msg(
      'Consent means: I can work with this, it is safe enough to try. ' +
        'An objection shows what we missed. With it, the proposal gets better.',
    ),
    onlyButtons: msg(
      'Only the buttons count. An emoji or “+1” is not an answer: I do not read your messages.',
    ),
    otherWays: msg(
      'In a message’s menu, choose “Turn into a proposal”. ' +
        'From anywhere, use the shortcut “Propose something”.',
    ),
  },
  circle: {
    title: msg('How a circle works here'),
    what: msg(
      'A circle is a group of people who decide together. It has one channel, an aim, ' +
        'people who decide, and at least one facilitator.',
    ),
    setUp: msg('Type `/circle` in a channel to set up its circle. It takes two minutes.'),
    change: msg(
      'Type `/circle` again to see the circle. Facilitators can change it there. ' +
        'Everyone can say that they are away.',
    ),
    kept: msg('Every change is kept with who and when, and is posted in the channel.'),
    next: msg('Then type `/propose` to propose something, and `/propose help` to learn how.'),
  },
} as const;
