import { describe, expect, test } from 'vitest';
import { createPace } from '../../src/slack/pace.ts';

const MINUTE = 60_000;

describe('background work keeps to what Slack allows', () => {
  test('one message is drawn anew at most once a second', () => {
    const pace = createPace();
    expect(pace.waitMs('chat.update', 'C1:1', 0)).toBe(0);
    expect(pace.waitMs('chat.update', 'C1:1', 100)).toBeGreaterThan(0);
    expect(pace.waitMs('chat.update', 'C1:1', 1_100)).toBe(0);
  });

  test('never more than fifty updates in a minute, over all messages', () => {
    const pace = createPace();
    let made = 0;
    for (let at = 0; at < 10 * MINUTE; at += 50) {
      if (pace.waitMs('chat.update', `C1:${at}`, at) === 0) made += 1;
    }
    expect(made).toBeLessThanOrEqual(10 + 10 * 45);
    expect(made).toBeGreaterThan(10 * 40);
  });

  test('two posts in a channel at once, then one a second; another channel does not wait', () => {
    const pace = createPace();
    const waits = [1, 2, 3].map(() => pace.waitMs('chat.postMessage', 'C1', 0));
    expect(waits).toEqual([0, 0, 1_000]);
    expect(pace.waitMs('chat.postMessage', 'C2', 0)).toBe(0);
  });

  test('what one person is told waits neither for posts nor for what another is told', () => {
    const pace = createPace();
    for (const who of ['U1', 'U2', 'U3', 'U4']) {
      expect(pace.waitMs('chat.postEphemeral', `C1:${who}`, 0)).toBe(0);
    }
    expect(pace.waitMs('chat.postMessage', 'C1', 0)).toBe(0);
  });

  test('never more than a hundred people are told something in a minute', () => {
    const pace = createPace();
    let told = 0;
    for (let at = 0; at < 10 * MINUTE; at += 50) {
      if (pace.waitMs('chat.postEphemeral', `C1:U${at}`, at) === 0) told += 1;
    }
    expect(told).toBeLessThanOrEqual(20 + 10 * 90);
    expect(told).toBeGreaterThan(10 * 80);
  });

  test('a pause that Slack asks for holds the method, and no other', () => {
    const pace = createPace();
    pace.pause('chat.postMessage', 5_000);
    expect(pace.waitMs('chat.postMessage', 'C1', 1_000)).toBe(4_000);
    expect(pace.waitMs('chat.update', 'C1:1', 1_000)).toBe(0);
    expect(pace.waitMs('chat.postMessage', 'C1', 5_000)).toBe(0);
  });

  test('a call that has to wait does not use up a turn', () => {
    const pace = createPace();
    pace.waitMs('chat.update', 'C1:1', 0);
    for (let tries = 0; tries < 50; tries += 1) pace.waitMs('chat.update', 'C1:1', 10);
    expect(pace.waitMs('chat.update', 'C2:1', 20)).toBe(0);
  });
});
