import { expect, test } from 'vitest';
import { placeOfPermalink } from '../../../src/sandbox/page/permalink.ts';

const here = { domain: 'willow-bank', handle: 'ana' };

test.each([
  ['https://willow-bank.slack.com/archives/C1/p1772530200000100', '/ana/C1#m-1772530200.000100'],
  [
    'https://willow-bank.slack.com/archives/C1/p1772530300000100?thread_ts=1772530200.000100&cid=C1',
    '/ana/C1?thread=1772530200.000100#t-1772530300.000100',
  ],
])('%s leads to its message', (address, place) => {
  expect(placeOfPermalink(address, here)).toBe(place);
});

test.each([
  'https://other.slack.com/archives/C1/p1772530200000100',
  'https://willow-bank.slack.com/team/U1',
  'javascript:alert(1)',
  'no address',
])('%s leads nowhere', (address) => {
  expect(placeOfPermalink(address, here)).toBeUndefined();
});
