import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/calendar.ts';
import type { Circle, CircleEvent } from '../../../src/core/circle.ts';
import type { MemberId } from '../../../src/core/ids.ts';
import { circleShowModal } from '../../../src/slack/blocks/circle-show.ts';
import { greeting } from '../../../src/slack/blocks/greeting.ts';
import { helpMessage } from '../../../src/slack/blocks/help-message.ts';
import { leaveModal } from '../../../src/slack/blocks/leave-modal.ts';
import { noticeModal, skeletonModal } from '../../../src/slack/blocks/skeleton.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { verbatim } from '../../../src/words/terms.ts';
import {
  ana,
  bakery,
  bakeryAfter,
  ben,
  cai,
  closesAccount,
  dee,
  eli,
  goesOnLeave,
  monday,
} from '../../support/bakery.ts';
import { extremeText } from '../../support/extreme-text.ts';
import { actionsIn, shownIn } from '../../support/shown.ts';
import { problemsOfMessage, problemsOfView } from '../../support/slack-limits.ts';

const words = wordsFor('en');
const show = (viewer: MemberId, circle: Circle = bakery) =>
  circleShowModal({ circle, viewer, now: monday }, words);
const away = (member: MemberId, fromOn: string, untilOn: string | null): CircleEvent =>
  goesOnLeave(member, { fromOn, untilOn });

describe('the circle, shown', () => {
  test('names its people by their place', () => {
    const text = shownIn(show(ben));
    expect(text).toContain('*Who decides (5):* <@U0ANA>, <@U0BEN>, <@U0CAI>, <@U0DEE>');
    expect(text).toContain('*Facilitators:* <@U0ANA> and <@U0CAI>');
    expect(text).toContain('*Learning members:* <@U0FAY>');
    expect(text).toContain('*Guests:* <@U0GUS>');
  });

  test('says who is away until when, and leaves out what is over', () => {
    const circle = bakeryAfter(
      away(ben, '2026-06-01', '2026-06-05'),
      away(cai, '2026-05-01', '2026-05-31'),
      away(dee, '2026-06-10', null),
      closesAccount(eli, monday),
    );
    const text = shownIn(show(ana, circle));
    expect(text).toContain('<@U0BEN> is away from Mon 1 June 2026 until Fri 5 June 2026.');
    expect(text).not.toContain('<@U0CAI> is away');
    expect(text).toContain('<@U0DEE> is away from Wed 10 June 2026, with no date');
    expect(text).toContain('The Slack account of <@U0ELI> is closed.');
  });

  test('says its agreements in words', () => {
    const automatic = bakeryAfter({
      type: 'settings_changed',
      changes: { closing: 'automatic', namesWaiting: true },
      at: monday,
      by: ana,
    });
    expect(shownIn(show(ben))).toContain('A facilitator closes a round that is ready.');
    expect(shownIn(show(ben))).toContain('We never count silence as a yes.');
    expect(shownIn(show(ben, automatic))).toContain('or 2 hours after the last answer');
    expect(shownIn(show(ben, automatic))).toContain('The card names the people');
  });

  test('says on which days it works, and which closed days are to come', () => {
    const calendar = {
      ...bakery.settings.calendar,
      workingWeekdays: [1, 2, 6],
      closedDays: ['2026-05-01', '2026-12-24', '2026-12-25', '2027-01-01'],
    };
    const changes = { calendar };
    const circle = bakeryAfter({ type: 'settings_changed', changes, at: monday, by: ana });
    const text = shownIn(show(ben, circle));
    expect(text).toContain('We work on Monday, Tuesday and Saturday.');
    expect(text).toContain(
      '*Closed days:* Thu 24 December 2026 – Fri 25 December 2026 and Fri 1 January 2027',
    );
    expect(text).not.toContain('1 May');
    expect(shownIn(show(ben))).not.toContain('Closed days');
  });

  test('says how many more closed days there are than it shows', () => {
    const closedDays = Array.from({ length: 60 }, (_, n) => addDays('2026-07-01', 2 * n));
    const changes = { calendar: { ...bakery.settings.calendar, closedDays } };
    const circle = bakeryAfter({ type: 'settings_changed', changes, at: monday, by: ana });
    expect(shownIn(show(ben, circle))).toContain('and 48 more');
    expect(problemsOfView(show(ben, circle))).toEqual([]);
  });

  test('says where learning members are asked too, and what that is not', () => {
    const changes = { asksLearning: true };
    const circle = bakeryAfter({ type: 'settings_changed', changes, at: monday, by: ana });
    expect(shownIn(show(ben, circle))).toContain('Learning members are asked too');
    expect(shownIn(show(ben, circle))).toContain('They do not propose or close.');
    expect(shownIn(show(ben))).not.toContain('asked too');
  });

  test.each([
    ['a member', ben, bakery, ['circle.leave']],
    ['a facilitator', ana, bakery, ['circle.leave', 'circle.change']],
    [
      'a member who is away',
      ben,
      bakeryAfter(away(ben, '2026-06-01', null)),
      ['circle.back', 'circle.leave'],
    ],
    [
      'a member, while no facilitator is here',
      ben,
      bakeryAfter(away(ana, '2026-06-01', null), away(cai, '2026-06-01', null)),
      ['circle.leave', 'circle.change'],
    ],
  ] as const)('offers %s what they may do', (_, viewer, circle, expected) => {
    expect(actionsIn(show(viewer, circle).blocks)).toEqual(expected);
  });

  test('meets every limit whatever people typed', () => {
    fc.assert(
      fc.property(extremeText, extremeText, (name, aim) => {
        const changes = { name, aim };
        const circle = bakeryAfter({ type: 'settings_changed', changes, at: monday, by: ana });
        expect(problemsOfView(show(ana, circle))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the form of time away', () => {
  const form = (viewer: MemberId) => leaveModal({ circle: bakery, viewer, now: monday }, words);
  const fields = (viewer: MemberId) =>
    form(viewer)
      .blocks.map(({ block_id }) => block_id)
      .filter((id) => id !== undefined);

  test('asks facilitators for whom it is, and others only for their own days', () => {
    expect(fields(ana)).toEqual(['member', 'from_on', 'until_on', 'back']);
    expect(fields(ben)).toEqual(['from_on', 'until_on']);
  });

  test('begins today in the circle’s zone, and meets every limit', () => {
    expect(JSON.stringify(form(ben))).toContain('"initial_date":"2026-06-01"');
    expect(problemsOfView(form(ana))).toEqual([]);
  });
});

test('the greeting, help and notices meet every limit', () => {
  expect(problemsOfMessage(greeting(words))).toEqual([]);
  expect(actionsIn(greeting(words))).toEqual(['circle.set_up']);
  expect(greeting(words).text).toContain('Any objection to trying this?');
  fc.assert(
    fc.property(extremeText, (typed) => {
      const saying = verbatim(typed);
      expect(problemsOfMessage(helpMessage(saying, [saying, saying]))).toEqual([]);
      expect(problemsOfView(noticeModal({ title: saying, sayings: [saying] }, words))).toEqual([]);
      expect(problemsOfView(skeletonModal(saying, words))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
