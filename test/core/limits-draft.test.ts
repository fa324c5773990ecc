import { describe, expect, test } from 'vitest';
import { lengthOf, type Document, type Paragraph } from '../../src/core/document.ts';
import { draftId } from '../../src/core/ids.ts';
import { decideKeeping, DRAFT_TEXT_MAX, type KeepCommand } from '../../src/core/kept-draft.ts';
import { LINK_MAX, REPLACES_MAX } from '../../src/core/proposal.ts';
import { bakery, ben, monday } from '../support/bakery.ts';
import { emptyDraft } from '../support/empty-draft.ts';

/** Characters that a draft's text may have with all its formatting, as it is stored. */
const WEIGHT = 80_000;

const line = (text: string): Paragraph => ({
  kind: 'bullet',
  indent: 0,
  spans: [{ text, bold: true }],
});

/** A text of short lines, all bold, that weighs exactly so much. */
function weighing(weight: number): Document {
  const paragraphs = Array.from({ length: 1_000 }, () => line('x'));
  const lacking = weight - JSON.stringify({ paragraphs: [...paragraphs, line('')] }).length;
  return { paragraphs: [...paragraphs, line('x'.repeat(lacking))] };
}

const keeping = (changes: Partial<KeepCommand['text']>) =>
  decideKeeping(
    null,
    {
      id: draftId('d_1'),
      by: ben,
      at: monday,
      basedOn: 0,
      drafters: [],
      text: { ...emptyDraft, ...changes },
    },
    { circle: bakery, others: 0 },
  );

describe('a draft', () => {
  test('weighs at most what a form can show again, however short its text is', () => {
    const document = weighing(WEIGHT);
    expect(JSON.stringify(document)).toHaveLength(WEIGHT);
    expect(lengthOf(document)).toBeLessThan(DRAFT_TEXT_MAX);
    expect(keeping({ document })).toMatchObject({ kept: { text: { document } } });
    expect(keeping({ document: weighing(WEIGHT + 1) })).toEqual({
      refused: { code: 'draft_too_long', field: 'proposal', max: DRAFT_TEXT_MAX },
    });
  });

  test.each([
    ['link', LINK_MAX],
    ['replaces', REPLACES_MAX],
  ] as const)('keeps the longest %s: %i characters', (field, max) => {
    const longest = 'x'.repeat(max);
    expect(keeping({ [field]: longest })).toMatchObject({ kept: { text: { [field]: longest } } });
    expect(keeping({ [field]: `${longest}x` })).toEqual({
      refused: { code: 'draft_too_long', field, max },
    });
  });
});
