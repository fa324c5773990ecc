import { expect, test } from 'vitest';
import { versionsInOneGo } from '../../src/core/next-version.ts';
import { goesToMeeting, sundayOpening, thursday } from '../support/bakery.ts';
import { given } from '../support/given.ts';
import { published } from '../support/versions.ts';

test('a version of the very moment of a meeting counts as one after it (§D7)', () => {
  const met = given(sundayOpening, goesToMeeting(thursday));
  expect(versionsInOneGo(met.round)).toBe(0);
  const at = (moment: number) => given(met.round, published(2, { at: moment })).round;
  expect(versionsInOneGo(at(thursday))).toBe(1);
  expect(versionsInOneGo(at(thursday - 1))).toBe(0);
});
