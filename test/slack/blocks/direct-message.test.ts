import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Circle } from '../../../src/core/circle.ts';
import type { MemberId } from '../../../src/core/ids.ts';
import type { Round } from '../../../src/core/round.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { evolveRound } from '../../../src/core/round-history.ts';
import { checkMessage } from '../../../src/sandbox/slack/blocks/check.ts';
import { directMessage } from '../../../src/slack/blocks/direct-message.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  allConsent,
  allConsentBut,
  ana,
  asksTime,
  bakery,
  ben,
  cai,
  bakeryTime,
  consents,
  dayAfterDeadline,
  deadline,
  decides,
  dee,
  eli,
  goesToMeeting,
  objectionText,
  objects,
  parks,
  settles,
  sundayAutomatic,
  sundayOpening,
  sundayWithout,
  thursday,
  tuesday,
  wednesday,
} from '../../support/bakery.ts';
import { decidedRound, extremeObjection } from '../../support/extreme-round.ts';
import { extremeTexts, objectedRound } from '../../support/extreme-round.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';
import { published } from '../../support/versions.ts';
import { problemsOfMessage } from '../../support/slack-limits.ts';

const words = wordsFor(undefined);
const permalink = 'https://example.slack.com/archives/C0BAKERY/p1';

type Given = {
  readonly from?: Round;
  readonly to?: MemberId;
  readonly circle?: Circle;
  readonly permalink?: string | null;
};

function messageOf(events: readonly RoundEvent[], given: Given = {}) {
  const { from = sundayOpening, to = ana, circle = bakery } = given;
  const round = events.reduce<Round>(evolveRound, from);
  const event = events.at(-1);
  if (!event) throw new Error('Nothing happened');
  const link = given.permalink === undefined ? permalink : given.permalink;
  const content = directMessage({ event, round, circle, words, to, permalink: link });
  expect(problemsOfMessage(content)).toEqual([]);
  return { content, shown: shownIn(content.blocks), actions: actionsIn(content.blocks) };
}

const passed: RoundEvent = { type: 'deadline_passed', at: deadline, by: null };
const ready: RoundEvent = { type: 'became_ready', at: wednesday, by: null };
const excused: RoundEvent = {
  type: 'member_excused',
  member: dee,
  reason: 'deactivated',
  at: wednesday,
  by: null,
};

const newText: readonly RoundEvent[] = [
  goesToMeeting(wednesday),
  { type: 'round_resumed', deadlineAt: deadline, at: thursday, by: ana },
  {
    type: 'meeting_recorded',
    present: [ana],
    outcome: 'new_text',
    note: 'Close at eleven.',
    at: thursday,
    by: ana,
  },
];

describe('a direct message', () => {
  test('hands the proposer the form of the text that a meeting wants, until it is there', () => {
    const { shown, actions } = messageOf(newText, { to: ben });
    expect(shown).toContain('A new text is wanted.');
    expect(actions).toEqual([actionIds.publishVersion]);
    const round = [...newText, published(2, { at: thursday + 1 })].reduce<Round>(
      evolveRound,
      sundayOpening,
    );
    const event = newText.at(-1) ?? passed;
    const content = directMessage({ event, round, circle: bakery, words, to: ben, permalink });
    expect(shownIn(content.blocks)).toContain('it is there already');
    expect(actionsIn(content.blocks)).toEqual([]);
  });

  test('tells a facilitator who needs more time, what for, and what to do', () => {
    const { shown, actions, content } = messageOf([
      { ...asksTime(eli), needs: 'A talk with the landlord' },
    ]);
    expect(shown).toContain('<@U0ELI> needs more time, until');
    expect(shown).toContain('A talk with the landlord');
    expect(shown).toContain('Next: ask whether you can help.');
    expect(shown).toContain('P-31');
    expect(shown).toContain(permalink);
    expect(actions).toEqual([actionIds.resolve]);
    expect(content.text).toContain('P-31');
    expect(content.text).toContain(permalink);
  });

  test('has no link where Slack does not tell it', () => {
    expect(messageOf([asksTime(eli)], { permalink: null }).shown).not.toContain('https:');
  });

  test('shows an objection to the facilitator, who gets in touch', () => {
    const { shown, actions } = messageOf([objects(dee)]);
    expect(shown).toContain(objectionText.harm);
    expect(shown).toContain('Next: get in touch with <@U0DEE>');
    expect(shown).toContain('Only <@U0DEE> can say that it is settled.');
    expect(actions).toEqual([actionIds.resolve]);
  });

  test('shows an objection to the proposer kindly, without the facilitator’s button', () => {
    const { shown, actions } = messageOf([objects(dee)], { to: ben });
    expect(shown).toContain('An objection makes your proposal better.');
    expect(actions).toEqual([]);
  });

  test('says that the objection of somebody who is gone stays open', () => {
    expect(messageOf([objects(dee), excused]).shown).toContain('Their objection stays open.');
    const without = messageOf([excused]).shown;
    expect(without).toContain('no account any more');
    expect(without).not.toContain('objection');
  });

  test('tells that somebody’s extra time is over', () => {
    const { shown } = messageOf([
      asksTime(eli),
      { type: 'hold_ended', member: eli, at: wednesday, by: null },
    ]);
    expect(shown).toContain('The extra time of <@U0ELI> is over');
  });

  test.each([
    ['an objection', [objects(dee), passed], 'look at it together with <@U0DEE>'],
    ['a hold', [asksTime(eli), passed], '<@U0ELI> asked for more time.'],
    ['silence', [...allConsentBut([eli]), passed], 'One person has not answered.'],
  ] as const)('says at the deadline what stands in the way: %s', (_, events, sentence) => {
    const { shown } = messageOf(events);
    expect(shown).toContain('the round cannot close yet');
    expect(shown).toContain(sentence);
  });

  test('says at the deadline that too few can answer', () => {
    const from = sundayWithout(
      ...[ana, ben, dee, eli].map((member) => ({ member, reason: 'on_leave' as const })),
    );
    expect(messageOf([passed], { from }).shown).toContain('Fewer than two people can answer.');
  });

  test('does not speak of a deadline that others have settled meanwhile', () => {
    const { shown } = messageOf([...allConsent(dayAfterDeadline), passed]);
    expect(shown).toContain('Everyone asked consents');
    expect(shown).not.toContain('cannot close');
    expect(messageOf([parks(tuesday), passed]).shown).toContain('Something changed');
  });

  test('says that a round is ready, and who closes it', () => {
    expect(messageOf([...allConsent(), ready]).shown).toContain('Next: close it as decided.');
    const own = { ...sundayOpening, proposedBy: ana };
    const contested = [objects(dee), settles(dee, tuesday), ...allConsent(), ready];
    expect(messageOf(contested, { from: own }).shown).toContain('another facilitator closes it');
    expect(messageOf([...allConsent(), ready], { from: own }).shown).toContain('close it as');
    const alone = messageOf([...allConsent(), ready], { from: sundayAutomatic });
    expect(alone.shown).toContain('It closes by itself');
  });

  test('does not call a round ready in which somebody objects now', () => {
    const round = [...allConsent(), ready, objects(dee, thursday)].reduce(
      evolveRound,
      sundayOpening,
    );
    const content = directMessage({
      event: ready,
      round,
      circle: bakery,
      words,
      to: ana,
      permalink,
    });
    expect(shownIn(content.blocks)).toContain('Something changed');
  });

  test('brings the decision to those who took part, with its whole record one click away', () => {
    const { shown, actions, content } = messageOf([...allConsent(), decides(thursday)], {
      to: dee,
    });
    expect(shown).toContain('We have a decision: D-12 Open on Sundays');
    expect(shown).toContain('Decided by consent, v1, 5 of 5 answered');
    expect(shown).toContain('You look after it.');
    expect(shown).toContain('P-31');
    expect(actions).toEqual([actionIds.openDecision]);
    expect(content.text).toContain('Decided by consent, v1, 5 of 5 answered');
  });

  test('does not thank anybody for looking after what is another’s', () => {
    const { shown } = messageOf([...allConsent(), decides(thursday)], { to: eli });
    expect(shown).not.toContain('You look after it.');
  });

  test('gives the next step of a parked round to who takes it', () => {
    const { shown, actions } = messageOf([parks(tuesday)], { to: dee });
    expect(shown).toContain('The next step is yours, until Wed 1 July 2026.');
    expect(shown).toContain('Ask the landlord about Sundays');
    expect(shown).toContain('tell <@U0BEN>, <@U0ANA> and <@U0CAI>: they may take the round up');
    expect(actions).toEqual([]);
  });

  test('tells the proposer that it is parked, by whom, and that they can go on', () => {
    const { shown, actions } = messageOf([parks(tuesday)], { to: ben });
    expect(shown).toContain('<@U0ANA> has parked this round until Wed 1 July 2026.');
    expect(shown).toContain('<@U0DEE> takes the next step.');
    expect(actions).toEqual([actionIds.takeUp]);
  });

  test('says on its day to each what they can do: tell, take it up, or take it back', () => {
    const woke = [parks(tuesday), { type: 'round_woke', at: thursday, by: null }] as const;
    const taker = messageOf(woke, { to: dee });
    expect(taker.shown).toContain('How did it go?');
    expect(taker.shown).toContain('Then <@U0BEN>, <@U0ANA> and <@U0CAI> may take it up.');
    expect(taker.actions).toEqual([]);
    const proposer = messageOf(woke, { to: ben });
    expect(proposer.shown).toContain('<@U0DEE> had the next step, and says how it went.');
    expect(proposer.shown).toContain('Then take it up again, or take it back.');
    expect(proposer.actions).toEqual([actionIds.takeUp, actionIds.takeBack]);
    const keeper = messageOf(woke, { to: cai });
    expect(keeper.shown).toContain('Is it done? Then take it up again.');
    expect(keeper.actions).toEqual([actionIds.takeUp]);
  });

  test('lets whoever may pause a decision do so where something is reported, until it is', () => {
    const { objectionId: lateId, ...said } = objects(eli, thursday);
    const raised = { ...said, type: 'late_objection_raised', lateId, dueAt: deadline } as const;
    const reported = [...allConsent(), decides(thursday), raised];
    const { answerLate, pauseDecision, lookAgain } = actionIds;
    const from = { ...sundayOpening, owner: ben };
    for (const to of [ben, ana, cai]) {
      const { actions } = messageOf(reported, { from, to });
      expect(actions).toEqual([answerLate, pauseDecision, lookAgain]);
    }
    expect(messageOf(reported, { from, to: dee }).actions).not.toContain(pauseDecision);
    const reminds = { type: 'late_objection_reminded', lateId, at: thursday, by: null } as const;
    expect(messageOf([...reported, reminds], { from, to: ben }).actions).toContain(pauseDecision);

    const paused = { type: 'decision_paused', reason: 'The oven smokes', at: thursday } as const;
    const all: RoundEvent[] = [...reported, { ...paused, by: ana }];
    const round = all.reduce<Round>(evolveRound, from);
    const parts = { circle: bakery, words, to: ben, permalink: null };
    const after = directMessage({ ...parts, event: raised, round });
    expect(actionsIn(after.blocks)).not.toContain(pauseDecision);
  });

  test('says of a round that is open again what it is to each: answered, silent, or gone', () => {
    const reopened = { type: 'round_reopened', decisionNumber: 12, at: thursday, by: cai } as const;
    const heard = (to: MemberId, ...before: readonly RoundEvent[]) =>
      messageOf([...before, ...allConsentBut([ben]), decides(thursday), reopened], { to });
    expect(heard(dee).shown).toContain('Your answer stands, and you can change it.');
    expect(heard(ben).shown).toContain('You have not answered, and you can now.');
    expect(heard(ben).actions).toContain(actionIds.consent);
    const away = heard(ben, { ...excused, member: ben, reason: 'on_leave' });
    expect(away.shown).toContain('You have not answered, and you can now.');
    expect(away.actions).toContain(actionIds.consent);
    const gone = heard(ben, { ...excused, member: ben, reason: 'left' });
    expect(gone.shown).toContain('Nothing is decided yet. D-12 stays kept for it.');
    expect(gone.actions).not.toContain(actionIds.consent);
  });

  test('says of anything else that the card shows how it stands', () => {
    expect(messageOf([consents(eli)]).shown).toContain('Something changed in this round.');
  });
});

test('whatever people write, Slack takes the message and nobody is called', () => {
  fc.assert(
    fc.property(extremeTexts, (texts) => {
      const parts = { circle: bakery, words, to: ana, permalink };
      const contents = [
        directMessage({ ...parts, event: extremeObjection(texts), round: objectedRound(texts) }),
        directMessage({ ...parts, event: decides(thursday), round: decidedRound(texts) }),
        directMessage({
          ...parts,
          event: { ...asksTime(eli, tuesday, bakeryTime('2026-06-05 17:00')), needs: texts.note },
          round: objectedRound(texts),
        }),
      ];
      for (const content of contents) {
        expect(problemsOfMessage(content)).toEqual([]);
        expect(checkMessage(JSON.parse(JSON.stringify(content.blocks)))).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});
