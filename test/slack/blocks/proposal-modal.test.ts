import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CIRCLE_NAME_MAX } from '../../../src/core/circle-form.ts';
import type { Circle } from '../../../src/core/circle.ts';
import { documentOfText } from '../../../src/core/document-of-text.ts';
import { EMPTY_DOCUMENT } from '../../../src/core/document.ts';
import { circleId } from '../../../src/core/ids.ts';
import { proposalCircleModal } from '../../../src/slack/blocks/proposal-circle-modal.ts';
import {
  proposalFormMetadata,
  proposalModal,
  type ProposalFormState,
} from '../../../src/slack/blocks/proposal-modal.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  bakeryTime,
  ben,
  deadline,
  eli,
  goesOnLeave,
  monday,
  sundayForm,
} from '../../support/bakery.ts';
import { extremeText } from '../../support/extreme-text.ts';
import { actionsIn, optionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfView } from '../../support/slack-limits.ts';

const words = wordsFor('en');
const state: ProposalFormState = {
  circle: bakery,
  by: ben,
  now: monday,
  openRounds: 1,
  ...sundayForm,
  replaces: sundayForm.replaces ?? '',
  link: '',
  owner: ben,
  deadlineAt: deadline,
  isQuick: false,
  topic: 'our_work',
  concerns: null,
  isRemoval: false,
  beginsWith: null,
  revision: 0,
};
const form = (changes: Partial<ProposalFormState> = {}) =>
  proposalModal({ ...state, ...changes }, words);
const withSettings = (changes: Partial<Circle['settings']>) =>
  bakeryAfter({ type: 'settings_changed', changes, at: monday, by: ana });

describe('the form of a proposal', () => {
  test('asks in the order in which people think: what, why, who, when', () => {
    const ids = form().blocks.map(({ block_id }) => block_id);
    expect(ids.filter((id) => id !== undefined)).toEqual([
      'title',
      'need',
      'proposal',
      'owner',
      'review_on',
      'presets',
      'deadline_0',
      'replaces',
      'link',
      'proposal.topic',
    ]);
  });

  test('says below who is asked until when, in each reader’s own zone', () => {
    const seconds = deadline / 1000;
    expect(shownIn(form().blocks.slice(-1))).toBe(
      `Asks *5 people* of Bakery until <!date^${seconds}^{date_short_pretty} {time}|` +
        'Mon 8 June, 17:00 CEST>. One other round is open.',
    );
  });

  test('says that a facilitator opens it first, where that is so', () => {
    const circle = withSettings({ opening: 'facilitator' });
    const first = 'A facilitator reads it first and opens it. Only then is anyone asked.';
    expect(shownIn(form({ circle }))).toContain(first);
    expect(shownIn(form({ circle, by: ana }))).not.toContain(first);
    expect(shownIn(form())).not.toContain(first);
  });

  test('says that questions come first, and that the deadline counts from the fixed text', () => {
    const circle = withSettings({ questionStep: 'ask' });
    const shown = shownIn(form({ circle, beginsWith: 'questions' }));
    expect(shown).toContain('First come questions and first thoughts, until <!date^');
    expect(shown).toContain('Wed 3 June, 17:00 CEST');
    expect(shown).toContain('Only when you say that the text is ready, people are asked.');
    expect(shown).toMatch(/Then asks \*5 people\* of Bakery until .* at the earliest\./u);
    expect(shown).toContain('If less than 72 hours are left by then, people get our usual 7 days');
    for (const beginsWith of [null, 'answers'] as const) {
      const now = shownIn(form({ circle, beginsWith }).blocks.slice(-1));
      expect(now).toMatch(/^Asks \*5 people\* of Bakery until <[^>]*>\. One other/u);
    }
    const always = withSettings({ questionStep: 'always' });
    expect(shownIn(form({ circle: always }))).toContain('First come questions');
  });

  test('warns of leaving out the questions where only a quick round may', () => {
    const circle = withSettings({ questionStep: 'always' });
    const quick = { circle, beginsWith: 'answers' } as const;
    const warning = '*Not possible yet:* Our circle begins with questions.';
    expect(shownIn(form(quick))).toContain(warning);
    const shown = shownIn(form({ ...quick, isQuick: true }));
    expect(shown).not.toContain(warning);
    expect(shown).not.toContain('First come questions');
  });

  test('says in this order that questions come first and that a facilitator opens it', () => {
    const circle = withSettings({ questionStep: 'always', opening: 'facilitator' });
    const shown = shownIn(form({ circle }));
    expect(shown).toMatch(
      /First come questions.*When you say that the text is ready, a facilitator reads it.*Then asks/u,
    );
    expect(shown).not.toContain('A facilitator reads it first');
    const own = shownIn(form({ circle, by: ana }));
    expect(own).toContain('Only when you say that the text is ready, people are asked.');
  });

  test('promises the deadline at the earliest where a facilitator opens it', () => {
    const circle = withSettings({ opening: 'facilitator' });
    expect(shownIn(form({ circle }))).toMatch(/Then asks \*5 people\*.* at the earliest\./u);
    expect(shownIn(form({ circle, by: ana }))).not.toContain('at the earliest');
  });

  test.each([
    ['floor', {}, 'it may close after an extension with at most 2 not answered.'],
    ['lazy', { isQuick: true }, 'it may close at the deadline if nobody objects.'],
    ['lazy', {}, 'silence is enough only in a quick round.'],
    ['lazy', { isQuick: true, topic: 'roles' }, 'about this, silence is never enough.'],
    ['floor', { topic: 'support' }, 'about this, silence is never enough.'],
  ] as const)('says what silence will mean: %s, %o', (policy, changes, sentence) => {
    const agreed = { decisionNumber: 3, adoptedOn: '2026-05-04', reviewOn: '2026-11-04' };
    const circle = withSettings({ silence: { policy, ...agreed } });
    expect(shownIn(form({ circle, ...changes }))).toContain(sentence);
    expect(shownIn(form(changes).blocks.slice(-1))).not.toMatch(/silence|not answered/u);
  });

  test('counts without the person whom it would take out of the circle, and names them', () => {
    const about = { topic: 'membership', concerns: eli } as const;
    const removal = shownIn(form({ ...about, isRemoval: true }));
    expect(removal).toContain('Asks *4 people* of Bakery until');
    expect(removal).toContain('Not asked: <@U0ELI>');
    const joining = shownIn(form(about));
    expect(joining).toContain('Asks *5 people*');
    expect(joining).not.toMatch(/is not asked|Not asked/u);
    const nobody = shownIn(form({ ...about, concerns: null }));
    expect(nobody).toContain('Whoever is to be taken out of the circle is not asked.');
  });

  test('counts who is on leave apart', () => {
    const leave = { fromOn: '2026-06-01', untilOn: null };
    const circle = bakeryAfter(goesOnLeave(ben, leave));
    expect(shownIn(form({ circle }))).toContain('Asks *4 people* of Bakery (1 on leave)');
  });

  test.each([
    ['2026-06-05 17:00', 'There is no weekend until then.'],
    ['2026-06-06 17:00', '*Not possible yet:* The circle does not work on this day.'],
    ['2026-06-02 17:00', '*Not possible yet:* This is too soon'],
    ['2026-05-01 17:00', '*Not possible yet:* This is in the past.'],
    ['2026-06-08 23:00', '*Not possible yet:* This is at night'],
    ['2026-12-01 17:00', '*Not possible yet:* This is too far away.'],
  ])('warns of a deadline at %s', (clock, warning) => {
    expect(shownIn(form({ deadlineAt: bakeryTime(clock) }))).toContain(warning);
  });

  test('warns of a window without a working day', () => {
    const closedDays = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'];
    const circle = withSettings({
      calendar: { ...bakery.settings.calendar, closedDays },
      minimumHours: 24,
    });
    const deadlineAt = bakeryTime('2026-06-05 11:00');
    expect(shownIn(form({ circle, deadlineAt }))).toContain('There is no working day until then.');
  });

  test('says which closed days lie inside the window, where the circle keeps any', () => {
    const closedOn = (...closedDays: string[]) =>
      shownIn(
        form({ circle: withSettings({ calendar: { ...bakery.settings.calendar, closedDays } }) }),
      );
    expect(closedOn('2026-06-04')).toContain('Closed on Thu 4 June 2026.');
    expect(closedOn('2026-06-04', '2026-06-05')).toContain(
      'Closed on Thu 4 June 2026 – Fri 5 June 2026.',
    );
    expect(closedOn('2026-06-06', '2026-12-25')).toContain('No closed day inside.');
    expect(closedOn('2026-05-01')).not.toMatch(/[Cc]losed/u);
  });

  test('says nothing against a usual deadline', () => {
    expect(shownIn(form())).not.toMatch(/Not possible|no weekend|no working day|[Cc]losed/u);
  });

  test.each([
    [0, 'No other round is open.'],
    [1, 'One other round is open.'],
    [2, '2 other rounds are open: perhaps wait until one has ended?'],
  ])('says of %i other rounds: %s', (openRounds, sentence) => {
    expect(shownIn(form({ openRounds }))).toContain(sentence);
  });

  test.each([
    [7, ['three_working_days', 'circle_window', 'two_weeks'], 'In a week'],
    [14, ['three_working_days', 'one_week', 'circle_window'], 'In two weeks'],
    [21, ['three_working_days', 'one_week', 'two_weeks', 'circle_window'], 'In 21 days'],
  ])('offers presets where the window is %i days', (windowDays, presets, label) => {
    const circle = withSettings({ windowDays });
    const actions = actionsIn(form({ circle }).blocks).filter((id) => id.includes('preset'));
    expect(actions).toEqual(presets.map((preset) => `proposal.preset.${preset}`));
    expect(shownIn(form({ circle }))).toContain(label);
  });

  test('stands the deadline in a block of a new name when a button has set it', () => {
    const view = form({ revision: 3 });
    expect(view.blocks.map(({ block_id }) => block_id)).toContain('deadline_3');
    expect(proposalFormMetadata.open(view.private_metadata ?? '')).toEqual({
      circle: bakery.id,
      revision: 3,
    });
  });

  test('meets every limit whatever people typed', () => {
    fc.assert(
      fc.property(extremeText, extremeText, (title, text) => {
        const document = documentOfText(text);
        const circle = withSettings({ name: title });
        const view = form({ circle, title, need: text, document, replaces: text });
        expect(problemsOfView(view)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the choice of the circle', () => {
  test('offers each circle by its name, and keeps what was written', () => {
    const other: Circle = { ...bakery, id: circleId('circle-mill') };
    const begun = { typed: 'Open on Sundays', document: documentOfText('From 8 to 12') };
    const view = proposalCircleModal({ circles: [bakery, other], begun }, words);
    expect(optionsIn(view.blocks)).toEqual(['circle-bakery', 'circle-mill']);
    expect(JSON.stringify(view)).toContain('Open on Sundays');
    expect(JSON.stringify(view)).toContain('From 8 to 12');
  });

  test('meets every limit whatever circles are called, and however many there are', () => {
    fc.assert(
      fc.property(extremeText, (text) => {
        const name = text.slice(0, CIRCLE_NAME_MAX).toWellFormed();
        const circles = Array.from({ length: 150 }, () => withSettings({ name }));
        const [first = bakery, ...rest] = circles;
        const begun = { typed: name, document: EMPTY_DOCUMENT };
        const view = proposalCircleModal({ circles: [first, ...rest], begun }, words);
        expect(problemsOfView(view)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
