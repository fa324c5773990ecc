import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DIFFERENCES } from '../../../src/sandbox/slack/differences.ts';
import { LIMITS } from '../../../src/sandbox/slack/blocks/limits.ts';
import { METHODS } from '../../../src/sandbox/slack/methods/table.ts';
import { CALLS_PER_MINUTE, CHANNEL_BURST } from '../../../src/sandbox/slack/rate-limit.ts';

const HEADING = '## How the sandbox differs from Slack';

/** The list items of the section, each on one line. */
function listed(): string[] {
  const page = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8');
  const [, section = ''] = page.split(HEADING);
  const [own = ''] = section.split('\n## ');
  const [, ...items] = own.split('\n- ');
  return items.map((item) => item.replaceAll(/\s+/g, ' ').trim());
}

it('docs/sandbox.md tells every difference, and no other', () => {
  expect(listed()).toEqual(DIFFERENCES.map(({ topic, here }) => `**${topic}.** ${here}`));
});

it('the numbers in the list are those of the code', () => {
  const told = Object.fromEntries(DIFFERENCES.map(({ topic, here }) => [topic, here]));
  expect(told['Methods']).toContain(`${Object.keys(METHODS).length} Web API methods`);
  const { message_metadata, message_blocks_characters } = LIMITS;
  const sizes = told['Limits that nobody has documented'];
  for (const size of [message_metadata, message_blocks_characters]) {
    expect(sizes).toContain(size.toLocaleString('en-US'));
  }
  expect([CALLS_PER_MINUTE['apps.connections.open'], CHANNEL_BURST]).toEqual([10, 5]);
});
