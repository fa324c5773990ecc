import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Round } from '../../../src/core/round.ts';
import { relayId, type MemberId } from '../../../src/core/ids.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { draftOf } from '../../../src/core/draft.ts';
import { HEARINGS } from '../../../src/core/notice.ts';
import { evolveRound } from '../../../src/core/round-history.ts';
import { checkMessage } from '../../../src/sandbox/slack/blocks/check.ts';
import { threadLine } from '../../../src/slack/blocks/thread-line.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  allConsent,
  ana,
  asksTime,
  bakery,
  ben,
  cai,
  consents,
  dayAfterDeadline,
  decides,
  dee,
  eli,
  extendedDeadline,
  goesToMeeting,
  objectionOf,
  objectionText,
  objects,
  parks,
  settles,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
  wednesday,
} from '../../support/bakery.ts';
import { decidedRound, extremeObjection } from '../../support/extreme-round.ts';
import { extremeTexts, objectedRound, talkedRound } from '../../support/extreme-round.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfMessage } from '../../support/slack-limits.ts';

const words = wordsFor(undefined);

/** The post for the last of these events. */
function postOf(...events: readonly RoundEvent[]) {
  const round = events.reduce<Round>(evolveRound, sundayOpening);
  const event = events.at(-1);
  if (!event) throw new Error('Nothing happened');
  return threadLine({ event, round, circle: bakery, words });
}

function shownOf(...events: readonly RoundEvent[]): string {
  const content = postOf(...events);
  expect(content).not.toBeNull();
  expect(problemsOfMessage(content ?? { text: '', blocks: [] })).toEqual([]);
  return shownIn(content?.blocks);
}

const helps = { objectionId: objectionOf(dee), at: wednesday } as const;
const shortWords = { harm: 'We are short of bakers.', effect: 'Tired people.', remedy: null };
const suggestsWording = (by: MemberId) =>
  ({ type: 'wording_suggested', ...helps, ...shortWords, by }) as const;
const suggestsWay = (by: MemberId, text: string | null) =>
  ({ type: 'way_suggested', ...helps, way: 'pilot', text, by }) as const;
const question: RoundEvent = { type: 'question_asked', text: 'Who bakes?', at: tuesday, by: eli };
const takesBack: RoundEvent = {
  type: 'objection_taken_back',
  objectionId: objectionOf(dee),
  at: wednesday,
  by: dee,
};
const extension = (cause: 'silence' | 'member' | 'facilitator' | 'hold' | 'outage') =>
  ({
    type: 'deadline_extended',
    deadlineAt: extendedDeadline,
    cause,
    reason: null,
    at: dayAfterDeadline,
    by: cause === 'silence' || cause === 'outage' ? null : eli,
  }) as const;

describe('a post under the card', () => {
  test('asks the proposer a question by name, in the words that were typed', () => {
    const shown = shownOf(question);
    expect(shown).toContain('<@U0BEN>, <@U0ELI> asks:');
    expect(shown).toContain('Who bakes?');
    expect(shown).toContain('A question is not an objection.');
  });

  test('does not call the proposer to their own question', () => {
    const shown = shownOf({ ...question, by: ben });
    expect(shown).toContain('<@U0BEN> asks:');
    expect(shown).not.toContain('<@U0BEN>, <@U0BEN>');
  });

  test('tells of an objection in one line, with a link to the message that holds it', () => {
    const event = objects(dee);
    const round = evolveRound(sundayOpening, event);
    const talk = 'https://slack.example/p1';
    const content = threadLine({ event, round, circle: bakery, words, talk });
    const shown = shownIn(content?.blocks);
    expect(shown).toContain(`*<@U0DEE> sees a problem.* <${talk}|Talk about it in its thread>`);
    expect(shown).toContain('Others can still answer until');
    expect(shown).not.toContain(objectionText.harm);
    expect(shownOf(event)).toContain('It has a message of its own below the card.');
  });

  test('tells of an objection that became something to watch, was taken on, or lapsed', () => {
    const about = { objectionId: objectionOf(dee), at: wednesday } as const;
    const noted = { type: 'objection_became_note', note: 'Our sleep', by: dee, ...about } as const;
    expect(shownOf(objects(dee), noted)).toContain('something to watch:* Our sleep');
    const adopted = { type: 'objection_adopted', by: eli, ...about } as const;
    const taken = shownOf(objects(dee), adopted);
    expect(taken).toContain('<@U0ELI> takes on the objection that <@U0DEE> raised.');
    expect(taken).toContain('One objection is still open.');
    const asking = { asked: [ana], away: [], deadlineAt: extendedDeadline };
    const lapsed = { type: 'objection_lapsed_to_note', asking, by: null, ...about } as const;
    const over = shownOf(objects(dee), lapsed);
    expect(over).toContain('The objection of <@U0DEE> is now something to watch');
    expect(over).toContain('Please answer by');
  });

  test('tells of an objection that is settled what it was, and what is left', () => {
    const shown = shownOf(objects(dee), objects(eli), settles(dee, wednesday));
    expect(shown).toContain('<@U0DEE> says that the objection is settled.');
    expect(shown).toContain(objectionText.harm);
    expect(shown).toContain('One objection is still open.');
  });

  test('asks who took their objection back for an answer, unless they have given one', () => {
    expect(shownOf(objects(dee), takesBack)).toContain('<@U0DEE> is asked for an answer again.');
    const round = [objects(dee), takesBack, consents(dee, wednesday)].reduce<Round>(
      evolveRound,
      sundayOpening,
    );
    const shown = shownIn(threadLine({ event: takesBack, round, circle: bakery, words })?.blocks);
    expect(shown).toContain('No objection is open now.');
    expect(shown).not.toContain('asked for an answer again');
  });

  test.each([
    ['silence', 'We have not heard from everyone yet'],
    ['member', '<@U0ELI> needs longer'],
    ['facilitator', '<@U0ELI> extended the deadline'],
    ['hold', '<@U0ELI> needs more time, and we wait'],
    ['outage', 'The service was down for a while'],
  ] as const)('says why the deadline moved: %s', (cause, sentence) => {
    const shown = shownOf(consents(dee), extension(cause));
    expect(shown).toContain(sentence);
    expect(shown).toContain('Thu 11 June, 17:00 CEST');
    expect(shown.includes('We are not counting silence as a yes.')).toBe(cause === 'silence');
  });

  test('announces the round anew where nobody has answered, with the answers in it', () => {
    const content = postOf(extension('silence'));
    const shown = shownIn(content?.blocks);
    expect(shown).toContain('*Nobody has answered this yet*');
    expect(shown).toContain('Please answer by');
    expect(actionsIn(content?.blocks)).toEqual([
      ...['round.answer.consent', 'round.answer.objection', 'round.answer.more_time'],
      'round.read',
    ]);
    expect(shownOf(extension('member'))).not.toContain('Nobody has answered');
  });

  test('parks what nobody answered, and says who asks why', () => {
    const shown = shownOf({
      ...{ type: 'nobody_answered', who: ana, untilOn: '2026-06-18' },
      ...{ at: extendedDeadline, by: null },
    });
    expect(shown).toContain('*Parked until Thu 18 June 2026.* Nobody answered');
    expect(shown).toContain('<@U0ANA> asks why, and takes it up again');
  });

  test('takes too few answers to a meeting, with its agenda and nobody named for it', () => {
    const missed = { type: 'floor_missed', who: ana, at: extendedDeadline, by: null } as const;
    const shown = shownOf(consents(dee), missed);
    expect(shown).toContain('Too few people have answered for what our circle agreed');
    expect(shown).toContain('We open on Sundays from 8:00 to 11:00.');
    expect(shown).not.toContain('takes it to a meeting');
  });

  test('has in its agenda every idea for an open objection, and who said it', () => {
    const shown = shownOf(
      ...[objects(dee), suggestsWording(ana), suggestsWay(cai, 'On two Sundays.')],
      ...[suggestsWay(eli, null), goesToMeeting(thursday)],
    );
    expect(shown).toContain('*Questions and ideas so far*');
    expect(shown).toContain('<@U0ANA> suggests words for the objection of <@U0DEE>: We are short');
    expect(shown).toContain('How it would affect us: Tired people.');
    expect(shown).toContain('<@U0CAI> suggests a way on for the objection of <@U0DEE>: Narrow');
    expect(shown).toContain('pilot. On two Sundays.');
    expect(shown).toContain('<@U0ELI> suggests a way on for the objection of <@U0DEE>: Narrow');
  });

  test('leaves out of its agenda the words that were taken, and what is settled', () => {
    const { type: _type, ...suggested } = suggestsWording(ana);
    const taken = { ...suggested, type: 'objection_reworded', by: dee } as const;
    const reworded = shownOf(objects(dee), suggestsWording(ana), taken, goesToMeeting(thursday));
    expect(reworded).toContain('<@U0DEE> sees a problem: We are short of bakers.');
    expect(reworded).not.toContain('suggests words');
    const settled = [suggestsWay(cai, 'On two Sundays.'), settles(dee, wednesday)];
    const shown = shownOf(objects(dee), ...settled, goesToMeeting(thursday));
    expect(shown).not.toContain('Questions and ideas so far');
  });

  test('has in its agenda questions with their answers, and first thoughts once shown', () => {
    const thought = { type: 'thought_given', text: 'Bread!', at: tuesday, by: cai } as const;
    const answer = { type: 'question_answered', question: 0, text: 'Ben.' } as const;
    const said = [question, { ...answer, at: tuesday, by: ben }, thought];
    const sealed = shownOf(...said, goesToMeeting(wednesday));
    expect(sealed).toContain('<@U0ELI> asks: Who bakes?\n<@U0BEN> answers: Ben.');
    expect(sealed).not.toContain('Bread!');
    const shows = { type: 'thoughts_shown', at: tuesday, by: null } as const;
    const shown = shownOf(...said, shows, goesToMeeting(wednesday));
    expect(shown).toContain('First thought of <@U0CAI>: Bread!');
  });

  test('offers the whole of it where its agenda holds the latest only', () => {
    const many = Array.from({ length: 12 }, (_, n) => ({ ...question, text: `Why ${n}?` }));
    const content = postOf(...many, goesToMeeting(wednesday));
    const shown = shownIn(content?.blocks);
    expect(shown).not.toContain('Why 1?');
    expect(shown).toContain('Why 2?');
    expect(shown).toContain('Why 11?');
    expect(shown).toContain('“Read all” has the whole text, and every objection, question and');
    expect(actionsIn(content?.blocks)).toEqual(['round.read']);
  });

  test('opens the closing to members, except the proposer', () => {
    const shown = shownOf(...allConsent(), {
      type: 'closing_opened_to_members',
      at: thursday,
      by: null,
    });
    expect(shown).toContain('Any deciding member may close it now, except <@U0BEN>:');
    expect(shown).toContain('press “Resolve” on the card');
  });

  test('tells a decision with the outcome line in its one form', () => {
    const shown = shownOf(...allConsent(tuesday), consents(eli, wednesday, 'Are we tired?'), {
      ...decides(thursday),
    });
    expect(shown).toContain('We have a decision: D-12 Open on Sundays');
    expect(shown).toContain('Decided by consent, v1, 5 of 5 answered\n');
    expect(shown).toContain('We try it until Tue 1 September 2026');
    expect(shown).toContain('<@U0ELI>: Are we tired?');
    expect(shown).toContain('Closed by <@U0ANA>');
    expect(shown).toContain('`/decisions D-12`');
  });

  test('says of a round that closed by itself that the circle’s agreement closed it', () => {
    expect(shownOf(...allConsent(), decides(thursday, null))).toContain('own agreement');
  });

  test('lets a proposal be taken back in its proposer’s words', () => {
    const reason = 'We found *another* way\n<!channel>';
    const shown = shownOf({ type: 'round_withdrawn', reason, at: tuesday, by: ben });
    expect(shown).toContain('<@U0BEN> takes this proposal back.');
    expect(shown).toContain('&lt;!channel&gt;');
  });

  test('stops the clock for a meeting, and tells of the note', () => {
    const shown = shownOf({ ...goesToMeeting(tuesday), note: 'The rota' });
    expect(shown).toContain('Let’s talk about this.');
    expect(shown).toContain('The rota');
    expect(shown).toContain('The clock stands still.');
  });

  test('parks with the next step, its taker and the day', () => {
    const shown = shownOf(parks(tuesday));
    expect(shown).toContain('Ask the landlord about Sundays');
    expect(shown).toContain('<@U0DEE> takes the next step.');
    expect(shown).toContain('Wed 1 July 2026');
  });

  test('takes a round up again until its new deadline', () => {
    const shown = shownOf(parks(tuesday), {
      type: 'round_resumed',
      deadlineAt: extendedDeadline,
      at: wednesday,
      by: ana,
    });
    expect(shown).toContain('<@U0ANA> takes the round up again.');
    expect(shown).toContain('Please answer by');
  });

  test('says in plain text which round it is about', () => {
    expect(postOf(question)?.text).toMatch(/^P-31 “Open on Sundays”\n/u);
  });
});

const about = { objectionId: objectionOf(dee), at: tuesday } as const;
/** What is said in an objection's own thread, and not below the card. */
const objectionWork: RoundEvent[] = [
  { type: 'objection_reworded', ...objectionText, by: dee, ...about },
  { type: 'clarity_asked', text: 'Which Monday?', by: ana, ...about },
  { type: 'aim_link_asked', by: ana, ...about },
  { type: 'wording_suggested', ...objectionText, by: ana, ...about },
  { type: 'way_suggested', way: 'pilot', text: null, by: ana, ...about },
  { type: 'talk_asked', by: eli, ...about },
  { type: 'help_asked', by: eli, at: tuesday },
  { type: 'objector_contacted', by: null, ...about },
  { type: 'owner_asked_for_idea', by: null, ...about },
  { type: 'objector_away', reason: 'left', by: null, ...about },
  { type: 'objector_back', by: null, ...about },
];

/** Said of relayed answers and of who is asked: quiet, but for those whom it concerns. */
const relaying: readonly RoundEvent[] = [
  {
    type: 'answer_relayed',
    relayId: relayId('y-1'),
    member: eli,
    said: { kind: 'consent', note: null },
    wording: 'their_own',
    channel: 'phone',
    supporter: null,
    saidOn: '2026-06-02',
    witness: null,
    at: tuesday,
    by: ben,
  },
  { type: 'relay_confirmed', relayId: relayId('y-1'), at: tuesday, by: eli },
  { type: 'relay_denied', relayId: relayId('y-1'), at: tuesday, by: eli },
  { type: 'asking_wished', at: tuesday, by: eli },
  { type: 'member_added_to_round', member: eli, at: tuesday, by: ben },
];

test('who stands in for the facilitators is posted, and by what right', () => {
  const event = { type: 'stand_in_declared', place: 'named', at: tuesday, by: eli } as const;
  const post = threadLine({ event, round: sundayOpening, circle: bakery, words });
  expect(post?.text).toContain('<@U0ELI> stands in for the facilitators');
  expect(post?.text).toContain('the circle named them for it');
});

test('there is a post for exactly the events that move a round on', () => {
  const events: RoundEvent[] = [
    sundayOpened,
    consents(eli),
    asksTime(eli),
    { type: 'answer_taken_back', at: tuesday, by: eli },
    { type: 'member_excused', member: eli, reason: 'left', at: tuesday, by: null },
    { type: 'member_returned', member: eli, at: tuesday, by: null },
    { type: 'hold_ended', member: eli, at: tuesday, by: null },
    { type: 'members_reminded', members: [eli], occasion: 'half_time', at: tuesday, by: null },
    { type: 'deadline_passed', at: tuesday, by: null },
    { type: 'became_ready', at: tuesday, by: null },
    { type: 'wording_stood', number: 1, at: tuesday, by: null },
    { type: 'grace_restarted', at: tuesday, by: null },
    { type: 'round_woke', at: tuesday, by: null },
    { type: 'late_objection_reminded', lateId: objectionOf(dee), at: tuesday, by: null },
    { type: 'thought_given', text: 'Fine.', at: tuesday, by: eli },
    { type: 'nothing_further_said', at: tuesday, by: eli },
    { type: 'draft_changed', ...draftOf(sundayOpening), at: tuesday, by: ben },
    { type: 'question_step_ended', at: tuesday, by: null },
    { type: 'question_step_idle', at: tuesday, by: null },
    ...objectionWork,
    ...relaying,
  ];
  for (const event of events) {
    expect(HEARINGS[event.type].thread).toBe(false);
    expect(threadLine({ event, round: sundayOpening, circle: bakery, words })).toBeNull();
  }
  const silent = new Set(events.map(({ type }) => type));
  const said = Object.entries(HEARINGS).filter(([, { thread }]) => thread);
  expect(silent.size + said.length).toBe(Object.keys(HEARINGS).length);
});

test('whatever people write, Slack takes the post and nobody is called', () => {
  fc.assert(
    fc.property(extremeTexts, (texts) => {
      const raised = threadLine({
        event: extremeObjection(texts),
        round: objectedRound(texts),
        circle: bakery,
        words,
      });
      const decided = threadLine({
        event: decides(thursday),
        round: decidedRound(texts),
        circle: bakery,
        words,
      });
      const agenda = threadLine({
        event: goesToMeeting(thursday),
        round: talkedRound(texts),
        circle: bakery,
        words,
      });
      for (const content of [raised, decided, agenda]) {
        expect(problemsOfMessage(content ?? { text: '', blocks: [] })).toEqual([]);
        expect(checkMessage(JSON.parse(JSON.stringify(content?.blocks)))).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});
