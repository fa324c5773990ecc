import { expect, test } from 'vitest';
import { ana, bakeryTime, deadline, MINUTE, objects, sundayOpening } from '../support/bakery.ts';
import { dee, tuesday } from '../support/bakery.ts';
import { given } from '../support/given.ts';

/** Monday, 17:00 is the deadline; from now a day and ten minutes to type it reach exactly to it. */
const lastMoment = bakeryTime('2026-06-07 16:50');
const quarter = 15 * MINUTE;
const shorten = (deadlineAt: number, at: number) =>
  ({ type: 'shorten', deadlineAt, reason: 'The oven breaks.', at, by: ana }) as const;

test('is too late where the first possible moment is the deadline that stands', () => {
  const round = given(sundayOpening, objects(dee, tuesday));
  const late = round.when(shorten(deadline - quarter, lastMoment));
  expect(late.refusal).toEqual({ code: 'too_late_to_shorten', deadlineAt: deadline });
  const inTime = round.when(shorten(deadline - quarter, lastMoment - quarter));
  expect(inTime.refusal).toBeNull();
  expect(inTime.round.deadlineAt).toBe(deadline - quarter);
});
