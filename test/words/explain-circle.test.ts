import { expect, test } from 'vitest';
import type { CircleRefusal } from '../../src/core/circle-change.ts';
import { explainCircle, explainCircleUnderField } from '../../src/words/explain-circle.ts';
import { wordsFor } from '../../src/words/index.ts';
import { ana, cai } from '../support/bakery.ts';

const words = wordsFor('en');
const facilitators = [ana, cai];

const refusals: readonly (readonly [CircleRefusal, string])[] = [
  [{ code: 'circle_name_missing', field: 'name' }, 'give the circle a name'],
  [{ code: 'circle_name_too_long', field: 'name', max: 60 }, 'at most 60 characters'],
  [{ code: 'circle_aim_missing', field: 'aim' }, 'what the circle is here to do'],
  [{ code: 'circle_aim_too_long', field: 'aim', max: 500 }, 'at most 500 characters'],
  [{ code: 'too_few_deciders', field: 'deciders', least: 2 }, 'at least 2 people who decide'],
  [{ code: 'facilitator_missing', field: 'facilitators' }, 'at least one facilitator'],
  [{ code: 'facilitator_not_decider', field: 'facilitators' }, 'among those who decide'],
  [{ code: 'secretary_not_decider', field: 'secretaries' }, 'Each secretary must be among'],
  [{ code: 'stand_in_not_decider', field: 'stand_in' }, 'Who stands in must be among'],
  [{ code: 'time_zone_unknown', field: 'time_zone' }, 'choose one from the list'],
  [{ code: 'window_out_of_range', field: 'window', least: 3, most: 30 }, 'from 3 to 30 days'],
  [{ code: 'not_circle_keeper', facilitators }, 'ask @U0ANA and @U0CAI'],
  [{ code: 'leave_of_another', facilitators }, 'ask @U0ANA and @U0CAI'],
  [{ code: 'leave_backwards', field: 'until_on' }, 'not before the first day'],
  [{ code: 'not_in_circle' }, 'choose someone who is'],
];

test.each(refusals)('$code says what to do', (refusal, sentence) => {
  expect(explainCircle(refusal, words).plain).toContain(sentence);
});

test.each(refusals)('$code names nobody by a bare id under a field', (refusal) => {
  const { plain } = explainCircleUnderField(refusal, words);
  expect(plain).not.toContain('U0');
  expect(plain.length).toBeGreaterThan(20);
});
