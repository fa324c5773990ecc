import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { afterEach, describe, expect, test } from 'vitest';
import { readKeptSlack, SLACK_ENDING } from '../../src/sandbox/kept-slack.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { STORY_OPENS_AT } from '../../src/sandbox/seed.ts';
import { willowTime } from '../../src/sandbox/story.ts';
import { cast, channels, people } from '../../src/sandbox/world.ts';

const running: Sandbox[] = [];
async function start(keep?: string): Promise<Sandbox> {
  const sandbox = await startSandbox({ keep });
  running.push(sandbox);
  return sandbox;
}

afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.stop();
});

const texts = ({ slack }: Sandbox, channel: string, who: string = people.ana): string[] =>
  slack
    .screenOf(who)
    .messages(channel)
    .map(({ text }) => text);

/** The address of a message bears its time to the millisecond, which the machine decides. */
const withoutTimes = (text: string): string => text.replaceAll(/\/p\d{16}/g, '/p');

describe('the world of the sandbox', () => {
  test('opens in the middle of its life, at the same moment each time', async () => {
    const sandbox = await start();
    const willow = texts(sandbox, channels.willow);
    expect(willow.filter((text) => text.startsWith('Decided:'))).toHaveLength(2);
    expect(willow.some((text) => text.startsWith('Quiet hours after lunch'))).toBe(true);
    expect(willow.some((text) => text.includes(`<@${people.dee}> sees a problem`))).toBe(true);
    expect(texts(sandbox, channels.coop).some((text) => text.startsWith('Decided:'))).toBe(true);
    expect(Math.abs(sandbox.slack.clock.now() - STORY_OPENS_AT)).toBeLessThan(60_000);
    expect(await sandbox.nextDeadline()).toBe(willowTime('2026-03-23 17:00'));

    const again = await start();
    expect(texts(again, channels.willow).map(withoutTimes)).toEqual(willow.map(withoutTimes));
  });

  test('every call that the bot made on the way was taken', async () => {
    const { slack } = await start();
    const calls = slack.journal.entries.filter((entry) => entry.kind === 'call');
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.filter(({ answer }) => answer?.['ok'] !== true)).toEqual([]);
  });

  test('everybody whom one can be is there', async () => {
    const { slack } = await start();
    for (const { id } of cast) expect(slack.screenOf(id).user.id).toBe(id);
  });

  test('the clock stops on its way wherever something is due', async () => {
    const sandbox = await start();
    await sandbox.move('deadline');
    expect(sandbox.slack.clock.now()).toBeGreaterThanOrEqual(willowTime('2026-03-23 17:00'));
    const nudges = sandbox.slack.journal
      .calls('chat.postMessage')
      .filter(({ at }) => at > STORY_OPENS_AT)
      .map(({ at }) => at);
    expect(nudges.some((at) => at < willowTime('2026-03-22 00:00'))).toBe(true);
  });

  test('starting over forgets what was done', async () => {
    const sandbox = await start();
    const before = sandbox.world;
    await sandbox.slack.say(people.ana, channels.willow, 'Forget me');
    await sandbox.startOver();
    expect(texts(sandbox, channels.willow)).not.toContain('Forget me');
    expect(sandbox.world).not.toBe(before);
  });

  test('what is kept goes on where it was, and what was not is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-test-'));
    const file = join(folder, 'kept.db');
    const first = await startSandbox({ keep: file });
    await first.slack.say(people.ana, channels.willow, 'Remember me');
    await first.move('day');
    const { length } = texts(first, channels.willow);
    const now = first.slack.clock.now();
    await first.stop();

    const second = await start(file);
    expect(texts(second, channels.willow)).toHaveLength(length);
    expect(texts(second, channels.willow)).toContain('Remember me');
    expect(second.slack.clock.now()).toBeGreaterThanOrEqual(now);
    await second.slack.command(people.ana, channels.willow, '/circle', 'help');
    const cards = second.slack.journal.calls('chat.update');
    expect(cards.filter(({ answer }) => answer?.['ok'] !== true)).toEqual([]);
    await second.startOver();
    expect(texts(second, channels.willow)).not.toContain('Remember me');
    expect(existsSync(file)).toBe(true);
    await running.pop()?.stop();
    rmSync(folder, { recursive: true });
  });

  test('what an earlier release kept, which knew no emoji, goes on too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-test-'));
    const file = join(folder, 'kept.db');
    await (await startSandbox({ keep: file })).stop();
    const kept = readKeptSlack(`${file}${SLACK_ENDING}`);
    for (const message of [...(kept?.state.messages.values() ?? [])].flat()) {
      expect(Reflect.deleteProperty(message, 'reactions')).toBe(true);
    }
    writeFileSync(`${file}${SLACK_ENDING}`, serialize(kept));

    const sandbox = await start(file);
    const [card] = sandbox.slack.screenOf(people.ana).messages(channels.willow);
    await sandbox.slack.react(people.ana, channels.willow, card?.ts ?? '', 'heart');
    expect(sandbox.slack.screenOf(people.ana).messages(channels.willow)[0]).toMatchObject({
      reactions: [{ name: 'heart', users: [people.ana] }],
    });
    await running.pop()?.stop();
    rmSync(folder, { recursive: true });
  });
});
