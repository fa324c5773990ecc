import { choice, lines, msg, num, term, text } from '../message.ts';

/** Setting up a circle, looking at it, and changing it. */
export const circle = {
  form: {
    titleSetUp: msg('Set up a circle'),
    titleChange: msg('Change the circle'),
    submitSetUp: msg('Set up'),
    intro: msg(
      'A circle is a group of people who decide together. ' +
        'Please check the fields below. You can change them later with `/circle`.',
    ),
    introChange: msg('Every change is kept with your name, and posted in the channel.'),
    peopleUnseen: msg(
      'Slack did not tell us about {n, plural, one {one person} other {{n, number} people}} ' +
        'in this channel. Please add who is missing.',
      { n: num },
    ),
    name: msg('Name of the circle'),
    namePlaceholder: msg('For example: Bakery circle'),
    aim: msg('Aim'),
    aimHint: msg('What is this circle here to do? Objections are linked to it.'),
    deciders: msg('Who decides'),
    decidersHint: msg('Each of them is asked in every round. Bots and guests are left out.'),
    learning: msg('Learning members'),
    learningHint: msg('They may ask and comment in every round.'),
    asksLearning: msg('Learning members in a round'),
    asksLearningToo: msg('Ask them for their consent too'),
    asksLearningHelp: msg('Each of their answers is then needed like anyone’s'),
    facilitators: msg('Facilitators'),
    facilitatorsHint: msg(
      'They look after the process and close rounds. Choose them from those who decide.',
    ),
    secretaries: msg('Secretaries'),
    secretariesHint: msg(
      'They keep the records, and write down answers that people gave outside Slack.',
    ),
    standIn: msg('Who stands in'),
    standInHint: msg(
      'Looks after rounds while no facilitator is here. After them come the secretaries.',
    ),
    timeZone: msg('Time zone'),
    timeZoneHint: msg('Rounds end at 17:00 in this zone, on a working day.'),
    window: msg('How long a round stays open'),
    windowHint: msg('Each proposer may choose another deadline.'),
    closing: msg('Who closes a round that is ready'),
    closingFacilitator: msg('A facilitator closes it'),
    closingAutomatic: msg('It closes by itself'),
    closingAutomaticHelp: msg(
      'At its deadline, or {hours, plural, one {one hour} other {{hours, number} hours}} ' +
        'after the last answer',
      { hours: num },
    ),
    closingFacilitatorHelp: msg('With the command /resolve'),
    card: msg('On the card'),
    namesWaiting: msg('Name the people who have still to answer'),
  },
  show: {
    title: msg('Our circle'),
    aim: msg('*Our aim:* {aim}', { aim: lines }),
    deciders: msg('*Who decides ({n, number}):* {people}', { n: num, people: term }),
    learning: msg('*Learning members:* {people}', { people: term }),
    learningAsked: msg(
      'Learning members are asked too: their consent is needed like anyone’s. ' +
        'They do not propose or close.',
    ),
    guests: msg('*Guests:* {people}', { people: term }),
    facilitators: msg('*Facilitators:* {people}', { people: term }),
    secretaries: msg('*Secretaries:* {people}', { people: term }),
    standIn: msg('*Stands in for the facilitators:* {person}', { person: term }),
    away: msg('*Away*'),
    nobodyAway: msg('*Away:* nobody'),
    agreements: msg('*Our agreements*'),
    silence: msg('We never count silence as a yes.'),
    windowDays: msg(
      'A round stays open for {n, plural, one {one day} other {{n, number} days}}, ' +
        'unless its proposer chooses otherwise. It ends at 17:00 on a working day.',
      { n: num },
    ),
    closing: msg(
      '{who, select, automatic {A round that is ready closes by itself: at its deadline, or ' +
        '{hours, plural, one {one hour} other {{hours, number} hours}} after the last answer.} ' +
        'other {A facilitator closes a round that is ready.}}',
      { who: choice('automatic', 'facilitator'), hours: num },
    ),
    waiting: msg(
      '{shown, select, named {The card names the people who have still to answer.} ' +
        'other {The card does not name the people who have still to answer.}}',
      { shown: choice('named', 'unnamed') },
    ),
    keepers: msg('{people} can change this.', { people: term }),
    awayButton: msg('I am away'),
    awayForAnybody: msg('Set time away'),
    backButton: msg('I am back'),
    proposeNext: msg('Type `/propose` in the channel when you have something to propose.'),
  },
  leave: {
    onLeave: msg('{person} is away from {from} until {until}.', {
      person: term,
      from: term,
      until: term,
    }),
    onLeaveOpen: msg('{person} is away from {from}, with no date for coming back yet.', {
      person: term,
      from: term,
    }),
    accountClosed: msg('The Slack account of {person} is closed.', { person: term }),
    title: msg('Time away'),
    intro: msg(
      'Nobody waits for the answer of a person who is away. ' +
        'You may still answer: then you are back in that round.',
    ),
    member: msg('Who is away?'),
    from: msg('First day away'),
    until: msg('Last day away'),
    untilHint: msg('Leave this empty when you do not know it yet.'),
    back: msg('Back again'),
    isBack: msg('This person is back: end their time away'),
  },
  done: {
    title: msg('The circle is set up'),
    setUp: msg('*{name}* is set up. The channel hears about it in a moment.', { name: text }),
    alreadyThere: msg('Someone set up {name} here a moment ago. This is what they entered.', {
      name: text,
    }),
  },
  where: {
    invite: msg(
      'I am not in this channel yet. Please send this line here, then try again:\n{line}',
      { line: term },
    ),
    inviteLine: msg('/invite {bot}', { bot: term }),
    archived: msg('This channel is archived. Take it out of the archive first, then try again.'),
    directMessage: msg('A circle lives in a channel. Please use this command there.'),
    cannotTell: msg('Slack does not answer just now. Nothing was changed. Please try again.'),
    notAPerson: msg(
      'A circle is set up by a person of this workspace who is in the channel. ' +
        'Please ask one of them to type `/circle` here.',
    ),
    outsider: msg(
      'You are not in the circle of this channel. ' +
        'You can reach it through {facilitators}, who looks after it.',
      { facilitators: term },
    ),
    notHere: msg('There is no circle for you here. Please use `/circle` in your own channel.'),
    changedMeanwhile: msg(
      'Someone changed the circle while this form was open. Please close it and open it again.',
    ),
    oldForm: msg('This form is from an earlier release. Please close it and open it again.'),
  },
  hello: msg(
    'Hello, I help this circle decide by consent. Someone proposes. ' +
      'Everyone is asked: “Any objection to trying this?” ' +
      'An objection makes the proposal better.',
  ),
  helloNext: msg('You can also type `/circle` at any time, or `/circle help` for how it works.'),
  setUpButton: msg('Set up this circle'),
} as const;
