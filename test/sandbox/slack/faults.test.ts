import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textAt } from '../../../src/sandbox/slack/json.ts';
import type { PretendSlack } from '../../../src/sandbox/slack/pretend-slack.ts';
import { CALLS_PER_MINUTE, CHANNEL_BURST } from '../../../src/sandbox/slack/rate-limit.ts';
import { METHODS } from '../../../src/sandbox/slack/methods/table.ts';
import { type Bot, type Caller, startBoth } from './bot.ts';
import { WORLD } from './world.ts';

let slack: PretendSlack;
let bot: Bot;
let call: Caller;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ slack, bot, call, close } = await startBoth());
});
afterEach(() => close());

const post = (text = 'Hello', channel = 'C_CIRCLE'): ReturnType<Caller> =>
  call('chat.postMessage', { channel, text });
const texts = (): string[] =>
  slack
    .screenOf('U_ANA')
    .messages('C_CIRCLE')
    .map((message) => message.text);

describe('a fault of a method', () => {
  it('is an error, a 429 or a 5xx, for as many calls as were asked', async () => {
    slack.faults.method('chat.postMessage', 1, { error: 'edit_window_closed' });
    expect(await post()).toMatchObject({ status: 200, error: 'edit_window_closed' });
    slack.faults.method('chat.postMessage', 1, { status: 429, retryAfterSeconds: 7 });
    expect(await post()).toMatchObject({ status: 429, error: 'ratelimited', retryAfter: 7 });
    slack.faults.method('*', 2, { status: 503 });
    expect(await post()).toMatchObject({ status: 503 });
    expect(await call('auth.test')).toMatchObject({ status: 503 });
    expect(await post()).toMatchObject({ ok: true });
    expect(texts()).toEqual(['Good morning', 'Hello']);
  });

  it('hangs without carrying anything out', async () => {
    slack.faults.method('chat.postMessage', 1, 'hang');
    const signal = AbortSignal.timeout(100);
    const form = new URLSearchParams({ token: WORLD.app.botToken, channel: 'C_CIRCLE', text: 'x' });
    const hanging = fetch(`${slack.url}chat.postMessage`, { method: 'POST', body: form, signal });
    await expect(hanging).rejects.toThrow('timeout');
    expect(texts()).toEqual(['Good morning']);
  });

  it('drops the answer after it has carried the call out', async () => {
    slack.faults.method('chat.postMessage', 1, 'drop_answer');
    await expect(post('Accepted')).rejects.toThrow('fetch failed');
    expect(texts()).toEqual(['Good morning', 'Accepted']);
  });

  it('delays a call, so that a later one overtakes it', async () => {
    const ts = textAt(await post(), 'ts');
    const { promise, resolve } = Promise.withResolvers<void>();
    slack.faults.method('chat.update', 1, { until: promise });
    const update = (text: string): ReturnType<Caller> =>
      call('chat.update', { channel: 'C_CIRCLE', ts, text });
    const first = update('first');
    await slack.until(() => slack.faults.methodsLeft('chat.update') === 0);
    await update('second');
    expect(texts()).toEqual(['Good morning', 'second']);
    resolve();
    await first;
    expect(texts()).toEqual(['Good morning', 'first']);
    slack.faults.method('chat.update', 1, { delayMs: 1 });
    expect(await update('third')).toMatchObject({ ok: true });
  });
});

describe('a fault of a delivery', () => {
  it('drops the ack: the bot knows, the person sees a failure, an event comes again', async () => {
    slack.faults.delivery('slash_commands', 1, 'drop_ack');
    const answer = await slack.command('U_ANA', 'C_CIRCLE', '/propose');
    expect(answer.kind).toBe('operation_timeout');
    expect(bot.got).toHaveLength(1);
    slack.faults.delivery('app_home_opened', 1, 'drop_ack');
    await slack.openHome('U_ANA');
    await slack.until(() => bot.got.length === 3);
  });

  it('tells the bot twice, or never', async () => {
    slack.faults.delivery('*', 1, 'twice');
    await slack.command('U_ANA', 'C_CIRCLE', '/propose');
    expect(bot.got).toHaveLength(2);
    expect(bot.got[0]?.raw).toBe(bot.got[1]?.raw);
    slack.faults.delivery('slash_commands', 1, 'lost');
    const lost = await slack.command('U_ANA', 'C_CIRCLE', '/propose');
    expect(lost.kind).toBe('operation_timeout');
    expect(bot.got).toHaveLength(2);
  });

  it('tells things out of order', async () => {
    slack.faults.outOfOrder(3);
    await Promise.all(
      ['one', 'two', 'three'].map((text) => slack.command('U_ANA', 'C_CIRCLE', '/propose', text)),
    );
    expect(bot.got.map((got) => got.body['text'])).toEqual(['three', 'two', 'one']);
    await slack.command('U_ANA', 'C_CIRCLE', '/propose', 'four');
    expect(bot.got).toHaveLength(4);
  });

  it('is forgotten when the board is cleared', async () => {
    slack.faults.method('*', 9, { status: 500 });
    slack.faults.delivery('*', 9, 'lost');
    slack.faults.outOfOrder(5);
    const waiting = slack.command('U_ANA', 'C_CIRCLE', '/propose');
    slack.faults.clear();
    expect((await waiting).kind).toBe('acked');
    expect(await post()).toMatchObject({ ok: true });
  });
});

describe('rate limits', () => {
  it('are set for every method but blocks.validate, which needs no token', () => {
    const without = Object.keys(METHODS).filter((name) => CALLS_PER_MINUTE[name] === undefined);
    expect(without).toEqual(['blocks.validate']);
  });

  it('refuse the call beyond the tier with Retry-After, and take it up again', async () => {
    for (let each = 0; each < 20; each += 1) {
      expect(await call('conversations.list')).toMatchObject({ ok: true });
    }
    const refused = await call('conversations.list');
    expect(refused).toMatchObject({ status: 429, ok: false, error: 'ratelimited' });
    expect(refused.retryAfter).toBeGreaterThan(50);
    expect(await call('users.list')).toMatchObject({ ok: true });
    slack.clock.advance(refused.retryAfter * 1000);
    expect(await call('conversations.list')).toMatchObject({ ok: true });
  });

  it('pace each channel by itself at one message a second, after a short burst', async () => {
    for (let each = 0; each < CHANNEL_BURST; each += 1) {
      expect(await post()).toMatchObject({ ok: true });
    }
    expect(await post()).toMatchObject({ status: 429, retryAfter: 1 });
    expect(await post('x', 'C_INNER')).toMatchObject({ ok: true });
    slack.clock.advance(1000);
    expect(await post()).toMatchObject({ ok: true });
    expect(await post()).toMatchObject({ status: 429 });
  });
});

describe('the clock', () => {
  it('starts where it is told, runs, and is moved', async () => {
    const start = Date.UTC(2026, 5, 5, 12);
    const other = await startBoth({ now: start });
    expect(other.slack.clock.now() - start).toBeLessThan(5000);
    const heard: number[] = [];
    const stop = other.slack.clock.onMove((now) => heard.push(now));
    const rung: string[] = [];
    other.slack.clock.after(2000, () => rung.push('second'));
    other.slack.clock.after(1000, () => rung.push('first'));
    const cancel = other.slack.clock.after(1500, () => rung.push('never'));
    cancel();
    other.slack.clock.advance(86_400_000);
    expect(rung).toEqual(['first', 'second']);
    stop();
    other.slack.clock.set(start);
    expect(heard).toHaveLength(1);
    expect(other.slack.clock.now() - start).toBeLessThan(5000);
    expect(other.slack.journal.entries.filter((entry) => entry.kind === 'clock')).toHaveLength(2);
    await other.close();
  });
});

describe('the journal', () => {
  it('tells its followers of each call, delivery and change, in order', async () => {
    const heard: string[] = [];
    const stop = slack.journal.subscribe((entry) => heard.push(entry.kind));
    await post();
    await slack.command('U_ANA', 'C_CIRCLE', '/propose');
    stop();
    await post();
    expect(heard).toEqual(['change', 'call', 'delivery', 'receipt']);
    expect(slack.journal.calls('chat.postMessage')).toMatchObject([
      { args: { text: 'Hello' }, status: 200, answer: { ok: true } },
      {},
    ]);
    const seqs = slack.journal.entries.map((entry) => entry.seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  });

  it('throws when what was waited for does not come', async () => {
    await expect(slack.until(() => undefined, 30)).rejects.toThrow('Not seen within 30 ms');
  });
});
