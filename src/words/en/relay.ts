import { choice, msg, term, text } from '../message.ts';

const channel = choice('in_person', 'phone', 'letter', 'supporter', 'other');
const said = choice('consent', 'objection', 'more_time');
const place = choice('named', 'secretary', 'member');
const HOW =
  '{channel, select, in_person {in person} phone {by phone} letter {by letter} ' +
  'supporter {through a supporter} other {outside Slack}}';

/** Answers that people gave outside Slack, and who stands in for a facilitator. */
export const relay = {
  button: msg('Record an answer given outside Slack'),
  form: {
    title: msg('An answer from outside'),
    intro: msg(
      'Write down what the person said, as they said it. They are asked whether it is right. ' +
        'An objection is open at once. Anything else counts when it is confirmed.',
    ),
    member: msg('Whose answer is it?'),
    answer: msg('What did they answer?'),
    consent: msg('Consent · OK to try'),
    objection: msg('Object · I see a problem'),
    moreTime: msg('I need more time'),
    harm: msg('What could go wrong, or what are we missing?'),
    onlyObjection: msg('Only for an objection, in their words.'),
    effect: msg('How would that affect people or our work?'),
    remedy: msg('What would make it OK?'),
    note: msg('Something to watch, or what they need'),
    noteHint: msg('Only with a consent, or with “I need more time”.'),
    wording: msg('In whose words is this?'),
    theirOwn: msg('In their own words'),
    recorder: msg('In my words'),
    supporterWords: msg('In the words of a supporter'),
    channel: msg('How did they tell it?'),
    how: msg(
      '{channel, select, in_person {In person} phone {By phone} letter {By letter} ' +
        'supporter {Through a supporter} other {In another way}}',
      { channel },
    ),
    supporter: msg('Who supported them?'),
    supporterHint: msg('A name, where someone helped them to answer.'),
    saidOn: msg('On which day?'),
    witness: msg('Who else heard it?'),
    witnessHint: msg('A member who can confirm it, where the person does not use Slack.'),
    chooseMember: msg('Please choose whose answer it is.'),
    chooseDay: msg('Please choose the day on which they said it.'),
  },
  recorded: {
    waits: msg(
      'Written down. {member} is asked whether it is right, and it counts when it is confirmed.',
      { member: term },
    ),
    objection: msg(
      'Written down. The objection is open from now on. {member} is asked whether it is right.',
      { member: term },
    ),
  },
  ask: {
    person: msg(`{recorder} wrote down an answer of yours, given ${HOW} on {on}.`, {
      recorder: term,
      channel,
      on: term,
    }),
    witness: msg(
      `{recorder} wrote down an answer of {member}, given ${HOW} on {on}. ` +
        'You are named as having heard it.',
      { recorder: term, member: term, channel, on: term },
    ),
    said: msg(
      'The answer: {said, select, consent {*Consent · OK to try*} ' +
        'objection {*Object · I see a problem*} other {*I need more time*}}',
      { said },
    ),
    text: msg('“{text}”', { text }),
    supporter: msg('With the support of {name}.', { name: text }),
    question: msg('Is that right?'),
    over: msg('Nobody needs to confirm this any more.'),
  },
  yes: msg('Yes, that is what I said'),
  yesWitness: msg('Yes, that is what they said'),
  no: msg('That is not right'),
  confirmed: {
    own: msg('Thank you. Your answer counts. You can change it on the card at any time.'),
    witness: msg('Thank you. The answer of {member} counts.', { member: term }),
    recorder: msg('{by} confirmed the answer of {member} that you wrote down.', {
      by: term,
      member: term,
    }),
  },
  denied: {
    own: msg('Thank you. It was taken out. Please answer with the buttons on the card.'),
    witness: msg('Thank you. It was taken out, and {recorder} hears of it.', { recorder: term }),
    recorder: msg(
      '{by} says that the answer of {member} which you wrote down is not right. ' +
        'It was taken out. Next: please talk with {member}.',
      { by: term, member: term },
    ),
  },
  card: {
    one: msg(`An answer of {member}, relayed by {recorder} ${HOW}, waits to be confirmed.`, {
      member: term,
      recorder: term,
      channel,
    }),
    several: msg('Relayed answers of {members} wait to be confirmed.', { members: term }),
    objection: msg(`Relayed by {recorder} ${HOW}, not confirmed yet.`, { recorder: term, channel }),
    objectionConfirmed: msg(`Relayed by {recorder} ${HOW}, confirmed by {by}.`, {
      recorder: term,
      channel,
      by: term,
    }),
  },
  /** Beside an answer, wherever it is shown, for ever. */
  shown: msg(`relayed by {recorder} ${HOW}, confirmed by {by}`, {
    recorder: term,
    channel,
    by: term,
  }),
  shownUnconfirmed: msg(`relayed by {recorder} ${HOW}, not confirmed`, {
    recorder: term,
    channel,
  }),
  supported: msg('with the support of {name}', { name: text }),
  standsIn: msg(
    '{member} stands in for the facilitators, who are away' +
      '{place, select, named {: the circle named them for it} ' +
      'secretary {, as secretary of the circle} other {}}.',
    { member: term, place },
  ),
  standsInNext: msg('Until a facilitator is back, {member} looks after this round.', {
    member: term,
  }),
  refusal: {
    notRecorder: msg(
      'Facilitators and secretaries write down answers from outside. Please ask {recorders}.',
      { recorders: term },
    ),
    forOneself: msg('Your own answer is yours to give: press a button on the card.'),
    notAsked: msg('{member} is not asked in this round. Please choose someone who is.', {
      member: term,
    }),
    themselves: msg(
      '{member} answered here themselves, and only they change that. Please talk with them.',
      { member: term },
    ),
    waits: msg(
      'Something relayed for {member} is still open. It needs to be confirmed or settled first.',
      { member: term },
    ),
    witness: msg(
      'Who else heard it must be another member who may read this, and not the proposer. ' +
        'Choose someone else, or leave this empty.',
    ),
    ahead: msg('This day has not come yet. Please choose the day on which they said it.'),
    notYours: msg('Only {member} or the witness can say whether this is right.', {
      member: term,
    }),
    over: msg('This does not wait to be confirmed any more. The card shows how things stand.'),
  },
} as const;
