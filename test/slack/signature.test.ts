import { expect, test } from 'vitest';
import { verdictOn } from '../../src/slack/signature.ts';
import { commandBody, signed, SIGNING_SECRET } from '../support/slack-request.ts';

test("the signature worked out in Slack's documentation is genuine, and only in its time", () => {
  const text =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow' +
    '&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner' +
    '&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com' +
    '%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN' +
    '&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  const digest = 'a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
  const headers = {
    'x-slack-request-timestamp': '1531420618',
    'x-slack-signature': `v0=${digest}`,
  };
  const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
  const at = (seconds: number) =>
    verdictOn({ headers, text, signingSecret, nowMs: (1_531_420_618 + seconds) * 1000 });
  expect([at(0), at(300), at(-300)]).toEqual(['genuine', 'genuine', 'genuine']);
  expect([at(301), at(-301)]).toEqual(['stale', 'from_the_future']);
});

test('a signature counts for its body, its secret and its instant alone', () => {
  const text = commandBody();
  const headers = signed(text);
  const about = { headers, text, signingSecret: SIGNING_SECRET, nowMs: Date.now() };
  expect(verdictOn(about)).toBe('genuine');
  expect(verdictOn({ ...about, text: `${text}&x=1` })).toBe('forged');
  expect(verdictOn({ ...about, signingSecret: 'another' })).toBe('forged');
  const later = String(Number(headers['x-slack-request-timestamp']) + 1);
  const moved = { ...headers, 'x-slack-request-timestamp': later };
  expect(verdictOn({ ...about, headers: moved })).toBe('forged');
  expect(verdictOn({ ...about, headers: {} })).toBe('unsigned');
  for (const timestamp of ['', 'now', 'Infinity', '1.5', '-1']) {
    const odd = { ...headers, 'x-slack-request-timestamp': timestamp };
    expect(['unsigned', 'stale']).toContain(verdictOn({ ...about, headers: odd }));
  }
});
