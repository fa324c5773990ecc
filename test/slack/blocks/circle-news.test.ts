import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Circle, CircleEvent, CircleSettings } from '../../../src/core/circle.ts';
import { evolveCircle } from '../../../src/core/circle-history.ts';
import { memberId } from '../../../src/core/ids.ts';
import { circleNews } from '../../../src/slack/blocks/circle-news.ts';
import { wordsFor } from '../../../src/words/index.ts';
import {
  ana,
  bakery,
  bakeryCreated,
  bakerySettings,
  ben,
  cai,
  closesAccount,
  dee,
  fay,
  goesOnLeave,
  gus,
  joinsCircle,
  leavesCircle,
  monday,
  olu,
} from '../../support/bakery.ts';
import { extremeText } from '../../support/extreme-text.ts';
import { problemsOfMessage } from '../../support/slack-limits.ts';

const words = wordsFor('en');

function newsOf(event: CircleEvent, before: Circle | null = bakery) {
  const circle = event.type === 'circle_created' ? bakery : evolveCircle(before, event);
  return circleNews({ event, circle, before, words });
}
const textOf = (event: CircleEvent) => newsOf(event)?.text ?? null;
const changed = (changes: Partial<CircleSettings>): CircleEvent => ({
  type: 'settings_changed',
  changes,
  at: monday,
  by: ana,
});

test('a new circle is introduced with its aim and its people', () => {
  expect(textOf(bakeryCreated)?.split('\n')).toEqual([
    '<@U0ANA> set up Bakery here.',
    '*Our aim:* Good bread for our neighbours, and work that is good for us',
    '*Who decides:* <@U0ANA>, <@U0BEN>, <@U0CAI>, <@U0DEE> and <@U0ELI>',
    '*Learning members:* <@U0FAY>',
    '*Facilitators:* <@U0ANA> and <@U0CAI>',
    'Type `/propose` to propose something, and `/circle` to see or change all this.',
  ]);
});

test('a new circle says that its learning members are asked too', () => {
  const settings = { ...bakerySettings, asksLearning: true };
  if (bakeryCreated.type !== 'circle_created') return expect.unreachable();
  const created = { ...bakeryCreated, settings };
  const text = textOf(created);
  expect(text).toContain('<@U0FAY>\nThey are asked for their consent too.');
});

describe('changed agreements', () => {
  test.each<[Partial<CircleSettings>, string]>([
    [{ name: 'Bread' }, '*Name:* “Bakery” → “Bread”'],
    [{ aim: 'Bread' }, `*Aim:* “${bakerySettings.aim}” → “Bread”`],
    [{ windowDays: 10 }, '*How long a round stays open:* 7 days → 10 days'],
    [{ minimumHours: 24 }, '*Shortest time a round stays open:* 72 hours → 24 hours'],
    [
      { closing: 'automatic' },
      '*Who closes a round that is ready:* a facilitator → it closes by itself',
    ],
    [{ graceHours: 1 }, '2 hours → one hour'],
    [
      { asksLearning: true },
      '*Learning members in a round:* not asked for their consent → asked for their consent too',
    ],
    [{ namesWaiting: true }, 'not named on the card → named on the card'],
    [
      { calendar: { ...bakerySettings.calendar, timeZone: 'America/New_York' } },
      '*Time zone:* Europe/Berlin → America/New York',
    ],
  ])('%j say from what to what', (changes, line) => {
    expect(textOf(changed(changes))).toContain(line);
    expect(textOf(changed(changes))).toContain('Rounds that are open keep what they started with.');
  });

  test('of the calendar tell each part that changed, and that no deadline moves', () => {
    const before = { ...bakerySettings.calendar, closedDays: ['2026-05-01', '2026-07-03'] };
    const circle = evolveCircle(bakery, changed({ calendar: before }));
    const closedDays = ['2026-05-01', '2026-12-24', '2026-12-25'];
    const calendar = { ...before, workingWeekdays: [1, 2, 3, 4], closedDays };
    const lines = newsOf(changed({ calendar }), circle)?.text.split('\n');
    expect(lines).toEqual([
      '<@U0ANA> changed the agreements of Bakery.',
      '*Working days:* Monday, Tuesday, Wednesday, Thursday and Friday → ' +
        'Monday, Tuesday, Wednesday and Thursday',
      '*New closed days:* Thu 24 December 2026 – Fri 25 December 2026',
      '*No longer closed:* Fri 3 July 2026',
      'Rounds that are open keep what they started with.',
      'No deadline of an open round moves. Working days are counted anew from now on.',
    ]);
    expect(textOf(changed({ windowDays: 10 }))).not.toContain('No deadline');
  });

  test('of the calendar say all of it where what was before is not known', () => {
    const calendar = { ...bakerySettings.calendar, closedDays: ['2026-12-25'] };
    const event = changed({ calendar });
    const content = circleNews({ event, circle: evolveCircle(bakery, event), words });
    expect(content?.text).toContain('*Time zone:* now Europe/Berlin');
    expect(content?.text).toContain('*Working days:* now Monday');
    expect(content?.text).toContain('*New closed days:* Fri 25 December 2026');
  });

  test('say only what holds now where what was before is not known', () => {
    const event = changed({ windowDays: 10 });
    const content = circleNews({ event, circle: evolveCircle(bakery, event), words });
    expect(content?.text).toContain('*How long a round stays open:* now 10 days');
  });

  test('that change nothing are no news', () => {
    expect(newsOf(changed({}))).toBeNull();
  });
});

describe('a changed roster', () => {
  test('names who is new, and from when they are asked', () => {
    expect(textOf(joinsCircle(olu, monday))).toContain('*New, and decide:* <@U0OLU>');
    expect(textOf(joinsCircle(olu, monday))).toContain('asked from the next round on');
    expect(textOf(joinsCircle(olu, monday, 'learning'))).not.toContain('next round');
    expect(textOf(joinsCircle(olu, monday, 'guest'))).toContain('*New, as guests:* <@U0OLU>');
  });

  test('names who left', () => {
    expect(textOf(leavesCircle(ben, monday))).toContain('*No longer in the circle:* <@U0BEN>');
  });

  test('names whose place changed', () => {
    const text = textOf({
      type: 'roster_changed',
      joined: [],
      left: [],
      at: monday,
      by: ana,
      changed: [
        { id: fay, status: 'full' },
        { id: ben, status: 'learning' },
        { id: gus, status: 'guest' },
      ],
    });
    expect(text).toContain('*Decide from now on:* <@U0FAY>');
    expect(text).toContain('*Learning members from now on:* <@U0BEN>');
    expect(text).toContain('*Guests from now on:* <@U0GUS>');
  });
});

test('changed secretaries are named, and none is said to be none', () => {
  const event = { type: 'secretaries_changed', secretaries: [ben], at: monday, by: cai } as const;
  expect(textOf(event)).toBe('<@U0CAI> changed the secretaries of Bakery. Now: <@U0BEN>.');
  expect(textOf({ ...event, secretaries: [] })).toContain('Now there is none');
});

test('who stands in is told by name', () => {
  const event = {
    type: 'settings_changed',
    changes: { standIn: ben },
    at: monday,
    by: cai,
  } as const;
  expect(textOf(event)).toContain(
    '*Who stands in for the facilitators:* nobody in particular → <@U0BEN>',
  );
});

test('changed facilitators are named', () => {
  const event = { type: 'facilitators_changed', facilitators: [ben], at: monday, by: cai } as const;
  expect(textOf(event)).toBe('<@U0CAI> changed the facilitators of Bakery. Now: <@U0BEN>.');
});

describe('time away', () => {
  test('is told with its days, and with who noted it where that was somebody else', () => {
    const leave = { fromOn: '2026-06-01', untilOn: '2026-06-05' };
    const text = '<@U0DEE> is away from Mon 1 June 2026 until Fri 5 June 2026.';
    expect(textOf(goesOnLeave(dee, leave))).toBe(text);
    expect(textOf({ ...goesOnLeave(dee, leave), by: ana })).toBe(`${text}\nNoted by <@U0ANA>.`);
    expect(textOf(goesOnLeave(dee, { ...leave, untilOn: null }))).toContain('no date');
  });

  test('is told when it ends', () => {
    const event = { type: 'leave_changed', member: dee, leave: null, at: monday, by: dee } as const;
    expect(textOf(event)).toBe('<@U0DEE> is back.');
  });
});

test('a closed account asks the other facilitators to check', () => {
  expect(textOf(closesAccount(ana, monday))).toContain('The Slack account of <@U0ANA> was closed.');
  expect(textOf(closesAccount(ana, monday))).toContain('<@U0CAI>, please check');
});

test('a reopened account is told', () => {
  const event = { type: 'account_reopened', member: dee, at: monday, by: null } as const;
  expect(textOf(event)).toContain('<@U0DEE> is open again');
});

test('every limit is met whatever people typed, and in a circle of hundreds', () => {
  const crowd = Array.from({ length: 400 }, (_, index) => memberId(`U0CROWD${index}`));
  fc.assert(
    fc.property(extremeText, extremeText, (name, aim) => {
      const roster = crowd.map((id) => ({ id, status: 'full' }) as const);
      const settings = { ...bakerySettings, name, aim };
      const created = { ...bakeryCreated, settings, roster, facilitators: crowd };
      for (const event of [created, changed({ name, aim })]) {
        const content = newsOf(event);
        if (content) expect(problemsOfMessage(content)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
