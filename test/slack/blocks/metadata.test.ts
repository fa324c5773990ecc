import { expect, test } from 'vitest';
import { z } from 'zod';
import { metadata } from '../../../src/slack/blocks/metadata.ts';

const answer = metadata(z.object({ roundId: z.string(), version: z.number() }));

test('what a view remembers is read again', () => {
  const remembered = { roundId: 'round-31', version: 2 };
  expect(answer.open(answer.seal(remembered))).toEqual(remembered);
});

test.each(['', 'not JSON', '{"roundId":"round-31"}', '[]'])('%j is of another shape', (text) => {
  expect(answer.open(text)).toBeNull();
});

test('more than Slack keeps is a bug and thrown', () => {
  expect(() => answer.seal({ roundId: 'x'.repeat(3000), version: 1 })).toThrow(RangeError);
});
