import { describe, expect, test } from 'vitest';
import { memberId } from '../../src/core/ids.ts';
import type { RoundRefusal } from '../../src/core/round-refusal.ts';
import { explainRound } from '../../src/words/explain.ts';
import { wordsFor } from '../../src/words/index.ts';
import { membersNamed } from '../../src/words/members.ts';

const words = wordsFor('en');
const ana = memberId('UANA');
const cai = memberId('UCAI');
const at = Date.UTC(2026, 5, 5, 15);
const ZONE = 'Europe/London';
const explained = (refusal: RoundRefusal) => explainRound(words, refusal, ZONE).plain;

/** Every refusal there is, with the words of its rule and of its next step. */
const REFUSALS: { readonly [Code in RoundRefusal['code']]: readonly [object, string, string] } = {
  not_in_circle: [{}, 'not part of this round', 'ask one of its facilitators'],
  member_not_asked: [
    { facilitators: [ana, cai] },
    'not one of the people asked',
    '@UANA and @UCAI can tell you more',
  ],
  round_ended: [
    { ending: { kind: 'decided', decisionNumber: 12, at, by: ana } },
    'closed on Fri 5 June, 16:00 BST: we have a decision, D-12',
    'New information still counts',
  ],
  round_parked: [
    { untilOn: '2026-07-01', nextStep: 'Ask the landlord' },
    'takes no answers',
    'The next step is: Ask the landlord',
  ],
  round_not_paused: [{}, 'neither parked nor at a meeting', '/resolve'],
  round_at_meeting: [{}, 'the clock stands still', '/resolve'],
  text_missing: [{ field: 'harm' }, 'what could go wrong', 'One sentence is enough'],
  text_too_short: [
    { field: 'effect', least: 5 },
    'at least 5 characters',
    'how it would affect us',
  ],
  text_too_long: [{ field: 'note', max: 1500 }, 'longer than 1,500 characters', 'shorten it'],
  not_the_objector: [{ objector: cai }, 'This objection is @UCAI’s', 'Talk with @UCAI'],
  objection_not_open: [{}, 'not open any more', 'Press “Object'],
  nothing_to_take_back: [{}, 'no answer in this round', 'three buttons'],
  holds_used_up: [{ facilitators: [ana] }, 'twice is what our rules give', 'Ask @UANA'],
  not_facilitator: [{ facilitators: [] }, 'the facilitators’ to do', 'ask a facilitator'],
  not_proposer: [{ proposer: cai }, 'Only @UCAI', 'Talk with @UCAI'],
  objection_open: [{ members: [cai] }, 'no number of consents outweighs it', 'with @UCAI'],
  hold_open: [{ members: [cai] }, '@UCAI asked for more time', 'after three working days'],
  too_few_able: [{}, 'Fewer than two people', 'park the round'],
  members_silent: [{ members: [ana, cai] }, 'silence is not a yes', 'move the deadline'],
  too_early: [{ fromAt: at }, 'stays open for 24 hours', 'from Fri 5 June, 16:00 BST'],
  own_contested_round: [{}, 'someone else closes it', 'Ask another facilitator'],
  already_extended: [{}, 'once is what our rules give', 'Ask a facilitator'],
  extension_too_long: [{ latestAt: at }, 'by three working days', 'A facilitator may move it'],
  deadline_not_later: [{ deadlineAt: at }, 'can only move later', 'Choose a later moment'],
  deadline_past: [{ earliestAt: at }, 'is over', 'Fri 5 June, 16:00 BST'],
  deadline_too_soon: [{ earliestAt: at }, 'need time to read', 'Fri 5 June, 16:00 BST'],
  deadline_too_far: [{ latestAt: at }, 'people forget', 'Fri 5 June, 16:00 BST'],
  deadline_not_working_day: [{ nextAt: at }, 'does not work on that day', 'Fri 5 June, 16:00 BST'],
  deadline_at_night: [{ nextAt: at }, 'does not end at night', 'Fri 5 June, 16:00 BST'],
  park_date_not_ahead: [{}, 'still to come', 'Choose a later day'],
  park_who_not_in_circle: [{}, 'belongs to this circle', 'Choose someone from the circle'],
};

describe('every refusal says the rule and the next step:', () => {
  test.each(Object.entries(REFUSALS))('%s', (code, [data, rule, next]) => {
    const said = explained({ code, ...data } as RoundRefusal);
    expect(said).toContain(rule);
    expect(said).toContain(next);
  });
});

describe('a refusal', () => {
  test('names nobody who is silent', () => {
    expect(explained({ code: 'members_silent', members: [ana, cai] })).not.toContain('UANA');
  });

  test('says of a proposal that was taken back how to go on', () => {
    const ending = { kind: 'withdrawn', reason: null, at, by: ana } as const;
    expect(explained({ code: 'round_ended', ending })).toContain('pick the idea up with /propose');
  });

  test('shows moments in each reader’s own zone', () => {
    const { mrkdwn } = explainRound(words, { code: 'too_early', fromAt: at }, ZONE);
    expect(mrkdwn).toContain(`<!date^${at / 1000}^`);
  });

  test('escapes what people typed', () => {
    const refusal = {
      code: 'round_parked',
      untilOn: '2026-07-01',
      nextStep: '<!here> & go',
    } as const;
    expect(explainRound(words, refusal, ZONE).mrkdwn).toContain('&lt;!here&gt; &amp; go');
  });
});

test('a long list of members says how many more there are', () => {
  const many = Array.from({ length: 12 }, (_, index) => memberId(`U${index}`));
  expect(membersNamed(many, words).plain).toMatch(/^@U0, .*@U9 and 2 more$/u);
  expect(membersNamed(many.slice(0, 2), words).plain).toBe('@U0 and @U1');
});
