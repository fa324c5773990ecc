import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOfText } from '../../../src/core/document-of-text.ts';
import { EMPTY_DOCUMENT } from '../../../src/core/document.ts';
import { memberId } from '../../../src/core/ids.ts';
import { circleFormMetadata } from '../../../src/slack/blocks/circle-fields.ts';
import { circleFormModal, type CircleFormState } from '../../../src/slack/blocks/circle-modal.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { ana, bakery, bakerySettings, ben, cai, fay } from '../../support/bakery.ts';
import { extremeText } from '../../support/extreme-text.ts';
import { optionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfView } from '../../support/slack-limits.ts';

const words = wordsFor('en');
const state: CircleFormState = {
  channel: 'C0BAKERY',
  circle: null,
  settings: bakerySettings,
  closedDays: '',
  deciders: [ana, ben, cai],
  learning: [fay],
  facilitators: [ana],
  secretaries: [],
  unseen: 0,
  proposal: null,
};
const form = (changes: Partial<CircleFormState> = {}) =>
  circleFormModal({ ...state, ...changes }, words);
const fieldOf = (name: string, changes: Partial<CircleFormState> = {}) =>
  form(changes).blocks.find(({ block_id }) => block_id === name);

describe('the form of a circle', () => {
  test('asks for each thing once, under the names that refusals use', () => {
    const ids = form().blocks.map(({ block_id }) => block_id);
    expect(ids.filter((id) => id !== undefined)).toEqual([
      'name',
      'aim',
      'deciders',
      'facilitators',
      'secretaries',
      'stand_in',
      'learning',
      'asks_learning',
      'time_zone',
      'working_weekdays',
      'closed_days',
      'window',
      'closing',
      'question_step',
      'opening',
      'card',
    ]);
  });

  test('knows the channel when it sets up, and the circle with its last event when it changes', () => {
    const read = (view: ReturnType<typeof form>) =>
      circleFormMetadata.open(view.private_metadata ?? '');
    expect(read(form())).toEqual({ channel: 'C0BAKERY', circle: null, next: null });
    expect(read(form({ circle: bakery }))?.circle).toEqual({ id: bakery.id, seq: bakery.seq });
    expect(form({ circle: bakery }).title.text).toBe('Change the circle');
  });

  test('offers the zone and window that the circle has, where they are unusual', () => {
    const calendar = { ...bakerySettings.calendar, timeZone: 'Antarctica/Troll' };
    const settings = { ...bakerySettings, calendar, windowDays: 9 };
    expect(optionsIn([fieldOf('time_zone', { settings })])).toContain('Antarctica/Troll');
    expect(optionsIn([fieldOf('window', { settings })])).toEqual([
      '3',
      '5',
      '7',
      '9',
      '10',
      '14',
      '21',
      '30',
    ]);
    expect(optionsIn([fieldOf('time_zone')])).not.toContain('Antarctica/Troll');
  });

  test('ticks the weekdays on which the circle works, and shows its closed days', () => {
    const calendar = { ...bakerySettings.calendar, workingWeekdays: [2, 6] };
    const settings = { ...bakerySettings, calendar };
    const field = fieldOf('working_weekdays', { settings });
    expect(optionsIn([field])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(JSON.stringify(field)).toMatch(/"initial_options":.*Tuesday.*Saturday/u);
    const closedDays = '24 December 2026 – 2 January 2027';
    expect(JSON.stringify(fieldOf('closed_days', { closedDays }))).toContain(
      `"initial_value":"${closedDays}"`,
    );
    expect(JSON.stringify(fieldOf('closed_days'))).toContain(
      'Days that are over are not shown any more.',
    );
  });

  test('says what it means to ask learning members, and ticks it where they are asked', () => {
    const field = JSON.stringify(fieldOf('asks_learning'));
    expect(field).toContain('Ask them for their consent too');
    expect(field).toContain('needed like anyone’s');
    expect(field).not.toContain('initial_options');
    const settings = { ...bakerySettings, asksLearning: true };
    expect(JSON.stringify(fieldOf('asks_learning', { settings }))).toContain('initial_options');
  });

  test('says how many people Slack told nothing about', () => {
    expect(shownIn(form({ unseen: 3 }))).toContain('did not tell us about 3 people');
    expect(shownIn(form())).not.toContain('did not tell us');
  });

  test('keeps what somebody wrote who came to propose', () => {
    const proposal = { typed: 'Open on Sundays', document: documentOfText('From 8 to 12') };
    const text = JSON.stringify(form({ proposal }).blocks);
    expect(text).toContain('Open on Sundays');
    expect(text).toContain('From 8 to 12');
    const nothing = { typed: '', document: EMPTY_DOCUMENT };
    expect(form({ proposal: nothing }).blocks).toHaveLength(form().blocks.length);
    const read = circleFormMetadata.open(form({ proposal: nothing }).private_metadata ?? '');
    expect(read?.next).toBe('propose');
  });

  test('meets every limit whatever people typed', () => {
    const deciders = Array.from({ length: 500 }, (_, index) => memberId(`U0CROWD${index}`));
    fc.assert(
      fc.property(extremeText, extremeText, (name, aim) => {
        const settings = { ...bakerySettings, name, aim };
        const proposal = { typed: name, document: documentOfText(aim) };
        expect(problemsOfView(form({ settings, proposal, deciders }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
