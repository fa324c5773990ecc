import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Circle } from '../../../src/core/circle.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import type { Round } from '../../../src/core/round.ts';
import { evolveRound } from '../../../src/core/round-history.ts';
import { checkMessage } from '../../../src/sandbox/slack/blocks/check.ts';
import { directMessage } from '../../../src/slack/blocks/direct-message.ts';
import { objectionMessage } from '../../../src/slack/blocks/objection-card.ts';
import {
  HELP_KINDS,
  helpDone,
  helpForm,
  helpModal,
} from '../../../src/slack/blocks/objection-help-modal.ts';
import { ledgerOf } from '../../../src/slack/blocks/objection-ledger.ts';
import { objectionNoteForm } from '../../../src/slack/blocks/objection-note-modal.ts';
import { objectionThreadPost } from '../../../src/slack/blocks/objection-thread.ts';
import { readModal } from '../../../src/slack/blocks/read-modal.ts';
import { actionIds } from '../../../src/slack/ids.ts';
import { wordsFor } from '../../../src/words/index.ts';
import * as world from '../../support/bakery.ts';
import { extremeObjection, extremeTexts, objectedRound } from '../../support/extreme-round.ts';
import { found } from '../../support/found.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfMessage, problemsOfView } from '../../support/slack-limits.ts';

const words = wordsFor('en');
const { ana, ben, dee, eli, bakery, sundayOpening, wednesday } = world;
const about = { objectionId: world.objectionOf(dee), at: wednesday } as const;
const after = (...events: readonly RoundEvent[]) =>
  events.reduce<Round>(evolveRound, sundayOpening);
const seenOf = (round: Round, circle: Circle = bakery, now = wednesday) => {
  const objection = found(round.objections[0]);
  return { round, circle, now, objection, permalink: 'https://slack.example/card' };
};
const shownOf = (round: Round, circle?: Circle) =>
  shownIn(objectionMessage(seenOf(round, circle), words).blocks);

describe('an objection’s message', () => {
  const settled = world.settles(dee, wednesday);
  const takenBack = { type: 'objection_taken_back', by: dee, ...about } as const;
  const noted = { type: 'objection_became_note', note: 'Our sleep', by: dee, ...about } as const;
  const asking = { asked: [ana], away: [], deadlineAt: world.extendedDeadline };
  const lapsed = { type: 'objection_lapsed_to_note', asking, by: null, ...about } as const;
  const withdrawn = { type: 'round_withdrawn', reason: null, at: wednesday, by: ben } as const;

  test.each<[string, RoundEvent, string]>([
    ['settled', settled, '*Settled by version 1.* <@U0DEE> said so'],
    ['taken back', takenBack, '*Taken back* by <@U0DEE>'],
    ['something to watch', noted, 'To watch: Our sleep'],
    ['lapsed', lapsed, 'Nobody could speak for it any more'],
    ['of a proposal that was taken back', withdrawn, 'the proposal was taken back'],
    ['of a parked round', world.parks(wednesday), 'The round is parked'],
  ])('%s says so, and has nothing left to press but how it went', (_, event, words) => {
    const round = after(world.objects(dee), event);
    expect(shownOf(round)).toContain(words);
    const actions = actionsIn(objectionMessage(seenOf(round), wordsFor('en')).blocks);
    const hasHistory = found(round.objections[0]).steps.length > 1;
    expect(actions).toEqual(hasHistory ? [actionIds.readAll] : []);
  });

  test('says who raised it and who owns it now', () => {
    const adopted = { type: 'objection_adopted', by: eli, ...about } as const;
    const shown = shownOf(after(world.objects(dee), adopted));
    expect(shown).toContain('*<@U0DEE> sees a problem*');
    expect(shown).toContain('<@U0DEE> raised it, and <@U0ELI> has taken it on.');
    expect(shown).toContain('Owner: <@U0ELI>.');
  });

  test('names the circle as next where no other facilitator is here', () => {
    const leave = { fromOn: '2026-06-01', untilOn: null };
    const away = world.bakeryAfter(
      world.goesOnLeave(ana, leave),
      world.goesOnLeave(world.cai, leave),
    );
    expect(shownOf(after(world.objects(dee)), away)).toContain('the circle looks at it');
  });

  test('is complete as plain text', () => {
    const { text } = objectionMessage(seenOf(after(world.objects(dee))), words);
    for (const said of Object.values(world.objectionText)) expect(text).toContain(said);
    expect(text).toContain('*Open.* Nothing is decided while it is.');
    expect(text).toContain('https://slack.example/card');
  });
});

const at = wednesday;
/** Everything that people can say about an objection, at its longest. */
const said = extremeTexts.map((texts) => {
  const { harm, effect, remedy, note, need } = texts;
  const raised = objectedRound(texts);
  const steps: RoundEvent[] = [
    { type: 'clarity_asked', text: need, by: ana, ...about },
    { type: 'wording_suggested', harm, effect, remedy, by: ana, ...about },
    { type: 'way_suggested', way: 'pilot', text: note, by: ana, ...about },
    { type: 'talk_asked', by: eli, ...about },
    { type: 'owner_asked_for_idea', by: null, ...about },
    { type: 'circle_asked_for_ideas', by: null, ...about },
    { type: 'objector_away', reason: 'left', by: null, ...about },
    { type: 'objection_became_note', note, by: dee, ...about },
  ];
  return { raised, steps, first: extremeObjection(texts) };
});

function isFine(content: { text: string; blocks: readonly object[] }): void {
  const message = { text: content.text, blocks: [...content.blocks] };
  expect(problemsOfMessage(JSON.parse(JSON.stringify(message)))).toEqual([]);
  expect(checkMessage(JSON.parse(JSON.stringify(content.blocks)))).toEqual([]);
}

describe('whatever people write, Slack takes it and nobody is called', () => {
  test('in the objection’s message, its thread and the messages to one person', () => {
    fc.assert(
      fc.property(said, ({ raised, steps }) => {
        let round = raised;
        for (const event of steps) {
          round = evolveRound(round, event);
          isFine(objectionMessage(seenOf(round), words));
          const post = objectionThreadPost({ event, round, circle: bakery, words });
          isFine(found(post));
          const told = { event, round, circle: bakery, words, permalink: null };
          isFine(directMessage({ ...told, to: dee, talk: 'https://slack.example/o' }));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('in the forms of help, the note, and all that is read', () => {
    fc.assert(
      fc.property(said, ({ raised, steps }) => {
        const seen = seenOf(raised);
        const forms = HELP_KINDS.flatMap((kind) =>
          kind === 'aim_link' ? [] : [helpForm(kind, seen, words)],
        );
        const round = steps.reduce<Round>(evolveRound, raised);
        const read = readModal(
          { seen: { round, circle: bakery, now: at }, by: dee, from: 0 },
          words,
        );
        const more = [
          helpModal(seen, words),
          helpDone(seen, words),
          objectionNoteForm(seen, words),
        ];
        for (const view of [...forms, ...more, read]) expect(problemsOfView(view)).toEqual([]);
        for (const line of ledgerOf(
          found(round.objections[0]),
          { round, zone: 'Europe/Berlin' },
          words,
        )) {
          expect(line.mrkdwn).not.toMatch(/<!(?!date)/u);
        }
      }),
      { numRuns: 40 },
    );
  });
});
