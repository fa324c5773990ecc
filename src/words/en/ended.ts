import { lines, msg, num, term, text } from '../message.ts';

/** The card of a round that has ended, or is parked (docs/process.md §2.1, §4.1). */
export const ended = {
  decidedTitle: msg('Decided: {title} ({number})', { title: text, number: term }),
  whatWeDo: msg('What we do'),
  objectionSettled: msg('*{member} saw a problem*, and said on {on} that it is settled', {
    member: term,
    on: term,
  }),
  objectionTakenBack: msg('*{member} saw a problem*, and took it back on {on}', {
    member: term,
    on: term,
  }),
  objectionOpen: msg('*{member} saw a problem*, which was still open', { member: term }),
  moreObjections: msg(
    '{n, plural, one {One more objection is} other {# more objections are}} in the record.',
    { n: num },
  ),
  wholeRecord: msg('The whole record: `/decisions {number}`', { number: term }),
  shortened: msg('This is shortened. The whole record: `/decisions {number}`', { number: term }),
  toWatch: msg('*To watch*'),
  watched: msg('{member}: {note}', { member: term, note: text }),
  moreNotes: msg('{n, plural, one {One more note} other {# more notes}} to watch in the record.', {
    n: num,
  }),
  closedBy: msg('Closed by {by} on {at}', { by: term, at: term }),
  closedAlone: msg('Closed by itself on {at}, as our circle agreed', { at: term }),
  opened: msg('Proposed by {proposer} on {on} · {circle} · {number}', {
    proposer: term,
    on: term,
    circle: text,
    number: term,
  }),
  silence: msg('Silence was not taken as a yes'),

  takenBackTitle: msg('Taken back: {title} ({number})', { title: text, number: term }),
  takenBack: msg('Taken back by {by} on {at}. We carry on as before.', { by: term, at: term }),
  reason: msg('Why: {reason}', { reason: lines }),
  pickUp: msg('Someone else may pick it up with `/propose`.'),

  parkedTitle: msg('Parked: {title} ({number})', { title: text, number: term }),
  parked: msg('Parked by {by} until {until}. We carry on as before until we decide.', {
    by: term,
    until: term,
  }),
  nextStep: msg('*Next step*\n{step}', { step: text }),
  who: msg('*Who takes it*\n{who}', { who: term }),
  until: msg('*Parked until*\n{until}', { until: term }),
  noAnswers: msg('The clock stands still, and no answers are taken.'),
  parkedNext: msg('Next: {who} takes the next step. Then {people} may take the round up again.', {
    who: term,
    people: term,
  }),
} as const;
