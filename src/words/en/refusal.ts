import type { TextField } from '../../core/round-refusal.ts';
import { choice, msg, num, term, text, type Kind, type Kinds, type Message } from '../message.ts';

const field: Kind<TextField> = choice(
  'harm',
  'effect',
  'remedy',
  'note',
  'needs',
  'question',
  'reply',
  'thought',
  'next_step',
  'reason',
  'supporter',
  'why',
  'late_answer',
  'correction',
  'place',
  'summary',
);

/** What each field of a form asks for, so that an empty one is answered with help. */
const missing = {
  harm: msg('Please say what could go wrong, or what we are missing. One sentence is enough.'),
  effect: msg('Please say how it would affect people or our work. One sentence is enough.'),
  remedy: msg('Please say what would make it OK, or leave this empty.'),
  note: msg('Please write what we should keep an eye on.'),
  needs: msg('Please write what you need.'),
  question: msg('Please write your question.'),
  reply: msg('Please write your answer.'),
  thought: msg('Please write your first thought. One sentence is enough.'),
  next_step: msg('Please say what the next step is.'),
  reason: msg('Please give a reason.'),
  supporter: msg('Please write who supported them.'),
  why: msg('Please say why. One sentence is enough.'),
  place: msg('Please write whom it goes to.'),
  summary: msg('Please write what they may read. One sentence is enough.'),
  correction: msg('Please write what is wrong in the record, and what is right.'),
  late_answer: msg('Please write what you answer. One sentence is enough.'),
} as const satisfies Record<TextField, Message<Kinds>>;

/**
 * Why something cannot be done, each time with the rule and the next step
 * (docs/process.md §D12).
 */
export const refusal = {
  stranger: msg(
    'You are not part of this round. To take part in a circle, ask one of its facilitators: ' +
      'people in its channel know who that is.',
  ),
  strangerHere: msg(
    'You are not part of this round. In this channel you can ask {facilitators} about taking part.',
    { facilitators: term },
  ),
  someFacilitator: msg('a facilitator'),

  notAsked: msg(
    'You are not one of the people asked in this round: they were chosen when it opened. ' +
      'You can ask a question, and {facilitators} can tell you more. ' +
      'If you decide in this circle and joined it since, you may object.',
    { facilitators: term },
  ),
  onlyDeciders: msg(
    'Only people who decide in this circle do this. You can answer, ask, take it to a meeting, ' +
      'or be left out. For the rest, please ask {facilitators}.',
    { facilitators: term },
  ),
  decided: msg(
    'This round closed on {at}: we have a decision, {number}. ' +
      'Answers and changes were possible until then. ' +
      'New information still counts: press “Raise something about this decision”.',
    { at: term, number: term },
  ),
  withdrawn: msg(
    'This proposal was taken back on {at}. Answers and changes were possible until then.',
    { at: term },
  ),
  pickUp: msg('You may pick the idea up with `/propose`.'),
  parked: msg(
    'This round is parked until {until}. A parked round stands still: ' +
      'no answers, no new version, no closing. ' +
      'The next step is: {step}. When it is taken up again, all that is possible.',
    { until: term, step: text },
  ),
  notPaused: msg(
    'This round is neither parked nor at a meeting, so there is nothing to take up again. ' +
      'Its card shows how it stands.',
  ),
  atMeeting: msg('This round is at a meeting, and the clock stands still. Take it up again first.'),
  missing,
  tooShort: msg(
    'Please write a little more{field, select, ' +
      'harm { about what could go wrong} effect { about how it would affect us} other {}}: ' +
      'at least {least} characters. One sentence is enough.',
    { field, least: num },
  ),
  tooLong: msg(
    'This is longer than {max, number} characters. Please shorten it, ' +
      'and tell the rest in the thread.',
    { max: num },
  ),
  notObjector: msg(
    'This objection is {objector}’s. Nobody else can say that it is settled or take it back. ' +
      'Talk with {objector}, or raise what you see with “Object · I see a problem”.',
    { objector: term },
  ),
  noOwnObjection: msg(
    'You have no open objection in this round, and nobody can settle another person’s. ' +
      'Do you see a problem too? Press “Object · I see a problem”.',
  ),
  objectionNotOpen: msg(
    'This objection is not open any more, so nothing was changed. ' +
      'Do you still see a problem? Press “Object · I see a problem”.',
  ),
  objectorHere: msg(
    'This objection is {objector}’s, who is here and can speak for it. ' +
      'Members may take one on while its owner is away or cannot be reached. ' +
      'Talk with {objector}, or raise what you see with “Object · I see a problem”.',
    { objector: term },
  ),
  ownObjectionOpen: msg(
    'You have an objection of your own in this round, and one person has one at a time. ' +
      'Another member may take this one on, or you say of yours how it stands.',
  ),
  proposerAdoptsNot: msg(
    'An objection to your own proposal is another member’s to look after. ' +
      'Please ask one of them, or take it to a meeting.',
  ),
  adopterAway: msg(
    'You are on leave just now, and whoever takes an objection on is here for it. ' +
      'Say that you are back with `/circle`, or ask somebody else.',
  ),
  suggestionUnknown: msg(
    'These words are not to be found any more, so nothing was changed. ' +
      'You can put your objection in your own words with “Reword it”.',
  ),
  nothingToTakeBack: msg(
    'You have no answer in this round to take back. ' +
      'You can give one with the three buttons under the proposal.',
  ),
  holdsUsedUp: msg(
    'You have asked for more time twice already, and twice is what our rules give. ' +
      'Ask {facilitators} for a later deadline, or take it to a meeting.',
    { facilitators: term },
  ),
  notFacilitator: msg('This is the facilitators’ to do. Please ask {facilitators}.', {
    facilitators: term,
  }),
  notKeeper: msg(
    'This is the proposer’s and the facilitators’ to do. Please ask {proposer} or {facilitators}.',
    { proposer: term, facilitators: term },
  ),
  notProposer: msg(
    'Only {proposer} can take back this proposal. Talk with {proposer}, or object to it.',
    { proposer: term },
  ),
  objectionOpen: msg(
    'An objection is open, and no number of consents outweighs it. ' +
      'Look at it together with {members}: who raised it alone says that it is settled.',
    { members: term },
  ),
  holdOpen: msg(
    '{members} asked for more time, and we wait for it. ' +
      'It ends by itself after three working days, or with their answer.',
    { members: term },
  ),
  tooFew: msg(
    'Fewer than two people can answer just now, and nothing is decided by nobody. ' +
      'Wait until more are back, or park the round.',
  ),
  silent: msg(
    'We have not heard from {n, plural, one {one person} other {# people}} yet, ' +
      'and silence is not a yes. Ask them, move the deadline, or take it to a meeting.',
    { n: num },
  ),
  wordingMayChange: msg(
    'The wording changed. For 48 hours whoever answered may say that it changes it for them. ' +
      'It can be closed from {from}.',
    { from: term },
  ),
  tooEarly: msg(
    'A round stays open for 24 hours, so that everyone can change their mind. ' +
      'It can be closed from {from}.',
    { from: term },
  ),
  ownContested: msg('There was an objection to your own proposal, so someone else closes it.'),
  askCloser: msg('You can ask {closers}.', { closers: term }),
  othersClose: msg('Any other member who decides may do it now.'),
  othersCloseFrom: msg('From {from} any other member who decides may do it.', { from: term }),
  alreadyExtended: msg(
    'You have moved the deadline of this round once, and once is what our rules give. ' +
      'Ask {facilitators}, who may move it again, or take it to a meeting.',
    { facilitators: term },
  ),
  extensionTooLong: msg(
    'You may move the deadline by three working days, to {latest} at the latest. ' +
      'A facilitator may move it further.',
    { latest: term },
  ),
  deadlineNotLater: msg(
    'The deadline is {deadline} now, and it can only move later. Choose a later moment.',
    { deadline: term },
  ),
  deadlinePast: msg('This moment is over. The earliest that is possible is {earliest}.', {
    earliest: term,
  }),
  deadlineTooSoon: msg(
    'People need time to read and think. The earliest that is possible is {earliest}.',
    { earliest: term },
  ),
  deadlineTooFar: msg(
    'That is so far ahead that people forget. The latest that is possible is {latest}.',
    { latest: term },
  ),
  deadlineDayOff: msg('Our circle does not work on that day. You could take {next}.', {
    next: term,
  }),
  deadlineAtNight: msg('A round does not end at night. You could take {next}.', { next: term }),
  notAtMeeting: msg(
    'This round is not at a meeting, so there is nothing to record. Take it to one first.',
  ),
  nobodyThere: msg('Please choose who was there: at least one person.'),
  strangerThere: msg('{member} does not belong to this circle. Choose people of the circle only.', {
    member: term,
  }),
  proposerNotThere: msg(
    'Only {proposer} can take the proposal back, and they were not there. Ask {proposer}.',
    { proposer: term },
  ),
  handedOn: msg(
    '{kind, select, passed_on {This was passed on to {to}} other {{to} was asked about this}}, ' +
      'and the clock stands still. When the answer came back, take it up again.',
    { kind: choice('passed_on', 'escalated'), to: term },
  ),
  notTakenBack: msg(
    'This proposal is not taken back, so nobody can take it over. ' +
      'Its card shows what you can do.',
  ),
  takeOverLate: msg(
    'A proposal can be taken over for seven days, and that was until {until}. ' +
      'Begin a new one with `/propose`.',
    { until: term },
  ),
  notDecided: msg(
    'This is about decisions, and this round has not been decided. ' +
      'The buttons on its card show what you can do.',
  ),
  notOwner: msg(
    'Only {owner} and the facilitators may do this. Please ask {owner} or {facilitators}, ' +
      'or raise what you see.',
    { owner: term, facilitators: term },
  ),
  lateAnswered: msg(
    'Nothing was changed: {member} has answered this already. ' +
      'The thread under the card shows the answer, and you can add to it there.',
    { member: term },
  ),
  decisionPaused: msg(
    'This decision is paused already: {member} did it, {at}. ' +
      'The card shows why, and you can take it up again there.',
    { member: term, at: term },
  ),
  decisionNotPaused: msg(
    'This decision is not paused, so nothing was changed. It is in force. ' +
      'The card shows how it stands.',
  ),
  parkDate: msg('A round is parked until a day that is still to come. Choose a later day.'),
  parkWho: msg(
    'Whoever takes the next step belongs to this circle. Choose someone from the circle.',
  ),
} as const;
