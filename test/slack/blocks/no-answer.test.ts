import { describe, expect, test } from 'vitest';
import { noAnswerOf } from '../../../src/core/no-answer.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import { replayRound } from '../../../src/core/round-history.ts';
import { noAnswerMessage } from '../../../src/slack/blocks/no-answer.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  bakery,
  bakeryTime,
  consents,
  dee,
  objects,
  sundayOpened,
  wednesday,
} from '../../support/bakery.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';
import { published } from '../../support/versions.ts';

const words = wordsFor('en');
const { consent, object, moreTime, takeBackAnswer } = actionIds;
const ONLY_BUTTONS = 'Only the buttons count. An emoji or “+1” is not an answer.';

function heardBy(to: typeof dee, events: readonly RoundEvent[], permalink: string | null = null) {
  const round = replayRound(events);
  const noAnswer = noAnswerOf(round, bakery, to);
  if (!noAnswer) throw new Error('Nothing is to be heard');
  const { text, blocks } = noAnswerMessage({ round, to, noAnswer, permalink }, words);
  return { text, shown: shownIn(blocks), actions: actionsIn(blocks) };
}

/** Source: docs/process.md §10 case 19. */
describe('an emoji is no answer', () => {
  test('and whoever has not answered gets the three buttons', () => {
    const { text, shown, actions } = heardBy(dee, [sundayOpened]);
    const said = 'your emoji on “Open on Sundays” (P-31). It does not count as an answer';
    expect(shown).toContain(said);
    expect(shown).toContain('so we have not heard from you yet. Any objection to trying this?');
    expect(shown).toContain(ONLY_BUTTONS);
    expect(shown).not.toContain('Read all on the card');
    expect(text).toContain(said);
    expect(actions).toEqual([consent, object, moreTime]);
  });

  test('with what changed since their earlier answer', () => {
    const { shown, actions } = heardBy(dee, [sundayOpened, consents(dee), published(2)]);
    expect(shown).toContain('we have not heard from you yet');
    expect(shown).toContain('You had no objection to version 1. Here is what changed');
    expect(shown).toContain('Three');
    expect(actions).toEqual([consent, object, moreTime]);
  });

  test('and nobody waits for whoever is away, or wished to be left out', () => {
    const excused = { type: 'member_excused', member: dee, at: wednesday, by: dee } as const;
    const wished = heardBy(dee, [sundayOpened, { ...excused, reason: 'own_wish' }]);
    expect(wished.shown).toContain('does not count as an answer. Nobody waits for one from you');
    expect(wished.shown).toContain('you wished to be left out. If you answer with a button');
    expect(wished.shown).not.toContain('not heard from you');
    expect(wished.actions).toEqual([consent, object, moreTime]);
    const onLeave = heardBy(dee, [sundayOpened, { ...excused, reason: 'on_leave' }]);
    expect(onLeave.shown).toContain('from you: you are away.');
  });

  test('and whoever has answered hears what stays, and may change it', () => {
    const { shown, actions } = heardBy(dee, [sundayOpened, consents(dee)]);
    expect(shown).toContain('changes nothing. Your answer is still: *Consent · OK to try*.');
    expect(shown).not.toContain('not heard');
    expect(actions).toEqual([consent, object, moreTime, takeBackAnswer]);
  });

  test('and an objection stays open, with the buttons of its owner', () => {
    const { shown, actions } = heardBy(dee, [sundayOpened, objects(dee), published(2)]);
    expect(shown).toContain('Your objection stays open until you say with a button that it is');
    expect(actions).toContain(actionIds.settleObjection);
    expect(actions).toContain(actionIds.keepObjection);
    expect(actions).toContain(actionIds.takeBackObjection);
    expect(actions).not.toContain(consent);
    expect(heardBy(dee, [sundayOpened, objects(dee)]).actions).toContain(actionIds.keepObjection);
  });

  test('and in the question step there is nothing to answer yet', () => {
    const step = { questionsUntilAt: bakeryTime('2026-06-03 17:00'), isSkipped: false };
    const { shown, actions } = heardBy(dee, [{ ...sundayOpened, step }]);
    expect(shown).toContain('Nobody is asked for an answer yet, and only the buttons count.');
    expect(actions).toContain(actionIds.nothingFurther);
    expect(actions).toContain(actionIds.giveThought);
    expect(actions).not.toContain(consent);
  });

  test('with a link to the card, where it is known', () => {
    const { shown } = heardBy(dee, [sundayOpened], 'https://willow.example/archives/C1/p1');
    expect(shown).toContain('<https://willow.example/archives/C1/p1|Read all on the card>');
  });

  test('and what people typed mentions nobody', () => {
    const title = 'Lunch <!channel> & *more*';
    const { text, shown } = heardBy(dee, [{ ...sundayOpened, title }, consents(dee, wednesday)]);
    expect(shown).not.toContain('<!channel>');
    expect(text).not.toContain('<!channel>');
    expect(shown).toContain('&lt;!channel&gt;');
  });
});
