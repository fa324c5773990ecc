import { describe, expect, test } from 'vitest';
import { circleFor } from '../../../src/core/concern.ts';
import type { Concern } from '../../../src/core/concern.ts';
import type { MemberId } from '../../../src/core/ids.ts';
import { currentVersion, type Round } from '../../../src/core/round.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { replayRound } from '../../../src/core/round-history.ts';
import { answersModal } from '../../../src/slack/blocks/answers-modal.ts';
import { decisionModal } from '../../../src/slack/blocks/decision-record.ts';
import { directMessage } from '../../../src/slack/blocks/direct-message.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  ana,
  bakery,
  bakeryTime,
  ben,
  cai,
  consents,
  deciders,
  decides,
  eli,
  goesToMeeting,
  monday,
  sundayOpened,
  sundayOpening,
  thursday,
  tuesday,
} from '../../support/bakery.ts';
import { cardOf } from '../../support/card.ts';
import { given } from '../../support/given.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfMessage, problemsOfView } from '../../support/slack-limits.ts';

const words = wordsFor(undefined);
const notAsked = 'Not asked: <@U0CAI>, because it is about <@U0CAI>’s place in the circle.';

function about(concerns: Concern, step?: object): Round {
  const asked = concerns.isRemoval ? deciders.filter((id) => id !== concerns.member) : deciders;
  return replayRound([{ ...opened(concerns), asked, ...step }]);
}
const opened = (concerns: Concern) => ({
  ...sundayOpened,
  terms: { ...sundayOpened.terms, topic: 'membership' as const, concerns },
});
const leaving = { member: cai, isRemoval: true };
const removal = about(leaving);
const everyoneElse = deciders.filter((id) => id !== cai).map((id) => consents(id));

function told(round: Round, to: MemberId, event: RoundEvent = opened(leaving)) {
  const circle = circleFor(round, bakery);
  const content = directMessage({ event, round, circle, words, to, permalink: null });
  expect(problemsOfMessage(content)).toEqual([]);
  return { ...content, shown: shownIn(content.blocks), actions: actionsIn(content.blocks) };
}

describe('who is not asked, and why', () => {
  test('is on the card in every state that waits for answers, also as plain text', () => {
    const card = cardOf(removal, tuesday, circleFor(removal, bakery));
    expect(card.shown).toContain('Heard from 0 of 4');
    expect(card.shown).toContain(notAsked);
    expect(card.text).toContain(notAsked);
    expect(cardOf(sundayOpening, tuesday).shown).not.toContain('Not asked');
    const kept = about({ member: cai, isRemoval: false });
    expect(cardOf(kept, tuesday).shown).not.toContain('Not asked');
  });

  test('is on the card of the question step', () => {
    const questionsUntilAt = bakeryTime('2026-06-03 17:00');
    const asks = about(leaving, { step: { questionsUntilAt, isSkipped: false } });
    const card = cardOf(asks, tuesday, circleFor(asks, bakery));
    expect(card.shown).toContain(notAsked);
    expect(card.text).toContain(notAsked);
  });

  test('stands with the answers, and in the record', () => {
    const { round } = given(removal, ...everyoneElse, decides(thursday));
    const circle = circleFor(round, bakery);
    const answers = answersModal({ seen: { round, circle, now: thursday }, from: 0 }, words);
    expect(shownIn(answers.blocks)).toContain(notAsked);
    const record = decisionModal({ round, circle }, words);
    expect(problemsOfView(record)).toEqual([]);
    expect(shownIn(record.blocks)).toContain(notAsked);
    expect(shownIn(record.blocks)).toContain('4 of 4 answered');
    const usual = given(sundayOpening, ...deciders.map((id) => consents(id)), decides(thursday));
    const other = decisionModal({ round: usual.round, circle: bakery }, words);
    expect(shownIn(other.blocks)).not.toContain('Not asked');
  });
});

describe('the message at the opening', () => {
  test('tells the person whose place it is about, with the rule and what they can do', () => {
    const { shown, text, actions } = told(removal, cai);
    for (const said of [
      '<@U0BEN> proposes that you leave Bakery.',
      'Nobody decides about their own place',
      'ask questions, and comment under its card. <@U0ANA> can tell you more',
    ]) {
      expect(shown).toContain(said);
      expect(text).toContain(said);
    }
    expect(actions).toEqual([actionIds.readAll, actionIds.askQuestion]);
    expect(shown).not.toContain(currentVersion(removal).need);
  });

  test('tells the facilitators, who can take it to a meeting first', () => {
    const { shown, actions } = told(removal, ana);
    expect(shown).toContain('This proposal is about <@U0CAI>.');
    expect(shown).toContain('They are not asked, and may ask and comment.');
    expect(shown).toContain('A meeting comes first, if you can.');
    expect(actions).toEqual([actionIds.meetFirst, actionIds.readAll]);
  });

  test('about pay, role or conduct says that they are asked like the others', () => {
    const pay = about({ member: eli, isRemoval: false });
    const event = opened({ member: eli, isRemoval: false });
    const { shown, actions } = told(pay, eli, event);
    expect(shown).toContain('<@U0BEN> proposes something that is about you.');
    expect(shown).toContain('You are asked like the others.');
    expect(actions).toEqual([actionIds.meetFirst, actionIds.readAll]);
    expect(told(pay, ana, event).shown).not.toContain('They are not asked');
  });

  test('offers no meeting where it is at one already, and nothing where it ended', () => {
    const met = given(removal, goesToMeeting(tuesday)).round;
    expect(told(met, ana).actions).toEqual([actionIds.readAll]);
    const { round } = given(removal, ...everyoneElse, decides(thursday));
    expect(told(round, cai).actions).toEqual([]);
  });
});

describe('the message at the end', () => {
  test('does not thank the person for what they were not asked', () => {
    const { round } = given(removal, ...everyoneElse, decides(thursday));
    const { shown } = told(round, cai, decides(thursday));
    expect(shown).toContain('It was about your place in the circle. <@U0ANA> can tell you');
    expect(shown).not.toContain('Thank you for taking part');
    expect(told(round, ben, decides(thursday)).shown).toContain('Thank you for taking part');
  });

  test('says that it was taken back', () => {
    const withdrawn = { type: 'round_withdrawn', reason: null, at: monday, by: ben } as const;
    const { shown } = told(given(removal, withdrawn).round, cai, withdrawn);
    expect(shown).toContain('was taken back. You stay a member.');
  });
});
