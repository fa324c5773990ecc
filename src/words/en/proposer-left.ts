import { msg, term } from '../message.ts';

/** When whoever proposed a round is not there any more (docs/process.md §2.4). */
export const proposerLeft = {
  card: msg(
    '*The proposer has left.* Answers count as before, and nothing is decided meanwhile. ' +
      'Next: a deciding member looks after this proposal, until {until}.',
    { until: term },
  ),
  next: msg('Next: a deciding member looks after this proposal.'),
  adopt: msg('Look after this proposal'),
  confirm: {
    title: msg('Look after it?'),
    text: msg('You become its proposer. The text stays as it is, and so does every answer.'),
  },
  done: msg('You look after this proposal now, as its proposer.'),
  doneParked: msg('It is parked, and you can take it up again.'),
  step: msg('See who looks after this proposal, and take it up again'),
  parked: msg(
    'Parked until {until}, because nobody looked after this proposal. ' +
      'We carry on as before until we decide.',
    { until: term },
  ),

  thread: {
    left: msg('*The proposer has left.* This proposal needs somebody who looks after it.'),
    leftNext: msg(
      'Any deciding member can do so until {until}, with the button on the card. ' +
        'Answers count as before, and nothing is decided meanwhile.',
      { until: term },
    ),
    returned: msg('*The proposer is here again.* The round goes on.'),
    adopted: msg('*{member} looks after this proposal now*, as its proposer.', { member: term }),
    adoptedNext: msg('The text is unchanged, and your answers stand.'),
    unadopted: msg('*Parked until {until}.* Nobody looked after this proposal.', { until: term }),
    unadoptedNext: msg('Next: {who} sees who looks after it, and takes it up again.', {
      who: term,
    }),
  },
  direct: {
    left: msg('The proposer of this round has left, so nothing is decided now.'),
    leftNext: msg('Who looks after it? You, or any deciding member, until {until}.', {
      until: term,
    }),
    adopted: msg('{member} looks after this proposal now, as its proposer.', { member: term }),
    adoptedNext: msg('The text is unchanged, and answers stand.'),
    unadopted: msg('Nobody looked after this proposal, so it is parked until {until}.', {
      until: term,
    }),
    unadoptedNext: msg('Next: {who} sees who looks after it, and takes it up again.', {
      who: term,
    }),
  },
  refusal: {
    here: msg(
      'Only a proposal whose proposer has left needs somebody else, and {proposer} is here. ' +
        'Talk with {proposer} about what you would change.',
      { proposer: term },
    ),
    adoptedObjection: msg(
      'You took on an objection to this proposal, and whoever proposes does not settle it too. ' +
        'Say first how that objection stands, or ask another member to look after the proposal.',
    ),
    missing: msg(
      'The proposer has left, and nothing is decided before a member looks after this proposal. ' +
        'Press “Look after this proposal” on its card until {until}, or ask somebody to.',
      { until: term },
    ),
  },
} as const;
