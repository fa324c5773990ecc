import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkMessage } from '../../src/sandbox/slack/blocks/check.ts';
import { channelLeftMessage } from '../../src/slack/blocks/circle-channel-left.ts';
import { accountClosedMessage } from '../../src/slack/blocks/circle-closed.ts';
import { joinedMessage } from '../../src/slack/blocks/circle-joined.ts';
import type { MessageContent } from '../../src/slack/blocks/message.ts';
import { wordsFor } from '../../src/words/index.ts';
import * as world from '../support/bakery.ts';
import { firstOf, PEOPLE, scenes, staged } from '../support/extreme-scene.ts';
import { problemsOfMessage } from '../support/slack-limits.ts';

const words = wordsFor('en');
const now = world.wednesday;

function expectCalm(content: MessageContent): void {
  expect(problemsOfMessage(content)).toEqual([]);
  expect(checkMessage(JSON.parse(JSON.stringify(content.blocks)))).toEqual([]);
  expect(content.text).not.toMatch(/<!(?!date\^)/u);
}

test('who joins, leaves the channel or loses their account is told of within Slack’s limits', () => {
  fc.assert(
    fc.property(scenes, fc.integer({ min: 1, max: 40 }), (scene, count) => {
      const { circle, objected } = staged(scene);
      const rounds = Array.from({ length: count }, () => ({ round: objected, circle, now }));
      const cards = new Map([[String(objected.id), `https://example.org/${'x'.repeat(200)}`]]);
      const member = firstOf(PEOPLE);
      for (const to of [member, world.fay, world.gus]) {
        expectCalm(joinedMessage({ circle, rounds, to, cards, words }));
        expectCalm(channelLeftMessage({ circle, member, to, words }));
      }
      const parts = { circle, member, seq: 999_999_999, words };
      expectCalm(accountClosedMessage({ ...parts, objected: rounds }));
      expectCalm(accountClosedMessage({ ...parts, objected: [] }));
    }),
    { numRuns: 60 },
  );
});
