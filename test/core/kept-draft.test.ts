import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../src/core/document-of-text.ts';
import { circleId, draftId, memberId } from '../../src/core/ids.ts';
import {
  decideKeeping,
  DRAFT_TEXT_MAX,
  DRAFTERS_MAX,
  DRAFTS_MAX,
  mayOpenDraft,
  mayWriteDraft,
  whyNotDiscard,
  whyNotSend,
} from '../../src/core/kept-draft.ts';
import type { DraftText, KeepCommand, KeptDraft } from '../../src/core/kept-draft.ts';
import { NEED_MAX, TITLE_MAX } from '../../src/core/proposal.ts';
import { ana, bakery, ben, cai, deciders, dee, monday, tuesday } from '../support/bakery.ts';
import { emptyDraft } from '../support/empty-draft.ts';

const stranger = memberId('U0STRANGER');
const nothing = emptyDraft;
const command: KeepCommand = {
  id: draftId('d_1'),
  by: ben,
  at: monday,
  basedOn: 0,
  drafters: [],
  text: nothing,
};
const kept: KeptDraft = {
  id: command.id,
  teamId: bakery.teamId,
  circleId: bakery.id,
  author: ben,
  drafters: [cai],
  revision: 2,
  savedAt: monday,
  savedBy: cai,
  text: nothing,
};

/** The circle without these people. */
function without(...gone: readonly string[]) {
  const members = [...bakery.members].filter(([id]) => !gone.includes(id));
  return { ...bakery, members: new Map(members) };
}

function keeping(
  draft: KeptDraft | null,
  changed: Partial<KeepCommand> = {},
  { circle = bakery, others = 0 } = {},
) {
  return decideKeeping(draft, { ...command, ...changed }, { circle, others });
}

describe('a draft', () => {
  test('is kept with whatever is there, if it be nothing', () => {
    expect(keeping(null)).toMatchObject({
      kept: { author: ben, drafters: [], revision: 1, savedBy: ben, text: nothing },
      invited: [],
    });
  });

  test('is written on by whom its author invited, and stays the author’s', () => {
    const text = { ...nothing, title: 'Open on Sundays' };
    const changed = { by: cai, basedOn: 2, drafters: [dee], text, at: tuesday };
    expect(keeping(kept, changed)).toMatchObject({
      kept: { author: ben, drafters: [cai], revision: 3, savedBy: cai, savedAt: tuesday, text },
      invited: [],
    });
  });

  test('tells only those who are newly invited, each once, and never its author', () => {
    const drafters = [dee, cai, dee, ben];
    expect(keeping(kept, { basedOn: 2, drafters })).toMatchObject({
      kept: { drafters: [dee, cai] },
      invited: [dee],
    });
  });

  test('is closed to everybody else, facilitators too', () => {
    for (const by of [ana, dee, stranger]) {
      expect(mayOpenDraft(kept, by, bakery)).toBe(false);
      const refused = { code: 'draft_unknown' };
      expect(keeping(kept, { by, basedOn: 2 })).toEqual({ refused });
      expect(whyNotDiscard(kept, by, bakery)).toEqual(refused);
      expect(whyNotSend(kept, { by, basedOn: 2 }, bakery)).toEqual(refused);
    }
    expect(bakery.facilitators).toContain(ana);
    expect(mayOpenDraft(kept, ben, { ...bakery, id: circleId('another') })).toBe(false);
  });

  test('is closed to an invited person who has left the circle', () => {
    expect(mayOpenDraft(kept, cai, bakery)).toBe(true);
    expect(mayOpenDraft(kept, cai, without(cai))).toBe(false);
    const left = keeping(kept, { by: cai, basedOn: 2 }, { circle: without(cai) });
    expect(left).toEqual({ refused: { code: 'draft_unknown' } });
  });

  test('can be read, and no longer written on, by an author who has left', () => {
    const circle = without(ben);
    expect(mayOpenDraft(kept, ben, circle)).toBe(true);
    expect(mayWriteDraft(kept, ben, circle)).toBe(false);
    const refused = { code: 'draft_not_decider' };
    expect(keeping(kept, { basedOn: 2 }, { circle })).toEqual({ refused });
    expect(keeping(null, {}, { circle })).toEqual({ refused });
    expect(whyNotDiscard(kept, ben, circle)).toBeNull();
  });

  test('is kept by one person at a time: who comes second hears of the first', () => {
    const refused = { code: 'draft_saved_since', by: cai, at: monday };
    expect(keeping(kept, { basedOn: 1 })).toEqual({ refused });
    expect(whyNotSend(kept, { by: ben, basedOn: 1 }, bakery)).toEqual(refused);
    expect(whyNotSend(kept, { by: ben, basedOn: 2 }, bakery)).toBeNull();
  });

  test('that is gone is not brought back by a form that was open on it', () => {
    expect(keeping(null, { basedOn: 2 })).toEqual({ refused: { code: 'draft_unknown' } });
  });

  test('is sent and discarded by its author only', () => {
    const refused = { code: 'draft_of_author', author: ben };
    expect(whyNotSend(kept, { by: cai, basedOn: 2 }, bakery)).toEqual(refused);
    expect(whyNotDiscard(kept, cai, bakery)).toEqual(refused);
    expect(whyNotDiscard(kept, ben, bakery)).toBeNull();
  });
});

describe('there are at most', () => {
  test('twenty drafts of one person', () => {
    const refused = { code: 'too_many_drafts', max: DRAFTS_MAX };
    expect(keeping(null, {}, { others: DRAFTS_MAX - 1 })).toHaveProperty('kept');
    expect(keeping(null, {}, { others: DRAFTS_MAX })).toEqual({ refused });
    expect(keeping(kept, { basedOn: 2 }, { others: DRAFTS_MAX })).toHaveProperty('kept');
  });

  test('five invited people, all of the circle', () => {
    const six = [...deciders, ...Array.from({ length: 6 }, (_, n) => memberId(`U0M${n}`))];
    const drafters = six.filter((one) => one !== ben).slice(0, DRAFTERS_MAX + 1);
    const refused = { code: 'too_many_drafters', max: DRAFTERS_MAX };
    expect(keeping(null, { drafters })).toEqual({ refused });
    expect(keeping(null, { drafters: [stranger] })).toEqual({
      refused: { code: 'drafter_not_in_circle', members: [stranger] },
    });
  });

  test('an invited person who left since stands in nobody’s way', () => {
    const circle = without(cai);
    expect(keeping(kept, { basedOn: 2, drafters: [cai] }, { circle })).toHaveProperty('kept');
  });

  test('so many characters in each text, and none is cut', () => {
    const tooLong = (text: Partial<DraftText>) => keeping(null, { text: { ...nothing, ...text } });
    const document = documentOfText('x'.repeat(DRAFT_TEXT_MAX));
    expect(tooLong({ document })).toMatchObject({ kept: { text: { document } } });
    expect(tooLong({ document: documentOfText('x'.repeat(DRAFT_TEXT_MAX + 1)) })).toEqual({
      refused: { code: 'draft_too_long', field: 'proposal', max: DRAFT_TEXT_MAX },
    });
    expect(tooLong({ title: 'x'.repeat(TITLE_MAX + 1) })).toHaveProperty('refused.field', 'title');
    expect(tooLong({ need: 'x'.repeat(NEED_MAX + 1) })).toHaveProperty('refused.field', 'need');
  });

  test('so much formatting: a form could not show it again', () => {
    const paragraph = { kind: 'paragraph', indent: 0, spans: [{ text: 'a', bold: true }] } as const;
    const document = { paragraphs: Array.from({ length: 5_000 }, () => paragraph) };
    expect(keeping(null, { text: { ...nothing, document } })).toHaveProperty(
      'refused.code',
      'draft_too_long',
    );
  });
});
