import { test } from 'vitest';
import {
  bakeryAfter,
  bakeryTime,
  ana,
  ben,
  dee,
  founded,
  sundayOpening,
  thursday,
  wednesday,
} from '../support/bakery.ts';
import { given } from '../support/given.ts';

/** Thursday, 4 June. */
const takeOver = { type: 'take_over', at: thursday, by: dee } as const;
const back = { type: 'round_withdrawn', reason: null, at: wednesday, by: ben } as const;

test.each([
  ['a day', 24, bakeryTime('2026-06-05 17:00')],
  ['five days', 120, bakeryTime('2026-06-09 17:00')],
])('what is taken over keeps to the circle’s own shortest window: %s', (_, hours, deadlineAt) => {
  const changes = { windowDays: 1, minimumHours: hours };
  const circle = bakeryAfter({ type: 'settings_changed', changes, at: founded, by: ana });
  given(sundayOpening, back)
    .in(circle)
    .when(takeOver)
    .happens({ type: 'round_taken_over', asking: { deadlineAt } });
});
