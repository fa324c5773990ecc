import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalised } from '../../../src/core/document.ts';
import { documentPart, fixedPart, optionalPart, textPart } from '../../../src/slack/blocks/fit.ts';
import type { Part } from '../../../src/slack/blocks/fit.ts';
import { button } from '../../../src/slack/blocks/elements.ts';
import { actions, divider, header, section, sections } from '../../../src/slack/blocks/kit.ts';
import {
  LIMITS,
  MESSAGE_CHARACTERS_BUDGET,
  MESSAGE_CHARACTERS_MAX,
  MESSAGE_TEXT_BUDGET,
  VIEW_BYTES_BUDGET,
} from '../../../src/slack/blocks/limits.ts';
import { charactersIn, fitMessage, message } from '../../../src/slack/blocks/message.ts';
import { bytesIn, home, modal } from '../../../src/slack/blocks/view.ts';
import { verbatim } from '../../../src/words/terms.ts';
import { sayingOfLines } from '../../../src/words/user-text.ts';
import { anyDocument, linesDocument } from '../../support/documents.ts';
import { extremeText } from '../../support/extreme-text.ts';
import { problemsOfMessage, problemsOfView } from '../../support/slack-limits.ts';

const text = verbatim('Open on Sundays');
const answers = actions([
  button({ actionId: 'consent', label: verbatim('OK to try'), value: '1' }),
]);
const readAll = actions([button({ actionId: 'read', label: verbatim('Read all'), value: '1' })]);

describe('a card', () => {
  const long = linesDocument(...Array.from({ length: 120 }, () => 'bread & butter '.repeat(7)));

  test('shows all where there is room', () => {
    const parts = [
      fixedPart(header(text)),
      documentPart(1, linesDocument('Short'), { whenCut: [readAll] }),
    ];
    const types = fitMessage({ text, parts }).blocks.map(({ type }) => type);
    expect(types).toEqual(['header', 'rich_text']);
  });

  test('with a proposal of 12,000 characters shows as much as fits, and “Read all”', () => {
    const parts = [
      fixedPart(header(text)),
      documentPart(1, long, { whenCut: [readAll] }),
      fixedPart(answers),
    ];
    const content = fitMessage({ text, parts });
    expect(content.blocks.at(0)?.type).toBe('header');
    expect(content.blocks.slice(-2)).toEqual([readAll, answers]);
    expect(charactersIn(content.blocks)).toBeGreaterThan(8000);
    expect(problemsOfMessage(content)).toEqual([]);
  });

  test('shows no more of a document than it is asked to', () => {
    const parts = [documentPart(1, long, { max: 600, whenCut: [readAll] })];
    const { blocks } = fitMessage({ text, parts });
    expect(charactersIn(blocks)).toBeLessThan(700);
    expect(blocks.at(-1)).toEqual(readAll);
  });

  test('shortens what matters least, then leaves it out, then what matters more', () => {
    const least = textPart(1, sayingOfLines('least '.repeat(1000)), [divider()]);
    const more = textPart(2, sayingOfLines('more '.repeat(1000)));
    const most = textPart(3, sayingOfLines('most '.repeat(1000)));
    const both = JSON.stringify(fitMessage({ text, parts: [least, more, most] }).blocks);
    expect(both.match(/most/gu)).toHaveLength(1000);
    expect(both.match(/more/gu)).toHaveLength(1000);
    expect(both.match(/least/gu)?.length).toBeGreaterThan(50);

    const huge = textPart(4, sayingOfLines('huge '.repeat(2100)));
    const said = JSON.stringify(fitMessage({ text, parts: [least, more, most, huge] }).blocks);
    expect(said.match(/huge/gu)).toHaveLength(2100);
    expect(said).not.toMatch(/least|more/u);
  });

  test('leaves out optional blocks before anything that must be shown', () => {
    const must = Array.from({ length: 49 }, () => section(text));
    const parts = [
      optionalPart(1, divider(), section(text)),
      ...must.map((each) => fixedPart(each)),
    ];
    expect(fitMessage({ text, parts }).blocks).toEqual(must);
  });

  test('keeps headings and buttons even where everything must be shown', () => {
    const blocks = [
      header(text),
      ...sections(sayingOfLines('bread '.repeat(4000))),
      ...Array.from({ length: 60 }, () => divider()),
      answers,
    ];
    const content = message({ text, blocks });
    expect(content.blocks.at(0)?.type).toBe('header');
    expect(content.blocks).toContainEqual(answers);
    expect(problemsOfMessage(content)).toEqual([]);
  });

  test('is one that Slack takes, whatever its parts', () => {
    const part: fc.Arbitrary<Part> = fc.oneof(
      fc
        .tuple(fc.nat(3), anyDocument.map(normalised))
        .map(([priority, document]) => documentPart(priority, document, { whenCut: [readAll] })),
      fc
        .tuple(fc.nat(3), extremeText.map(sayingOfLines))
        .map(([priority, saying]) => textPart(priority, saying, [divider()])),
      extremeText.map((typed) => fixedPart(section(verbatim(typed)))),
      extremeText.map((typed) => optionalPart(2, header(verbatim(typed)))),
    );
    const parts = fc.array(part, { maxLength: 20 });
    fc.assert(
      fc.property(parts, extremeText.map(sayingOfLines), (some, said) => {
        const content = fitMessage({ text: said, parts: [...some, fixedPart(answers)] });
        expect(problemsOfMessage(content)).toEqual([]);
        expect(content.blocks).toContainEqual(answers);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

describe('a view', () => {
  const huge = linesDocument(...Array.from({ length: 4000 }, () => 'שלום "bread" & <butter>'));

  test('of more than 250 kB or 100 blocks becomes smaller', () => {
    const frame = { callbackId: 'read', title: text, close: text };
    const view = modal({
      ...frame,
      blocks: [header(text), documentPart(1, huge, { whenCut: [divider()] })],
    });
    expect(problemsOfView(view)).toEqual([]);
    expect(view.blocks.length).toBeGreaterThan(20);
    expect(problemsOfView(home(Array.from({ length: 300 }, () => section(text))))).toEqual([]);
  });

  test('shows a proposal of 12,000 characters whole', () => {
    const twelve = linesDocument(...Array.from({ length: 100 }, () => 'bread '.repeat(20).trim()));
    const view = home([documentPart(1, twelve, { whenCut: [divider()] })]);
    expect(view.blocks.every(({ type }) => type === 'rich_text')).toBe(true);
    expect(JSON.stringify(view).match(/bread/gu)).toHaveLength(2000);
  });

  test('is measured in the bytes that are sent', () => {
    expect(bytesIn([header(verbatim('é'))])).toBe(
      Buffer.byteLength(JSON.stringify([header(verbatim('é'))])),
    );
  });
});

test('a message’s text is cut to what every method takes', () => {
  const content = message({ text: sayingOfLines('<'.repeat(3000)), blocks: [] });
  expect(content.text.length).toBeLessThanOrEqual(3900);
  expect(content.text).toMatch(/^(?:&lt;)+…$/u);
});

test('every budget leaves room below the limit that it is for', () => {
  expect(MESSAGE_CHARACTERS_BUDGET).toBeLessThan(MESSAGE_CHARACTERS_MAX * 0.95);
  expect(MESSAGE_TEXT_BUDGET).toBeLessThan(LIMITS.messageText);
  // A title, two buttons and private metadata stand beside a view's blocks.
  expect(VIEW_BYTES_BUDGET + 6 * (LIMITS.privateMetadata + 3 * 24)).toBeLessThan(LIMITS.viewBytes);
});
