import { describe, expect, test } from 'vitest';
import { memberId } from '../../src/core/ids.ts';
import type { RoundRefusal } from '../../src/core/round-refusal.ts';
import { explainEnding } from '../../src/words/explain-ending.ts';
import { explainRound } from '../../src/words/explain.ts';
import { wordsFor } from '../../src/words/index.ts';
import { membersNamed } from '../../src/words/members.ts';

const words = wordsFor('en');
const ana = memberId('UANA');
const cai = memberId('UCAI');
const at = Date.UTC(2026, 5, 5, 15);
const ZONE = 'Europe/London';
const tooEarly = { code: 'too_early', fromAt: at, isForWording: false } as const;
const explained = (refusal: RoundRefusal) => explainRound(words, refusal, ZONE).plain;

/** Every refusal there is, with the words of its rule and of its next step. */
const REFUSALS: { readonly [Code in RoundRefusal['code']]: readonly [object, string, string] } = {
  not_in_circle: [{}, 'not part of this round', 'ask one of its facilitators'],
  member_not_asked: [
    { facilitators: [ana, cai] },
    'not one of the people asked',
    '@UANA and @UCAI can tell you more',
  ],
  only_deciders: [
    { facilitators: [ana] },
    'Only people who decide in this circle do this',
    'please ask @UANA',
  ],
  round_ended: [
    { ending: { kind: 'decided', decisionNumber: 12, at, by: ana } },
    'closed on Fri 5 June, 16:00 BST: we have a decision, D-12',
    'New information still counts',
  ],
  round_parked: [
    { untilOn: '2026-07-01', nextStep: 'Ask the landlord' },
    'stands still: no answers',
    'The next step is: Ask the landlord',
  ],
  void_not_asked: [{}, 'Nobody says just now', '/resolve'],
  void_for_others: [{ asker: ana, confirmers: [cai] }, '@UANA', '@UCAI can agree'],
  round_not_paused: [{}, 'neither parked nor at a meeting', 'Its card shows'],
  round_at_meeting: [{}, 'the clock stands still', 'Take it up again first'],
  text_missing: [{ field: 'harm' }, 'what could go wrong', 'One sentence is enough'],
  text_too_short: [
    { field: 'effect', least: 5 },
    'at least 5 characters',
    'how it would affect us',
  ],
  text_too_long: [{ field: 'note', max: 1500 }, 'longer than 1,500 characters', 'shorten it'],
  not_the_objector: [{ objector: cai }, 'This objection is @UCAI’s', 'Talk with @UCAI'],
  objection_not_open: [{}, 'not open any more', 'Press “Object'],
  objector_is_here: [{ objector: cai }, '@UCAI’s, who is here', 'Talk with @UCAI'],
  adopters_decide: [
    { facilitators: [ana] },
    'People who decide in this circle may take an objection on',
    'Ask one of them, or @UANA',
  ],
  own_objection_open: [{}, 'one person has one at a time', 'Another member may take this one on'],
  proposer_adopts_not: [{}, 'another member’s to look after', 'take it to a meeting'],
  adopter_away: [{}, 'is here for it', 'Say that you are back with /circle'],
  suggestion_unknown: [{}, 'not to be found any more', 'in your own words'],
  not_publisher: [
    { proposer: cai, facilitators: [ana] },
    'that is @UCAI',
    'Tell @UCAI what would help, or ask @UANA',
  ],
  too_many_versions: [{ max: 3 }, '3 versions in one go', 'take it to a meeting'],
  text_is_newer: [{ ofVersion: 1, number: 3 }, 'older than version 3', 'What do you say to it?'],
  version_newer: [{ number: 3, by: cai }, 'Version 3 was published', 'copy it'],
  proposer_agreement_missing: [{ proposer: cai }, '@UCAI wrote this', 'ask them first'],
  version_incomplete: [{ problems: [] }, 'still need something', 'look at each of them'],
  nothing_changed: [{}, 'Nothing has changed yet', 'change the text'],
  change_is_substance: [{}, 'more than wording', 'choose that it changes what we would do'],
  nothing_to_challenge: [{}, 'no change of wording here', 'change your answer on the card'],
  challenge_over: [{ untilAt: at }, 'until Fri 5 June, 16:00 BST', 'change your answer'],
  nothing_to_take_back: [{}, 'no answer in this round', 'three buttons'],
  holds_used_up: [{ facilitators: [ana] }, 'twice is what our rules give', 'Ask @UANA'],
  round_not_at_meeting: [{}, 'not at a meeting', 'Take it to one first'],
  meeting_without_people: [{}, 'at least one person', 'choose who was there'],
  meeting_with_stranger: [{ member: cai }, '@UCAI does not belong', 'Choose people'],
  proposer_not_there: [{ proposer: cai }, 'Only @UCAI', 'Ask @UCAI'],
  round_confidential: [{}, 'is confidential', 'take it to a meeting'],
  round_handed_on: [{ kind: 'passed_on', to: 'Garden' }, 'passed on to Garden', 'take it up again'],
  round_not_taken_back: [{}, 'is not taken back', 'Its card shows'],
  proposer_is_here: [{ proposer: cai }, '@UCAI is here', 'Talk with @UCAI'],
  adopted_objection_open: [{}, 'does not settle it too', 'ask another member'],
  proposer_missing: [
    { untilAt: at },
    'nothing is decided before a member looks after',
    'until Fri 5 June, 16:00 BST',
  ],
  take_over_late: [{ untilAt: at }, 'until Fri 5 June, 16:00 BST', '/propose'],
  round_in_questions: [
    { untilAt: at },
    'questions and first thoughts, until Fri 5 June, 16:00 BST',
    'An objection is possible now',
  ],
  round_waits_for_opening: [{}, 'waits for a facilitator', 'An objection is possible now'],
  opening_not_asked: [{ proposer: cai }, '@UCAI has not said yet', 'You can ask'],
  answers_have_begun: [{}, 'text is fixed', 'answer on the card'],
  thoughts_are_over: [{}, 'First thoughts are over', 'write in the thread'],
  step_is_over: [{}, 'Questions and first thoughts are over', 'still ask a question'],
  proposer_answers_questions: [{}, 'proposal is yours', 'answer questions and change the text'],
  draft_edited: [{ by: cai }, '@UCAI changed the text', 'press “Edit the text” again'],
  not_preparer: [{ proposer: cai }, 'The text is @UCAI’s', 'You can ask'],
  question_unknown: [{}, 'is not there', 'open the form again'],
  questions_not_over: [{ untilAt: at }, 'until Fri 5 June, 16:00 BST', 'It ends earlier when'],
  questions_open: [{ n: 2 }, '2 questions are still open', 'Answer a question'],
  was_not_silent: [{}, 'You were not silent', 'did not answer'],
  was_away_over: [
    { untilAt: at },
    'ended on Fri 5 June, 16:00 BST',
    'new information always counts',
  ],
  round_not_decided: [{}, 'has not been decided', 'buttons on its card'],
  not_record_keeper: [{ keepers: [ana] }, 'Only who keeps the record', 'tell @UANA'],
  not_owner: [
    { owner: cai, facilitators: [ana] },
    'Only @UCAI and the facilitators',
    'ask @UCAI or @UANA',
  ],
  late_objection_answered: [{ member: cai }, '@UCAI has answered this', 'add to it there'],
  decision_paused: [{ member: cai, at }, 'paused already: @UCAI', 'take it up again'],
  decision_superseded: [{ number: 1, by: 2 }, 'D-2 has taken the place of D-1', 'Look at D-2'],
  decision_not_paused: [{}, 'is not paused', 'The card shows'],
  not_recorder: [{ recorders: [ana] }, 'Facilitators and secretaries', 'ask @UANA'],
  relay_for_oneself: [{ field: 'member' }, 'yours to give', 'press a button'],
  relay_member_not_asked: [{ member: cai }, '@UCAI is not asked', 'choose someone who is'],
  answered_themselves: [{ member: cai }, '@UCAI answered here themselves', 'talk with them'],
  relay_waits: [{ member: cai }, 'relayed for @UCAI', 'confirmed or settled first'],
  witness_not_possible: [{}, 'must be another member', 'Choose someone else'],
  said_on_ahead: [{}, 'has not come yet', 'choose the day'],
  relay_not_yours: [{ member: cai }, 'Only @UCAI or the witness', 'whether this is right'],
  asked_already: [{ member: cai }, '@UCAI is asked in this round already', 'The card shows'],
  member_concerned: [
    { facilitators: [ana] },
    'Nobody decides about their own',
    'ask a question and comment under the card, and @UANA',
  ],
  member_does_not_decide: [{ member: cai }, '@UCAI does not decide', '/circle'],
  relay_over: [{}, 'does not wait to be confirmed', 'The card shows'],
  not_facilitator: [{ facilitators: [] }, 'the facilitators’ to do', 'ask a facilitator'],
  not_proposer: [{ proposer: cai }, 'Only @UCAI', 'Talk with @UCAI'],
  objection_open: [{ members: [cai] }, 'no number of consents outweighs it', 'with @UCAI'],
  hold_open: [{ members: [cai] }, '@UCAI asked for more time', 'after three working days'],
  too_few_able: [{}, 'Fewer than two people', 'park the round'],
  members_silent: [{ members: [ana, cai] }, 'silence is not a yes', 'move the deadline'],
  too_early: [
    { fromAt: at, isForWording: false },
    'stays open for 24 hours',
    'from Fri 5 June, 16:00 BST',
  ],
  own_contested_round: [
    { closers: [cai], anyoneFromAt: at },
    'someone else closes it. You can ask @UCAI.',
    'From Fri 5 June, 16:00 BST any other member',
  ],
  already_extended: [{ facilitators: [ana] }, 'once is what our rules give', 'Ask @UANA'],
  extension_too_long: [{ latestAt: at }, 'by three working days', 'A facilitator may move it'],
  deadline_not_later: [{ deadlineAt: at }, 'can only move later', 'Choose a later moment'],
  silence_needs_its_time: [{ policy: 'floor' }, 'silence may be enough', 'to a meeting'],
  shortened_before: [{ givenBackBy: cai }, '@UCAI needed the time', 'take it to a meeting'],
  too_late_to_shorten: [
    { deadlineAt: at },
    '24 hours at least',
    'Once everyone asked consents, the round can be closed',
  ],
  deadline_not_earlier: [{ deadlineAt: at }, 'Fri 5 June, 16:00 BST', 'Choose an earlier moment'],
  deadline_before_hold: [{ untilAt: at }, 'asked for more time', 'Choose a later moment'],
  no_time_to_give_back: [{ givenBackBy: null }, 'no time to give back', 'extend'],
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
  test('names the proposer beside the facilitators, where it is theirs to do too', () => {
    const code = 'not_facilitator';
    const said = explained({ code, facilitators: [ana], proposer: cai });
    expect(said).toContain(
      'the proposer’s and the facilitators’ to do. Please ask @UCAI or @UANA.',
    );
    expect(explained({ code, facilitators: [ana] })).not.toContain('proposer');
  });

  test('names nobody who is silent', () => {
    expect(explained({ code: 'members_silent', members: [ana, cai] })).not.toContain('UANA');
  });

  test('says of a proposal that was taken back how to go on', () => {
    const ending = { kind: 'withdrawn', reason: null, at, by: ana } as const;
    const said = (now: number) =>
      explainEnding(words, { ...ending, at }, { zone: ZONE, now }).plain;
    const untilAt = at + 7 * 24 * 3_600_000;
    expect(said(untilAt)).toContain('take it over until Fri 12 June, 16:00 BST');
    expect(said(untilAt)).not.toContain('/propose');
    for (const late of [said(untilAt + 1), explained({ code: 'round_ended', ending })]) {
      expect(late).toContain('pick the idea up with /propose');
    }
  });

  test('to the only facilitator, whose proposal it is, sends them to any other member', () => {
    const own = { code: 'own_contested_round', closers: [], anyoneFromAt: null } as const;
    expect(explained(own)).toMatch(/closes it\. Any other member who decides may do it now\.$/u);
  });

  test('never names the proposer twice, where they facilitate alone', () => {
    const said = explained({ code: 'not_publisher', proposer: cai, facilitators: [] });
    expect(said).toContain('Tell @UCAI what would help, or write it in the thread.');
  });

  test('tells the two reasons apart for which it is too early to close', () => {
    expect(explained({ ...tooEarly, isForWording: true })).toContain('The wording changed.');
    expect(explained(tooEarly)).toContain('A round stays open for 24 hours');
  });

  test('shows moments in each reader’s own zone', () => {
    const { mrkdwn } = explainRound(words, tooEarly, ZONE);
    expect(mrkdwn).toContain(`<!date^${at / 1000}^`);
  });

  test('escapes what people typed', () => {
    const refusal = {
      code: 'round_parked',
      untilOn: '2026-07-01',
      nextStep: '<!here> & go',
      cause: 'people',
    } as const;
    expect(explainRound(words, refusal, ZONE).mrkdwn).toContain('&lt;!here&gt; &amp; go');
  });
});

test('a long list of members says how many more there are', () => {
  const many = Array.from({ length: 12 }, (_, index) => memberId(`U${index}`));
  expect(membersNamed(many, words).plain).toMatch(/^@U0, .*@U9 and 2 more$/u);
  expect(membersNamed(many.slice(0, 2), words).plain).toBe('@U0 and @U1');
});
