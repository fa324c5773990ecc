import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import { lengthOf } from '../../src/core/document.ts';
import { noAnswerOf } from '../../src/core/no-answer.ts';
import { checkMessage, checkView } from '../../src/sandbox/slack/blocks/check.ts';
import { answersModal } from '../../src/slack/blocks/answers-modal.ts';
import { noAnswerMessage } from '../../src/slack/blocks/no-answer.ts';
import { needsForm, noteForm } from '../../src/slack/blocks/note-modal.ts';
import { notRecordedModal } from '../../src/slack/blocks/not-recorded.ts';
import { objectionForm, objectionThanks } from '../../src/slack/blocks/objection-modal.ts';
import { questionForm, questionThanks } from '../../src/slack/blocks/question-modal.ts';
import { readModal } from '../../src/slack/blocks/read-modal.ts';
import * as receipts from '../../src/slack/blocks/receipt.ts';
import { roundCard } from '../../src/slack/blocks/round-card.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { wordsFor } from '../../src/words/index.ts';
import { explainRound } from '../../src/words/explain.ts';
import { sayingOfLines } from '../../src/words/user-text.ts';
import * as world from '../support/bakery.ts';
import { firstOf, PEOPLE, scenes, staged, statesOf } from '../support/extreme-scene.ts';
import { actionsIn, shownIn } from '../support/shown.ts';
import { problemsOfMessage, problemsOfView } from '../support/slack-limits.ts';

const words = wordsFor('en');
const { tuesday, wednesday } = world;

/** Members whom a text mentions although nobody of the program's own words does. */
function strangersIn(content: unknown): string[] {
  const said = JSON.stringify(content);
  const mentioned = [...said.matchAll(/<@([^>|]*)/gu)].map(([, id]) => id ?? '');
  const known = new Set<string>([...PEOPLE, ...world.deciders]);
  // A rich text's characters are never parsed: only mrkdwn and a message's text can mention.
  return mrkdwnIn(content).flatMap((text) =>
    mentioned.filter((id) => text.includes(`<@${id}`) && !known.has(id)),
  );
}

function mrkdwnIn(content: unknown): string[] {
  if (typeof content !== 'object' || content === null) return [];
  if ('verbatim' in content && 'text' in content) return [String(content.text)];
  return Object.values(content).flatMap(mrkdwnIn);
}

function elementTypesIn(content: unknown): string[] {
  if (typeof content !== 'object' || content === null) return [];
  const type = 'type' in content ? [String(content.type)] : [];
  return [...type, ...Object.values(content).flatMap(elementTypesIn)];
}

function expectCalm(content: { text: string; blocks: readonly unknown[] }): void {
  expect(problemsOfMessage(content)).toEqual([]);
  expect(checkMessage(JSON.parse(JSON.stringify(content.blocks)))).toEqual([]);
  expect(strangersIn(content.blocks)).toEqual([]);
  expect(content.text).not.toMatch(/<!(?!date\^)/u);
  const calls = ['user', 'usergroup', 'broadcast', 'channel'];
  expect(elementTypesIn(content.blocks).filter((type) => calls.includes(type))).toEqual([]);
}

function expectView(view: unknown): void {
  expect(problemsOfView(view)).toEqual([]);
  expect(checkView(JSON.parse(JSON.stringify(view)))).toEqual([]);
  expect(strangersIn(view)).toEqual([]);
}

describe('whatever people typed', () => {
  test('every card in every state is one that Slack takes, and calls nobody', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const stage = staged(scene);
        for (const round of statesOf(stage, scene.said)) {
          expectCalm(roundCard({ round, circle: stage.circle, now: wednesday, words }));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the buttons that people answer with are on every open card', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { circle, objected } = staged(scene);
        const { blocks } = roundCard({ round: objected, circle, now: wednesday, words });
        const { consent, object, moreTime, askQuestion, seeAnswers, resolve } = actionIds;
        expect(actionsIn(blocks)).toEqual(
          expect.arrayContaining([consent, object, moreTime, askQuestion, seeAnswers, resolve]),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('what a card cannot hold is one click away: the button is there, and the view has it', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { circle, objected } = staged(scene);
        const { blocks } = roundCard({ round: objected, circle, now: wednesday, words });
        expect(readAll(blocks).length).toBeLessThanOrEqual(1);
        if (lengthOf(scene.document) > 2600) expect(readAll(blocks)).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });

  test('every modal is one that Slack takes, page by page', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { circle, round, objected } = staged(scene);
        const by = firstOf([...round.asked.keys()]);
        const seen = { round: objected, circle, now: wednesday };
        for (const from of [0, 1, 3, 40]) {
          expectView(readModal({ seen, by, from }, words));
          expectView(answersModal({ seen, from }, words));
          expectView(answersModal({ seen: { ...seen, round }, from }, words));
        }
        const [own = null] = objected.objections;
        const answered = { before: round, after: objected, circle, by, at: wednesday };
        const why = sayingOfLines(scene.said);
        const wrote = [scene.said, scene.said, null, scene.note];
        for (const view of [
          objectionForm(objected, own, words),
          objectionForm(objected, null, words),
          objectionThanks(answered, words),
          noteForm(round, scene.note, words),
          needsForm(round, scene.note, words),
          questionForm(round, words),
          questionThanks(round, words),
          notRecordedModal({ why, wrote }, words),
        ]) {
          expectView(view);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('every receipt is one that Slack takes, and calls nobody', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { circle, round: after } = staged(scene);
        for (const by of [...after.asked.keys()].slice(0, 2)) {
          const at = world.dayAfterDeadline;
          const answered = { before: after, after, circle, by, at };
          expectCalm(receipts.consentReceipt(answered, words));
          expectCalm(receipts.moreTimeReceipt(answered, words));
          expectCalm(receipts.settledReceipt(answered, words));
          expectCalm(receipts.takenBackReceipt(after, words));
          expectCalm(receipts.objectionTakenBackReceipt(after, words));
          expectCalm(receipts.changeOffer(after, after.answers.get(by) ?? null, words));
          const refused = {
            code: 'round_parked',
            untilOn: '2026-07-01',
            nextStep: scene.note,
            cause: 'people',
          } as const;
          expectCalm(receipts.privately(explainRound(words, refused, 'Europe/Berlin')));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('that an emoji is no answer is said so that Slack takes it, and calls nobody', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const stage = staged(scene);
        const heard = statesOf(stage, scene.said).flatMap((round) =>
          [...round.asked.keys()].slice(0, 3).flatMap((to) => {
            const noAnswer = noAnswerOf(round, stage.circle, to);
            return noAnswer
              ? [noAnswerMessage({ round, to, noAnswer, permalink: null }, words)]
              : [];
          }),
        );
        expect(heard.length).toBeGreaterThan(0);
        heard.forEach(expectCalm);
      }),
      { numRuns: 40 },
    );
  });
});

const readAll = (blocks: readonly unknown[]) =>
  actionsIn(blocks).filter((id) => id === actionIds.readAll);

describe('a proposal of 12,000 characters', () => {
  const sentence = 'Bread & butter for <everyone> on Sunday. ';
  const whole = sentence.repeat(Math.ceil(12_000 / sentence.length)).slice(0, 12_000);

  test.each([
    ['in one paragraph', [whole]],
    [
      'in as many lines as fit',
      whole
        .slice(0, 6000)
        .split('')
        .map(() => 'a'),
    ],
  ])('is whole in the modal, %s', (_, lines) => {
    const document: Document = {
      paragraphs: lines.map((text) => ({ kind: 'paragraph', indent: 0, spans: [{ text }] })),
    };
    const [version] = world.sundayOpening.versions;
    if (!version) throw new Error('A round has a version');
    const round = { ...world.sundayOpening, versions: [{ ...version, document }] };
    const seen = { round, circle: world.bakery, now: tuesday };
    const view = readModal({ seen, by: world.ana, from: 0 }, words);
    expectView(view);
    const shown = shownIn(view.blocks).replaceAll('&amp;', '&').replaceAll('&lt;', '<');
    const letters = (text: string) => text.replaceAll('&gt;', '>').replaceAll(/\s/gu, '');
    expect(letters(shown)).toContain(letters(lines.join('')));
  });
});
