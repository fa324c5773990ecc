import * as fc from 'fast-check';

/** What people could type to harm, and what is hard to cut: each alone, mixed and very long. */
const EXTREME_PIECES = [
  '<!channel>',
  '<!here|now>',
  '<!subteam^S024BE7LH>',
  '<@U024BE7LH>',
  '<#C024BE7LR>',
  '<https://evil.example|https://bank.example>',
  '@here',
  '@channel',
  '#general',
  '```',
  '`',
  '*bold*',
  '_it_',
  '~gone~',
  '> quoted',
  '&amp;',
  '&lt;',
  '&',
  '<',
  '>',
  '\u202Eevil\u202C',
  '\u2066left',
  '\u2069',
  'שלום עולם',
  '\u200F',
  '👩‍👩‍👧‍👧',
  '🏳️‍🌈',
  '🇩🇪',
  '👍🏿',
  'e\u0301'.repeat(5),
  '\uD83D',
  '\uDC4D',
  '\u0000',
  '\u2028',
  '\r\n',
  '\n',
  '\t',
  ' ',
  'word',
  'snake_case',
  'https://example.org/a|b?c=d&e=f',
  ':tada:',
  '{n}',
  "'{",
  '<!date^1^{date}|x>',
  '\u00A0',
] as const;

const mixed = fc
  .array(fc.oneof(fc.constantFrom(...EXTREME_PIECES), fc.string({ unit: 'grapheme' })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));

const long = fc
  .tuple(fc.constantFrom(...EXTREME_PIECES), fc.integer({ min: 1, max: 12_000 }), mixed)
  .map(([piece, length, end]) => piece.repeat(Math.ceil(length / piece.length)) + end);

/** Any text that a person could send, of up to about 12,000 characters. */
export const extremeText: fc.Arbitrary<string> = fc.oneof(
  mixed,
  long,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constant(''),
);
