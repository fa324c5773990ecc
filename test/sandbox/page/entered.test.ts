import { describe, expect, test } from 'vitest';
import { enteredValue } from '../../../src/sandbox/page/entered.ts';

const by = { zone: 'Europe/London', people: new Map<string, string>() };

describe('what a field holds', () => {
  test.each([
    ['2026-03-27T17:00', Date.UTC(2026, 2, 27, 17, 0)],
    ['2026-03-30T17:00', Date.UTC(2026, 2, 30, 16, 0)],
  ])('%s means that moment by the clock of the person, in summer and winter', (value, at) => {
    expect(enteredValue({ type: 'datetimepicker', value }, by)).toBe(at / 1000);
  });

  test('a moment that was half entered is none', () => {
    expect(enteredValue({ type: 'datetimepicker', value: '' }, by)).toBeNull();
  });

  test('an empty text is none, and a choice of several stays a list', () => {
    expect(enteredValue({ type: 'plain_text_input', value: '' }, by)).toBeNull();
    expect(enteredValue({ type: 'multi_users_select', value: ['U1'] }, by)).toEqual(['U1']);
    expect(enteredValue({ type: 'datepicker', value: '2026-06-01' }, by)).toBe('2026-06-01');
  });
});
