import { choice, msg, num, term, text } from '../message.ts';

const policy = choice('floor', 'lazy');

/** What silence means in a circle, and “I was away” afterwards (docs/process.md §2.5). */
export const silence = {
  /** On the card of an open round. */
  onCard: msg(
    '{policy, select, floor {Our agreement of {on}: after an extension it may close ' +
      'with at most 2 not answered. Silence is still not a yes} ' +
      'other {Our agreement of {on}: it may close at the deadline if nobody objects. ' +
      'Silence is still not a yes}}',
    { policy, on: term },
  ),
  /** In a reminder, under a policy that may close over the silent. */
  inNudge: msg('Our agreement of {on}: it may close without you. Your answer still matters.', {
    on: term,
  }),
  atEnd: msg(
    '{n, plural, one {One person} other {{n, number} people}} did not answer. ' +
      'Silence was not taken as a yes',
    { n: num },
  ),
  inRecord: msg(
    'Policy on silence: {policy, select, floor {more than half answer, at most 2 are silent} ' +
      'other {no objection by the deadline, in a quick round}} (agreement of {on}).',
    { policy, on: term },
  ),
  /** The outcome line: exactly this form, docs/process.md §4.1. */
  outcome: msg('No objections raised; {n, number} did not answer (circle policy of {on})', {
    n: num,
    on: term,
  }),
  outcomeSettled: msg('No objection is left; {n, number} did not answer (circle policy of {on})', {
    n: num,
    on: term,
  }),
  didNotAnswer: msg('{member}: Did not answer', { member: term }),

  enough: msg('No objection is open, and our agreement of {on} lets it close.', { on: term }),
  enoughEarly: msg('No objection is open. By our agreement of {on} it can be closed from {from}.', {
    on: term,
    from: term,
  }),
  enoughNext: msg(
    'Next: {n, plural, one {one person may} other {{n, number} people may}} still answer.',
    { n: num },
  ),

  /** Before a proposal is sent, in a circle that agreed to more than that everyone answers. */
  preview: {
    agreed: msg(
      '{policy, select, floor {By our agreement of {on}, it may close after an extension with ' +
        'at most 2 not answered.} ' +
        'other {By our agreement of {on}, it may close at the deadline if nobody objects.}}',
      { policy, on: term },
    ),
    onlyQuick: msg(
      'Everyone asked must answer: by our agreement silence is enough only in a quick round.',
    ),
    everyone: msg('Everyone asked must answer: about this, silence is never enough.'),
  },

  form: {
    label: msg('What silence means'),
    explicit: msg('Everyone asked must answer'),
    explicitHelp: msg('Silence is never enough'),
    floor: msg('More than half answer'),
    floorHelp: msg('After an extension, at most 2 may be silent'),
    lazy: msg('No objection by the deadline'),
    lazyHelp: msg('Only in quick rounds about our own work'),
    decision: msg('The decision that agreed to this'),
    decisionHint: msg('For example: D-12. Not needed where everyone must answer.'),
    topic: msg('What is it about?'),
    topicHint: msg('For all but our work, everyone asked must answer.'),
    topics: {
      our_work: msg('Our work'),
      membership: msg('Who is a member'),
      one_member: msg('One member’s pay, role or conduct'),
      roles: msg('Roles'),
      aim_or_domain: msg('Our aim or domain, or how we decide'),
      support: msg('One person’s support'),
    },
    quickHint: msg('Under our agreement, silence can be enough only in a quick round.'),
  },
  refused: {
    missing: msg('Please name the decision by which the circle agreed to this, such as D-12.'),
    unknown: msg(
      'There is no such decision in this circle. Propose it first, and give its number then.',
    ),
    silent: msg(
      'Somebody did not answer in that decision. ' +
        'An agreement on silence needs an answer from everyone asked.',
    ),
  },
  circle: {
    floor: msg(
      'Silence: after an extension a round may close with at most 2 not answered ' +
        '({decision} of {on}; we look again on {review}).',
      { decision: term, on: term, review: term },
    ),
    lazy: msg(
      'Silence: a quick round may close at its deadline if nobody objects ' +
        '({decision} of {on}; we look again on {review}).',
      { decision: term, on: term, review: term },
    ),
    explicit: msg('everyone asked must answer'),
    news: msg(
      '{policy, select, floor {more than half answer, and at most 2 are silent} ' +
        'other {no objection by the deadline, in quick rounds}} (by {decision} of {on})',
      { policy, decision: term, on: term },
    ),
    label: msg('What silence means'),
  },

  away: {
    button: msg('I was away'),
    onCard: msg(
      'Were you silent because you were away? Say so until {until}: that calls for an early review.',
      { until: term },
    ),
    said: msg('{members} said afterwards: “I was away”. Next: {owner} sees to an early review.', {
      members: term,
      owner: term,
    }),
    title: msg('I was away'),
    intro: msg('“{title}” was decided while you did not answer.', { title: text }),
    label: msg('What should we know?'),
    hint: msg('You can leave this empty. The decision holds until we look at it again.'),
    direct: msg('It was decided without an answer from you.'),
    directNext: msg(
      'Were you away? Press “I was away” until {until}. Then we look at it again early.',
      { until: term },
    ),
    thanks: msg(
      'Noted: you were away. {owner} and the facilitators are asked for an early review.',
      { owner: term },
    ),
    thread: msg('*{member} was away when this was decided.*', { member: term }),
    threadNote: msg('What we should know: {note}', { note: text }),
    threadNext: msg('Next: {owner} brings it back early. The decision holds until we look again.', {
      owner: term,
    }),
    told: msg('{member} was away when this was decided.', { member: term }),
    toldNext: msg(
      'Next: talk with them, and bring {number} back early: propose to keep, change or end it.',
      { number: term },
    ),
    notSilent: msg('This is for people who were asked and did not answer. You were not silent.'),
    over: msg(
      'The time to say “I was away” ended on {until}. ' +
        'Please tell the person who looks after it: new information always counts.',
      { until: term },
    ),
  },
} as const;
