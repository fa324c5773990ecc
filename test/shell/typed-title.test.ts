import { describe, expect, test } from 'vitest';
import { cleanTitle } from '../../src/shell/typed-deadline.ts';

describe('a title', () => {
  test.each([
    ['   “Open on Sundays” ', 'Open on Sundays'],
    ['"Open on  Sundays"', 'Open on Sundays'],
    ['„Sonntags öffnen“', 'Sonntags öffnen'],
    ['« Ouvrir le dimanche »', 'Ouvrir le dimanche'],
    ["'Don't panic'", "Don't panic"],
    ['‘Don’t panic’', 'Don’t panic'],
    ['Open\n on\t\u200bSundays', 'Open on Sundays'],
    ['“”', ''],
    ['"', ''],
    ['', ''],
  ])('%j is cleaned', (typed, title) => expect(cleanTitle(typed)).toBe(title));

  test.each(['“Quiet” and “calm”', 'Call it "calm"', '“Quiet" hours', 'The cooks’', 'Sundays - '])(
    '%j keeps what belongs to it',
    (typed) => expect(cleanTitle(typed)).toBe(typed.trim()),
  );
});
