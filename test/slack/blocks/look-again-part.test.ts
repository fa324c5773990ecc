import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../../src/core/document-of-text.ts';
import { plainTextOf } from '../../../src/core/document.ts';
import { objectionId } from '../../../src/core/ids.ts';
import { TITLE_MAX } from '../../../src/core/proposal.ts';
import { REPLACING } from '../../../src/core/replacing.ts';
import type { Round } from '../../../src/core/round.ts';
import type { RoundEvent } from '../../../src/core/round-event.ts';
import {
  begunAnew,
  begunWith,
  lookAgainBlocks,
} from '../../../src/slack/blocks/look-again-part.ts';
import { proposalModal } from '../../../src/slack/blocks/proposal-modal.ts';
import { lookAgainButtons, supersededSayings } from '../../../src/slack/blocks/replaced-part.ts';
import { wordsFor } from '../../../src/words/index.ts';
import * as world from '../../support/bakery.ts';
import { extremeText } from '../../support/extreme-text.ts';
import { given } from '../../support/given.ts';
import { shownIn } from '../../support/shown.ts';
import { problemsOfView } from '../../support/slack-limits.ts';

const words = wordsFor(undefined);
const late = (harm: string, name = 'o_late'): RoundEvent => ({
  type: 'late_objection_raised',
  lateId: objectionId(name),
  harm,
  effect: 'They stop talking to us.',
  remedy: null,
  dueAt: world.friday,
  at: world.friday,
  by: world.fay,
});
const decided = (...events: readonly RoundEvent[]): Round =>
  given(world.sundayOpening, ...world.allConsent(), world.decides(world.thursday), ...events).round;
const again = (old: Round) =>
  ({ old, circle: world.bakery, how: 'change', openAbout: [] }) as const;

describe('what stands above a proposal about a decision', () => {
  test('names it, what was raised, and an open proposal about it', () => {
    const about = { ...again(decided(late('Noise.'))), openAbout: [world.sundayOpening] };
    const shown = shownIn(lookAgainBlocks(about, words));
    expect(shown).toContain('You look at D-12 again:* Open on Sundays.');
    expect(shown).toContain('<@U0FAY> raised:* Noise.');
    expect(shown).toContain('P-31 is open about this decision already');
    expect(shown).toContain('Keep it until a new day');
  });

  test('says how much more was raised than it shows', () => {
    const many = Array.from({ length: 7 }, (_, index) => late(`Thing ${index}.`, `o_${index}`));
    const shown = shownIn(lookAgainBlocks(again(decided(...many)), words));
    expect(shown).toContain('2 more things are in its record.');
  });

  test('begins with a title that fits, whatever the decision is called', () => {
    const old = { ...decided(), title: 'x'.repeat(TITLE_MAX) };
    for (const how of REPLACING) {
      expect(begunWith(how, old, words).title.length).toBeLessThanOrEqual(TITLE_MAX);
    }
  });

  test('another choice fills in what nobody wrote, and leaves people’s own words', () => {
    const old = decided();
    const { title, document } = begunWith('keep', old, words);
    const ended = begunAnew({ title, document }, { how: 'end', old }, words);
    expect(ended.title).toBe('End: Open on Sundays');
    expect(plainTextOf(ended.document)).toContain('We end D-12');
    const own = { title: 'Open later', document: documentOfText('From nine.') };
    expect(begunAnew(own, { how: 'end', old }, words)).toEqual(own);
  });

  test('keeps to what Slack takes, whatever people wrote', () => {
    const property = fc.property(extremeText, extremeText, (title, harm) => {
      const old = { ...decided(late(harm)), title };
      const view = proposalModal(
        {
          ...{ circle: world.bakery, by: world.ben, now: world.friday, openRounds: 1 },
          ...{ need: '', replaces: '' },
          ...{
            link: '',
            isQuick: false,
            concerns: null,
            isRemoval: false,
            topic: 'our_work',
            beginsWith: null,
            revision: 1,
          },
          ...begunWith('end', old, words),
          owner: world.ben,
          reviewOn: '2026-09-01',
          deadlineAt: world.friday + 9 * world.DAY,
          again: again(old),
        },
        words,
      );
      expect(problemsOfView(view)).toEqual([]);
    });
    fc.assert(property, { numRuns: 40 });
  });
});

describe('a decision that another one took the place of', () => {
  test('says which one and since when, and is not offered to be looked at again', () => {
    const superseded: RoundEvent = {
      type: 'decision_superseded',
      number: 57,
      roundId: world.sundayOpening.id,
      how: 'keep',
      at: world.friday,
      by: world.cai,
    };
    const old = decided(superseded);
    const [said] = supersededSayings({ round: old, circle: world.bakery }, words);
    expect(said?.plain).toContain('Replaced by D-57 on Fri 5 June 2026');
    expect(lookAgainButtons(old, words)).toEqual([]);
    expect(lookAgainButtons(decided(), words)).toHaveLength(1);
    expect(lookAgainButtons(world.sundayOpening, words)).toEqual([]);
  });
});
