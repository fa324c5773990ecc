import { WebAPIRateLimitedError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createReconnectPace } from '../../src/slack/reconnect-pace.ts';

const down = new Error('down');

test('after a connection that lived for a while, the next attempt is made at once', () => {
  const pace = createReconnectPace();
  pace.lost(10_000);
  expect(pace.pauseMs()).toBe(0);
});

test('each failure doubles the pause, up to half a minute', () => {
  const pace = createReconnectPace();
  const pauses = Array.from({ length: 8 }, () => {
    pace.failed(down);
    return pace.pauseMs() / 1000;
  });
  expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
});

test('connections that are lost as soon as they are made are not made in a rush', () => {
  const pace = createReconnectPace();
  const pauses = Array.from({ length: 4 }, () => {
    pace.lost(9_999);
    return pace.pauseMs() / 1000;
  });
  expect(pauses).toEqual([1, 2, 4, 8]);
  pace.lost(60_000);
  expect(pace.pauseMs()).toBe(0);
});

test('where Slack asks for a longer pause it gets it, once', () => {
  const pace = createReconnectPace();
  pace.failed(new WebAPIRateLimitedError(45));
  expect(pace.pauseMs()).toBe(45_000);
  pace.failed(new WebAPIRateLimitedError(0));
  expect(pace.pauseMs()).toBe(2000);
  pace.failed(down);
  expect(pace.pauseMs()).toBe(4000);
});
