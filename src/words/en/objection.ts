import { msg, num, term, text } from '../message.ts';

/** Objections: how they are shown, raised and settled (docs/process.md §2.6, §9). */
export const objection = {
  seesProblem: msg('*{member} sees a problem*', { member: term }),
  looksAfter: msg('*{owner} looks after what {member} raised*', { owner: term, member: term }),
  effect: msg('What it means for people or our work'),
  remedy: msg('What would make it OK'),
  settle: msg('This settles it for me'),
  takeBack: msg('I take it back'),
  reword: msg('Reword it'),
  onlyOwner: msg(
    'Only the person who raised it, or who looks after it now, can say. It is fine to wait.',
  ),
  stillStands: msg('It still stands'),
  standsNoted: msg(
    'Noted: your objection to “{title}” still stands, and stays open. ' +
      'Now we know that you are there.',
    { title: text },
  ),
  settleTitle: msg('Does this settle it for you?'),
  settleText: msg('Only you can say. Your answer is then consent to version {version}.', {
    version: num,
  }),
  settleYes: msg('It settles it for me'),
  settleNo: msg('Not yet'),
  more: msg(
    '{n, plural, one {One more objection is} other {# more objections are}} open, from {members}. ' +
      '“Read all” shows every one in full.',
    { n: num, members: term },
  ),
  readMore: msg('Read all, with {n, plural, one {one more objection} other {# more objections}}', {
    n: num,
  }),
  allOpen: msg('*Objections that are open*'),
  spoken: msg('{member} sees a problem: {harm} What it means for people or our work: {effect}', {
    member: term,
    harm: text,
    effect: text,
  }),
  spokenTaken: msg(
    '{owner} looks after what {member} raised: {harm} ' +
      'What it means for people or our work: {effect}',
    { owner: term, member: term, harm: text, effect: text },
  ),
  spokenRemedy: msg('What would make it OK: {remedy}', { remedy: text }),

  form: {
    title: msg('I see a problem'),
    intro: msg(
      'Your objection is a gift to the circle: it shows what we missed. Not sure? Raise it.',
    ),
    reword: msg('This is what you said. Change it as you like: every wording is kept.'),
    about: msg('About “{title}”, version {version}.', { title: text, version: num }),
    harm: msg('What could go wrong, or what are we missing?'),
    harmHint: msg('Say it in your own words. Short is fine.'),
    effect: msg('How would that affect people or our work?'),
    remedy: msg('What would make it OK?'),
    remedyHint: msg('You do not need the answer. We can look for it together.'),
  },

  thanks: {
    title: msg('Thank you'),
    raised: msg('Thank you. You have raised something we should look at. Nothing is decided yet.'),
    reworded: msg('Thank you. Your objection has these words now, and stays open.'),
    stands: msg(
      'Thank you. Your words are as they were, and your objection still stands. ' +
        'Now we know that you are there.',
    ),
    next: msg('Next: {facilitator} will get in touch. You alone say when it is settled.', {
      facilitator: term,
    }),
    meanwhile: msg(
      '*Version {n, number} was published while you were writing.* ' +
        'Your objection is open on it too. Does it settle it for you? Only you can say.',
      { n: num },
    ),
    howTo: msg('To change your words, press “Object · I see a problem” again.'),
  },

  notRecorded: {
    title: msg('Not recorded'),
    yourWords: msg('These are your words. You can copy them from here.'),
  },
} as const;
