import { describe, expect, test } from 'vitest';
import { ANSWER_KINDS } from '../../../src/core/answer.ts';
import type { Circle } from '../../../src/core/circle.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { answerButtons } from '../../../src/slack/blocks/answer-buttons.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { wordsFor } from '../../../src/words/index.ts';
import * as world from '../../support/bakery.ts';
import { cardOf } from '../../support/card.ts';
import { given } from '../../support/given.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';

const words = wordsFor('en');
const { ana, bakery, cai, dee, eli, deadline, tuesday, wednesday, sundayOpening } = world;
const answers = [actionIds.consent, actionIds.object, actionIds.moreTime];

const after = (...events: readonly RoundEvent[]) => given(sundayOpening, ...events).round;

describe('the card of an open round', () => {
  const card = cardOf(sundayOpening, tuesday);

  test('says what is proposed, why, by whom, until when, and who looks after it', () => {
    expect(card.blocks[0]).toMatchObject({ type: 'header', text: { text: 'Open on Sundays' } });
    expect(card.shown).toContain('Proposal by <@U0BEN> · Bakery · version 1 · P-31');
    expect(card.shown).toContain('People ask for fresh bread on Sundays');
    expect(card.shown).toContain('We open on Sundays from 8:00 to 11:00.');
    expect(card.shown).toContain('*Looks after it*\n<@U0DEE>');
    expect(card.shown).toContain('*We look again*\nTue 1 September 2026');
    expect(card.shown).toContain('*Replaces*\nOpening hours of 2024');
  });

  test('says the deadline in each reader’s own zone', () => {
    const seconds = deadline / 1000;
    expect(card.shown).toContain(`*Answer by*\n<!date^${seconds}^{date_short_pretty} {time}|Mon 8`);
  });

  test('asks the question before the three answers, which come in their order', () => {
    const question = card.blocks.findIndex((block) => shownIn(block).includes('Any objection'));
    const buttons = card.blocks.findIndex((block) => actionsIn(block).includes(actionIds.consent));
    expect(question).toBeGreaterThan(0);
    expect(buttons).toBe(question + 1);
    expect(actionsIn(card.blocks[buttons])).toEqual(answers);
  });

  test('has a way to ask, to see answers, and on', () => {
    const { askQuestion, seeAnswers, resolve } = actionIds;
    expect(card.actions.slice(-3)).toEqual([askQuestion, seeAnswers, resolve]);
    expect(card.actions).not.toContain(actionIds.readAll);
  });

  test('is complete as plain text: title, state, deadline and what one can do', () => {
    expect(card.text).toContain('Open on Sundays (P-31)');
    expect(card.text).toContain('Answer by <!date^');
    expect(card.text).toContain('Nothing is decided yet.');
    expect(card.text).toContain('Any objection to trying this?');
    expect(card.text).toContain(
      'Consent · OK to try, Object · I see a problem, or I need more time',
    );
    expect(card.text).toContain('Heard from 0 of 5');
    expect(card.text).toContain('We open on Sundays from 8:00 to 11:00.');
  });

  test('says whom we have heard from, who is away, and what silence means', () => {
    const round = given(
      world.sundayWithout({ member: eli, reason: 'on_leave' }),
      world.consents(ana),
    ).round;
    const circle = world.bakeryAfter(
      world.goesOnLeave(eli, { fromOn: '2026-06-01', untilOn: null }),
    );
    const { shown } = cardOf(round, wednesday, circle);
    expect(shown).toContain('Heard from 1 of 4 · 1 on leave · Silence is not taken as a yes');
  });

  test('names nobody who is silent, unless the circle chose that', () => {
    const round = after(...world.allConsentBut([dee]));
    expect(cardOf(round, wednesday).shown).not.toContain('We wait for <@U0DEE>');
    const naming: Circle = { ...bakery, settings: { ...bakery.settings, namesWaiting: true } };
    expect(cardOf(round, wednesday, naming).shown).toContain('We wait for <@U0DEE>');
  });

  test('is never a scoreboard: it neither counts consents nor says who consented', () => {
    const content = cardOf(after(world.consents(ana), world.consents(cai)), wednesday);
    const said = content.text + content.shown;
    expect(said).toContain('Heard from 2 of 5');
    expect(said).not.toMatch(/\d+ consent|consented|<@U0ANA> consents|█|%/u);
  });

  test('shows who asked for more time, until when, and what they need', () => {
    const hold = { ...world.asksTime(cai), needs: 'To read the lease' };
    const { shown, text } = cardOf(after(hold), wednesday);
    expect(shown).toMatch(/<@U0CAI> asked for more time until <!date.*needs: To read the lease/u);
    expect(text).toContain('<@U0CAI> asked for more time until');
  });
});

describe('a long proposal', () => {
  const line = 'We bake on Sunday and we rest on Monday. ';
  const document = {
    paragraphs: Array.from({ length: 60 }, (_, index) => ({
      kind: 'paragraph' as const,
      indent: 0 as const,
      spans: [{ text: `${index}. ${line.repeat(4)}` }],
    })),
  };
  const round = { ...sundayOpening, versions: [{ ...versionOne(), document }] };

  function versionOne() {
    const [version] = sundayOpening.versions;
    if (!version) throw new Error('A round has a version');
    return version;
  }

  test('is shortened, with a way to read it all below it', () => {
    const card = cardOf(round, tuesday);
    expect(card.shown).toContain('0. We bake');
    expect(card.shown).not.toContain('59. We bake');
    const cut = card.blocks.findIndex((block) => shownIn(block).includes('0. We bake'));
    expect(actionsIn(card.blocks[cut + 1])).toEqual([actionIds.readAll]);
  });
});

describe('an open objection', () => {
  const round = after(world.objects(dee));
  const card = cardOf(round, wednesday);
  const { harm, effect, remedy } = world.objectionText;

  test('is on the card in full, above the question, with whose it is and the aim', () => {
    const question = card.shown.indexOf('Any objection to trying this?');
    for (const said of ['*<@U0DEE> sees a problem*', harm, effect, remedy, 'Our aim: Good bread']) {
      expect(card.shown).toContain(said);
      expect(card.shown.indexOf(said)).toBeLessThan(question);
    }
    expect(card.text).toContain(harm);
    expect(card.text).toContain(remedy);
  });

  test('says that nothing is decided, and who takes the next step', () => {
    expect(card.shown).toContain('Nothing is decided yet. Next: <@U0ANA> and <@U0DEE>');
    expect(card.shown).toContain('Others can still answer until');
  });

  test('has its owner’s two buttons, and says what settling means beforehand', () => {
    expect(card.actions).toContain(actionIds.settleObjection);
    expect(card.actions).toContain(actionIds.takeBackObjection);
    expect(JSON.stringify(card.blocks)).toContain('Your answer is then consent to version 1.');
    expect(card.shown).toContain(
      'Only the person who raised it, or who looks after it now, can say.',
    );
  });

  test('keeps its words and colour when everyone else consents', () => {
    const others = after(world.objects(dee), ...world.allConsentBut([dee]));
    const all = cardOf(others, wednesday);
    expect(all.shown).toContain('Nothing is decided yet.');
    expect(all.shown).toContain('Only the person who sees the problem says when it is settled.');
    expect(all.actions).toEqual(card.actions);
  });

  test('leaves the card when its owner settles it', () => {
    const settled = after(world.objects(dee), world.settles(dee, wednesday));
    expect(cardOf(settled, wednesday).shown).not.toContain(harm);
  });
});

describe('more objections than fit', () => {
  const long = 'bread '.repeat(240).trim();
  const raised = [ana, cai, dee, eli].map((by) => ({
    ...world.objects(by),
    harm: `${by} ${long}`,
    effect: long,
    remedy: long,
  }));
  const card = cardOf(after(...raised), wednesday);
  // Long texts stand in several pieces, one after another.
  const whole = card.shown.replaceAll('\n', '');

  test('are shown in full as far as there is room, and the rest is named and one click away', () => {
    expect(whole).toContain(`U0ANA ${long}`);
    expect(whole).not.toContain(`U0ELI ${long}`);
    expect(card.shown).toMatch(/\d more objections are open, from .*<@U0ELI>/u);
    expect(card.actions.filter((id) => id === actionIds.readAll)).toHaveLength(1);
    expect(card.shown).toMatch(/Read all, with \d more objections/u);
  });

  test('leave something of the proposal on the card', () => {
    expect(card.shown).toContain('We open on Sundays');
  });
});

describe('the three answers', () => {
  const row = answerButtons(sundayOpening, words);

  test('are all there are, in the order of the rules', () => {
    expect(row.elements.map((each) => each.action_id)).toEqual(answers);
    expect(Object.keys(ANSWER_KINDS)).toEqual(['consent', 'objection', 'more_time']);
  });

  test('look alike, and carry the round and its text', () => {
    for (const each of row.elements) {
      expect(each).toMatchObject({ type: 'button', value: 'round-sunday:1' });
      expect(each).not.toHaveProperty('style');
    }
    expect(shownIn(row)).toBe('Consent · OK to try\nObject · I see a problem\nI need more time');
  });
});
