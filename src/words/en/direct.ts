import { choice, lines, msg, num, term, text } from '../message.ts';

/** Messages to one person, about something that is theirs to do or that they took part in. */
export const direct = {
  openCard: msg('Open the card'),
  resolve: msg('Resolve'),
  resolveSpoken: msg('Resolve {number}: every way on', { number: term }),
  openRecord: msg('Open the record'),

  moreTime: msg('{member} needs more time, until {until}.', { member: term, until: term }),
  needs: msg('What they need: {needs}', { needs: lines }),
  moreTimeNext: msg('Next: ask whether you can help. The round waits, and nothing closes.'),

  objection: msg('{member} sees a problem.', { member: term }),
  harm: msg('What could go wrong: {said}', { said: lines }),
  effect: msg('How it would affect us: {said}', { said: lines }),
  remedy: msg('What would make it OK: {said}', { said: lines }),
  objectionForFacilitator: msg(
    'Nothing is decided yet. Next: get in touch with {member} and look at it together. ' +
      'Only {member} can say that it is settled.',
    { member: term },
  ),
  objectionForProposer: msg(
    'Nothing is decided yet. Next: talk with {member} in the thread. ' +
      'An objection makes your proposal better.',
    { member: term },
  ),

  excused: msg(
    '{member} {reason, select, left {has left the circle} on_leave {is on leave} ' +
      'other {has no account any more}}. The round no longer waits for their answer.',
    { member: term, reason: choice('left', 'on_leave', 'deactivated') },
  ),
  excusedObjection: msg('Their objection stays open. Next: take it to a meeting, or park it.'),
  excusedConfirm: msg(
    'Next: see whether someone else should know. Change the circle by `/circle`.',
  ),

  holdEnded: msg('The extra time of {member} is over, and they have not answered yet.', {
    member: term,
  }),
  holdEndedNext: msg('Next: talk with them. They have just been asked again.'),

  deadline: msg('The deadline has come, and the round cannot close yet.'),
  deadlineObjected: msg('An objection is open. Next: look at it together with {members}.', {
    members: term,
  }),
  deadlineHeld: msg('{members} asked for more time. Next: ask what they need.', {
    members: term,
  }),
  deadlineTooFew: msg('Fewer than two people can answer. Next: park it, or wait.'),
  deadlineWaiting: msg(
    '{n, plural, one {One person has} other {{n, number} people have}} not answered. ' +
      'Next: ask them, extend, take it to a meeting, or park it. ' +
      'Silence is not taken as a yes.',
    { n: num },
  ),

  ready: msg('Everyone asked consents, and the round can be closed.'),
  readyNext: msg('Next: close it as decided. Anyone may still object until then.'),
  readyAutomatic: msg('It closes by itself by your circle’s agreement. You need not do anything.'),
  readyOther: msg(
    'You proposed it, and there was an objection. ' +
      'Next: another facilitator closes it, or a member after two working days.',
  ),

  decidedThanks: msg('Thank you for taking part.'),
  decidedOwner: msg('You look after it.'),

  parked: msg('{member} has parked this round. The next step is yours, until {until}.', {
    member: term,
    until: term,
  }),
  parkedOther: msg('{member} has parked this round until {until}. {who} takes the next step.', {
    member: term,
    until: term,
    who: term,
  }),
  parkedStep: msg('Next step: {step}', { step: lines }),
  parkedNext: msg('When it is done, take the round up again, here or on the card.'),
  parkedAsk: msg('When it is done, tell {people}: they may take the round up again.', {
    people: term,
  }),

  changed: msg('Something changed in this round. The card shows how it stands.'),

  unposted: msg('Your proposal *{title}* ({number}) is stored, and not yet in the channel.', {
    title: text,
    number: term,
  }),
  unpostedInvite: msg('I am not in {channel}. Please write this line there:', { channel: term }),
  inviteLine: msg('/invite {bot}', { bot: term }),
  unpostedArchived: msg(
    'The channel {channel} is archived. Please bring it back, or ask a facilitator for a way on.',
    { channel: term },
  ),
  unpostedRestricted: msg(
    'Only some people may post in {channel}. Please ask whoever looks after it to let me post.',
    { channel: term },
  ),
  unpostedOther: msg(
    'Slack did not take the card in {channel} ({code}). Whoever looks after this app can help.',
    { channel: term, code: text },
  ),
  unpostedNext: msg('Nothing is lost. The card goes up by itself as soon as it can.'),
} as const;
